/* sentences - where sentences end. Stops are guarded against abbreviations, initials,
 * decimals, list numbers and quotes that go on; closing quotes and brackets belong to
 * the sentence before them. An empty line always ends a sentence; a line break does in
 * text with a line a paragraph (headlines, lists), not in hard-wrapped prose. */
#ifndef RECOUNT_SENTENCES_H
#define RECOUNT_SENTENCES_H

#include "values/tokens.h"

struct sentence {
	uint32_t first, n; /* [tokens] */
};

struct sentences {
	struct sentence *at;
	size_t n, room;
};

/* Append the sentences of the tokens [first, first + n), one block's, to *out, in order;
 * every token is in exactly one. Linear. */
void sentences_find(const struct tokens *tokens, size_t first, size_t n, struct arena *arena, struct sentences *out);

#endif
