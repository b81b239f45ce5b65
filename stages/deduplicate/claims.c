#include "claims.h"

#include <stdlib.h>

#include "base/ranks.h"

/* A claim on its way into its order. */
struct place_in_order {
	uint32_t place, document; /* ranks */
	uint32_t from;		  /* where it is now */
	int64_t start, end;
	struct str measure, id;
};

static int by_place(const void *pa, const void *pb)
{
	const struct place_in_order *a = pa, *b = pb;

	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	if (a->document != b->document)
		return a->document < b->document ? -1 : 1;
	int c = (a->start > b->start) - (a->start < b->start);

	c = c ? c : (a->end > b->end) - (a->end < b->end);
	c = c ? c : str_cmp(a->measure, b->measure);
	return c ? c : str_cmp(a->id, b->id);
}

static struct place_in_order *order_of(const struct held *rows, struct arena *arena)
{
	struct place_in_order *order = ARENA_ARRAY(arena, struct place_in_order, rows->n);
	struct arena scratch = {0};
	struct ranks places = {0};

	for (size_t i = 0; i < rows->n; i++) {
		struct claim c;

		if (i % 256 == 0)
			arena_reset(&scratch);
		held_claim(rows, i, &c, &scratch);
		order[i] = (struct place_in_order){ranks_add(&places, c.place.parent_id, arena),
						   rows->all->at[rows->article[i]].rank,
						   (uint32_t)i,
						   c.start,
						   c.end,
						   c.measure,
						   c.id};
	}
	uint32_t *ranks = ranks_settle(&places, arena);

	for (size_t i = 0; i < rows->n; i++)
		order[i].place = ranks[order[i].place];
	if (rows->n)
		qsort(order, rows->n, sizeof *order, by_place);
	arena_free(&scratch);
	return order;
}

void claims_prepare(struct claims *claims, struct arena *arena)
{
	struct arena own = {0};
	const struct held *rows = &claims->rows;
	struct place_in_order *order = order_of(rows, &own);
	struct held once = {ARENA_ARRAY(arena, const char *, rows->n), ARENA_ARRAY(arena, uint32_t, rows->n), 0,
			    rows->all};

	for (size_t i = 0; i < rows->n; i++) {
		if (i && str_eq(order[i].id, order[i - 1].id))
			continue;
		once.at[once.n] = rows->at[order[i].from];
		once.article[once.n++] = rows->article[order[i].from];
	}
	claims->rows = once;
	claims->assertion = ARENA_ARRAY(arena, struct str, once.n);
	arena_free(&own);
}

void claims_out(const struct claims *claims, size_t i, struct claim *out, struct arena *arena)
{
	held_claim(&claims->rows, i, out, arena);
	out->assertion = claims->assertion[i];
	if (str_is_empty(out->place.id))
		out->place.parent_id = STR_NULL;
}
