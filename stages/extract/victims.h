/* victims - one person, told without a number: "a policeman was killed", "the murder of the
 * mayor", "Smith was shot dead". Somebody who is known counts only where nothing of that
 * measure was told before, so that a death told ten times is one; somebody with a name also
 * where only others with other names were told of. */
#ifndef RECOUNT_VICTIMS_H
#define RECOUNT_VICTIMS_H

#include "measures.h"

enum { VICTIM_MEASURES = 4, VICTIM_NAMES = 32 };

/* Measures of the document that have a figure already. */
struct victims_told {
	struct str measure[VICTIM_MEASURES];
	bool counted[VICTIM_MEASURES]; /* by a number, an article or a role: a name may be one of those */
	size_t n;
	struct {
		uint64_t word; /* hash of a word of the name */
		struct str measure;
	} named[VICTIM_NAMES];
	size_t named_n;
};

/* Does a word of the sentence state what happens to victims? */
bool victims_are_told(const struct reading *r, uint32_t sentence);

/* Add those of the sentence, in text order among its figures all->at[from, all->n). */
void victims_find(const struct figure_scan *s, struct figures *all, size_t from, struct victims_told *told);

#endif
