/* kept_file - how a file of kept.h lies on the disk: chunks of rows, articles, statements,
 * the cells with their chunks, and at the end what says where these are. */
#ifndef RECOUNT_KEPT_FILE_H
#define RECOUNT_KEPT_FILE_H

#include "kept.h"
#include "records/claim.h"
#include "records/event.h"

#define KEPT_MAGIC "kept rows 4\n\0\0\0\0"

struct kept_section {
	uint64_t at, n, bytes; /* n: how many */
};

struct kept_chunk {
	uint64_t at, bytes;
};

struct kept_end {
	struct kept_section statements, articles, texts;
	struct kept_section chunks, related, slots; /* related: the articles of the slots */
	char key[32];
	char magic[16];
};

/* Of the rows of such a cell. */
const struct table *kept_table(struct cell cell);

/* Sections, and in `texts` each article, begin where the machine wants its numbers: the file is
 * looked at where it lies. */
enum { KEPT_ALIGN = 8 };

/* Bytes to be left behind so many. */
static inline size_t kept_padding(size_t n)
{
	return (KEPT_ALIGN - n % KEPT_ALIGN) % KEPT_ALIGN;
}

#endif
