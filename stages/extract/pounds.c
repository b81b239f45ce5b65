/* Pounds of money among those of weight: "a 35 million pound loan", "worth 2 million pounds", "85 million euros (74
 * million pounds)". */
#include "numbers.h"

enum { NEAR = 4 }; /* [tokens] */

static bool is_mark(const struct number_scan *s, uint32_t i)
{
	return i >= s->end || s->r->tokens.at[i].kind == TOKEN_MARK;
}

/* "was fined |", "at a cost of |": a word of paying shortly before, and nothing measured out behind. */
static bool is_paid_before(const struct number_scan *s, const struct number *n)
{
	if (figure_token_is(s->r, n->first + n->n, "of"))
		return false; /* "sold 300 pounds of beef" */
	for (uint32_t i = n->first; i > s->start && n->first - i < NEAR && !is_mark(s, i - 1); i--)
		if (figure_word(s->r, i - 1, FUNCTION_PAYMENT))
			return true;
	return false;
}

/* "| loan", "| of debt", "| in damages" */
static bool is_paid_behind(const struct number_scan *s, const struct number *n)
{
	uint32_t i = n->first + n->n;
	bool joined = figure_token_is(s->r, i, "of") || figure_token_is(s->r, i, "in");

	i += joined || figure_token_is(s->r, i, "a");
	for (uint32_t k = i; k < i + (joined ? 1 : 2) && number_at_word(s, k); k++)
		if (figure_word(s->r, k, FUNCTION_PAYMENT))
			return true;
	return false;
}

/* "85 million euros (| 74 million pounds)" */
static bool is_converted(const struct number_scan *s, const struct number *n, const struct numbers *before)
{
	const struct number *last = before->n ? &before->at[before->n - 1] : NULL;

	return last && last->kind == AMOUNT_MONEY && last->first + last->n + 1 == n->first &&
	       figure_token_is(s->r, n->first - 1, "(");
}

void pounds_read(const struct number_scan *s, struct number *n, const struct numbers *before)
{
	if (!str_is(n->unit, "pound") || !(is_paid_before(s, n) || is_paid_behind(s, n) || is_converted(s, n, before)))
		return;
	n->unit = STR("GBP");
	n->quantity = STR("money");
	n->kind = AMOUNT_MONEY;
}
