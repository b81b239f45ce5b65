/* table_json - the JSON side of a table (Jansson): records as objects, JSON Schema
 * (2020-12) and Table Schema (Frictionless) written from the same columns. */
#ifndef RECOUNT_TABLE_JSON_H
#define RECOUNT_TABLE_JSON_H

#include <jansson.h>

#include "files/table.h"

/* The record as a new object, members in the order of the columns; null members are
 * JSON null, so that every record of a table has the same keys. Decimals of up to 15
 * digits are numbers, longer ones strings. `record_name`, when not NULL, comes first
 * as "record". The caller owns the reference. */
json_t *table_json(const struct table *table, const void *record, const char *record_name);
/* As table_json, written straight as one line of compact JSON: the same bytes. For many
 * records of one table see json_row. */
void table_json_write(struct outfile *out, const struct table *table, const void *record, const char *record_name,
		      struct arena *scratch);

/* The table's JSON Schema, and its Table Schema {"fields": [...]}. New references. */
json_t *table_json_schema(const struct table *table);
json_t *table_fields(const struct table *table);

#endif
