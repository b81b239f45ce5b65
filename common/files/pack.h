/* pack - records of a table as bytes: for rows that are put in order on disk. */
#ifndef RECOUNT_PACK_H
#define RECOUNT_PACK_H

#include "files/table.h"

/* The record's members as bytes (of this machine, for temporary files alone). */
struct str pack_record(const struct table *table, const void *record, struct arena *arena);
/* The same into memory that has room for pack_size bytes. */
size_t pack_size(const struct table *table, const void *record);
void pack_into(const struct table *table, const void *record, char *to);
/* Back into *record; its texts are views of `bytes`, its lists lie in the arena. */
void unpack_record(const struct table *table, struct str bytes, void *record, struct arena *arena);

#endif
