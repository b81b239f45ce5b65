/* calendars - days of calendars that run by the moon, in the Gregorian one: for the
 * feasts that news is dated by (Ramadan, Passover, Diwali, the Lunar New Year). Day
 * numbers are [days since 1970-01-01]. Source: E. M. Reingold and N. Dershowitz,
 * "Calendrical Calculations"; J. Meeus, "Astronomical Algorithms", chapter 49. */
#ifndef RECOUNT_CALENDARS_H
#define RECOUNT_CALENDARS_H

#include "values/date.h"

/* The day of the Islamic calendar that falls first in the Gregorian year, its months
 * begun by the new moon as seen from Mecca; what is announced may be a day away.
 * False when none falls in it. */
bool calendar_islamic(int year, int month, int day, int32_t *days);
/* The day of the Hebrew calendar (Nisan is 1, Tishri 7, Adar 12, Adar II 13) in the Gregorian year. */
bool calendar_hebrew(int year, int month, int day, int32_t *days);
/* The day of the first new moon that is not before `from`; a day begins hours_utc after
 * midnight UTC (sunset in India: 12.5; midnight in Beijing: -8). A few minutes exact. */
int32_t calendar_new_moon(int32_t from, double hours_utc);

#endif
