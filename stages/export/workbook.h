/* workbook - recount.xlsx: every table of the release as a sheet with typed cells, filters,
 * links and colours, a chart for each track, and what each column means.
 *
 * It is made from the finished CSV files, within bounded memory: rows go to the sheet as
 * they come, and of a table with more rows than workbook_whole the contested and the newest
 * are in. No clock, no path and no locale is in it. Texts stay texts: none is a formula, a
 * link is made only of an http or https address. */
#ifndef RECOUNT_WORKBOOK_H
#define RECOUNT_WORKBOOK_H

#include "row_notes.h"

/* Writes FOLDER/recount.xlsx, where ex->notes were taken; needs the CSV of every table. Dies
 * (EXIT_OUTPUT) when it cannot be written. */
void workbook_write(const struct export *ex);

#endif
