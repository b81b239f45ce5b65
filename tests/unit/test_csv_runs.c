#include "folder_of_test.h"

#include <csv.h>

#include "files/csv_runs.h"
#include "files/csvio.h"
#include "files/outfile.h"

TestSuite(csv_runs, .init = folder_begin, .fini = folder_end);

/* Fields between [ and ], rows between lines, as libcsv tells them; `runs` NULL: it is given
 * the bytes as they are. */
struct told {
	struct csv_runs *runs;
	struct buf text;
};

static void on_field(void *at, size_t n, void *data)
{
	struct told *told = data;
	struct str field = {at, n};

	const struct str *fields = &field;

	if (told->runs && csv_runs_is_one(told->runs, field)) {
		fields = csv_runs_take(told->runs, &n);
		for (size_t i = 0; i < n; i++)
			cr_expect_eq(fields[i].at[fields[i].n], '\0');
	} else {
		if (told->runs) {
			size_t size = csv_runs_size(told->runs, field);
			char *to = arena_text(&arena, size + 1);

			csv_runs_put(told->runs, field, to);
			field = (struct str){to, size};
		}
		n = 1;
	}
	for (size_t i = 0; i < n; i++) {
		buf_add_char(&told->text, '[');
		buf_add(&told->text, fields[i]);
		buf_add_char(&told->text, ']');
	}
}

static void on_row(int end, void *data)
{
	struct told *told = data;

	buf_printf(&told->text, "%d\n", end);
}

/* In chunks of that many bytes; ends with what libcsv makes of the end. */
static struct str told(struct str csv, size_t chunk, char separator, bool with_runs)
{
	struct csv_runs runs = {0};
	struct told told = {.runs = with_runs ? &runs : NULL, .text = {.arena = &arena}};
	struct csv_parser parser;
	bool right = true;

	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL);
	csv_set_delim(&parser, (unsigned char)separator);
	for (size_t i = 0; i < csv.n && right; i += chunk) {
		char *bytes = arena_text(&arena, chunk);
		struct str part = str_slice(csv, i, i + chunk);

		memcpy(bytes, part.at, part.n);
		part.at = bytes;
		if (with_runs)
			part = csv_runs_mark(&runs, bytes, part.n, separator);
		right = csv_parse(&parser, part.at, part.n, on_field, on_row, &told) == part.n;
		csv_runs_keep(&runs, &arena);
		memset(bytes, '?', chunk); /* another takes its place */
	}
	right = right && csv_fini(&parser, on_field, on_row, &told) == 0;
	buf_printf(&told.text, right ? "right" : "wrong: %s", csv_strerror(csv_error(&parser)));
	csv_free(&parser);
	csv_runs_free(&runs);
	return buf_str(&told.text);
}

#define BYTES(literal)                                                                                                 \
	{                                                                                                              \
		literal, sizeof(literal) - 1                                                                           \
	}

Test(csv_runs, fields_are_what_libcsv_makes_of_all_bytes)
{
	static const struct str files[] = {
		BYTES("id,name,place\nc17,Forty buses left the town,Aleppo\n"),
		BYTES("one two three,\"four, five and six\",\"seven \"\"eight\"\" nine\"\n"),
		BYTES("  outer blanks are cut  ,\t tab and all \t,\"  but not here  \"\n"),
		BYTES("\"a field\nof three long\nlines, and more\",behind it\nnext row,of two\n"),
		BYTES("a nul \0 within,\0,\"\0\0\",\"\0 at both ends \0\"\nlast row,\0\n"),
		BYTES("\"nul \0 and a line\n\0\",\0 and a long run of words\n\0,x\n"),
		BYTES("no end of line,at all"),
		BYTES("an open,\"quote and words\nand a line\n"),
		BYTES("a quote within \" a field,next\n"),
		BYTES("\"words behind\" a quote,next\nanother row,here\n"),
		BYTES("\xC3\xA9t\xC3\xA9 et hiver,\xff\xfe\x80\x81\x82\x83\x84,\x01\x02\x03\x04\x05\n"),
		BYTES("semicolons;are no separators;here,but commas are\n"),
		BYTES("a, b,c ,  ,\" \", d e ,\"f\"\n,,g\n"),
		BYTES("words that go on beyond the sixty-fourth byte of the row, and then,\"quote\",and end with"
		      " more than two times as many,a,b\nfrom the second row\non, the same\n"),
		BYTES("lines,end otherwise\r\nand again,so\rand so\n\n\n,,,\n"),
		BYTES("sparse,,,,,,row,,,\n,,,,,,,\n,,,,a\n,,,,,\"in quotes ,,,,, and\",,,,,\"\",,,,\"\"\n"),
		BYTES("\",,,,,\",\",,,,\n,,,,\",,,,, ,,,, ,\n,,,,\"open ,,,,,\n"),
		BYTES(",,,,;;;;;,;,;,;;;;\na;;;;,,,,,;b,;;;;\n"),
		BYTES(""),
	};

	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		for (size_t chunk = 1; chunk <= files[i].n + 1; chunk++)
			for (const char *separator = ",;"; *separator; separator++) {
				struct str want = told(files[i], chunk, *separator, false);
				struct str have = told(files[i], chunk, *separator, true);

				cr_expect(str_eq(have, want), "%.*s: want %.*s, in chunks of %zu have %.*s",
					  STR_ARG(files[i]), STR_ARG(want), chunk, STR_ARG(have));
			}
}

/* The field that spans chunks is one of several lines; what follows it comes back too. */
Test(csv_runs, a_field_longer_than_many_chunks_comes_back)
{
	enum { LINES = 40000, ROWS = 100, WIDTH = 3, LONG = 50 };
	struct buf field = {.arena = &arena};
	struct csv_row row;
	struct err err;
	struct outfile *out = outfile_open(in_folder("long.csv"));

	for (int i = 0; i < LINES; i++)
		buf_printf(&field, "a line of some words, the one of number %d\n", i);
	for (int i = 0; i < ROWS; i++) {
		for (int k = 0; k < WIDTH; k++)
			csv_write_field(out, k == 1 && i == LONG ? buf_str(&field) : STR("a short field"), k == 0);
		csv_write_end(out);
	}
	outfile_close(out);
	struct csv_reader *in = csv_open(in_folder("long.csv"));

	for (int i = 0; i < ROWS; i++) {
		cr_assert(csv_read(in, &row, &err));
		cr_assert_eq(row.n, WIDTH);
		for (int k = 0; k < WIDTH; k++)
			cr_assert(str_eq(row.at[k], k == 1 && i == LONG ? buf_str(&field) : STR("a short field")));
	}
	csv_close(in);
}
