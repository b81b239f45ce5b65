/* workbook_rows - rows of a finished CSV of the release as texts, each found by its first
 * byte: a row is a line there. */
#ifndef RECOUNT_WORKBOOK_ROWS_H
#define RECOUNT_WORKBOOK_ROWS_H

#include "export.h"

struct workbook_rows;

/* Opens FOLDER/NAME.csv; dies (EXIT_INPUT) when it isn't there. */
struct workbook_rows *workbook_rows_open(const struct export *ex, enum released_name which);
/* The cells of the row that begins at that byte, in the order of the table's columns, each
 * ending in a NUL, valid until the next call. */
const struct str *workbook_rows_at(struct workbook_rows *rows, uint64_t at);
void workbook_rows_close(struct workbook_rows *rows);

#endif
