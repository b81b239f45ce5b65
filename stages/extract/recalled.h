/* recalled - what news only recalls: "on the anniversary of the massacre in Hama that killed 20,000". The text tells no
 * day of it, but it is over since long ago, and no count of today. */
#ifndef RECOUNT_RECALLED_H
#define RECOUNT_RECALLED_H

#include "reading.h"

/* Is what the token tells only recalled? By words of the kind recalling of the lexicon's function_words before it, and
 * by "the deadliest attack since …". */
bool recalled_is(const struct reading *r, uint32_t token);

/* The text form of its time, for normalise: it ended months before it was told. */
struct str recalled_time(void);

#endif
