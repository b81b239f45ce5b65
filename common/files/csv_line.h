/* csv_line - the fields of one row of CSV that lies in memory (libcsv): for a file of which
 * only some rows are wanted. */
#ifndef RECOUNT_CSV_LINE_H
#define RECOUNT_CSV_LINE_H

#include "files/csvio.h"

struct csv_line;

struct csv_line *csv_line_open(char separator);
/* The row's bytes, with its line end (without one it only takes longer). False when they are not one whole row, else
 * its fields, each ending in a NUL, valid until the next call. */
bool csv_line_read(struct csv_line *in, struct str bytes, struct csv_row *row);
void csv_line_close(struct csv_line *in);

#endif
