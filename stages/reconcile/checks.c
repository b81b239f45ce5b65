#include "checks_parts.h"

#include <stdlib.h>

#include "base/hash.h"
#include "words.h"

void checks_add(struct checks *out, struct check *c, struct arena *arena)
{
	struct str parts[] = {c->kind, strs_join(arena, c->tracks), c->as_of};

	c->id = hash_id(arena, 'k', parts, 3);
	LIST_ADD(arena, out, *c);
}

static struct str quantity(const struct track *t, struct arena *arena)
{
	return words_quantity(arena, t->measure, t->subject, t->unit, &t->place);
}

struct decimal checks_stretch(struct decimal number, long percent)
{
	return decimal_mul(number, decimal_make(100 + percent, 2));
}

bool checks_is_within(struct decimal part, struct decimal high, bool open_high, long tolerance_percent)
{
	return open_high || !part.known || !high.known ||
	       decimal_cmp(part, checks_stretch(high, tolerance_percent)) <= 0;
}

static bool is_within(struct decimal part, const struct track *whole, long tolerance)
{
	return checks_is_within(part, whole->high, whole->open_high, tolerance);
}

struct str checks_later(struct str a, struct str b)
{
	return str_cmp(a, b) >= 0 ? a : b;
}

/* Assertion by its id, with the line that it is on. */
struct place_of_id {
	struct str id;
	const struct line *line;
};

struct ids {
	struct place_of_id *at;
	size_t n;
};

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct place_of_id *)a)->id, ((const struct place_of_id *)b)->id);
}

static struct ids index_statements(const struct tracks *tracks, struct arena *arena)
{
	struct ids ids = {0};
	size_t n = 0;

	for (size_t i = 0; i < tracks->n; i++)
		n += tracks->at[i].n;
	ids.at = ARENA_ARRAY(arena, struct place_of_id, n);
	for (size_t i = 0; i < tracks->n; i++)
		for (size_t k = 0; k < tracks->at[i].n; k++)
			ids.at[ids.n++] = (struct place_of_id){tracks->at[i].at[k].a->id, &tracks->at[i]};
	if (ids.n)
		qsort(ids.at, ids.n, sizeof *ids.at, by_id);
	return ids;
}

/* A part and its whole, as tracks. */
struct bond {
	const struct line *whole, *part;
};

struct bonds {
	struct bond *at;
	size_t n, room;
};

static int by_whole(const void *pa, const void *pb)
{
	const struct bond *a = pa, *b = pb;

	if (a->whole != b->whole)
		return a->whole < b->whole ? -1 : 1;
	return (a->part > b->part) - (a->part < b->part);
}

/* Each pair once, by whole, then part, in the order of tracks. */
static struct bonds find_bonds(const struct tracks *tracks, struct arena *arena)
{
	struct ids ids = index_statements(tracks, arena);
	struct bonds bonds = {0};
	size_t n = 0;

	for (size_t i = 0; i < tracks->n; i++)
		for (size_t k = 0; k < tracks->at[i].n; k++) {
			struct place_of_id key = {.id = tracks->at[i].at[k].a->part_of};
			const struct place_of_id *whole =
				key.id.n ? bsearch(&key, ids.at, ids.n, sizeof *ids.at, by_id) : NULL;
			struct bond bond = {whole ? whole->line : NULL, &tracks->at[i]};

			if (whole && whole->line != &tracks->at[i] &&
			    str_eq(whole->line->track.unit, tracks->at[i].track.unit)) /* a third is no part of 900 */
				LIST_ADD(arena, &bonds, bond);
		}
	if (bonds.n)
		qsort(bonds.at, bonds.n, sizeof *bonds.at, by_whole);
	for (size_t i = 0; i < bonds.n; i++)
		if (i == 0 || by_whole(&bonds.at[i], &bonds.at[i - 1]) != 0)
			bonds.at[n++] = bonds.at[i];
	bonds.n = n;
	return bonds;
}

static void check_part(const struct bond *b, const struct terms *terms, struct checks *out, struct arena *arena)
{
	const struct track *part = &b->part->track, *whole = &b->whole->track;
	struct decimal number = part->best.known ? part->best : part->low;
	struct check c = {.kind = STR("part_of_whole"),
			  .as_of = checks_later(part->as_of, whole->as_of),
			  .place = whole->place,
			  .expected = whole->best.known ? whole->best : whole->high,
			  .found = number};

	strs_add(arena, &c.tracks, whole->id);
	strs_add(arena, &c.tracks, part->id);
	c.holds = is_within(number, whole, terms->conf->tolerance_percent);
	c.why = str_printf(arena, "%.*s (%.*s) is stated as part of %.*s (%.*s)", STR_ARG(quantity(part, arena)),
			   STR_ARG(decimal_grouped(arena, c.found)), STR_ARG(quantity(whole, arena)),
			   STR_ARG(decimal_grouped(arena, c.expected)));
	checks_add(out, &c, arena);
}

/* Two parts or more, of one measure, against their whole. */
static void check_sum(const struct bond *b, size_t n, const struct terms *terms, struct checks *out,
		      struct arena *arena)
{
	const struct track *whole = &b[0].whole->track;
	struct check c = {.kind = STR("sum_of_parts"),
			  .as_of = whole->as_of,
			  .place = whole->place,
			  .expected = whole->best.known ? whole->best : whole->high,
			  .found = decimal_of(0)};
	struct buf parts = {.arena = arena};

	strs_add(arena, &c.tracks, whole->id);
	for (size_t i = 0; i < n; i++) {
		const struct track *part = &b[i].part->track;
		struct decimal number = part->best.known ? part->best : part->low;

		if (!str_eq(part->measure, whole->measure))
			continue;
		strs_add(arena, &c.tracks, part->id);
		c.found = decimal_add(c.found, number);
		c.as_of = checks_later(c.as_of, part->as_of);
		buf_printf(&parts, "%s%.*s %.*s", parts.n ? " + " : "", STR_ARG(part->subject),
			   STR_ARG(decimal_grouped(arena, number)));
	}
	if (c.tracks.n < 3 || !c.found.known)
		return;
	c.holds = is_within(c.found, whole, terms->conf->tolerance_percent);
	c.why = str_printf(arena, "%.*s = %.*s, of %.*s (%.*s)", STR_ARG(buf_str(&parts)),
			   STR_ARG(decimal_grouped(arena, c.found)), STR_ARG(quantity(whole, arena)),
			   STR_ARG(decimal_grouped(arena, c.expected)));
	checks_add(out, &c, arena);
}

static void check_parts(const struct tracks *tracks, const struct terms *terms, struct checks *out, struct arena *arena)
{
	struct bonds bonds = find_bonds(tracks, arena);

	for (size_t i = 0, end; i < bonds.n; i = end) {
		for (end = i; end < bonds.n && bonds.at[end].whole == bonds.at[i].whole; end++)
			check_part(&bonds.at[end], terms, out, arena);
		if (end - i > 1)
			check_sum(&bonds.at[i], end - i, terms, out, arena);
	}
}

/* Of a total estimated on two days or more: the first fall, or that there was none. */
static void check_monotony(const struct line *l, struct checks *out, struct arena *arena)
{
	const struct estimate *e = l->estimates.at, *before = NULL;
	struct check c = {.kind = STR("monotony"), .place = l->track.place, .holds = true};

	if (l->track.aspect != ASPECT_CUMULATIVE || l->estimates.n < 2)
		return;
	for (size_t i = 0; i < l->estimates.n && c.holds; i++) {
		if (!e[i].best.known)
			continue;
		c.holds = !before || decimal_cmp(before->best, e[i].best) <= 0;
		c.expected = before ? before->best : e[i].best;
		c.found = e[i].best;
		c.as_of = e[i].as_of;
		before = &e[i];
	}
	strs_add(arena, &c.tracks, l->track.id);
	c.why = str_printf(arena,
			   c.holds ? "%.*s never fell: it went from %.*s to %.*s" : "%.*s fell from %.*s to %.*s",
			   STR_ARG(quantity(&l->track, arena)), STR_ARG(decimal_grouped(arena, c.expected)),
			   STR_ARG(decimal_grouped(arena, c.found)));
	if (before)
		checks_add(out, &c, arena);
}

/* What days added, of each covered day the estimate of the last day that tells of it. */
static struct decimal sum_of_flows(const struct line *flow)
{
	struct decimal sum = decimal_of(0);

	for (size_t i = 0; i < flow->estimates.n; i++) {
		const struct estimate *e = &flow->estimates.at[i];
		int32_t covers = flow->sides[i].n ? flow->sides[i].at[0]->covers : NO_DAY;
		bool last = i + 1 == flow->estimates.n || flow->sides[i + 1].n == 0 ||
			    flow->sides[i + 1].at[0]->covers != covers;

		if (last)
			sum = decimal_add(sum, e->best.known ? e->best : e->low);
	}
	return sum;
}

bool checks_same_but_aspect(const struct track *a, const struct track *b)
{
	return str_eq(a->place.parent_id, b->place.parent_id) && str_eq(a->measure, b->measure) &&
	       str_eq(a->subject, b->subject) && str_eq(a->unit, b->unit) && str_eq(a->scope, b->scope);
}

bool checks_meet(const struct line *a, const struct line *b)
{
	return a->from <= b->to && b->from <= a->to;
}

static void check_flows(const struct line *total, const struct line *flow, const struct terms *terms,
			struct checks *out, struct arena *arena)
{
	const struct track *t = &total->track;
	struct check c = {.kind = STR("flows"),
			  .as_of = checks_later(t->as_of, flow->track.as_of),
			  .place = t->place,
			  .expected = t->best.known ? t->best : t->high,
			  .found = sum_of_flows(flow)};

	if (!c.found.known || !c.expected.known || t->aspect == ASPECT_STOCK)
		return;
	strs_add(arena, &c.tracks, t->id);
	strs_add(arena, &c.tracks, flow->track.id);
	c.holds = is_within(c.found, t, terms->conf->tolerance_percent);
	c.why = str_printf(arena, "what single days added to %.*s sums up to %.*s; the total stated is %.*s",
			   STR_ARG(quantity(t, arena)), STR_ARG(decimal_grouped(arena, c.found)),
			   STR_ARG(decimal_grouped(arena, c.expected)));
	checks_add(out, &c, arena);
}

void checks_make(const struct tracks *tracks, const struct terms *terms, struct checks *out, struct arena *arena)
{
	check_parts(tracks, terms, out, arena);
	for (size_t i = 0; i < tracks->n; i++) {
		const struct line *l = &tracks->at[i];

		check_monotony(l, out, arena);
		checks_balances(tracks, l, terms, out, arena);
		/* Totals come before additions of the same quantity. */
		for (size_t k = i; k-- > 0 && l->track.aspect == ASPECT_FLOW &&
				   checks_same_but_aspect(&tracks->at[k].track, &l->track);)
			if (tracks->at[k].track.aspect != ASPECT_FLOW && checks_meet(&tracks->at[k], l))
				check_flows(&tracks->at[k], l, terms, out, arena);
	}
}

static int by_place_and_kind(const void *pa, const void *pb)
{
	const struct check *a = pa, *b = pb;
	int c = str_cmp(a->place.parent_id, b->place.parent_id);

	c = c ? c : str_cmp(a->kind, b->kind);
	c = c ? c : str_cmp(a->as_of, b->as_of);
	return c ? c : str_cmp(a->id, b->id);
}

void checks_sort(struct checks *checks)
{
	if (checks->n)
		qsort(checks->at, checks->n, sizeof *checks->at, by_place_and_kind);
}
