/* once - what many mentions ask alike, answered once: who states it, when, which source a name
 * is, what an event type means. The answer depends on nothing but the texts that the question
 * is made of, so it holds from document to document; what is remembered has a bound. */
#ifndef RECOUNT_ONCE_H
#define RECOUNT_ONCE_H

#include "when.h"
#include "who.h"

struct once;

/* The lexicon and the gazetteer outlive it. */
struct once *once_open(const struct lexicon *lex, const struct gazetteer *places);
/* A document begins: answers given so far may be forgotten. */
void once_document(struct once *o);
void once_close(struct once *o);

/* who_of: by source, its role and organisation, chain, agency and publisher. */
struct who once_who(struct once *o, const struct mention *m);
/* who_at_home: by the source's and the organisation's name, and the country. */
struct who once_at_home(struct once *o, const struct who *who, struct str country);
/* when_resolve: by time, said, told and publication date. */
struct when once_when(struct once *o, const struct mention *m);
/* who_named: by the name. */
struct source_ref once_named(struct once *o, struct str name);
/* who_named, for the target of an event: one id for all that people ride in, however it is called ("the buses", "a
 * convoy"), by the name's last word: "vehicles", "ships", "aircraft". */
struct source_ref once_target(struct once *o, struct str name);
/* interval_first_day: of an EDTF expression; false when it has none. */
bool once_first_day(struct once *o, struct str edtf, int32_t *day);

/* PLOVER and CAMEO of an event type; empty for a type that is not in the lexicon. */
struct coding {
	struct str plover, cameo;
};
struct coding once_coding(struct once *o, struct str type);

#endif
