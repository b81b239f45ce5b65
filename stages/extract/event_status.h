/* event_status - how a process stands: "suspended the evacuations", "the operation was
 * complete", "people waiting to be evacuated", "the start of the offensive". */
#ifndef RECOUNT_EVENT_STATUS_H
#define RECOUNT_EVENT_STATUS_H

#include "event_words.h"

/* Read the word of status at the hit. False when it is about no process. */
bool event_status_read(const struct event_words *w, uint32_t sentence, const struct hit *hit, struct found_event *out);

#endif
