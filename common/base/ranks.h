/* ranks - texts that recur many times, as numbers in the same order: what is sorted by
 * them need not compare them byte by byte. */
#ifndef RECOUNT_RANKS_H
#define RECOUNT_RANKS_H

#include "base/arena.h"
#include "base/str.h"

/* [n] the rank of each text among the different ones, in the order of str_cmp: equal
 * texts have equal ranks. Linear but for the different ones. */
uint32_t *ranks_of(const struct str *texts, size_t n, struct arena *arena);

/* The same for texts that come one by one: each has a number until all are there. */
struct ranks {
	struct str *at; /* [n] the different ones by their number; after ranks_settle by their rank */
	size_t n, room;
	uint32_t *slots; /* [slots_n] number + 1, by hash; 0: free */
	size_t slots_n;
};
/* The text's number; a new one is copied into the arena. */
uint32_t ranks_add(struct ranks *all, struct str text, struct arena *arena);
/* [all->n] the rank for each number. Nothing can be added afterwards. */
uint32_t *ranks_settle(struct ranks *all, struct arena *arena);

#endif
