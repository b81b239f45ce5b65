/* stating - one claim on its way into an assertion: what it is compared by. */
#ifndef RECOUNT_STATING_H
#define RECOUNT_STATING_H

#include "assertions.h"
#include "record.h"

struct stating {
	struct claim *claim;
	uint32_t article; /* NO_ARTICLE: no outline came with it */
	struct record record;
	struct str scope;	    /* assertion_scope; for what adds to a total its period */
	uint64_t wording;	    /* of its sentence, 0 for a short one */
	struct decimal least, most; /* the number stated: both `best`, or the ends of a range or vague count */
	int32_t day;		    /* of stating; NO_DAY */
};

struct statings {
	struct stating *at;
	size_t n, room;
};

/* Does it reach an assertion: with a measure and a number, in a block that counts? */
bool stating_counts(const struct claim *claim);
/* Of the claims that count: with a measure, in a block that counts. The claims must be dated. */
void statings_make(struct claims *claims, const struct articles *all, const struct overrides *overrides,
		   struct statings *out, struct arena *arena);

/* Same statement but for the source (0), else the order of assertions. */
int stating_cmp_statement(const struct stating *a, const struct stating *b);
/* As above, then by source. */
int stating_cmp(const struct stating *a, const struct stating *b);
/* Within one statement: the first to tell it comes first. */
int stating_cmp_telling(const struct stating *a, const struct stating *b);

#endif
