/* lexicon_tables - which columns the tables of words have, and what a cell may hold. */
#ifndef RECOUNT_LEXICON_TABLES_H
#define RECOUNT_LEXICON_TABLES_H

#include "records/lexicon.h"

struct lexicon_column_spec {
	struct str name;
	struct str check; /* see lexicon_tables.c; empty: any text */
	bool may_be_empty;
};

enum { LEXICON_MOST_COLUMNS = 32 };

/* The file's name without ".csv". */
const char *lexicon_table_name(enum lexicon_table table);

/* The declared columns, in order, `phrase` first; returns how many. */
size_t lexicon_specs(enum lexicon_table table, struct lexicon_column_spec out[LEXICON_MOST_COLUMNS]);

/* Does the cell hold what its column promises? Else err (field: the column) says what it wants. */
bool lexicon_check(const struct lexicon_column_spec *spec, struct str cell, struct err *err);

#endif
