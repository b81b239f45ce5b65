/* page: what happened, day by day, the latest day first. Versions of one happening stand
 * together; what was only said is folded. */
#include <stdlib.h>

#include "page_choices.h"
#include "page_words.h"
#include "values/interval.h"

struct order {
	const struct page_event *event;
	size_t first; /* number of the first event of its happening on that day */
	bool said;    /* that one is a statement */
};

static bool is_saying(const struct page_event *e)
{
	return str_eq(e->row.event.type, STR("statement"));
}

static bool is_day(const struct event *e)
{
	struct interval i;

	return interval_parse(e->when, &i, NULL) && interval_is_day(&i);
}

/* "Evacuation suspended": its type and how it stands. */
static void add_title(struct page *p, const struct event *e)
{
	static const char *const modes[] = {"", "", " (planned)", " (possible)", " (demanded)"};

	page_text(&p->html, page_capital(&p->scratch, str_spaced(&p->scratch, e->type)));
	if (e->status) {
		page_html(&p->html, " ");
		page_text(&p->html, str_spaced(&p->scratch, str_of(statuses[e->status])));
	}
	page_html(&p->html, e->modality < 5 && e->status != STATUS_PLANNED ? modes[e->modality] : "");
	page_html(&p->html, e->polarity == POLARITY_DENIED ? " (denied)" : "");
	page_html(&p->html, e->background ? " (background)" : "");
}

/* The narrator is the article, which is named anyway where it has a name. */
static bool names_source(const struct event_row *row)
{
	bool named = row->article.publisher.n || row->article.title.n;

	return row->event.source.name.n && !str_eq(row->event.source.name, row->article.publisher) &&
	       (!named || !str_eq(row->event.source.type, STR("none")));
}

static void add_telling(struct page *p, const struct page_event *e)
{
	const struct event *v = &e->row.event;
	const struct article_ref *a = &e->row.article;
	struct buf *html = &p->html;

	page_html(html, "<blockquote>");
	page_cut(html, v->sentence, 300);
	page_html(html, "</blockquote><p class=\"from\">");
	if (names_source(&e->row)) {
		page_bdi(html, v->source.name);
		page_html(html, a->publisher.n || a->title.n ? " in " : "");
	}
	if (a->publisher.n || a->title.n)
		page_link(html, a->url, a->publisher.n ? a->publisher : a->title);
	if (v->reports > 1)
		buf_printf(html, ", %.*s", STR_ARG(page_count(&p->scratch, v->reports, "report")));
	page_html(html, "</p>");
}

/* Is the title of event i that of an earlier one? */
static bool has_title(const struct order *at, size_t i)
{
	const struct event *e = &at[i].event->row.event;

	for (size_t k = 0; k < i; k++) {
		const struct event *o = &at[k].event->row.event;

		if (str_eq(o->type, e->type) && o->status == e->status && o->modality == e->modality &&
		    o->polarity == e->polarity && str_eq(o->place.parent_id, e->place.parent_id))
			return true;
	}
	return false;
}

static bool has_telling(const struct order *at, size_t i)
{
	const struct event *e = &at[i].event->row.event;

	for (size_t k = 0; k < i; k++) {
		const struct event *o = &at[k].event->row.event;

		if (str_eq(o->sentence, e->sentence) && str_eq(o->source.id, e->source.id))
			return true;
	}
	return false;
}

static void add_titles(struct page *p, const struct order *at, size_t n)
{
	page_html(&p->html, "<h4>");
	for (size_t i = 0; i < n; i++) {
		const struct event *e = &at[i].event->row.event;

		if (has_title(at, i) || (is_saying(at[i].event) && !at[0].said))
			continue;
		page_html(&p->html, i ? "<br>" : "");
		add_title(p, e);
		if (e->place.name.n) {
			page_html(&p->html, "<span class=\"at\">, ");
			page_bdi(&p->html, e->place.name);
			page_html(&p->html, "</span>");
		}
	}
	page_html(&p->html, "</h4>");
}

static void add_others(struct page *p, const struct order *at, size_t shown, size_t n)
{
	size_t others = 0;

	for (size_t i = 1; i < shown; i++)
		others += !has_telling(at, i);
	if (others == 0)
		return;
	buf_printf(&p->html, "<details><summary>%.*s</summary>",
		   STR_ARG(page_count(&p->scratch, (int64_t)(others + n - shown), "further version")));
	for (size_t i = 1; i < shown; i++)
		if (!has_telling(at, i))
			add_telling(p, at[i].event);
	if (n > shown)
		buf_printf(&p->html, "<p class=\"from\">and %zu more in timeline.csv</p>", n - shown);
	page_html(&p->html, "</details>");
}

/* The n events tell one happening, or stand in one sentence. */
static void add_happening(struct page *p, const struct order *at, size_t n)
{
	enum { VERSIONS = 16 };
	struct str ids[VERSIONS];
	size_t shown = n < VERSIONS ? n : VERSIONS;

	for (size_t i = 0; i < shown; i++)
		ids[i] = at[i].event->row.event.source.id;
	page_html(&p->html, "<li");
	page_filter_data(p, at[0].event->row.event.place.id, STR_NULL, ids, shown);
	page_html(&p->html, ">");
	add_titles(p, at, shown);
	add_telling(p, at[0].event);
	add_others(p, at, shown, n);
	page_html(&p->html, "</li>\n");
	page_flush(p);
}

static int by_happening(const void *a, const void *b)
{
	const struct order *x = a, *y = b;

	if (x->said != y->said)
		return x->said - y->said;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (x->event > y->event) - (x->event < y->event);
}

/* Versions of one happening carry the number of the first of them; so do happenings that
 * one sentence tells. */
static void number(struct order *at, size_t n, struct arena *arena)
{
	struct page_index happenings = {.arena = arena}, sentences = {.arena = arena};

	for (size_t i = 0; i < n; i++) {
		const struct event *e = &at[i].event->row.event;
		uint32_t first = (uint32_t)i;

		if (!page_index_find(&happenings, e->happening, &first) && e->sentence.n)
			page_index_find(&sentences, e->sentence, &first);
		page_index_add(&happenings, e->happening, first);
		page_index_add(&sentences, e->sentence, first);
		at[i].first = first;
		at[i].said = is_saying(at[first].event);
	}
	qsort(at, n, sizeof *at, by_happening);
}

static void add_happenings(struct page *p, const struct order *at, size_t n)
{
	page_html(&p->html, "<ol class=\"happenings\">\n");
	size_t i = 0;

	for (size_t end; i < n && !page_is_full(p, PAGE_ROOM_TIMELINE); i = end) {
		for (end = i + 1; end < n && at[end].first == at[i].first;)
			end++;
		add_happening(p, &at[i], end - i);
	}
	page_html(&p->html, "</ol>\n");
	if (i < n)
		page_left_out(p, n - i, "timeline.csv");
}

static void add_day(struct page *p, const struct page_event *events, size_t n)
{
	struct arena arena = {0};
	struct order *at = ARENA_ARRAY(&arena, struct order, n);
	size_t said = 0;

	for (size_t i = 0; i < n; i++)
		at[i].event = &events[i];
	number(at, n, &arena);
	for (size_t i = 0; i < n; i++)
		said += at[i].said;
	page_html(&p->html, "<section class=\"day\"><h3>");
	page_text(&p->html, !events->dated		 ? STR("No date known")
			    : is_day(&events->row.event) ? page_day(&p->scratch, events->day)
							 : page_date(&p->scratch, events->row.event.when));
	page_html(&p->html, "</h3><div>");
	if (said < n)
		add_happenings(p, at, n - said);
	if (said) {
		buf_printf(&p->html, "<details class=\"said\"><summary>%.*s</summary>",
			   STR_ARG(page_count(&p->scratch, (int64_t)said, "statement")));
		add_happenings(p, at + n - said, said);
		page_html(&p->html, "</details>");
	}
	page_html(&p->html, "</div></section>\n");
	arena_free(&arena);
}

/* Days are told as days; "in 2015" is no first of January. */
static bool same_day(const struct page_event *a, const struct page_event *b)
{
	bool days = is_day(&a->row.event) && is_day(&b->row.event);

	return a->dated == b->dated && a->day == b->day && (days || str_eq(a->row.event.when, b->row.event.when));
}

/* [from, to) holds whole days, in order: the latest first. */
static void add_days(struct page *p, size_t from, size_t to)
{
	size_t end = to;

	for (size_t i; end > from && !page_is_full(p, PAGE_ROOM_TIMELINE); end = i) {
		for (i = end - 1; i > from && same_day(&p->events.at[i - 1], &p->events.at[end - 1]);)
			i--;
		add_day(p, &p->events.at[i], end - i);
	}
	if (end > from)
		page_left_out(p, end - from, "timeline.csv");
}

void page_timeline(struct page *p)
{
	size_t dated = 0;

	while (dated < p->events.n && p->events.at[dated].dated)
		dated++;
	page_html(&p->html, "<section id=\"timeline\" aria-labelledby=\"h-timeline\"><h2 id=\"h-timeline\">The "
			    "timeline</h2><p class=\"lead\">What happened, as it is told, the latest day first.");
	if (p->all_events > p->events.n)
		buf_printf(&p->html, " The latest %zu of %.*s; timeline.csv has all.", p->events.n,
			   STR_ARG(page_count(&p->scratch, (int64_t)p->all_events, "event")));
	page_html(&p->html, p->events.n ? "</p>\n" : " Nothing yet.</p>\n");
	add_days(p, 0, dated);
	if (dated < p->events.n)
		add_day(p, &p->events.at[dated], p->events.n - dated);
	page_html(&p->html, "</section>\n");
	page_flush(p);
}
