#include "folder_of_test.h"

#include <jansson.h>

#include "files/outfile.h"
#include "records/document.h"

TestSuite(document, .init = folder_begin, .fini = folder_end);

static struct document sample(void)
{
	static struct block blocks[] = {{0, 5, BLOCK_TITLE}, {6, 20, BLOCK_BODY}};

	return (struct document){
		.id = STR("d00112233445566778899aabbccddeeff"),
		.ref = STR("a \"17\"\\"),
		.input_path = STR("in/day.jsonl"),
		.input_offset = 4711,
		.url = STR("https://example.org/a?b=1&c=\u00fc"),
		.agency = STR("AFP"),
		.title = STR("Storm"),
		.published = STR("2016-12-16T10:00Z"),
		.published_basis = BASIS_METADATA,
		.text = STR("Storm\n\tkills \u201cnine\u201d\x01"),
		.blocks = {blocks, 2, 2},
	};
}

static struct str written(const struct document *doc)
{
	const char *path = in_folder("part.jsonl");
	struct outfile *out = outfile_open(path);

	document_write(out, doc);
	outfile_close(out);
	struct str line = content(path);

	cr_assert(line.n && line.at[line.n - 1] == '\n');
	return str_slice(line, 0, line.n - 1);
}

Test(document, comes_back_as_it_was_written)
{
	struct document doc = sample(), back;
	struct err err;

	cr_assert(document_parse(written(&doc), &arena, &back, &err), "%s", err.message);
	cr_expect(str_eq(written(&doc), written(&back)));
	cr_expect(str_eq(back.text, doc.text) && str_eq(back.ref, doc.ref) && str_eq(back.url, doc.url));
	cr_expect_eq(back.input_offset, 4711);
	cr_expect_eq(back.blocks.n, 2);
	cr_expect_eq(back.blocks.at[1].kind, BLOCK_BODY);
	cr_expect_eq(back.published_basis, BASIS_METADATA);
}

Test(document, is_one_line_of_json_with_every_key)
{
	struct document doc = sample();
	struct str line = written(&doc);
	json_t *schema = json_load_file("schemas/document.json", 0, NULL),
	       *object = json_loadb(line.at, line.n, 0, NULL);
	json_t *required = json_object_get(schema, "required"), *properties = json_object_get(schema, "properties");
	json_t *name, *unused;
	const char *key;
	size_t i;

	cr_assert(object && required, "run the tests from the folder of the project");
	cr_expect_null(memchr(line.at, '\n', line.n));
	json_array_foreach(required, i, name)
		cr_expect(json_object_get(object, json_string_value(name)), "no %s", json_string_value(name));
	json_object_foreach(object, key, unused)
		cr_expect(json_object_get(properties, key), "%s is not in the schema", key);
	cr_expect(json_is_null(json_object_get(object, "publisher")));
	json_decref(object);
	json_decref(schema);
}

Test(document, has_an_id_of_what_was_given_alone)
{
	struct document doc = sample(), other = sample();
	struct str id = document_id(&arena, &doc, STR("16 Dec 2016"));

	cr_expect_eq(id.n, 33);
	other.input_path = STR("elsewhere");
	other.title = other.agency = other.published = STR_NULL;
	cr_expect(str_eq(document_id(&arena, &other, STR("16 Dec 2016")), id));
	other.url = STR_NULL; /* ref is there */
	cr_expect(str_eq(document_id(&arena, &other, STR("16 Dec 2016")), id));
	cr_expect_not(str_eq(document_id(&arena, &other, STR("")), id));
	other.publisher = STR("Daily");
	cr_expect_not(str_eq(document_id(&arena, &other, STR("16 Dec 2016")), id));
	doc.ref = STR_NULL;
	cr_expect_not(str_eq(document_id(&arena, &doc, STR("16 Dec 2016")), id));
}

#define ID	       "\"id\":\"d00112233445566778899aabbccddeeff\""
#define BLOCK(s, e, k) "{\"start\":" #s ",\"end\":" #e ",\"kind\":\"" k "\"}"

Test(document, says_what_is_wrong_with_a_line)
{
	static const struct {
		const char *line, *field;
	} bad[] = {
		{"", "json"},
		{"[]", "json"},
		{"{\"text\":\"a\"}", "id"},
		{"{\"id\":\"a17\",\"text\":\"a\"}", "id"},
		{"{\"id\":\"d00112233445566778899aabbccddeefg\"}", "id"},
		{"{\"id\":17}", "id"},
		{"{" ID "}", "text"},
		{"{" ID ",\"text\":\"\",\"blocks\":[]}", "text"},
		{"{" ID ",\"text\":7,\"blocks\":[]}", "text"},
		{"{" ID ",\"text\":\"abc\"}", "blocks"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":{}}", "blocks"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[7]}", "start"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[" BLOCK(0, 4, "body") "]}", "end"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[" BLOCK(-1, 2, "body") "]}", "start"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[" BLOCK(2, 1, "body") "]}", "blocks"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[" BLOCK(0, 1, "boddy") "]}", "kind"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[" BLOCK(0, 2, "body") "," BLOCK(1, 3, "body") "]}", "blocks"},
		{"{" ID ",\"text\":\"a\u00fcb\",\"blocks\":[" BLOCK(0, 2, "body") "]}", "blocks"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[],\"published_basis\":\"rumour\"}", "published_basis"},
		{"{" ID ",\"text\":\"abc\",\"blocks\":[],\"input\":{\"path\":\"a\"}}", "offset"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct document doc;
		struct err err = {0};

		cr_expect_not(document_parse(str_of(bad[i].line), &arena, &doc, &err), "accepted %s", bad[i].line);
		cr_expect_str_eq(err.field, bad[i].field, "for %s", bad[i].line);
	}
}
