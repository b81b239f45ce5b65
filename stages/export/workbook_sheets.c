/* One sheet for a table of the release. */
#include "workbook_parts.h"

enum { WIDTH_LEAST = 7, WIDTH_MOST = 60, WIDTH_ID = 14, WIDTH_ARROW = 3, WIDTH_ADDRESS = 30 };

static const char *const names[RELEASED_COUNT] = {
	[RELEASED_FIGURES] = "Figures",
	[RELEASED_TIMELINE] = "Timeline",
	[RELEASED_TRACKS] = "Tracks",
	[RELEASED_ESTIMATES] = "Estimates",
	[RELEASED_CONTRADICTIONS] = "Contradictions",
	[RELEASED_CHECKS] = "Checks",
	[RELEASED_SOURCES] = "Sources",
	[RELEASED_DOCUMENTS] = "Documents",
	[RELEASED_CHANGES] = "Changes",
};

/* Rows are coloured as far as `to`, where `column` has `value`. The rules of a sheet reach
 * equally far: LibreOffice 7.4 crashes in print where ranges of two lie within each other. */
static const struct {
	enum released_name which;
	const char *column, *value, *to;
	enum workbook_colour colour;
} colours[] = {
	{RELEASED_TRACKS, "status", "\"contested\"", "sources", COLOUR_CONTESTED},
	{RELEASED_ESTIMATES, "status", "\"contested\"", "why", COLOUR_CONTESTED},
	{RELEASED_ESTIMATES, "overridden", "TRUE", "why", COLOUR_REVISED},
	{RELEASED_CHECKS, "holds", "FALSE", "why", COLOUR_CONTESTED},
	{RELEASED_CHANGES, "kind", "\"contested\"", "why", COLOUR_CONTESTED},
	{RELEASED_CHANGES, "kind", "\"revised\"", "why", COLOUR_REVISED},
	{RELEASED_CHANGES, "kind", "\"new\"", "why", COLOUR_NEW},
	{RELEASED_CHANGES, "kind", "\"settled\"", "why", COLOUR_NEW},
	{RELEASED_CHANGES, "kind", "\"gone\"", "why", COLOUR_GONE},
};

const char *workbook_sheet_name(enum released_name which)
{
	return names[which];
}

lxw_format *workbook_date_format(struct book *book, const char *pattern)
{
	struct workbook_formats *f = &book->formats;

	for (size_t i = 0; i < f->n_dates; i++)
		if (strcmp(f->dates[i].pattern, pattern) == 0)
			return f->dates[i].format;
	if (f->n_dates == WORKBOOK_PATTERNS)
		return NULL;
	lxw_format *format = workbook_add_format(book->file);

	format_set_num_format(format, pattern);
	format_set_align(format, LXW_ALIGN_LEFT);
	f->dates[f->n_dates].pattern = str_dup(&book->keep, str_of(pattern)).at;
	f->dates[f->n_dates++].format = format;
	return format;
}

/* A table on its way into its sheet. */
struct filling {
	struct book *book;
	enum released_name which;
	const struct table *table;
	lxw_worksheet *sheet;
	size_t widths[WORKBOOK_COLUMNS]; /* widest text so far [characters] */
};

static size_t characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n && n < WIDTH_MOST; i++)
		n += ((unsigned char)s.at[i] & 0xC0) != 0x80;
	return n;
}

static void widen(struct filling *f, size_t column, size_t width)
{
	if (width > f->widths[column])
		f->widths[column] = width;
}

static void put_header(struct filling *f)
{
	struct book *book = f->book;

	for (size_t i = 0; i < f->table->n; i++) {
		struct str name = column_name(&book->scratch, &f->table->columns[i]);

		workbook_must(book, worksheet_write_string(f->sheet, 0, (lxw_col_t)i, name.at, book->formats.header));
		widen(f, i, name.n + WIDTH_ARROW);
	}
}

/* The library keeps what it is told to show for each link and cuts it at 2,079 bytes, within
 * a character too: it is told where the link leads, and the cell's text is written after. */
bool workbook_put_link(struct book *book, enum released_name which, lxw_row_t at, size_t column, const char *to)
{
	const char *shown = strncmp(to, "internal:", 9) == 0 ? to + 9 : to;

	if (book->links[which] == WORKBOOK_LINKS_MAX) {
		book->unlinked++;
		return false;
	}
	if (worksheet_write_url_opt(book->sheets[which], at, (lxw_col_t)column, to, book->formats.link, shown, NULL) !=
	    LXW_NO_ERROR)
		return false;
	book->links[which]++;
	return true;
}

static void put_text(struct filling *f, lxw_row_t at, size_t column, const struct cell *cell, const struct str *row)
{
	struct book *book = f->book;
	const char *to = workbook_link(book, column, row);
	lxw_format *format = to && workbook_put_link(book, f->which, at, column, to) ? book->formats.link : NULL;

	widen(f, column, characters(cell->text));
	book->cut += cell->cut;
	workbook_must(book, worksheet_write_string(f->sheet, at, (lxw_col_t)column, cell->text.at, format));
}

static void put_number(struct filling *f, lxw_row_t at, size_t column, const struct cell *cell, struct str text)
{
	bool whole = cell->number == (double)(int64_t)cell->number;

	widen(f, column, text.n + text.n / 3);
	workbook_must(f->book, worksheet_write_number(f->sheet, at, (lxw_col_t)column, cell->number,
						      whole ? f->book->formats.whole : NULL));
}

static bool put_date(struct filling *f, lxw_row_t at, size_t column, const struct cell *cell, struct str text)
{
	lxw_format *format = workbook_date_format(f->book, cell->pattern);

	if (!format)
		return false;
	widen(f, column, text.n);
	workbook_must(f->book, worksheet_write_number(f->sheet, at, (lxw_col_t)column, cell->number, format));
	return true;
}

static void put_cell(struct filling *f, lxw_row_t at, size_t column, const struct str *row)
{
	struct cell cell = cell_of(&f->table->columns[column], row[column], &f->book->scratch);

	if (cell.kind == CELL_DATE && !put_date(f, at, column, &cell, row[column]))
		cell = (struct cell){.kind = CELL_TEXT, .text = row[column]};
	if (cell.kind == CELL_TEXT)
		put_text(f, at, column, &cell, row);
	else if (cell.kind == CELL_NUMBER)
		put_number(f, at, column, &cell, row[column]);
	else if (cell.kind == CELL_YES_NO)
		workbook_must(f->book,
			      worksheet_write_boolean(f->sheet, at, (lxw_col_t)column, (int)cell.number, NULL));
}

static void put_row(struct filling *f, lxw_row_t at, const struct str *row)
{
	for (size_t c = 0; c < f->table->n; c++)
		if (row[c].n)
			put_cell(f, at, c, row);
	if (f->which == RELEASED_FIGURES)
		workbook_statements_keep(f->book, row, at);
	if (f->which != RELEASED_ESTIMATES)
		return;
	workbook_statements(f->book, row[table_column(f->table, STR("basis"))], at, f->table->n);
	workbook_runs_add(f->book, row, at);
}

static void put_rows(struct filling *f)
{
	struct book *book = f->book;
	const struct workbook_choice *choice = &book->choices[f->which];
	struct written_rows *rows = written_rows_open(book->ex, f->which);

	for (size_t i = 0; i < choice->n; i++) {
		const struct str *row = written_rows_at(rows, choice->at[i]);

		put_row(f, (lxw_row_t)i + 1, row);
		arena_reset(&book->scratch);
	}
	written_rows_close(rows);
}

/* Below the filter's rows, where it stays in sight whatever is filtered: that something is not
 * here must not be taken for its not being known. */
static void put_left_out(struct filling *f)
{
	const char *amount = workbook_amount(f->book, f->which);
	lxw_row_t below = (lxw_row_t)f->book->choices[f->which].n + 1;

	if (workbook_is_part(f->book, f->which))
		workbook_must(f->book, worksheet_write_string(f->sheet, below, 0, amount, f->book->formats.strong));
}

static bool is_id(const struct column *c, struct arena *scratch)
{
	struct str name = column_name(scratch, c);
	static const char *const ids[] = {"id",		"document", "documents",  "track",     "tracks", "assertion",
					  "assertions", "basis",    "statements", "happening", "chain",	 "spans",
					  "aliases",	"part_of",  "copy_of",	  "rules"};

	if (str_ends(name, STR("_id")))
		return true;
	for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
		if (str_eq(name, str_of(ids[i])))
			return true;
	return false;
}

static void set_widths(const struct filling *f)
{
	for (size_t i = 0; i < f->table->n; i++) {
		size_t width = f->widths[i] + 1, most = WIDTH_MOST;

		if (is_id(&f->table->columns[i], &f->book->scratch))
			most = WIDTH_ID;
		else if (strcmp(f->table->columns[i].name, "url") == 0)
			most = WIDTH_ADDRESS;
		width = width > most ? most : width < WIDTH_LEAST ? WIDTH_LEAST : width;
		workbook_must(f->book, worksheet_set_column(f->sheet, (lxw_col_t)i, (lxw_col_t)i, (double)width, NULL));
	}
}

static void set_colours(const struct filling *f)
{
	for (size_t i = 0; i < sizeof colours / sizeof *colours; i++) {
		char cell[LXW_MAX_CELL_NAME_LENGTH];
		int column = table_column(f->table, str_of(colours[i].column)),
		    to = table_column(f->table, str_of(colours[i].to));

		if (colours[i].which != f->which || column < 0 || to < 0 || f->book->choices[f->which].n == 0)
			continue;
		lxw_rowcol_to_cell_abs(cell, 1, (lxw_col_t)column, 0, 1);
		lxw_conditional_format rule = {
			.type = LXW_CONDITIONAL_TYPE_FORMULA,
			.value_string = (char *)str_printf(&f->book->keep, "=%s=%s", cell, colours[i].value).at,
			.format = f->book->formats.colours[colours[i].colour],
		};
		workbook_must(f->book, worksheet_conditional_format_range(f->sheet, 1, 0,
									  (lxw_row_t)f->book->choices[f->which].n,
									  (lxw_col_t)to, &rule));
	}
}

void workbook_sheet(struct book *book, enum released_name which)
{
	struct filling f = {
		.book = book, .which = which, .table = &book->ex->tables[which].table, .sheet = book->sheets[which]};

	workbook_leads(book, which);
	put_header(&f);
	if (which == RELEASED_ESTIMATES)
		workbook_statements_head(book, f.sheet, f.table->n);
	put_rows(&f);
	set_widths(&f);
	set_colours(&f);
	worksheet_freeze_panes(f.sheet, 1, 0);
	size_t columns = f.table->n + (which == RELEASED_ESTIMATES ? WORKBOOK_STATEMENTS : 0);

	workbook_must(book,
		      worksheet_autofilter(f.sheet, 0, 0, (lxw_row_t)book->choices[which].n, (lxw_col_t)(columns - 1)));
	put_left_out(&f); /* after what reaches to the row above: the library goes on downwards only */
	worksheet_set_landscape(f.sheet);
	worksheet_repeat_rows(f.sheet, 0, 0);
}
