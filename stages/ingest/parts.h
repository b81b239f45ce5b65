/* parts - documents into part files: OUT/documents/part-00000.jsonl and so on, or all
 * into the one file or stream that -o names. */
#ifndef RECOUNT_PARTS_H
#define RECOUNT_PARTS_H

#include "files/stage.h"
#include "records/document.h"

struct parts {
	struct stage *st;
	struct outfile *out;
	int64_t number;	   /* of the part being written */
	int64_t documents; /* in it */
	int64_t most;	   /* documents a part */
};

/* A part is full at `most` documents, or at PART_BYTES. */
enum { PART_BYTES = 64 * 1024 * 1024 };

/* The first part is there even if nothing is written. `first`: its number. */
void parts_open(struct parts *parts, struct stage *st, int64_t first, int64_t most);
/* Counts st->written. */
void parts_write(struct parts *parts, const struct document *doc);
void parts_close(struct parts *parts);

#endif
