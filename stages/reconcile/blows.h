/* blows - what a single day added to a quantity that is counted for longer, told as if
 * it were a count of its own: "at least three people were killed on Friday" of an
 * uprising of which 9,000 dead were told before. */
#ifndef RECOUNT_BLOWS_H
#define RECOUNT_BLOWS_H

#include "statements.h"

/* Statements sorted (statements_sort). One of a day's number adds to the total, and no
 * longer states one, when a greater total was stated before that day, in its episode.
 * Afterwards they are sorted again; linear but for that. */
void blows_settle(struct statements *all, const struct terms *terms);

#endif
