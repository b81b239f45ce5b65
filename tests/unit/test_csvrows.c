#include "folder_of_test.h"

#include "drip_of_test.h"
#include "files/csvrows.h"
#include "files/lines.h"

TestSuite(csvrows, .init = folder_begin, .fini = folder_end);

/* Rows as "line:cell|cell;", bad ones as "line!;". */
static struct str read_all(const char *text, char separator, size_t cells)
{
	struct inflow_source source = drip(str_of(text), 3);
	struct lines *lines = lines_over(&source, 200);
	struct csvrows_form form = {.separator = separator, .max_bytes = 200, .max_cells = 6, .cells = cells};
	struct csvrows *rows = csvrows_open(lines, &form);
	struct buf b = {.arena = &arena};
	enum csvrows_result got;
	struct csvrows_row row;
	struct err err;

	while ((got = csvrows_next(rows, &row, &err)) == CSVROWS_ROW || got == CSVROWS_BAD) {
		buf_printf(&b, "%llu%c", (unsigned long long)row.line, got == CSVROWS_ROW ? ':' : '!');
		for (size_t i = 0; got == CSVROWS_ROW && i < row.n; i++)
			buf_printf(&b, "%s%.*s", i ? "|" : "", STR_ARG(row.at[i]));
		buf_add_char(&b, ';');
	}
	csvrows_close(rows);
	lines_close(lines);
	return buf_str(&b);
}

Test(csvrows, reads_what_people_write)
{
	static const struct {
		const char *text, *rows;
		char separator;
	} cases[] = {
		{"a,b\n1,2\n", "1:a|b;2:1|2;", ','},
		{"a,b\r\n\r\n1,2", "1:a|b;3:1|2;", ','},
		{"a;b\n\"1;2\";3\n", "1:a|b;2:1;2|3;", ';'},
		{"a\tb\n1 x\t2\n", "1:a|b;2:1 x|2;", '\t'},
		{"a,b\n\"two\nlines\",\"x \"\"y\"\"\"\n3,4\n", "1:a|b;2:two\nlines|x \"y\";4:3|4;", ','},
		{"a,b\n1,the \"old\" dam\n", "1:a|b;2:1|the \"old\" dam;", ','},
		{"a,b\n1,\"the \"old\" dam\"\n3,4\n", "1:a|b;2:1|the \"old\" dam;3:3|4;", ','},
		{"a,b\n,\n", "1:a|b;2:|;", ','},
		{"", "", ','},
		{"\n \n", "", ','},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(read_all(cases[i].text, cases[i].separator, 2), cases[i].rows);
}

Test(csvrows, a_bad_row_costs_itself)
{
	static const struct {
		const char *text, *rows;
	} cases[] = {
		{"a,b\n1\n3,4\n1,2,3\n5,6\n", "1:a|b;2!;3:3|4;4!;5:5|6;"},
		{"a,b\n1,\"open\n\"3\",\"4\"\n\"5\",\"6\"\n", "1:a|b;2!;3:3|4;4:5|6;"},
		{"a,b\n1,\"open to the end\n3,4\n5,6\n", "1:a|b;2!;3:3|4;4:5|6;"},
		{"a,b\n1,2,3,4,5,6,7,8\n3,4\n", "1:a|b;2!;3:3|4;"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		expect_text(read_all(cases[i].text, ',', 2), cases[i].rows);
}

Test(csvrows, bounds_rows)
{
	struct buf text = {.arena = &arena};

	buf_add(&text, STR("a,b\n\""));
	for (int i = 0; i < 30; i++)
		buf_add(&text, STR("a line in an open quote,\n"));
	buf_add(&text, STR("1,2\n"));
	for (int i = 0; i < 300; i++)
		buf_add(&text, STR(","));
	buf_add(&text, STR("\n3,4\n"));
	struct str got = read_all(str_dup(&arena, buf_str(&text)).at, ',', 2);

	cr_expect(str_ends(got, STR("32:1|2;33!;34:3|4;")), "%.*s", STR_ARG(got));
}

/* Open quotes in every line cost no more than a few times the file. */
Test(csvrows, is_linear_whatever_is_open, .timeout = 20)
{
	struct buf text = {.arena = &arena};

	buf_add(&text, STR("a,b\n"));
	for (int i = 0; i < 200000; i++)
		buf_printf(&text, "%d,\"open\n", i);
	(void)read_all(str_dup(&arena, buf_str(&text)).at, ',', 2);
}
