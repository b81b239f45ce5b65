#include "base/ranks.h"

#include <stdlib.h>

#include "base/hash.h"

struct different {
	struct str text;
	uint32_t rank;
};

struct set {
	struct different *at;
	size_t n, room;
	uint32_t *slots; /* [slots_n] number in `at` + 1 */
	size_t slots_n;
};

static size_t slot_of(const struct set *s, struct str text)
{
	size_t i = hash64(text) & (s->slots_n - 1);

	while (s->slots[i] && !str_eq(s->at[s->slots[i] - 1].text, text))
		i = (i + 1) & (s->slots_n - 1);
	return i;
}

static void more_slots(struct set *s, struct arena *arena)
{
	s->slots_n = s->slots_n ? 2 * s->slots_n : 64;
	s->slots = ARENA_ARRAY(arena, uint32_t, s->slots_n);
	for (size_t i = 0; i < s->n; i++)
		s->slots[slot_of(s, s->at[i].text)] = (uint32_t)i + 1;
}

static uint32_t number_of(struct set *s, struct str text, struct arena *arena)
{
	if (2 * s->n >= s->slots_n)
		more_slots(s, arena);
	size_t slot = slot_of(s, text);

	if (!s->slots[slot]) {
		struct different one = {text, 0};

		LIST_ADD(arena, s, one);
		s->slots[slot] = (uint32_t)s->n;
	}
	return s->slots[slot] - 1;
}

static int by_text(const void *a, const void *b)
{
	return str_cmp((*(struct different *const *)a)->text, (*(struct different *const *)b)->text);
}

static void sort(const struct set *s, struct arena *arena)
{
	struct different **sorted = ARENA_ARRAY(arena, struct different *, s->n);

	for (size_t i = 0; i < s->n; i++)
		sorted[i] = &s->at[i];
	if (s->n)
		qsort(sorted, s->n, sizeof *sorted, by_text);
	for (size_t i = 0; i < s->n; i++)
		sorted[i]->rank = (uint32_t)i;
}

uint32_t *ranks_of(const struct str *texts, size_t n, struct arena *arena)
{
	struct arena own = {0};
	struct set set = {0};
	uint32_t *ranks = ARENA_ARRAY(arena, uint32_t, n);

	for (size_t i = 0; i < n; i++)
		ranks[i] = number_of(&set, texts[i], &own);
	sort(&set, &own);
	for (size_t i = 0; i < n; i++)
		ranks[i] = set.at[ranks[i]].rank;
	arena_free(&own);
	return ranks;
}
