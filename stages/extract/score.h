/* score - the sum of rows of 8-bit weights, 32 labels at a time (GNU vectors, which gcc and
 * clang turn into the machine's own). All is inlined into the passes of tagger.c, which are
 * compiled once for any machine and once for those with AVX2. Little-endian, as the model. */
#ifndef RECOUNT_SCORE_H
#define RECOUNT_SCORE_H

#include <string.h>

#include "tag_features.h"

/* Vectors are never passed: all is inlined. */
#pragma GCC diagnostic ignored "-Wpsabi"
#define SCORE_INLINE static inline __attribute__((always_inline))

enum { SCORE_LANES = 16, SCORE_PARTS = FEATURE_LABELS / (2 * SCORE_LANES) };

typedef uint16_t score_sums __attribute__((vector_size(2 * SCORE_LANES), aligned(16))); /* as the arena aligns */
typedef uint16_t score_row __attribute__((vector_size(2 * SCORE_LANES), aligned(FEATURE_ALIGN), may_alias));
typedef int16_t score_lanes __attribute__((vector_size(2 * SCORE_LANES), aligned(16)));

/* Two weights are read as one number of 16 bits, and summed up so (`both`) and by their upper
 * bytes (`odd`: labels 1, 3, 5 …). The sum of the lower bytes is both - 256 * odd: no weight is
 * ever taken apart. */
struct score {
	score_sums both[SCORE_PARTS], odd[SCORE_PARTS];
};

/* The rows of those features that the filter keeps, without a branch that could be guessed wrong. */
SCORE_INLINE size_t score_rows(const uint8_t *weights, const uint8_t *filter, const uint32_t *hash, size_t n,
			       uint32_t *rows)
{
	size_t kept = 0;

	for (size_t k = 0; k < n; k++) {
		rows[kept] = feature_row(hash[k]);
		kept += feature_is_kept(filter, hash[k]);
	}
	for (size_t k = 0; k < kept; k++) {
		__builtin_prefetch(weights + rows[k]);
		__builtin_prefetch(weights + rows[k] + FEATURE_LABELS - 1);
	}
	return kept;
}

/* The same of a glance's features. */
SCORE_INLINE size_t score_glance_rows(const uint8_t *filter, const uint32_t *hash, size_t n, uint32_t *rows)
{
	size_t kept = 0;

	for (size_t k = 0; k < n; k++) {
		rows[kept] = glance_row(hash[k]);
		kept += glance_is_kept(filter, hash[k]);
	}
	return kept;
}

/* Add the rows. Weights are stored with 128 added, which is the same for every label; sums stay
 * in 15 bits: at most 2 * FEATURE_MAX rows of at most 255 could pass that, but fewer than 128 are ever kept. */
SCORE_INLINE void score_add(struct score *score, const uint8_t *weights, const uint32_t *rows, size_t n)
{
	struct score sum = *score;

	for (size_t k = 0; k < n; k++) {
		const score_row *row = (const void *)(weights + rows[k]);

#pragma GCC unroll 2
		for (size_t p = 0; p < SCORE_PARTS; p++) {
			score_sums two = row[p];

			sum.both[p] += two;
			sum.odd[p] += two >> 8;
		}
	}
	*score = sum;
}

/* Lane by lane the highest and the second of what `high` and `next` hold and of two more. */
SCORE_INLINE void score_rank(score_lanes *high, score_lanes *next, const score_lanes *high_too,
			     const score_lanes *next_too)
{
	score_lanes more = *high > *high_too;
	score_lanes lower = (*high_too & more) | (*high & ~more), more_next = *next > *next_too;
	score_lanes second = (*next & more_next) | (*next_too & ~more_next), more_low = lower > second;

	*high = (*high & more) | (*high_too & ~more);
	*next = (lower & more_low) | (second & ~more_low);
}

/* The lanes with their halves, quarters … changed over. */
#define SCORE_SWAP(v, by)                                                                                              \
	__builtin_shufflevector(v, v, 0 ^ by, 1 ^ by, 2 ^ by, 3 ^ by, 4 ^ by, 5 ^ by, 6 ^ by, 7 ^ by, 8 ^ by, 9 ^ by,  \
				10 ^ by, 11 ^ by, 12 ^ by, 13 ^ by, 14 ^ by, 15 ^ by)
#define SCORE_FOLD(high, next, by)                                                                                     \
	do {                                                                                                           \
		score_lanes high_too = SCORE_SWAP(high, by), next_too = SCORE_SWAP(next, by);                          \
                                                                                                                       \
		score_rank(&(high), &(next), &high_too, &next_too);                                                    \
	} while (0)

/* The first label with the highest sum; *margin: how far the next one is behind. */
SCORE_INLINE size_t score_best(const struct score *score, int *margin)
{
	score_lanes even[SCORE_PARTS], odd[SCORE_PARTS], high = {0}, next = {0}, none = {0};
	uint64_t is_best[FEATURE_LABELS / 8]; /* a byte a label */
	size_t word = 0;

#pragma GCC unroll 2
	for (size_t p = 0; p < SCORE_PARTS; p++) {
		even[p] = (score_lanes)(score->both[p] - (score->odd[p] << 8));
		odd[p] = (score_lanes)score->odd[p];
		score_rank(&high, &next, &even[p], &none);
		score_rank(&high, &next, &odd[p], &none);
	}
	SCORE_FOLD(high, next, 8);
	SCORE_FOLD(high, next, 4);
	SCORE_FOLD(high, next, 2);
	SCORE_FOLD(high, next, 1);
	*margin = high[0] - next[0];
#pragma GCC unroll 2
	for (size_t p = 0; p < SCORE_PARTS; p++) {
		score_sums at = ((score_sums)(even[p] == high) & 0x00FF) | ((score_sums)(odd[p] == high) & 0xFF00);

		memcpy(&is_best[p * SCORE_LANES / 4], &at, sizeof at);
	}
	while (!is_best[word])
		word++;
	return word * 8 + (size_t)__builtin_ctzll(is_best[word]) / 8;
}

#endif
