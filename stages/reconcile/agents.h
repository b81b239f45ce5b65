/* agents - whom sources hold to have done something: are they different sides, or one side
 * named more and less closely? */
#ifndef RECOUNT_AGENTS_H
#define RECOUNT_AGENTS_H

#include <stdbool.h>

#include "base/str.h"

struct agent {
	struct str id, name;
	struct str source; /* who says so */
};

struct agents {
	struct agent *at;
	size_t n, room;
};

/* Could both be meant? They have one id, or all words of one name are in the other:
 * "warplanes" and "Russian warplanes". */
bool agents_agree(const struct agent *a, const struct agent *b);
/* Do two sources name agents that cannot be one? The list is put in another order. */
bool agents_differ(struct agents *agents);

#endif
