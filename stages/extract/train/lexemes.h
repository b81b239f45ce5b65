/* lexemes - the exceptions to the rules of lemma.c and the forms that these
 * rules ask for, from the treebanks,
 * common/lexicon/lemmas.csv and forms.csv. */
#ifndef RECOUNT_LEXEMES_H
#define RECOUNT_LEXEMES_H

#include "lemma.h"
#include "treebank.h"

/* The sections of the model. */
struct lexemes {
	struct lemma_entry *at; /* [1 << bits] */
	unsigned bits;
	struct buf text;
	uint32_t *forms; /* [1 << forms_bits] */
	unsigned forms_bits;
	struct {
		struct str *at;
		size_t n, room;
	} numbers; /* forms that are numerals and nothing else: twelve */
};

/* files[0]: columns phrase, tag, lemma; files[1]: columns phrase, tags (names
 * of form_reading_of, with spaces). Dies (EXIT_USAGE) with FILE:LINE for a row
 * that is wrong. */
void lexemes_build(const struct treebank *bank, char **files, struct arena *arena, struct lexemes *out);

/* As the tagger sees them. */
struct lemmas lexemes_view(const struct lexemes *l);

#endif
