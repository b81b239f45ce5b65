#include "folder_of_test.h"

#include "files/csvio.h"
#include "files/outfile.h"

TestSuite(csvio, .init = folder_begin, .fini = folder_end);

/* All rows as one text: fields between [ and ], rows by their line. */
static struct str read_all(const char *path, struct err *err)
{
	struct buf b = {.arena = &arena};
	struct csv_reader *in = csv_open(path);
	struct csv_row row;

	while (csv_read(in, &row, err)) {
		buf_printf(&b, "%llu:", (unsigned long long)row.line);
		for (size_t i = 0; i < row.n; i++)
			buf_printf(&b, "[%.*s]", STR_ARG(row.at[i]));
		buf_add_char(&b, ' ');
	}
	csv_close(in);
	return buf_str(&b);
}

static const struct {
	const char *csv, *rows;
} good[] = {
	{"a,b\n1,2\n", "1:[a][b] 2:[1][2] "},
	{"a,b\r\n1,2\r\n", "1:[a][b] 2:[1][2] "},
	{"a,b\n1,2", "1:[a][b] 2:[1][2] "},
	{"a\n\n\nb\n", "1:[a] 4:[b] "},
	{"a\r\n\r\nb\r\n", "1:[a] 3:[b] "},
	{"\"x\ny\",2\nz,3\n", "1:[x\ny][2] 3:[z][3] "},
	{"\"he said \"\"no\"\"\",\" kept \"\n", "1:[he said \"no\"][ kept ] "},
	{",,\n", "1:[][][] "},
	{"\xEF\xBB\xBFname,n\n", "1:[name][n] "},
	{"", ""},
};

Test(csvio, reads_rows_with_the_line_that_they_begin_on)
{
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		struct err err;

		expect_text(read_all(given("a.csv", good[i].csv), &err), good[i].rows);
		cr_expect_str_empty(err.message, "for '%s'", good[i].csv);
	}
}

Test(csvio, a_fault_is_told_after_the_rows_before_it)
{
	static const struct {
		const char *csv, *rows, *line;
	} bad[] = {
		{"a,b\n1,\"open\n", "1:[a][b] ", "a.csv:2:"},
		{"a,b\n1,2\nx\"y,3\n", "1:[a][b] 2:[1][2] ", "a.csv:3:"},
		{"a\n\"b\"c\n", "1:[a] ", "a.csv:2:"},
	};

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err err;

		expect_text(read_all(given("a.csv", bad[i].csv), &err), bad[i].rows);
		cr_expect(strstr(err.message, bad[i].line), "'%s' for '%s'", err.message, bad[i].csv);
	}
}

Test(csvio, truncated_gzip_is_a_fault)
{
	struct outfile *out = outfile_open(in_folder("a.csv.gz"));
	struct err err;

	for (int i = 0; i < 1000; i++)
		outfile_text(out, str_printf(&arena, "%d,%d\n", i, i * 7919).at);
	outfile_close(out);
	struct str whole = content(in_folder("a.csv.gz"));

	read_all(in_folder("a.csv.gz"), &err);
	cr_expect_str_empty(err.message);
	read_all(given_bytes("cut.csv.gz", whole.at, whole.n - 20), &err);
	cr_expect(strstr(err.message, "ends too early"), "'%s'", err.message);
}

/* Whatever a field holds, it comes back; also where a chunk ends inside it. */
Test(csvio, reads_back_what_it_wrote)
{
	static const char *const fields[] = {"plain", "",	   "a,b",   "say \"no\"",	    " outer ",
					     "\ttab", "line\nend", "'=1+1", "\xC3\xA9\xE2\x80\xA6", "\"",
					     ",",     "\r",	   "#hash"};
	enum { FIELDS = sizeof fields / sizeof *fields, ROWS = 20000 };
	struct outfile *out = outfile_open(in_folder("all.csv"));
	struct csv_row row;
	struct err err;

	for (size_t r = 0; r < ROWS; r++) {
		for (size_t i = 0; i < FIELDS; i++)
			csv_write_field(out, str_of(fields[(r + i) % FIELDS]), i == 0);
		csv_write_end(out);
	}
	outfile_close(out);
	struct csv_reader *in = csv_open(in_folder("all.csv"));
	size_t r = 0;

	for (; csv_read(in, &row, &err); r++) {
		cr_assert_eq(row.n, FIELDS);
		for (size_t i = 0; i < FIELDS; i++)
			cr_assert(str_eq(row.at[i], str_of(fields[(r + i) % FIELDS])), "row %zu field %zu: '%.*s'", r,
				  i, STR_ARG(row.at[i]));
	}
	cr_expect_eq(r, ROWS);
	csv_close(in);
}

/* n bytes: words, with one other at the begin (0), in the middle (1) or at the end (2). */
static struct str cell_of(size_t n, char other, size_t where)
{
	char *to = arena_text(&arena, n + 1);

	for (size_t i = 0; i < n; i++)
		to[i] = (char)(i % 7 == 3 && i + 1 < n ? ' ' : 'a' + i % 26);
	if (n)
		to[(n - 1) * where / 2] = other;
	return (struct str){to, n};
}

Test(csvio, a_row_written_in_place_is_the_one_written_by_fields)
{
	static const size_t lengths[] = {0, 1, 5, 7, 8, 9, 15, 16, 33, 200, 32767, 65535, 65536, 70000, 300000};
	static const char others[] = {'x', ',', '"', '\t', ' ', '\'', (char)0xe9};
	enum { LENGTHS = sizeof lengths / sizeof *lengths, OTHERS = sizeof others };
	struct outfile *fields = outfile_open(in_folder("fields.csv")), *cells = outfile_open(in_folder("cells.csv"));

	for (size_t round = 0; round < 3 * OTHERS; round++) {
		struct csv_cells row = csv_cells_begin(cells);

		for (size_t i = 0; i < 3 * LENGTHS; i++) {
			bool left_out = i % 3 == 1;
			struct str cell =
				left_out ? STR_NULL : cell_of(lengths[i / 3], others[(round + i) % OTHERS], round % 3);

			if (i)
				csv_cells_next(&row);
			if (!left_out)
				csv_cells_text(&row, cell);
			csv_write_field(fields, cell, i == 0);
		}
		csv_cells_end(&row);
		csv_write_end(fields);
	}
	outfile_close(fields);
	outfile_close(cells);
	cr_expect(str_eq(content(in_folder("cells.csv")), content(in_folder("fields.csv"))));
}

Test(csvio, quotes_for_its_own_separator)
{
	struct outfile *out = outfile_open(in_folder("a.csv"));

	csv_write_cell(out, STR("a;b"), true, ';');
	csv_write_cell(out, STR("a,b"), false, ';');
	csv_write_end(out);
	outfile_close(out);
	expect_text(content(in_folder("a.csv")), "\"a;b\";a,b\n");
}

/* Rows of 90 bytes cross the ends of many chunks; every hundredth has two lines. */
Test(csvio, a_row_comes_with_its_own_bytes)
{
	enum { ROWS = 20000 };
	struct buf csv = {.arena = &arena};
	struct csv_row row;
	struct err err;

	buf_add(&csv, STR("n,words\n"));
	for (int i = 0; i < ROWS; i++)
		buf_printf(&csv, "%d,\"a row, with %ssome words in it that make it as long as rows mostly are: %d\"\n",
			   i, i % 100 ? "" : "a line\nand ", i * 7919);
	buf_add(&csv, STR("\n7,no end"));
	struct csv_reader *in = csv_open(given_bytes("a.csv", csv.at, csv.n));

	cr_assert(csv_read(in, &row, &err));
	csv_keep_text(in);
	for (int i = 0; i < ROWS; i++) {
		cr_assert(csv_read(in, &row, &err));
		struct str want = i % 100 ? str_printf(&arena, "%d,\"%.*s\"", i, STR_ARG(row.at[1])) : STR_NULL;

		cr_assert(str_eq(row.text, want), "row %d: '%.*s'", i, STR_ARG(row.text));
	}
	cr_assert(csv_read(in, &row, &err));
	cr_expect(str_is_empty(row.text), "a last line without an end: '%.*s'", STR_ARG(row.text));
	csv_close(in);
}

Test(csvio, no_row_text_where_lines_end_otherwise)
{
	static const char *const files[] = {"a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,\"x\ny\"\r\n3,4\n"};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		struct csv_reader *in = csv_open(given("a.csv", files[i]));
		struct csv_row row;
		struct err err;

		cr_assert(csv_read(in, &row, &err));
		csv_keep_text(in);
		while (csv_read(in, &row, &err))
			cr_expect(str_is_empty(row.text), "'%.*s' of '%s'", STR_ARG(row.text), files[i]);
		csv_close(in);
	}
}
