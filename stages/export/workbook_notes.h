/* workbook_notes - what is noted of each row while a table is written, so that the workbook
 * can choose among all rows, and find those it takes in the CSV, without reading them all
 * again: 40 bytes a row. */
#ifndef RECOUNT_WORKBOOK_NOTES_H
#define RECOUNT_WORKBOOK_NOTES_H

#include "export.h"
#include "files/row_cells.h"
#include "workbook_map.h"

struct workbook_note {
	uint64_t at;	/* its first byte in the CSV */
	uint64_t key;	/* of the id by which cells of other sheets lead here; 0: none */
	uint64_t by[2]; /* keys of ids by which it may be contested, or of an estimate's track; 0: none */
	uint32_t day;	/* grows with the day; 0: none is known */
	bool contested; /* the row says so itself */
};

struct workbook_notes {
	struct arena arena;
	struct {
		struct workbook_note *at;
		size_t n, room;
	} rows[RELEASED_COUNT];
	struct workbook_map disputed;	  /* tracks, assertions, events and documents that are contested */
	struct workbook_map tracks;	  /* id -> rank */
	struct workbook_columns *columns; /* [RELEASED_COUNT] */
};

/* Before the tables are written. NULL when no workbook is wanted. */
struct workbook_notes *workbook_notes_open(const struct export *ex);
/* A row that begins at that byte of its CSV. */
void workbook_note(struct workbook_notes *notes, enum released_name which, const struct row_cell *cells, uint64_t at);
void workbook_notes_close(struct workbook_notes *notes);

/* Rank of a row: the greater, the sooner it is in. Contested first, then by day. */
uint64_t workbook_rank(bool contested, uint32_t day, uint32_t second_day);
/* "2016-12-15…" as a number that grows with the day, below 2^22; 0 when it is no date. */
uint32_t workbook_day(struct str date);

#endif
