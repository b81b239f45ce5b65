#include "claims.h"

#include <stdlib.h>

#include "base/ranks.h"
#include "record.h"

/* A claim on its way into its order. */
struct place_in_order {
	uint32_t place, document; /* ranks */
	uint32_t from;		  /* where it is now */
	const struct claim *claim;
};

static int by_place(const void *pa, const void *pb)
{
	const struct place_in_order *x = pa, *y = pb;
	const struct claim *a = x->claim, *b = y->claim;

	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if (x->document != y->document)
		return x->document < y->document ? -1 : 1;
	int c = x->document == NO_ARTICLE ? str_cmp(a->document, b->document) : 0;

	c = c ? c : (a->start > b->start) - (a->start < b->start);
	c = c ? c : (a->end > b->end) - (a->end < b->end);
	c = c ? c : str_cmp(a->measure, b->measure);
	return c ? c : str_cmp(a->id, b->id);
}

static void find_articles(struct claims *claims, const struct articles *all, struct arena *arena)
{
	claims->article = ARENA_ARRAY(arena, uint32_t, claims->n);
	for (size_t i = 0; i < claims->n; i++)
		claims->article[i] = articles_find(all, claims->at[i].document);
}

static struct place_in_order *order(const struct claims *claims, const struct articles *all, struct arena *arena)
{
	struct place_in_order *order = ARENA_ARRAY(arena, struct place_in_order, claims->n);
	struct str *places = ARENA_ARRAY(arena, struct str, claims->n);

	for (size_t i = 0; i < claims->n; i++)
		places[i] = claims->at[i].place.parent_id;
	uint32_t *ranks = ranks_of(places, claims->n, arena);

	for (size_t i = 0; i < claims->n; i++) {
		uint32_t article = claims->article[i];

		order[i] = (struct place_in_order){ranks[i], article == NO_ARTICLE ? article : all->at[article].rank,
						   (uint32_t)i, &claims->at[i]};
	}
	if (claims->n)
		qsort(order, claims->n, sizeof *order, by_place);
	return order;
}

static void move(struct claims *c, size_t to, const struct claims *of, size_t from)
{
	c->at[to] = of->at[from];
	c->article[to] = of->article[from];
	c->line[to] = of->line[from];
}

/* Bring them into that order, where they are: cycle by cycle. */
static void rearrange(struct claims *claims, struct place_in_order *order)
{
	for (size_t i = 0; i < claims->n; i++) {
		struct claim claim = claims->at[i];
		uint32_t article = claims->article[i];
		struct str line = claims->line[i];
		const struct claims held = {&claim, 1, 1, &article, &line};
		size_t to = i;

		if (order[i].from == i)
			continue;
		for (size_t from; (from = order[to].from) != i; to = from) {
			move(claims, to, claims, from);
			order[to].from = (uint32_t)to;
		}
		move(claims, to, &held, 0);
		order[to].from = (uint32_t)to;
	}
}

static void keep_each_once(struct claims *claims)
{
	size_t n = 0;

	for (size_t i = 0; i < claims->n; i++)
		if (n == 0 || !str_eq(claims->at[i].id, claims->at[n - 1].id))
			move(claims, n++, claims, i);
	claims->n = n;
}

void claims_prepare(struct claims *claims, const struct articles *all, struct arena *arena)
{
	if (!claims->article)
		find_articles(claims, all, arena);
	if (!claims->line)
		claims->line = ARENA_ARRAY(arena, struct str, claims->n);
	rearrange(claims, order(claims, all, arena));
	keep_each_once(claims);
	for (size_t i = 0; i < claims->n; i++) {
		struct claim *c = &claims->at[i];

		c->assertion = STR_NULL;
		if (claims->article[i] != NO_ARTICLE && str_is_empty(claims->line[i]))
			record_date_claim(c, &all->at[claims->article[i]], arena);
	}
}
