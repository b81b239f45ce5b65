/* document - an article: its words and what the input said about it. JSON Lines,
 * one object a line (Jansson). Text crosses only one file boundary, from ingest to
 * extract. */
#ifndef RECOUNT_DOCUMENT_H
#define RECOUNT_DOCUMENT_H

#include "records/refs.h"

/* A stretch of the text that is of one kind. Blocks are in order, do not overlap and
 * cover all but white space. */
struct block {
	uint32_t start, end; /* [bytes] into text */
	int kind;	     /* enum block_kind */
};

struct blocks {
	struct block *at;
	size_t n, room;
};

struct document {
	struct str
		id; /* content address, 'd' and 32 hex digits: from ref or url, publisher, published as given, text */
	struct str ref; /* the id that the input gave */
	struct str input_path;
	int64_t input_offset; /* [bytes] into the (expanded) input, or record number where there are no offsets */
	struct str url, publisher;
	struct str agency; /* "AP" when the copy is a wire's */
	struct str byline, title;
	struct str language; /* BCP 47, "en" */
	struct str dateline_place;
	struct str published; /* ISO date or date-time, or empty */
	int published_basis;  /* enum published_basis */
	struct str modified;  /* when this version was made, ISO date or date-time, or empty */
	struct str parent;    /* address of the live page that it is an entry of */
	struct str text;      /* UTF-8, verbatim */
	struct blocks blocks;
};

/* The id of DESIGN §2: the same article gives the same id on any machine. `given` is
 * the publication date as the input gave it. */
struct str document_id(struct arena *arena, const struct document *doc, struct str given);

/* Is it in a language that the grammars read (English), or in one that nobody told? */
bool document_is_read(const struct document *doc);

/* One JSON object and a line end. */
struct outfile;
void document_write(struct outfile *out, const struct document *doc);
/* Like document_write, with "record":"document" first: for `recount read`. */
void document_write_record(struct outfile *out, const struct document *doc);

/* Read one line of JSON; texts and blocks are in the arena. Checks what extract
 * relies on: id, UTF-8 text, blocks ordered within it. */
bool document_parse(struct str line, struct arena *arena, struct document *out, struct err *err);

#endif
