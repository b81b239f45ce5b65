/* copied - the files of a bucket of claims, written quantity by quantity: what is still the same is
 * copied from those of an earlier run. Which bytes are whose is told in quantities/PART.rows beside
 * them: structs of this program, for itself alone. */
#ifndef RECOUNT_COPIED_H
#define RECOUNT_COPIED_H

#include "files/outfile.h"
#include "quantities.h"

/* Where the rows of one quantity lie in claims/PART.csv and assertions/PART.csv. */
struct copied_place {
	uint64_t key, state; /* struct quantity */
	struct {
		uint64_t at, bytes;
	} claims, assertions;
	uint64_t rows; /* of both */
};

/* A file of the earlier run; file: -1: there is none. */
struct copied_file {
	int file;
	uint64_t bytes;
};

struct copied {
	struct outfile *claims, *assertions, *places; /* places: NULL: no later run will ask */
	struct copied_file had_claims, had_assertions;
	const struct copied_place *had; /* [had_n] by key */
	size_t had_n;
};

/* before: the folder of the earlier run; NULL: there is none. What lay where is in the arena. */
struct copied copied_open(struct outfile *claims, struct outfile *assertions, struct outfile *places,
			  const char *before, const char *part, struct arena *arena);
/* Write the quantity's rows as they were. False: it is another now, or new. *rows: how many. */
bool copied_before(struct copied *c, const struct quantity *q, uint64_t *rows);
/* The quantity's rows are written from here on, and up to here. */
struct copied_place copied_begin(const struct copied *c, const struct quantity *q);
void copied_end(struct copied *c, struct copied_place place, uint64_t rows);
void copied_close(struct copied *c);

#endif
