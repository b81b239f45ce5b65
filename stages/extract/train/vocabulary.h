/* vocabulary - what the treebanks know of each word form: with which labels,
 * how often. */
#ifndef RECOUNT_VOCABULARY_H
#define RECOUNT_VOCABULARY_H

#include "labels.h"

struct vocabulary {
	struct feature_word *at; /* [1 << bits], the arena's */
	unsigned bits;
};

/* numbers [n]: forms that are always cardinals, however seldom the treebanks have them. */
void vocabulary_build(const struct treebank *bank, const struct labels *labels, const struct lemmas *lemmas,
		      const struct str *numbers, size_t numbers_n, struct arena *arena, struct vocabulary *out);

#endif
