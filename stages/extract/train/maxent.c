#include "maxent.h"

#include <math.h>
#include <stdlib.h>

#include "base/err.h"

static const float RATE = 0.06f;      /* size of a first step */
static const float START = 0.01f;     /* of the squares: the first steps are not too long */
static const float SURE = 0.005f;     /* a label as likely as 1 - SURE is learnt */
static const float UNLIKELY = 0.001f; /* labels less likely than that are left alone */
static const float LARGEST = 3.0f;    /* weights above that are cut in 8 bits */

static float *zeroed(size_t n)
{
	float *at = calloc(n, sizeof *at);

	if (!at)
		die(EXIT_INTERNAL, "out of memory in training");
	return at;
}

void maxent_start(struct maxent *m, size_t weights, size_t labels)
{
	*m = (struct maxent){weights, zeroed(weights), zeroed(weights), zeroed(weights), labels, 0};
	maxent_restart(m);
}

void maxent_restart(struct maxent *m)
{
	for (size_t i = 0; i < m->n; i++) {
		m->weights[i] = 0;
		m->squares[i] = START;
	}
}

void maxent_free(struct maxent *m)
{
	free(m->weights);
	free(m->squares);
	free(m->sums);
}

static size_t score(const struct maxent *m, const uint32_t *rows, size_t n, float *scores)
{
	size_t best = 0;

	memset(scores, 0, FEATURE_LABELS * sizeof *scores);
	for (size_t k = 0; k < n; k++) {
		const float *row = m->weights + rows[k];

		for (size_t i = 0; i < FEATURE_LABELS; i++)
			scores[i] += row[i];
	}
	for (size_t i = 1; i < m->labels; i++)
		if (scores[i] > scores[best])
			best = i;
	return best;
}

size_t maxent_best(const struct maxent *m, const uint32_t *rows, size_t n)
{
	float scores[FEATURE_LABELS];

	return score(m, rows, n, scores);
}

/* e^x for x <= 0, to six digits: the library's differs from one to the next. */
static float exponential(float x)
{
	float y = x < -80.0f ? -80.0f * 1.44269504f : x * 1.44269504f;
	int whole = (int)y - 1;
	float f = (y - (float)whole) * 0.69314718f;
	float power = 1.0f + f * (1.0f + f * (0.5f + f * (0.16666667f + f * (0.041666667f + f * 0.0083333333f))));

	return ldexpf(power, whole);
}

/* Likelihoods of the labels from their scores. */
static void normalise(const struct maxent *m, float *scores, size_t best)
{
	float top = scores[best], sum = 0;

	for (size_t i = 0; i < m->labels; i++) {
		scores[i] = exponential(scores[i] - top);
		sum += scores[i];
	}
	for (size_t i = 0; i < m->labels; i++)
		scores[i] /= sum;
}

static void move(struct maxent *m, const uint32_t *rows, size_t n, const float *gradient)
{
	size_t moving[FEATURE_LABELS], labels = 0;

	for (size_t i = 0; i < m->labels; i++)
		if (gradient[i] > UNLIKELY || gradient[i] < -UNLIKELY)
			moving[labels++] = i;
	for (size_t k = 0; k < n; k++) {
		float *row = m->weights + rows[k], *squares = m->squares + rows[k];

		for (size_t j = 0; j < labels; j++) {
			size_t i = moving[j];

			squares[i] += gradient[i] * gradient[i];
			row[i] -= RATE * gradient[i] / sqrtf(squares[i]);
		}
	}
}

size_t maxent_learn(struct maxent *m, const uint32_t *rows, size_t n, size_t right)
{
	float scores[FEATURE_LABELS];
	size_t best = score(m, rows, n, scores);

	normalise(m, scores, best);
	scores[right] -= 1;
	if (scores[right] < -SURE)
		move(m, rows, n, scores);
	return best;
}

void maxent_note(struct maxent *m)
{
	for (size_t i = 0; i < m->n; i++)
		m->sums[i] += m->weights[i];
	m->noted++;
}

void maxent_average(struct maxent *m)
{
	for (size_t i = 0; m->noted && i < m->n; i++)
		m->weights[i] = m->sums[i] / (float)m->noted;
}

void maxent_shrink(const struct maxent *m, uint8_t *out)
{
	float scale = 127.0f / LARGEST;

	for (size_t i = 0; i < m->n; i++) {
		float w = m->weights[i] * scale + (m->weights[i] < 0 ? -0.5f : 0.5f);

		out[i] = (uint8_t)(128 + (int)(w > 127.0f ? 127.0f : w < -127.0f ? -127.0f : w));
	}
}
