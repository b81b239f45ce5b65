#include "files/textpool.h"

#include <assert.h>

#include "base/hash.h"

void textpool_start(struct textpool *pool, struct arena *arena)
{
	*pool = (struct textpool){.arena = arena, .bytes = {.arena = arena}, .room = 1024};
	pool->slots = ARENA_ARRAY(arena, uint32_t, pool->room);
	pool->sizes = ARENA_ARRAY(arena, uint32_t, pool->room);
	buf_add_char(&pool->bytes, '\0');
}

static struct str in_slot(const struct textpool *pool, size_t i)
{
	return (struct str){pool->bytes.at + pool->slots[i] - 1, pool->sizes[i]};
}

/* The slot that holds the text, or the free one where it belongs. */
static size_t slot_of(const struct textpool *pool, struct str text)
{
	size_t i = hash64(text) & (pool->room - 1);

	while (pool->slots[i] && !str_eq(in_slot(pool, i), text))
		i = (i + 1) & (pool->room - 1);
	return i;
}

static void grow(struct textpool *pool)
{
	struct textpool old = *pool;

	pool->room *= 2;
	pool->slots = ARENA_ARRAY(pool->arena, uint32_t, pool->room);
	pool->sizes = ARENA_ARRAY(pool->arena, uint32_t, pool->room);
	for (size_t i = 0; i < old.room; i++) {
		if (!old.slots[i])
			continue;
		size_t to = slot_of(pool, in_slot(&old, i));

		pool->slots[to] = old.slots[i];
		pool->sizes[to] = old.sizes[i];
	}
}

uint32_t textpool_add(struct textpool *pool, struct str text)
{
	if (str_is_empty(text))
		return 0;
	size_t i = slot_of(pool, text);

	if (pool->slots[i])
		return pool->slots[i] - 1;
	assert(text.n < UINT32_MAX - 2 && pool->bytes.n < UINT32_MAX - 2 - text.n);
	pool->slots[i] = (uint32_t)pool->bytes.n + 1;
	pool->sizes[i] = (uint32_t)text.n;
	buf_add(&pool->bytes, text);
	buf_add_char(&pool->bytes, '\0');
	uint32_t at = pool->slots[i] - 1;

	if (++pool->n * 2 > pool->room)
		grow(pool);
	return at;
}
