#include "blows.h"

#include <stdlib.h>

/* One episode of one quantity. */
struct episode {
	struct statement *at;	  /* [n] in order of time */
	struct decimal *greatest; /* [n] the greatest number stated up to this one */
	size_t n;
};

/* The greatest number stated before that day; null: none. */
static struct decimal stated_before(const struct episode *e, int32_t day)
{
	size_t low = 0, high = e->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (e->at[mid].said < day)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? e->greatest[low - 1] : DECIMAL_NULL;
}

enum { LOOK_BACK = 64 }; /* statements of an episode */

/* "Five days of shelling left 36 dead", of a source that counted 35 before: its count goes on. */
static bool goes_on(const struct episode *e, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k <= LOOK_BACK;)
		if (!e->at[k].adds && !e->at[k].vague && str_eq(e->at[k].organisation, e->at[i].organisation))
			return decimal_cmp(e->at[i].most, e->at[k].least) >= 0;
	return false;
}

/* "23 people died in the shipwreck", told on the day of an arrest: a count of all that was stated before, beside which
 * others count up to twice as many. */
static bool repeats_total(const struct episode *e, size_t i, struct decimal greatest)
{
	const struct statement *s = &e->at[i];

	if (decimal_cmp(decimal_mul(s->most, decimal_of(2)), greatest) < 0)
		return false;
	for (size_t k = i; k-- > 0 && i - k <= LOOK_BACK;)
		if (!e->at[k].adds && !e->at[k].vague && e->at[k].said < s->said &&
		    decimal_eq(e->at[k].least, s->least))
			return true;
	return false;
}

/* The number of some days, less than what was stated before them? Or one of so much less than the greatest number
 * stated by then that it must be one. */
static bool is_blow(const struct episode *e, size_t i)
{
	enum { TIMES = 20 };
	const struct statement *s = &e->at[i];
	int32_t first, last;

	if (!statement_own_days(s, &first, &last) || s->vague)
		return false;
	struct decimal total = stated_before(e, first), by_now = stated_before(e, s->said + 1);

	if (by_now.known && decimal_cmp(decimal_mul(s->most, decimal_of(TIMES)), by_now) <= 0)
		return true;
	return total.known && decimal_cmp(s->most, total) < 0 && !goes_on(e, i) && !repeats_total(e, i, total);
}

/* Whether any of its statements was found to add. */
static bool settle_episode(struct episode *e, struct arena *arena)
{
	bool any = false;

	e->greatest = arena_more(arena, NULL, 0, e->n, sizeof *e->greatest);
	for (size_t i = 0; i < e->n; i++) {
		struct decimal before = i ? e->greatest[i - 1] : DECIMAL_NULL;

		e->greatest[i] = e->at[i].vague ? before : decimal_max(before, e->at[i].least);
	}
	for (size_t i = 0; i < e->n; i++)
		if (is_blow(e, i)) {
			int32_t first;

			e->at[i].adds = any = statement_own_days(&e->at[i], &first, &e->at[i].covers);
			e->at[i].spans = first < e->at[i].covers;
		}
	return any;
}

void blows_settle(struct statements *all, const struct terms *terms)
{
	bool any = false;

	for (size_t i = 0, end; i < all->n; i = end) {
		const struct statement *s = &all->at[i];
		struct arena own = {0};

		end = statements_episode_end(all, i, terms->conf->episode_silence_days);
		struct episode e = {.at = all->at + i, .n = end - i};

		if (e.n > 1 && s->a->aspect == ASPECT_CUMULATIVE && str_is_empty(s->scope))
			any |= settle_episode(&e, &own);
		arena_free(&own);
	}
	if (any)
		statements_sort(all);
}
