#include "folder_of_test.h"

#include "asof.h"
#include "release.h"

TestSuite(asof, .init = folder_begin, .fini = folder_end);

/* "2016-12-16 2016-12-16 - 2016-12" as the days of documents; "-": not dated. */
static struct days days_of(const char *text)
{
	struct days days = {0};

	for (struct str rest = str_of(text); rest.at && rest.n;) {
		struct str day = str_cut(&rest, ' ');
		struct day_count count = {str_eq(day, STR("-")) ? STR_NULL : day, 1};

		LIST_ADD(&arena, &days, count);
	}
	return days;
}

Test(asof, is_the_latest_day_unless_it_is_given)
{
	static const struct {
		const char *days, *given, *day;
		uint64_t waiting, undated;
	} cases[] = {
		{"2016-12-16 2016-12-15", NULL, "2016-12-16", 0, 0},
		{"2016-12-16 - 2016-12-15 -", NULL, "2016-12-16", 0, 2},
		{"2016-12-16 2016-12-15 2016-12-17", "2016-12-15", "2016-12-15", 2, 0},
		{"2016-12 2015", NULL, "2016-12-01", 0, 0},
		{"", "2020-02-29", "2020-02-29", 0, 0},
		{"-", "2020-01-01", "2020-01-01", 0, 1},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct days days = days_of(cases[i].days);
		struct asof asof = asof_find(&arena, &days, cases[i].given, 30);

		expect_text(asof.day, cases[i].day);
		cr_expect_eq(asof.waiting, cases[i].waiting, "for %s", cases[i].days);
		cr_expect_eq(asof.undated, cases[i].undated, "for %s", cases[i].days);
	}
}

Test(asof, reaches_what_is_published_by_then_or_not_dated)
{
	struct asof asof = {.day = STR("2016-12-15")};
	struct days late = days_of("2016-12-16"), same = days_of("2016-12-16 2016-12-15"), undated = days_of("-"),
		    none = {0};

	cr_expect_not(asof_reaches(&asof, &late));
	cr_expect(asof_reaches(&asof, &same));
	cr_expect(asof_reaches(&asof, &undated));
	cr_expect_not(asof_reaches(&asof, &none));
}

Test(asof, releases_are_in_order_of_day_and_number)
{
	static const char *const names[] = {"2016-12-16.10", "2016-12-16", "latest",	   "2016-12-16.2", "2015-01-01",
					    "2016-12-16.02", "2016-13-01", "2016-12-16.1", "notes"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		folder_make(in_folder(names[i]));
	expect_text(strs_join(&arena, release_list(&arena, folder)),
		    "2015-01-01|2016-12-16|2016-12-16.2|2016-12-16.10");
	expect_text(release_day(STR("2016-12-16.2")), "2016-12-16");
	cr_expect_eq(release_day(STR("2016-12-16x")).n, 0);
}
