/* warc_record - the head of a record of a web archive: what the record is, where it was
 * fetched, how long its block is.
 * Source: ISO 28500 (WARC 1.0, 1.1); https://iipc.github.io/warc-specifications */
#ifndef RECOUNT_WARC_RECORD_H
#define RECOUNT_WARC_RECORD_H

#include "base/err.h"
#include "base/str.h"

enum warc_type {
	WARC_OTHER, /* warcinfo, request, metadata, continuation, and what no standard names */
	WARC_RESPONSE,
	WARC_REVISIT,
	WARC_RESOURCE,
	WARC_CONVERSION,
};

/* Views into the head. */
struct warc_record {
	enum warc_type type;
	struct str type_name; /* as written */
	uint64_t length;      /* [bytes] of the block */
	struct str url;	      /* without < and > */
	struct str media;     /* Content-Type of the block */
	struct str payload;   /* WARC-Identified-Payload-Type */
};

/* Does a record begin here: "WARC/1.0" and a line end behind it? */
bool warc_record_begins(struct str at);
/* Offset of the first record at or behind `from` that begins a line; -1: none. */
ptrdiff_t warc_record_find(struct str text, size_t from);

/* [bytes] of the head at the start of the text, with the empty line that ends it; 0: it does not end. */
size_t warc_head_size(struct str text);
/* Read it. False and err (field "warc") when type or length are missing or wrong. */
bool warc_record_parse(struct str head, struct warc_record *out, struct err *err);

/* The next line "Name: value" of a head (HTTP's are the same); *rest moves behind it, and
 * is empty at the end. Lines that are none give an empty name; values are trimmed. */
void head_line(struct str *rest, struct str *name, struct str *value);

#endif
