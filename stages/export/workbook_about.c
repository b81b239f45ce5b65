/* The sheets that tell what the others are: About (what is in and what is not) and README
 * (what each column means). */
#include "workbook_parts.h"

enum { ABOUT_WIDTH = 100, NAME_WIDTH = 22, MEANING_WIDTH = 80 };

static void put(struct book *book, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text,
		lxw_format *format)
{
	workbook_must(book, worksheet_write_string(sheet, row, column, text, format));
}

/* A row high enough for the text, wrapped in a column of that width: not every program makes room by itself. To be
 * called before the cells of the row are written. */
static void make_room(struct book *book, lxw_worksheet *sheet, lxw_row_t row, const char *text, size_t width)
{
	size_t fit = width * 11 / 10; /* [characters]: most are narrower than the digits that a width counts */
	size_t lines = (strlen(text) + fit - 1) / fit;

	if (lines > 1)
		workbook_must(book, worksheet_set_row(sheet, row, LXW_DEF_ROW_HEIGHT * (double)lines, NULL));
}

/* What a reader should know before using the numbers. */
static const struct {
	const char *name, *text;
} notes[] = {
	{"What this is",
	 "What news articles state: who said how many, when and where, in which words; and what follows "
	 "from it, with the contradictions named. To recount is to tell a story and to count again."},
	{"How to read it",
	 "Start at Tracks: one row for each quantity of an episode, with its low, best and high number "
	 "and how they came about. A measure leads to its chart, a why to the first figure behind it, an "
	 "estimate's statements to each of them; a figure leads to its document, and that out to the article."},
	{"Colours",
	 "Amber: contested, or an arithmetic check that does not hold. Blue: revised since the release before, "
	 "or changed by an analyst's override. Green: new or settled. Grey: gone."},
	{"Numbers", "Low and high are the least and the greatest number that a current statement gives; open_low and "
		    "open_high say that it leaves that side open (\"at least\", \"up to\"). Numbers of more than 15 "
		    "digits are text, for a spreadsheet would round them."},
	{"Dates",
	 "Days are dates; months, years, intervals and days before March 1900 are text, in EDTF (ISO 8601-2)."},
	{"Lists", "Items of a list are joined with |; a link from a list leads to the first of them that is in the "
		  "workbook."},
	{"Texts", "Texts are the publishers' words, never formulas. Texts beyond 32,767 characters are cut and say so. "
		  "Control characters are spaces. Only http and https addresses are links."},
	{"Licences", "Places: GeoNames, CC BY 4.0. The sentences belong to their publishers."},
};

static lxw_row_t put_notes(struct book *book, lxw_row_t row)
{
	for (size_t i = 0; i < sizeof notes / sizeof *notes; i++, row++) {
		make_room(book, book->about, row, notes[i].text, ABOUT_WIDTH);
		put(book, book->about, row, 0, notes[i].name, book->formats.strong);
		put(book, book->about, row, 1, notes[i].text, book->formats.wrap);
	}
	return row;
}

bool workbook_is_part(const struct book *book, enum released_name which)
{
	return book->choices[which].n < book->choices[which].of;
}

const char *workbook_amount(struct book *book, enum released_name which)
{
	const struct workbook_choice *c = &book->choices[which];
	const char *name = book->ex->tables[which].name;

	if (!workbook_is_part(book, which))
		return str_printf(&book->keep, "all %llu rows of %s.csv", (unsigned long long)c->of, name).at;
	return str_printf(&book->keep, "%zu of %llu rows: the contested and the newest; all are in %s.csv", c->n,
			  (unsigned long long)c->of, name)
		.at;
}

static lxw_row_t put_amounts(struct book *book, lxw_row_t row)
{
	for (size_t i = 0; i < RELEASED_COUNT; i++, row++) {
		const char *name = workbook_sheet_name((enum released_name)i);

		workbook_must(book, worksheet_write_url_opt(book->about, row, 0,
							    str_printf(&book->keep, "internal:'%s'!A1", name).at,
							    book->formats.link, name, NULL));
		put(book, book->about, row, 1, workbook_amount(book, (enum released_name)i), book->formats.wrap);
	}
	put(book, book->about, row, 0, "Charts", book->formats.strong);
	put(book, book->about, row++, 1,
	    str_printf(&book->keep, "%zu, for %llu tracks (workbook_charts in pipeline.conf)", book->n_charts,
		       (unsigned long long)book->choices[RELEASED_TRACKS].of)
		    .at,
	    book->formats.wrap);
	if (book->unlinked)
		put(book, book->about, row++, 1,
		    str_printf(&book->keep, "%zu cells have no link: a sheet holds %d", book->unlinked,
			       WORKBOOK_LINKS_MAX)
			    .at,
		    book->formats.wrap);
	if (book->cut)
		put(book, book->about, row++, 1,
		    str_printf(&book->keep, "%zu texts are cut at %d characters; the CSV has all of them", book->cut,
			       WORKBOOK_CELL_MAX)
			    .at,
		    book->formats.wrap);
	return row;
}

void workbook_about(struct book *book)
{
	lxw_row_t row = 0;

	workbook_must(book, worksheet_set_column(book->about, 0, 0, NAME_WIDTH, NULL));
	workbook_must(book, worksheet_set_column(book->about, 1, 1, ABOUT_WIDTH, NULL));
	put(book, book->about, row++, 0,
	    str_printf(&book->keep, "Figures and timeline as of %.*s", STR_ARG(book->ex->as_of)).at,
	    book->formats.title);
	put(book, book->about, row, 0, "Made by", book->formats.strong);
	put(book, book->about, row++, 1,
	    "Recount " RECOUNT_VERSION "; manifest.json beside this file names the inputs and settings, SHA256SUMS the "
	    "digest of every file",
	    book->formats.wrap);
	row = put_notes(book, row + 1);
	put_amounts(book, row + 1);
	worksheet_gridlines(book->about, LXW_HIDE_ALL_GRIDLINES);
	worksheet_set_landscape(book->about);
	worksheet_fit_to_pages(book->about, 1, 0);
}

/* In plain words, by type of column. */
static const char *kind_of(const struct column *c)
{
	static const char *const kinds[] = {
		[COLUMN_TEXT] = "text",		  [COLUMN_INT] = "whole number", [COLUMN_DECIMAL] = "number",
		[COLUMN_BOOL] = "true or false",  [COLUMN_ENUM] = "one of",	 [COLUMN_LIST] = "list",
		[COLUMN_SPANS] = "list of spans",
	};

	return cell_is_date_column(c) ? "date" : kinds[c->type];
}

static struct str meaning_of(struct book *book, const struct column *c)
{
	struct buf b = {.arena = &book->keep};

	buf_add(&b, str_of(c->about ? c->about : ""));
	if (c->type == COLUMN_ENUM) {
		buf_add(&b, STR(" (one of: "));
		for (size_t i = 1; c->values[i]; i++)
			buf_printf(&b, "%s%s", i > 1 ? ", " : "", c->values[i]);
		buf_add(&b, STR(")"));
	}
	return str_dup(&book->keep, buf_str(&b));
}

static lxw_row_t put_columns(struct book *book, enum released_name which, lxw_row_t row)
{
	const struct released *t = &book->ex->tables[which];

	put(book, book->readme, row, 0, workbook_sheet_name(which), book->formats.strong);
	put(book, book->readme, row++, 2, t->about, book->formats.strong);
	for (size_t i = 0; i < t->table.n; i++, row++) {
		const struct column *c = &t->table.columns[i];
		struct str meaning = meaning_of(book, c);

		make_room(book, book->readme, row, meaning.at, MEANING_WIDTH);
		put(book, book->readme, row, 0, workbook_sheet_name(which), book->formats.wrap);
		put(book, book->readme, row, 1, column_name(&book->keep, c).at, book->formats.wrap);
		put(book, book->readme, row, 2, meaning.at, book->formats.wrap);
		put(book, book->readme, row, 3, kind_of(c), book->formats.wrap);
		if (c->example)
			put(book, book->readme, row, 4, c->example, book->formats.wrap);
		put(book, book->readme, row, 5, t->tags[i], book->formats.wrap);
	}
	if (which == RELEASED_ESTIMATES) {
		static const char meaning[] = "here only: the statements that it rests on, as far as they are in the "
					      "workbook, each with a link to its figure";

		make_room(book, book->readme, row, meaning, MEANING_WIDTH);
		put(book, book->readme, row, 0, workbook_sheet_name(which), book->formats.wrap);
		put(book, book->readme, row, 1, "statement_1 …", book->formats.wrap);
		put(book, book->readme, row++, 2, meaning, book->formats.wrap);
	}
	return row;
}

void workbook_readme(struct book *book)
{
	static const struct {
		const char *name;
		double width;
	} columns[] = {{"sheet", 16}, {"column", 20},  {"what it means", MEANING_WIDTH},
		       {"kind", 15},  {"example", 36}, {"HXL tag", 30}};
	lxw_row_t row = 1;

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		put(book, book->readme, 0, (lxw_col_t)i, columns[i].name, book->formats.header);
		workbook_must(book,
			      worksheet_set_column(book->readme, (lxw_col_t)i, (lxw_col_t)i, columns[i].width, NULL));
	}
	for (size_t i = 0; i < RELEASED_COUNT; i++)
		row = put_columns(book, (enum released_name)i, row);
	worksheet_freeze_panes(book->readme, 1, 0);
	workbook_must(book, worksheet_autofilter(book->readme, 0, 0, row - 1, sizeof columns / sizeof *columns - 1));
	worksheet_set_landscape(book->readme);
	worksheet_fit_to_pages(book->readme, 1, 0);
}
