#include "released.h"

#include "files/folder.h"
#include "files/lines.h"

enum { LINE_BYTES = 256 * 1024 * 1024 };

struct str released_text(json_t *row, const char *group, const char *name, struct arena *arena)
{
	json_t *v = json_object_get(group ? json_object_get(row, group) : row, name);

	return json_is_string(v) ? str_dup(arena, (struct str){json_string_value(v), json_string_length(v)}) : STR_NULL;
}

/* Numbers of up to 15 digits are numbers, longer ones strings. */
struct decimal released_decimal(json_t *row, const char *name, struct arena *arena)
{
	json_t *v = json_object_get(row, name);
	struct decimal d = DECIMAL_NULL;
	struct str text = json_is_integer(v) ? str_printf(arena, "%lld", (long long)json_integer_value(v))
			  : json_is_real(v)  ? str_printf(arena, "%.15g", json_real_value(v))
					     : released_text(row, NULL, name, arena);

	return decimal_parse(text, &d, NULL) ? d : DECIMAL_NULL;
}

static struct strs list_of(json_t *row, const char *name, struct arena *arena)
{
	struct strs list = {0};
	json_t *item;
	size_t i;

	json_array_foreach(json_object_get(row, name), i, item)
	{
		strs_add(arena, &list, str_dup(arena, str_of(json_string_value(item))));
	}
	strs_sort(&list);
	return list;
}

/* "[", then an object a line with a comma behind all but the last, "]". */
void released_each(const char *release, const char *name, void (*take)(json_t *row, void *with), void *with)
{
	struct arena scratch = {0};
	const char *path = str_printf(&scratch, "%s/%s.json", release, name).at;
	struct lines *in;
	struct line line;
	struct err err;
	enum lines_result got;

	if (!path_exists(path))
		die(EXIT_INPUT, "%s has no %s.json; give the folder of a release", release, name);
	if (!(in = lines_open(path, LINE_BYTES, &err)))
		die(EXIT_INPUT, "%s", err.message);
	while ((got = lines_next(in, &line, &err)) == LINES_LINE) {
		struct str text = line.text;

		if (text.n && text.at[text.n - 1] == ',')
			text.n--;
		if (text.n < 2)
			continue;
		json_t *row = json_loadb(text.at, text.n, JSON_ALLOW_NUL, NULL);

		if (!row)
			die(EXIT_INPUT, "%s:%llu: not a JSON object; the release is damaged", path,
			    (unsigned long long)line.number);
		take(row, with);
		json_decref(row);
	}
	if (got != LINES_END)
		die(EXIT_INPUT, "%s", err.message);
	lines_close(in);
	arena_free(&scratch);
}

struct reading_into {
	struct released *out;
	struct arena *arena;
};

static void take_track(json_t *row, void *with)
{
	struct reading_into *r = with;
	struct arena *a = r->arena;
	struct released_track t = {
		.id = released_text(row, NULL, "id", a),
		.place = released_text(row, "place", "name", a),
		.measure = released_text(row, NULL, "measure", a),
		.subject = released_text(row, NULL, "subject", a),
		.unit = released_text(row, NULL, "unit", a),
		.scope = released_text(row, NULL, "scope", a),
		.as_of = released_text(row, NULL, "as_of", a),
		.why = released_text(row, NULL, "why", a),
		.low = released_decimal(row, "low", a),
		.best = released_decimal(row, "best", a),
		.high = released_decimal(row, "high", a),
		.open_low = json_is_true(json_object_get(row, "open_low")),
		.open_high = json_is_true(json_object_get(row, "open_high")),
		.status = released_text(row, NULL, "status", a),
		.assertions = list_of(row, "assertions", a),
		.aliases = list_of(row, "aliases", a),
	};

	LIST_ADD(a, &r->out->tracks, t);
}

static void take_contradiction(json_t *row, void *with)
{
	struct reading_into *r = with;
	struct released_contradiction c = {.id = released_text(row, NULL, "id", r->arena),
					   .subject = released_text(row, NULL, "subject", r->arena),
					   .why = released_text(row, NULL, "why", r->arena)};

	LIST_ADD(r->arena, &r->out->contradictions, c);
}

void released_read(const char *release, struct arena *arena, struct released *out)
{
	struct reading_into r = {out, arena};

	*out = (struct released){0};
	released_each(release, "tracks", take_track, &r);
	released_each(release, "contradictions", take_contradiction, &r);
}
