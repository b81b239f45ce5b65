/* tagger - parts of speech and lemmas of English news, by a linear model in two
 * passes over a sentence: a greedy averaged perceptron (M. Collins 2002,
 * "Discriminative training methods for hidden Markov models") from left to right, and
 * a second one that also sees the first one's tags to the right. Words of one reading
 * are looked up. The model is a mapped file that the trainer in train/ writes. */
#ifndef RECOUNT_TAGGER_H
#define RECOUNT_TAGGER_H

#include "base/err.h"
#include "tags.h"
#include "values/tokens.h"

struct tagger;

/* Map the model; it stays mapped as long as the program runs. NULL and err (field: the
 * path) for a file that is missing, truncated, damaged, foreign or of another version. */
const struct tagger *tagger_open(const char *path, struct err *err);
void tagger_close(const struct tagger *tagger);

/* Fill tag, ud and lemma of the n tokens of a sentence. Lemmas are views into the tokens
 * or the model, or text in scratch: they live as long as all of these. Linear. */
void tagger_tag(const struct tagger *tagger, struct token *at, size_t n, struct arena *scratch);

#endif
