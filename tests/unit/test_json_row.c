#include "folder_of_test.h"

#include "files/json_row.h"
#include "files/outfile.h"
#include "files/table_json.h"

TestSuite(json_row, .init = folder_begin, .fini = folder_end);

/* A record of every type of column, with groups that are not together. */
struct thing {
	struct str text, place, parent;
	int64_t number;
	struct decimal decimal;
	bool flag;
	int word;
	struct strs list, spans;
};
static const char *const words[] = {"", "first", "se\"cond", NULL};
#define AT(member) offsetof(struct thing, member)
static const struct column columns[] = {
	{"place", "name", COLUMN_TEXT, AT(place), NULL, "", NULL},
	{NULL, "text", COLUMN_TEXT, AT(text), NULL, "", NULL},
	{NULL, "number", COLUMN_INT, AT(number), NULL, "", NULL},
	{"place", "lat", COLUMN_DECIMAL, AT(decimal), NULL, "", NULL},
	{NULL, "flag", COLUMN_BOOL, AT(flag), NULL, "", NULL},
	{NULL, "word", COLUMN_ENUM, AT(word), words, "", NULL},
	{NULL, "list", COLUMN_LIST, AT(list), NULL, "", NULL},
	{"place", "parent", COLUMN_TEXT, AT(parent), NULL, "", NULL},
	{NULL, "spans", COLUMN_SPANS, AT(spans), NULL, "", NULL},
};
static const struct table things = {"thing", "", columns, sizeof columns / sizeof *columns, sizeof(struct thing)};

static struct str written(const struct table *table, const void *record, const char *name)
{
	struct outfile *out = outfile_open(in_folder("row.json"));

	struct row_cell *cells = ARENA_ARRAY(&arena, struct row_cell, table->n + 1);

	row_cells(table, record, cells, &arena);
	row_cells_settle(cells, table->n, &arena);
	json_row_write(out, json_row_of(&arena, table, name), cells, &arena);
	outfile_close(out);
	return content(in_folder("row.json"));
}

/* Jansson's dump of the tree is the same text, and Jansson reads it as the same value. */
static void expect_same(const struct thing *thing, const char *name)
{
	struct str line = written(&things, thing, name);
	json_t *tree = table_json(&things, thing, name),
	       *read = json_loadb(line.at, line.n, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL);
	char *text = json_dumps(tree, JSON_COMPACT | JSON_REAL_PRECISION(15));

	cr_assert(read, "not JSON: %.*s", STR_ARG(line));
	cr_expect(json_equal(read, tree), "%.*s\n%s", STR_ARG(line), text);
	expect_text(line, text);
	free(text);
	json_decref(tree);
	json_decref(read);
}

Test(json_row, is_what_jansson_writes_for_every_byte_and_place_of_it)
{
	/* Each byte alone, and at every place of words of eight. */
	for (int c = 0; c < 256; c++)
		for (size_t at = 0; at < 18; at++) {
			char text[18];

			memset(text, 'a', sizeof text);
			text[at] = (char)c;
			struct thing t = {.text = {text, sizeof text}, .place = {text, at + 1}, .number = c};

			if (!ascii_is_space((unsigned char)c)) /* a list's items are folded */
				strs_add(&arena, &t.list, (struct str){text, sizeof text});
			if (c < 0x80)
				expect_same(&t, NULL);
		}
}

Test(json_row, is_what_jansson_writes_for_every_type)
{
	static const int64_t numbers[] = {0, 7, -7, INT64_MAX, INT64_MIN + 1, COLUMN_NO_INT};
	struct decimal decimals[] = {DECIMAL_NULL,	    decimal_of(0),	  decimal_of(-12),
				     decimal_make(1, 1),    decimal_make(-25, 2), decimal_of(999999999999999),
				     decimal_make(33512, 3)};

	for (size_t i = 0; i < 6; i++)
		for (size_t k = 0; k < 7; k++) {
			struct thing t = {
				.number = numbers[i], .decimal = decimals[k], .flag = i % 2, .word = (int)(k % 3)};

			for (size_t n = 0; n < i; n++) {
				strs_add(&arena, &t.list, n % 2 ? STR("") : STR("a|b\\\"c"));
				strs_add(&arena, &t.spans, n % 2 ? STR("12-30") : STR("nothing"));
			}
			expect_same(&t, k % 2 ? "thing" : NULL);
		}
}

Test(json_row, long_decimals_are_strings_in_their_own_digits)
{
	struct thing t = {.decimal = decimal_of(123456789012345678), .number = COLUMN_NO_INT};
	struct str line = written(&things, &t, NULL);

	cr_expect(str_find(line, STR("\"lat\":\"123456789012345678\"")) > 0, "%.*s", STR_ARG(line));
}

Test(json_row, what_is_no_utf8_is_null_or_left_out)
{
	static const char *const broken[] = {"\xC3",	 "a\xFFz",	     "\xED\xA0\x80",
					     "\xC0\xAF", "12345678\xE2\x82", "\xF5\x80\x80\x80"};

	for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
		struct thing t = {.text = str_of(broken[i]), .number = 1};

		strs_add(&arena, &t.list, STR("a"));
		strs_add(&arena, &t.list, str_of(broken[i]));
		strs_add(&arena, &t.list, STR("\xE2\x82\xAC \xF0\x9F\x9A\x91"));
		struct str line = written(&things, &t, NULL);

		cr_expect(str_find(line, STR("\"text\":null")) > 0, "%.*s", STR_ARG(line));
		cr_expect(str_find(line, STR("[\"a\",\"\xE2\x82\xAC \xF0\x9F\x9A\x91\"]")) > 0, "%.*s", STR_ARG(line));
	}
}

Test(json_row, longer_than_the_files_buffer_is_whole)
{
	enum { LONG = 300000 };
	char *text = arena_text(&arena, LONG);

	memset(text, '"', LONG);
	struct thing t = {.text = {text, LONG}};

	expect_same(&t, NULL);
}

Test(json_row, a_table_without_columns_is_an_empty_object)
{
	const struct table none = {"none", "", columns, 0, 1};

	expect_text(written(&none, "", NULL), "{}");
	expect_text(written(&none, "", "none"), "{\"record\":\"none\"}");
}
