/* event_fit - is it the event that its word usually tells? What it is done to says so: "released
 * the men", no song; "met the rebels", no demand; a roof collapses, talks only in words. */
#ifndef RECOUNT_EVENT_FIT_H
#define RECOUNT_EVENT_FIT_H

#include "event_words.h"

/* Of one that the hit, a verb of the group v, tells; it has its agent and target. */
bool event_fit_verb(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
		    const struct hit *hit, const struct found_event *e);
/* Of one that a noun tells: "a flood of complaints", "the collapse of the talks" are none. */
bool event_fit_noun(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
		    const struct found_event *e);

#endif
