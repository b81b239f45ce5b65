/* date - a calendar date known to the day, the month, or only the year: one end
 * of an EDTF expression. "In December 2016" stays 2016-12 to the export. The
 * calendar is proleptic Gregorian; the clock of the machine is never asked. */
#ifndef RECOUNT_DATE_H
#define RECOUNT_DATE_H

#include "base/err.h"
#include "base/str.h"

/* Coarse to fine, so that grains compare with <. */
enum date_grain { DATE_NONE, DATE_YEAR, DATE_MONTH, DATE_DAY };

/* Zero-initialised is no date. */
struct date {
	int year;  /* 1..9999 */
	int month; /* 1..12; 0 when grain is DATE_YEAR */
	int day;   /* 1..31; 0 unless grain is DATE_DAY */
	enum date_grain grain;
};

/* Day numbers of the first and last day that a date may name. */
#define DATE_DAYS_MIN (-719162) /* 0001-01-01 */
#define DATE_DAYS_MAX 2932896	/* 9999-12-31 */

/* Read "2016", "2016-12" or "2016-12-15"; text holds the date and nothing else.
 * out is set only on true, err only on false (field: the part that is wrong).
 * Source: ISO 8601-2:2019 (EDTF), level 0 dates. */
bool date_parse(struct str text, struct date *out, struct err *err);
/* As date_parse reads it; empty for no date. */
struct str date_format(struct arena *arena, struct date d);

/* A date of the grain that the arguments give (month and day 0 when not known);
 * no date when there is none such: 30 February, month 13, year 0 or 10000. */
struct date date_of(int year, int month, int day);
static inline bool date_is_none(struct date d)
{
	return d.grain == DATE_NONE;
}
bool date_is_leap(int year);
int date_month_days(int year, int month);

/* [days since 1970-01-01] of a date's first or last day. d is a date. */
int32_t date_first_day(struct date d);
int32_t date_last_day(struct date d);
/* The day with that number; no date outside DATE_DAYS_MIN..MAX. */
struct date date_of_days(int64_t days);

/* ISO weekday of a day number: 1 Monday .. 7 Sunday. */
int date_weekday(int32_t days);
/* Cut to a coarser grain (a date coarser already stays as it is). */
struct date date_at(struct date d, enum date_grain grain);

/* n of the unit later (earlier when negative), the grain kept. A month later
 * than 31 January is the last day of February. No date when it leaves the years
 * 1..9999, or when a unit finer than the grain is asked for. */
struct date date_add_days(struct date d, int64_t n);
struct date date_add_months(struct date d, int64_t n);

/* ISO 8601 week of a day: its number 1..53; *year gets the year that it belongs to. */
int date_week(int32_t days, int *year);
/* Monday of that week; false when the year has no such week. */
bool date_of_week(int year, int week, int32_t *days);

/* By first day, then the finer one first; 0 only for the same date. */
int date_cmp(struct date a, struct date b);

#endif
