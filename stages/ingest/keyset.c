#include "keyset.h"

#include <stdlib.h>

#include "base/err.h"

enum { FIRST_ROOM = 1024 };

/* Slot of the key, or the free one where it belongs. */
static size_t find(const struct keyset *set, struct key128 key)
{
	size_t i = (size_t)key.low & (set->room - 1);

	while ((set->slots[i].high || set->slots[i].low) &&
	       (set->slots[i].high != key.high || set->slots[i].low != key.low))
		i = (i + 1) & (set->room - 1);
	return i;
}

static void grow(struct keyset *set)
{
	struct keyset wider = {.n = set->n, .room = set->room ? 2 * set->room : FIRST_ROOM, .zero = set->zero};

	wider.slots = calloc(wider.room, sizeof *wider.slots);
	if (!wider.slots)
		die(EXIT_INTERNAL, "out of memory for %zu ids", set->n);
	for (size_t i = 0; i < set->room; i++)
		if (set->slots[i].high || set->slots[i].low)
			wider.slots[find(&wider, set->slots[i])] = set->slots[i];
	free(set->slots);
	*set = wider;
}

bool keyset_add(struct keyset *set, struct key128 key)
{
	if (!key.high && !key.low) {
		bool fresh = !set->zero;

		set->zero = true;
		return fresh;
	}
	if (2 * (set->n + 1) > set->room)
		grow(set);
	size_t i = find(set, key);

	if (set->slots[i].high || set->slots[i].low)
		return false;
	set->slots[i] = key;
	set->n++;
	return true;
}

void keyset_free(struct keyset *set)
{
	free(set->slots);
	*set = (struct keyset){0};
}
