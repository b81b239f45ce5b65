#include "earlier.h"

#include <stdlib.h>

#include "base/hash.h"
#include "files/json_rows.h"

enum { LINE_BYTES = 64 * 1024 * 1024 };

static struct place_ref place_of(const struct json_told *row, struct arena *arena)
{
	return (struct place_ref){.id = json_rows_text(row, "place", "id", arena),
				  .name = json_rows_text(row, "place", "name", arena),
				  .country = json_rows_text(row, "place", "country", arena),
				  .precision = COLUMN_NO_INT};
}

struct lists {
	struct arena *arena;
	struct {
		struct earlier_track *at;
		size_t n, room;
	} tracks;
	struct {
		struct earlier_contradiction *at;
		size_t n, room;
	} contradictions;
};

static void take_track(const struct json_told *row, void *with)
{
	struct lists *lists = with;
	struct arena *a = lists->arena;
	struct earlier_track t = {
		.id = json_rows_text(row, NULL, "id", a),
		.measure = json_rows_text(row, NULL, "measure", a),
		.subject = json_rows_text(row, NULL, "subject", a),
		.place = place_of(row, a),
		.low = json_rows_decimal(row, "low", a),
		.best = json_rows_decimal(row, "best", a),
		.high = json_rows_decimal(row, "high", a),
		.open_low = json_rows_is(row, "open_low"),
		.open_high = json_rows_is(row, "open_high"),
		.status = word_index(estimate_statuses, json_rows_text(row, NULL, "status", a)),
		.assertions = json_rows_list(row, "assertions", a),
	};

	LIST_ADD(a, &lists->tracks, t);
}

static void take_contradiction(const struct json_told *row, void *with)
{
	struct lists *lists = with;
	struct earlier_contradiction x = {.id = json_rows_text(row, NULL, "id", lists->arena),
					  .subject = json_rows_text(row, NULL, "subject", lists->arena),
					  .place = place_of(row, lists->arena)};

	LIST_ADD(lists->arena, &lists->contradictions, x);
}

static void each_object(const char *path, void (*take)(const struct json_told *, void *), struct lists *lists)
{
	struct err err;

	if (!json_rows_each(path, LINE_BYTES, "the release before", take, lists, &err))
		die(EXIT_INPUT, "%s; the release before is not whole", err.message);
}

static struct str id_at(const struct earlier *e, uint32_t n)
{
	return n < e->n_tracks ? e->tracks[n].id : e->contradictions[n - e->n_tracks].id;
}

static size_t slot_of(const struct earlier *e, struct str id)
{
	size_t i = hash64(id) & (e->slots_n - 1);

	while (e->slots[i] && !str_eq(id_at(e, e->slots[i] - 1), id))
		i = (i + 1) & (e->slots_n - 1);
	return i;
}

struct earlier *earlier_read(const char *release, struct arena *arena)
{
	struct earlier *e = ARENA_NEW(arena, struct earlier);
	struct lists lists = {.arena = arena};

	each_object(str_printf(arena, "%s/tracks.json", release).at, take_track, &lists);
	each_object(str_printf(arena, "%s/contradictions.json", release).at, take_contradiction, &lists);
	e->tracks = lists.tracks.at;
	e->n_tracks = lists.tracks.n;
	e->contradictions = lists.contradictions.at;
	e->n_contradictions = lists.contradictions.n;
	for (e->slots_n = 16; e->slots_n < 2 * (e->n_tracks + e->n_contradictions);)
		e->slots_n *= 2;
	e->slots = ARENA_ARRAY(arena, uint32_t, e->slots_n);
	for (uint32_t i = 0; i < e->n_tracks + e->n_contradictions; i++)
		e->slots[slot_of(e, id_at(e, i))] = i + 1;
	return e;
}

struct earlier_track *earlier_track(struct earlier *e, struct str id)
{
	uint32_t n = e->slots[slot_of(e, id)];

	return n && n <= e->n_tracks ? &e->tracks[n - 1] : NULL;
}

struct earlier_contradiction *earlier_contradiction(struct earlier *e, struct str id)
{
	uint32_t n = e->slots[slot_of(e, id)];

	return n > e->n_tracks ? &e->contradictions[n - 1 - e->n_tracks] : NULL;
}
