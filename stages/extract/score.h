/* score - the sum of rows of 8-bit weights, sixteen labels at a time (GNU
 * vectors, which gcc and clang turn into the machine's own). */
#ifndef RECOUNT_SCORE_H
#define RECOUNT_SCORE_H

#include <string.h>

#include "tag_features.h"

typedef int8_t score_half __attribute__((vector_size(8)));
typedef int16_t score_sums __attribute__((vector_size(16)));

enum { SCORE_PARTS = FEATURE_LABELS / 8 };

struct score {
	score_sums at[SCORE_PARTS];
};

/* Add the rows of those features that the filter keeps. The sums stay in 16
 * bits: less than 256 rows of at most 127. */
static inline void score_add(struct score *score, const int8_t *weights, const uint8_t *filter, const uint32_t *hash,
			     size_t n)
{
	score_sums sums[SCORE_PARTS];

	memcpy(sums, score->at, sizeof sums);
	for (size_t k = 0; k < n; k++) {
		score_half row[SCORE_PARTS];

		if (!feature_is_kept(filter, hash[k]))
			continue;
		memcpy(row, weights + feature_row(hash[k]), sizeof row);
		for (size_t p = 0; p < SCORE_PARTS; p++)
			sums[p] += __builtin_convertvector(row[p], score_sums);
	}
	memcpy(score->at, sums, sizeof sums);
}

/* The first of the labels [0, n) with the highest sum. */
static inline size_t score_best(const struct score *score, size_t n)
{
	int16_t sums[FEATURE_LABELS];
	size_t best = 0;

	memcpy(sums, score->at, sizeof sums);
	for (size_t i = 1; i < n; i++)
		if (sums[i] > sums[best])
			best = i;
	return best;
}

#endif
