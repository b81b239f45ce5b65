/* page_rows - the finished tables of a release read back: what the page shows is what
 * the CSV says. */
#ifndef RECOUNT_PAGE_ROWS_H
#define RECOUNT_PAGE_ROWS_H

#include "files/conf.h"
#include "page_index.h"
#include "released.h"

/* Which rows are wanted: those numbered from `from` up to, not including, `to` (the first is
 * 0), and those with a cell that is an id of the index; ids begin with the prefix and 32
 * hex digits follow. */
struct page_wanted {
	uint64_t from, to;
	const struct page_index *ids; /* NULL: none */
	char prefix;
};

/* Call `take` for each wanted row of FOLDER/NAME.csv (all for NULL), as it was before
 * disarm_cell; byte order mark, hashtags and separator as the configuration says. Only
 * the columns named in `columns` (apart by spaces) are set, the others are null. Texts live
 * until the next row. Other lines are passed over at the speed of a search.
 * Dies (EXIT_OUTPUT) when the file is not what was written. */
void page_rows(const char *folder, const struct released *table, const struct conf *conf, const char *columns,
	       const struct page_wanted *wanted, void (*take)(const void *record, void *with), void *with);

/* Number of rows whose first cell is not empty. */
uint64_t page_rows_begun(const char *folder, const struct released *table, const struct conf *conf);

/* Copy a row, its texts and lists in the arena: *out is of table->size bytes. */
void page_copy(const struct table *table, const void *record, void *out, struct arena *arena);

/* The text that disarm_cell made this cell of (controls stay spaces). */
struct str page_rearm(struct str cell);

#endif
