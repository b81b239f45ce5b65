/* variants - one sentence as other desks would have written it. */
#ifndef RECOUNT_VARIANTS_H
#define RECOUNT_VARIANTS_H

#include "treebank.h"

enum variant {
	VARIANT_PLAIN,
	VARIANT_UPPER, /* AS THE OLD WIRES WRITE */
	VARIANT_TITLE, /* As Headlines Do */
	VARIANT_LOWER, /* as in haste */
	VARIANT_COUNT
};

/* The tokens [s->n] as that variant writes them. Words of another letter case
 * keep their hash. */
void variant_make(const struct gold_sentence *s, enum variant variant, struct token *out);

#endif
