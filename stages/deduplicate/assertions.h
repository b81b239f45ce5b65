/* assertions - claims that are one statement, made one. */
#ifndef RECOUNT_ASSERTIONS_H
#define RECOUNT_ASSERTIONS_H

#include "claims.h"
#include "records/assertion.h"

struct assertions {
	struct assertion *at;
	size_t n, room;
};

/* All claims of a bucket: date them, drop what overrides drop from tracks, put them in
 * order (place, document, span, measure; each id once), merge those that count into
 * assertions (in order of place, measure, subject, source, day), and set
 * claim.assertion. Any order of the claims gives the same. n log n in claims. */
void assertions_make(struct claims *claims, const struct articles *all, const struct overrides *overrides,
		     struct assertions *out, struct arena *arena);

#endif
