/* units - what reconcile works on at a time: the statements of a bucket of places, or the events
 * of some days with those of the days around them; each only when it has changed. */
#ifndef RECOUNT_UNITS_H
#define RECOUNT_UNITS_H

#include <jansson.h>

#include "asof.h"
#include "settings.h"
#include "tasks.h"

/* Checks of what lies in several buckets: no unit, but a result. */
#define UNITS_ACROSS "bucket-across.csv"

struct unit {
	struct str name; /* "bucket-07.csv", "bucket-2016-12-12.csv" */
	struct str of;	 /* what deduplicate made it of */
	bool events, fresh;
	int32_t first, last; /* days of events, up to where the next file begins */
};

struct units {
	struct unit *at; /* statements; then events by their days */
	size_t n, room;
	size_t statements; /* the first so many */
	size_t stale;
	const struct store *store;
	const struct settings *settings;
	int32_t as_of;
};

/* All units of what was merged; of those that are no more, results are removed. */
struct units units_find(const struct store *store, const struct settings *s, const struct asof *asof);
/* Add the tasks that make those anew which have changed. */
void units_tasks(const struct units *units, struct tasks *tasks, const struct settings *s, const struct asof *asof);
/* tasks.finished: note that the task's units are made (with: the units). */
void units_finished(struct task *task, void *with);

#endif
