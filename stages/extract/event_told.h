/* event_told - what an event says of those that the document told before it: "it happened at
 * dawn", "the disaster", "52 people have been killed". */
#ifndef RECOUNT_EVENT_TOLD_H
#define RECOUNT_EVENT_TOLD_H

#include "event_words.h"

/* Does the hit's verb ("took place") tell again of what was told before: "the incident", "it"? */
bool event_told_again(const struct event_words *w, uint32_t sentence, const struct hit *hit);
/* The type of what happened last; empty: nothing. */
struct str event_told_happened(const struct event_words *w, const struct found_events *all);
/* The type of the accident or disaster that was told before; "accident" where none was. */
struct str event_told_accident(const struct event_words *w, const struct found_events *all);
/* Is the killing no event of its own, but who died in what was told before? */
bool event_told_killing(const struct event_words *w, const struct found_events *all, const struct found_event *e);

#endif
