/* workbook_choice - which rows of a table are in the workbook: all, or, of a long one
 * (workbook_whole and workbook_rows in pipeline.conf), the contested and the newest. They
 * keep the order of the CSV.
 *
 * Estimates go by their track, so that a track's days stay together. Contested are: tracks
 * and estimates by their status; figures and events that stand in a contradiction or on a
 * contested track; documents that carry them; checks that do not hold. */
#ifndef RECOUNT_WORKBOOK_CHOICE_H
#define RECOUNT_WORKBOOK_CHOICE_H

#include "row_notes.h"

struct workbook_choice {
	uint64_t *at; /* [n] first bytes of the rows in the CSV, ascending */
	size_t n;
	uint64_t of;		  /* rows in the CSV */
	struct workbook_map rows; /* key of a row -> its row in the sheet (the header is row 0) */
};

/* At most `most` rows. */
struct workbook_choice workbook_choose(const struct row_notes *notes, enum released_name which, size_t most,
				       struct arena *arena);

#endif
