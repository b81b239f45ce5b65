/* agents - whom sources hold to have done something: are they different sides, or one side
 * named more and less closely? */
#ifndef RECOUNT_AGENTS_H
#define RECOUNT_AGENTS_H

#include <stdbool.h>

#include "records/bodies.h"

struct agent {
	struct str id, name;
	struct str source; /* who says so */
};

struct agents {
	struct agent *at;
	size_t n, room;
};

/* Could both be meant? They have one id, or all words of one name are in the other ("warplanes"
 * and "Russian warplanes"); or this holds for a body that one of them is part of: the army, and
 * the Syrian government. Two arms of one government are two. */
bool agents_agree(const struct agent *a, const struct agent *b, const struct bodies *bodies);
/* Is it a side at all? "The gunman", "a suspect" is whoever did it; "a shot", "a bomb" is what was done with. */
bool agents_is_side(const struct agent *a);
/* Do two sources name agents that cannot be one? The list is put in another order. */
bool agents_differ(struct agents *agents, const struct bodies *bodies);

#endif
