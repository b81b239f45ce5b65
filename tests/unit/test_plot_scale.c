#include "folder_of_test.h"

#include "plot_scale.h"
#include "values/date.h"

TestSuite(plot_scale, .init = folder_begin, .fini = folder_end);

static struct decimal number(const char *text)
{
	struct decimal d = DECIMAL_NULL;

	cr_assert(*text == '\0' || decimal_parse(str_of(text), &d, NULL));
	return d;
}

Test(plot_scale, ticks_are_round_and_hold_all_numbers)
{
	static const struct {
		const char *least, *greatest, *first, *last;
	} cases[] = {
		{"8000", "9500", "7500", "9500"},
		{"1000", "9500", "0", "10000"},
		{"51", "52", "40", "52"},
		{"5", "5", "0", "5"},
		{"0", "0", "0", "1"},
		{"0.1", "0.5", "0", "0.5"},
		{"310000", "310000", "0", "400000"},
		{"-3", "4", "-4", "4"},
		{"99999999999999999", "1", "0", "100000000000000000"},
		{"", "", "0", "1"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct decimal values[] = {number(cases[i].least), number(cases[i].greatest)};
		struct plot_scale s = plot_scale_of(values, 2, 5);
		int n = 0;

		while (plot_scale_tick(&s, n).known)
			n++;
		cr_expect(n >= 2 && n <= 8, "%d ticks for %s to %s", n, cases[i].least, cases[i].greatest);
		for (int k = 0; k < 2 && values[k].known; k++)
			cr_expect(decimal_cmp(plot_scale_tick(&s, 0), values[k]) <= 0, "for %s", cases[i].least);
		expect_text(decimal_format(&arena, plot_scale_tick(&s, 0)), cases[i].first);
		expect_text(decimal_format(&arena, plot_scale_tick(&s, n - 1)), cases[i].last);
	}
}

Test(plot_scale, greater_numbers_lie_higher_and_none_lies_outside)
{
	struct decimal values[] = {decimal_of(0), decimal_of(100)};
	struct plot_scale s = plot_scale_of(values, 2, 5);
	int before = 200;

	for (int v = -10; v <= 110; v++) {
		int y = plot_scale_at(&s, decimal_of(v), 176);

		cr_expect(y >= 0 && y <= 176 && y <= before, "%d at %d", v, y);
		before = y;
	}
	cr_expect_eq(plot_scale_at(&s, decimal_of(0), 176), 176);
	cr_expect_eq(plot_scale_at(&s, decimal_of(100), 176), 0);
	cr_expect_eq(plot_scale_at(&s, decimal_of(50), 176), 88);
}

Test(plot_scale, marks_of_one_day_lie_side_by_side)
{
	struct plot_days d = {17150, 17151};
	int before = 0;

	for (int i = 0; i < 5; i++) {
		int x = plot_days_at(&d, 17150, i, 5);

		cr_expect(x > before && x < PLOT_WIDTH / 2, "mark %d at %d", i, x);
		before = x;
	}
	cr_expect_eq(plot_days_at(&d, 17150, 0, 1), PLOT_WIDTH / 4);
	cr_expect_eq(plot_days_edge(&d, 17151), PLOT_WIDTH / 2);
	cr_expect_eq(plot_days_edge(&d, 17160), PLOT_WIDTH);
	cr_expect_eq(plot_days_edge(&d, 0), 0);
	for (int i = 0; i < 1000; i++) {
		int x = plot_days_at(&d, 17151, i, 1000);

		cr_assert(x >= 0 && x <= PLOT_WIDTH);
	}
}

Test(plot_scale, few_days_are_labelled_however_long_the_span)
{
	static const int32_t spans[] = {0, 1, 4, 5, 9, 20, 40, 100, 400, 4000, 40000, 400000, 3652058};

	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		struct plot_days d = {DATE_DAYS_MIN, DATE_DAYS_MIN + spans[i]};
		int32_t labels[PLOT_LABELS];
		int n = plot_days_labels(&d, labels);

		cr_expect(n >= 1 && n <= PLOT_LABELS, "%d labels for %d days", n, spans[i]);
		for (int k = 0; k < n; k++)
			cr_expect(labels[k] >= d.first && labels[k] <= d.last && (k == 0 || labels[k] > labels[k - 1]),
				  "label %d of %d days", k, spans[i]);
	}
}
