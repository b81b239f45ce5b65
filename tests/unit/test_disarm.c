#include "folder_of_test.h"

#include "files/disarm.h"

TestSuite(disarm, .init = folder_begin, .fini = folder_end);

Test(disarm, marks_what_a_spreadsheet_would_run_and_nothing_else)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{"=1+1", "'=1+1"},
		{"+49 30", "'+49 30"},
		{"-2+3", "'-2+3"},
		{"@SUM(A1)", "'@SUM(A1)"},
		{"\t=1", "'=1"},
		{"  =1", "'=1"},
		{"\x01=1", "'=1"},
		{"\xE2\x80\xAE=1", "'=1"},
		{"a \xE2\x80\xAE b", "a b"},
		{"\r=1", "'=1"},
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
		{"bell\a", "bell"},
		{"a\xC2\x9B"
		 "b",
		 "a b"},
		{"12\xE2\x80\xAE"
		 "34",
		 "12 34"},
		{"\xD8\xAD\xD9\x84\xD8\xA8", "\xD8\xAD\xD9\x84\xD8\xA8"},
		{"\xC2", "\xC2"},
		{"\xE2\x80", "\xE2\x80"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(disarm_cell(&arena, str_of(cases[i].text)), cases[i].cell);
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

Test(disarm, disarming_is_undone_by_its_rule)
{
	static const char *const texts[] = {"=1", "'=1", "''=1", "'x", "x", "''", "-", "'-"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		expect_text(undo(disarm_cell(&arena, str_of(texts[i]))), texts[i]);
}
