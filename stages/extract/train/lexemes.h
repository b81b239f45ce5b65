/* lexemes - the exceptions to the rules of lemma.c and the base forms that these
 * rules ask for, from the treebanks and common/lexicon/lemmas.csv. */
#ifndef RECOUNT_LEXEMES_H
#define RECOUNT_LEXEMES_H

#include "lemma.h"
#include "treebank.h"

/* The sections of the model. */
struct lexemes {
	struct lemma_entry *at; /* [1 << bits] */
	unsigned bits;
	struct buf text;
};

/* csv: columns phrase, tag, lemma. Dies (EXIT_USAGE) with FILE:LINE for a row that is wrong. */
void lexemes_build(const struct treebank *bank, const char *csv, struct arena *arena, struct lexemes *out);

#endif
