/* moment - when something was published or said: a day (or a coarser date) and,
 * where known, the clock time with the zone that it was told in. */
#ifndef RECOUNT_MOMENT_H
#define RECOUNT_MOMENT_H

#include "values/date.h"

/* Zone not told. */
#define MOMENT_NO_ZONE INT16_MIN

/* Zero-initialised is no moment. */
struct moment {
	struct date date;
	bool clock;    /* is the time known? Only with a date at day grain */
	int8_t hour;   /* 0..23 */
	int8_t minute; /* 0..59 */
	int8_t second; /* 0..60, or -1 when not told */
	int16_t zone;  /* [minutes east of UTC], or MOMENT_NO_ZONE; only with a clock */
};

/* Read EDTF dates and ISO 8601 date-times: "2016-12-16", "2016-12",
 * "2016-12-16T10:00", "2016-12-16T10:00:05Z", "…+01:00", also with a space for
 * the T and with fractions of a second, which are cut off. "24:00" is the next
 * day's 00:00. out is set only on true, err only on false. */
bool moment_parse(struct str text, struct moment *out, struct err *err);
/* As moment_parse reads it: "2016-12-16", "2016-12-16T10:00:05+01:00", "…Z". */
struct str moment_format(struct arena *arena, struct moment m);

struct moment moment_of_date(struct date d);
static inline bool moment_is_none(struct moment m)
{
	return date_is_none(m.date);
}

/* By day, then by clock with zones reckoned to UTC; one without a clock comes
 * before all of its day. 0 only for equal moments. */
int moment_cmp(struct moment a, struct moment b);

#endif
