/* superseding - a source's newer number takes the place of its older one. */
#ifndef RECOUNT_SUPERSEDING_H
#define RECOUNT_SUPERSEDING_H

#include "base/arena.h"
#include "records/assertion.h"

/* Within the assertions of one quantity: fill what each source's later day supersedes of its
 * earlier one. What adds to a total, is denied, vague or not actual neither does nor is. n log n. */
void supersede(struct assertion *at, size_t n, struct arena *arena);

#endif
