#include "quantities.h"

#include <stdlib.h>

#include "base/hash.h"

/* The last bit tells that it names no place. */
struct packed_of quantity_of(const struct claim *c)
{
	struct str texts[] = {c->place.id.n ? c->place.parent_id : STR_NULL, c->measure, c->subject, c->unit, c->side};
	uint64_t key = 0;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		key = hash64_seed(texts[i], key + i + 1);
	return (struct packed_of){.quantity = c->place.id.n ? key & ~(uint64_t)1 : key | 1,
				  .id = hash64(c->id),
				  .part_of = c->part_of.n ? hash64(c->part_of) : 0};
}

struct row {
	uint64_t quantity;
	uint32_t number; /* among the rows as they came */
};

static int by_quantity(const void *pa, const void *pb)
{
	const struct row *a = pa, *b = pb;

	if (a->quantity != b->quantity)
		return a->quantity < b->quantity ? -1 : 1;
	return (a->number > b->number) - (a->number < b->number);
}

/* A copy's story is that of its original. */
static uint64_t quantity_at(const struct held *rows, size_t i)
{
	uint64_t key = packed_of(rows->at[i]).quantity;
	const struct articles *all = rows->all;

	if (!(key & 1))
		return key;
	return hash64_seed(all->at[all->at[rows->article[i]].origin].id, key) | 1;
}

struct group {
	uint64_t key;
	size_t first, end;
	size_t parent; /* another one that it is merged with; its own: none. The least is the root */
	size_t next;   /* where the next row of a root goes */
};

struct groups {
	struct group *at;
	size_t n;
	struct row *rows; /* by quantity */
};

static struct groups group(const struct held *rows, struct arena *arena)
{
	struct groups g = {.at = ARENA_ARRAY(arena, struct group, rows->n),
			   .rows = ARENA_ARRAY(arena, struct row, rows->n)};

	for (size_t i = 0; i < rows->n; i++)
		g.rows[i] = (struct row){quantity_at(rows, i), (uint32_t)i};
	if (rows->n)
		qsort(g.rows, rows->n, sizeof *g.rows, by_quantity);
	for (size_t i = 0; i < rows->n; i++) {
		if (i == 0 || g.rows[i].quantity != g.rows[i - 1].quantity) {
			g.at[g.n] = (struct group){.key = g.rows[i].quantity, .first = i, .parent = g.n};
			g.n++;
		}
		g.at[g.n - 1].end = i + 1;
	}
	return g;
}

static size_t root_of(struct groups *g, size_t i)
{
	while (g->at[i].parent != i)
		i = g->at[i].parent = g->at[g->at[i].parent].parent;
	return i;
}

static void join(struct groups *g, size_t a, size_t b)
{
	a = root_of(g, a);
	b = root_of(g, b);
	if (a < b)
		g->at[b].parent = a;
	else
		g->at[a].parent = b;
}

/* The claim `whole` (a hash of its id) has a part in the group. */
struct bond {
	uint64_t whole;
	size_t group;
};

struct bonds {
	struct bond *at;
	size_t n, room;
};

static int by_whole(const void *pa, const void *pb)
{
	const struct bond *a = pa, *b = pb;

	return (a->whole > b->whole) - (a->whole < b->whole);
}

static struct bonds find_bonds(const struct groups *g, const struct held *rows, struct arena *arena)
{
	struct bonds bonds = {0};

	for (size_t i = 0; i < g->n; i++)
		for (size_t k = g->at[i].first; k < g->at[i].end; k++) {
			struct bond bond = {packed_of(rows->at[g->rows[k].number]).part_of, i};

			if (bond.whole)
				LIST_ADD(arena, &bonds, bond);
		}
	if (bonds.n)
		qsort(bonds.at, bonds.n, sizeof *bonds.at, by_whole);
	return bonds;
}

static size_t first_bond(const struct bonds *bonds, uint64_t whole)
{
	size_t low = 0, high = bonds->n;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (bonds->at[middle].whole < whole)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Parts are merged with their wholes, whose assertions they name. */
static void join_parts(struct groups *g, const struct held *rows, struct arena *arena)
{
	struct bonds bonds = find_bonds(g, rows, arena);

	for (size_t i = 0; i < g->n && bonds.n; i++)
		for (size_t k = g->at[i].first; k < g->at[i].end; k++) {
			uint64_t id = packed_of(rows->at[g->rows[k].number]).id;

			for (size_t b = first_bond(&bonds, id); b < bonds.n && bonds.at[b].whole == id; b++)
				join(g, bonds.at[b].group, i);
		}
}

static uint64_t state_of(const struct groups *g, const struct group *one, const struct held *rows,
			 const uint64_t *states)
{
	uint64_t sum = 0;

	for (size_t k = one->first; k < one->end; k++) {
		uint64_t article = states[rows->article[g->rows[k].number]];

		sum += hash64_seed((struct str){(const char *)&article, sizeof article}, one->key);
	}
	return sum;
}

/* The roots with their rows behind each other. */
static struct quantities list_roots(struct groups *g, const struct held *rows, const uint64_t *states,
				    struct arena *arena)
{
	struct quantities q = {ARENA_ARRAY(arena, struct quantity, g->n), 0};
	size_t *of = ARENA_ARRAY(arena, size_t, g->n), first = 0;

	for (size_t i = 0; i < g->n; i++) {
		size_t root = root_of(g, i);

		if (root == i) {
			of[i] = q.n;
			q.at[q.n++].key = g->at[i].key;
		}
		q.at[of[root]].n += g->at[i].end - g->at[i].first;
		q.at[of[root]].state += state_of(g, &g->at[i], rows, states);
	}
	for (size_t i = 0; i < q.n; first += q.at[i++].n)
		q.at[i].first = first;
	for (size_t i = 0; i < g->n; i++)
		if (g->at[i].parent == i)
			g->at[i].next = q.at[of[i]].first;
	return q;
}

struct quantities quantities_find(struct held *rows, const uint64_t *states, struct arena *arena)
{
	struct arena own = {0};
	struct groups g = group(rows, &own);
	struct held sorted = {ARENA_ARRAY(arena, const char *, rows->n), ARENA_ARRAY(arena, uint32_t, rows->n), rows->n,
			      rows->all};

	join_parts(&g, rows, &own);
	struct quantities q = list_roots(&g, rows, states, arena);

	for (size_t i = 0; i < g.n; i++)
		for (size_t k = g.at[i].first; k < g.at[i].end; k++) {
			size_t to = g.at[root_of(&g, i)].next++;

			sorted.at[to] = rows->at[g.rows[k].number];
			sorted.article[to] = rows->article[g.rows[k].number];
		}
	*rows = sorted;
	arena_free(&own);
	return q;
}
