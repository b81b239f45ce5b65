/* event_denial - is it this event that somebody denies, or is it only mentioned by who
 * denies something else? "denied that the town had been shelled", "denied any attack",
 * "rejected reports of an attack"; but "rejected the term used since the outbreak". */
#ifndef RECOUNT_EVENT_DENIAL_H
#define RECOUNT_EVENT_DENIAL_H

#include "events.h"
#include "speakers.h"

/* a: the attribution that holds the event, and whose words deny. */
bool event_is_denied(struct reading *r, const struct attribution *a, const struct found_event *e);
/* "Denied his forces had any role in the massacre": that they did it is denied, and not that it was. */
bool event_is_disowned(const struct reading *r, const struct attribution *a, const struct found_event *e);

#endif
