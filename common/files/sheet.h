/* sheet - a small CSV file read whole, for the tables that people write by hand:
 * every row remembers its line. UTF-8 (a BOM is skipped), gzip or plain, the first
 * row names the columns; lines that begin with '#' are comments. */
#ifndef RECOUNT_SHEET_H
#define RECOUNT_SHEET_H

#include "base/err.h"
#include "base/str.h"

struct sheet_row {
	size_t line;		 /* of the row's first byte, from 1 */
	const struct str *cells; /* [columns], trimmed */
};

struct sheet {
	const char *path;
	const struct str *names; /* [columns] */
	size_t columns;
	struct sheet_row *at;
	size_t n, room;
};

/* Read all rows into the arena. A row with another number of cells than the header,
 * a name used twice, an open quote or broken UTF-8 is err, whose field is "FILE:LINE". */
bool sheet_read(const char *path, struct arena *arena, struct sheet *out, struct err *err);

/* Number of the column, or -1. */
int sheet_column(const struct sheet *s, struct str name);

/* Fill err with "FILE:LINE" as its field and return false. */
bool sheet_err(struct err *err, const struct sheet *s, size_t line, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
