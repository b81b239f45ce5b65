#include "folder_of_test.h"

#include "writer.h"

TestSuite(writer, .init = folder_begin, .fini = folder_end);

Test(writer, disarms_what_a_spreadsheet_would_run_and_nothing_else)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{"=1+1", "'=1+1"},
		{"+49 30", "'+49 30"},
		{"-2+3", "'-2+3"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "' =1"},
		{"\r=1", "' =1"},
		{"'=1", "''=1"},
		{"''@x", "'''@x"},
		{"\xEF\xBC\x9D"
		 "1",
		 "'\xEF\xBC\x9D"
		 "1"},
		{"a=1", "a=1"},
		{"'quoted'", "'quoted'"},
		{"1-2", "1-2"},
		{"", ""},
		{"../2013", "../2013"},
		{"'", "'"},
		{"bell\a", "bell "},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(writer_disarm(&arena, str_of(cases[i].text)), cases[i].cell);
}

/* The rule of the data package: where apostrophes and then such a character begin a cell,
 * take one away. */
static struct str undo(struct str cell)
{
	size_t i = 0;

	while (i < cell.n && cell.at[i] == '\'')
		i++;
	return i && i < cell.n && strchr("=+-@", cell.at[i]) ? str_slice(cell, 1, cell.n) : cell;
}

Test(writer, disarming_is_undone_by_its_rule)
{
	static const char *const texts[] = {"=1", "'=1", "''=1", "'x", "x", "''", "-", "'-"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		expect_text(undo(writer_disarm(&arena, str_of(texts[i]))), texts[i]);
}

Test(writer, an_empty_table_is_a_header_and_an_empty_array)
{
	const struct released *tables = released_tables(&arena);
	struct conf conf = {0};

	cr_expect_eq(writer_close(writer_open(folder, &tables[RELEASED_SOURCES], &conf)), 0);
	expect_text(content(in_folder("sources.csv")), "name,type,claims,events,first_said,last_said,id\n");
	expect_text(content(in_folder("sources.json")), "[\n]\n");
}

Test(writer, numbers_are_left_alone)
{
	const struct released *tables = released_tables(&arena);
	struct conf conf = {.csv_semicolon = true};
	struct source_row row = {.name = STR("-5"), .id = STR("a;b"), .claims = -7, .events = COLUMN_NO_INT};
	struct writer *w = writer_open(folder, &tables[RELEASED_SOURCES], &conf);

	writer_row(w, &row);
	cr_expect_eq(writer_close(w), 1);
	cr_expect(str_find(content(in_folder("sources.csv")), STR("\n'-5;;-7;;;;\"a;b\"\n")) > 0);
}
