/* page_rows - the finished tables of a release read back: what the page shows is what
 * the CSV says. */
#ifndef RECOUNT_PAGE_ROWS_H
#define RECOUNT_PAGE_ROWS_H

#include "files/conf.h"
#include "released.h"

/* Call `take` for each row of FOLDER/NAME.csv, as it was before writer_disarm; byte order
 * mark, hashtags and separator as the configuration says. Only the columns named in
 * `columns` (apart by spaces) are set, the others are null. Texts live until the next row.
 * Dies (EXIT_OUTPUT) when the file is not what was written. */
void page_rows(const char *folder, const struct released *table, const struct conf *conf, const char *columns,
	       void (*take)(const void *record, void *with), void *with);

/* Copy a row, its texts and lists in the arena: *out is of table->size bytes. */
void page_copy(const struct table *table, const void *record, void *out, struct arena *arena);

/* The text that writer_disarm made this cell of (controls stay spaces). */
struct str page_rearm(struct str cell);

#endif
