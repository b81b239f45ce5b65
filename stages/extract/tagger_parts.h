/* tagger_parts - what the files of the tagger share: the model as it is mapped, and what was worked out of the
 * forms met lately. */
#ifndef RECOUNT_TAGGER_PARTS_H
#define RECOUNT_TAGGER_PARTS_H

#include "files/mapped.h"
#include "model.h"
#include "score.h"

/* A form: its slot, its lemma under the tag that it had last, and what hangs on it alone at a glance and, once it was
 * looked at again, in the passes. */
struct seen {
	struct feature_slot slot; /* .form 0: none yet; .label: the last that it had */
	struct score glance;
	struct str lemma;  /* in the model; .at NULL: so many bytes of the word */
	uint8_t lemma_tag; /* enum tag; 0: none yet */
	bool scored;
	struct score own; /* set once `scored` */
};

/* A text says the same words again and again. A form's place may be another's by now; then it is worked out again, so
 * that what is remembered changes no result. */
enum { SEEN = 1 << 12, CACHE_LINE = 64 };

struct tagger {
	const struct mapped *file;
	const struct model_label *labels;
	size_t labels_n;
	const uint8_t *weights; /* with 128 added */
	const uint8_t *filter;
	const uint8_t *glance, *glance_filter; /* the same of the glance */
	struct feature_words words;
	struct lemmas lemmas;
	struct seen *seen;  /* [SEEN] */
	struct arena *work; /* of the sentence being tagged: the same few cache lines for all */
};

static inline struct seen *tagger_seen(const struct tagger *t, uint64_t form)
{
	return &t->seen[form >> 1 & (SEEN - 1)];
}

/* tag_passes.c: prepare the n words of a sentence into slots [n + 2 * FEATURE_BORDER] and set their .label. */
void tag_passes(const struct tagger *t, const struct token *at, size_t n, struct feature_slot *slots);

#endif
