/* lexicon_file - how the compiled lexicon lies in its file: shared by the compiler
 * and the reader alone. */
#ifndef RECOUNT_LEXICON_FILE_H
#define RECOUNT_LEXICON_FILE_H

#include <assert.h>

#include "files/mapped.h"
#include "records/lexicon.h"

#define LEXICON_MAGIC "RCLEXIC"
enum { LEXICON_VERSION = 2, LEXICON_FIRST_BITS = 19 };

/* The sections. */
enum {
	LEXICON_TABLES,	 /* struct lexicon_shape [LEXICON_COUNT] */
	LEXICON_COLUMNS, /* struct lexicon_text: the columns' names, table after table */
	LEXICON_CELLS,	 /* struct lexicon_text: the cells, table after table, row after row */
	LEXICON_TEXT,	 /* the bytes that they point into; each text ends in NUL */
	LEXICON_ENTRIES, /* struct lexicon_entry */
	LEXICON_NODES,	 /* struct lexicon_node, a power of two of them: open addressing by key, 0 is free */
	LEXICON_FIRSTS,	 /* uint64_t: a bit for the upper bits of each hash that begins a phrase; keeps the
			  * many words that begin none from touching the nodes */
};

struct lexicon_shape {
	uint32_t columns, rows;
	uint32_t first_column; /* into LEXICON_COLUMNS */
	uint32_t first_cell;   /* into LEXICON_CELLS */
};

struct lexicon_text {
	uint32_t at, n; /* [bytes] into LEXICON_TEXT */
};

struct lexicon {
	struct mapped file;
};

/* Two nodes a cache line, none across two: a probe is one line. */
static_assert(sizeof(struct lexicon_node) == 32, "a node is half a cache line");

/* Where the bit of a token that may begin a phrase is. */
static inline uint64_t lexicon_first_bit(uint64_t token_hash)
{
	return token_hash >> (64 - LEXICON_FIRST_BITS);
}

/* Key of the phrase that goes on from `from` (0: the start) with that token. Never 0. */
static inline uint64_t lexicon_key(uint64_t from, uint64_t token_hash)
{
	uint64_t key = (from ^ token_hash) * 0x9E3779B97F4A7C15u + from;

	key ^= key >> 32;
	return key ? key : 1;
}

#endif
