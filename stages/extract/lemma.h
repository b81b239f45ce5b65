/* lemma - the dictionary form of a word with a known tag, as the English UD
 * treebanks write it: "killed"/VBD is "kill", "fled"/VBD "flee", "children"/NNS
 * "child", "Syrians"/NNPS "Syrian", "n't"/RB "not". Exceptions come from the
 * model (treebanks and common/lexicon/lemmas.csv), the rest from rules of
 * spelling. */
#ifndef RECOUNT_LEMMA_H
#define RECOUNT_LEMMA_H

#include "forms.h"
#include "tags.h"
#include "values/tokens.h"

/* The form with that tag has this lemma. */
struct lemma_entry {
	uint32_t key;  /* of lemma_key; 0: an empty place */
	uint32_t text; /* [bytes] into the text, 24 bits; its length above */
};

/* Exceptions (open addressing over 2^bits places) and listed forms. */
struct lemmas {
	const struct lemma_entry *at;
	const char *text;
	size_t text_bytes;
	unsigned bits;
	struct forms forms;
};

/* Key of a lower-case form under a tag; verbs' VBD and VBN, VBP and VB are one.
 */
uint64_t lemma_key(uint64_t form_hash, enum tag tag);
/* The exception for the key; false when there is none. */
bool lemmas_find(const struct lemmas *lemmas, uint64_t key, struct str *lemma);

/* The lemma of the token; a view of what lemma_word gives or of a listed one, or text in the arena. */
struct str lemma_of(const struct lemmas *lemmas, const struct token *t, enum tag tag, struct arena *arena);
/* What it is made from: the word in lower case, or as written where the tag keeps that. */
struct str lemma_word(const struct token *t, enum tag tag);
/* Does it lie in the lemmas' text, and live as long? */
bool lemma_is_listed(const struct lemmas *lemmas, struct str lemma);

/* What the form can be (OR of enum form_reading), irregular forms included. */
unsigned lemma_readings(const struct lemmas *lemmas, const struct token *t);

#endif
