/* written_rows - rows of a finished CSV of the release as texts, each found by its first
 * byte: a row is a line there. */
#ifndef RECOUNT_WRITTEN_ROWS_H
#define RECOUNT_WRITTEN_ROWS_H

#include "export.h"

struct written_rows;

/* Opens FOLDER/NAME.csv; dies (EXIT_OUTPUT) when it is not there, or not as it was written. */
struct written_rows *written_rows_open(const struct export *ex, enum released_name which);
/* The cells of the row that begins at that byte, in the order of the table's columns, each
 * ending in a NUL, valid until the next call. */
const struct str *written_rows_at(struct written_rows *rows, uint64_t at);
void written_rows_close(struct written_rows *rows);

#endif
