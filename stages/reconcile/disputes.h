/* disputes - events that sources tell so that both cannot hold: statuses of a process
 * that exclude each other, an event that one tells and another denies, and blame for
 * one happening laid on actors that cannot be one. */
#ifndef RECOUNT_DISPUTES_H
#define RECOUNT_DISPUTES_H

#include "contradictions.h"
#include "records/event.h"

struct dated_event {
	const struct event *e;
	int32_t day; /* event_day */
};

struct tales {
	struct dated_event *at;
	size_t n, room;
};

/* Events in any order. Only what is told as actual counts, and what happened by the as-of. */
void disputes_find(const struct tales *events, const struct terms *terms, struct contradictions *out,
		   struct arena *arena);

/* Do the two statuses exclude each other at the same time? `complete` excludes
 * `suspended`, `not_complete` and `cancelled`; these hold together. */
bool statuses_exclude(int a, int b);

#endif
