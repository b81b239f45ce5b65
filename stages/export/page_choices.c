/* page: places, measures and sources that one can filter by, the most frequent first. */
#include <stdlib.h>

#include "page.h"
#include "page_choices.h"
#include "page_words.h"

static uint32_t add(struct page *p, struct page_choices *all, struct str id, struct str name)
{
	struct page_choice choice = {.id = id, .name = name};
	uint32_t n;

	all->index.arena = p->keep;
	n = page_index_add(&all->index, id, (uint32_t)all->n);
	if (n == all->n)
		LIST_ADD(p->keep, all, choice);
	all->at[n].n++;
	return n;
}

struct str page_place_name(struct arena *arena, const struct place_ref *place)
{
	struct buf b = {.arena = arena};

	if (place->name.n == 0)
		return STR("No place named");
	buf_add(&b, place->name);
	if (place->admin1.n && !str_eq(place->admin1, place->name))
		buf_printf(&b, ", %.*s", STR_ARG(place->admin1));
	if (place->country.n && !str_eq(place->country, place->id))
		buf_printf(&b, " (%.*s)", STR_ARG(place->country));
	return buf_str(&b);
}

static void add_place(struct page *p, const struct place_ref *place)
{
	add(p, &p->places, place->id, page_place_name(p->keep, place));
}

/* "No place named: Helicopter crashes in fog": a story without a place is told by the title of an article. */
static struct str place_of(struct page *p, const struct page_track *t)
{
	enum { TITLE = 60 }; /* [bytes] */
	struct str name = page_place_name(p->keep, &t->track.place);

	for (size_t i = 0; i < t->n && t->track.place.name.n == 0; i++) {
		const struct page_statement *s = &t->statements[i];

		if (s->found && s->n_reports && s->reports[0].title.n)
			return str_concat(
				p->keep,
				(struct str[]){name, STR(": "), page_short(p->keep, s->reports[0].title, TITLE)}, 3);
	}
	return name;
}

static void add_track(struct page *p, struct page_track *t)
{
	t->place = add(p, &p->places, t->track.place.id, place_of(p, t));
	t->measure = add(p, &p->measures, t->track.measure,
			 page_quantity_name(p->keep, (struct page_quantity){.measure = t->track.measure}));
	p->places.at[t->place].n += (uint32_t)t->n; /* places of many statements come first */
	for (size_t i = 0; i < t->n; i++)
		if (t->statements[i].found)
			add(p, &p->sources, t->statements[i].source, t->statements[i].who);
}

static int by_count(const void *a, const void *b)
{
	const struct page_choice *x = *(struct page_choice *const *)a, *y = *(struct page_choice *const *)b;

	if ((x->id.n == 0) != (y->id.n == 0)) /* no place comes last */
		return x->id.n == 0 ? 1 : -1;
	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return str_cmp(x->id, y->id);
}

static void rank(struct page_choices *all)
{
	struct page_choice **order = calloc(all->n + 1, sizeof *order);

	if (!order)
		die(EXIT_INTERNAL, "out of memory writing the page");
	for (size_t i = 0; i < all->n; i++)
		order[i] = &all->at[i];
	qsort(order, all->n, sizeof *order, by_count);
	for (size_t i = 0; i < all->n; i++)
		order[i]->rank = (uint32_t)i;
	free(order);
}

void page_choose(struct page *p)
{
	for (size_t i = 0; i < p->n_tracks; i++)
		add_track(p, &p->tracks[i]);
	for (size_t i = 0; i < p->events.n; i++)
		add_place(p, &p->events.at[i].row.event.place);
	for (size_t i = 0; i < p->contradictions.n; i++)
		add_place(p, &p->contradictions.at[i].place);
	rank(&p->places);
	rank(&p->measures);
	rank(&p->sources);
}

/* Its number in a filter attribute; -1 when it cannot be chosen. */
static int number_of(const struct page_choices *all, struct str id)
{
	uint32_t n;

	return page_index_find(&all->index, id, &n) ? (int)n : -1;
}

void page_filter_data(struct page *p, struct str place, struct str measure, const struct str *sources, size_t n)
{
	int number = number_of(&p->places, place);

	buf_printf(&p->html, " data-place=\"%d\"", number);
	if (measure.n)
		buf_printf(&p->html, " data-measure=\"%d\"", number_of(&p->measures, measure));
	if (sources)
		buf_printf(&p->html, " data-source=\"");
	for (size_t i = 0; i < n; i++) {
		bool again = false;

		number = number_of(&p->sources, sources[i]);
		for (size_t k = 0; k < i && !again; k++)
			again = str_eq(sources[k], sources[i]);
		if (number >= 0 && !again)
			buf_printf(&p->html, "%d ", number);
	}
	if (sources)
		page_html(&p->html, "\"");
}

/* --- the form --- */

enum { OPTIONS = 400 };

static int by_name(const void *a, const void *b)
{
	const struct page_choice *x = *(struct page_choice *const *)a, *y = *(struct page_choice *const *)b;
	int order = str_cmp(x->name, y->name);

	return order ? order : str_cmp(x->id, y->id);
}

static void select_of(struct page *p, const struct page_choices *all, const char *id, const char *label,
		      const char *any)
{
	const struct page_choice **order = ARENA_ARRAY(&p->scratch, const struct page_choice *, all->n + 1);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].rank < OPTIONS)
			order[n++] = &all->at[i];
	if (n)
		qsort(order, n, sizeof *order, by_name);
	buf_printf(&p->html, "<p><label for=\"by-%s\">%s</label><select id=\"by-%s\"><option value=\"\">%s</option>",
		   id, label, id, any);
	for (size_t i = 0; i < n; i++) {
		buf_printf(&p->html, "<option value=\"%d\">", (int)(order[i] - all->at));
		page_text(&p->html, order[i]->name);
		page_html(&p->html, "</option>");
	}
	page_html(&p->html, "</select></p>");
}

void page_filter(struct page *p)
{
	page_html(&p->html, "<form id=\"filter\" hidden role=\"search\" aria-label=\"Filter the page\">");
	select_of(p, &p->places, "place", "Place", "All places");
	select_of(p, &p->measures, "measure", "Measure", "All measures");
	select_of(p, &p->sources, "source", "Source", "All sources");
	page_html(&p->html, "<p><button type=\"reset\">Show all</button></p>"
			    "<p id=\"shown\" role=\"status\"></p></form>\n");
	page_flush(p);
}
