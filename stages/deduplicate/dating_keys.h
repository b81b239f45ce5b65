/* dating_keys - what an undated article shares with dated ones: sentences, quotations, statements of a number. */
#ifndef RECOUNT_DATING_KEYS_H
#define RECOUNT_DATING_KEYS_H

#include "dating.h"

/* The postings of the articles' sentences and of `statements` (dating_statement), but for those whose keys stand in no
 * undated article. They are the arena's. Linear. */
void dating_collect(const struct articles *all, const struct postings *statements, struct postings *to,
		    struct arena *arena);

#endif
