/* victims - one person, told without a number: "a policeman was killed", "the murder of the
 * mayor", "Smith was shot dead". Somebody who is named or known counts only where nothing of
 * that measure was told before, so that a death told ten times is one. */
#ifndef RECOUNT_VICTIMS_H
#define RECOUNT_VICTIMS_H

#include "measures.h"

/* Measures of the document that have a figure already. */
struct victims_told {
	struct str measure[4];
	size_t n;
};

/* Does the lexicon's entry at the node state what happens to victims? */
bool victims_trigger(const struct reading *r, const struct lexicon_node *node);

/* Add those of the sentence, in text order among its figures all->at[from, all->n). */
void victims_find(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told,
		  struct measure_context *context);

#endif
