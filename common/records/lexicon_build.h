/* lexicon_build - the compiled file from the rows that were read and checked. */
#ifndef RECOUNT_LEXICON_BUILD_H
#define RECOUNT_LEXICON_BUILD_H

#include "records/lexicon_file.h"
#include "records/lexicon_tables.h"

struct lexicon_row {
	struct str *cells; /* [columns of the table] */
	size_t line;
	uint64_t *hashes; /* [tokens] of the phrase */
	size_t tokens;
	uint64_t key; /* of the whole phrase */
};

struct lexicon_rows {
	struct lexicon_column_spec specs[LEXICON_MOST_COLUMNS];
	size_t columns;
	struct lexicon_row *at;
	size_t n, room;
};

/* Write the tables [LEXICON_COUNT] to `out`. */
bool lexicon_build(const struct lexicon_rows *tables, const char *out, struct arena *arena, struct err *err);

#endif
