/* chance - the same choices in every run: what the generators of articles draw from.
 * xorshift64*, Marsaglia 2003 / Vigna 2016. */
#ifndef RECOUNT_CHANCE_H
#define RECOUNT_CHANCE_H

#include <stdint.h>

static uint64_t chance_state; /* the seed, not 0 */

/* 0 to n - 1. */
static inline uint32_t below(uint32_t n)
{
	chance_state ^= chance_state >> 12;
	chance_state ^= chance_state << 25;
	chance_state ^= chance_state >> 27;
	return (uint32_t)((chance_state * 2685821657736338717u) >> 33) % n;
}

#define PICK(list) list[below(sizeof list / sizeof *list)]

#endif
