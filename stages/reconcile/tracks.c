#include "tracks.h"

#include <stdlib.h>

#include "base/hash.h"
#include "words.h"

struct str track_day(struct arena *arena, int32_t day)
{
	return day == NO_DAY ? STR_NULL : date_format(arena, date_of_days(day));
}

/* The place whose episode it is; with its coordinates where a statement names it itself. */
static struct place_ref episode_place(const struct statement *at, size_t n)
{
	struct place_ref p = at[0].a->place;

	for (size_t i = 0; i < n; i++)
		if (str_eq(at[i].a->place.id, p.parent_id))
			return at[i].a->place;
	return place_parent(&p);
}

/* A total if anybody says so, else a stock if anybody says so. */
static int aspect_of(const struct statement *at, size_t n)
{
	bool stock = false;

	for (size_t i = 0; i < n; i++) {
		if (at[i].adds)
			return ASPECT_FLOW;
		if (at[i].a->aspect == ASPECT_CUMULATIVE)
			return ASPECT_CUMULATIVE;
		stock |= at[i].a->aspect == ASPECT_STOCK;
	}
	return stock ? ASPECT_STOCK : ASPECT_CUMULATIVE;
}

static struct str id_of(const struct statement *s, int32_t from, struct arena *arena)
{
	struct str parts[] = {s->a->measure,
			      s->subject,
			      s->a->unit,
			      s->a->place.parent_id,
			      s->adds ? STR("flow") : STR("total"),
			      s->scope,
			      s->scope.n ? STR_NULL : track_day(arena, from)};

	return hash_id(arena, 't', parts, sizeof parts / sizeof *parts);
}

/* Statements of one line lie in the order of statements_sort: of those known on one day the earlier comes first. */
static int by_known(const void *pa, const void *pb)
{
	const struct statement *a = *(const struct statement *const *)pa, *b = *(const struct statement *const *)pb;

	if (a->known != b->known)
		return a->known < b->known ? -1 : 1;
	return (a > b) - (a < b);
}

/* An empty list with room for n: a place may have a hundred thousand tracks of one statement each. */
static struct strs list_for(size_t n, struct arena *arena)
{
	return (struct strs){.at = arena_more(arena, NULL, 0, n, sizeof(struct str)), .room = n};
}

static const struct statement **in_order_of_knowledge(const struct line *l, struct arena *arena)
{
	const struct statement **s = ARENA_ARRAY(arena, const struct statement *, l->n);
	bool sorted = true; /* most become known as they are said */

	for (size_t i = 0; i < l->n; i++) {
		s[i] = &l->at[i];
		sorted &= i == 0 || s[i - 1]->known <= s[i]->known;
	}
	if (!sorted)
		qsort(s, l->n, sizeof *s, by_known);
	return s;
}

/* The ids that the track had while its earliest statement was not known yet. */
static struct strs former_ids(const struct line *l, struct arena *arena)
{
	struct arena own = {0};
	const struct statement **s = in_order_of_knowledge(l, &own);
	struct strs ids = {0};
	int32_t from = DATE_DAYS_MAX;

	for (size_t i = 0; i < l->n; i++) {
		from = s[i]->said < from ? s[i]->said : from;
		bool day_ends = i + 1 == l->n || s[i + 1]->known != s[i]->known;

		if (day_ends && from > l->from && !s[i]->scope.n)
			strs_add(arena, &ids, id_of(s[i], from, arena));
	}
	strs_sort(&ids);
	arena_free(&own);
	return ids;
}

static struct line line_of(const struct statement *at, size_t n, const struct terms *terms, struct arena *arena)
{
	const struct assertion *a = at[0].a;
	struct line l = {.at = at, .n = n, .from = at[0].said, .to = at[n - 1].said};

	l.track = (struct track){.id = id_of(at, l.from, arena),
				 .measure = a->measure,
				 .subject = at[0].subject,
				 .unit = a->unit,
				 .place = episode_place(at, n),
				 .aspect = aspect_of(at, n),
				 .scope = at[0].scope,
				 .episode_from = track_day(arena, l.from),
				 .episode_to = track_day(arena, l.to),
				 .aliases = n > 1 ? former_ids(&l, arena) : (struct strs){0},
				 .assertions = list_for(n, arena)};
	l.track.closed = terms->as_of < DATE_DAYS_MAX && terms->as_of - l.to > terms->conf->episode_silence_days;
	for (size_t i = 0; i < n; i++)
		strs_add(arena, &l.track.assertions, at[i].a->id);
	return l;
}

/* Does an override let the track of the statement begin anew on its day? */
static bool is_split(const struct statement *before, const struct statement *s, const struct overrides *overrides)
{
	struct override_case c = {.measure = s->a->measure, .subject = s->subject, .place = &s->a->place};

	for (size_t i = 0; i < overrides->n; i++) {
		const struct override *o = &overrides->at[i];

		c.day = o->from;
		if (o->action == OVERRIDE_SPLIT && before->said < o->from && s->said >= o->from && override_fits(o, &c))
			return true;
	}
	return false;
}

static bool begins_track(const struct statement *before, const struct statement *s, const struct terms *terms)
{
	if (statement_cmp_quantity(before, s) != 0)
		return true;
	if (s->scope.n)
		return false;
	return s->said - before->said > terms->conf->episode_silence_days || is_split(before, s, terms->overrides);
}

static size_t track_end(const struct statements *statements, size_t i, const struct terms *terms)
{
	for (i++; i < statements->n; i++)
		if (begins_track(&statements->at[i - 1], &statements->at[i], terms))
			break;
	return i;
}

void tracks_make(const struct statements *statements, const struct terms *terms, struct tracks *out,
		 struct arena *arena)
{
	for (size_t i = 0; i < statements->n; i = track_end(statements, i, terms))
		out->room++;
	out->at = arena_more(arena, NULL, 0, out->room, sizeof *out->at);
	for (size_t i = 0, end; i < statements->n; i = end) {
		end = track_end(statements, i, terms);
		struct line l = line_of(statements->at + i, end - i, terms, arena);

		LIST_ADD(arena, out, l);
	}
}

/* Who stands behind best, and who dissents. */
static void take_sides(struct estimate *e, struct sides *sides, const struct current *c, const struct verdict *v,
		       struct arena *arena)
{
	sides->at = ARENA_ARRAY(arena, const struct statement *, c->n);
	e->basis = list_for(c->n, arena);
	for (size_t i = 0, end; i < c->n; i = end) {
		end = rules_source_end(c, i);
		if (rules_dissents(c, i, v))
			strs_add(arena, &e->contested_by, c->at[i].s->organisation);
		for (size_t k = i; k < end; k++) {
			strs_add(arena, &e->basis, c->at[k].s->a->id);
			sides->at[sides->n++] = c->at[k].s;
		}
	}
	strs_sort(&e->basis);
	strs_sort(&e->contested_by);
}

static struct estimate estimate_of(const struct line *l, int32_t day, const struct current *c, const struct verdict *v,
				   struct sides *sides, struct arena *arena)
{
	struct estimate e = {
		.track = l->track.id,
		.as_of = track_day(arena, day),
		.measure = l->track.measure,
		.subject = l->track.subject,
		.unit = l->track.unit,
		.place = l->track.place,
		.aspect = l->track.aspect,
		.low = v->low,
		.best = v->best,
		.high = v->high,
		.open_low = v->open_low,
		.open_high = v->open_high,
		.status = v->status,
		.rule = str_of(v->rule),
	};

	take_sides(&e, sides, c, v, arena);
	return e;
}

static bool same_list(struct strs a, struct strs b)
{
	for (size_t i = 0; i < a.n && i < b.n; i++)
		if (!str_eq(a.at[i], b.at[i]))
			return false;
	return a.n == b.n;
}

static bool same_estimate(const struct estimate *a, const struct estimate *b)
{
	return decimal_eq(a->low, b->low) && decimal_eq(a->best, b->best) && decimal_eq(a->high, b->high) &&
	       a->open_low == b->open_low && a->open_high == b->open_high && a->status == b->status &&
	       same_list(a->basis, b->basis) && same_list(a->contested_by, b->contested_by);
}

void track_take(struct track *t, const struct estimate *e)
{
	t->as_of = e->as_of;
	t->low = e->low;
	t->best = e->best;
	t->high = e->high;
	t->open_low = e->open_low;
	t->open_high = e->open_high;
	t->status = e->status;
	t->why = e->why;
}

/* Room for an estimate of every day on which something became known. */
static void make_room(struct line *l, const struct statement *const *s, struct arena *arena)
{
	size_t days = 0;

	for (size_t i = 0; i < l->n; i++)
		days += i == 0 || s[i]->known != s[i - 1]->known;
	l->estimates.room = days;
	l->estimates.at = arena_more(arena, NULL, 0, days, sizeof *l->estimates.at);
	l->sides = arena_more(arena, NULL, 0, days, sizeof *l->sides);
}

static void estimate_line(struct line *l, const struct terms *terms, struct arena *arena)
{
	struct arena own = {0};
	const struct statement **s = in_order_of_knowledge(l, &own);
	struct current current = {.aspect = l->track.aspect, .conf = terms->conf, .arena = &own};
	struct verdict verdict, before;

	make_room(l, s, arena);
	for (size_t i = 0, end; i < l->n; i = end) {
		struct sides sides = {0};

		for (end = i + 1; end < l->n && s[end]->known == s[i]->known;)
			end++;
		current_add(&current, s + i, end - i);
		verdict = rules_judge(&current, i ? &before : NULL);
		before = verdict;
		struct estimate e = estimate_of(l, s[i]->known, &current, &verdict, &sides, arena);

		if (l->estimates.n && same_estimate(&l->estimates.at[l->estimates.n - 1], &e))
			continue;
		e.id = hash_id(arena, 's', (struct str[]){e.track, e.as_of}, 2);
		e.why = words_why(arena, &current, &verdict);
		l->sides[l->estimates.n] = sides;
		LIST_ADD(arena, &l->estimates, e);
		track_take(&l->track, &e);
		l->track.sources = (int64_t)verdict.sources;
	}
	arena_free(&own);
}

void tracks_estimate(struct tracks *lines, const struct terms *terms, struct arena *arena)
{
	for (size_t i = 0; i < lines->n; i++)
		estimate_line(&lines->at[i], terms, arena);
}
