/* checks - arithmetic between the tracks of one place: does what is stated add up?
 *
 *   part_of_whole   a part stated as such is at most its whole
 *   sum_of_parts    the parts of a whole together are at most the whole
 *   monotony        a total never fell
 *   flows           what days added is at most the total
 *   balance         moved out plus still inside is what was inside before
 *   sum_of_places   provinces together are at most their country (tolls.h)
 *
 * A check is made with the latest estimates; "about" and open sides give way. */
#ifndef RECOUNT_CHECKS_H
#define RECOUNT_CHECKS_H

#include "tracks.h"

struct checks {
	struct check *at;
	size_t n, room;
};

/* The tracks are in the order of tracks_make. Linear in statements. */
void checks_make(const struct tracks *tracks, const struct terms *terms, struct checks *out, struct arena *arena);

/* What checks are made with: give it its id and add it; is a number at most the whole's high,
 * "about" allowed for (an open or unknown whole holds anything); the order in which they go out. */
void checks_add(struct checks *out, struct check *c, struct arena *arena);
bool checks_is_within(struct decimal part, struct decimal high, bool open_high, long tolerance_percent);
void checks_sort(struct checks *checks);

#endif
