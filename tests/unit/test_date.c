#include <criterion/criterion.h>

#include "values/date.h"

static struct str str_text(struct date d, struct arena *a)
{
	struct str s = date_format(a, d);

	return str_dup(a, s);
}

Test(date, reads_and_writes_its_three_grains)
{
	static const char *const good[] = {"2016",	 "2016-12",    "2016-12-16", "0001-01-01",
					   "9999-12-31", "2016-02-29", "2000-02-29"};
	struct arena a = {0};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct date d;

		cr_assert(date_parse(str_of(good[i]), &d, NULL), "%s", good[i]);
		cr_expect_str_eq(str_text(d, &a).at, good[i]);
	}
	arena_free(&a);
}

static const struct {
	const char *text, *wrong;
} bad[] = {
	{"2023-02-29", "day"}, {"1900-02-29", "day"}, {"2024-13", "month"}, {"2024-00", "month"},
	{"24-03-15", "year"},  {"", "year"},	      {"0000", "year"},	    {"2016-12-32", "day"},
	{"2016-12-1", "day"},  {"2016-1", "month"},   {"99999", "year"},    {"2016-12-16 ", "day"},
	{"+016", "year"},      {"2016-+2", "month"},
};

Test(date, names_the_part_that_is_wrong)
{
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err err;
		struct date d;

		cr_expect_not(date_parse(str_of(bad[i].text), &d, &err), "accepted '%s'", bad[i].text);
		cr_expect_str_eq(err.field, bad[i].wrong, "for '%s'", bad[i].text);
	}
}

Test(date, day_numbers_and_dates_are_one_to_one)
{
	int32_t last = DATE_DAYS_MIN - 1;

	cr_expect_eq(date_first_day(date_of(1970, 1, 1)), 0);
	cr_expect_eq(date_first_day(date_of(1, 1, 1)), DATE_DAYS_MIN);
	cr_expect_eq(date_first_day(date_of(9999, 12, 31)), DATE_DAYS_MAX);
	for (int32_t d = DATE_DAYS_MIN; d <= DATE_DAYS_MAX; d += 97) {
		cr_assert_eq(date_first_day(date_of_days(d)), d);
		cr_assert_gt(d, last);
		last = d;
	}
	cr_expect(date_is_none(date_of_days((int64_t)DATE_DAYS_MAX + 1)));
	cr_expect(date_is_none(date_of_days(INT64_MIN)));
}

Test(date, knows_weekdays_and_iso_weeks)
{
	static const struct {
		int y, m, d, weekday, week_year, week;
	} days[] = {
		{2016, 12, 16, 5, 2016, 50}, {2013, 3, 22, 5, 2013, 12}, {2016, 1, 1, 5, 2015, 53},
		{2018, 12, 31, 1, 2019, 1},  {2021, 1, 3, 7, 2020, 53},	 {1969, 7, 20, 7, 1969, 29},
		{1, 1, 1, 1, 1, 1},
	};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		int32_t n = date_first_day(date_of(days[i].y, days[i].m, days[i].d)), monday;
		int year, week = date_week(n, &year);

		cr_expect_eq(date_weekday(n), days[i].weekday);
		cr_expect_eq(week, days[i].week, "%d-%d-%d: %d", days[i].y, days[i].m, days[i].d, week);
		cr_expect_eq(year, days[i].week_year);
		cr_assert(date_of_week(year, week, &monday));
		cr_expect(monday <= n && n < monday + 7);
	}
	int32_t unused;

	cr_expect_not(date_of_week(2014, 53, &unused));
	cr_expect_not(date_of_week(2014, 0, &unused));
}

Test(date, adds_months_to_the_last_day_that_there_is)
{
	struct arena a = {0};

	cr_expect_str_eq(str_text(date_add_months(date_of(2016, 1, 31), 1), &a).at, "2016-02-29");
	cr_expect_str_eq(str_text(date_add_months(date_of(2016, 12, 15), -1), &a).at, "2016-11-15");
	cr_expect_str_eq(str_text(date_add_months(date_of(2016, 2, 0), 11), &a).at, "2017-01");
	cr_expect_str_eq(str_text(date_add_months(date_of(2016, 0, 0), -24), &a).at, "2014");
	cr_expect(date_is_none(date_add_months(date_of(2016, 0, 0), 1)), "a year has no next month");
	cr_expect(date_is_none(date_add_months(date_of(9999, 12, 1), 1)));
	cr_expect(date_is_none(date_add_months(date_of(1, 1, 1), -1)));
	cr_expect_str_eq(str_text(date_add_days(date_of(2016, 12, 31), 1), &a).at, "2017-01-01");
	cr_expect(date_is_none(date_add_days(date_of(2016, 12, 0), 1)), "a month has no next day");
	cr_expect(date_is_none(date_add_days(date_of(2016, 12, 1), INT64_MAX)));
	arena_free(&a);
}

Test(date, does_not_make_dates_that_are_none)
{
	cr_expect(date_is_none(date_of(2016, 2, 30)));
	cr_expect(date_is_none(date_of(2016, 13, 1)));
	cr_expect(date_is_none(date_of(0, 1, 1)));
	cr_expect(date_is_none(date_of(10000, 0, 0)));
	cr_expect(date_is_none(date_of(2016, 0, 3)), "a day needs its month");
}

Test(date, orders_the_finer_before_the_coarser)
{
	cr_expect_lt(date_cmp(date_of(2016, 1, 1), date_of(2016, 1, 0)), 0);
	cr_expect_lt(date_cmp(date_of(2016, 1, 0), date_of(2016, 0, 0)), 0);
	cr_expect_lt(date_cmp((struct date){0}, date_of(1, 1, 1)), 0);
	cr_expect_eq(date_cmp(date_of(2016, 1, 1), date_of(2016, 1, 1)), 0);
}
