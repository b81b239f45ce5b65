#include "earlier.h"

#include <jansson.h>
#include <stdlib.h>

#include "base/hash.h"
#include "files/lines.h"

enum { LINE_BYTES = 64 * 1024 * 1024 };

static struct str text_of(json_t *object, const char *key, struct arena *arena)
{
	json_t *v = json_object_get(object, key);

	return json_is_string(v) ? str_dup(arena, (struct str){json_string_value(v), json_string_length(v)}) : STR_NULL;
}

static struct decimal decimal_of_json(json_t *object, const char *key, struct arena *arena)
{
	json_t *v = json_object_get(object, key);
	struct decimal d = DECIMAL_NULL;
	struct str text = json_is_integer(v) ? str_printf(arena, "%lld", (long long)json_integer_value(v))
			  : json_is_real(v)  ? str_printf(arena, "%.15g", json_real_value(v))
					     : text_of(object, key, arena);

	return decimal_parse(text, &d, NULL) ? d : DECIMAL_NULL;
}

static struct place_ref place_of(json_t *object, struct arena *arena)
{
	json_t *place = json_object_get(object, "place");

	return (struct place_ref){.id = text_of(place, "id", arena),
				  .name = text_of(place, "name", arena),
				  .country = text_of(place, "country", arena),
				  .precision = COLUMN_NO_INT};
}

static struct strs strs_of(json_t *object, const char *key, struct arena *arena)
{
	struct strs list = {0};
	json_t *item;
	size_t i;

	json_array_foreach(json_object_get(object, key), i, item)
	{
		strs_add(arena, &list, str_dup(arena, str_of(json_string_value(item))));
	}
	strs_sort(&list);
	return list;
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

static void take_track(json_t *j, struct lists *lists)
{
	struct arena *a = lists->arena;
	struct earlier_track t = {
		.id = text_of(j, "id", a),
		.measure = text_of(j, "measure", a),
		.subject = text_of(j, "subject", a),
		.place = place_of(j, a),
		.low = decimal_of_json(j, "low", a),
		.best = decimal_of_json(j, "best", a),
		.high = decimal_of_json(j, "high", a),
		.open_low = json_is_true(json_object_get(j, "open_low")),
		.open_high = json_is_true(json_object_get(j, "open_high")),
		.status = word_index(estimate_statuses, text_of(j, "status", a)),
		.assertions = strs_of(j, "assertions", a),
	};

	LIST_ADD(a, &lists->tracks, t);
}

static void take_contradiction(json_t *j, struct lists *lists)
{
	struct earlier_contradiction x = {.id = text_of(j, "id", lists->arena),
					  .subject = text_of(j, "subject", lists->arena),
					  .place = place_of(j, lists->arena)};

	LIST_ADD(lists->arena, &lists->contradictions, x);
}

/* A table's JSON: "[", then an object a line with a comma behind all but the last, "]". */
static void each_object(const char *path, void (*take)(json_t *, struct lists *), struct lists *lists)
{
	struct err err;
	struct line line;
	enum lines_result got;
	struct lines *in = lines_open(path, LINE_BYTES, &err);

	if (!in)
		die(EXIT_INPUT, "%s; the release before is not whole", err.message);
	while ((got = lines_next(in, &line, &err)) == LINES_LINE) {
		struct str text = line.text;

		if (text.n && text.at[text.n - 1] == ',')
			text.n--;
		if (text.n < 2)
			continue;
		json_t *j = json_loadb(text.at, text.n, JSON_ALLOW_NUL, NULL);

		if (!j)
			die(EXIT_INPUT, "%s:%llu: not a JSON object; the release before is damaged", path,
			    (unsigned long long)line.number);
		take(j, lists);
		json_decref(j);
	}
	if (got != LINES_END)
		die(EXIT_INPUT, "%s", err.message);
	lines_close(in);
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
