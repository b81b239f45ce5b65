/* once - what many mentions of one document ask alike, answered once: who states it, when,
 * which source a name is, what an event type means. The answer depends on nothing but the
 * texts that the question is made of. */
#ifndef RECOUNT_ONCE_H
#define RECOUNT_ONCE_H

#include "normalise.h"
#include "when.h"
#include "who.h"

struct once;

/* For a document of that many mentions. The mentions and the arena outlive it. */
struct once *once_open(const struct words *words, size_t mentions, struct arena *arena);

/* who_of: by source, its role and organisation, chain, agency and publisher. */
struct who once_who(struct once *o, const struct mention *m);
/* when_resolve: by time, said, told and publication date. */
struct when once_when(struct once *o, const struct mention *m);
/* who_named: by the name. */
struct source_ref once_named(struct once *o, struct str name);

/* PLOVER and CAMEO of an event type; empty for a type that is not in the lexicon. */
struct coding {
	struct str plover, cameo;
};
struct coding once_coding(struct once *o, struct str type);

#endif
