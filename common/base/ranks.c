#include "base/ranks.h"

#include <stdlib.h>

#include "base/hash.h"

static size_t slot_of(const struct ranks *all, struct str text)
{
	size_t i = hash64(text) & (all->slots_n - 1);

	while (all->slots[i] && !str_eq(all->at[all->slots[i] - 1], text))
		i = (i + 1) & (all->slots_n - 1);
	return i;
}

static void more_slots(struct ranks *all, struct arena *arena)
{
	all->slots_n = all->slots_n ? 2 * all->slots_n : 64;
	all->slots = ARENA_ARRAY(arena, uint32_t, all->slots_n);
	for (size_t i = 0; i < all->n; i++)
		all->slots[slot_of(all, all->at[i])] = (uint32_t)i + 1;
}

/* The text itself becomes the one that stands for all like it. */
static uint32_t number_of(struct ranks *all, struct str text, struct arena *arena, bool copy)
{
	if (2 * all->n >= all->slots_n)
		more_slots(all, arena);
	size_t slot = slot_of(all, text);

	if (!all->slots[slot]) {
		struct str kept = copy && text.n ? str_dup(arena, text) : text;

		LIST_ADD(arena, all, kept);
		all->slots[slot] = (uint32_t)all->n;
	}
	return all->slots[slot] - 1;
}

uint32_t ranks_add(struct ranks *all, struct str text, struct arena *arena)
{
	return number_of(all, text, arena, true);
}

struct numbered {
	struct str text;
	uint32_t number;
};

static int by_text(const void *a, const void *b)
{
	return str_cmp(((const struct numbered *)a)->text, ((const struct numbered *)b)->text);
}

uint32_t *ranks_settle(struct ranks *all, struct arena *arena)
{
	struct arena own = {0};
	struct numbered *sorted = ARENA_ARRAY(&own, struct numbered, all->n);
	uint32_t *ranks = ARENA_ARRAY(arena, uint32_t, all->n);

	for (size_t i = 0; i < all->n; i++)
		sorted[i] = (struct numbered){all->at[i], (uint32_t)i};
	if (all->n)
		qsort(sorted, all->n, sizeof *sorted, by_text);
	for (size_t i = 0; i < all->n; i++) {
		ranks[sorted[i].number] = (uint32_t)i;
		all->at[i] = sorted[i].text;
	}
	arena_free(&own);
	return ranks;
}

uint32_t *ranks_of(const struct str *texts, size_t n, struct arena *arena)
{
	struct arena own = {0};
	struct ranks all = {0};
	uint32_t *ranks = ARENA_ARRAY(arena, uint32_t, n), *settled;

	for (size_t i = 0; i < n; i++)
		ranks[i] = number_of(&all, texts[i], &own, false);
	settled = ranks_settle(&all, &own);
	for (size_t i = 0; i < n; i++)
		ranks[i] = settled[ranks[i]];
	arena_free(&own);
	return ranks;
}
