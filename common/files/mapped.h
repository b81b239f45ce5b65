/* mapped - a compiled file that a program maps at start instead of reading it:
 * one header, then sections of plain items. It holds no pointers, so it may lie
 * anywhere in memory; numbers are in the byte order of the machine that compiled
 * it, and a machine of the other order refuses it. */
#ifndef RECOUNT_MAPPED_H
#define RECOUNT_MAPPED_H

#include "base/err.h"
#include "base/str.h"

enum { MAPPED_SECTIONS = 16, MAPPED_ALIGN = 64, MAPPED_DIGEST = 40 };

struct mapped_section {
	uint64_t at;   /* [bytes] from the start of the file, a multiple of MAPPED_ALIGN */
	uint64_t size; /* [bytes] */
};

struct mapped {
	char magic[8];
	uint32_t version, order;
	uint64_t size;		    /* [bytes] of the whole file */
	uint64_t check;		    /* hash64 of all that follows */
	char digest[MAPPED_DIGEST]; /* hex digest of the sections, NUL at the end */
	struct mapped_section sections[MAPPED_SECTIONS];
};

/* Map the file. The magic (8 bytes), the version, the size, the checksum and the bounds
 * of every section are right, or it is NULL and err (field: the path) says what to do.
 * RECOUNT_SOUND has the digests of files whose checksum was right a moment ago: the conductor
 * looks once for all the stages that it starts, which takes each of them longer than all else at its start. */
const struct mapped *mapped_open(const char *path, const char *magic, uint32_t version, struct err *err);
void mapped_close(const struct mapped *m);
/* Check a file as a whole, whatever it holds; its digest goes to `digest`, which false leaves alone. */
bool mapped_check(const char *path, char digest[MAPPED_DIGEST], struct err *err);

/* Section `i`; *n is how many items of `item` bytes it holds. */
static inline const void *mapped_section(const struct mapped *m, size_t i, size_t item, size_t *n)
{
	*n = (size_t)m->sections[i].size / item;
	return (const char *)m + m->sections[i].at;
}

/* Write the sections (texts of any bytes) to `path`: a temporary name beside it, fsync, rename. */
bool mapped_write(const char *path, const char *magic, uint32_t version, const struct str *sections, size_t n,
		  struct err *err);

#endif
