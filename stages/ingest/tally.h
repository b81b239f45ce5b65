/* tally - how many of what: records that were passed over, by what they are. */
#ifndef RECOUNT_TALLY_H
#define RECOUNT_TALLY_H

#include "base/str.h"

struct tally_row {
	const char *what;
	uint64_t n;
};

/* Zero-initialise with the arena set. */
struct tally {
	struct arena *arena;
	struct tally_row *at; /* sorted by `what` */
	size_t n, room;
};

/* One more. `what` is one of few words; copied. NULL tallies are not counted. */
void tally_add(struct tally *tally, const char *what);
uint64_t tally_sum(const struct tally *tally);
/* "metadata 3, request 12" */
struct str tally_format(const struct tally *tally, struct arena *arena);
/* {"metadata":3,"request":12} */
struct str tally_json(const struct tally *tally, struct arena *arena);

#endif
