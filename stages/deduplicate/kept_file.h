/* kept_file - how a file of kept.h lies on the disk: chunks of rows, articles, statements,
 * the cells with their chunks, and at the end what says where these are. */
#ifndef RECOUNT_KEPT_FILE_H
#define RECOUNT_KEPT_FILE_H

#include "kept.h"
#include "records/claim.h"
#include "records/event.h"

#define KEPT_MAGIC "kept rows 3\n\0\0\0\0"

struct kept_section {
	uint64_t at, n, bytes; /* n: how many */
};

struct kept_chunk {
	uint64_t at, bytes;
};

struct kept_end {
	struct kept_section slots, chunks, related; /* related: the articles of the slots */
	struct kept_section articles, texts, statements;
	char key[32];
	char magic[16];
};

/* Of the rows of such a cell. */
const struct table *kept_table(struct cell cell);

/* Bytes behind so many, so that numbers come to lie where the machine wants them. */
static inline size_t kept_padding(size_t n)
{
	return (8 - n % 8) % 8;
}

#endif
