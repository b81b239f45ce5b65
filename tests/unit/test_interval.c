#include <criterion/criterion.h>

#include "values/interval.h"

static struct interval read(const char *text)
{
	struct interval i = {0};

	cr_assert(interval_parse(str_of(text), &i, NULL), "%s", text);
	return i;
}

Test(interval, writes_what_it_reads)
{
	static const char *const good[] = {
		"2016-12-16",
		"2016-12",
		"2016",
		"2011/..",
		"../2013",
		"2016-12-15/2016-12-17",
		"2016-12~",
		"199X",
		"19XX",
		"2016-21",
		"2016-24",
		"2016-33",
		"2016-41",
		"2016-12-16T14:30",
		"2016-12-16T14:30:05Z",
		"2016-12-16T14:30+01:00",
		"2011-03?/2012%",
		"2015-21/..",
		"2016-12-16T23:00/2016-12-17T01:00",
	};
	struct arena a = {0};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct interval v = read(good[i]);
		struct str s = str_dup(&a, interval_format(&a, &v));

		cr_expect_str_eq(s.at, good[i]);
	}
	arena_free(&a);
}

Test(interval, refuses_what_is_none)
{
	static const char *const bad[] = {
		"",
		"..",
		"../..",
		"2016-02-30",
		"2016-25",
		"2016-42",
		"X",
		"1X9X",
		"2016-12-16T25:00",
		"2016/2015",
		"2016/",
		"/2016",
		"2016-12-16/2016-12-15",
		"2016~~",
		"000X",
		"2016/2017/2018",
		"2016-12T10:00",
		"..~",
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct interval v;
		struct err err;

		cr_expect_not(interval_parse(str_of(bad[i]), &v, &err), "accepted '%s'", bad[i]);
	}
}

Test(interval, knows_its_first_and_last_day)
{
	static const struct {
		const char *text;
		int y1, m1, d1, y2, m2, d2;
	} rows[] = {
		{"2016-02", 2016, 2, 1, 2016, 2, 29},
		{"199X", 1990, 1, 1, 1999, 12, 31},
		{"19XX", 1900, 1, 1, 1999, 12, 31},
		{"2016-24", 2016, 12, 1, 2017, 2, 28},
		{"2016-34", 2016, 4, 1, 2016, 6, 30},
		{"2016-40", 2016, 1, 1, 2016, 6, 30},
		{"2016-12~", 2016, 12, 1, 2016, 12, 31},
		{"2016-12-15/2017", 2016, 12, 15, 2017, 12, 31},
		{"2016-12-16T14:30", 2016, 12, 16, 2016, 12, 16},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct interval v = read(rows[i].text);
		int32_t first, last;

		cr_assert(interval_first_day(&v, &first) && interval_last_day(&v, &last));
		cr_expect_eq(first, date_first_day(date_of(rows[i].y1, rows[i].m1, rows[i].d1)), "%s", rows[i].text);
		cr_expect_eq(last, date_first_day(date_of(rows[i].y2, rows[i].m2, rows[i].d2)), "%s", rows[i].text);
	}
	struct interval open = read("2011/..");
	int32_t day;

	cr_expect_not(interval_last_day(&open, &day));
	cr_expect_eq(day, DATE_DAYS_MAX);
}

Test(interval, overlaps_contains_and_orders)
{
	struct interval year = read("2016"), day = read("2016-12-16"), since = read("2016-12-17/.."), none = {0};

	cr_expect(interval_overlaps(&year, &day) && interval_contains(&year, &day));
	cr_expect_not(interval_contains(&day, &year));
	cr_expect_not(interval_overlaps(&day, &since));
	cr_expect(interval_overlaps(&year, &since));
	cr_expect_not(interval_overlaps(&none, &year));
	cr_expect_not(interval_contains(&year, &none));
	cr_expect_lt(interval_cmp(&none, &year), 0);
	cr_expect_lt(interval_cmp(&year, &day), 0);
	cr_expect_lt(interval_cmp(&day, &since), 0);
	cr_expect_eq(interval_cmp(&day, &day), 0);
	cr_expect(interval_is_day(&day));
	cr_expect_not(interval_is_day(&year));
}

Test(interval, makes_the_shortest_name_of_its_days)
{
	struct arena a = {0};
	static const struct {
		int y1, m1, d1, y2, m2, d2;
		const char *text;
	} rows[] = {
		{2016, 1, 1, 2016, 12, 31, "2016"},
		{2016, 2, 1, 2016, 2, 29, "2016-02"},
		{2016, 2, 1, 2016, 2, 28, "2016-02-01/2016-02-28"},
		{2016, 2, 1, 2016, 2, 1, "2016-02-01"},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct interval v = interval_of_days(date_first_day(date_of(rows[i].y1, rows[i].m1, rows[i].d1)),
						     date_first_day(date_of(rows[i].y2, rows[i].m2, rows[i].d2)));
		struct str s = str_dup(&a, interval_format(&a, &v));

		cr_expect_str_eq(s.at, rows[i].text);
	}
	arena_free(&a);
}
