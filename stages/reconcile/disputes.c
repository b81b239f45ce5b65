#include "disputes.h"

#include <stdlib.h>

#include "base/ranks.h"
#include "blame.h"
#include "words.h"

bool statuses_exclude(int a, int b)
{
	static const struct {
		int status, excludes;
	} pairs[] = {
		{STATUS_COMPLETE, STATUS_SUSPENDED},
		{STATUS_COMPLETE, STATUS_NOT_COMPLETE},
		{STATUS_COMPLETE, STATUS_CANCELLED},
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if ((a == pairs[i].status && b == pairs[i].excludes) ||
		    (b == pairs[i].status && a == pairs[i].excludes))
			return true;
	return false;
}

/* Tales looked at on each side of a denial, and sources named beside the one that denies. */
enum { LOOK_MOST = 256, SIDES_MOST = 16 };

struct list {
	struct tale *at;
	size_t n, room;
	bool *marked; /* [n] its status is contradicted */
};

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_process(const void *pa, const void *pb)
{
	const struct tale *a = pa, *b = pb;
	int c = cmp_int(a->place, b->place);

	c = c ? c : cmp_int(a->type, b->type);
	c = c ? c : cmp_int(a->day, b->day);
	c = c ? c : str_cmp(a->organisation, b->organisation);
	c = c ? c : cmp_int(a->e->status, b->e->status);
	c = c ? c : cmp_int(a->denied, b->denied);
	return c ? c : str_cmp(a->e->id, b->e->id);
}

static int by_happening(const void *pa, const void *pb)
{
	const struct tale *a = pa, *b = pb;
	int c = cmp_int(a->place, b->place);

	c = c ? c : str_cmp(a->e->happening, b->e->happening);
	c = c ? c : str_cmp(a->organisation, b->organisation);
	return c ? c : str_cmp(a->e->id, b->e->id);
}

static bool speaks_for(const struct event *e)
{
	return e->source_org.id.n && source_speaks_for(e->source.type);
}

static void rank_texts(struct list *l, struct arena *arena)
{
	struct str *texts = ARENA_ARRAY(arena, struct str, l->n);
	uint32_t *ranks;

	for (size_t i = 0; i < l->n; i++)
		texts[i] = l->at[i].e->place.parent_id;
	ranks = ranks_of(texts, l->n, arena);
	for (size_t i = 0; i < l->n; i++) {
		l->at[i].place = ranks[i];
		texts[i] = l->at[i].e->type;
	}
	ranks = ranks_of(texts, l->n, arena);
	for (size_t i = 0; i < l->n; i++)
		l->at[i].type = ranks[i];
}

/* A ministry speaks for its government, though not "the police" for any. */
static struct str body_of(struct str id, const struct bodies *bodies, struct arena *arena)
{
	struct str rest = id, country = str_cut(&rest, '-'), whole = bodies_whole(bodies, id, arena);

	return str_starts(whole, country) ? whole : id;
}

/* Few sources tell most events: the body of each is looked up once. */
struct known_bodies {
	struct ranks ids;
	struct str *at; /* [n] body of the id with that number */
	size_t n, room;
};

static struct str known_body(struct known_bodies *known, struct str id, const struct bodies *bodies,
			     struct arena *arena)
{
	uint32_t number = ranks_add(&known->ids, id, arena);

	if (number == known->n) {
		struct str body = body_of(known->ids.at[number], bodies, arena);

		LIST_ADD(arena, known, body);
	}
	return known->at[number];
}

static void collect(const struct tales *events, const struct terms *terms, struct list *out, struct arena *arena)
{
	struct known_bodies known = {0};

	*out = (struct list){.at = arena_more(arena, NULL, 0, events->n, sizeof *out->at), .room = events->n};
	for (size_t i = 0; i < events->n; i++) {
		const struct event *e = events->at[i].e;
		struct tale t = {.e = e, .day = events->at[i].day, .denied = e->polarity == POLARITY_DENIED};

		if (t.day == NO_DAY || t.day > terms->as_of || e->background || e->modality > MODALITY_ACTUAL)
			continue;
		t.organisation = speaks_for(e) ? e->source_org.id : e->source.id;
		t.body = known_body(&known, e->source_org.id.n ? e->source_org.id : e->source.id, terms->bodies, arena);
		LIST_ADD(arena, out, t);
	}
	rank_texts(out, arena);
}

static struct str speaker_words(const struct event *e, struct arena *arena)
{
	return e->source_org.id.n ? words_source(arena, &e->source_org, &e->source)
				  : words_source(arena, &e->source, &(struct source_ref){0});
}

void tale_add_side(struct contradiction *c, const struct tale *t, struct str what, struct arena *arena)
{
	struct str words = str_printf(arena, "%.*s: %s%.*s", STR_ARG(speaker_words(t->e, arena)),
				      t->denied ? "denies " : "", STR_ARG(what));

	contradiction_side(c, t->organisation, words, t->e->id, t->e->sentence, t->e->documents, arena);
}

/* The nearest day on which a status was told, and the nearest by yet another source:
 * enough to know whether anybody else told it within a window. */
struct nearest {
	struct str body[2];
	int32_t day[2];
};

static void nearest_start(struct nearest *n)
{
	*n = (struct nearest){.day = {NO_DAY, NO_DAY}};
}

static void nearest_add(struct nearest *n, const struct tale *t)
{
	if (n->day[0] != NO_DAY && !str_eq(n->body[0], t->body)) {
		n->body[1] = n->body[0];
		n->day[1] = n->day[0];
	}
	n->body[0] = t->body;
	n->day[0] = t->day;
}

static bool nearest_has(const struct nearest *n, const struct tale *t, long window)
{
	for (int i = 0; i < 2; i++)
		if (n->day[i] != NO_DAY && !str_eq(n->body[i], t->body) && labs((long)n->day[i] - t->day) <= window)
			return true;
	return false;
}

static bool is_complete(const struct tale *t)
{
	return t->e->status == STATUS_COMPLETE && !t->denied;
}

static bool is_opposite(const struct tale *t)
{
	return statuses_exclude(STATUS_COMPLETE, t->e->status) && !t->denied;
}

static size_t day_end(const struct list *l, size_t i, size_t end)
{
	size_t k = i + 1;

	while (k < end && l->at[k].day == l->at[i].day)
		k++;
	return k;
}

static size_t day_begin(const struct list *l, size_t first, size_t i)
{
	while (i > first && l->at[i - 1].day == l->at[i].day)
		i--;
	return i;
}

/* Which of a process's statuses another source's status excludes. A process may be
 * suspended first and complete later: only what is told on the day of `complete`, or
 * within the window after it, contradicts it. */
static void mark_contradicted(struct list *l, size_t first, size_t end, long window)
{
	struct nearest n;

	nearest_start(&n);
	for (size_t i = first, next; i < end; i = next) {
		next = day_end(l, i, end);
		for (size_t k = i; k < next; k++)
			if (is_complete(&l->at[k]))
				nearest_add(&n, &l->at[k]);
		for (size_t k = i; k < next; k++)
			l->marked[k] = is_opposite(&l->at[k]) && nearest_has(&n, &l->at[k], window);
	}
	nearest_start(&n);
	for (size_t i = end, from; i > first; i = from) {
		from = day_begin(l, first, i - 1);
		for (size_t k = from; k < i; k++)
			if (is_opposite(&l->at[k]))
				nearest_add(&n, &l->at[k]);
		for (size_t k = from; k < i; k++)
			l->marked[k] |= is_complete(&l->at[k]) && nearest_has(&n, &l->at[k], window);
	}
}

static void finish_statuses(struct contradiction *c, const struct tale *t, int32_t since, int32_t until,
			    struct contradictions *out, struct arena *arena)
{
	if (c->sides.n < 2)
		return;
	c->type = t->e->type;
	c->place = t->e->place;
	c->since = track_day(arena, since);
	c->until = track_day(arena, until);
	c->subject = words_happening(arena, t->e, STR_NULL);
	c->why = STR("a process that is complete is neither suspended nor unfinished at the same time");
	contradiction_finish(c, STR_NULL, arena);
	LIST_ADD(arena, out, *c);
}

/* One process at one place: sides that exclude each other, a new contradiction after a pause. */
static void find_statuses(const struct list *l, size_t first, size_t end, long window, struct contradictions *out,
			  struct arena *arena)
{
	struct contradiction c = {.kind = CONTRADICTION_STATUSES};
	int32_t since = NO_DAY, last = NO_DAY;
	const struct tale *of = NULL;

	for (size_t i = first; i < end; i++) {
		const struct tale *t = &l->at[i];

		if (!l->marked[i])
			continue;
		if (of && t->day - last > window) {
			finish_statuses(&c, of, since, last, out, arena);
			c = (struct contradiction){.kind = CONTRADICTION_STATUSES};
			of = NULL;
		}
		since = of ? since : t->day;
		of = t;
		last = t->day;
		tale_add_side(&c, t, str_of(statuses[t->e->status]), arena);
	}
	if (of)
		finish_statuses(&c, of, since, last, out, arena);
}

/* Does the other tale tell what t denies? */
static bool is_denied_by(const struct tale *other, const struct tale *t, long window)
{
	return !other->denied && other->e->status == t->e->status && labs((long)other->day - t->day) <= window &&
	       !str_eq(other->body, t->body) &&
	       (str_is_empty(t->e->target_id) || str_is_empty(other->e->target_id) ||
		str_eq(t->e->target_id, other->e->target_id));
}

/* What t denies, among the tales [first, end) of its process. */
static void deny(const struct list *l, size_t first, size_t end, size_t denied, long window, struct contradictions *out,
		 struct arena *arena)
{
	const struct tale *t = &l->at[denied];
	struct contradiction c = {.kind = CONTRADICTION_DENIAL, .type = t->e->type, .place = t->e->place};
	struct str what = t->e->status ? str_of(statuses[t->e->status]) : t->e->type;

	for (size_t k = denied > first + LOOK_MOST ? denied - LOOK_MOST : first; k < end && k <= denied + LOOK_MOST;
	     k++)
		if (is_denied_by(&l->at[k], t, window) && c.sides.n < SIDES_MOST)
			tale_add_side(&c, &l->at[k], what, arena);
	if (c.sides.n == 0)
		return;
	tale_add_side(&c, t, what, arena);
	c.since = c.until = track_day(arena, t->day);
	c.subject = words_happening(arena, t->e, t->e->status ? what : STR_NULL);
	c.why = str_printf(arena, "%.*s denied what others tell", STR_ARG(speaker_words(t->e, arena)));
	contradiction_finish(&c, t->e->id, arena);
	LIST_ADD(arena, out, c);
}

/* Whoever speaks for nobody tells of his own part in it ("I didn't shoot anyone"). */
static bool is_private(const struct event *e)
{
	return str_is(e->source.type, "person") && !e->source_org.id.n;
}

/* That somebody spoke is denied by nobody: what is denied is what was said. Nor is an earthquake, or what else has no
 * actor (no CAMEO code); and a publication denies nothing. */
static bool can_be_denied(const struct event *e)
{
	return e->cameo.n && !str_is(e->type, "statement") && !str_is(e->source.type, "none") && !is_private(e);
}

static void find_denials(const struct list *l, size_t first, size_t end, long window, struct contradictions *out,
			 struct arena *arena)
{
	for (size_t i = first; i < end; i++)
		if (l->at[i].denied && can_be_denied(l->at[i].e))
			deny(l, first, end, i, window, out, arena);
}

static bool same_process(const struct tale *a, const struct tale *b)
{
	return a->place == b->place && a->type == b->type;
}

static bool same_happening(const struct tale *a, const struct tale *b)
{
	return a->place == b->place && str_eq(a->e->happening, b->e->happening);
}

static size_t run_end(const struct list *l, size_t i, bool (*same)(const struct tale *, const struct tale *))
{
	size_t end = i + 1;

	while (end < l->n && same(&l->at[i], &l->at[end]))
		end++;
	return end;
}

void disputes_find(const struct tales *events, const struct terms *terms, struct contradictions *out,
		   struct arena *arena)
{
	struct list l = {0};
	long window = terms->conf->stock_window_days;

	collect(events, terms, &l, arena);
	if (l.n == 0)
		return;
	l.marked = ARENA_ARRAY(arena, bool, l.n);
	qsort(l.at, l.n, sizeof *l.at, by_process);
	for (size_t i = 0, end; i < l.n; i = end) {
		end = run_end(&l, i, same_process);
		mark_contradicted(&l, i, end, window);
		find_statuses(&l, i, end, window, out, arena);
		find_denials(&l, i, end, window, out, arena);
	}
	qsort(l.at, l.n, sizeof *l.at, by_happening);
	for (size_t i = 0, end; i < l.n; i = end) {
		end = run_end(&l, i, same_happening);
		if (l.at[i].e->happening.n)
			blame_find(l.at + i, end - i, terms->bodies, out, arena);
	}
}
