/* page: what sources contradict each other in, side by side. */
#include "page_choices.h"
#include "page_words.h"

static const char *const titles[] = {
	[CONTRADICTION_NONE] = "Contradiction",	    [CONTRADICTION_FIGURES] = "How many",
	[CONTRADICTION_STATUSES] = "How it stands", [CONTRADICTION_DENIAL] = "Whether it is so",
	[CONTRADICTION_BLAME] = "Who did it",
};

/* The article behind a side; NULL when it is not known. */
static const struct page_report *report_of(const struct page *p, const struct contradiction *x, size_t side)
{
	uint32_t n;

	if (side >= x->statements.n)
		return NULL;
	if (page_index_find(&p->told, x->statements.at[side], &n))
		return &p->tellings.at[n];
	if (page_index_find(&p->wanted, x->statements.at[side], &n) && p->statements.at[n]->n_reports)
		return &p->statements.at[n]->reports[0];
	return NULL;
}

/* A side: "SOURCE: CLAIM". */
struct side {
	struct str who, claim;
	size_t number;
};

static struct side side_of(const struct contradiction *x, size_t i)
{
	struct str side = x->sides.at[i];
	ptrdiff_t colon = str_find(side, STR(": "));

	if (colon < 0)
		return (struct side){side, STR(""), i};
	return (struct side){str_slice(side, 0, (size_t)colon), str_slice(side, (size_t)colon + 2, side.n), i};
}

static void add_side(struct page *p, const struct contradiction *x, const struct side *side)
{
	const struct page_report *r = report_of(p, x, side->number);
	struct str sentence = side->number < x->sentences.n ? x->sentences.at[side->number] : STR("");
	struct buf *html = &p->html;

	page_html(html, "<li><p><b>");
	page_bdi(html, side->who);
	page_html(html, "</b>");
	if (r && (r->publisher.n || r->title.n)) {
		page_html(html, "<span class=\"from\">, ");
		page_link(html, r->url, r->publisher.n ? r->publisher : r->title);
		page_html(html, "</span>");
	}
	page_html(html, "</p>");
	if (sentence.n) {
		page_html(html, "<blockquote>");
		page_cut(html, sentence, 360);
		page_html(html, "</blockquote>");
	}
	page_html(html, "</li>");
}

/* All who claim the same, under what they claim; the first two at once. */
static void add_claim(struct page *p, const struct contradiction *x, const struct side *sides, size_t n, size_t first)
{
	enum { SHOWN = 2 };
	struct buf *html = &p->html;
	size_t same = 0, told = 0;

	for (size_t i = first; i < n; i++)
		same += str_eq(sides[i].claim, sides[first].claim);
	page_html(html, "<div class=\"claim\"><h4>");
	page_bdi(html, page_capital(&p->scratch, str_spaced(&p->scratch, sides[first].claim)));
	page_html(html, "</h4><ul>");
	for (size_t i = first; i < n; i++) {
		if (!str_eq(sides[i].claim, sides[first].claim))
			continue;
		if (told++ == SHOWN && same > SHOWN + 1)
			buf_printf(html, "</ul><details><summary>and %.*s</summary><ul>",
				   STR_ARG(page_count(&p->scratch, (int64_t)(same - SHOWN), "more source")));
		add_side(p, x, &sides[i]);
	}
	page_html(html, same > SHOWN + 1 ? "</ul></details></div>" : "</ul></div>");
}

static bool is_first(const struct side *sides, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (str_eq(sides[k].claim, sides[i].claim))
			return false;
	return true;
}

static void add_claims(struct page *p, const struct contradiction *x)
{
	enum { MOST = 40 };
	struct side sides[MOST];
	size_t n = 0;

	while (n < x->sides.n && n < MOST) {
		sides[n] = side_of(x, n);
		n++;
	}
	page_html(&p->html, "<div class=\"claims\">");
	for (size_t i = 0; i < n; i++)
		if (is_first(sides, i))
			add_claim(p, x, sides, n, i);
	page_html(&p->html, "</div>");
	if (x->sides.n > n)
		buf_printf(&p->html, "<p class=\"note\">and %zu more in contradictions.csv</p>", x->sides.n - n);
}

static void add_foot(struct page *p, const struct contradiction *x)
{
	uint32_t n;

	page_html(&p->html, "<p class=\"note\">");
	page_cut(&p->html, page_capital(&p->scratch, x->why), 600);
	page_html(&p->html, ".");
	if (x->track.n && page_index_find(&p->plotted, x->track, &n)) {
		page_html(&p->html, " <a href=\"#");
		page_text(&p->html, x->track);
		page_html(&p->html, "\">See the plot</a>.");
	}
	page_html(&p->html, "</p>");
}

static struct str days_of(struct page *p, const struct contradiction *x)
{
	struct str both = str_printf(&p->scratch, "%.*s/%.*s", STR_ARG(x->since), STR_ARG(x->until));

	return page_date(&p->scratch, x->until.n && !str_eq(x->since, x->until) ? both : x->since);
}

static void add_contradiction(struct page *p, const struct contradiction *x)
{
	struct buf *html = &p->html;

	page_html(html, "<article class=\"contra\"");
	page_filter_data(p, x->place.id, STR_NULL, x->sources.at, x->sources.n);
	buf_printf(html, "><p class=\"kick\">%s</p><h3>", titles[x->kind]);
	page_bdi(html, page_capital(&p->scratch, x->subject));
	page_html(html, "</h3><p class=\"when\">");
	page_text(html, days_of(p, x));
	page_html(html, "</p>");
	add_claims(p, x);
	add_foot(p, x);
	page_html(html, "</article>\n");
	page_flush(p);
}

void page_contested(struct page *p)
{
	page_html(&p->html, "<section id=\"contested\" aria-labelledby=\"h-contested\"><h2 id=\"h-contested\">What is "
			    "contested</h2>");
	if (p->contradictions.n == 0)
		page_html(&p->html, "<p class=\"lead\">Nothing: no two sources say what cannot both hold.</p>");
	else
		page_html(&p->html, "<p class=\"lead\">Statements that cannot both hold, the latest first.");
	if (p->all_contradictions > p->contradictions.n)
		buf_printf(&p->html, " The latest %zu of %.*s; contradictions.csv has all.", p->contradictions.n,
			   STR_ARG(decimal_grouped(&p->scratch, decimal_of((int64_t)p->all_contradictions))));
	page_html(&p->html, p->contradictions.n ? "</p><div class=\"contras\">\n" : "<div>");
	size_t left = p->contradictions.n;

	while (left && !page_is_full(p, PAGE_ROOM_CONTESTED))
		add_contradiction(p, &p->contradictions.at[--left]);
	page_html(&p->html, "</div>");
	if (left)
		page_left_out(p, left, "contradictions.csv");
	page_html(&p->html, "</section>\n");
	page_flush(p);
}
