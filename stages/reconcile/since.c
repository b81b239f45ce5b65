#include "since.h"

#include <stdlib.h>

#include "beside.h"

static bool of_days(const struct statement *s)
{
	int32_t first, last;

	return statement_own_days(s, &first, &last);
}

/* Does the later number go on from the earlier one: not below it, nor half as much again? */
static bool go_on(struct decimal earlier, struct decimal later)
{
	enum { LEAST = 20 }; /* small numbers meet by chance */

	return decimal_cmp(earlier, decimal_of(LEAST)) >= 0 && decimal_cmp(earlier, later) <= 0 &&
	       decimal_cmp(later, decimal_mul(earlier, decimal_make(15, 1))) <= 0;
}

static bool goes_on(const struct statement *s, const struct statement *total)
{
	return s->said <= total->said ? go_on(s->most, total->most) : go_on(total->most, s->most);
}

/* Is the count [n] of one scope that of the total? */
static bool is_total(const struct statements *all, const struct statement *at, size_t n, const struct terms *terms)
{
	struct statement like = *at;
	bool one = false;

	if (!str_starts(at->scope, STR("since ")) || at->adds)
		return false;
	like.scope = STR_NULL;
	struct beside totals = beside_of(all, &like);

	for (size_t i = 0; i < n && totals.n; i++) {
		struct beside near = beside_within(totals, at[i].said, terms->conf->episode_silence_days);

		for (size_t k = 0; k < near.n && !at[i].vague; k++) {
			const struct statement *t = &near.at[k];

			if (t->said == at[i].said && !decimal_eq(t->most, at[i].most) &&
			    beside_in_one_article(t, &at[i]))
				return false;
			one |= !t->vague && !of_days(t) && goes_on(&at[i], t);
		}
	}
	return one;
}

void since_settle(struct statements *all, const struct terms *terms)
{
	struct arena own = {0};
	bool *total = statements_of_episodes(all, terms, is_total, &own);

	for (size_t i = 0; total && i < all->n; i++)
		if (total[i])
			all->at[i].scope = STR_NULL;
	if (total)
		statements_sort(all);
	arena_free(&own);
}
