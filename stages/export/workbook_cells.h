/* workbook_cells - what a cell of a released CSV is in a workbook: a number, a day, a yes
 * or no, or plain text. Nothing is rounded or guessed: what a spreadsheet cannot hold
 * exactly stays text, as it is in the CSV.
 * Source: ECMA-376 part 1, 18.3.1.4 and 22.4.2.4; Excel's specifications and limits. */
#ifndef RECOUNT_WORKBOOK_CELLS_H
#define RECOUNT_WORKBOOK_CELLS_H

#include "files/table.h"

enum {
	WORKBOOK_ROWS_MAX = 1048576, /* of a sheet, the header included */
	WORKBOOK_LINKS_MAX = 65530,  /* of a sheet */
	WORKBOOK_CELL_MAX = 32767,   /* UTF-16 units of a cell's text */
	WORKBOOK_URL_MAX = 2079,     /* characters of an address */
};

enum cell_kind { CELL_EMPTY, CELL_TEXT, CELL_NUMBER, CELL_YES_NO, CELL_DATE };

struct cell {
	enum cell_kind kind;
	double number;	     /* CELL_NUMBER; CELL_YES_NO: 0 or 1; CELL_DATE: [days since 1899-12-30] */
	struct str text;     /* CELL_TEXT: ends in a NUL */
	const char *pattern; /* CELL_DATE: its number format, which shows the date as the CSV has it; else NULL */
	bool cut;	     /* the text was longer than a cell may be, and says so at its end */
};

/* The cell of a released CSV as one of the workbook. `text` ends in a NUL; texts that the
 * CSV disarms (disarm_cell) are as they were. */
struct cell cell_of(const struct column *column, struct str text, struct arena *arena);

/* Is it a column of EDTF dates, of which whole days become dates? */
bool cell_is_date_column(const struct column *column);

/* "2016-12-16", "2016-12-16T10:00Z" and "…T10:00:05+01:00" as a date; else false. Days before
 * 1900-03-01 are not dates: spreadsheets disagree about them (one has a 29 February 1900). */
bool cell_date(struct str text, struct cell *out, struct arena *arena);

/* A text that XML 1.0 and a cell can hold: controls become spaces, what is no UTF-8 (lone
 * surrogates too) and U+FFFE, U+FFFF become U+FFFD, "_x0041_" is kept from being read as
 * an "A". Cut at WORKBOOK_CELL_MAX. Ends in a NUL. */
struct str cell_text(struct str text, struct arena *arena, bool *cut);

/* An address that may be followed: http or https, without spaces and controls, not too long. */
bool cell_is_link(struct str url);

/* The text before disarm_cell. */
struct str cell_rearm(struct str text);

#endif
