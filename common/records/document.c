#include "records/document.h"

#include <jansson.h>

#include "base/hash.h"
#include "files/json_text.h"
#include "files/outfile.h"
#include "records/document_parts.h"

/* `input` stands after ref. */
const struct document_text document_texts[DOCUMENT_TEXTS] = {
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

enum { BEFORE_INPUT = 2, ID_DIGITS = 32 };

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

static void write_name(struct outfile *out, const char *name)
{
	outfile_write(out, STR(",\""));
	outfile_text(out, name);
	outfile_write(out, STR("\":"));
}

static void write_texts(struct outfile *out, const struct document *doc, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		write_name(out, document_texts[i].name);
		json_text_write(out, *(const struct str *)((const char *)doc + document_texts[i].offset));
	}
}

static char *put_number(char *to, uint64_t n)
{
	char digits[20];
	size_t count = 0;

	do
		digits[count++] = (char)('0' + n % 10);
	while (n /= 10);
	while (count)
		*to++ = digits[--count];
	return to;
}

static void write_number(struct outfile *out, int64_t n)
{
	char text[24], *to = text;

	if (n < 0)
		*to++ = '-';
	to = put_number(to, n < 0 ? 0 - (uint64_t)n : (uint64_t)n);
	outfile_write(out, (struct str){text, (size_t)(to - text)});
}

static void write_block(struct outfile *out, const struct block *block)
{
	outfile_write(out, STR("{\"start\":"));
	write_number(out, block->start);
	outfile_write(out, STR(",\"end\":"));
	write_number(out, block->end);
	outfile_write(out, STR(",\"kind\":\""));
	outfile_text(out, block_kinds[block->kind]);
	outfile_write(out, STR("\"}"));
}

static void write_blocks(struct outfile *out, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++) {
		outfile_write(out, i ? STR(",") : STR("["));
		write_block(out, &blocks->at[i]);
	}
	outfile_write(out, blocks->n ? STR("]}\n") : STR("[]}\n"));
}

/* Texts were checked when they were read. All members but the first, which the caller wrote. */
static void write_members(struct outfile *out, const struct document *doc)
{
	write_texts(out, doc, 1, BEFORE_INPUT);
	outfile_write(out, STR(",\"input\":{\"path\":"));
	json_text_write(out, doc->input_path);
	outfile_write(out, STR(",\"offset\":"));
	write_number(out, doc->input_offset);
	outfile_write(out, STR("}"));
	write_texts(out, doc, BEFORE_INPUT, DOCUMENT_TEXTS);
	write_name(out, "published_basis");
	json_text_write(out, str_of(published_bases[doc->published_basis]));
	write_name(out, "text");
	json_text_write(out, doc->text);
	write_name(out, "blocks");
	write_blocks(out, &doc->blocks);
}

void document_write(struct outfile *out, const struct document *doc)
{
	outfile_write(out, STR("{\"id\":"));
	json_text_write(out, doc->id);
	write_members(out, doc);
}

void document_write_record(struct outfile *out, const struct document *doc)
{
	outfile_write(out, STR("{\"record\":\"document\",\"id\":"));
	json_text_write(out, doc->id);
	write_members(out, doc);
}

/* A member's text, in the arena; missing and null are empty. */
static bool get_text(json_t *object, const char *name, struct arena *arena, struct str *out, struct err *err)
{
	json_t *value = json_object_get(object, name);

	*out = STR_NULL;
	if (!value || json_is_null(value))
		return true;
	if (!json_is_string(value))
		return err_set(err, name, "%s: want a text or null", name);
	*out = str_dup(arena, (struct str){json_string_value(value), json_string_length(value)});
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

	*out = json_is_string(value) ? word_index(words, str_of(json_string_value(value))) : 0;
	return *out || !value || json_is_null(value) || err_set(err, name, "%s: an unknown word", name);
}

bool document_is_boundary(struct str text, int64_t i)
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
	if (start < after || end < start || !document_is_boundary(text, start) || !document_is_boundary(text, end))
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

bool document_id_is_right(struct str id)
{
	if (id.n != ID_DIGITS + 1 || id.at[0] != 'd')
		return false;
	for (size_t i = 1; i < id.n; i++)
		if (!ascii_is_digit((unsigned char)id.at[i]) && (id.at[i] < 'a' || id.at[i] > 'f'))
			return false;
	return true;
}

static bool get_document(json_t *object, struct arena *arena, struct document *out, struct err *err)
{
	json_t *input = json_object_get(object, "input");

	*out = (struct document){0};
	for (size_t i = 0; i < DOCUMENT_TEXTS; i++)
		if (!get_text(object, document_texts[i].name, arena,
			      (struct str *)((char *)out + document_texts[i].offset), err))
			return false;
	if (!document_id_is_right(out->id))
		return err_set(err, "id", "id: want d and 32 hex digits: is this a file of documents?");
	if (!get_text(input, "path", arena, &out->input_path, err) ||
	    (input && !get_int(input, "offset", INT64_MAX, &out->input_offset, err)) ||
	    !get_word(object, "published_basis", published_bases, &out->published_basis, err) ||
	    !get_text(object, "text", arena, &out->text, err))
		return false;
	if (!out->text.n || out->text.n > UINT32_MAX)
		return err_set(err, "text", "text: is missing, empty or larger than 4 GB");
	return get_blocks(object, arena, out, err);
}

bool document_parse(struct str line, struct arena *arena, struct document *out, struct err *err)
{
	json_error_t wrong;

	if (document_pull(line, arena, out))
		return true;
	json_t *object = json_loadb(line.n ? line.at : "", line.n, 0, &wrong);

	if (!object)
		return err_set(err, "json", "not JSON: %s (column %d)", wrong.text, wrong.column);
	bool right = json_is_object(object) ? get_document(object, arena, out, err)
					    : err_set(err, "json", "want one JSON object a line");

	json_decref(object);
	return right;
}
