/* spill - records of one kind sorted into buckets, in memory while they are few and in
 * files when they are many, so that a bucket can be read back whole and the rest stays
 * outside. Packed rows, not CSV: they never outlive the run. */
#ifndef RECOUNT_SPILL_H
#define RECOUNT_SPILL_H

#include "files/table.h"

struct spill;

/* The records of a bucket, in the order in which they came. */
struct spilled {
	void *at;	   /* [n] of the table's structs */
	uint32_t *article; /* [n] as given */
	struct str *line;  /* [n] as given */
	size_t n;
};

/* Buckets 0 .. buckets - 1 of records of `table`; above `limit` bytes they move to files
 * FOLDER/.spill-NAME-NN, which are removed when the bucket is read and at the end. */
struct spill *spill_open(const struct table *table, size_t buckets, const char *folder, size_t limit);
/* article, line: kept beside the record. What is null in the record costs nothing. */
void spill_add(struct spill *s, size_t bucket, const void *record, uint32_t article, struct str line);
/* How many are in a bucket. */
size_t spill_count(const struct spill *s, size_t bucket);
/* All of a bucket, which is empty afterwards. Arrays are in the arena; texts live until
 * the next spill_take, or spill_done. */
struct spilled spill_take(struct spill *s, size_t bucket, struct arena *arena);
void spill_done(struct spill *s);
void spill_close(struct spill *s);

#endif
