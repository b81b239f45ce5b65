/* csvio - CSV, by one door (libcsv). RFC 4180 with LF line ends; a text field's
 * white space is folded by the writer, so that a row is a line and `sort` works. */
#ifndef RECOUNT_CSVIO_H
#define RECOUNT_CSVIO_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct outfile;
struct csv_reader;

/* One row: n fields, valid until the next csv_read. */
struct csv_row {
	struct str *at;
	size_t n;
	uint64_t line;	 /* of the row's first byte, from 1 */
	struct str text; /* its bytes in the file, where csv_keep_text asked for them; without the line end */
};

/* Open a CSV file (gzip told by content; "-": standard input). Dies (EXIT_INPUT) when it cannot be opened. */
struct csv_reader *csv_open(const char *path);
/* Next row; false at the end. Strict: an open quote, a quote inside an unquoted
 * field or a truncated file is false with err set (err->message empty at a clean end). */
bool csv_read(struct csv_reader *in, struct csv_row *row, struct err *err);
void csv_close(struct csv_reader *in);
/* Cells are apart by this character, not a comma; asked before the first csv_read. */
void csv_separator(struct csv_reader *in, char separator);
/* From now on the texts of rows, though not the rows, live until csv_release, which gives up all
 * but those of the last row read: for records that are seen together. */
void csv_hold(struct csv_reader *in);
void csv_release(struct csv_reader *in);
/* Called after the first row, when rows shall come with their text: for rows that go out as
 * they came. It is empty for a row of several lines, at the end of a file without a line
 * end, in a file with CR LF, and from a row above 1 MiB on. */
void csv_keep_text(struct csv_reader *in);

/* Write one field / end the row. Fields are quoted only where needed. */
void csv_write_field(struct outfile *out, struct str field, bool first);
/* As csv_write_field, with another separator (';'). */
void csv_write_cell(struct outfile *out, struct str field, bool first, char separator);
/* Put the field, in quotes where needed, into memory that has room for 2 * field.n + 2 bytes;
 * returns the end. */
char *csv_put(char *to, struct str field, char separator);
/* Write that many commas (0: none), then the field: for rows of which most fields are empty. */
void csv_write_after(struct outfile *out, struct str field, size_t separators);
/* As csv_write_after, for a field that is bare: it has no byte that quotes keep. */
void csv_write_bare(struct outfile *out, struct str field, size_t separators);
/* Is the field bare, and of single spaces? Told quickly; false for all that is not plain ASCII. */
bool csv_is_bare(struct str s);
void csv_write_end(struct outfile *out);

#endif
