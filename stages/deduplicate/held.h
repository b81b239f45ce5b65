/* held - a bucket's rows as they were packed. They are unpacked one at a time, each time that
 * they are looked at: a place may have most of all articles, and a struct takes three times
 * the bytes. */
#ifndef RECOUNT_HELD_H
#define RECOUNT_HELD_H

#include "articles.h"
#include "packed.h"
#include "records/claim.h"
#include "records/event.h"

struct held {
	const char **at;   /* [n] packed */
	uint32_t *article; /* [n] number of its document */
	size_t n;
	const struct articles *all;
};

/* Rows [first, first + n) of them. */
static inline struct held held_slice(const struct held *held, size_t first, size_t n)
{
	return (struct held){held->at + first, held->article + first, n, held->all};
}

/* What it says, dated and with a place: what names none lies in the story of its article.
 * Texts are views of the row or lie in the arena, as lists do. */
void held_claim(const struct held *held, size_t i, struct claim *out, struct arena *arena);
void held_event(const struct held *held, size_t i, struct event *out, struct arena *arena);
/* Of its sentence. */
uint64_t held_wording(const struct held *held, size_t i);
/* The claim's row but for its last cell, where that goes out as it came; else empty. */
struct str held_claim_line(const struct held *held, size_t i);

#endif
