#include "current.h"

#include <stdlib.h>

#include "some.h"

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_source(const void *pa, const void *pb)
{
	const struct statement *a = ((const struct standing *)pa)->s, *b = ((const struct standing *)pb)->s;
	int c = str_cmp(a->organisation, b->organisation);

	c = c ? c : cmp_int(a->vague, b->vague);
	c = c ? c : cmp_int(a->said, b->said);
	c = c ? c : cmp_int(a->known, b->known);
	c = c ? c : decimal_cmp(a->most, b->most);
	return c ? c : str_cmp(a->a->id, b->a->id);
}

static bool same_source(const struct statement *a, const struct statement *b)
{
	return a->vague == b->vague && str_eq(a->organisation, b->organisation);
}

/* Does `next`, of the same source, take the place of s? Of one day's specific numbers
 * the last counts: the latest published, then the greatest (the total over its parts);
 * vague ones of one day ("thousands", "tens of thousands") stand side by side. */
static bool takes_place(const struct statement *next, const struct statement *s)
{
	return same_source(next, s) && (!s->vague || next->said > s->said);
}

static void keep_latest(struct current *c)
{
	size_t n = 0;

	if (c->n)
		qsort(c->at, c->n, sizeof *c->at, by_source);
	for (size_t i = 0; i < c->n; i++) {
		while (n && takes_place(c->at[i].s, c->at[n - 1].s)) {
			const struct statement *before = c->at[--n].s;

			c->at[i].revised |=
				before->said < c->at[i].s->said && decimal_cmp(before->least, c->at[i].s->most) > 0;
		}
		c->at[n++] = c->at[i];
	}
	c->n = n;
}

static int32_t newest(const struct current *c, bool covered)
{
	int32_t day = NO_DAY;

	for (size_t i = 0; i < c->n; i++) {
		int32_t one = covered ? c->at[i].s->covers : c->at[i].s->said;

		day = one > day ? one : day;
	}
	return day;
}

/* Does any tell what that day alone added? */
static bool tells_day(const struct current *c, int32_t day)
{
	for (size_t i = 0; i < c->n; i++)
		if (c->at[i].s->covers == day && !c->at[i].s->spans)
			return true;
	return false;
}

/* An addition counts for its own day alone; what several days added is no rival of one day's. */
static bool stands_as_addition(const struct statement *s, int32_t day, bool single)
{
	return s->covers == day && !(single && s->spans);
}

/* A publication holds no number: what it told to be missing on one day is out of date the next. */
static long stock_window(const struct statement *s, const struct conf *conf)
{
	return s->press ? 0 : conf->stock_window_days;
}

/* The greatest number stated after each day would settle it; one greater number stated
 * later than the window allows is enough. */
struct overtaker {
	int32_t said;
	struct decimal least; /* greatest of this day and all later ones */
};

static int by_day(const void *a, const void *b)
{
	return cmp_int(((const struct overtaker *)a)->said, ((const struct overtaker *)b)->said);
}

static size_t find_overtakers(const struct current *c, struct overtaker *out)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (!c->at[i].s->vague)
			out[n++] = (struct overtaker){c->at[i].s->said, c->at[i].s->least};
	if (n)
		qsort(out, n, sizeof *out, by_day);
	for (size_t i = n; i-- > 1;)
		out[i - 1].least = decimal_max(out[i - 1].least, out[i].least);
	return n;
}

/* A publication holds no number: what it told on one day is out of date the next. */
static bool is_overtaken(const struct statement *s, const struct overtaker *at, size_t n, int32_t newest_day,
			 long window)
{
	size_t low = 0, high = n;

	window = s->press ? 0 : window;

	if (newest_day - s->said <= window)
		return false;
	while (low < high) {
		size_t mid = (low + high) / 2;

		if (at[mid].said > s->said)
			high = mid;
		else
			low = mid + 1;
	}
	return low < n && decimal_cmp(at[low].least, s->most) > 0;
}

static void drop_stale(struct current *c)
{
	struct arena scratch = {0};
	struct overtaker *overtakers = ARENA_ARRAY(&scratch, struct overtaker, c->n);
	size_t n = 0, later = find_overtakers(c, overtakers);
	struct decimal greatest = later ? overtakers[0].least : DECIMAL_NULL;
	int32_t said = newest(c, false), covered = newest(c, true);
	bool adds = aspect_adds(c->aspect), stock = c->aspect == ASPECT_STOCK, single = adds && tells_day(c, covered);

	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;
		bool stands = said - s->said <= c->conf->episode_silence_days;

		if (adds)
			stands = stands_as_addition(s, covered, single);
		else if (stock)
			stands = stands && said - s->said <= stock_window(s, c->conf);
		else
			stands = stands && !is_overtaken(s, overtakers, later, said, c->conf->total_window_days) &&
				 !some_is_share(s, greatest);
		if (stands)
			c->at[n++] = c->at[i];
	}
	c->n = n;
	arena_free(&scratch);
}

/* A single one is some of more: before it takes the place of its source's total, for "one victim was shot in the leg"
 * is no revision. */
static void drop_singles(struct current *c)
{
	struct decimal greatest = DECIMAL_NULL;
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (!c->at[i].s->vague)
			greatest = decimal_max(greatest, c->at[i].s->least);
	for (size_t i = 0; i < c->n; i++)
		if (!some_is_single(c->at[i].s, greatest))
			c->at[n++] = c->at[i];
	c->n = n;
}

void current_add(struct current *c, const struct statement *const *new, size_t n)
{
	for (size_t i = 0; i < c->n; i++)
		c->at[i].revised = false;
	for (size_t i = 0; i < n; i++) {
		struct standing one = {.s = new[i]};

		LIST_ADD(c->arena, c, one);
	}
	if (aspect_adds(c->aspect))
		drop_stale(c);		    /* before a source's earlier day takes the place of nothing */
	else if (c->aspect != ASPECT_STOCK) /* of those missing, one may be left */
		drop_singles(c);
	keep_latest(c);
	drop_stale(c);
	if (aspect_adds(c->aspect)) /* of one day by now: the general's death is one of the day's 214 */
		drop_singles(c);
}
