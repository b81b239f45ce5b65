/* ingest - what an input gave, made a document: its id, its blocks, and what the input
 * left open but the text tells (date, title, byline, agency, language). */
#ifndef RECOUNT_INGEST_H
#define RECOUNT_INGEST_H

#include "given.h"
#include "records/document.h"

struct signs;

/* The document's id, before the work of reading it. */
struct str ingest_id(const struct given *given, struct arena *arena);

/* Fill *out; texts are views into `given` or in the arena. Always gives a document.
 * False when something that the input gave could not be used and the text or the
 * address had to serve instead (its publication date): err says what. */
bool ingest(const struct given *given, const struct signs *signs, struct arena *arena, struct document *out,
	    struct err *err);

#endif
