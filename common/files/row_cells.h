/* row_cells - the cells of a record, each formatted once and looked at once, for rows that
 * go out in several forms: CSV, JSON, a map. */
#ifndef RECOUNT_ROW_CELLS_H
#define RECOUNT_ROW_CELLS_H

#include "base/plain.h"
#include "files/table.h"

/* What stands in a text, as plain_marks tells it. */
enum row_marks {
	ROW_ODD = PLAIN_ODD,
	ROW_COMMA = PLAIN_COMMA,
	ROW_QUOTE = PLAIN_QUOTE,
	ROW_BACKSLASH = PLAIN_BACKSLASH,
};

struct row_cell {
	struct str text; /* as table_cell gives it: lists are joined */
	unsigned marks;	 /* of texts, lists and words; else 0 */
};

/* Fill cells [table->n]; their texts are views of the record, or lie in the arena. */
void row_cells(const struct table *table, const void *record, struct row_cell *cells, struct arena *arena);

/* Cells [n] as bytes, for rows that are put in order on disk: how many, into memory that has
 * room for them, and back, as views. */
size_t row_cells_size(const struct row_cell *cells, size_t n);
void row_cells_pack(const struct row_cell *cells, size_t n, char *to);
void row_cells_unpack(struct str bytes, struct row_cell *cells, size_t n);

#endif
