/* kept_file - how a file of kept.h lies on the disk: chunks of rows, articles, statements,
 * the list of chunks, and at the end what says where these are. */
#ifndef RECOUNT_KEPT_FILE_H
#define RECOUNT_KEPT_FILE_H

#include "kept.h"
#include "records/claim.h"
#include "records/event.h"

#define KEPT_MAGIC "kept rows 1\n\0\0\0\0"

struct kept_section {
	uint64_t at, n, bytes; /* n: how many */
};

struct kept_chunk {
	uint64_t at, bytes;
	uint32_t slot;	  /* KEPT_KINDS * bucket + kind */
	uint32_t records; /* rows */
};

struct kept_end {
	struct kept_section chunks; /* by slot, then as they were written */
	struct kept_section articles, texts, statements;
	uint32_t buckets, unused;
	char key[32];
	char magic[16];
};

extern const struct table *const kept_tables[KEPT_KINDS];

/* Bytes behind so many, so that numbers come to lie where the machine wants them. */
static inline size_t kept_padding(size_t n)
{
	return (8 - n % 8) % 8;
}

#endif
