/* reconcile - one bucket's assertions and events made into tracks, estimates,
 * contradictions and checks. */
#ifndef RECOUNT_RECONCILE_H
#define RECOUNT_RECONCILE_H

#include "checks.h"
#include "contradictions.h"
#include "disputes.h"
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

/* The contradictions among events (disputes.h). They are copied into the arena whole: the
 * events may go before the assertions come. */
struct contradictions reconcile_events(struct tales *events, const struct terms *terms, struct arena *arena);
/* Tracks and what follows from them; told: the above, which are put in order among the
 * others. Any order of assertions and events gives the same result, in a fixed order. Texts
 * live in the arguments or the arena. n log n. */
struct reconciled reconcile(const struct assertions *assertions, const struct contradictions *told,
			    const struct terms *terms, struct arena *arena);

#endif
