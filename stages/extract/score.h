/* score - the sum of rows of 8-bit weights, eight labels at a time (GNU
 * vectors, which gcc and clang turn into the machine's own). */
#ifndef RECOUNT_SCORE_H
#define RECOUNT_SCORE_H

#include <string.h>

#include "tag_features.h"

typedef uint8_t score_half __attribute__((vector_size(8)));
typedef int16_t score_sums __attribute__((vector_size(16)));

enum { SCORE_PARTS = FEATURE_LABELS / 8 };

struct score {
	score_sums at[SCORE_PARTS];
};

/* The rows of those features that the filter keeps, without a branch that could be guessed wrong. */
static inline size_t score_rows(const uint8_t *weights, const uint8_t *filter, const uint32_t *hash, size_t n,
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

/* Add the rows. Weights are stored with 128 added, which is the same for every label; sums stay
 * in 16 bits: at most 2 * FEATURE_MAX rows of at most 255 are less than 2^16, and fewer are ever kept. */
static inline void score_add(struct score *score, const uint8_t *weights, const uint32_t *rows, size_t n)
{
	score_sums sums[SCORE_PARTS];

	memcpy(sums, score->at, sizeof sums);
	for (size_t k = 0; k < n; k++) {
		score_half row[SCORE_PARTS];

		memcpy(row, weights + rows[k], sizeof row);
#pragma GCC unroll 8
		for (size_t p = 0; p < SCORE_PARTS; p++)
			sums[p] += __builtin_convertvector(row[p], score_sums);
	}
	memcpy(score->at, sums, sizeof sums);
}

static inline score_sums score_higher(score_sums a, score_sums b)
{
	score_sums more = a > b;

	return (a & more) | (b & ~more);
}

/* The first label with the highest sum; *margin: how far the next one is behind. */
static inline size_t score_best(const struct score *score, int *margin)
{
	score_sums high = score->at[0], next = {0};
	int16_t sums[FEATURE_LABELS], best = 0, second = 0;
	size_t label = 0;

	memcpy(sums, score->at, sizeof sums);
	for (size_t p = 1; p < SCORE_PARTS; p++) {
		score_sums more = score->at[p] > high;

		next = score_higher(next, (high & more) | (score->at[p] & ~more));
		high = score_higher(high, score->at[p]);
	}
	for (size_t i = 0; i < 8; i++) {
		int16_t low = high[i] > best ? best : high[i];

		best = high[i] > best ? high[i] : best;
		second = low > second ? low : second;
		second = next[i] > second ? next[i] : second;
	}
	while (sums[label] != best)
		label++;
	*margin = best - second;
	return label;
}

#endif
