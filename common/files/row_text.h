/* row_text - the bytes of a CSV file while its rows are read from them: gives each row its
 * own line, for rows that go out as they came. */
#ifndef RECOUNT_ROW_TEXT_H
#define RECOUNT_ROW_TEXT_H

#include "files/csvio.h"

struct row_text {
	char *at;	      /* [n] of [room] bytes: what was read last, the unfinished row before it in front */
	size_t n, room, from; /* from: where the rows at hand end */
	uint64_t line;	      /* number of the first line */
	bool on;
	bool never; /* a line ended otherwise than by LF alone: they cannot be told apart here */
};

/* The file goes on with this chunk, the rows at hand being given. A copy stays here: of the first chunk, and of
 * others while it is on. */
void row_text_add(struct row_text *t, struct str chunk);
/* Fill the text of rows [n] that are marked by a text that is empty, not null; `line`: of
 * the byte behind the last of them. */
void row_text_deal(struct row_text *t, struct csv_row *rows, size_t n, uint64_t line);

#endif
