#include "tolls.h"

#include <stdlib.h>

#include "base/hash.h"
#include "words.h"

static bool is_country(const struct place_ref *place)
{
	return str_starts(place->parent_id, STR("country:"));
}

static bool is_toll(const struct line *l)
{
	const struct track *t = &l->track;

	return t->aspect == ASPECT_CUMULATIVE && str_is_empty(t->scope) &&
	       (is_country(&t->place) || str_starts(t->place.parent_id, STR("admin1:")));
}

static struct strs documents_of(const struct line *l, struct arena *arena)
{
	struct strs documents = {0};

	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < l->at[i].a->documents.n; k++)
			strs_add(arena, &documents, l->at[i].a->documents.at[k]);
	strs_sort(&documents);
	documents.n = documents.n < TOLL_DOCUMENTS ? documents.n : TOLL_DOCUMENTS;
	return documents;
}

static struct toll toll_of(const struct line *l, struct arena *arena)
{
	const struct track *t = &l->track;
	struct toll toll = {.track = t->id,
			    .measure = t->measure,
			    .subject = t->subject,
			    .unit = t->unit,
			    .place = t->place,
			    .episode_from = t->episode_from,
			    .episode_to = t->episode_to,
			    .best = t->best,
			    .high = t->high,
			    .open_high = t->open_high,
			    .documents = documents_of(l, arena)};

	for (size_t i = 0; i < l->estimates.n; i++) {
		const struct estimate *e = &l->estimates.at[i];

		strs_add(arena, &toll.days, e->as_of);
		strs_add(arena, &toll.numbers, decimal_format(arena, e->best.known ? e->best : e->low));
	}
	return toll;
}

void tolls_collect(const struct tracks *tracks, struct tolls *out, struct arena *arena)
{
	for (size_t i = 0; i < tracks->n; i++)
		if (is_toll(&tracks->at[i])) {
			struct toll toll = toll_of(&tracks->at[i], arena);

			LIST_ADD(arena, out, toll);
		}
}

/* One country's tolls of one quantity. */
static int cmp_quantity(const struct toll *a, const struct toll *b)
{
	int c = str_cmp(a->place.country, b->place.country);

	c = c ? c : str_cmp(a->measure, b->measure);
	c = c ? c : str_cmp(a->subject, b->subject);
	return c ? c : str_cmp(a->unit, b->unit);
}

/* The country's own first; a place's episodes, which never overlap, in order of time. */
static int by_place_and_day(const void *pa, const void *pb)
{
	const struct toll *a = pa, *b = pb;
	int c = cmp_quantity(a, b);

	c = c ? c : is_country(&b->place) - is_country(&a->place);
	c = c ? c : str_cmp(a->place.parent_id, b->place.parent_id);
	c = c ? c : str_cmp(a->episode_from, b->episode_from);
	return c ? c : str_cmp(a->track, b->track);
}

static bool share_document(const struct toll *a, const struct toll *b)
{
	for (size_t i = 0, k = 0; i < a->documents.n && k < b->documents.n;) {
		int c = str_cmp(a->documents.at[i], b->documents.at[k]);

		if (c == 0)
			return true;
		i += c < 0;
		k += c > 0;
	}
	return false;
}

/* The last number told on that day or before; null: none. */
static struct decimal number_on(const struct toll *t, struct str day)
{
	struct decimal number = DECIMAL_NULL;

	for (size_t i = 0; i < t->days.n && str_cmp(t->days.at[i], day) <= 0; i++)
		if (!decimal_parse(t->numbers.at[i], &number, NULL))
			number = DECIMAL_NULL;
	return number;
}

/* A province within its country's total. */
struct share {
	const struct toll *whole, *part;
};

struct shares {
	struct share *at;
	size_t n, room;
};

static int by_whole(const void *pa, const void *pb)
{
	const struct share *a = pa, *b = pb;

	if (a->whole != b->whole)
		return a->whole < b->whole ? -1 : 1;
	return (a->part > b->part) - (a->part < b->part);
}

/* The first of the totals [n] that does not end before that day. */
static size_t first_since(const struct toll *wholes, size_t n, struct str day)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (str_cmp(wholes[mid].episode_to, day) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void find_shares(const struct toll *wholes, size_t n, const struct toll *part, struct shares *out,
			struct arena *arena)
{
	for (size_t i = first_since(wholes, n, part->episode_from);
	     i < n && str_cmp(wholes[i].episode_from, part->episode_to) <= 0; i++)
		if (share_document(&wholes[i], part)) {
			struct share share = {&wholes[i], part};

			LIST_ADD(arena, out, share);
		}
}

/* Of a province's episodes the last that is known by then counts. */
static bool is_counted(const struct share *at, size_t n, size_t i, struct str day)
{
	if (!number_on(at[i].part, day).known)
		return false;
	return i + 1 == n || !str_eq(at[i + 1].part->place.parent_id, at[i].part->place.parent_id) ||
	       !number_on(at[i + 1].part, day).known;
}

/* Provinces [n] of one total. */
static void check_places(const struct share *at, size_t n, long tolerance_percent, struct checks *out,
			 struct arena *arena)
{
	const struct toll *whole = at[0].whole;
	struct check c = {.kind = STR("sum_of_places"),
			  .as_of = whole->days.at[whole->days.n - 1],
			  .place = whole->place,
			  .expected = whole->best.known ? whole->best : whole->high,
			  .found = decimal_of(0)};
	struct buf parts = {.arena = arena};

	strs_add(arena, &c.tracks, whole->track);
	for (size_t i = 0; i < n; i++) {
		const struct place_ref *place = &at[i].part->place;
		struct decimal number = number_on(at[i].part, c.as_of);

		if (!is_counted(at, n, i, c.as_of))
			continue;
		strs_add(arena, &c.tracks, at[i].part->track);
		c.found = decimal_add(c.found, number);
		buf_printf(&parts, "%s%.*s %.*s", parts.n ? " + " : "",
			   STR_ARG(place->parent_name.n ? place->parent_name : place->name),
			   STR_ARG(decimal_grouped(arena, number)));
	}
	if (c.tracks.n < 3 || !c.found.known)
		return;
	c.holds = checks_is_within(c.found, whole->high, whole->open_high, tolerance_percent);
	c.why = str_printf(arena, "%.*s = %.*s, of %.*s (%.*s)", STR_ARG(buf_str(&parts)),
			   STR_ARG(decimal_grouped(arena, c.found)),
			   STR_ARG(words_quantity(arena, whole->measure, whole->subject, whole->unit, &whole->place)),
			   STR_ARG(decimal_grouped(arena, c.expected)));
	checks_add(out, &c, arena);
}

/* One country's tolls of one quantity, sorted. */
static void check_quantity(const struct toll *at, size_t n, long tolerance_percent, struct checks *out,
			   struct arena *arena)
{
	struct shares shares = {0};
	size_t wholes = 0;

	while (wholes < n && is_country(&at[wholes].place))
		wholes++;
	for (size_t i = wholes; i < n; i++)
		find_shares(at, wholes, &at[i], &shares, arena);
	if (shares.n)
		qsort(shares.at, shares.n, sizeof *shares.at, by_whole);
	for (size_t i = 0, end; i < shares.n; i = end) {
		for (end = i + 1; end < shares.n && shares.at[end].whole == shares.at[i].whole;)
			end++;
		if (shares.at[i].whole->days.n)
			check_places(&shares.at[i], end - i, tolerance_percent, out, arena);
	}
}

void tolls_check(struct tolls *tolls, long tolerance_percent, struct checks *out, struct arena *arena)
{
	if (tolls->n)
		qsort(tolls->at, tolls->n, sizeof *tolls->at, by_place_and_day);
	for (size_t i = 0, end; i < tolls->n; i = end) {
		for (end = i + 1; end < tolls->n && cmp_quantity(&tolls->at[i], &tolls->at[end]) == 0;)
			end++;
		check_quantity(tolls->at + i, end - i, tolerance_percent, out, arena);
	}
	checks_sort(out);
}
