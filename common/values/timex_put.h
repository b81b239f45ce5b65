/* timex_put - the pieces of a value: TIMEX3 text appended to v->timex3 (what does not
 * fit is cut), and the EDTF of a spot. Used by timex.c alone. */
#ifndef RECOUNT_TIMEX_PUT_H
#define RECOUNT_TIMEX_PUT_H

#include "values/timex_spot.h"

void timex_put(struct timex_value *v, const char *text);
/* The number, not negative, with zeros before it up to `width` digits. */
void timex_put_number(struct timex_value *v, int number, int width);
/* "T14:30Z", "TEV": what stands behind a day. */
void timex_put_clock(struct timex_value *v, const struct timex_point *p);
/* "2016-12-16", "2013-W11-WE", "2013-Q1", "199". The spot is one (grain not NONE). */
void timex_put_spot(struct timex_value *v, const struct spot *s);
/* What can be said before the date is known: "XXXX-12-16", "XXXX-WXX-5". */
void timex_put_floating(struct timex_value *v, const struct timex_point *p);
/* "P2W", "PT1H30M", "PXD". */
void timex_put_duration(struct timex_value *v, const struct timex_expr *t);

bool timex_is_time(const struct timex_point *p);
/* 23:59:59, as "the end of Sunday" has it. */
bool timex_is_last_second(const struct timex_point *p);
/* The EDTF of a spot; the clock is the point's. Weeks and weekends are spans of days. */
struct interval timex_spot_interval(const struct spot *s, const struct timex_point *p);

#endif
