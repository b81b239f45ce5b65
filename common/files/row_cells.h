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
 * room for them, and back, as views. Behind each text of cells that came back so, ROW_CELLS_SPARE
 * bytes may be read: most are short, and copied in a few steps of so many bytes, whatever their length. */
enum { ROW_CELLS_SPARE = 16 };
size_t row_cells_size(const struct row_cell *cells, size_t n);
void row_cells_pack(const struct row_cell *cells, size_t n, char *to);
void row_cells_unpack(struct str bytes, struct row_cell *cells, size_t n);
/* Let their texts have that, too, as copies in the arena. */
void row_cells_settle(struct row_cell *cells, size_t n, struct arena *arena);
/* Copy a text that has so many bytes behind it to where as much room is left; returns the text's end. */
static inline char *row_cells_put(char *to, struct str text)
{
	for (size_t i = 0; i < text.n; i += ROW_CELLS_SPARE)
		memcpy(to + i, text.at + i, ROW_CELLS_SPARE);
	return to + text.n;
}

#endif
