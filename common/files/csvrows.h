/* csvrows - rows of CSV that people and their programs wrote (libcsv, lenient where that
 * swallows nothing): a row that is bad costs itself, an open quote does not swallow what follows. Our own
 * CSV is read by csvio, which is strict. */
#ifndef RECOUNT_CSVROWS_H
#define RECOUNT_CSVROWS_H

#include "base/err.h"
#include "base/str.h"

struct lines;
struct csvrows;

/* What a row is made of, and how much of it. */
struct csvrows_form {
	char separator;
	size_t max_bytes, max_cells; /* of a row */
	size_t cells;		     /* every row has so many; 0: any number */
};

struct csvrows_row {
	const struct str *at; /* [n] cells, NUL behind each; valid until the next row is read */
	size_t n;
	uint64_t line; /* of its first byte, from 1 */
	uint64_t offset;
	bool doubtful; /* it begins within a row that was bad, and may be a piece of it */
};

enum csvrows_result {
	CSVROWS_ROW,
	CSVROWS_END,
	CSVROWS_BAD,	/* this row: err says why, line and offset are set; go on */
	CSVROWS_BROKEN, /* the file */
};

/* Lines stay the caller's. */
struct csvrows *csvrows_open(struct lines *in, const struct csvrows_form *form);
/* From now on a row has so many cells. */
void csvrows_cells(struct csvrows *rows, size_t cells);
enum csvrows_result csvrows_next(struct csvrows *rows, struct csvrows_row *out, struct err *err);
void csvrows_close(struct csvrows *rows);

#endif
