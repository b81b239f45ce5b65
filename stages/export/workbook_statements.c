/* Behind the columns of an estimate: the statements that it rests on, each in a cell of its
 * own that leads to the figure. "Red Crescent: about 8,500 (2016-12-16)" */
#include "workbook_parts.h"

enum { STATEMENT_WIDTH = 36 };

static struct str cell_at(const struct book *book, const struct str *row, const char *column)
{
	return row[table_column(&book->ex->tables[RELEASED_FIGURES].table, str_of(column))];
}

void workbook_statements_keep(struct book *book, const struct str *row, size_t at)
{
	struct str who = cell_at(book, row, "source_name"), when = cell_at(book, row, "stated");
	struct buf b = {.arena = &book->scratch};
	bool cut;

	if (!book->statements)
		book->statements = ARENA_ARRAY(&book->keep, struct str, book->choices[RELEASED_FIGURES].n + 1);
	buf_printf(&b, "%.*s: %.*s", STR_ARG(who.n ? cell_rearm(who) : STR("the article")),
		   STR_ARG(cell_rearm(cell_at(book, row, "surface"))));
	if (when.n)
		buf_printf(&b, " (%.*s)", STR_ARG(when));
	book->statements[at] = str_dup(&book->keep, cell_text(buf_str(&b), &book->scratch, &cut));
}

void workbook_statements_head(struct book *book, lxw_worksheet *sheet, size_t column)
{
	for (size_t i = 0; i < WORKBOOK_STATEMENTS; i++) {
		char name[32];

		snprintf(name, sizeof name, "statement_%zu", i + 1);
		workbook_must(book,
			      worksheet_write_string(sheet, 0, (lxw_col_t)(column + i), name, book->formats.header));
	}
	workbook_must(book, worksheet_set_column(sheet, (lxw_col_t)column,
						 (lxw_col_t)(column + WORKBOOK_STATEMENTS - 1), STATEMENT_WIDTH, NULL));
}

void workbook_statements(struct book *book, struct str basis, lxw_row_t at, size_t column)
{
	struct str rest = basis;
	size_t n = 0;

	while (rest.n && n < WORKBOOK_STATEMENTS) {
		uint64_t row =
			workbook_map_find(&book->choices[RELEASED_FIGURES].rows, workbook_key(str_cut(&rest, '|')));

		if (row == WORKBOOK_NOWHERE)
			continue;
		const char *to = str_printf(&book->scratch, "internal:'Figures'!A%llu", (unsigned long long)row + 1).at;
		lxw_format *format =
			workbook_put_link(book, RELEASED_ESTIMATES, at, column + n, to) ? book->formats.link : NULL;

		workbook_must(book, worksheet_write_string(book->sheets[RELEASED_ESTIMATES], at,
							   (lxw_col_t)(column + n), book->statements[row].at, format));
		n++;
	}
}
