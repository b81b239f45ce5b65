#include "current.h"

#include <stdlib.h>

#include "overtaken.h"
#include "quoted.h"
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
	c = c || a->a->aspect != ASPECT_STOCK ? c : moment_cmp(a->seen, b->seen);
	c = c ? c : decimal_cmp(a->most, b->most);
	return c ? c : str_cmp(a->a->id, b->a->id);
}

static bool same_source(const struct statement *a, const struct statement *b)
{
	return a->vague == b->vague && str_eq(a->organisation, b->organisation);
}

/* Does `next`, of the same source, take the place of s? Of one day's specific numbers
 * the last counts: the latest published, of a stock, which may fall, by the clock too; then
 * the greatest (the total over its parts); vague ones of one day ("thousands", "tens of
 * thousands") stand side by side. */
static bool takes_place(const struct statement *next, const struct statement *s)
{
	return same_source(next, s) && (!s->vague || next->said > s->said);
}

static void drop_left_behind(struct current *c, const struct went_on *steps)
{
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (!overtaken_by_step(c->at[i].s, steps, c->aspect == ASPECT_STOCK))
			c->at[n++] = c->at[i];
	c->n = n;
}

/* What takes the place of what, for others may have told the same until then. */
static void keep_latest(struct current *c)
{
	struct arena scratch = {0};
	struct went_on steps = {.arena = &scratch};
	size_t n = 0;

	if (c->n)
		qsort(c->at, c->n, sizeof *c->at, by_source);
	for (size_t i = 0; i < c->n; i++) {
		while (n && takes_place(c->at[i].s, c->at[n - 1].s)) {
			const struct statement *before = c->at[--n].s;

			if (before->said < c->at[i].s->said && decimal_cmp(before->least, c->at[i].s->most) > 0 &&
			    !statement_overlaps(before, c->at[i].s)) { /* "at least 75" takes back no "up to 200" */
				c->at[i].revised = true;
				c->at[i].had = decimal_max(c->at[i].had, before->least);
			}
			went_on_add(&steps, before, c->at[i].s);
		}
		c->at[n++] = c->at[i];
	}
	c->n = n;
	if (!aspect_adds(c->aspect))
		drop_left_behind(c, &steps);
	arena_free(&scratch);
}

/* A number that was only told as one from before counts until a later day has one of its own. */
static void drop_former(struct current *c)
{
	int32_t day = NO_DAY;
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;

		if (!s->a->former && !s->vague && s->said > day)
			day = s->said;
	}
	for (size_t i = 0; i < c->n; i++)
		if (!c->at[i].s->a->former || c->at[i].s->said >= day)
			c->at[n++] = c->at[i];
	c->n = n;
}

/* "Three are in critical condition" counts where nobody tells how many are hurt in all. */
static void drop_some(struct current *c)
{
	struct decimal greatest = DECIMAL_NULL;
	size_t n = 0;

	for (size_t i = 0; i < c->n; i++)
		if (!c->at[i].s->a->some && !c->at[i].s->vague)
			greatest = decimal_max(greatest, c->at[i].s->most);
	for (size_t i = 0; i < c->n; i++) {
		const struct statement *s = c->at[i].s;

		if (!s->a->some || !greatest.known || decimal_cmp(s->least, greatest) > 0)
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

static void drop_stale(struct current *c)
{
	struct arena scratch = {0};
	struct overtakers later = overtakers_of(c, &scratch);
	size_t n = 0;
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
			stands =
				stands && !overtaken_by_number(s, &later, c->conf) && !some_is_share(s, later.greatest);
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
	if (!aspect_adds(c->aspect))
		drop_some(c); /* before it takes the place of its source's total, as a single one */
	keep_latest(c);
	if (!aspect_adds(c->aspect))
		drop_former(c);
	drop_stale(c);
	if (aspect_adds(c->aspect))
		drop_singles(c); /* of one day by now: the general's death is one of the day's 214 */
	else
		quoted_drop_some(c);
}
