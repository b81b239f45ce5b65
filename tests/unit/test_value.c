#include <criterion/criterion.h>

#include "value.h"

static struct mention stated(int qualifier, int64_t value, int64_t to)
{
	return (struct mention){
		.qualifier = qualifier, .value = decimal_of(value), .value_to = to ? decimal_of(to) : DECIMAL_NULL};
}

/* -1 stands for null. */
static bool is(struct decimal d, int64_t want)
{
	return want < 0 ? !d.known : decimal_eq(d, decimal_of(want));
}

Test(value, follows_the_wording)
{
	static const struct {
		int qualifier;
		int64_t value, to, low, best, high;
	} cases[] = {
		{QUALIFIER_EXACT, 4500, 0, 4500, 4500, 4500},
		{QUALIFIER_APPROX, 60, 0, -1, 60, -1},
		{QUALIFIER_APPROX_BELOW, 80, 0, -1, 80, 80},
		{QUALIFIER_APPROX_ABOVE, 90, 0, 90, 90, -1},
		{QUALIFIER_AT_LEAST, 15, 0, 15, 15, -1},
		{QUALIFIER_MORE_THAN, 9500, 0, 9500, 9500, -1},
		{QUALIFIER_AT_MOST, 700, 0, -1, 700, 700},
		{QUALIFIER_LESS_THAN, 40, 0, -1, 40, 40},
		{QUALIFIER_RANGE, 1500, 5000, 1500, -1, 5000},
		{QUALIFIER_RANGE, 9, 7, 7, -1, 9},
		{QUALIFIER_ORDER, 100, 1000, 100, -1, 1000},
		{QUALIFIER_EXACT, 0, 0, 0, 0, 0},
		{QUALIFIER_NONE, 5, 0, -1, -1, -1},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct mention m = stated(cases[i].qualifier, cases[i].value, cases[i].to);
		struct value v = value_of(&m);

		cr_expect(is(v.low, cases[i].low) && is(v.best, cases[i].best) && is(v.high, cases[i].high), "case %zu",
			  i);
	}
}

Test(value, of_no_number_is_null)
{
	struct mention m = {.qualifier = QUALIFIER_EXACT};
	struct value v = value_of(&m);

	cr_expect(!v.low.known && !v.best.known && !v.high.known);
}

Test(value, of_half_a_range_leaves_that_side_open)
{
	struct mention m = stated(QUALIFIER_RANGE, 5, 0);
	struct value v = value_of(&m);

	cr_expect(is(v.low, 5) && !v.high.known);
}
