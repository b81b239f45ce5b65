/* reconcile - one bucket's assertions and events made into tracks, estimates,
 * contradictions and checks. */
#ifndef RECOUNT_RECONCILE_H
#define RECOUNT_RECONCILE_H

#include "checks.h"
#include "contradictions.h"
#include "disputes.h"
#include "tracks.h"

struct assertions {
	struct assertion *at;
	size_t n, room;
};

struct reconciled {
	struct tracks tracks; /* each with its estimates */
	struct contradictions contradictions;
	struct checks checks;
	size_t undated; /* assertions of no known day: on no track */
};

/* Any order of assertions and events gives the same result, in a fixed order. Texts
 * live in the arguments or the arena. n log n. */
struct reconciled reconcile(const struct assertions *assertions, struct tales *events, const struct terms *terms,
			    struct arena *arena);

#endif
