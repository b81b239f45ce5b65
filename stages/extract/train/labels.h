/* labels - the pairs of tag and class that the treebanks use, the frequent ones
 * first. */
#ifndef RECOUNT_LABELS_H
#define RECOUNT_LABELS_H

#include "model.h"
#include "treebank.h"

struct labels {
	struct model_label at[FEATURE_LABELS];
	size_t n;
	uint8_t of[TAG_COUNT][UD_COUNT]; /* label of a pair; rare pairs share the
					    tag's commonest, and so on */
};

void labels_count(const struct treebank *bank, struct labels *out);

#endif
