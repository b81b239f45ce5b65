/* inflow - the bytes of a file, or of anything that can be read, expanded where they are
 * gzip (told by content): member by member, so that a damaged one costs itself. zlib, and
 * libdeflate for the small members that web archives are made of. */
#ifndef RECOUNT_INFLOW_H
#define RECOUNT_INFLOW_H

#include "base/err.h"
#include "base/str.h"

/* Where the bytes come from. */
struct inflow_source {
	/* Up to n bytes into `to`; 0 at the end; -1 with err. */
	ptrdiff_t (*read)(void *with, char *to, size_t n, struct err *err);
	/* [bytes] taken from the disk so far, for the limit on expansion; NULL: what `read` gave */
	uint64_t (*spent)(void *with);
	void (*close)(void *with); /* NULL: nothing to do */
	void *with;
	const char *name; /* for messages; outlives the inflow */
};

struct inflow;

/* The source is closed with it. */
struct inflow *inflow_open(const struct inflow_source *source);
void inflow_close(struct inflow *in);

/* Up to n bytes into `to`, never across the start of a gzip member; 0 at the end; -1 with
 * err (field "read"): a read error, gzip that is truncated or damaged, expansion above the
 * limit. Then nothing follows, unless inflow_resume finds more. */
ptrdiff_t inflow_read(struct inflow *in, char *to, size_t n, struct err *err);

/* After -1: go on at the next gzip member. False when there is none. Finding it is linear;
 * a file with many bombs is given up. */
bool inflow_resume(struct inflow *in);

/* Expanded may be at most `ratio` times what was read, for each member and for the whole,
 * once above 64 MiB. Default 200. */
void inflow_expansion(struct inflow *in, uint32_t ratio);

/* Did it turn out to be gzip? */
bool inflow_is_gzip(const struct inflow *in);
/* Bytes given so far: the offset in the expanded text. */
uint64_t inflow_given(const struct inflow *in);
/* [bytes] into the file where the gzip member begins whose first byte has that offset in
 * the expanded text; -1 when none begins there. Offsets asked for never fall; inflow_track
 * says before the first read that they will be asked for, or later that they won't. */
void inflow_track(struct inflow *in, bool on);
int64_t inflow_member(struct inflow *in, uint64_t offset);

#endif
