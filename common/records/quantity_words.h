/* quantity_words - what a number counts, as every table, page and message calls it:
 * "people killed", "evacuees needing care", "area destroyed (hectare)". */
#ifndef RECOUNT_QUANTITY_WORDS_H
#define RECOUNT_QUANTITY_WORDS_H

#include "base/str.h"

/* The names that records have for it, any of which may be empty. A share has no unit in words: it is told in percent.
 */
struct str quantity_words(struct arena *arena, struct str measure, struct str subject, struct str unit);

#endif
