#include "released.h"

#include "files/folder.h"
#include "files/json_rows.h"

enum { LINE_BYTES = 256 * 1024 * 1024 };

void released_each(const char *release, const char *name, void (*take)(const struct json_told *row, void *with),
		   void *with)
{
	struct arena scratch = {0};
	const char *path = str_printf(&scratch, "%s/%s.json", release, name).at;
	struct err err;

	if (!path_exists(path))
		die(EXIT_INPUT, "%s has no %s.json; give the folder of a release", release, name);
	if (!json_rows_each(path, LINE_BYTES, "the release", take, with, &err))
		die(EXIT_INPUT, "%s", err.message);
	arena_free(&scratch);
}

struct reading_into {
	struct released *out;
	struct arena *arena;
};

static void take_track(const struct json_told *row, void *with)
{
	struct reading_into *r = with;
	struct arena *a = r->arena;
	struct released_track t = {
		.id = json_rows_text(row, NULL, "id", a),
		.place = json_rows_text(row, "place", "name", a),
		.measure = json_rows_text(row, NULL, "measure", a),
		.subject = json_rows_text(row, NULL, "subject", a),
		.unit = json_rows_text(row, NULL, "unit", a),
		.scope = json_rows_text(row, NULL, "scope", a),
		.as_of = json_rows_text(row, NULL, "as_of", a),
		.why = json_rows_text(row, NULL, "why", a),
		.low = json_rows_decimal(row, "low", a),
		.best = json_rows_decimal(row, "best", a),
		.high = json_rows_decimal(row, "high", a),
		.open_low = json_rows_is(row, "open_low"),
		.open_high = json_rows_is(row, "open_high"),
		.status = json_rows_text(row, NULL, "status", a),
		.assertions = json_rows_list(row, "assertions", a),
		.aliases = json_rows_list(row, "aliases", a),
	};

	LIST_ADD(a, &r->out->tracks, t);
}

static void take_contradiction(const struct json_told *row, void *with)
{
	struct reading_into *r = with;
	struct released_contradiction c = {.id = json_rows_text(row, NULL, "id", r->arena),
					   .subject = json_rows_text(row, NULL, "subject", r->arena),
					   .why = json_rows_text(row, NULL, "why", r->arena)};

	LIST_ADD(r->arena, &r->out->contradictions, c);
}

void released_read(const char *release, struct arena *arena, struct released *out)
{
	struct reading_into r = {out, arena};

	*out = (struct released){0};
	released_each(release, "tracks", take_track, &r);
	released_each(release, "contradictions", take_contradiction, &r);
}
