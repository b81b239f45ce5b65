/* vocabulary - what the treebanks know of each word form: with which labels,
 * how often. */
#ifndef RECOUNT_VOCABULARY_H
#define RECOUNT_VOCABULARY_H

#include "labels.h"

struct vocabulary {
	struct feature_word *at; /* [1 << bits], the arena's */
	unsigned bits;
};

void vocabulary_build(const struct treebank *bank, const struct labels *labels, const struct lemmas *lemmas,
		      struct arena *arena, struct vocabulary *out);

#endif
