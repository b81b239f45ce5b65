/* pointed - "It was the worst since the 2011 quake. Nearly 16,000 died in that disaster": a figure of what "that"
 * points back to is of the time that the sentence before tells. */
#ifndef RECOUNT_POINTED_H
#define RECOUNT_POINTED_H

#include "times.h"

/* The time in the sentence before, where the token's sentence has words such as "in that disaster"; TIME_NONE: none. */
uint32_t pointed_time(struct reading *r, const struct time_mentions *times, uint32_t token);

#endif
