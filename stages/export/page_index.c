#include "page_index.h"

#include "base/hash.h"

static size_t slot_of(const struct page_index *index, struct str id)
{
	size_t i = hash64(id) & (index->slots_n - 1);

	while (index->slots[i] && !str_eq(index->at[index->slots[i] - 1].id, id))
		i = (i + 1) & (index->slots_n - 1);
	return i;
}

static void grow(struct page_index *index)
{
	index->slots_n = index->slots_n ? 2 * index->slots_n : 64;
	index->slots = ARENA_ARRAY(index->arena, uint32_t, index->slots_n);
	for (size_t i = 0; i < index->n; i++)
		index->slots[slot_of(index, index->at[i].id)] = (uint32_t)i + 1;
}

uint32_t page_index_add(struct page_index *index, struct str id, uint32_t fresh)
{
	size_t slot;

	if (2 * (index->n + 1) > index->slots_n)
		grow(index);
	slot = slot_of(index, id);
	if (index->slots[slot])
		return index->at[index->slots[slot] - 1].value;
	if (index->n == index->room) {
		index->room = index->room ? 2 * index->room : 32;
		index->at = arena_more(index->arena, index->at, index->n, index->room, sizeof *index->at);
	}
	index->at[index->n].id = id;
	index->at[index->n].value = fresh;
	index->slots[slot] = (uint32_t)++index->n;
	return fresh;
}

bool page_index_find(const struct page_index *index, struct str id, uint32_t *value)
{
	uint32_t found = index->n ? index->slots[slot_of(index, id)] : 0;

	if (!found)
		return false;
	*value = index->at[found - 1].value;
	return true;
}
