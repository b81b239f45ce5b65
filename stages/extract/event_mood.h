/* event_mood - whether what a verb or noun tells took place: denied, planned, demanded,
 * possible, or actual. */
#ifndef RECOUNT_EVENT_MOOD_H
#define RECOUNT_EVENT_MOOD_H

#include "event_words.h"

/* Polarity and modality of what the verb group says; v may be NULL (actual). */
void event_mood(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
		struct found_event *out);
/* Those of an event told by a noun that the verb group v (or NULL) governs: "denied" only by a verb that does it
 * ("did not carry out the attack") or lets it happen; "the attack" is known, whatever is not said of it. */
void event_noun_mood(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
		     const struct verb_group *v, struct found_event *out);

#endif
