/* textpool - many small texts in one run of bytes, each only once and each followed
 * by NUL: the text of a compiled file. */
#ifndef RECOUNT_TEXTPOOL_H
#define RECOUNT_TEXTPOOL_H

#include "base/str.h"

struct textpool {
	struct arena *arena;
	struct buf bytes; /* begins with the NUL of the empty text */
	uint32_t *slots;  /* [room] offset + 1 of a text in bytes; 0 is free */
	uint32_t *sizes;  /* [room] of the text in that slot */
	size_t n, room;
};

void textpool_start(struct textpool *pool, struct arena *arena);
/* Offset of the text in the bytes; added when new. Less than 4 GiB in all (asserted). */
uint32_t textpool_add(struct textpool *pool, struct str text);

#endif
