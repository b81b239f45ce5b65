/* spill - records of one kind sorted into buckets, in memory while they are few and in
 * files when they are many, so that a bucket can be read back whole and the rest stays
 * outside. Packed rows, not CSV: they never outlive the run. */
#ifndef RECOUNT_SPILL_H
#define RECOUNT_SPILL_H

#include "files/table.h"

struct spill;

/* Buckets 0 .. buckets - 1 of records of `table`; above `limit` bytes they move to files
 * FOLDER/.spill-NAME-NN, which are removed when the bucket is read and at the end. */
struct spill *spill_open(const struct table *table, size_t buckets, const char *folder, size_t limit);
void spill_add(struct spill *s, size_t bucket, const void *record);
/* All records of a bucket as an array of the table's structs, in the order in which
 * they came; their texts live in the arena. The bucket is empty afterwards. */
void *spill_take(struct spill *s, size_t bucket, struct arena *arena, size_t *n);
void spill_close(struct spill *s);

#endif
