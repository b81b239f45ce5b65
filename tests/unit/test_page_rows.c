#include "folder_of_test.h"

#include "base/hash.h"
#include "page_rows.h"
#include "row_notes.h"
#include "writer.h"

TestSuite(page_rows, .init = folder_begin, .fini = folder_end);

static const char *const texts[] = {"=1+1", "'=1", "''@x", "'quoted'", "a;b", "a,\"b\"", "-5", "plain", "two\nlines"};
enum { TEXTS = sizeof texts / sizeof *texts };

static struct stage stage;
static struct export ex;

/* A table of sources, and what is noted of it. */
static void write_sources(struct conf conf)
{
	struct row_cell cells[16];
	struct written csv, json;

	stage = (struct stage){.conf = conf, .output = folder};
	ex = (struct export){.st = &stage, .tables = released_tables(&arena)};
	ex.notes = row_notes_open(ex.tables);
	struct writer *w = writer_open(folder, &ex.tables[RELEASED_SOURCES], &conf);

	for (size_t i = 0; i < TEXTS; i++) {
		struct source_row row = {.name = str_of(texts[i]),
					 .id = hash_id(&arena, 's', &(struct str){texts[i], strlen(texts[i])}, 1),
					 .claims = (int64_t)i,
					 .events = COLUMN_NO_INT};

		row_cells(&ex.tables[RELEASED_SOURCES].table, &row, cells, &arena);
		row_cells_settle(cells, ex.tables[RELEASED_SOURCES].table.n, &arena);
		row_note(ex.notes, RELEASED_SOURCES, cells, writer_at(w));
		writer_row(w, cells);
	}
	writer_close(w, &csv, &json);
}

struct got {
	struct strs names;
	int64_t claims;
	bool events;
};

static void take(const void *record, void *with)
{
	const struct source_row *row = record;
	struct got *got = with;

	strs_add(&arena, &got->names, str_dup(&arena, row->name));
	got->claims = row->claims;
	got->events = row->events != COLUMN_NO_INT;
}

Test(page_rows, reads_what_the_writer_wrote_in_every_dialect)
{
	for (int dialect = 0; dialect < 8; dialect++) {
		struct got got = {0};

		write_sources(
			(struct conf){.csv_bom = dialect & 1, .csv_hxl = dialect & 2, .csv_semicolon = dialect & 4});
		page_rows(&ex, RELEASED_SOURCES, "name claims", NULL, take, &got);
		cr_assert_eq(got.names.n, TEXTS);
		for (size_t i = 0; i + 1 < TEXTS; i++)
			expect_text(got.names.at[i], texts[i]);
		expect_text(got.names.at[TEXTS - 1], "two lines");
		cr_expect_eq(got.claims, TEXTS - 1);
		cr_expect_not(got.events);
		row_notes_close(ex.notes);
	}
}

Test(page_rows, passes_over_what_is_not_wanted)
{
	struct page_index ids = {.arena = &arena};
	char rows[TEXTS] = {[0] = 1, [5] = 2};
	struct page_wanted some = {.from = 1, .to = 2, .ids = &ids}, others = {.rows = rows}, none = {0};
	struct got got = {0}, more = {0};

	write_sources((struct conf){0});
	page_index_add(&ids, hash_id(&arena, 's', &STR("a,\"b\""), 1), 0);
	page_rows(&ex, RELEASED_SOURCES, "name", &some, take, &got);
	cr_assert_eq(got.names.n, 2);
	expect_text(got.names.at[0], "'=1");
	expect_text(got.names.at[1], "a,\"b\"");
	page_rows(&ex, RELEASED_SOURCES, "name", &none, take, &more);
	cr_expect_eq(more.names.n, 0);
	page_rows(&ex, RELEASED_SOURCES, "name", &others, take, &more);
	cr_assert_eq(more.names.n, 2);
	expect_text(more.names.at[0], "=1+1");
	expect_text(more.names.at[1], texts[5]);
	row_notes_close(ex.notes);
}

Test(page_rows, ids_are_found_again)
{
	struct page_index index = {.arena = &arena};
	uint32_t n;

	cr_expect_not(page_index_find(&index, STR("a"), &n));
	for (uint32_t i = 0; i < 5000; i++)
		cr_expect_eq(page_index_add(&index, str_printf(&arena, "id%u", i), i), i);
	cr_expect_eq(page_index_add(&index, STR("id17"), 9), 17);
	for (uint32_t i = 0; i < 5000; i++)
		cr_expect(page_index_find(&index, str_printf(&arena, "id%u", i), &n) && n == i);
	cr_expect_not(page_index_find(&index, STR("id5000"), &n));
}
