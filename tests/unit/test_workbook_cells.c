#include "folder_of_test.h"

#include "files/disarm.h"
#include "released.h"
#include "workbook_cells.h"

TestSuite(workbook_cells, .init = folder_begin, .fini = folder_end);

static const struct column text_column = {.name = "title", .type = COLUMN_TEXT},
			   day_column = {.name = "published", .type = COLUMN_TEXT},
			   whole_column = {.name = "start", .type = COLUMN_INT},
			   number_column = {.name = "best", .type = COLUMN_DECIMAL},
			   bool_column = {.name = "quoted", .type = COLUMN_BOOL};

static struct cell cell(const struct column *column, const char *text)
{
	return cell_of(column, str_of(text), &arena);
}

Test(workbook_cells, numbers_are_numbers_as_long_as_none_is_rounded)
{
	static const struct {
		const char *text;
		enum cell_kind kind;
		double number;
	} cases[] = {
		{"4500", CELL_NUMBER, 4500},
		{"-3", CELL_NUMBER, -3},
		{"0", CELL_NUMBER, 0},
		{"0.25", CELL_NUMBER, 0.25},
		{"0.1", CELL_NUMBER, 0.1},
		{"33.8933", CELL_NUMBER, 33.8933},
		{"999999999999999", CELL_NUMBER, 999999999999999},
		{"1234567890123456", CELL_TEXT, 0},
		{"0.1234567890123456", CELL_TEXT, 0},
		{"", CELL_EMPTY, 0},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cell got = cell(&number_column, cases[i].text);

		cr_expect_eq(got.kind, cases[i].kind, "kind of '%s'", cases[i].text);
		cr_expect(got.number == cases[i].number, "'%s' became %.17g", cases[i].text, got.number);
	}
	cr_expect_eq(cell(&whole_column, "12").kind, CELL_NUMBER);
}

Test(workbook_cells, a_text_that_looks_like_a_number_or_a_day_stays_a_text)
{
	static const char *const texts[] = {"007", "12", "2016-12-16", "true", "1e5", "=1+1"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct cell got = cell(&text_column, texts[i]);

		cr_expect_eq(got.kind, CELL_TEXT, "'%s'", texts[i]);
		expect_text(got.text, texts[i]);
	}
	cr_expect_eq(cell(&bool_column, "true").number, 1);
	cr_expect_eq(cell(&bool_column, "false").kind, CELL_YES_NO);
}

Test(workbook_cells, whole_days_are_dates_and_all_other_time_stays_as_it_is)
{
	static const struct {
		const char *text;
		double number; /* 0: a text */
		const char *pattern;
	} cases[] = {
		{"2016-12-16", 42720, "yyyy-mm-dd"},
		{"1970-01-01", 25569, "yyyy-mm-dd"},
		{"1900-03-01", 61, "yyyy-mm-dd"},
		{"1900-02-28", 0, NULL},
		{"1899-12-31", 0, NULL},
		{"9999-12-31", 2958465, "yyyy-mm-dd"},
		{"2016-12-16T12:00Z", 42720.5, "yyyy-mm-dd\"T\"hh:mm\"Z\""},
		{"2016-12-16T06:00:00+05:45", 42720.25, "yyyy-mm-dd\"T\"hh:mm:ss\"+05:45\""},
		{"2016-12-16T18:00-03:00", 42720.75, "yyyy-mm-dd\"T\"hh:mm\"-03:00\""},
		{"2016-12-16T18:00", 42720.75, "yyyy-mm-dd\"T\"hh:mm"},
		{"2016-12", 0, NULL},
		{"2016", 0, NULL},
		{"2016-12~", 0, NULL},
		{"2016-12-15/2016-12-16", 0, NULL},
		{"2011/..", 0, NULL},
		{"2016-02-30", 0, NULL},
		{"2016-12-16T10:00:60Z", 0, NULL},
		{"2016-12-16 10:00", 0, NULL},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct cell got = cell(&day_column, cases[i].text);

		cr_expect_eq(got.kind, cases[i].pattern ? CELL_DATE : CELL_TEXT, "kind of '%s'", cases[i].text);
		cr_expect(got.number == cases[i].number, "'%s' became %.17g", cases[i].text, got.number);
		if (cases[i].pattern)
			cr_expect_str_eq(got.pattern, cases[i].pattern, "for '%s'", cases[i].text);
		else
			expect_text(got.text, cases[i].text);
	}
}

Test(workbook_cells, dates_are_told_by_the_names_of_columns)
{
	const struct released *tables = released_tables(&arena);
	static const struct {
		enum released_name table;
		const char *column;
		bool dates;
	} cases[] = {
		{RELEASED_FIGURES, "published", true},	 {RELEASED_FIGURES, "stated", true},
		{RELEASED_FIGURES, "period", true},	 {RELEASED_TIMELINE, "when", true},
		{RELEASED_TRACKS, "episode_from", true}, {RELEASED_ESTIMATES, "as_of", true},
		{RELEASED_SOURCES, "first_said", true},	 {RELEASED_CONTRADICTIONS, "since", true},
		{RELEASED_FIGURES, "title", false},	 {RELEASED_FIGURES, "published_basis", false},
		{RELEASED_FIGURES, "sentence", false},	 {RELEASED_DOCUMENTS, "ref", false},
		{RELEASED_TRACKS, "closed", false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct table *t = &tables[cases[i].table].table;
		int column = table_column(t, str_of(cases[i].column));

		cr_assert(column >= 0, "%s", cases[i].column);
		cr_expect_eq(cell_is_date_column(&t->columns[column]), cases[i].dates, "%s", cases[i].column);
	}
}

Test(workbook_cells, what_xml_or_a_cell_cannot_hold_is_replaced)
{
	static const struct {
		const char *text, *cell;
	} cases[] = {
		{"plain", "plain"},
		{"bell\a, tab\t, line\n, escape\x1b", "bell , tab , line , escape "},
		{"del\x7f", "del "},
		{"half \xED\xA0\x80 of a pair", "half \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD of a pair"},
		{"no \xFF UTF-8 \xC3", "no \xEF\xBF\xBD UTF-8 \xEF\xBF\xBD"},
		{"\xEF\xBF\xBE and \xEF\xBF\xBF", "\xEF\xBF\xBD and \xEF\xBF\xBD"},
		{"_x0041_ is no A", "_x005F_x0041_ is no A"},
		{"é_x0041_", "é_x005F_x0041_"},
		{"_x41_ _x00G1_ _x0041", "_x41_ _x00G1_ _x0041"},
		{"emoji 🚍, עברית, العربية", "emoji 🚍, עברית, العربية"},
		{"<b>&amp;\"'", "<b>&amp;\"'"},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool cut;

		expect_text(cell_text(str_of(cases[i].text), &arena, &cut), cases[i].cell);
		cr_expect_not(cut);
	}
}

/* n times the unit, as one text. */
static struct str many(const char *unit, size_t n)
{
	struct buf b = {.arena = &arena};

	for (size_t i = 0; i < n; i++)
		buf_add(&b, str_of(unit));
	return str_dup(&arena, buf_str(&b));
}

static size_t utf16_units(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += ((unsigned char)s.at[i] & 0xC0) != 0x80 ? 1 + ((unsigned char)s.at[i] >= 0xF0) : 0;
	return n;
}

Test(workbook_cells, a_text_too_long_for_a_cell_is_cut_and_says_so)
{
	static const struct {
		const char *unit;
		size_t most; /* that fit */
	} cases[] = {{"a", WORKBOOK_CELL_MAX}, {"é", WORKBOOK_CELL_MAX}, {"🚍", WORKBOOK_CELL_MAX / 2}};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bool cut;
		struct str whole = many(cases[i].unit, cases[i].most), more = many(cases[i].unit, cases[i].most + 1);

		cr_expect(str_eq(cell_text(whole, &arena, &cut), whole));
		cr_expect_not(cut);
		struct str got = cell_text(more, &arena, &cut);

		cr_expect(cut);
		cr_expect(str_ends(got, STR(" … (cut: the CSV has all of it)")));
		cr_expect_leq(utf16_units(got), WORKBOOK_CELL_MAX);
		cr_expect_geq(utf16_units(got), WORKBOOK_CELL_MAX - 40);
	}
}

Test(workbook_cells, a_text_is_as_it_was_before_the_csv_disarmed_it)
{
	static const char *const texts[] = {"=1+1", "'=1+1", "''@x", "+49 30", "-2", "@SUM(A1)", "'quoted'",
					    "'",    "plain", "a=1",  "＝1",    "''", "'-"};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		expect_text(cell_rearm(disarm_cell(&arena, str_of(texts[i]))), texts[i]);
}

Test(workbook_cells, only_web_addresses_are_followed)
{
	static const struct {
		const char *url;
		bool followed;
	} cases[] = {
		{"https://example.org/a?b=c#d", true},
		{"HTTP://example.org", true},
		{"javascript:alert(1)", false},
		{" https://example.org", false},
		{"https://example.org/a b", false},
		{"https://example.org/\x01", false},
		{"https://example.org/\xff", false},
		{"file:///etc/passwd", false},
		{"internal:Figures!A1", false},
		{"external:c:\\x.xlsx", false},
		{"mailto:a@example.org", false},
		{"data:text/html,x", false},
		{"ftp://example.org", false},
		{"../../etc/passwd", false},
		{"", false},
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_eq(cell_is_link(str_of(cases[i].url)), cases[i].followed, "%s", cases[i].url);
	cr_expect_not(cell_is_link(many("https://", WORKBOOK_URL_MAX / 8 + 1)));
}
