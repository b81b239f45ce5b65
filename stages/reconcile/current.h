/* current - the statements about one quantity that stand as of a day: of each source
 * its latest specific one and its latest vague ones, less what newer statements of
 * others have overtaken. Days are added in order; each day costs what stands then. */
#ifndef RECOUNT_CURRENT_H
#define RECOUNT_CURRENT_H

#include "statements.h"

struct standing {
	const struct statement *s;
	bool revised;	    /* its source had stated more for an earlier day: a revision downwards, since this day */
	struct decimal had; /* when revised, the number that it took back */
};

struct current {
	struct standing *at; /* by organisation; of one, the specific one first, then the vague ones */
	size_t n, room;
	int aspect;
	const struct conf *conf;
	struct arena *arena;
};

/* Let the n statements that became known on one day join. */
void current_add(struct current *c, const struct statement *const *new, size_t n);

#endif
