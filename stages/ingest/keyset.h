/* keyset - a set of 128-bit keys: the ids of a million documents in 32 MB. */
#ifndef RECOUNT_KEYSET_H
#define RECOUNT_KEYSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct key128 {
	uint64_t high, low;
};

/* Zero-initialised is the empty set. */
struct keyset {
	struct key128 *slots; /* [room], both halves 0 where free: open addressing by `low` */
	size_t n, room;
	bool zero; /* the key that looks free is in it */
};

/* True when it was not in the set before. Keys are expected to be well mixed (hashes). */
bool keyset_add(struct keyset *set, struct key128 key);
void keyset_free(struct keyset *set);

#endif
