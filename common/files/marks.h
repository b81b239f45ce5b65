/* marks - where in a compressed file the members begin whose text is being read. */
#ifndef RECOUNT_MARKS_H
#define RECOUNT_MARKS_H

#include <stddef.h>
#include <stdint.h>

struct mark {
	uint64_t expanded; /* [bytes] offset in the expanded text */
	int64_t raw;	   /* [bytes] offset in the file */
};

/* In order; zero-initialised is empty. */
struct marks {
	struct mark *at;
	size_t from, n, room; /* those not asked for yet are [from, n) */
};

/* Offsets never fall; of members with the same expanded offset (empty ones) the last counts. */
void marks_add(struct marks *marks, uint64_t expanded, int64_t raw);
/* Where the member begins whose text begins at the offset, or -1; earlier ones are forgotten. */
int64_t marks_find(struct marks *marks, uint64_t expanded);
void marks_free(struct marks *marks);

#endif
