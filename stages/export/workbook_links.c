/* Which cells lead where: from an estimate to the figures that it rests on, from a figure
 * to its document and track, from a document out to its address. */
#include "workbook_parts.h"

enum target { TO_ADDRESS = -1, TO_CHART = -2 };

/* The column, and the sheet whose key stands in `by` (the first that is in the sheet, for a list). */
static const struct lead {
	enum released_name which;
	const char *column;
	const char *by;
	int to; /* enum released_name or enum target */
} leads[] = {
	{RELEASED_FIGURES, "url", "url", TO_ADDRESS},
	{RELEASED_FIGURES, "title", "document", RELEASED_DOCUMENTS},
	{RELEASED_FIGURES, "document", "document", RELEASED_DOCUMENTS},
	{RELEASED_FIGURES, "track", "track", RELEASED_TRACKS},
	{RELEASED_FIGURES, "source_name", "source_id", RELEASED_SOURCES},
	{RELEASED_TIMELINE, "url", "url", TO_ADDRESS},
	{RELEASED_TIMELINE, "title", "documents", RELEASED_DOCUMENTS},
	{RELEASED_TIMELINE, "documents", "documents", RELEASED_DOCUMENTS},
	{RELEASED_TIMELINE, "source_name", "source_id", RELEASED_SOURCES},
	{RELEASED_TRACKS, "measure", "id", TO_CHART},
	{RELEASED_TRACKS, "why", "assertions", RELEASED_FIGURES},
	{RELEASED_TRACKS, "assertions", "assertions", RELEASED_FIGURES},
	{RELEASED_ESTIMATES, "why", "basis", RELEASED_FIGURES},
	{RELEASED_ESTIMATES, "basis", "basis", RELEASED_FIGURES},
	{RELEASED_ESTIMATES, "contested_by", "contested_by", RELEASED_SOURCES},
	{RELEASED_ESTIMATES, "track", "track", RELEASED_TRACKS},
	{RELEASED_CONTRADICTIONS, "track", "track", RELEASED_TRACKS},
	{RELEASED_CONTRADICTIONS, "sides", "statements", RELEASED_FIGURES},
	{RELEASED_CONTRADICTIONS, "sides", "statements", RELEASED_TIMELINE},
	{RELEASED_CONTRADICTIONS, "sources", "sources", RELEASED_SOURCES},
	{RELEASED_CONTRADICTIONS, "documents", "documents", RELEASED_DOCUMENTS},
	{RELEASED_CHECKS, "why", "tracks", RELEASED_TRACKS},
	{RELEASED_CHECKS, "tracks", "tracks", RELEASED_TRACKS},
	{RELEASED_CHANGES, "why", "id", RELEASED_TRACKS},
	{RELEASED_CHANGES, "why", "id", RELEASED_CONTRADICTIONS},
	{RELEASED_CHANGES, "sources", "sources", RELEASED_SOURCES},
	{RELEASED_DOCUMENTS, "url", "url", TO_ADDRESS},
	{RELEASED_DOCUMENTS, "copy_of", "copy_of", RELEASED_DOCUMENTS},
};

/* Row of the first id of the list that the sheet has; 0: none. */
static uint64_t row_of(const struct workbook_map *rows, struct str ids)
{
	struct str rest = ids;

	while (rest.n) {
		uint64_t row = workbook_map_find(rows, workbook_key(str_cut(&rest, '|')));

		if (row != WORKBOOK_NOWHERE)
			return row;
	}
	return 0;
}

static const char *inside(struct book *book, const char *sheet, uint64_t row)
{
	return row ? str_printf(&book->scratch, "internal:'%s'!A%llu", sheet, (unsigned long long)row + 1).at : NULL;
}

/* Where a lead goes, for a row that has `ids` in the column that it goes by. */
static const char *follow(struct book *book, const struct lead *lead, struct str ids)
{
	if (lead->to == TO_ADDRESS)
		return cell_is_link(ids) ? ids.at : NULL;
	if (lead->to == TO_CHART) {
		uint64_t row = workbook_map_find(&book->charted, workbook_key(ids));

		return inside(book, "Charts", row == WORKBOOK_NOWHERE ? 0 : row);
	}
	return inside(book, workbook_sheet_name((enum released_name)lead->to),
		      row_of(&book->choices[lead->to].rows, ids));
}

void workbook_leads(struct book *book, enum released_name which)
{
	const struct table *t = &book->ex->tables[which].table;

	book->leads.n = 0;
	for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
		int column = table_column(t, str_of(leads[i].column)), by = table_column(t, str_of(leads[i].by));

		if (leads[i].which == which && column >= 0 && by >= 0)
			book->leads.at[book->leads.n++] = (struct workbook_lead){&leads[i], (size_t)column, (size_t)by};
	}
}

const char *workbook_link(struct book *book, size_t column, const struct str *row)
{
	const char *to = NULL;

	for (size_t i = 0; !to && i < book->leads.n; i++)
		if (book->leads.at[i].column == column)
			to = follow(book, book->leads.at[i].lead, row[book->leads.at[i].by]);
	return to;
}
