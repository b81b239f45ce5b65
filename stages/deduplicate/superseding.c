#include "superseding.h"

#include <stdlib.h>

static struct str organisation(const struct assertion *a)
{
	return a->source_part_of.n ? a->source_part_of : a->source.id;
}

static bool is_current(const struct assertion *a)
{
	return !aspect_adds(a->aspect) && a->polarity != POLARITY_DENIED && a->modality <= MODALITY_ACTUAL &&
	       a->qualifier != QUALIFIER_ORDER && a->stated.n;
}

static int by_organisation(const void *pa, const void *pb)
{
	const struct assertion *a = *(const struct assertion *const *)pa, *b = *(const struct assertion *const *)pb;
	int c = str_cmp(organisation(a), organisation(b));

	c = c ? c : str_cmp(a->stated, b->stated);
	c = c ? c : str_cmp(a->first_seen, b->first_seen);
	c = c ? c : decimal_cmp(a->best, b->best);
	return c ? c : str_cmp(a->id, b->id);
}

void supersede(struct assertion *at, size_t n, struct arena *arena)
{
	struct assertion **current = ARENA_ARRAY(arena, struct assertion *, n);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (is_current(&at[i]))
			current[k++] = &at[i];
	if (k)
		qsort(current, k, sizeof *current, by_organisation);
	for (size_t i = 1, before = 0; i < k; i++) {
		if (!str_eq(organisation(current[i]), organisation(current[i - 1])))
			before = i;
		else if (!str_eq(current[i]->stated, current[i - 1]->stated))
			before = i - 1;
		if (before < i && !str_eq(current[before]->stated, current[i]->stated) &&
		    str_eq(organisation(current[before]), organisation(current[i])))
			current[i]->supersedes = current[before]->id;
	}
}
