/* event_words - what the lexicon says of the words of events, and what a document's
 * process is: "the operation" of an article about an evacuation is the evacuation. */
#ifndef RECOUNT_EVENT_WORDS_H
#define RECOUNT_EVENT_WORDS_H

#include "event_types.h"
#include "events.h"

struct event_words {
	struct reading *r;
	struct str process; /* the type of process that the document tells most of; empty: none */
};

struct event_words event_words_of(struct reading *r);

/* Is it a type that begins, stops and ends? */
bool event_words_is_process(const struct event_words *w, struct str type);
/* What it is another word for ("attack" of a bombing, a killing); empty: nothing else. */
struct str event_words_kin(const struct event_words *w, struct str type);
/* Does somebody do it? An earthquake, a crash or an explosion has no code of what actors do. */
bool event_words_is_act(const struct event_words *w, struct str type);
/* Does its noun alone tell an event ("an explosion", "flooding")? Of most processes
 * ("the evacuation") it says nothing new. */
bool event_words_noun_tells(const struct event_words *w, struct str type);
/* Verbs that do what the noun says: whoever "did not carry out the attack" denies it; who "did not mention the attack"
 * tells of it. */
bool event_words_does(const struct event_words *w, const struct verb_group *v);
/* Verbs whose object is what an attack is on: "the raid hit a bus". */
bool event_words_strikes(const struct event_words *w, const struct verb_group *v);

/* "The attack", "this raid": one that is known. */
bool event_words_definite(const struct reading *r, const struct noun_phrase *noun);
/* Type of the process that a noun phrase names; empty when it names none. Pronouns and
 * "the operation" stand for the document's process. */
struct str event_words_process(const struct event_words *w, const struct phrases *p, const struct noun_phrase *noun);

#endif
