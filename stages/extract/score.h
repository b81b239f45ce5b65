/* score - the sum of rows of 8-bit weights, 32 labels at a time (GNU vectors, which gcc and
 * clang turn into the machine's own). All is inlined into tag_passes.c, whose passes are
 * compiled once for any machine and once for those with AVX2. Little-endian, as the model. */
#ifndef RECOUNT_SCORE_H
#define RECOUNT_SCORE_H

#include <string.h>

#include "tag_glance.h"

/* Vectors are never passed: all is inlined. */
#pragma GCC diagnostic ignored "-Wpsabi"
#define SCORE_INLINE static inline __attribute__((always_inline))

enum { SCORE_LANES = 16, SCORE_PARTS = FEATURE_LABELS / (2 * SCORE_LANES) };

typedef uint16_t score_sums __attribute__((vector_size(2 * SCORE_LANES), aligned(16))); /* as the arena aligns */
typedef uint16_t score_row __attribute__((vector_size(2 * SCORE_LANES), aligned(FEATURE_ALIGN), may_alias));

/* Two weights are read as one number of 16 bits, and summed up so (`both`) and by their upper
 * bytes (`odd`: labels 1, 3, 5 …). The sum of the lower bytes is both - 256 * odd: no weight is
 * ever taken apart. */
struct score {
	score_sums both[SCORE_PARTS], odd[SCORE_PARTS];
};

/* Where a feature's row begins, and its place in the filter: feature_row and feature_bit, or a glance's. */
typedef uint32_t score_place(uint32_t hash);

SCORE_INLINE size_t score_is_kept(const uint8_t *filter, uint32_t bit)
{
	uint64_t bits; /* eight bytes at once: a shift takes its count as the bit comes */

	memcpy(&bits, filter + bit / 64 * 8, sizeof bits);
	return bits >> bit % 64 & 1;
}

/* The rows of all features, of noughts where the filter keeps none. Where they are few, that is sooner added than
 * rows whose number nobody foresees. */
SCORE_INLINE void score_choose(const uint8_t *weights, score_place *row_of, const uint8_t *filter, score_place *bit_of,
			       const uint32_t *hash, size_t n, const uint8_t **rows)
{
	static const uint8_t noughts[FEATURE_LABELS];

	for (size_t k = 0; k < n; k++) {
		const uint8_t *row[] = {noughts, weights + row_of(hash[k])};

		rows[k] = row[score_is_kept(filter, bit_of(hash[k]))];
	}
}

/* Begin to fetch the rows. */
SCORE_INLINE void score_fetch(const uint8_t *const *rows, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		__builtin_prefetch(rows[k]);
		__builtin_prefetch(rows[k] + FEATURE_LABELS - 1);
	}
}

/* Add the rows. Weights are stored with 128 added, which is the same for every label (and rows of noughts
 * alike); sums stay in 15 bits: at most 2 * FEATURE_MAX rows of at most 255 could pass that, but fewer than
 * 128 are ever kept. */
SCORE_INLINE void score_add_row(struct score *sum, const uint8_t *at)
{
	const score_row *row = (const void *)at;

#pragma GCC unroll 2
	for (size_t p = 0; p < SCORE_PARTS; p++) {
		score_sums two = row[p];

		sum->both[p] += two;
		sum->odd[p] += two >> 8;
	}
}

SCORE_INLINE void score_add(struct score *score, const uint8_t *const *rows, size_t n)
{
	struct score sum = *score;

	for (size_t k = 0; k < n; k++)
		score_add_row(&sum, rows[k]);
	*score = sum;
}

/* The same of rows told by where they begin in `weights`. */
SCORE_INLINE void score_add_at(struct score *score, const uint8_t *weights, const uint32_t *rows, size_t n)
{
	struct score sum = *score;

	for (size_t k = 0; k < n; k++)
		score_add_row(&sum, weights + rows[k]);
	*score = sum;
}

/* The first label with the highest sum; *margin: how far the next one is behind. Plain loops over all labels, which
 * compilers turn into vectors: no branch hangs on a sum. */
SCORE_INLINE size_t score_best(const struct score *score, int *margin)
{
	enum { HALF = FEATURE_LABELS / 2 };
	uint16_t even[HALF], odd[HALF];
	int16_t sum[FEATURE_LABELS], high = 0, next = 0, label = FEATURE_LABELS;

	memcpy(even, score->both, sizeof even);
	memcpy(odd, score->odd, sizeof odd);
	for (int k = 0; k < HALF; k++) {
		sum[k] = (int16_t)(even[k] - (odd[k] << 8));
		sum[k + HALF] = (int16_t)odd[k];
	}
	for (int k = 0; k < FEATURE_LABELS; k++)
		high = sum[k] > high ? sum[k] : high;
	for (int k = 0; k < FEATURE_LABELS; k++) {
		int16_t of = (int16_t)(k < HALF ? 2 * k : 2 * (k - HALF) + 1),
			at = sum[k] == high ? of : FEATURE_LABELS;

		label = at < label ? at : label;
	}
	for (int k = 0; k < FEATURE_LABELS; k++) {
		int16_t of = (int16_t)(k < HALF ? 2 * k : 2 * (k - HALF) + 1), other = of == label ? 0 : sum[k];

		next = other > next ? other : next;
	}
	*margin = high - next;
	return (size_t)label;
}

#endif
