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

static bool agree(uint32_t a, uint32_t b)
{
	return a == 0 || b == 0 || a == b;
}

/* One source's tellings of one day: those that leave an actor out take it from the
 * fullest that doesn't differ. They are sorted with the empty ones first. */
static bool complete_actors(struct telling *at, size_t n)
{
	enum { FEW = 32 };
	bool changed = false;

	for (size_t i = 0; i < n; i++)
		for (size_t k = n; k-- > 0 && n - k <= FEW && (!at[i].agent || !at[i].target);) {
			bool more = (!at[i].agent && at[k].agent) || (!at[i].target && at[k].target);

			if (!more || !agree(at[i].agent, at[k].agent) || !agree(at[i].target, at[k].target))
				continue;
			at[i].agent = at[i].agent ? at[i].agent : at[k].agent;
			at[i].target = at[i].target ? at[i].target : at[k].target;
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
		for (size_t k = 0; k < n && str_is_empty(at[i].record->part_of); k++)
			if (at[k].record->part_of.n && str_eq(at[k].record->part_of, at[i].record->source.id)) {
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

static struct str days_text(const struct telling *t, struct arena *arena)
{
	char *text = arena_text(arena, 2 * sizeof t->first);
	int32_t days[] = {t->first, t->last};

	for (size_t i = 0; i < 2 * sizeof t->first; i++)
		text[i] = (char)((uint32_t)days[i / 4] >> 8 * (i % 4));
	return (struct str){text, 2 * sizeof t->first};
}

static struct str id_of(const struct tellings *all, const struct telling *t, struct arena *arena)
{
	struct str parts[] = {
		all->types.at[t->type],
		str_of(statuses[t->status]),
		all->places.at[t->place],
		days_text(t, arena),
		t->record->source.id,
		t->denied ? STR("denied") : STR("asserted"),
		t->modality ? str_of(modalities[t->modality]) : STR("actual"),
		all->actors.at[t->agent],
		all->actors.at[t->target],
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

static void add_reports(struct reports *to, const struct telling *t, const struct event *e, const struct articles *all,
			struct arena *arena)
{
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
static void join_tellings(struct event *e, const struct event *others, size_t n, struct arena *arena)
{
	for (size_t i = 0; i < n; i++) {
		const struct event *one = &others[i];

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

static void count_reports(struct event *e, const struct telling *at, const struct event *told, size_t n,
			  const struct articles *all, struct arena *arena)
{
	struct reports reports = {0};
	struct reported r;

	if (n == 1 && e->documents.n <= 1) { /* as nearly all are */
		e->reports = e->independent = (int64_t)e->documents.n;
		return;
	}
	for (size_t i = 0; i < n; i++)
		add_reports(&reports, &at[i], &told[i], all, arena);
	r = reports_count(&reports, all, arena);
	e->documents = r.documents;
	e->reports = (int64_t)r.documents.n;
	/* One row of several documents was merged before: its sentences are no longer at hand. */
	if (n > 1)
		e->independent = r.independent;
}

/* The n tellings are in the order of telling: the first one's words stand for all. */
static struct event version_of(const struct stories *s, const struct telling *at, size_t n, struct arena *arena)
{
	struct event *told = arena_more(arena, NULL, 0, n, sizeof *told);

	for (size_t i = 0; i < n; i++)
		held_event(s->events, at[i].row, &told[i], arena);
	struct event e = told[0];

	e.id = id_of(&s->found, at, arena);
	join_tellings(&e, told + 1, n - 1, arena);
	count_reports(&e, at, told, n, s->events->all, arena);
	if (at[0].record->narrator)
		e.source = at[0].record->source;
	return e;
}

/* Do all that tell a target tell the same? */
static bool one_target(const struct telling *at, size_t n)
{
	uint32_t target = 0;

	for (size_t i = 0; i < n; i++) {
		if (!agree(target, at[i].target))
			return false;
		target = target ? target : at[i].target;
	}
	return true;
}

/* Tellings without a target join the happening of one whose agent doesn't differ; where nobody tells by whom it was
 * done, only if nothing else was done that day: "the gunman was killed" is not who killed the officers. */
static void complete_targets(struct telling *at, size_t n)
{
	enum { FEW = 64 };
	bool one = n <= FEW && one_target(at, n);

	for (size_t i = 0; i < n && n <= FEW; i++)
		for (size_t k = 0; k < n && !at[i].target && !at[i].status; k++)
			if (at[k].target && (one ? agree(at[i].agent, at[k].agent) : at[i].agent == at[k].agent))
				at[i].target = at[k].target;
}

static struct str happening_of(const struct tellings *all, const struct telling *t, struct arena *arena)
{
	struct str parts[] = {all->types.at[t->type], str_of(statuses[t->status]), all->places.at[t->place],
			      days_text(t, arena),
			      t->status ? STR_NULL : all->actors.at[t->target ? t->target : t->agent]};

	return hash_id(arena, 'h', parts, sizeof parts / sizeof *parts);
}

void stories_begin(struct stories *s, const struct held *events, const struct overrides *overrides, struct arena *arena)
{
	*s = (struct stories){.events = events};
	tellings_make(events, overrides, &s->found, arena);
	if (s->found.n)
		qsort(s->found.at, s->found.n, sizeof *s->found.at, by_version);
	join_versions(&s->found);
}

bool stories_next(struct stories *s, struct events *out)
{
	struct tellings *all = &s->found;
	struct telling *versions = all->at + s->next; /* the first of each, moved to the front */
	size_t end = s->next;

	arena_reset(&s->arena);
	*out = (struct events){0};
	if (s->next == all->n)
		return false;
	end = run_end(all, s->next, telling_cmp_happening);
	out->at = arena_more(&s->arena, NULL, 0, end - s->next, sizeof *out->at);
	out->room = end - s->next;
	for (size_t i = s->next, after; i < end; i = after) {
		after = run_end(all, i, telling_cmp_version);
		out->at[out->n] = version_of(s, all->at + i, after - i, &s->arena);
		versions[out->n++] = all->at[i];
	}
	complete_targets(versions, out->n);
	for (size_t i = 0; i < out->n; i++)
		out->at[i].happening = happening_of(all, &versions[i], &s->arena);
	s->next = end;
	return true;
}

void stories_end(struct stories *s)
{
	arena_free(&s->arena);
}
