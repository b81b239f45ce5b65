/* hash - fingerprints and content addresses (XXH3), the same on every machine. */
#ifndef RECOUNT_HASH_H
#define RECOUNT_HASH_H

#include "base/str.h"

uint64_t hash64(struct str s);
uint64_t hash64_seed(struct str s, uint64_t seed);

/* An id: the prefix and 32 hex digits of XXH3-128 over the n parts, each with its
 * length before it, so that ("ab","c") and ("a","bc") differ. 33 bytes in the arena. */
struct str hash_id(struct arena *arena, char prefix, const struct str *parts, size_t n);

#endif
