/* value - what a number's wording says of its size: the low, best and high of a claim.
 *
 *   exact 4,500          4500 4500 4500     at_least, more_than   v v -
 *   approx               -    v    -        at_most, less_than    - v v
 *   approx_below         -    v    v        range a to b          a - b
 *   approx_above         v    v    -        order (dozens)        lexicon - lexicon
 *
 * A range told downwards ("from 9 to 7") is the same range. */
#ifndef RECOUNT_VALUE_H
#define RECOUNT_VALUE_H

#include "records/mention.h"

struct value {
	struct decimal low, best, high; /* null: that side is open, or there is no best */
};

/* The value of a figure mention. All null for a mention without a number or qualifier. */
struct value value_of(const struct mention *m);

#endif
