#include "folder_of_test.h"

#include "files/disarm.h"
#include "writer.h"

TestSuite(writer, .init = folder_begin, .fini = folder_end);

static void write_source(struct writer *w, const struct source_row *row)
{
	const struct table *table = &released_tables(&arena)[RELEASED_SOURCES].table;
	struct row_cell cells[16];

	row_cells(table, row, cells, &arena);
	row_cells_settle(cells, table->n, &arena);
	writer_row(w, cells);
}

Test(writer, an_empty_table_is_a_header_and_an_empty_array)
{
	const struct released *tables = released_tables(&arena);
	struct conf conf = {0};

	struct written csv, json;

	cr_expect_eq(writer_close(writer_open(folder, &tables[RELEASED_SOURCES], &conf), &csv, &json), 0);
	expect_text(content(in_folder("sources.csv")), "name,type,claims,events,first_said,last_said,id\n");
	expect_text(content(in_folder("sources.json")), "[\n]\n");
}

Test(writer, numbers_are_left_alone)
{
	const struct released *tables = released_tables(&arena);
	struct conf conf = {.csv_semicolon = true};
	struct source_row row = {.name = STR("-5"), .id = STR("a;b"), .claims = -7, .events = COLUMN_NO_INT};
	struct writer *w = writer_open(folder, &tables[RELEASED_SOURCES], &conf);
	struct written csv, json;

	write_source(w, &row);
	cr_expect_eq(writer_close(w, &csv, &json), 1);
	cr_expect(str_find(content(in_folder("sources.csv")), STR("\n'-5;;-7;;;;\"a;b\"\n")) > 0);
}

/* What the release's lists of files tell is what the file has. */
Test(writer, tells_the_digest_of_each_file)
{
	const struct released *tables = released_tables(&arena);
	struct conf conf = {0};
	struct writer *w = writer_open(folder, &tables[RELEASED_SOURCES], &conf);
	struct written told[2];
	static const char *const names[] = {"sources.csv", "sources.json"};

	for (int i = 0; i < 5000; i++)
		write_source(w, &(struct source_row){.name = str_printf(&arena, "Source %d", i), .id = STR("s")});
	writer_close(w, &told[0], &told[1]);
	for (size_t i = 0; i < 2; i++) {
		char hex[DIGEST_SHA256_HEX];
		uint64_t bytes;
		struct err err;

		cr_assert(digest_sha256(in_folder(names[i]), hex, &bytes, &err));
		cr_expect_str_eq(told[i].sha256, hex);
		cr_expect_eq(told[i].bytes, bytes);
	}
}

/* Longer than the file's buffer: the row takes another way to the same bytes. */
Test(writer, a_row_of_any_length_is_whole)
{
	enum { LONG = 400000 };
	const struct released *tables = released_tables(&arena);
	struct conf conf = {0};
	struct written csv, json;
	char *text = arena_text(&arena, LONG);

	memset(text, 'x', LONG);
	text[LONG / 2] = '"';
	struct writer *w = writer_open(folder, &tables[RELEASED_SOURCES], &conf);

	write_source(w, &(struct source_row){.name = {text, LONG}, .id = STR("s")});
	writer_close(w, &csv, &json);
	struct csv_reader *in = csv_open(in_folder("sources.csv"));
	struct csv_row row;
	struct err err;

	cr_assert(csv_read(in, &row, &err) && csv_read(in, &row, &err), "%s", err.message);
	cr_expect(str_eq(row.at[0], (struct str){text, LONG}));
	csv_close(in);
}

/* What is told to be harmless at once is what disarming leaves alone. */
Test(writer, every_byte_of_a_text_is_written_as_disarmed)
{
	const struct released *tables = released_tables(&arena);
	struct conf conf = {0};

	setenv("RECOUNT_SYNC", "0", 1);
	for (int c = 1; c < 128; c++)
		for (int first = 0; first < 2; first++) {
			char text[] = "abcdefghijkl";
			struct written csv, json;
			struct csv_row row;
			struct err err;

			text[first ? 0 : 5] = (char)c;
			struct writer *w = writer_open(folder, &tables[RELEASED_SOURCES], &conf);

			write_source(w, &(struct source_row){.name = str_of(text), .id = STR("s")});
			writer_close(w, &csv, &json);
			struct csv_reader *in = csv_open(in_folder("sources.csv"));

			cr_assert(csv_read(in, &row, &err) && csv_read(in, &row, &err), "%d: %s", c, err.message);
			cr_expect(str_eq(row.at[0], disarm_cell(&arena, str_of(text))), "%d: %.*s", c,
				  STR_ARG(row.at[0]));
			csv_close(in);
		}
}
