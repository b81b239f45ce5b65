#include "reconcile.h"

#include <stdlib.h>

#include "blows.h"
#include "namings.h"
#include "pins.h"
#include "since.h"
#include "some.h"

static int by_place_and_day(const void *pa, const void *pb)
{
	const struct contradiction *a = pa, *b = pb;
	int c = str_cmp(a->place.parent_id, b->place.parent_id);

	c = c ? c : str_cmp(a->since, b->since);
	c = c ? c : (a->kind > b->kind) - (a->kind < b->kind);
	c = c ? c : str_cmp(a->subject, b->subject);
	return c ? c : str_cmp(a->id, b->id);
}

static void collect(const struct assertions *assertions, const struct terms *terms, struct statements *out,
		    struct arena *arena)
{
	out->at = ARENA_ARRAY(arena, struct statement, assertions->n);
	for (size_t i = 0; i < assertions->n; i++)
		out->n += statement_of(&assertions->at[i], terms, &out->at[out->n], arena);
	statements_sort(out);
	namings_settle(out, terms);
	since_settle(out, terms);
}

static struct statements counting(const struct statements *all, struct arena *arena)
{
	struct statements out = {.at = ARENA_ARRAY(arena, struct statement, all->n)};

	for (size_t i = 0; i < all->n; i++)
		if (statement_counts(&all->at[i]))
			out.at[out.n++] = all->at[i];
	return out;
}

static size_t count_undated(const struct assertions *assertions)
{
	size_t n = 0;

	for (size_t i = 0; i < assertions->n; i++)
		n += str_is_empty(assertions->at[i].first_seen);
	return n;
}

void contradictions_sort(struct contradictions *all)
{
	if (all->n)
		qsort(all->at, all->n, sizeof *all->at, by_place_and_day);
}

struct reconciled reconcile(const struct assertions *assertions, const struct terms *terms, struct arena *arena)
{
	struct reconciled r = {.undated = count_undated(assertions)};
	struct statements all = {0}, counted;

	collect(assertions, terms, &all, arena);
	counted = counting(&all, arena);
	some_drop_parts(&counted, arena);
	blows_settle(&counted, terms);
	tracks_make(&counted, terms, &r.tracks, arena);
	tracks_estimate(&r.tracks, terms, arena);
	contradictions_figures(&r.tracks, &r.contradictions, arena);
	contradictions_denials(&all, terms, &r.contradictions, arena);
	checks_make(&r.tracks, terms, &r.checks, arena);
	tolls_collect(&r.tracks, &r.tolls, arena);
	pins_apply(&r.tracks, terms, arena);
	contradictions_sort(&r.contradictions);
	checks_sort(&r.checks);
	return r;
}
