/* stories - tellings of one event by one source made one version of it, and the versions
 * of different sources put side by side as one happening. */
#ifndef RECOUNT_STORIES_H
#define RECOUNT_STORIES_H

#include "telling.h"

struct events {
	struct event *at;
	size_t n, room;
};

/* A bucket's events on their way into versions. */
struct stories {
	const struct held *events;
	struct tellings found;
	size_t next;	    /* of the tellings */
	struct arena arena; /* of what was given last */
};

/* All events of a bucket. One version: same type, status, place, days, source, polarity
 * and modality, and actors that don't differ (one may leave them out; in the stages of a
 * process, "suspended", only the acting side counts). One happening: same type, status,
 * place, days and target, whoever tells it and whomever they blame. Tellings outside
 * the story (titles, captions) and of dropped documents are left out. n log n. */
void stories_begin(struct stories *s, const struct held *events, const struct overrides *overrides,
		   struct arena *arena);
/* The versions of what is next in the order of place, days, type, status, each in order of source; they live until the
 * next call. False at the end. */
bool stories_next(struct stories *s, struct events *out);
void stories_end(struct stories *s);

#endif
