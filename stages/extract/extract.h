/* extract - what a document states: its mentions, and its outline for the stages that
 * never see its words. */
#ifndef RECOUNT_EXTRACT_H
#define RECOUNT_EXTRACT_H

#include "reading.h"
#include "records/mention.h"
#include "records/outline.h"

struct mentions {
	struct mention *at;
	size_t n, room;
};

struct extracted {
	struct mentions mentions; /* places first, then figures, events, and on demand times and attributions */
	struct outline outline;
};

/* Read one document. `all` adds the time and attribution mentions. Everything lives in
 * the arena or in the document. Linear in the document's length. */
struct extracted extract(const struct document *doc, const struct knowledge *know, bool all, struct arena *arena);

#endif
