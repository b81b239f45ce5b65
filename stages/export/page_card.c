#include "page_card.h"

#include "page_text.h"

enum { SENTENCE = 420, TITLE = 110 };

static const char *const modality_words[] = {"", "", ", planned", ", possible", ", demanded"};

struct str page_card_value(struct arena *arena, const struct plot *plot, const struct page_statement *s)
{
	struct page_values v = {.low = s->low, .best = s->best, .high = s->high};

	return str_printf(arena, "%.*s%s%s", STR_ARG(page_said(arena, plot->quantity, s->qualifier, &v)),
			  s->modality < 5 ? modality_words[s->modality] : "",
			  s->polarity == POLARITY_DENIED ? ", denied" : "");
}

/* "raised from 25,000"; empty when it revises nothing. */
static struct str revision_of(struct arena *arena, const struct plot *plot, const struct page_statement *s)
{
	const struct page_statement *o = s->before;
	struct decimal now = s->best.known ? s->best : plot_greatest(s), was;

	if (!o || !plot_greatest(o).known)
		return STR("");
	was = o->best.known ? o->best : plot_greatest(o);
	if (decimal_eq(now, was))
		return STR("");
	return str_printf(arena, "%s from %.*s", decimal_cmp(now, was) > 0 ? "raised" : "lowered",
			  STR_ARG(page_number(arena, plot->quantity, was)));
}

static struct str reach_of(struct arena *arena, const struct page_statement *s)
{
	if (s->count < 2)
		return STR("");
	if (s->independent == s->count)
		return str_printf(arena, "%.*s", STR_ARG(page_count(arena, s->count, "report")));
	return str_printf(arena, "%.*s, %lld independent; the others are copies",
			  STR_ARG(page_count(arena, s->count, "report")), (long long)s->independent);
}

static void add_report(struct page *p, const struct page_report *r)
{
	struct buf label = {.arena = &p->scratch};

	if (r->publisher.n)
		buf_printf(&label, "%.*s: ", STR_ARG(r->publisher));
	buf_add(&label, r->title.n ? r->title : STR("untitled article"));
	if (label.n > TITLE) {
		struct buf cut = {.arena = &p->scratch};
		size_t n = TITLE;

		while (n && ((unsigned char)label.at[n] & 0xC0) == 0x80)
			n--;
		buf_printf(&cut, "%.*s\xE2\x80\xA6", (int)n, label.at);
		label = cut;
	}
	page_link(&p->html, r->url, buf_str(&label));
	if (r->published.n) {
		page_html(&p->html, ", ");
		page_text(&p->html, page_date(&p->scratch, str_slice(r->published, 0, 10)));
	}
	if (r->copy)
		page_html(&p->html, " <em>copy</em>");
}

void page_card_reports(struct page *p, const struct page_statement *s)
{
	page_html(&p->html, "<ul class=\"reports\">");
	for (size_t i = 0; i < s->n_reports; i++) {
		page_html(&p->html, "<li>");
		add_report(p, &s->reports[i]);
		page_html(&p->html, "</li>");
	}
	if (s->count > (int64_t)s->n_reports)
		buf_printf(&p->html, "<li>and %lld more</li>", (long long)(s->count - (int64_t)s->n_reports));
	page_html(&p->html, "</ul>");
}

static void add_notes(struct page *p, const struct plot *plot, const struct page_statement *s)
{
	struct str notes[] = {revision_of(&p->scratch, plot, s), reach_of(&p->scratch, s)};

	for (size_t i = 0; i < 2; i++)
		if (notes[i].n) {
			page_html(&p->html, "<span class=\"note\">");
			page_text(&p->html, notes[i]);
			page_html(&p->html, "</span> ");
		}
}

/* Which way the card opens: towards the middle of the plot. */
static const char *side_of(const struct plot *plot, size_t i)
{
	bool up = plot->y[i] > plot->total / 2;

	if (plot->x[i] < PLOT_WIDTH / 3)
		return up ? "l up" : "l dn";
	if (plot->x[i] > PLOT_WIDTH * 2 / 3)
		return up ? "r up" : "r dn";
	return up ? "c up" : "c dn";
}

static void add_card(struct page *p, const struct plot *plot, size_t i, unsigned id)
{
	const struct page_statement *s = &plot->track->statements[i];
	struct buf *html = &p->html;
	struct str value = page_card_value(&p->scratch, plot, s), day = page_date(&p->scratch, s->stated);

	buf_printf(html, "<li><button type=\"button\" class=\"x%d y%d\" aria-describedby=\"c%u\" aria-label=\"",
		   plot->x[i], plot->y[i], id);
	page_text(html, str_printf(&p->scratch, "%.*s: %.*s, %.*s", STR_ARG(s->who), STR_ARG(value), STR_ARG(day)));
	buf_printf(html, "\"></button><div class=\"card x%d y%d %s\" id=\"c%u\"><p><b class=\"k%u\">", plot->x[i],
		   plot->y[i], side_of(plot, i), id, plot->slot[i]);
	page_text(html, page_capital(&p->scratch, value));
	page_html(html, "</b> ");
	page_text(html, day);
	page_html(html, "</p><blockquote>");
	page_cut(html, s->sentence, SENTENCE);
	page_html(html, "</blockquote><p>\xE2\x80\x94 ");
	page_bdi(html, s->who);
	page_html(html, "</p>");
	add_notes(p, plot, s);
	page_card_reports(p, s);
	page_html(html, "</div></li>");
}

unsigned page_cards(struct page *p, const struct plot *plot, unsigned first)
{
	page_html(&p->html, "<ol class=\"pts\">");
	for (size_t i = 0; i < plot->track->n; i++)
		if (plot_shows(&plot->track->statements[i]))
			add_card(p, plot, i, first++);
	page_html(&p->html, "</ol>");
	return first;
}

static void add_row(struct page *p, const struct plot *plot, const struct page_statement *s)
{
	struct buf *html = &p->html;

	page_html(html, "<tr><td class=\"day\">");
	page_text(html, page_date(&p->scratch, s->stated));
	page_html(html, "</td><th scope=\"row\">");
	page_bdi(html, s->who);
	page_html(html, "</th><td class=\"val\">");
	page_text(html, page_card_value(&p->scratch, plot, s));
	page_html(html, "</td><td>");
	page_cut(html, s->sentence, SENTENCE);
	page_html(html, " ");
	add_notes(p, plot, s);
	page_html(html, "</td><td>");
	page_card_reports(p, s);
	page_html(html, "</td></tr>\n");
}

static void add_step(struct page *p, const struct plot *plot, const struct page_step *step)
{
	const struct estimate *e = &step->estimate;
	struct decimal numbers[] = {e->low, e->best, e->high};
	struct buf *html = &p->html;

	page_html(html, "<tr><th scope=\"row\" class=\"day\">");
	page_text(html, page_date(&p->scratch, e->as_of));
	page_html(html, "</th>");
	for (size_t i = 0; i < 3; i++) {
		page_html(html, "<td class=\"num\">");
		if (numbers[i].known) {
			page_html(html, i == 0 && e->open_low ? "\xE2\x89\xA4\xC2\xA0" : "");
			page_text(html, page_number(&p->scratch, plot->quantity, numbers[i]));
			page_html(html, i == 2 && e->open_high ? "+" : "");
		} else
			page_html(html, "\xE2\x80\x93");
		page_html(html, "</td>");
	}
	page_html(html, "<td>");
	page_cut(html, page_capital(&p->scratch, e->why), 2 * SENTENCE);
	page_html(html, e->overridden ? " <span class=\"note\">set by an analyst</span></td></tr>\n" : "</td></tr>\n");
}

void page_card_tables(struct page *p, const struct plot *plot)
{
	const struct page_track *t = plot->track;
	struct buf *html = &p->html;

	page_html(html,
		  "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Statements\"><table><caption>Who "
		  "said how many</caption><thead><tr><th scope=\"col\">Said</th><th scope=\"col\">Who</th><th "
		  "scope=\"col\">How many</th><th scope=\"col\">In which words</th><th "
		  "scope=\"col\">Where to read it</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < t->n; i++)
		if (t->statements[i].found)
			add_row(p, plot, &t->statements[i]);
	page_html(html, "</tbody></table></div>\n");
	if (t->steps.n == 0)
		return;
	page_html(html, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Estimates\"><table "
			"class=\"est\"><caption>What "
			"follows from it, day by day</caption><thead><tr><th scope=\"col\">As of</th><th scope=\"col\" "
			"class=\"num\">Low</th><th scope=\"col\" class=\"num\">Best</th><th scope=\"col\" "
			"class=\"num\">High</th><th scope=\"col\">Why</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < t->steps.n; i++)
		add_step(p, plot, &t->steps.at[i]);
	page_html(html, "</tbody></table></div>\n");
}
