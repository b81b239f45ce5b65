#include "figure_parts.h"

enum { BEFORE = 3, BEHIND = 3 }; /* [sentences] */

/* "all six people on board", "both pilots" */
static bool is_all(const struct reading *r, const struct figure *f)
{
	const struct token *before = f->first ? &r->tokens.at[f->first - 1] : NULL;

	return before && (str_is(before->lower, "all") || str_is(before->lower, "both"));
}

static bool is_stated(const struct figure *f)
{
	return f->measure.n && f->part_of < 0 && f->number.kind == AMOUNT_COUNT && f->number.value.known &&
	       f->modality == MODALITY_ACTUAL && f->polarity == POLARITY_ASSERTED && f->aspect == ASPECT_CUMULATIVE;
}

/* May all of f be some of those that g counts? What is many times as much is of another time. */
static bool may_hold(const struct figure *g, const struct figure *f)
{
	enum { TIMES = 4 };
	struct decimal times = decimal_mul(f->number.value, decimal_of(TIMES));

	return is_stated(g) && str_eq(g->measure, f->measure) &&
	       (str_eq(g->subject, f->subject) || str_is(g->subject, "people")) &&
	       decimal_cmp(f->number.value, g->number.value) < 0 && decimal_cmp(g->number.value, times) <= 0;
}

/* "since 2010, when a plane killed all 68 aboard": others, of another time. */
static bool is_of_a_year(const struct reading *r, const struct figure *f)
{
	for (uint32_t i = f->first; i-- > r->sentences.at[f->sentence].first + 2;)
		if (figure_token_is(r, i, "when") && figure_token_is(r, i - 1, ","))
			return figure_is_year(r, i - 2);
	return false;
}

static int32_t whole_of_all(const struct figures *all, size_t at)
{
	const struct figure *f = &all->at[at];

	for (size_t i = at; i-- > 0 && f->sentence - all->at[i].sentence <= BEFORE;)
		if (may_hold(&all->at[i], f))
			return (int32_t)i;
	for (size_t i = at + 1; i < all->n && all->at[i].sentence - f->sentence <= BEHIND; i++)
		if (may_hold(&all->at[i], f))
			return (int32_t)i;
	return -1;
}

void figure_link_all(const struct reading *r, struct figures *all)
{
	for (size_t i = 0; i < all->n; i++) {
		struct figure *f = &all->at[i];
		int32_t whole = is_stated(f) && is_all(r, f) && !is_of_a_year(r, f) ? whole_of_all(all, i) : -1;

		if (whole < 0)
			continue;
		f->part_of = whole;
		f->rules |= RULE_BIT(PART_OF);
	}
}
