/* wanted - a set of keys (hashes) that may have more than was put into it: eight bits a key, so
 * that one in eight of all others gets through. */
#ifndef RECOUNT_WANTED_H
#define RECOUNT_WANTED_H

#include "base/arena.h"

struct wanted {
	uint64_t *bits; /* [slots / 64] */
	uint64_t mask;	/* slots - 1 */
};

/* An empty set with room for that many keys. */
static inline struct wanted wanted_start(size_t keys, struct arena *arena)
{
	size_t slots = 1024;

	while (slots < 8 * keys)
		slots *= 2;
	return (struct wanted){ARENA_ARRAY(arena, uint64_t, slots / 64), slots - 1};
}

static inline void wanted_add(struct wanted *w, uint64_t key)
{
	w->bits[(key & w->mask) / 64] |= (uint64_t)1 << key % 64;
}

static inline bool wanted_has(const struct wanted *w, uint64_t key)
{
	return w->bits[(key & w->mask) / 64] >> key % 64 & 1;
}

#endif
