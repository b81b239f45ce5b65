/* figure_habit - what happens year by year is told of no episode: "flu kills 36,000 people in an average year". */
#ifndef RECOUNT_FIGURE_HABIT_H
#define RECOUNT_FIGURE_HABIT_H

#include "figure_scan.h"

/* Is the number, which has a measure, that of every year? */
bool figure_is_habit(const struct figure_scan *s, const struct figure *f);
/* Is it that of every day, week or month ("every day thousands of people die"), as is told before it? */
bool figure_is_daily(const struct figure_scan *s, const struct figure *f);

#endif
