/* ranks - texts that recur many times, as numbers in the same order: what is sorted by
 * them need not compare them byte by byte. */
#ifndef RECOUNT_RANKS_H
#define RECOUNT_RANKS_H

#include "base/arena.h"
#include "base/str.h"

/* [n] the rank of each text among the different ones, in the order of str_cmp: equal
 * texts have equal ranks. Linear but for the different ones. */
uint32_t *ranks_of(const struct str *texts, size_t n, struct arena *arena);

#endif
