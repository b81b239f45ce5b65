/* tag_features - what the tagger sees of a word and its neighbours, as indexes
 * into the weights (the hashing trick: a feature is a hash, collisions are
 * trained around). The tagger and its trainer share this file: a change needs a
 * newly trained model. Templates after Ratnaparkhi 1996 and Collins 2002; the
 * second pass sees the first pass's tags to the right. Few features first, all only
 * where they are needed: after Strubell et al. 2015, "Learning dynamic feature
 * selection for fast sequential prediction". */
#ifndef RECOUNT_TAG_FEATURES_H
#define RECOUNT_TAG_FEATURES_H

#include "lemma.h"
#include "values/tokens.h"

enum {
	FEATURE_LABELS = 64, /* a row of weights: one a label */
	FEATURE_ALIGN = 4,   /* [weights] rows begin at multiples of this, and overlap */
	FEATURE_WEIGHTS = 1700000,
	FEATURE_FILTER_BITS = 22,
	FEATURE_FILTER = 1 << (FEATURE_FILTER_BITS - 3), /* [bytes] */
	FEATURE_MAX = 96,				 /* features of one word, at most */
	FEATURE_BORDER = 2,				 /* slots before the first and behind the last word */
	GLANCE_ROWS = 250000,				 /* the same of the glance */
	GLANCE_WEIGHTS = GLANCE_ROWS * FEATURE_ALIGN + FEATURE_LABELS,
	GLANCE_FILTER_BITS = 20,
	GLANCE_FILTER = 1 << (GLANCE_FILTER_BITS - 3), /* [bytes] */
	GLANCE_MAX = 16,			       /* features, and room to write them eight at once */
};

/* What the model knows of a word form. */
struct feature_word {
	uint32_t key;	   /* the upper half of the token's hash; 0: an empty place */
	uint16_t readings; /* OR of enum form_reading */
	uint8_t labels;	   /* the set of labels it was seen with; 0: not known well */
	uint8_t only;	   /* its one label + 1; 0: it has several, or is not known well */
};

/* The words, open addressing over 2^bits places. */
struct feature_words {
	const struct feature_word *at;
	unsigned bits;
	const struct lemmas *lemmas; /* for the readings of words that are not there */
};

/* How capitals are used in the sentence. */
enum feature_mode { MODE_PLAIN, MODE_UPPER, MODE_TITLE, MODE_LOWER };

/* One word of a sentence, prepared once. */
struct feature_slot {
	uint64_t form; /* how it is written and set, hashed: what the slot holds but for labels hangs on it. Never 0 */
	uint64_t key;  /* of the word in struct feature_words */
	uint64_t word, shape, glue, labels, readings;
	uint64_t suffix;  /* its last three bytes; 0: it is shorter */
	struct str lower; /* the token's */
	uint8_t only;
	uint8_t label, before; /* this pass's label + 1, the pass before's or the one foreseen; 0: none yet */
};

const struct feature_word *feature_word_find(const struct feature_words *words, uint64_t hash);

/* Keys of the words of a sentence, [n]: a capital inside a sentence tells a
 * name, so that "Barrel" is not "barrel". */
void features_keys(const struct token *tokens, size_t n, uint64_t *keys);

/* Prepare n tokens into slots [n + 2 * FEATURE_BORDER]; the word i is slot i +
 * FEATURE_BORDER. */
void features_prepare(const struct feature_words *words, const struct token *tokens, size_t n,
		      struct feature_slot *slots);

/* The same in steps, for who remembers the slots of forms: `features_begin` clears the slots at the borders, then there
 * are .form of token i and all else of its slot. */
enum feature_mode features_begin(const struct token *tokens, size_t n, struct feature_slot *slots);
uint64_t features_form(const struct token *tokens, size_t n, size_t i, enum feature_mode mode);
void features_fill(const struct feature_words *words, const struct token *tokens, size_t n, size_t i,
		   enum feature_mode mode, struct feature_slot *slot);

/* Make the model forget what it knows of the word itself, as of one that it has
 * never seen. */
void features_forget(struct feature_slot *slot);

/* Hashes of the features of the word in `slot`. `_own` are those that hang on its
 * form alone, `_around` on its neighbours' forms too; `_beside` hang on the labels to
 * the left (pass 1: and on the first pass's to the right, in .before). Returns how many. */
size_t features_own(const struct feature_slot *slot, uint32_t hash[FEATURE_MAX]);
size_t features_around(const struct feature_slot *slot, uint32_t hash[FEATURE_MAX]);
size_t features_beside(const struct feature_slot *slot, int pass, uint32_t hash[FEATURE_MAX]);

/* Where the row of a feature begins. */
static inline uint32_t feature_row(uint32_t hash)
{
	return (uint32_t)((uint64_t)hash * ((FEATURE_WEIGHTS - FEATURE_LABELS) / FEATURE_ALIGN) >> 32) * FEATURE_ALIGN;
}

/* Place of a feature in the filter: features that training met too seldom are
 * none. */
static inline uint32_t feature_bit(uint32_t hash)
{
	return hash * UINT32_C(0x9E3779B1) >> (32 - FEATURE_FILTER_BITS);
}

static inline bool feature_is_kept(const uint8_t *filter, uint32_t hash)
{
	uint32_t bit = feature_bit(hash);

	return filter[bit >> 3] >> (bit & 7) & 1;
}

/* The same of the glance's features. */
static inline uint32_t glance_row(uint32_t hash)
{
	return (uint32_t)((uint64_t)hash * GLANCE_ROWS >> 32) * FEATURE_ALIGN;
}
static inline uint32_t glance_bit(uint32_t hash)
{
	return hash & ((1u << GLANCE_FILTER_BITS) - 1);
}
static inline bool glance_is_kept(const uint8_t *filter, uint32_t hash)
{
	uint32_t bit = glance_bit(hash);

	return filter[bit >> 3] >> (bit & 7) & 1;
}

#endif
