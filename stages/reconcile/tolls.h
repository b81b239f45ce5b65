/* tolls - totals of countries and of their provinces lie in other buckets: each bucket hands its
 * own on, and once all are there provinces are added up against their country. */
#ifndef RECOUNT_TOLLS_H
#define RECOUNT_TOLLS_H

#include "checks.h"
#include "records/toll.h"
#include "tracks.h"

struct tolls {
	struct toll *at;
	size_t n, room;
};

/* Those of the tracks that are totals of the present (no additions, no stocks) of a country or
 * of a first-order division, in the order of tracks. */
void tolls_collect(const struct tracks *tracks, struct tolls *out, struct arena *arena);
/* sum_of_places: of each country's total the provinces that an article states beside it, two or
 * more, as of the day of the total's latest estimate. Which articles those are is told by the
 * first documents of each. Any order gives the same; the tolls are sorted in place. n log n. */
void tolls_check(struct tolls *tolls, long tolerance_percent, struct checks *out, struct arena *arena);

#endif
