/* page_rows - the finished tables of a release read back: what the page shows is what
 * the CSV says. */
#ifndef RECOUNT_PAGE_ROWS_H
#define RECOUNT_PAGE_ROWS_H

#include "export.h"
#include "page_index.h"

/* Which rows are wanted: those numbered from `from` up to, not including, `to` (the first is
 * 0), and those that the notes know by an id of the index: figures by their assertion,
 * estimates by their track, others by their own. */
struct page_wanted {
	uint64_t from, to;
	const struct page_index *ids; /* NULL: none */
	const char *rows;	      /* instead of these: [rows of the table] wanted where not 0 */
};

/* Call `take` for each wanted row of the finished table (all for NULL), as it was before
 * disarm_cell. Only the columns named in `columns` (apart by spaces) are set, the others are
 * null. Texts live until the next row. Other rows are not read.
 * Dies (EXIT_OUTPUT) when the file is not what was written. */
void page_rows(const struct export *ex, enum released_name which, const char *columns, const struct page_wanted *wanted,
	       void (*take)(const void *record, void *with), void *with);

/* Copy a row, its texts and lists in the arena: *out is of table->size bytes. */
void page_copy(const struct table *table, const void *record, void *out, struct arena *arena);

/* The text that disarm_cell made this cell of (controls stay spaces). */
struct str page_rearm(struct str cell);

#endif
