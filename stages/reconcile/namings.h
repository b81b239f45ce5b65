/* namings - one quantity that is told under two names: "Sixteen miners are missing", "Ten are still missing"; "24,070
 * cases", "24,600 people have been infected". */
#ifndef RECOUNT_NAMINGS_H
#define RECOUNT_NAMINGS_H

#include "statements.h"

/* Statements sorted (statements_sort). Those of miners, protesters, refugees are of people where nothing but the name
 * tells them apart: within days of each other both state one number, or the people have no noun of their own ("the
 * toll rose to eight"), or an article tells of more miners than people; unless one tells of more people than miners,
 * of whom the miners are some. Cases and the like say no more than their measure, and need no such sign. Who is told
 * by age, sex or arms stays by himself. Afterwards they are sorted again. */
void namings_settle(struct statements *all, const struct terms *terms);

#endif
