/* assertions - claims that are one statement, made one. */
#ifndef RECOUNT_ASSERTIONS_H
#define RECOUNT_ASSERTIONS_H

#include "records/assertion.h"
#include "stating.h"

struct assertions {
	struct assertion *at;
	size_t n, room;
};

/* A bucket's claims on their way into assertions, quantity by quantity. */
struct merging {
	struct claims *claims;
	struct statings found;
	const struct stating **by_id; /* [found.n] by the claim's id; NULL: none is part of another */
	size_t next;		      /* of the statings */
	struct arena arena;	      /* of the quantity */
};

/* All claims of a bucket: date them, drop what overrides drop from tracks, put them in
 * order (place, document, span, measure; each id once), tell which of those that count are
 * one statement, and set claims->assertion. Any order of the claims gives the same. n log n. */
void assertions_begin(struct merging *m, struct claims *claims, const struct overrides *overrides,
		      const struct bodies *bodies, struct arena *arena);
/* The assertions of the next quantity, in order (place, measure, subject, unit, scope, day, number, source); they
 * live until the next call. False at the end. */
bool assertions_next(struct merging *m, struct assertions *out);
void assertions_end(struct merging *m);

#endif
