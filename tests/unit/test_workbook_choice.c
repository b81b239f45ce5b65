#include "folder_of_test.h"

#include "workbook_choice.h"

TestSuite(workbook_choice, .init = folder_begin, .fini = folder_end);

static struct row_notes *notes;
static const struct released *tables;

static void begin(void)
{
	tables = released_tables(&arena);
	notes = row_notes_open(tables);
}

static void note(enum released_name which, const void *record, uint64_t at)
{
	struct row_cell cells[64];

	row_cells(&tables[which].table, record, cells, &arena);
	row_note(notes, which, cells, at);
}

/* A track that lies at that byte of its file. */
static void add_track(const char *id, const char *as_of, int status, uint64_t at)
{
	struct track t = {.id = str_of(id), .as_of = str_of(as_of), .status = status};

	note(RELEASED_TRACKS, &t, at);
}

static void add_estimate(const char *track, const char *as_of, uint64_t at)
{
	struct estimate e = {.track = str_of(track), .as_of = str_of(as_of)};

	note(RELEASED_ESTIMATES, &e, at);
}

static void expect_rows(enum released_name which, size_t most, const char *want)
{
	struct workbook_choice c = workbook_choose(notes, which, most, &arena);
	struct buf got = {.arena = &arena};

	for (size_t i = 0; i < c.n; i++)
		buf_printf(&got, "%s%llu", i ? " " : "", (unsigned long long)c.at[i]);
	expect_text(buf_str(&got), want);
}

Test(workbook_choice, contested_rows_come_first_then_the_newest_in_the_order_of_the_file)
{
	begin();
	add_track("t1", "2016-12-01", ESTIMATE_AGREED, 10);
	add_track("t2", "2016-12-09", ESTIMATE_AGREED, 20);
	add_track("t3", "2010-01-01", ESTIMATE_CONTESTED, 30);
	add_track("t4", "2016-12-09", ESTIMATE_AGREED, 40);
	add_track("t5", "2016", ESTIMATE_VAGUE, 50);
	expect_rows(RELEASED_TRACKS, 9, "10 20 30 40 50");
	expect_rows(RELEASED_TRACKS, 4, "10 20 30 40");
	expect_rows(RELEASED_TRACKS, 3, "20 30 40");
	expect_rows(RELEASED_TRACKS, 2, "20 30"); /* of equals the first */
	expect_rows(RELEASED_TRACKS, 1, "30");
	expect_rows(RELEASED_TRACKS, 0, "");
	row_notes_close(notes);
}

Test(workbook_choice, estimates_stay_with_their_track)
{
	begin();
	add_track("old", "2010-01-03", ESTIMATE_CONTESTED, 0);
	add_track("new", "2016-12-09", ESTIMATE_AGREED, 0);
	add_estimate("new", "2016-12-08", 1);
	add_estimate("new", "2016-12-09", 2);
	add_estimate("old", "2010-01-01", 3);
	add_estimate("old", "2010-01-02", 4);
	add_estimate("old", "2010-01-03", 5);
	expect_rows(RELEASED_ESTIMATES, 3, "3 4 5");
	expect_rows(RELEASED_ESTIMATES, 4, "2 3 4 5");
	row_notes_close(notes);
}

Test(workbook_choice, figures_are_contested_by_their_track_or_a_contradiction)
{
	begin();
	struct str statements[] = {STR("a7")};
	struct contradiction x = {.statements = {statements, 1, 1}, .id = STR("x1")};
	struct figure_row rows[] = {
		{.claim = {.assertion = STR("a1")}, .track = STR("t1"), .article.published = STR("2016-12-09")},
		{.claim = {.assertion = STR("a2")}, .track = STR("t2"), .article.published = STR("2016-12-01")},
		{.claim = {.assertion = STR("a7")}, .article.published = STR("2016-11-01")},
		{.claim = {.assertion = STR("a1")}, .track = STR("t1"), .article.published = STR("")},
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		note(RELEASED_FIGURES, &rows[i], i);
	add_track("t2", "2016-12-01", ESTIMATE_CONTESTED, 0);
	note(RELEASED_CONTRADICTIONS, &x, 0);
	expect_rows(RELEASED_FIGURES, 2, "1 2");
	expect_rows(RELEASED_FIGURES, 3, "0 1 2");
	struct workbook_choice c = workbook_choose(notes, RELEASED_FIGURES, 4, &arena);

	cr_expect_eq(c.of, 4);
	cr_expect_eq(workbook_map_find(&c.rows, workbook_key(STR("a1"))), 1, "the first row of an assertion");
	cr_expect_eq(workbook_map_find(&c.rows, workbook_key(STR("a7"))), 3);
	cr_expect_eq(workbook_map_find(&c.rows, workbook_key(STR("a9"))), WORKBOOK_NOWHERE);
	row_notes_close(notes);
}

Test(workbook_choice, rows_that_begin_and_statements_of_a_track_are_counted)
{
	struct track one = {.id = STR("t1"), .place.name = STR("Lowfield")}, none = {.id = STR("t2")};

	begin();
	strs_add(&arena, &one.assertions, STR("a1"));
	strs_add(&arena, &one.assertions, STR("a2"));
	note(RELEASED_TRACKS, &one, 0);
	note(RELEASED_TRACKS, &none, 10);
	cr_expect_eq(notes->begun[RELEASED_TRACKS], 1, "the second has no place, which comes first");
	cr_expect_eq(notes->rows[RELEASED_TRACKS].at[0].statements, 2);
	cr_expect_eq(notes->rows[RELEASED_TRACKS].at[1].statements, 0);
	row_notes_close(notes);
}

Test(workbook_choice, days_grow_with_time)
{
	static const char *const days[] = {
		"",	   "0001-01-01", "1999-12-31",	      "2000",	   "2000-01-01", "2000-01-02",
		"2000-02", "2000-12-31", "2001-01-01T10:00Z", "9999-12-31"};

	for (size_t i = 1; i < sizeof days / sizeof *days; i++)
		cr_expect(workbook_day(str_of(days[i - 1])) < workbook_day(str_of(days[i])), "%s", days[i]);
	cr_expect(workbook_rank(true, 0, 0) > workbook_rank(false, workbook_day(STR("9999-12-31")), 0));
}
