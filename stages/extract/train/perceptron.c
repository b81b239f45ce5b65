#include "perceptron.h"

#include <stdlib.h>

#include "base/err.h"

enum { AVERAGE_SCALE = 1024, CLIPPED = 2000 /* one weight in so many may be cut at 127 */ };

static void *zeroed(size_t n, size_t size)
{
	void *at = calloc(n, size);

	if (!at)
		die(EXIT_INTERNAL, "out of memory in training");
	return at;
}

void perceptron_start(struct perceptron *p, size_t labels, int margin)
{
	p->weights = zeroed(FEATURE_WEIGHTS, sizeof *p->weights);
	p->sums = zeroed(FEATURE_WEIGHTS, sizeof *p->sums);
	p->stamps = zeroed(FEATURE_WEIGHTS, sizeof *p->stamps);
	p->now = 0;
	p->labels = labels;
	p->margin = margin;
}

void perceptron_free(struct perceptron *p)
{
	free(p->weights);
	free(p->sums);
	free(p->stamps);
}

static void score(const struct perceptron *p, const uint32_t *index, size_t n, int32_t *scores)
{
	memset(scores, 0, FEATURE_LABELS * sizeof *scores);
	for (size_t k = 0; k < n; k++) {
		const int32_t *row = p->weights + index[k];

		for (size_t i = 0; i < FEATURE_LABELS; i++)
			scores[i] += row[i];
	}
}

static size_t best_but(const struct perceptron *p, const int32_t *scores, size_t but)
{
	size_t best = but == 0;

	for (size_t i = best + 1; i < p->labels; i++)
		if (i != but && scores[i] > scores[best])
			best = i;
	return best;
}

size_t perceptron_best(const struct perceptron *p, const uint32_t *index, size_t n)
{
	int32_t scores[FEATURE_LABELS];

	score(p, index, n, scores);
	return best_but(p, scores, FEATURE_LABELS);
}

static void move(struct perceptron *p, size_t at, int by)
{
	p->sums[at] += (int64_t)p->weights[at] * (p->now - p->stamps[at]);
	p->stamps[at] = p->now;
	p->weights[at] += by;
}

size_t perceptron_learn(struct perceptron *p, const uint32_t *index, size_t n, size_t right)
{
	int32_t scores[FEATURE_LABELS];

	p->now++;
	score(p, index, n, scores);
	size_t rival = best_but(p, scores, right);

	if (scores[right] < scores[rival] + p->margin) {
		for (size_t k = 0; k < n; k++) {
			move(p, index[k] + right, 1);
			move(p, index[k] + rival, -1);
		}
	}
	return scores[right] > scores[rival] || (scores[right] == scores[rival] && right < rival) ? right : rival;
}

void perceptron_average(struct perceptron *p)
{
	for (size_t i = 0; i < FEATURE_WEIGHTS; i++) {
		int64_t sum = p->sums[i] + (int64_t)p->weights[i] * (p->now - p->stamps[i]);

		p->weights[i] = (int32_t)(sum * AVERAGE_SCALE / (int64_t)(p->now ? p->now : 1));
	}
}

/* The size that all but one weight in CLIPPED (of those that are not 0) stay within. */
static int64_t usual_size(const struct perceptron *p)
{
	enum { BINS = 1 << 16, WIDTH = 4 };
	uint32_t *bins = zeroed(BINS, sizeof *bins);
	size_t used = 0, above = 0;
	int64_t bin;

	for (size_t i = 0; i < FEATURE_WEIGHTS; i++) {
		bin = llabs(p->weights[i]) / WIDTH;
		bins[bin < BINS ? bin : BINS - 1]++;
		used += bin > 0;
	}
	for (bin = BINS - 1; bin > 1 && above + bins[bin] < used / CLIPPED; bin--)
		above += bins[bin];
	free(bins);
	return (bin + 1) * WIDTH;
}

void perceptron_shrink(const struct perceptron *p, int8_t *out)
{
	int64_t size = usual_size(p);

	for (size_t i = 0; i < FEATURE_WEIGHTS; i++) {
		int64_t w = (int64_t)p->weights[i] * 127 * 2 / size;

		w = (w + (w > 0) - (w < 0)) / 2;
		out[i] = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
	}
}
