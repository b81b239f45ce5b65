/* json_row - the records of one table as lines of JSON, many of them: what lies between
 * the values (braces, names, commas) is laid out once for the table, so that a row is
 * copies of it and of its cells. The same bytes as Jansson's compact dump of table_json,
 * with decimals in their own digits; a release has millions of members, and a tree for
 * each row costs twenty times as much. */
#ifndef RECOUNT_JSON_ROW_H
#define RECOUNT_JSON_ROW_H

#include "files/row_cells.h"

struct json_row;

/* The layout of a table's objects: members in the order of the columns, each group where
 * its first column stands. `record_name`, when not NULL, comes first as "record". */
const struct json_row *json_row_of(struct arena *arena, const struct table *table, const char *record_name);

/* The record of these cells [columns of the table], which came from row_cells_unpack or were settled, as an object,
 * without a line end. Texts that are not UTF-8 are null, list items that are not are left out. */
void json_row_write(struct outfile *out, const struct json_row *row, const struct row_cell *cells,
		    struct arena *scratch);

#endif
