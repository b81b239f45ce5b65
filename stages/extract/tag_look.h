/* tag_look - the two looks at a word whose label is open: at a glance, and by all features where that leaves a doubt.
 * Each is cut into steps, which many words take together: what a step reads has been on its way to the processor since
 * the step before. All is inlined into tag_passes.c. */
#ifndef RECOUNT_TAG_LOOK_H
#define RECOUNT_TAG_LOOK_H

#include "tagger_parts.h"

/* A word at a glance. */
struct sight {
	struct score score; /* of what hangs on no label, as far as its rows were added */
	uint32_t around_hash[GLANCE_LANES], left_hash[GLANCE_LANES];
	const uint8_t *around[GLANCE_AROUND], *left[GLANCE_LEFT];
	size_t word;
	struct doubt *doubt; /* NULL: a glance was enough */
	int lead;
	uint8_t label;
};

/* A word by all features. Those still to be added: hashes first, then rows. */
struct doubt {
	struct score here; /* of what hangs on no label, as far as it was added */
	uint32_t of[FEATURE_MAX];
	size_t own, around, n; /* where they end: those of the word itself, of its neighbours too, all */
	struct seen *seen;     /* where the sum of the word itself is remembered; NULL: nowhere */
	size_t word;
	int lead;
	uint8_t label;
};

/* The filter's bits of these features are on their way. */
SCORE_INLINE void glance_fetch(const struct tagger *t, const uint32_t *hash, size_t n)
{
	for (size_t k = 0; k < n; k++)
		__builtin_prefetch(t->glance_filter + glance_bit(hash[k]) / 8);
}

/* Their rows are. */
SCORE_INLINE void glance_rows(const struct tagger *t, const uint32_t *hash, size_t n, const uint8_t **rows)
{
	score_choose(t->glance, glance_row, t->glance_filter, glance_bit, hash, n, rows);
	score_fetch(rows, n);
}

SCORE_INLINE uint8_t best_label(const struct score *score, int *lead)
{
	return (uint8_t)(score_best(score, lead) + 1);
}

/* What the form of the word in slot s tells at a glance, and the label that it tells. */
SCORE_INLINE uint8_t sight_own(const struct tagger *t, const struct feature_slot *s, struct score *score)
{
	uint32_t hash[GLANCE_LANES];
	const uint8_t *rows[GLANCE_OWN];
	int lead;

	glance_own(s, hash);
	glance_rows(t, hash, GLANCE_OWN, rows);
	score_add(score, rows, GLANCE_OWN);
	return best_label(score, &lead);
}

/* The features of the word in slot s and its neighbours. */
SCORE_INLINE void sight_hash(const struct tagger *t, const struct feature_slot *s, struct sight *sight)
{
	glance_around(s, sight->around_hash);
	glance_left(s, sight->left_hash);
	glance_fetch(t, sight->around_hash, GLANCE_AROUND);
	glance_fetch(t, sight->left_hash, GLANCE_LEFT);
}

SCORE_INLINE void sight_rows(const struct tagger *t, struct sight *sight)
{
	glance_rows(t, sight->around_hash, GLANCE_AROUND, sight->around);
	glance_rows(t, sight->left_hash, GLANCE_LEFT, sight->left);
}

/* The label that the rows tell, and its lead. */
SCORE_INLINE void sight_label(struct sight *sight)
{
	struct score score = sight->score;

	score_add(&score, sight->left, GLANCE_LEFT);
	sight->label = best_label(&score, &sight->lead);
}

/* Features of the word in slot s: `anew`, or after the sum of what hangs on no label those alone that do. */
SCORE_INLINE void doubt_hash(const struct tagger *t, const struct feature_slot *s, int pass, bool anew, struct doubt *d)
{
	d->own = d->around = 0;
	if (anew) {
		struct seen *seen = tagger_seen(t, s->form);

		d->seen = seen->slot.form == s->form ? seen : NULL;
		d->here = d->seen && seen->scored ? seen->own : (struct score){0};
		d->own = d->seen && seen->scored ? 0 : features_own(s, d->of);
		d->around = d->own + features_around(s, d->of + d->own);
	}
	d->n = d->around + features_beside(s, pass, d->of + d->around);
	for (size_t k = 0; k < d->n; k++)
		__builtin_prefetch(t->filter + feature_bit(d->of[k]) / 8);
}

/* Instead of the hashes from..to the rows of those that the filter keeps, behind the `kept` ones. Returns where they
 * end. */
SCORE_INLINE size_t keep_rows(const struct tagger *t, uint32_t *of, size_t from, size_t to, size_t kept)
{
	for (size_t k = from; k < to; k++) {
		uint32_t row = feature_row(of[k]), bit = feature_bit(of[k]);

		__builtin_prefetch(t->weights + row);
		__builtin_prefetch(t->weights + row + FEATURE_LABELS - 1);
		of[kept] = row;
		kept += score_is_kept(t->filter, bit);
	}
	return kept;
}

SCORE_INLINE void doubt_rows(const struct tagger *t, struct doubt *d)
{
	size_t own = keep_rows(t, d->of, 0, d->own, 0), around = keep_rows(t, d->of, d->own, d->around, own);

	d->n = keep_rows(t, d->of, d->around, d->n, around);
	d->around = around;
	d->own = own;
}

/* The label that they tell, and its lead. */
SCORE_INLINE void doubt_label(const struct tagger *t, struct doubt *d)
{
	if (d->own) {
		score_add_at(&d->here, t->weights, d->of, d->own);
		if (d->seen) {
			d->seen->own = d->here;
			d->seen->scored = true;
		}
	}
	score_add_at(&d->here, t->weights, d->of + d->own, d->around - d->own);
	struct score score = d->here;

	score_add_at(&score, t->weights, d->of + d->around, d->n - d->around);
	d->label = best_label(&score, &d->lead);
}

#endif
