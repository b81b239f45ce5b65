#include "cells.h"

#include "values/date.h"

static int32_t floor_div(int64_t a, int32_t b)
{
	return (int32_t)(a >= 0 ? a / b : -((b - 1 - a) / b));
}

struct cell cell_of_day(enum cell_kind kind, int32_t day, uint64_t hash, size_t buckets)
{
	if (day == INT32_MIN)
		return (struct cell){(int32_t)kind, INT32_MIN + (int32_t)(hash % buckets)};
	return (struct cell){(int32_t)kind, floor_div(day, CELL_DAYS) * CELL_GROUPS + (int32_t)(hash % CELL_GROUPS)};
}

int cell_cmp(struct cell a, struct cell b)
{
	if (a.kind != b.kind)
		return a.kind < b.kind ? -1 : 1;
	return (a.number > b.number) - (a.number < b.number);
}

static bool is_dated(struct cell cell, size_t buckets)
{
	return cell.kind != CELL_CLAIMS && cell.number >= INT32_MIN + (int32_t)buckets;
}

bool cell_is_beside(struct cell a, struct cell b, size_t buckets)
{
	if (a.kind != b.kind || !is_dated(a, buckets) || !is_dated(b, buckets))
		return cell_cmp(a, b) == 0;
	return floor_div(a.number, CELL_GROUPS) == floor_div(b.number, CELL_GROUPS);
}

struct str cell_name(struct cell cell, size_t buckets, struct arena *arena)
{
	/* Two digits; more when there are more than a hundred buckets. */
	int digits = buckets > 1000 ? 4 : buckets > 100 ? 3 : 2;
	int32_t first;

	if (cell.kind == CELL_CLAIMS)
		return str_printf(arena, "bucket-%0*d", digits, cell.number);
	if (!is_dated(cell, buckets))
		return str_printf(arena, "bucket-undated-%0*d", digits, cell.number - INT32_MIN);
	first = floor_div(cell.number, CELL_GROUPS) * CELL_DAYS;
	first = first < DATE_DAYS_MIN ? DATE_DAYS_MIN : first;
	return str_printf(arena, "bucket-%.*s", STR_ARG(date_format(arena, date_of_days(first))));
}
