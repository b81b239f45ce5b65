/* recorded - who goes on record in a bucket, each once: many claims share one. */
#ifndef RECOUNT_RECORDED_H
#define RECOUNT_RECORDED_H

#include "record.h"
#include "records/bodies.h"

struct recorded {
	struct record **at;
	size_t n, room;
	uint32_t *slots; /* [slots_n] number + 1, by hash; 0: free */
	size_t slots_n;
};

/* The one that is the same in all its texts; a new one is copied into the arena. */
struct record *recorded_add(struct recorded *all, const struct record *record, struct arena *arena);
/* All are there: fill `rank`. */
void recorded_rank(struct recorded *all, struct arena *arena);
/* A minister speaks for the ministry, and the text says nothing of the government; but where
 * another record says what the ministry is part of, it holds for the minister too; "civil protection" is that of the
 * civil protection service. Fills
 * `whole` as well: the outermost body, as records or else the lexicon tell. */
void recorded_learn_parts(struct recorded *all, const struct bodies *bodies, struct arena *arena);

#endif
