/* tag_features - what the tagger sees of a word and its neighbours, as indexes into the
 * weights (the hashing trick: a feature is a hash, collisions are trained around).
 * The tagger and its trainer share this file: a change needs a newly trained model.
 * Templates after Ratnaparkhi 1996 and Collins 2002; the second pass sees the first
 * pass's tags to the right. */
#ifndef RECOUNT_TAG_FEATURES_H
#define RECOUNT_TAG_FEATURES_H

#include "tokens.h"

enum {
	FEATURE_LABELS = 64, /* a row of weights: one a label */
	FEATURE_BITS = 21,   /* weights: 2^FEATURE_BITS and one row more */
	FEATURE_MAX = 72,    /* features of one word, at most */
	FEATURE_BORDER = 2,  /* slots before the first and behind the last word */
	FEATURE_WEIGHTS = (1 << FEATURE_BITS) + FEATURE_LABELS,
};

/* What the model knows of a word form. */
struct feature_word {
	uint32_t key;	  /* the upper half of the token's hash; 0: an empty place */
	uint16_t cluster; /* words used alike; 0: none */
	uint8_t labels;	  /* the set of labels it was seen with; 0: not known well */
	uint8_t only;	  /* its one label + 1; 0: it has several, or is not known well */
};

/* The words, open addressing over 2^bits places. */
struct feature_words {
	const struct feature_word *at;
	unsigned bits;
};

/* One word of a sentence, prepared once. */
struct feature_slot {
	uint64_t word, shape, labels, cluster, coarse;
	uint64_t suffix[4], prefix[3]; /* suffix[k]: its last k + 2 bytes; prefix[k]: its first k + 2; */
	uint8_t only;
	uint8_t label, before; /* this pass's label + 1, the pass before's; 0: none yet */
};

const struct feature_word *feature_word_find(const struct feature_words *words, uint64_t hash);

/* Prepare n tokens into slots [n + 2 * FEATURE_BORDER]; the word i is slot i + FEATURE_BORDER. */
void features_prepare(const struct feature_words *words, const struct token *tokens, size_t n,
		      struct feature_slot *slots);

/* Features of the word in `slot`, whose neighbours to the left have their labels (pass 1: and those
 * to the right the first pass's in .before): rows of FEATURE_LABELS weights from index[k]. Returns how many. */
size_t features_of(const struct feature_slot *slot, int pass, uint32_t index[FEATURE_MAX]);

#endif
