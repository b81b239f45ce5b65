#include "files/json_rows.h"

#include "files/lines.h"

struct str json_rows_text(json_t *row, const char *group, const char *name, struct arena *arena)
{
	json_t *v = json_object_get(group ? json_object_get(row, group) : row, name);

	return json_is_string(v) ? str_dup(arena, (struct str){json_string_value(v), json_string_length(v)}) : STR_NULL;
}

struct decimal json_rows_decimal(json_t *row, const char *name, struct arena *arena)
{
	json_t *v = json_object_get(row, name);
	struct decimal d = DECIMAL_NULL;
	struct str text = json_is_integer(v) ? str_printf(arena, "%lld", (long long)json_integer_value(v))
			  : json_is_real(v)  ? str_printf(arena, "%.15g", json_real_value(v))
					     : json_rows_text(row, NULL, name, arena);

	return decimal_parse(text, &d, NULL) ? d : DECIMAL_NULL;
}

struct strs json_rows_list(json_t *row, const char *name, struct arena *arena)
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

bool json_rows_each(const char *path, size_t longest, const char *whose, void (*take)(json_t *row, void *with),
		    void *with, struct err *err)
{
	struct line line;
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
		json_t *row = json_loadb(text.at, text.n, JSON_ALLOW_NUL, NULL);

		if (!row)
			die(EXIT_INPUT, "%s:%llu: not a JSON object; %s is damaged", path,
			    (unsigned long long)line.number, whose);
		take(row, with);
		json_decref(row);
	}
	if (got != LINES_END)
		die(EXIT_INPUT, "%s", err->message);
	lines_close(in);
	return true;
}
