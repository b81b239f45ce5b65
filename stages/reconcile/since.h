/* since - "704 people have died since March" and "the toll stands at 750": a count since long ago that is the total of
 * what goes on, and not that of a longer time. */
#ifndef RECOUNT_SINCE_H
#define RECOUNT_SINCE_H

#include "statements.h"

/* Statements sorted (statements_sort). Those of a scope "since" have none where the total goes on from their number
 * within the days of an episode; unless an article tells both as two numbers. Afterwards they are sorted again. */
void since_settle(struct statements *all, const struct terms *terms);

#endif
