#include "jsonl.h"

#include <stddef.h>

#include "files/json_runs.h"
#include "files/lines.h"
#include "space.h"

static const struct key {
	const char *name;
	size_t offset;
	bool number; /* a whole number will do */
} keys[] = {
	{"id", offsetof(struct given, ref), true},
	{"text", offsetof(struct given, text), false},
	{"title", offsetof(struct given, title), false},
	{"published", offsetof(struct given, published), true},
	{"url", offsetof(struct given, url), false},
	{"publisher", offsetof(struct given, publisher), false},
	{"agency", offsetof(struct given, agency), false},
	{"byline", offsetof(struct given, byline), false},
	{"language", offsetof(struct given, language), false},
};

static const struct str byte_order_mark = {"\xEF\xBB\xBF", 3};

bool jsonl_is(struct str head)
{
	head = str_trim(head);
	if (str_starts(head, STR("{")))
		return true;
	if (str_starts(head, STR("["))) { /* a list of objects or texts; "[Updated] ..." is an article */
		struct str item = str_trim(str_slice(head, 1, head.n));

		if (item.n && (item.at[0] == '{' || item.at[0] == '[' || item.at[0] == '"'))
			return true;
	}
	while (head.at) /* records after a damaged line */
		if (str_starts(str_trim(str_cut(&head, '\n')), STR("{\"")))
			return true;
	return false;
}

/* A member as text in the arena; white space at its ends means nothing but in `text`. */
static bool take(const struct key *key, json_t *value, const struct json_runs *runs, struct arena *arena,
		 struct given *out, struct err *err)
{
	struct str *to = (struct str *)((char *)out + key->offset);

	if (!value || json_is_null(value))
		return true;
	if (key->number && json_is_integer(value)) {
		*to = str_printf(arena, "%lld", (long long)json_integer_value(value));
		return true;
	}
	if (!json_is_string(value))
		return err_set(err, key->name, "%s: want a text%s or null", key->name,
			       key->number ? ", a whole number" : "");

	*to = json_runs_text(runs, value, arena);
	if (to != &out->text)
		*to = str_dup(arena, str_trim(*to));
	return true;
}

static bool take_all(json_t *object, const struct json_runs *runs, struct arena *arena, struct given *out,
		     struct err *err)
{
	if (!json_is_object(object))
		return err_set(err, "json", "want one JSON object a line (of a list, jq -c '.[]' makes that)");
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!take(&keys[i], json_object_get(object, keys[i].name), runs, arena, out, err))
			return false;
	if (str_is_empty(space_trim(out->text)))
		return err_set(err, "text", "text: %s", out->text.at ? "is empty" : "is missing");
	return true;
}

/* Numbers beyond 64 bits fail only where they must: a member that is ignored may hold one. */
static json_t *load(struct json_runs *runs, struct str line, struct arena *arena, json_error_t *wrong)
{
	json_t *value = json_runs_load(runs, line, JSON_REJECT_DUPLICATES, arena, wrong);

	if (!value && json_error_code(wrong) == json_error_numeric_overflow)
		value = json_runs_load(runs, line, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, arena, wrong);
	return value;
}

static bool parse(struct str line, struct arena *arena, struct given *out, struct err *err)
{
	json_error_t wrong;
	struct json_runs runs;
	json_t *object = load(&runs, line, arena, &wrong);

	if (!object)
		return err_set(err, "json", "not JSON: %s (column %d)", wrong.text, wrong.column);
	bool right = take_all(object, &runs, arena, out, err);

	json_decref(object);
	return right;
}

enum given_result jsonl_next(struct source *from, struct given *out, struct err *err)
{
	struct line line;

	for (;;) {
		enum lines_result got = lines_next(from->lines, &line, err);

		if (got == LINES_END)
			return GIVEN_END;
		if (from->records++ == 0 && str_starts(line.text, byte_order_mark))
			line.text = str_slice(line.text, byte_order_mark.n, line.text.n);
		*out = (struct given){
			.path = from->path, .position = line.number, .offset = (int64_t)line.offset_bytes};
		if (got == LINES_BROKEN)
			return GIVEN_BROKEN;
		if (got == LINES_TOO_LONG)
			return GIVEN_BAD;
		if (!str_is_empty(str_trim(line.text)))
			return parse(line.text, from->arena, out, err) ? GIVEN_ARTICLE : GIVEN_BAD;
	}
}
