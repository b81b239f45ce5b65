/* row_notes - what is noted of each row while a table is written, so that workbook and page
 * can choose among all rows, and find those they take in the CSV, without reading them all
 * again: 40 bytes a row. */
#ifndef RECOUNT_ROW_NOTES_H
#define RECOUNT_ROW_NOTES_H

#include "export.h"
#include "files/row_cells.h"
#include "workbook_map.h"

struct row_note {
	uint64_t at;		  /* its first byte in the CSV */
	uint64_t key;		  /* of the id by which cells of other sheets lead here; 0: none */
	uint64_t by[2];		  /* keys of ids by which it may be contested, or of an estimate's track; 0: none */
	uint32_t day;		  /* grows with the day; 0: none is known */
	uint32_t contested : 1;	  /* the row says so itself */
	uint32_t statements : 31; /* of a track */
};

struct row_notes {
	struct arena arena;
	struct {
		struct row_note *at;
		size_t n, room;
	} rows[RELEASED_COUNT];
	uint64_t begun[RELEASED_COUNT]; /* rows whose first cell is not empty */
	struct workbook_map disputed;	/* tracks, assertions, events and documents that are contested */
	struct workbook_map tracks;	/* id -> rank */
	struct note_columns *columns;	/* [RELEASED_COUNT] */
};

/* Before the tables are written. */
struct row_notes *row_notes_open(const struct released *tables);
/* A row that begins at that byte of its CSV. */
void row_note(struct row_notes *notes, enum released_name which, const struct row_cell *cells, uint64_t at);
void row_notes_close(struct row_notes *notes);

/* Rank of a row: the greater, the sooner it is in. Contested first, then by day. */
uint64_t workbook_rank(bool contested, uint32_t day, uint32_t second_day);
/* "2016-12-15…" as a number that grows with the day, below 2^22; 0 when it is no date. */
uint32_t workbook_day(struct str date);

#endif
