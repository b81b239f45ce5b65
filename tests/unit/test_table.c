/* link: export */
#include "folder_of_test.h"

#include "files/outfile.h"
#include "files/table.h"
#include "records/assertion.h"
#include "records/claim.h"
#include "records/event.h"
#include "records/expressions.h"
#include "records/mention.h"
#include "records/outline.h"
#include "records/track.h"
#include "released.h"

static const char *const colours[] = {"", "red", "green", NULL};

struct row {
	struct str name, place;
	int64_t n;
	struct decimal size;
	bool good;
	int colour;
	struct strs tags;
};

static const struct column columns[] = {
	{NULL, "name", COLUMN_TEXT, offsetof(struct row, name), NULL, "", NULL},
	{"place", "name", COLUMN_TEXT, offsetof(struct row, place), NULL, "", NULL},
	{NULL, "n", COLUMN_INT, offsetof(struct row, n), NULL, "", NULL},
	{NULL, "size", COLUMN_DECIMAL, offsetof(struct row, size), NULL, "", NULL},
	{NULL, "good", COLUMN_BOOL, offsetof(struct row, good), NULL, "", NULL},
	{NULL, "colour", COLUMN_ENUM, offsetof(struct row, colour), colours, "", NULL},
	{NULL, "tags", COLUMN_LIST, offsetof(struct row, tags), NULL, "", NULL},
};
static const struct table rows = {"row", "", columns, sizeof columns / sizeof *columns, sizeof(struct row)};

TestSuite(table, .init = folder_begin, .fini = folder_end);

Test(table, writes_a_row_as_a_line)
{
	struct outfile *out = outfile_open(in_folder("a.csv"));
	struct row r = {.name = STR("two\nlines  and, more"),
			.place = STR("Aleppo"),
			.n = COLUMN_NO_INT,
			.good = true,
			.colour = 2};

	r.size = decimal_make(45, 1);
	strs_add(&arena, &r.tags, STR("a|b"));
	strs_add(&arena, &r.tags, STR("c\\d"));
	strs_add(&arena, &r.tags, STR("e"));
	table_write_header(out, &rows);
	table_write(out, &rows, &r, &arena);
	outfile_close(out);
	expect_text(content(in_folder("a.csv")), "name,place_name,n,size,good,colour,tags\n"
						 "\"two lines and, more\",Aleppo,,4.5,true,green,a\\|b|c\\\\d|e\n");
}

Test(table, reads_columns_in_any_order_and_leaves_out_what_it_does_not_know)
{
	const char *path = given("a.csv", "colour,unknown,place_name,size,tags,n\nred,x,Homs,-0.25,a\\|b||c,-7\n");
	struct table_reader *in = table_open(&rows, path);
	struct row r;
	struct err err;

	cr_assert_eq(table_read(in, &r, &arena, &err), TABLE_RECORD);
	cr_expect_eq(r.name.n, 0);
	expect_text(r.place, "Homs");
	cr_expect_eq(r.n, -7);
	expect_text(decimal_format(&arena, r.size), "-0.25");
	cr_expect_eq(r.colour, 1);
	cr_expect_eq(r.tags.n, 3);
	expect_text(r.tags.at[0], "a|b");
	expect_text(r.tags.at[1], "");
	expect_text(r.tags.at[2], "c");
	cr_expect_eq(table_read(in, &r, &arena, &err), TABLE_END);
	table_close(in);
}

Test(table, a_bad_row_costs_itself_alone)
{
	static const struct {
		const char *row, *field;
	} bad[] = {
		{"x,,12abc,,,,\n", "n"},      {"x,,,1.2.3,,,\n", "size"}, {"x,,,,maybe,,\n", "good"},
		{"x,,,,,mauve,\n", "colour"}, {"x,,,,,\n", "columns"},	  {"x,,99999999999999999999,,,,\n", "n"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		const char *path = given(
			"a.csv",
			str_printf(&arena, "name,place_name,n,size,good,colour,tags\n%sok,,1,,,,\n", bad[i].row).at);
		struct table_reader *in = table_open(&rows, path);
		struct row r;
		struct err err;

		cr_expect_eq(table_read(in, &r, &arena, &err), TABLE_BAD, "accepted %s", bad[i].row);
		cr_expect_str_eq(err.field, bad[i].field, "for %s", bad[i].row);
		cr_expect_eq(table_line(in), 2);
		cr_expect_eq(table_read(in, &r, &arena, &err), TABLE_RECORD);
		expect_text(r.name, "ok");
		table_close(in);
	}
}

Test(table, a_damaged_file_is_told_after_its_good_rows)
{
	struct table_reader *in = table_open(&rows, given("a.csv", "name,n\na,1\nb,\"2\n"));
	struct row r;
	struct err err;

	cr_expect_eq(table_read(in, &r, &arena, &err), TABLE_RECORD);
	cr_expect_eq(table_read(in, &r, &arena, &err), TABLE_BROKEN);
	table_close(in);
}

Test(table, an_empty_file_holds_no_records)
{
	struct table_reader *in = table_open(&rows, given("a.csv", ""));
	struct row r;
	struct err err;

	cr_expect_eq(table_read(in, &r, &arena, &err), TABLE_END);
	table_close(in);
}

Test(table, a_list_comes_back_as_it_was)
{
	static const char *const items[][4] = {{"a"},	       {"a", "b"},   {"|"},	   {"\\"},
					       {"\\|", "|\\"}, {"a\\", "b"}, {"", "x", ""}};

	for (size_t i = 0; i < sizeof items / sizeof *items; i++) {
		struct strs list = {0};

		for (size_t k = 0; k < 4 && items[i][k]; k++)
			strs_add(&arena, &list, str_of(items[i][k]));
		struct strs back = strs_split(&arena, strs_join(&arena, list));

		cr_assert_eq(back.n, list.n, "list %zu", i);
		for (size_t k = 0; k < list.n; k++)
			cr_expect(str_eq(back.at[k], list.at[k]), "list %zu item %zu: '%.*s'", i, k,
				  STR_ARG(back.at[k]));
	}
	cr_expect_eq(strs_split(&arena, STR("")).n, 0);
}

/* Rows are written without joining lists of words alone: the cell is the same. */
Test(table, a_list_is_written_as_it_is_joined_whatever_stands_in_it)
{
	static const char *const pieces[] = {"",   "|",	       "\\",	       ",",   "\"", " ", "  ",
					     "\n", "\xC3\xA9", "\xE2\x80\x89", "\x7F"};
	struct buf want = {.arena = &arena};
	struct outfile *out = outfile_open(in_folder("list.csv"));

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		for (int n = 0; n < 24; n++) {
			struct row r = {.n = 1};
			struct str item = str_printf(&arena, "%.*s%s%.*s", n / 2, "words and more", pieces[i],
						     n - n / 2, "others that follow");
			struct outfile *joined = outfile_open(in_folder("joined.csv"));

			strs_add(&arena, &r.tags, STR("first"));
			strs_add(&arena, &r.tags, item);
			strs_add(&arena, &r.tags, STR(""));
			table_write(out, &rows, &r, &arena);
			csv_write_field(joined, strs_join(&arena, r.tags), true);
			outfile_close(joined);
			buf_printf(&want, ",,1,,false,,%.*s\n", STR_ARG(content(in_folder("joined.csv"))));
		}
	outfile_close(out);
	expect_text(content(in_folder("list.csv")), buf_str(&want).at);
}

Test(table, sorting_a_list_keeps_each_item_once)
{
	struct strs list = strs_split(&arena, STR("b|a|c|a|b"));

	strs_sort(&list);
	expect_text(strs_join(&arena, list), "a|b|c");
	cr_expect(strs_has(list, STR("c")));
	cr_expect_not(strs_has(list, STR("d")));
}

/* A group that bears the name of a field would hide one of them in JSON. */
static void expect_distinct_names(const struct table *t)
{
	for (size_t i = 0; i < t->n; i++)
		for (size_t k = 0; k < t->n; k++) {
			const struct column *a = &t->columns[i], *b = &t->columns[k];

			cr_expect(i == k || !str_eq(column_name(&arena, a), column_name(&arena, b)), "%s: %s twice",
				  t->name, a->name);
			cr_expect(!a->group || b->group || strcmp(a->group, b->name) != 0,
				  "%s: %s is a field and a group", t->name, b->name);
		}
}

Test(table, no_two_columns_of_any_record_share_a_name)
{
	static const struct table *const all[] = {
		&mention_table,	    &outline_table,	  &claim_table, &event_table,  &time_table,
		&attribution_table, &assertion_table,	  &copy_table,	&dating_table, &track_table,
		&estimate_table,    &contradiction_table, &check_table};
	const struct released *released = released_tables(&arena);

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		expect_distinct_names(all[i]);
	for (size_t i = 0; i < RELEASED_COUNT; i++)
		expect_distinct_names(&released[i].table);
}
