#include <criterion/criterion.h>

#include "cells.h"
#include "values/date.h"

/* link: deduplicate */
static const struct {
	struct date day;
	const char *name;
} days[] = {
	{{2016, 12, 15, DATE_DAY}, "bucket-2016-12-13"}, {{2016, 12, 16, DATE_DAY}, "bucket-2016-12-16"},
	{{2016, 12, 17, DATE_DAY}, "bucket-2016-12-16"}, {{2016, 12, 18, DATE_DAY}, "bucket-2016-12-16"},
	{{2016, 12, 19, DATE_DAY}, "bucket-2016-12-19"}, {{1969, 12, 31, DATE_DAY}, "bucket-1969-12-29"},
	{{1970, 1, 1, DATE_DAY}, "bucket-1970-01-01"},	 {{1, 1, 1, DATE_DAY}, "bucket-0001-01-01"},
	{{9999, 12, 31, DATE_DAY}, "bucket-9999-12-31"},
};

Test(cells, days_that_follow_each_other_are_one_file)
{
	struct arena arena = {0};

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct cell cell = cell_of_day(CELL_EVENTS, date_first_day(days[i].day), i * 7, 64);
		struct str name = cell_name(cell, 64, &arena);

		cr_expect(str_eq(name, str_of(days[i].name)), "%.*s for %s", STR_ARG(name), days[i].name);
	}
	arena_free(&arena);
}

Test(cells, cells_of_the_same_days_lie_beside_each_other_and_no_others)
{
	struct cell a = cell_of_day(CELL_EVENTS, 17000, 1, 64), b = cell_of_day(CELL_EVENTS, 17000, 2, 64);

	cr_expect(cell_cmp(a, b) != 0 && cell_is_beside(a, b, 64));
	cr_expect_not(cell_is_beside(a, cell_of_day(CELL_PLAIN, 17000, 1, 64), 64));
	cr_expect_not(cell_is_beside(a, cell_of_day(CELL_EVENTS, 17000 + CELL_DAYS, 1, 64), 64));
	cr_expect_not(cell_is_beside(cell_of_day(CELL_EVENTS, INT32_MIN, 1, 64),
				     cell_of_day(CELL_EVENTS, INT32_MIN, 2, 64), 64));
	cr_expect_not(cell_is_beside((struct cell){CELL_CLAIMS, 1}, (struct cell){CELL_CLAIMS, 2}, 64));
}

Test(cells, what_has_no_day_goes_by_bucket)
{
	struct arena arena = {0};
	struct str name = cell_name(cell_of_day(CELL_PLAIN, INT32_MIN, 64 + 7, 64), 64, &arena);

	cr_expect(str_eq(name, STR("bucket-undated-07")), "%.*s", STR_ARG(name));
	name = cell_name((struct cell){CELL_CLAIMS, 7}, 500, &arena);
	cr_expect(str_eq(name, STR("bucket-007")), "%.*s", STR_ARG(name));
	arena_free(&arena);
}
