#include "folder_of_test.h"

#include "files/csv_line.h"

TestSuite(csv_line, .init = folder_begin, .fini = folder_end);

Test(csv_line, gives_the_fields_of_one_row)
{
	static const struct {
		const char *row, *fields; /* joined by | */
	} cases[] = {
		{"a,b,c", "a|b|c"},
		{"a,,", "a||"},
		{"\"a,b\",c", "a,b|c"},
		{"\"a \"\"b\"\"\"", "a \"b\""},
		{"\" a\",b", " a|b"},
		{"é,🚍", "é|🚍"},
		{"the first of them,,another of them, and so on\n", "the first of them||another of them|and so on"},
		{"\"the first, of \"\"them\"\"\",b\n", "the first, of \"them\"|b"},
	};
	struct csv_line *in = csv_line_open(',');

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct csv_row row;
		struct buf got = {.arena = &arena};

		cr_assert(csv_line_read(in, str_of(cases[i].row), &row), "'%s'", cases[i].row);
		for (size_t f = 0; f < row.n; f++) {
			buf_printf(&got, "%s%s", f ? "|" : "", row.at[f].at);
			cr_expect_eq(strlen(row.at[f].at), row.at[f].n, "no NUL after a field");
		}
		expect_text(buf_str(&got), cases[i].fields);
	}
	csv_line_close(in);
}

Test(csv_line, refuses_what_is_not_one_row_and_goes_on)
{
	static const char *const bad[] = {
		"a,\"b", "a\"b", "a\nb", "", "one line\nand another\n", "a long field;\"and another\n"};
	struct csv_line *in = csv_line_open(';');
	struct csv_row row;

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		cr_expect_not(csv_line_read(in, str_of(bad[i]), &row), "accepted '%s'", bad[i]);
		cr_expect(csv_line_read(in, STR("a long field;b,c\n"), &row), "after '%s'", bad[i]);
		cr_expect_eq(row.n, 2);
		cr_expect_str_eq(row.at[0].at, "a long field");
	}
	csv_line_close(in);
}
