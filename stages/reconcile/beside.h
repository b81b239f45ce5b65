/* beside - the statements of one quantity beside those of another in time, for what tells whether both are one. */
#ifndef RECOUNT_BESIDE_H
#define RECOUNT_BESIDE_H

#include "statements.h"

struct beside {
	const struct statement *at; /* [n] in order of time */
	size_t n;
};

/* Of sorted statements those of the quantity that `like` is of. log n. */
struct beside beside_of(const struct statements *all, const struct statement *like);
/* Those said within so many days of the day; few: of an episode with thousands of reports those nearest to the first
 * of these days. */
struct beside beside_within(struct beside of, int32_t day, long days);
/* Does one article tell both? */
bool beside_in_one_article(const struct statement *a, const struct statement *b);

#endif
