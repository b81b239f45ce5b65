/* quantities - the claims of a bucket in parts that are merged each for itself: those of one place,
 * measure, subject and unit, together with those that they are stated to be part of. So of a bucket
 * only what a night tells of is made anew. Claims that name no place have their story for one. */
#ifndef RECOUNT_QUANTITIES_H
#define RECOUNT_QUANTITIES_H

#include "held.h"

struct quantity {
	uint64_t key;	 /* hash of what its claims are of; of several the least */
	uint64_t state;	 /* changes with what its rows are, and with what is known of their articles */
	size_t first, n; /* of the rows */
};

struct quantities {
	struct quantity *at; /* [n] by their keys */
	size_t n;
};

/* What a claim is of, told with its row (struct packed). */
struct packed_of quantity_of(const struct claim *claim);
/* The rows of a bucket are put in the order of their quantities. states [articles]: of nights_cells.
 * n log n. */
struct quantities quantities_find(struct held *rows, const uint64_t *states, struct arena *arena);

#endif
