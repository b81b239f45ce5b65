#include "records/document.h"

#include "base/hash.h"
#include "files/json_runs.h"
#include "files/outfile.h"

/* The members that are texts, in the order of the JSON object; `input` stands after ref. */
static const struct {
	const char *name;
	size_t offset;
} texts[] = {
	{"id", offsetof(struct document, id)},
	{"ref", offsetof(struct document, ref)},
	{"url", offsetof(struct document, url)},
	{"publisher", offsetof(struct document, publisher)},
	{"agency", offsetof(struct document, agency)},
	{"byline", offsetof(struct document, byline)},
	{"title", offsetof(struct document, title)},
	{"language", offsetof(struct document, language)},
	{"dateline_place", offsetof(struct document, dateline_place)},
	{"published", offsetof(struct document, published)},
	{"modified", offsetof(struct document, modified)},
	{"parent", offsetof(struct document, parent)},
};

enum { TEXTS_N = sizeof texts / sizeof *texts, BEFORE_INPUT = 2, ID_DIGITS = 32 };

struct str document_id(struct arena *arena, const struct document *doc, struct str given)
{
	const struct str parts[] = {doc->ref.n ? doc->ref : doc->url, doc->publisher, given, doc->text};

	return hash_id(arena, 'd', parts, sizeof parts / sizeof *parts);
}

bool document_is_read(const struct document *doc)
{
	struct str l = doc->language;

	return !l.n || (str_eq_fold(str_slice(l, 0, 2), STR("en")) && (l.n == 2 || l.at[2] == '-')) ||
	       str_eq_fold(l, STR("eng"));
}

/* Texts were checked when they were read, so that Jansson needn't look again. */
static json_t *text_value(struct str s)
{
	return s.n ? json_stringn_nocheck(s.at, s.n) : json_null();
}

static void put_texts(json_t *object, const struct document *doc, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		json_object_set_new_nocheck(object, texts[i].name,
					    text_value(*(const struct str *)((const char *)doc + texts[i].offset)));
}

static json_t *input_value(const struct document *doc)
{
	json_t *input = json_object();

	json_object_set_new_nocheck(input, "path", text_value(doc->input_path));
	json_object_set_new_nocheck(input, "offset", json_integer(doc->input_offset));
	return input;
}

static json_t *block_value(const struct block *block)
{
	json_t *value = json_object();

	json_object_set_new_nocheck(value, "start", json_integer(block->start));
	json_object_set_new_nocheck(value, "end", json_integer(block->end));
	json_object_set_new_nocheck(value, "kind", json_string_nocheck(block_kinds[block->kind]));
	return value;
}

static json_t *blocks_value(const struct blocks *blocks)
{
	json_t *array = json_array();

	for (size_t i = 0; i < blocks->n; i++)
		json_array_append_new(array, block_value(&blocks->at[i]));
	return array;
}

/* Does a text beside the article's hold a NUL? */
static bool holds_nul(const struct document *doc)
{
	bool any = doc->input_path.n && memchr(doc->input_path.at, '\0', doc->input_path.n);

	for (size_t i = 0; i < TEXTS_N; i++) {
		const struct str *text = (const struct str *)((const char *)doc + texts[i].offset);

		any |= text->n && memchr(text->at, '\0', text->n);
	}
	return any;
}

static void write_object(struct outfile *out, const struct document *doc, json_t *object)
{
	struct arena arena = {0};
	struct json_runs runs = {0};
	bool whole = !doc->text.n || holds_nul(doc);

	put_texts(object, doc, 0, BEFORE_INPUT);
	json_object_set_new_nocheck(object, "input", input_value(doc));
	put_texts(object, doc, BEFORE_INPUT, TEXTS_N);
	json_object_set_new_nocheck(object, "published_basis",
				    text_value(str_of(published_bases[doc->published_basis])));
	json_object_set_new_nocheck(object, "text",
				    whole ? text_value(doc->text) : json_runs_string(&runs, doc->text, &arena));
	json_object_set_new_nocheck(object, "blocks", blocks_value(&doc->blocks));
	if (!json_runs_dump(object, &runs, out))
		die(EXIT_INTERNAL, "out of memory writing a document");
	outfile_write(out, STR("\n"));
	json_decref(object);
	arena_free(&arena);
}

void document_write(struct outfile *out, const struct document *doc)
{
	write_object(out, doc, json_object());
}

void document_write_record(struct outfile *out, const struct document *doc)
{
	json_t *object = json_object();

	json_object_set_new_nocheck(object, "record", json_string_nocheck("document"));
	write_object(out, doc, object);
}

/* A member's text, in the arena; missing and null are empty. */
static bool get_text(json_t *object, const char *name, const struct json_runs *runs, struct arena *arena,
		     struct str *out, struct err *err)
{
	json_t *value = json_object_get(object, name);

	*out = STR_NULL;
	if (!value || json_is_null(value))
		return true;
	if (!json_is_string(value))
		return err_set(err, name, "%s: want a text or null", name);
	*out = json_runs_text(runs, value, arena);
	return true;
}

static bool get_int(json_t *object, const char *name, int64_t max, int64_t *out, struct err *err)
{
	json_t *value = json_object_get(object, name);

	*out = json_integer_value(value);
	return (json_is_integer(value) && *out >= 0 && *out <= max) ||
	       err_set(err, name, "%s: want a whole number from 0 to %lld", name, (long long)max);
}

/* An absent word is the 0 of its list. */
static bool get_word(json_t *object, const char *name, const char *const *words, int *out, struct err *err)
{
	json_t *value = json_object_get(object, name);

	*out = 0;
	if (json_is_string(value))
		*out = word_index(words, (struct str){json_string_value(value), json_string_length(value)});
	return *out || !value || json_is_null(value) || err_set(err, name, "%s: an unknown word", name);
}

static bool is_boundary(struct str text, int64_t i)
{
	return i == (int64_t)text.n || ((unsigned char)text.at[i] & 0xC0) != 0x80;
}

static bool get_block(json_t *value, struct str text, int64_t after, struct block *out, struct err *err)
{
	int64_t start, end;

	if (!get_int(value, "start", (int64_t)text.n, &start, err) ||
	    !get_int(value, "end", (int64_t)text.n, &end, err) ||
	    !get_word(value, "kind", block_kinds, &out->kind, err))
		return false;
	if (!out->kind)
		return err_set(err, "blocks", "blocks: a block without a kind");
	if (start < after || end < start || !is_boundary(text, start) || !is_boundary(text, end))
		return err_set(err, "blocks", "blocks: %lld to %lld is out of order or cuts a letter", (long long)start,
			       (long long)end);
	out->start = (uint32_t)start;
	out->end = (uint32_t)end;
	return true;
}

static bool get_blocks(json_t *object, struct arena *arena, struct document *out, struct err *err)
{
	json_t *array = json_object_get(object, "blocks");
	size_t n = json_array_size(array);
	int64_t after = 0;

	if (!json_is_array(array))
		return err_set(err, "blocks", "blocks: want a list");
	out->blocks = (struct blocks){ARENA_ARRAY(arena, struct block, n), n, n};
	for (size_t i = 0; i < n; i++) {
		if (!get_block(json_array_get(array, i), out->text, after, &out->blocks.at[i], err))
			return false;
		after = out->blocks.at[i].end;
	}
	return true;
}

static bool id_is_right(struct str id)
{
	if (id.n != ID_DIGITS + 1 || id.at[0] != 'd')
		return false;
	for (size_t i = 1; i < id.n; i++)
		if (!ascii_is_digit((unsigned char)id.at[i]) && (id.at[i] < 'a' || id.at[i] > 'f'))
			return false;
	return true;
}

static bool get_document(json_t *object, const struct json_runs *runs, struct arena *arena, struct document *out,
			 struct err *err)
{
	json_t *input = json_object_get(object, "input");

	*out = (struct document){0};
	for (size_t i = 0; i < TEXTS_N; i++)
		if (!get_text(object, texts[i].name, runs, arena, (struct str *)((char *)out + texts[i].offset), err))
			return false;
	if (!id_is_right(out->id))
		return err_set(err, "id", "id: want d and 32 hex digits: is this a file of documents?");
	if (!get_text(input, "path", runs, arena, &out->input_path, err) ||
	    (input && !get_int(input, "offset", INT64_MAX, &out->input_offset, err)) ||
	    !get_word(object, "published_basis", published_bases, &out->published_basis, err) ||
	    !get_text(object, "text", runs, arena, &out->text, err))
		return false;
	if (!out->text.n || out->text.n > UINT32_MAX)
		return err_set(err, "text", "text: is missing, empty or larger than 4 GB");
	return get_blocks(object, arena, out, err);
}

bool document_parse(struct str line, struct arena *arena, struct document *out, struct err *err)
{
	json_error_t wrong;
	struct json_runs runs;
	json_t *object = json_runs_load(&runs, line, 0, arena, &wrong);

	if (!object)
		return err_set(err, "json", "not JSON: %s (column %d)", wrong.text, wrong.column);
	bool right = json_is_object(object) ? get_document(object, &runs, arena, out, err)
					    : err_set(err, "json", "want one JSON object a line");

	json_decref(object);
	return right;
}
