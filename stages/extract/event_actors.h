/* event_actors - who does what an event's verb or noun tells, and to whom. */
#ifndef RECOUNT_EVENT_ACTORS_H
#define RECOUNT_EVENT_ACTORS_H

#include "event_words.h"

/* Agent and target of the event that the hit, a verb of the group v, tells. */
void event_actors_of_verb(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
			  const struct hit *hit, struct found_event *e);
/* The agent of one that a noun tells: its owner ("the army's attack"), or whom "by" leads to. */
void event_actors_of_noun(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
			  struct found_event *e);

/* "evacuated by Thursday evening": is the word a time, and nobody? */
bool event_is_time(const struct reading *r, uint32_t token);

#endif
