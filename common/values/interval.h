/* interval - a span of days as EDTF writes it: a date, a part of a year, a decade,
 * two of them, or one with an open side. What claims and events carry as `stated`,
 * `period` and `when`.
 *
 *   2016-12-16           a day (2016-12 a month, 2016 a year)
 *   2016-12-16T14:30Z    a clock time of that day
 *   2016-12~             approximately; ? uncertain; % both
 *   199X, 19XX           a decade, a century's hundred years
 *   2016-21 .. 2016-24   spring, summer, autumn, winter (which ends in 2017)
 *   2016-33 .. 2016-36   quarters; 2016-40, 2016-41 halves
 *   2016-12-15/2016-12-17, 2011/.., ../2013   both ends belong to it
 *
 * Source: ISO 8601-2:2019 (EDTF), level 1 without sets; part codes of its level 2.
 * The empty text is no interval, and `../..` is not accepted. */
#ifndef RECOUNT_INTERVAL_H
#define RECOUNT_INTERVAL_H

#include "values/moment.h"

enum interval_unit { INTERVAL_DATE, INTERVAL_DECADE, INTERVAL_CENTURY, INTERVAL_PART };

/* One end, or the whole of an interval that is not written with a slash. */
struct interval_end {
	struct moment at; /* none: an open end. DECADE, CENTURY: its first year; PART: its year */
	enum interval_unit unit;
	int8_t part; /* 21..24, 33..36, 40, 41 when unit is INTERVAL_PART, else 0 */
	char mark;   /* 0, '~', '?' or '%' */
};

/* Zero-initialised is no interval. */
struct interval {
	struct interval_end first;
	struct interval_end last; /* only when slash */
	bool slash;
};

bool interval_parse(struct str text, struct interval *out, struct err *err);
/* As interval_parse reads it; empty for none. */
struct str interval_format(struct arena *arena, const struct interval *i);

static inline bool interval_is_none(const struct interval *i)
{
	return moment_is_none(i->first.at) && !(i->slash && !moment_is_none(i->last.at));
}
struct interval interval_of_date(struct date d);
/* The days [first, last]; a day, a month or a year when they are just that. */
struct interval interval_of_days(int32_t first, int32_t last);
/* From the first day of a to the last of b; either may be none: open on that side. */
struct interval interval_between(const struct interval *a, const struct interval *b);

/* [days since 1970-01-01] of the first and last day; false when that side is open
 * (or i is none), and *days is then DATE_DAYS_MIN or DATE_DAYS_MAX. */
bool interval_first_day(const struct interval *i, int32_t *days);
bool interval_last_day(const struct interval *i, int32_t *days);
/* Is it one single day (a clock time on it included)? */
bool interval_is_day(const struct interval *i);

/* Have they a day in common? Nothing overlaps none. */
bool interval_overlaps(const struct interval *a, const struct interval *b);
/* Are all days of b among those of a? False when either is none. */
bool interval_contains(const struct interval *a, const struct interval *b);
/* Total order: by first day, last day, then by text form; none first. */
int interval_cmp(const struct interval *a, const struct interval *b);

#endif
