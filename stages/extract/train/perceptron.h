/* perceptron - weights in training: an averaged perceptron with a margin (Collins 2002;
 * averaging as in Freund and Schapire 1999). Whole numbers only: the same input gives
 * the same weights everywhere. */
#ifndef RECOUNT_PERCEPTRON_H
#define RECOUNT_PERCEPTRON_H

#include "tag_features.h"

struct perceptron {
	int32_t *weights; /* [FEATURE_WEIGHTS] */
	int64_t *sums;	  /* of the weights over time, up to the stamp */
	uint32_t *stamps;
	uint32_t now;
	size_t labels;
	int margin; /* the right label must win by this much */
};

void perceptron_start(struct perceptron *p, size_t labels, int margin);
void perceptron_free(struct perceptron *p);

/* The best label by the weights as they are. */
size_t perceptron_best(const struct perceptron *p, const uint32_t *index, size_t n);
/* As perceptron_best; then move the weights when `right` did not win by the margin. */
size_t perceptron_learn(struct perceptron *p, const uint32_t *index, size_t n, size_t right);

/* Replace the weights by their averages over all steps, times 1024 (rounded): no learning after that. */
void perceptron_average(struct perceptron *p);
/* The averaged weights in 8 bits each, scaled alike. */
void perceptron_shrink(const struct perceptron *p, int8_t *out);

#endif
