#include "page_tracks.h"

#include <stdlib.h>

#include "page_card.h"
#include "page_choices.h"

static const char *const aspect_words[] = {
	[ASPECT_NULL] = "",
	[ASPECT_CUMULATIVE] = "in total",
	[ASPECT_STOCK] = "at the time",
	[ASPECT_FLOW] = "added at a time",
	[ASPECT_NONE] = "",
};

/* "in total, 22–24 March 2018" */
static void add_when(struct page *p, const struct track *t)
{
	struct arena *a = &p->scratch;
	struct str days = str_eq(t->episode_from, t->episode_to)
				  ? t->episode_from
				  : str_printf(a, "%.*s/%.*s", STR_ARG(t->episode_from), STR_ARG(t->episode_to));
	const char *aspect = aspect_words[t->aspect];

	page_html(&p->html, "<p class=\"when\">");
	page_text(&p->html, page_capital(a, str_of(aspect)));
	page_html(&p->html, *aspect ? ", " : "");
	page_text(&p->html, page_date(a, days));
	page_html(&p->html, "</p>");
}

static void add_key(struct page *p, const struct plot *plot)
{
	bool all = true;

	for (size_t i = 0; i < plot->n_sources; i++)
		all = all && plot->sources[i].labelled;
	buf_printf(&p->html, "<ul class=\"key%s\" aria-label=\"Sources\">", all ? " told" : "");
	for (size_t i = 0; i < plot->n_sources; i++) {
		const struct plot_source *s = &plot->sources[i];

		buf_printf(&p->html,
			   "<li><svg class=\"sw\" width=\"16\" height=\"16\" aria-hidden=\"true\" "
			   "focusable=\"false\"><use "
			   "href=\"#m%u\" x=\"8\" y=\"8\" class=\"m k%u\"/></svg>",
			   s->slot, s->slot);
		page_bdi(&p->html, s->who);
		page_html(&p->html, "</li>");
	}
	page_html(&p->html, "</ul>");
}

static void add_labels(struct page *p, const struct plot *plot)
{
	page_html(&p->html, "<div class=\"dls\" aria-hidden=\"true\">");
	for (size_t i = 0; i < plot->n_sources; i++) {
		const struct plot_source *s = &plot->sources[i];

		if (!s->labelled)
			continue;
		buf_printf(&p->html, "<span class=\"dl y%d k%u\">", s->label, s->slot);
		page_text(&p->html, page_card_value(&p->scratch, plot, s->last));
		page_html(&p->html, " <bdi>");
		page_text(&p->html, s->who);
		page_html(&p->html, "</bdi></span>");
	}
	page_html(&p->html, "</div>");
}

static void add_caption(struct page *p, const struct plot *plot, bool names_place)
{
	const struct page_track *t = plot->track;
	struct page_values v = page_track_values(&t->track);

	page_html(&p->html, "<figcaption>");
	if (names_place) {
		page_html(&p->html, "<p class=\"kick\">");
		page_bdi(&p->html, p->places.at[t->place].name);
		page_html(&p->html, "</p>");
	}
	page_html(&p->html, "<h4>");
	page_text(&p->html, page_quantity_name(&p->scratch, plot->quantity));
	page_badge(&p->html, t->track.status);
	page_html(&p->html, "</h4><p class=\"big\">");
	page_text(&p->html, page_span(&p->scratch, plot->quantity, &v));
	page_html(&p->html, "</p><p class=\"say\">");
	page_text(&p->html, page_track_words(&p->scratch, t));
	page_html(&p->html, "</p>");
	add_when(p, &t->track);
	page_html(&p->html, "</figcaption>");
}

/* The words of a number that was stated once. */
static void add_words(struct page *p, const struct page_track *t)
{
	const struct page_statement *s = t->n == 1 && !t->earlier ? &t->statements[0] : NULL;

	if (!s || !s->found)
		return;
	page_html(&p->html, "<blockquote>");
	page_cut(&p->html, s->sentence, 260);
	page_html(&p->html, "</blockquote>");
	page_card_reports(p, s);
}

static void add_details(struct page *p, const struct plot *plot)
{
	const struct page_track *t = plot->track;

	page_html(&p->html, "<details><summary>Table: ");
	page_text(&p->html, page_count(&p->scratch, (int64_t)t->n, "statement"));
	page_html(&p->html, ", ");
	page_text(&p->html, page_count(&p->scratch, (int64_t)t->steps.n, "estimate"));
	page_html(&p->html, "<span class=\"vh\"> of ");
	page_text(&p->html, page_quantity_name(&p->scratch, plot->quantity));
	page_html(&p->html, "</span></summary>\n");
	if (t->earlier)
		buf_printf(&p->html, "<p>%.*s earlier: see figures.csv.</p>",
			   STR_ARG(page_count(&p->scratch, (int64_t)t->earlier, "statement")));
	page_card_tables(p, plot);
	page_html(&p->html, "</details>");
}

static unsigned add_track(struct page *p, const struct page_track *t, bool names_place, unsigned card)
{
	struct plot plot = plot_lay(p, t, &p->scratch);
	struct str *sources = ARENA_ARRAY(&p->scratch, struct str, plot.n_sources + 1);

	for (size_t i = 0; i < plot.n_sources; i++)
		sources[i] = plot.sources[i].id;
	buf_printf(&p->html, "<figure class=\"track%s\" id=\"", plot.wide ? " wide" : "");
	page_text(&p->html, t->track.id);
	page_html(&p->html, "\"");
	page_filter_data(p, t->track.place.id, t->track.measure, sources, plot.n_sources);
	page_html(&p->html, ">");
	add_caption(p, &plot, names_place);
	if (plot.n_sources > 1)
		add_key(p, &plot);
	if (plot.drawn) {
		buf_printf(&p->html, "<div class=\"plot %s\">", plot.height > 100 ? "tall" : "short");
		plot_draw(&p->html, &plot);
		if (plot.wide)
			add_labels(p, &plot);
		card = page_cards(p, &plot, card);
		page_html(&p->html, "</div>");
	}
	add_words(p, t);
	add_details(p, &plot);
	page_html(&p->html, "</figure>\n");
	return card;
}

struct order {
	const struct page *p;
	const struct page_track *track;
	bool apart; /* its place has a section of its own */
};

static int by_place(const void *a, const void *b)
{
	const struct order *x = a, *y = b;
	const struct track *s = &x->track->track, *t = &y->track->track;
	uint32_t ps = x->p->places.at[x->track->place].rank, pt = x->p->places.at[y->track->place].rank;
	size_t ns = x->track->n + x->track->earlier, nt = y->track->n + y->track->earlier;
	bool cs = s->status == ESTIMATE_CONTESTED, ct = t->status == ESTIMATE_CONTESTED;

	if (x->apart != y->apart)
		return y->apart - x->apart;
	if (ps != pt)
		return ps < pt ? -1 : 1;
	if (cs != ct)
		return ct - cs;
	if (ns != nt)
		return ns < nt ? 1 : -1;
	return str_cmp(s->id, t->id);
}

/* Places with three plots or a wide one have a section; what lies elsewhere shares one. */
static struct order *ordered(struct page *p)
{
	enum { FEW = 3 };
	struct order *order = ARENA_ARRAY(p->keep, struct order, p->n_plotted + 1);
	unsigned *plots = ARENA_ARRAY(p->keep, unsigned, p->places.n + 1);

	for (size_t i = 0; i < p->n_plotted; i++)
		plots[p->tracks[i].place] += plot_is_wide(&p->tracks[i]) ? FEW : 1;
	for (size_t i = 0; i < p->n_plotted; i++)
		order[i] = (struct order){p, &p->tracks[i], plots[p->tracks[i].place] >= FEW};
	if (p->n_plotted)
		qsort(order, p->n_plotted, sizeof *order, by_place);
	return order;
}

static void add_index(struct page *p, const struct order *order)
{
	uint32_t last = UINT32_MAX;

	page_html(&p->html, "<nav class=\"index\" aria-label=\"Places\"><ul>");
	for (size_t i = 0; i < p->n_plotted; i++) {
		uint32_t place = order[i].track->place;

		if (place == last)
			continue;
		last = place;
		page_html(&p->html, "<li><a href=\"#");
		if (order[i].apart)
			buf_printf(&p->html, "place-%u", place);
		else
			page_text(&p->html, order[i].track->track.id);
		page_html(&p->html, "\">");
		page_bdi(&p->html, p->places.at[place].name);
		page_html(&p->html, "</a></li>");
	}
	page_html(&p->html, "</ul></nav>\n");
}

static void add_intro(struct page *p)
{
	page_html(&p->html,
		  "<section id=\"figures\" aria-labelledby=\"h-figures\"><h2 id=\"h-figures\">The figures</h2>"
		  "<p class=\"lead\">One plot for each quantity of one episode. Every mark is a statement: point at "
		  "it, tap it or move to it with the Tab key to read the sentence. The dark line is the "
		  "estimate, the band around it what is claimed.");
	if (p->n_plotted < p->all_tracks)
		buf_printf(&p->html,
			   " %zu of %.*s quantities have a plot: the contested, and those of several statements.",
			   p->n_plotted, STR_ARG(decimal_grouped(&p->scratch, decimal_of((int64_t)p->all_tracks))));
	if (p->n_plotted < p->n_tracks)
		page_html(&p->html, " <a href=\"#rest\">The others are in a table.</a>");
	page_html(&p->html, "</p>\n<a class=\"skip\" href=\"#how\">Skip the plots</a>\n");
}

/* A section begins where the place changes, and once for all that lie elsewhere. */
static void begin_section(struct page *p, const struct order *at, bool first)
{
	page_html(&p->html, first ? "" : "</div></section>\n");
	if (at->apart) {
		buf_printf(&p->html, "<section class=\"place\" id=\"place-%u\"><h3>", at->track->place);
		page_bdi(&p->html, p->places.at[at->track->place].name);
	} else
		buf_printf(&p->html, "<section class=\"place\" id=\"elsewhere\"><h3>%s",
			   first ? "All places" : "Elsewhere");
	page_html(&p->html, "</h3><div class=\"grid\">\n");
}

void page_tracks(struct page *p)
{
	const struct order *order = ordered(p);
	unsigned card = 0;

	add_intro(p);
	add_index(p, order);
	size_t i = 0;

	for (; i < p->n_plotted && !page_is_full(p, PAGE_ROOM_PLOTS); i++) {
		const struct order *at = &order[i], *before = i ? &order[i - 1] : NULL;

		if (!before || before->apart != at->apart || (at->apart && before->track->place != at->track->place))
			begin_section(p, at, i == 0);
		card = add_track(p, at->track, !at->apart, card);
		page_flush(p);
	}
	page_html(&p->html, i ? "</div></section>\n" : "<p>None.</p>");
	if (i < p->n_plotted)
		page_left_out(p, p->n_plotted - i, "tracks.csv");
	page_html(&p->html, "</section>\n");
	page_flush(p);
}
