/* timex_spot - where on the calendar a point of a time expression lies, once the
 * dates that it counts from are known. Used by timex.c alone. */
#ifndef RECOUNT_TIMEX_SPOT_H
#define RECOUNT_TIMEX_SPOT_H

#include "values/timex.h"

struct spot {
	enum timex_unit grain; /* DAY to CENTURY; NONE: no such date, or floating */
	struct date date;      /* first day, month or year of it */
	int length;	       /* DAY: days of a feast of several; 0: one */
	int part;	       /* SEASON, QUARTER, HALF: EDTF code */
	bool floating;	       /* a date that it needs is not known */
	bool rough;	       /* "in early March", "two weeks ago": marked ~ in EDTF */
	const char *rule;
};

/* What a point is resolved against. */
struct spot_base {
	struct date day;  /* the publication day, or the day told; none: not known */
	struct spot told; /* grain NONE: nothing told */
	enum timex_tense tense;
};

struct spot spot_find(const struct timex_point *p, const struct spot_base *base);

/* First and last day of a spot (grain not NONE), cut to the years 1 to 9999. */
void spot_days(const struct spot *s, int32_t *first, int32_t *last);

/* The named unit that holds `day`, moved by n of them: spot_unit(day, UNIT_WEEK, -1). */
struct spot spot_unit(struct date day, enum timex_unit unit, int64_t n);

/* A spot of that grain; one that is no date when `date` is none. */
struct spot spot_make(enum timex_unit grain, struct date date, const char *rule);
/* SEASON, QUARTER or HALF, by its EDTF code. */
enum timex_unit spot_part_unit(int part);
/* The year, decade, century or millennium that holds `year`, moved by n of them. */
struct spot spot_years(int year, enum timex_unit unit, int64_t n);
struct date spot_first_day(const struct spot *s);

/* The spot n units later; its grain is that of the unit, unless the spot is finer
 * and `keep` asks to keep it ("two months after 5 March"). */
struct spot spot_shift(struct spot s, int n, enum timex_unit unit, bool keep);

/* The spot that an EDTF interval begins with: what was told last. */
struct spot spot_of_interval(const struct interval *i);

/* The day of a feast in a year; no date when that year has none. */
struct date spot_feast(int feast, int year);

#endif
