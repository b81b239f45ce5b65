#include "moves.h"

#include <stdlib.h>

#include "base/err.h"
#include "files/json_rows.h"
#include "records/refs.h"
#include "wording.h"

const char *const move_kinds[] = {"", "new", "revised", "contested", "settled", "gone", NULL};

/* Ids of one release, sorted, with the number of their track. */
struct named {
	struct str id;
	size_t track;
};

struct names {
	struct named *at;
	size_t n, room;
};

static int by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;
	int order = str_cmp(x->id, y->id);

	return order ? order : (x->track > y->track) - (x->track < y->track);
}

static int by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool has(struct strs sorted, struct str text)
{
	return sorted.n && bsearch(&text, sorted.at, sorted.n, sizeof text, by_text);
}

static struct names names_of(const struct released *r, struct arena *arena)
{
	struct names names = {0};

	for (size_t i = 0; i < r->tracks.n; i++) {
		const struct released_track *t = &r->tracks.at[i];

		LIST_ADD(arena, &names, ((struct named){t->id, i}));
		for (size_t k = 0; k < t->aliases.n; k++)
			LIST_ADD(arena, &names, ((struct named){t->aliases.at[k], i}));
	}
	if (names.n)
		qsort(names.at, names.n, sizeof *names.at, by_name);
	return names;
}

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

/* Of the other release: by its id, or by a former one on either side. */
static const struct released_track *twin(const struct released *other, const struct names *names,
					 const struct released_track *t)
{
	struct named key = {t->id, 0}, *found = NULL;

	if (names->n)
		found = bsearch(&key, names->at, names->n, sizeof key, by_id);
	for (size_t i = 0; i < t->aliases.n && names->n && !found; i++) {
		key.id = t->aliases.at[i];
		found = bsearch(&key, names->at, names->n, sizeof key, by_id);
	}
	return found ? &other->tracks.at[found->track] : NULL;
}

static bool same_numbers(const struct released_track *a, const struct released_track *b)
{
	return decimal_eq(a->low, b->low) && decimal_eq(a->best, b->best) && decimal_eq(a->high, b->high) &&
	       a->open_low == b->open_low && a->open_high == b->open_high;
}

static int kind_of(const struct released_track *before, const struct released_track *now)
{
	bool was = str_eq(before->status, STR("contested")), is = str_eq(now->status, STR("contested"));

	if (was != is)
		return is ? MOVE_CONTESTED : MOVE_SETTLED;
	return same_numbers(before, now) ? MOVE_NONE : MOVE_REVISED;
}

static void compare(struct moves *out, const struct released_track *before, const struct released_track *now,
		    struct arena *arena)
{
	struct move move = {.kind = before ? kind_of(before, now) : MOVE_NEW, .before = before, .now = now};

	if (move.kind == MOVE_NONE)
		return;
	for (size_t i = 0; i < now->assertions.n; i++)
		if (!before || !has(before->assertions, now->assertions.at[i]))
			strs_add(arena, &move.fresh, now->assertions.at[i]);
	for (size_t i = 0; before && i < before->assertions.n; i++)
		move.dropped += !has(now->assertions, before->assertions.at[i]);
	LIST_ADD(arena, &out->tracks, move);
}

static struct strs contradictions_of(const struct released *r, struct arena *arena)
{
	struct strs ids = {0};

	for (size_t i = 0; i < r->contradictions.n; i++)
		strs_add(arena, &ids, r->contradictions.at[i].id);
	strs_sort(&ids);
	return ids;
}

/* Those that `r` has and the other has not. */
static void add_contradictions(struct moves *out, const struct released *r, struct strs other, int kind,
			       struct arena *arena)
{
	for (size_t i = 0; i < r->contradictions.n; i++)
		if (!has(other, r->contradictions.at[i].id))
			LIST_ADD(arena, &out->contradictions,
				 ((struct contradiction_move){kind, &r->contradictions.at[i]}));
}

void moves_find(const struct released *before, const struct released *now, struct arena *arena, struct moves *out)
{
	struct names then = names_of(before, arena), since = names_of(now, arena);

	*out = (struct moves){0};
	for (size_t i = 0; i < now->tracks.n; i++)
		compare(out, twin(before, &then, &now->tracks.at[i]), &now->tracks.at[i], arena);
	for (size_t i = 0; i < before->tracks.n; i++)
		if (!twin(now, &since, &before->tracks.at[i]))
			LIST_ADD(arena, &out->tracks,
				 ((struct move){.kind = MOVE_GONE,
						.before = &before->tracks.at[i],
						.dropped = before->tracks.at[i].assertions.n}));
	add_contradictions(out, now, contradictions_of(before, arena), MOVE_NEW, arena);
	add_contradictions(out, before, contradictions_of(now, arena), MOVE_SETTLED, arena);
}

struct gathering {
	struct moves *moves;
	struct strs wanted; /* sorted */
	struct arena *arena;
};

static struct str figure_of(const struct json_told *row, struct arena *a)
{
	int qualifier = word_index(qualifiers, json_rows_text(row, NULL, "qualifier", a));

	return wording_figure(a, qualifier > 0 ? qualifier : 0, json_rows_decimal(row, "low", a),
			      json_rows_decimal(row, "best", a), json_rows_decimal(row, "high", a),
			      json_rows_text(row, NULL, "unit", a));
}

static struct str source_of(const struct json_told *row, struct arena *a)
{
	struct str name = json_rows_text(row, "source", "name", a), org = json_rows_text(row, "source_org", "name", a);

	if (name.n && org.n)
		return str_printf(a, "%.*s (%.*s)", STR_ARG(name), STR_ARG(org));
	return name.n ? name : org;
}

static void take_figure(const struct json_told *row, void *with)
{
	struct gathering *g = with;
	struct str id = json_rows_text(row, NULL, "assertion", row->scratch);

	if (id.n == 0 || !has(g->wanted, id))
		return;
	struct statement s = {.assertion = str_dup(g->arena, id),
			      .source = source_of(row, g->arena),
			      .stated = json_rows_text(row, NULL, "stated", g->arena),
			      .figure = figure_of(row, g->arena),
			      .sentence = json_rows_text(row, NULL, "sentence", g->arena),
			      .publisher = json_rows_text(row, NULL, "publisher", g->arena),
			      .url = json_rows_text(row, NULL, "url", g->arena)};

	LIST_ADD(g->arena, &g->moves->statements, s);
}

static int by_assertion(const void *a, const void *b)
{
	return str_cmp(((const struct statement *)a)->assertion, ((const struct statement *)b)->assertion);
}

/* The earliest of each assertion comes first. */
static int by_assertion_then_words(const void *a, const void *b)
{
	const struct statement *x = a, *y = b;
	int order = by_assertion(a, b);

	if (!order)
		order = str_cmp(x->stated, y->stated);
	if (!order)
		order = str_cmp(x->publisher, y->publisher);
	if (!order)
		order = str_cmp(x->url, y->url);
	return order ? order : str_cmp(x->sentence, y->sentence);
}

void moves_statements(const char *release, struct arena *arena, struct moves *moves)
{
	struct gathering g = {.moves = moves, .arena = arena};
	size_t n = 0;

	for (size_t i = 0; i < moves->tracks.n; i++)
		for (size_t k = 0; k < moves->tracks.at[i].fresh.n; k++)
			strs_add(arena, &g.wanted, moves->tracks.at[i].fresh.at[k]);
	strs_sort(&g.wanted);
	if (g.wanted.n == 0)
		return;
	released_each(release, "figures", take_figure, &g);
	struct statement *at = moves->statements.at;

	if (moves->statements.n)
		qsort(at, moves->statements.n, sizeof *at, by_assertion_then_words);
	for (size_t i = 0; i < moves->statements.n; i++)
		if (i == 0 || by_assertion(&at[i], &at[n - 1]) != 0)
			at[n++] = at[i];
	moves->statements.n = n;
}

const struct statement *moves_statement(const struct moves *moves, struct str assertion)
{
	struct statement key = {.assertion = assertion};

	return moves->statements.n ? bsearch(&key, moves->statements.at, moves->statements.n, sizeof key, by_assertion)
				   : NULL;
}
