/* fields - the Table Schema of a released CSV (Frictionless, v1): types, constraints,
 * units, keys and hashtags of its columns, made from the table of columns and a list of
 * what columns of a name hold. */
#ifndef RECOUNT_EXPORT_FIELDS_H
#define RECOUNT_EXPORT_FIELDS_H

#include <jansson.h>

#include "released.h"

/* {"fields": [...], "missingValues": [""], "primaryKey": ..., "foreignKeys": [...]}: new
 * reference. `tables`: all of released_tables. */
json_t *fields_schema(const struct released *tables, enum released_name which);

#endif
