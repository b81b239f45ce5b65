/* event_when - when an event happened, as its own sentence tells. */
#ifndef RECOUNT_EVENT_WHEN_H
#define RECOUNT_EVENT_WHEN_H

#include "events.h"
#include "occasions.h"

/* "The toll from the collapse | rose on Tuesday", "on Tuesday police arrested two men | over the attack": apart is the
 * time of a verb that tells of something else, so that the event, which is known, had happened by then. Not apart are
 * "the attack on Tuesday" and what has no time. later: the time is of what lasted or followed ("was in critical
 * condition on Tuesday after a shooting"), so that another that the document tells is the better one. */
struct event_time {
	struct times_governing t;
	bool apart, later;
	bool undated; /* "the first since | the war began": a beginning that all know of, and whose day is not told */
};

/* That of each event [events->n], in the reading's arena. */
const struct event_time *event_times(struct reading *r, const struct time_mentions *times,
				     const struct occasions *occasions, const struct found_events *events);

#endif
