/* reconcile - one bucket's assertions made into tracks, estimates, contradictions and
 * checks. */
#ifndef RECOUNT_RECONCILE_H
#define RECOUNT_RECONCILE_H

#include "checks.h"
#include "contradictions.h"
#include "tolls.h"
#include "tracks.h"

struct assertions {
	struct assertion *at;
	size_t n, room;
};

struct reconciled {
	struct tracks tracks; /* each with its estimates */
	struct contradictions contradictions;
	struct checks checks;
	struct tolls tolls;
	size_t undated; /* assertions of no known day: on no track */
};

/* By place, then day: the order in which they go out. */
void contradictions_sort(struct contradictions *all);
/* Tracks and what follows from them. Any order of assertions gives the same result, in a fixed
 * order. Texts live in the arguments or the arena. n log n. */
struct reconciled reconcile(const struct assertions *assertions, const struct terms *terms, struct arena *arena);

#endif
