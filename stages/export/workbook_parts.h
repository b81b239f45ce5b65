/* workbook_parts - what the files of the workbook share: the open file, its formats, and
 * what each sheet holds. libxlsxwriter is used in workbook*.c alone. */
#ifndef RECOUNT_WORKBOOK_PARTS_H
#define RECOUNT_WORKBOOK_PARTS_H

#include <xlsxwriter.h>

#include "workbook_cells.h"
#include "workbook_choice.h"
#include "written_rows.h"

enum {
	WORKBOOK_PATTERNS = 64, /* number formats of dates; clock times of further zones stay text */
	WORKBOOK_COLUMNS = 64,
	WORKBOOK_LEADS = 8,	 /* of a sheet */
	WORKBOOK_STATEMENTS = 4, /* of an estimate, each with a cell of its own */
};

enum workbook_colour { COLOUR_CONTESTED, COLOUR_REVISED, COLOUR_NEW, COLOUR_GONE, COLOUR_COUNT };

struct workbook_formats {
	lxw_format *header, *whole, *link, *title, *strong, *wrap;
	lxw_format *colours[COLOUR_COUNT];
	struct {
		const char *pattern;
		lxw_format *format;
	} dates[WORKBOOK_PATTERNS];
	size_t n_dates;
};

/* The days of one track in the sheet of estimates. */
struct workbook_run {
	uint64_t track; /* its key */
	uint64_t rank;
	struct str title;
	struct str status;
	lxw_row_t first, last;	    /* rows of the sheet */
	double first_day, last_day; /* [days since 1899-12-30]; 0: a day is no date there */
	bool low, best, high;	    /* has it any number there? */
	bool negative;		    /* is any of them below 0? */
};

struct workbook_runs {
	struct workbook_run *at;
	size_t n, room;
};

/* A column of the sheet being written whose cells lead somewhere, by the ids of `by`. */
struct workbook_lead {
	const struct lead *lead;
	size_t column, by;
};

struct book {
	const struct export *ex;
	struct arena keep, scratch;
	const char *temporary; /* name of the file until it is complete */
	lxw_workbook *file;
	struct workbook_formats formats;
	lxw_worksheet *sheets[RELEASED_COUNT], *charts, *about, *readme;
	unsigned numbers[RELEASED_COUNT]; /* of the sheets, from 1; the sheets end with the file */
	const struct row_notes *notes;
	struct workbook_choice choices[RELEASED_COUNT];
	struct {
		struct workbook_lead at[WORKBOOK_LEADS];
		size_t n;
	} leads;
	struct str *statements; /* [rows of the sheet Figures] who says what, when; NULL until it is written */
	struct workbook_runs runs;
	struct workbook_map charted; /* track -> row of its chart in the sheet Charts */
	size_t links[RELEASED_COUNT], unlinked, cut;
	size_t n_charts; /* drawn */
};

/* Name of a table's sheet: "Figures". */
const char *workbook_sheet_name(enum released_name which);

/* A date of that pattern; NULL when there are too many patterns. */
lxw_format *workbook_date_format(struct book *book, const char *pattern);

/* The rows of a table, typed, with header, filter, widths, colours and links. */
void workbook_sheet(struct book *book, enum released_name which);

/* Look up what leads out of the sheet of that table, which is written next. */
void workbook_leads(struct book *book, enum released_name which);
/* Where a cell of that column leads: "internal:'Documents'!A12" or the address itself;
 * NULL: nowhere. */
const char *workbook_link(struct book *book, size_t column, const struct str *row);

/* Make the cell lead there; its text is written after. False: the sheet has all links that it may. */
bool workbook_put_link(struct book *book, enum released_name which, lxw_row_t at, size_t column, const char *to);

/* Keep what a row of the sheet Figures states. */
void workbook_statements_keep(struct book *book, const struct str *row, size_t at);
/* Columns from `column` on of the sheet of estimates: their header, and the cells of a row. */
void workbook_statements_head(struct book *book, lxw_worksheet *sheet, size_t column);
void workbook_statements(struct book *book, struct str basis, lxw_row_t at, size_t column);

/* Note an estimate's row for its track's chart. */
void workbook_runs_add(struct book *book, const struct str *row, lxw_row_t at);
/* Decide which tracks are charted and where: before the sheet of tracks is written. */
void workbook_charts_choose(struct book *book);
void workbook_charts(struct book *book);

/* "all 512 rows of figures.csv", or how many of them the sheet has. */
const char *workbook_amount(struct book *book, enum released_name which);
/* Are rows of the table left out? */
bool workbook_is_part(const struct book *book, enum released_name which);

void workbook_about(struct book *book);
void workbook_readme(struct book *book);

/* Are all parts of the closed file there to their last byte, and all rows? */
bool workbook_is_whole(const struct book *book);

/* Ends the program when the library says that something went wrong. */
void workbook_must(const struct book *book, lxw_error error);

#endif
