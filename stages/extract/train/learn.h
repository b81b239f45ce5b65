/* learn - the two passes trained over a treebank and its variants. The second
 * pass is shown first-pass labels as they will be: each sentence's come from a
 * model that has not seen it (stacking; Wolpert 1992). */
#ifndef RECOUNT_LEARN_H
#define RECOUNT_LEARN_H

#include "labels.h"
#include "vocabulary.h"

struct weights {
	uint8_t at[FEATURE_WEIGHTS], filter[FEATURE_FILTER];
	uint8_t glance[GLANCE_WEIGHTS], glance_filter[GLANCE_FILTER];
};

/* The filters are zeroed before. */
void learn(const struct treebank *bank, const struct labels *labels, const struct feature_words *words,
	   struct weights *out);

#endif
