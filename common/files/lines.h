/* lines - bytes and lines of a file, gzip told by content. Bounded: a line longer
 * than the limit is skipped whole and told, memory never grows past twice the limit. */
#ifndef RECOUNT_LINES_H
#define RECOUNT_LINES_H

#include "base/err.h"
#include "base/str.h"

struct inflow_source;
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
/* The same over anything that can be read (files/inflow.h), which is closed with it. */
struct lines *lines_over(const struct inflow_source *source, size_t max_line);
/* err is set with LINES_TOO_LONG and LINES_BROKEN. */
enum lines_result lines_next(struct lines *in, struct line *out, struct err *err);
/* Raw bytes instead of lines: up to n into `to`; 0 at the end; -1 with err. */
ptrdiff_t lines_bytes(struct lines *in, char *to, size_t n, struct err *err);
/* The first n bytes of what is still to be read, left to be read; fewer only when the file
 * ends or breaks sooner. Valid until the next call. The window grows to a quarter more than n. */
struct str lines_peek(struct lines *in, size_t n);
/* Pass over n bytes of what was peeked. */
void lines_skip(struct lines *in, size_t n);
/* Did lines_peek end at a break rather than at the end? Then err says why. */
bool lines_broke(struct lines *in, struct err *err);
/* After a break: forget what is left in front of it and go on at the next gzip member.
 * False when nothing follows. */
bool lines_resume(struct lines *in);
/* Is the file compressed? Known once something was read or peeked. */
bool lines_are_packed(const struct lines *in);
/* Offset [bytes] in the expanded text of what is read next. */
uint64_t lines_offset(const struct lines *in);
/* [bytes] into the file where the gzip member begins whose text is read next; -1 when none
 * begins there. lines_track says before the first read that it will be asked for, or later
 * that it won't. */
void lines_track(struct lines *in, bool on);
int64_t lines_member(struct lines *in);
/* Limit on expansion for compressed input: expanded may be at most ratio times what was read, once above 64 MiB.
 * Default 200. */
void lines_expansion(struct lines *in, uint32_t ratio);
void lines_close(struct lines *in);

/* The whole file in the arena; false and err above max bytes or when unreadable. */
bool lines_file(const char *path, size_t max, struct arena *arena, struct str *out, struct err *err);

#endif
