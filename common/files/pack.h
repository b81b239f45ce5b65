/* pack - records of a table as bytes: for records that are compared whole or copied. */
#ifndef RECOUNT_PACK_H
#define RECOUNT_PACK_H

#include "files/table.h"

/* The record's members as bytes (of this machine, for temporary files alone). */
struct str pack_record(const struct table *table, const void *record, struct arena *arena);
/* Back into *record; its texts are views of `bytes`, its lists lie in the arena. */
void unpack_record(const struct table *table, struct str bytes, void *record, struct arena *arena);

#endif
