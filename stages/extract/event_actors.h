/* event_actors - who does what an event's verb or noun tells, and to whom. */
#ifndef RECOUNT_EVENT_ACTORS_H
#define RECOUNT_EVENT_ACTORS_H

#include "event_words.h"

/* Agent and target of the event that the hit, a verb of the group v, tells. */
void event_actors_of_verb(const struct event_words *w, const struct phrases *p, const struct verb_group *v,
			  const struct hit *hit, struct found_event *e);
/* "Since | the government began its offensive": the phrase right before the verb, though the word that opens the clause
 * stands before it as a preposition would; NULL: it is no such clause. */
const struct noun_phrase *event_subject_of_clause(const struct event_words *w, const struct phrases *p,
						  const struct verb_group *v);
/* Agent and target of one that a noun tells: its owner ("the army's attack"), or whom "by" leads to; whom it is on ("on
 * the town", "hit a bus"), or who suffers it ("the mayor's arrest", "the arrest of the mayor"). */
void event_actors_of_noun(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun,
			  struct found_event *e);

/* "evacuated by Thursday evening": is the word a time, and nobody? */
bool event_is_time(const struct reading *r, uint32_t token);

#endif
