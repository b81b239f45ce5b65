/* lexicon_file - how the compiled lexicon lies in its file: shared by the compiler
 * and the reader alone. */
#ifndef RECOUNT_LEXICON_FILE_H
#define RECOUNT_LEXICON_FILE_H

#include <assert.h>

#include "files/mapped.h"
#include "records/lexicon.h"

#define LEXICON_MAGIC "RCLEXIC"
enum { LEXICON_VERSION = 3 };

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

/* Two nodes a cache line, none across two: a probe is one line. */
static_assert(sizeof(struct lexicon_node) == 32, "a node is half a cache line");

#endif
