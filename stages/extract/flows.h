/* flows - what one day added, told by its verb and its date: "3,500 people left on
 * Wednesday" is no total of those who have left. */
#ifndef RECOUNT_FLOWS_H
#define RECOUNT_FLOWS_H

#include "figures.h"
#include "times.h"

/* Is it the number of one day? Of whatever measure, "in the last 24 hours"; else a measure of moving, a finite verb
 * of the simple past, and a day that governs it. "had left by Wednesday", "have left since Saturday" and "a total of"
 * are none. */
bool flow_is_of_day(struct reading *r, const struct time_mentions *times, const struct figure *f);

/* "19 died on Monday, bringing the total to | 215". */
bool flow_brings_total(const struct reading *r, uint32_t number);
/* The time of a total: "the toll rose to eight on Tuesday" counts the dead until Tuesday, not those of Tuesday; empty
 * for "in the past week". */
struct str flow_total_time(struct reading *r, struct str time);

#endif
