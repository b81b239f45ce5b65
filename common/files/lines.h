/* lines - bytes and lines of a file, gzip told by content. Bounded: a line longer
 * than the limit is skipped whole and told, memory never grows past the limit. */
#ifndef RECOUNT_LINES_H
#define RECOUNT_LINES_H

#include "base/err.h"
#include "base/str.h"

struct lines;

enum lines_result {
	LINES_LINE,	/* a line; it may be empty */
	LINES_END,	/* the clean end */
	LINES_TOO_LONG, /* a line above the limit: skipped, text empty, position set */
	LINES_BROKEN,	/* a read error, truncated or corrupt gzip, or expansion above the limit: nothing follows */
};

struct line {
	struct str text;       /* without its line end (LF or CRLF); valid until the next call */
	uint64_t number;       /* from 1 */
	uint64_t offset_bytes; /* of its first byte, in the expanded text */
};

/* Open a file ("-": standard input). NULL and err (field "open") when it cannot be
 * opened or is a folder. max_line [bytes]; 0 is 16 MiB. */
struct lines *lines_open(const char *path, size_t max_line, struct err *err);
/* err is set with LINES_TOO_LONG and LINES_BROKEN. */
enum lines_result lines_next(struct lines *in, struct line *out, struct err *err);
/* Raw bytes instead of lines: up to n into `to`; 0 at the end; -1 with err. */
ptrdiff_t lines_bytes(struct lines *in, char *to, size_t n, struct err *err);
/* The first bytes of what is still to be read, at most n (n up to 128 KiB), left to be
 * read; fewer only when the file ends or breaks sooner. Valid until the next call. */
struct str lines_peek(struct lines *in, size_t n);
/* Limit on expansion for compressed input: expanded may be at most ratio times what was read, once above 64 MiB.
 * Default 200. */
void lines_expansion(struct lines *in, uint32_t ratio);
void lines_close(struct lines *in);

/* The whole file in the arena; false and err above max bytes or when unreadable. */
bool lines_file(const char *path, size_t max, struct arena *arena, struct str *out, struct err *err);

#endif
