/* event_when - whether the time that governs an event is told of something else. */
#ifndef RECOUNT_EVENT_WHEN_H
#define RECOUNT_EVENT_WHEN_H

#include "events.h"
#include "times.h"

/* "The toll from the collapse | rose on Tuesday", "on Tuesday police arrested two men | over the attack": the time is
 * that of a verb that tells of something else, so that the event, which is known, had happened by then. False for
 * TIME_NONE and for "the attack on Tuesday". */
bool event_is_apart(struct reading *r, const struct time_mentions *times, uint32_t when, const struct found_event *e);

#endif
