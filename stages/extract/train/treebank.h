/* treebank - sentences with their tags, classes and lemmas, from CoNLL-U files
 * (universaldependencies.org/format.html), gzip or plain. */
#ifndef RECOUNT_TREEBANK_H
#define RECOUNT_TREEBANK_H

#include "base/arena.h"
#include "tags.h"
#include "values/tokens.h"

/* A word as the treebank has it. */
struct gold {
	struct token token; /* by token_of: no tag, no lemma */
	struct str lemma;
	uint8_t tag, ud;
	bool glued; /* no space between it and the next word */
};

struct gold_sentence {
	struct gold *at;
	size_t n;
	struct str id; /* sent_id */
	bool opens;    /* first of its document */
};

struct treebank {
	struct gold_sentence *at;
	size_t n, room;
	size_t words;
};

/* Append the sentences of the file. Dies (EXIT_INPUT) with FILE:LINE when it
 * cannot be read, a row has not ten columns, or a tag or class is none we know.
 */
void treebank_read(const char *path, struct arena *arena, struct treebank *out);

#endif
