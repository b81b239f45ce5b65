#include "files/json_rows.h"

#include "files/lines.h"

struct str json_rows_text(const struct json_told *row, const char *group, const char *name, struct arena *arena)
{
	json_t *v = json_object_get(group ? json_object_get(row->object, group) : row->object, name);

	return json_is_string(v) ? json_runs_text(&row->runs, v, arena) : STR_NULL;
}

struct decimal json_rows_decimal(const struct json_told *row, const char *name, struct arena *arena)
{
	json_t *v = json_object_get(row->object, name);
	struct decimal d = DECIMAL_NULL;
	struct str text = json_is_integer(v) ? str_printf(arena, "%lld", (long long)json_integer_value(v))
			  : json_is_real(v)  ? str_printf(arena, "%.15g", json_real_value(v))
					     : json_rows_text(row, NULL, name, arena);

	return decimal_parse(text, &d, NULL) ? d : DECIMAL_NULL;
}

struct strs json_rows_list(const struct json_told *row, const char *name, struct arena *arena)
{
	struct strs list = {0};
	json_t *item;
	size_t i;

	json_array_foreach(json_object_get(row->object, name), i, item)
	{
		strs_add(arena, &list, json_is_string(item) ? json_runs_text(&row->runs, item, arena) : STR_NULL);
	}
	strs_sort(&list);
	return list;
}

bool json_rows_is(const struct json_told *row, const char *name)
{
	return json_is_true(json_object_get(row->object, name));
}

bool json_rows_each(const char *path, size_t longest, const char *whose,
		    void (*take)(const struct json_told *row, void *with), void *with, struct err *err)
{
	struct line line;
	struct arena scratch = {0};
	struct json_told row = {.scratch = &scratch};
	enum lines_result got;
	struct lines *in = lines_open(path, longest, err);

	if (!in)
		return false;
	while ((got = lines_next(in, &line, err)) == LINES_LINE) {
		struct str text = line.text;

		if (text.n && text.at[text.n - 1] == ',')
			text.n--;
		if (text.n < 2)
			continue;
		row.object = json_runs_load(&row.runs, text, JSON_ALLOW_NUL, &scratch, NULL);
		if (!row.object)
			die(EXIT_INPUT, "%s:%llu: not a JSON object; %s is damaged", path,
			    (unsigned long long)line.number, whose);
		take(&row, with);
		json_decref(row.object);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	if (got != LINES_END)
		die(EXIT_INPUT, "%s", err->message);
	lines_close(in);
	return true;
}
