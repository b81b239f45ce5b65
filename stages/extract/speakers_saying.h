/* speakers_saying - a verb of saying, as the forms of its sentence are tried one after the other: the files that read
 * verbs share it. Each form fills source, contents and rule, and returns false where the sentence does not have it. */
#ifndef RECOUNT_SPEAKERS_SAYING_H
#define RECOUNT_SPEAKERS_SAYING_H

#include "speakers_parts.h"

/* A verb of saying in its sentence. */
struct saying {
	struct cue cue;
	int64_t v;	   /* its piece */
	struct span words; /* auxiliaries, adverbs, verb, particle */
	struct span source;
	struct spans contents;
	const char *rule;
};

/* `Omar said 12 had died`: what is said stands behind the verb. The source is told. */
bool saying_forward(struct speech *s, struct saying *say);
/* "The army put the toll at 12, the rebels at 20": whose verb is left out speaks too. */
void saying_gapped(struct speech *s, struct saying *say);
/* `Omar said in a statement. "We have treated 40."`: the quotation opens the next sentence. */
bool saying_ahead(struct speech *s, struct saying *say);
/* `Noting that 12 boats were lost, the company closed the port`: who notes it is the subject behind the comma. */
bool saying_leading(struct speech *s, struct saying *say);
/* "was quoted by", "were reported killed by residents", "is backed by": the agent speaks. */
bool saying_passive(struct speech *s, struct saying *say);

#endif
