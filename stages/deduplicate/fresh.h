/* fresh - a folder while it is read: its rows go into the file that they are kept in, by
 * cell. */
#ifndef RECOUNT_FRESH_H
#define RECOUNT_FRESH_H

#include "deduplicate.h"

struct fresh {
	struct articles own; /* the folder's, in the order in which they came */
	struct postings statements;
	struct kept_writer *writer;
	const struct deduplicate *all;
	struct str key;
	struct buf sentence; /* of the row before, and its wording: rows of one sentence follow each other */
	uint64_t wording;
	struct arena arena, scratch;
};

/* passing: the file need not outlast this run. */
void fresh_begin(struct fresh *f, const char *file, struct str key, bool passing, const struct deduplicate *all);
void fresh_outline(struct fresh *f, const struct outline *outline);
/* The line of a claim without the last cell, its assertion, when it goes out as it came:
 * there is nothing to be dated in it. Else null: then the claim must be given whole. */
struct str fresh_claim_line(const struct fresh *f, const struct claim *claim, struct str line);
/* False and err: it is of a document that no outline tells of. line: as above; with it the
 * lists of the claim don't matter. */
bool fresh_claim(struct fresh *f, struct claim *claim, struct str line, struct err *err);
bool fresh_event(struct fresh *f, struct event *event, struct err *err);
/* Now the file has its name. */
void fresh_end(struct fresh *f);

#endif
