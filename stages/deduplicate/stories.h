/* stories - tellings of one event by one source made one version of it, and the versions
 * of different sources put side by side as one happening. */
#ifndef RECOUNT_STORIES_H
#define RECOUNT_STORIES_H

#include "articles.h"
#include "records/event.h"

struct events {
	struct event *at;
	size_t n, room;
	uint32_t *article; /* [n] number of its first document; NULL: found by its id */
};

/* All events of a bucket. One version: same type, status, place, days, source, polarity
 * and modality, and actors that don't differ (one may leave them out; in the stages of a
 * process, "suspended", only the acting side counts). One happening: same type, status,
 * place, days and target, whoever tells it and whomever they blame. Tellings outside
 * the story (titles, captions) and of dropped documents are left out. The result is in
 * the order of place, days, type, status, source. n log n. */
void stories_merge(struct events *events, const struct articles *all, const struct overrides *overrides,
		   struct events *out, struct arena *arena);

#endif
