#include "value.h"

/* Which of low, best and high the one number of a wording fills. */
static const struct {
	bool low, best, high;
} fills[] = {
	[QUALIFIER_EXACT] = {true, true, true},		[QUALIFIER_APPROX] = {false, true, false},
	[QUALIFIER_APPROX_BELOW] = {false, true, true}, [QUALIFIER_APPROX_ABOVE] = {true, true, false},
	[QUALIFIER_AT_LEAST] = {true, true, false},	[QUALIFIER_MORE_THAN] = {true, true, false},
	[QUALIFIER_AT_MOST] = {false, true, true},	[QUALIFIER_LESS_THAN] = {false, true, true},
};

/* A range or a vague count: its two ends; a missing second end leaves that side open. */
static struct value two_ends(const struct mention *m)
{
	struct value v = {0};

	v.low = m->value_to.known ? decimal_min(m->value, m->value_to) : m->value;
	v.high = m->value_to.known ? decimal_max(m->value, m->value_to) : DECIMAL_NULL;
	return v;
}

struct value value_of(const struct mention *m)
{
	struct value v = {0};

	if (!m->value.known || m->qualifier <= QUALIFIER_NONE || m->qualifier > QUALIFIER_ORDER)
		return v;
	if (m->qualifier == QUALIFIER_RANGE || m->qualifier == QUALIFIER_ORDER)
		return two_ends(m);
	v.low = fills[m->qualifier].low ? m->value : DECIMAL_NULL;
	v.best = fills[m->qualifier].best ? m->value : DECIMAL_NULL;
	v.high = fills[m->qualifier].high ? m->value : DECIMAL_NULL;
	return v;
}
