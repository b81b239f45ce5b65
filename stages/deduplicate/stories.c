#include "stories.h"

#include <stdlib.h>

#include "base/hash.h"
#include "reports.h"
#include "telling.h"

static int by_version(const void *pa, const void *pb)
{
	int c = telling_cmp_version(pa, pb);

	return c ? c : telling_cmp(pa, pb);
}

static size_t run_end(const struct tellings *all, size_t i, int (*cmp)(const struct telling *, const struct telling *))
{
	size_t end = i + 1;

	while (end < all->n && cmp(&all->at[i], &all->at[end]) == 0)
		end++;
	return end;
}

static bool agree(struct str a, struct str b)
{
	return str_is_empty(a) || str_is_empty(b) || str_eq(a, b);
}

/* One source's tellings of one day: those that leave an actor out take it from the
 * fullest that doesn't differ. They are sorted with the empty ones first. */
static bool complete_actors(struct telling *at, size_t n)
{
	enum { FEW = 32 };
	bool changed = false;

	for (size_t i = 0; i < n; i++)
		for (size_t k = n;
		     k-- > 0 && n - k <= FEW && (str_is_empty(at[i].agent) || str_is_empty(at[i].target));) {
			bool more = (str_is_empty(at[i].agent) && at[k].agent.n) ||
				    (str_is_empty(at[i].target) && at[k].target.n);

			if (!more || !agree(at[i].agent, at[k].agent) || !agree(at[i].target, at[k].target))
				continue;
			at[i].agent = at[i].agent.n ? at[i].agent : at[k].agent;
			at[i].target = at[i].target.n ? at[i].target : at[k].target;
			changed = true;
		}
	return changed;
}

/* The government's version is that of its ministry, where both tell it. */
static bool give_to_part(struct telling *at, size_t n)
{
	enum { FEW = 64 };
	bool given = false;

	for (size_t i = 0; i < n && n <= FEW; i++)
		for (size_t k = 0; k < n && str_is_empty(at[i].record.part_of); k++)
			if (at[k].record.part_of.n && str_eq(at[k].record.part_of, at[i].record.source.id)) {
				at[i].record = at[k].record;
				given = true;
			}
	return given;
}

static void join_versions(struct tellings *all)
{
	for (size_t i = 0, end; i < all->n; i = end) {
		end = run_end(all, i, telling_cmp_happening);
		if (end - i > 1 && give_to_part(all->at + i, end - i))
			qsort(all->at + i, end - i, sizeof *all->at, by_version);
	}
	for (size_t i = 0, end; i < all->n; i = end) {
		end = run_end(all, i, telling_cmp_source);
		if (end - i > 1 && complete_actors(all->at + i, end - i))
			qsort(all->at + i, end - i, sizeof *all->at, by_version);
	}
}

static struct str id_of(const struct telling *t, struct arena *arena)
{
	const struct event *e = t->event;
	struct str parts[] = {
		e->type,
		str_of(statuses[e->status]),
		e->place.parent_id,
		t->days,
		t->record.source.id,
		e->polarity == POLARITY_DENIED ? STR("denied") : STR("asserted"),
		e->modality > MODALITY_ACTUAL ? str_of(modalities[e->modality]) : STR("actual"),
		t->agent,
		t->target,
	};

	return hash_id(arena, 'e', parts, sizeof parts / sizeof *parts);
}

static void take_actors(struct event *to, const struct event *from)
{
	if (str_is_empty(to->agent_id) && str_is_empty(to->agent_name)) {
		to->agent_id = from->agent_id;
		to->agent_name = from->agent_name;
	}
	if (str_is_empty(to->target_id) && str_is_empty(to->target_name)) {
		to->target_id = from->target_id;
		to->target_name = from->target_name;
	}
}

static void add_reports(struct reports *to, const struct telling *t, const struct articles *all, struct arena *arena)
{
	const struct event *e = t->event;

	for (size_t i = 0; i < e->documents.n; i++) {
		uint32_t article = i == 0 ? t->article : articles_find(all, e->documents.at[i]);
		struct report r = {e->documents.at[i], article, i == 0 ? t->wording : 0};

		LIST_ADD(arena, to, r);
	}
}

static void add_all(struct strs *to, struct strs from, struct arena *arena)
{
	for (size_t i = 0; i < from.n; i++)
		strs_add(arena, to, from.at[i]);
}

/* The other tellings' words beside those of the first. */
static void join_tellings(struct event *e, const struct telling *at, size_t n, struct arena *arena)
{
	for (size_t i = 1; i < n; i++) {
		const struct event *one = at[i].event;

		add_all(&e->spans, one->spans, arena);
		add_all(&e->chain, one->chain, arena);
		add_all(&e->rules, one->rules, arena);
		take_actors(e, one);
		if (decimal_cmp(one->confidence, e->confidence) > 0)
			e->confidence = one->confidence;
		e->background = e->background && one->background;
	}
	strs_sort(&e->spans);
	strs_sort(&e->chain);
	strs_sort(&e->rules);
}

static void count_reports(struct event *e, const struct telling *at, size_t n, const struct articles *all,
			  struct arena *arena)
{
	struct reports reports = {0};
	struct reported r;

	if (n == 1 && e->documents.n <= 1) { /* as nearly all are */
		e->reports = e->independent = (int64_t)e->documents.n;
		return;
	}
	for (size_t i = 0; i < n; i++)
		add_reports(&reports, &at[i], all, arena);
	r = reports_count(&reports, all, arena);
	e->documents = r.documents;
	e->reports = (int64_t)r.documents.n;
	/* One row of several documents was merged before: its sentences are no longer at hand. */
	if (n > 1)
		e->independent = r.independent;
}

/* The n tellings are in the order of telling: the first one's words stand for all. */
static struct event version_of(const struct telling *at, size_t n, const struct articles *all, struct arena *arena)
{
	struct event e = *at[0].event;

	e.id = id_of(at, arena);
	join_tellings(&e, at, n, arena);
	count_reports(&e, at, n, all, arena);
	if (at[0].record.narrator)
		e.source = at[0].record.source;
	return e;
}

/* Tellings without a target join the happening of one whose agent doesn't differ. */
static void complete_targets(struct telling *at, size_t n)
{
	enum { FEW = 64 };

	for (size_t i = 0; i < n && n <= FEW; i++)
		for (size_t k = 0; k < n && str_is_empty(at[i].target) && !at[i].event->status; k++)
			if (at[k].target.n && agree(at[i].agent, at[k].agent))
				at[i].target = at[k].target;
}

static struct str happening_of(const struct telling *t, struct arena *arena)
{
	const struct event *e = t->event;
	struct str parts[] = {e->type, str_of(statuses[e->status]), e->place.parent_id, t->days,
			      e->status	    ? STR_NULL
			      : t->target.n ? t->target
					    : t->agent};

	return hash_id(arena, 'h', parts, sizeof parts / sizeof *parts);
}

static void merge(struct tellings *all, const struct articles *articles, struct events *out, struct arena *arena)
{
	struct tellings versions = {.at = all->at}; /* the first of each, moved to the front */

	out->at = arena_more(arena, NULL, 0, all->n, sizeof *out->at);
	out->room = all->n;
	for (size_t i = 0, end; i < all->n; i = end) {
		struct event e;

		end = run_end(all, i, telling_cmp_version);
		e = version_of(all->at + i, end - i, articles, arena);
		LIST_ADD(arena, out, e);
		versions.at[versions.n++] = all->at[i];
	}
	for (size_t i = 0, end; i < versions.n; i = end) {
		end = run_end(&versions, i, telling_cmp_happening);
		complete_targets(versions.at + i, end - i);
		for (size_t k = i; k < end; k++)
			out->at[k].happening = happening_of(&versions.at[k], arena);
	}
}

void stories_merge(struct events *events, const struct articles *all, const struct overrides *overrides,
		   struct events *out, struct arena *arena)
{
	struct tellings found = {0};

	tellings_make(events, all, overrides, &found, arena);
	if (found.n)
		qsort(found.at, found.n, sizeof *found.at, by_version);
	join_versions(&found);
	merge(&found, all, out, arena);
}
