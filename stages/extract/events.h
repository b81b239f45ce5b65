/* events - what happened and how a process stands, by triggers: verbs and nouns of the
 * lexicon's triggers ("opened fire", "earthquake"), words of status on a process
 * ("suspended the evacuations", "the operation was complete", "not over"). */
#ifndef RECOUNT_EVENTS_H
#define RECOUNT_EVENTS_H

#include "reading.h"
#include "records/mention.h"

struct found_event {
	uint32_t sentence;
	uint32_t first, n;	/* tokens of the trigger or of the word of status */
	struct str type;	/* of the event types */
	int status;		/* enum status; STATUS_NONE for a plain event */
	uint32_t agent, target; /* noun phrases of the sentence, PHRASE_NONE when not told */
	int polarity, modality;
	const char *rule;
};

struct found_events {
	struct found_event *at;
	size_t n, room;
};

/* All events of the document in text order. Linear. */
void events_find(struct reading *r, struct found_events *out);

/* Is it a type that begins, stops and ends (a siege), rather than one that happens (a blast)? */
bool events_is_process(const struct reading *r, struct str type);

/* "Each accused the other of shelling": is who did it each of those who state it, as the others say? */
bool events_is_mutual(struct reading *r, const struct found_event *e);

/* Fill kind, span, surface, type, status, agent, target, polarity, modality, rules of the mention. */
void event_fill(struct reading *r, const struct found_event *e, struct mention *m);

#endif
