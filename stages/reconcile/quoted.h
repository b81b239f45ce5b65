/* quoted - what a publication tells on its own account beside a source whom it quotes with more:
 * in "five people were shot, police said. Two victims remain in hospital" the two are some of
 * the five, and no rival of them. */
#ifndef RECOUNT_QUOTED_H
#define RECOUNT_QUOTED_H

#include "current.h"

/* Drop what is told so in every article that tells it; crowds are disputed by any factor. */
void quoted_drop_some(struct current *c);

#endif
