/* page_index - ids and a number for each: which of many rows the page wants. */
#ifndef RECOUNT_PAGE_INDEX_H
#define RECOUNT_PAGE_INDEX_H

#include "base/str.h"

/* Zero-initialise with the arena set; ids stay where they are. */
struct page_index {
	struct arena *arena;
	struct {
		struct str id;
		uint32_t value;
	} * at;
	uint32_t *slots; /* [slots_n] number of an entry + 1; 0: free */
	size_t n, room, slots_n;
};

/* The number of an id; it becomes `fresh` when the id is new. */
uint32_t page_index_add(struct page_index *index, struct str id, uint32_t fresh);
/* False when the id is not there. */
bool page_index_find(const struct page_index *index, struct str id, uint32_t *value);

#endif
