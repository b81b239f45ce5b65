#include "reports.h"

#include <stdlib.h>

/* A document of its own where no outline came with it: told by its name. */
static struct str root_name(const struct report *r, const struct articles *all)
{
	return r->article == NO_ARTICLE ? r->document : all->at[all->at[r->article].origin].id;
}

struct voice {
	struct str root;
	uint64_t wording;
	uint32_t group;
};

static int by_root(const void *a, const void *b)
{
	return str_cmp(((const struct voice *)a)->root, ((const struct voice *)b)->root);
}

static int by_wording(const void *pa, const void *pb)
{
	const struct voice *a = pa, *b = pb;

	if (a->wording != b->wording)
		return a->wording < b->wording ? -1 : 1;
	return (a->group > b->group) - (a->group < b->group);
}

static uint32_t find(uint32_t *parent, uint32_t i)
{
	while (parent[i] != i) {
		parent[i] = parent[parent[i]];
		i = parent[i];
	}
	return i;
}

/* Originals, less those joined to another one by a sentence. */
static int64_t count_independent(const struct reports *reports, const struct articles *all, struct arena *arena)
{
	struct voice *v = ARENA_ARRAY(arena, struct voice, reports->n);
	uint32_t *parent = ARENA_ARRAY(arena, uint32_t, reports->n), groups = 0;
	int64_t independent;

	for (size_t i = 0; i < reports->n; i++)
		v[i] = (struct voice){root_name(&reports->at[i], all), reports->at[i].wording, 0};
	qsort(v, reports->n, sizeof *v, by_root);
	for (size_t i = 0; i < reports->n; i++) {
		groups += i == 0 || !str_eq(v[i].root, v[i - 1].root);
		v[i].group = groups - 1;
		parent[groups - 1] = groups - 1;
	}
	independent = groups;
	qsort(v, reports->n, sizeof *v, by_wording);
	for (size_t i = 1; i < reports->n; i++) {
		uint32_t a = find(parent, v[i - 1].group), b = find(parent, v[i].group);

		if (v[i].wording == 0 || v[i].wording != v[i - 1].wording || a == b)
			continue;
		parent[b] = a;
		independent--;
	}
	return independent;
}

/* The day goes by where it was published, the clock by UTC; one without a clock tells the day alone. */
static struct moment earlier(struct moment a, struct moment b)
{
	int c = moment_is_none(a) ? 1 : date_cmp(a.date, b.date);

	if (c)
		return c < 0 ? a : b;
	return a.clock && (!b.clock || moment_cmp(a, b) <= 0) ? a : b;
}

struct reported reports_count(struct reports *reports, const struct articles *all, struct arena *arena)
{
	struct reported r = {.last_day = NO_DAY};

	for (size_t i = 0; i < reports->n; i++) {
		const struct report *one = &reports->at[i];
		int32_t day = one->article == NO_ARTICLE ? NO_DAY : all->at[one->article].day;

		strs_add(arena, &r.documents, one->document);
		if (day != NO_DAY)
			r.first = earlier(r.first, all->at[one->article].published);
		if (day != NO_DAY && (r.last_day == NO_DAY || day > r.last_day))
			r.last_day = day;
	}
	r.independent = (int64_t)reports->n;
	if (reports->n < 2)
		return r;
	strs_sort(&r.documents);
	r.independent = count_independent(reports, all, arena);
	return r;
}
