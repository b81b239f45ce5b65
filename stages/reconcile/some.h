/* some - numbers of some among those that a total counts: "three of the nine", "one was
 * shot in the leg", "eight of them were killed". They dispute no total. */
#ifndef RECOUNT_SOME_H
#define RECOUNT_SOME_H

#include "statements.h"

/* Take out those that are stated as part of a statement of the same quantity. */
void some_drop_parts(struct statements *all, struct arena *arena);

/* Is it so small a share of the greatest number stated that it is of some among them? Of a publication a twentieth, of
 * a source that is named a hundredth: less is believed of it, and it may dispute a total. */
bool some_is_share(const struct statement *s, struct decimal greatest);
/* "One victim was shot in the leg": a single one, told beside a greater number, is one of them. */
bool some_is_single(const struct statement *s, struct decimal greatest);

#endif
