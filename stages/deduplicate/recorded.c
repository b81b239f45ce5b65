#include "recorded.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/ranks.h"
#include "spoken.h"

enum { TEXTS = 7 };

/* All texts that tell one record from another. */
static void texts_of(struct record *r, struct str *texts[TEXTS])
{
	struct str *all[TEXTS] = {&r->source.id,    &r->source.name,  &r->source.type, &r->speaker.id,
				  &r->speaker.name, &r->speaker.type, &r->part_of};

	memcpy(texts, all, sizeof all);
}

static uint64_t hash_of(const struct record *record)
{
	struct record r = *record;
	struct str *texts[TEXTS];
	uint64_t hash = r.narrator;

	texts_of(&r, texts);
	for (size_t i = 0; i < TEXTS; i++)
		if (texts[i]->n)
			hash = hash64_seed(*texts[i], hash + i);
	return hash;
}

static bool same(const struct record *a, const struct record *b)
{
	struct record x = *a, y = *b;
	struct str *of_x[TEXTS], *of_y[TEXTS];
	bool same = x.narrator == y.narrator;

	texts_of(&x, of_x);
	texts_of(&y, of_y);
	for (size_t i = 0; same && i < TEXTS; i++)
		same = str_eq(*of_x[i], *of_y[i]);
	return same;
}

static size_t slot_of(const struct recorded *all, const struct record *record)
{
	size_t i = hash_of(record) & (all->slots_n - 1);

	while (all->slots[i] && !same(all->at[all->slots[i] - 1], record))
		i = (i + 1) & (all->slots_n - 1);
	return i;
}

static void more_slots(struct recorded *all, struct arena *arena)
{
	all->slots_n = all->slots_n ? 2 * all->slots_n : 64;
	all->slots = ARENA_ARRAY(arena, uint32_t, all->slots_n);
	for (size_t i = 0; i < all->n; i++)
		all->slots[slot_of(all, all->at[i])] = (uint32_t)i + 1;
}

static struct record *copy_of(const struct record *record, struct arena *arena)
{
	struct record *copy = ARENA_ARRAY(arena, struct record, 1);
	struct str *texts[TEXTS];

	*copy = *record;
	texts_of(copy, texts);
	for (size_t i = 0; i < TEXTS; i++)
		if (texts[i]->n)
			*texts[i] = str_dup(arena, *texts[i]);
	return copy;
}

struct record *recorded_add(struct recorded *all, const struct record *record, struct arena *arena)
{
	if (2 * all->n >= all->slots_n)
		more_slots(all, arena);
	size_t slot = slot_of(all, record);

	if (!all->slots[slot]) {
		struct record *one = copy_of(record, arena);

		LIST_ADD(arena, all, one);
		all->slots[slot] = (uint32_t)all->n;
	}
	return all->at[all->slots[slot] - 1];
}

void recorded_rank(struct recorded *all, struct arena *arena)
{
	struct str *ids = ARENA_ARRAY(arena, struct str, all->n);
	uint32_t *ranks;

	for (size_t i = 0; i < all->n; i++)
		ids[i] = all->at[i]->source.id;
	ranks = ranks_of(ids, all->n, arena);
	for (size_t i = 0; i < all->n; i++)
		all->at[i]->rank = ranks[i];
}

struct part {
	struct str source, of;
};

static int by_source(const void *pa, const void *pb)
{
	const struct part *a = pa, *b = pb;
	int c = str_cmp(a->source, b->source);

	return c ? c : str_cmp(a->of, b->of);
}

static int by_source_alone(const void *a, const void *b)
{
	return str_cmp(((const struct part *)a)->source, ((const struct part *)b)->source);
}

static const struct part *part_of(const struct part *parts, size_t n, struct str source)
{
	const struct part key = {.source = source};

	return n ? bsearch(&key, parts, n, sizeof *parts, by_source_alone) : NULL;
}

struct parts {
	const struct part *at; /* [n] by source, each once */
	size_t n;
	const struct bodies *bodies;
};

/* What the records say of it, else the lexicon. */
static struct str up_from(const struct parts *parts, struct str body, struct arena *arena)
{
	const struct part *found = part_of(parts->at, parts->n, body);

	return found ? found->of : bodies_part_of(parts->bodies, body, arena);
}

/* The outermost body: a ministry's centre is part of the government, too. */
static struct str whole_of(const struct parts *parts, struct str body, struct arena *arena)
{
	struct str up;

	for (int i = 0; i < BODIES_DEPTH && body.n && (up = up_from(parts, body, arena)).n; i++)
		body = up;
	return body;
}

/* "civil-protection" of the civil protection service, whose commander speaks for "civil protection"; empty: it is
 * called by no such noun. */
static struct str without_noun(struct str id)
{
	static const char *const nouns[] = {"-service", "-agency", "-authority", "-department", "-office"};

	for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (str_ends(id, str_of(nouns[i])))
			return str_slice(id, 0, id.n - strlen(nouns[i]));
	return STR_NULL;
}

/* parts: room for two of each record. */
static size_t take_parts(const struct recorded *all, struct part *parts)
{
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct str id = all->at[i]->source.id, shorter = without_noun(id);

		if (all->at[i]->part_of.n)
			parts[n++] = (struct part){id, all->at[i]->part_of};
		if (shorter.n)
			parts[n++] = (struct part){shorter, id};
	}
	if (n)
		qsort(parts, n, sizeof *parts, by_source);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || by_source_alone(&parts[i], &parts[kept - 1]) != 0)
			parts[kept++] = parts[i];
	return kept;
}

void recorded_learn_parts(struct recorded *all, const struct bodies *bodies, struct arena *arena)
{
	spoken_settle(all, arena);

	struct part *at = ARENA_ARRAY(arena, struct part, 2 * all->n);
	struct parts parts = {at, take_parts(all, at), bodies};

	for (size_t i = 0; i < all->n; i++) {
		struct record *r = all->at[i];
		const struct part *found = part_of(parts.at, parts.n, r->source.id);

		if (found)
			r->part_of = found->of;
		r->whole = whole_of(&parts, r->part_of, arena);
	}
}
