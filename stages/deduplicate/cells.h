/* cells - the units of work of a merge: claims that reach assertions by the bucket of their
 * place; all other claims, which stand each for itself, by the days on which their article
 * came out; events by the days on which they happened, for what is merged of them is of the
 * same days. So a night touches the places that it tells of, and of the rest only its
 * days. Cells of the same days are one file, but are worked on one after the other, so that the
 * memory is bounded when much comes on one day. What has no date goes by bucket. */
#ifndef RECOUNT_CELLS_H
#define RECOUNT_CELLS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum cell_kind { CELL_CLAIMS, CELL_PLAIN, CELL_EVENTS, CELL_KINDS };

struct cell {
	int32_t kind;
	/* Of CELL_CLAIMS the bucket; else CELL_GROUPS * the stretch of CELL_DAYS since 1970-01-01 + the
	 * group, or the bucket less 2^31 without a date, or CELL_OPEN. */
	int32_t number;
};

enum { CELL_DAYS = 3, CELL_GROUPS = 16 };

/* Rows of articles that could still be dated: their cell is found in each merge. */
#define CELL_OPEN INT32_MAX

/* day [days since 1970-01-01], or INT32_MIN for none. hash: of what rows of one cell have in common. */
struct cell cell_of_day(enum cell_kind kind, int32_t day, uint64_t hash, size_t buckets);
int cell_cmp(struct cell a, struct cell b);
/* Do they lie in one file? */
bool cell_is_beside(struct cell a, struct cell b, size_t buckets);
/* "bucket-07", "bucket-2016-12-12" (the first day), "bucket-undated-07": the name of its file. */
struct str cell_name(struct cell cell, size_t buckets, struct arena *arena);

#endif
