/* csvio - CSV, by one door (libcsv). RFC 4180 with LF line ends; a text field's
 * white space is folded by the writer, so that a row is a line and `sort` works. */
#ifndef RECOUNT_CSVIO_H
#define RECOUNT_CSVIO_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct outfile;
struct lines;
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
/* The same over lines that are open already and are closed with it; the path is told in messages. */
struct csv_reader *csv_open_over(struct lines *lines, const char *path);
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
void csv_write_end(struct outfile *out);

/* A row that is written into the file's buffer cell by cell; nothing else is written to the
 * file meanwhile. For each cell one of: csv_cells_text, _fold, _bare, or csv_cells_room and
 * row->to moved to the end of what was put there; csv_cells_next between two of them. */
struct csv_cells {
	struct outfile *out;
	char *from, *to, *end;
	size_t commas; /* owed: empty cells cost nothing until another follows */
};
struct csv_cells csv_cells_begin(struct outfile *out);
static inline void csv_cells_next(struct csv_cells *row)
{
	row->commas++;
}
enum { CSV_CELLS_ROOM = 64 * 1024 }; /* asked of the file's buffer at once */
/* Give the file what is written, and go on behind it. */
void csv_cells_more(struct csv_cells *row);
/* Room for n bytes behind the commas owed, which are put eight at a time; NULL for more than CSV_CELLS_ROOM. */
static inline char *csv_cells_room(struct csv_cells *row, size_t n)
{
	size_t most = row->commas + n + 8;

	if ((size_t)(row->end - row->to) < most)
		csv_cells_more(row);
	if (most > CSV_CELLS_ROOM)
		return NULL;
	for (size_t i = 0; i < row->commas; i += 8)
		memcpy(row->to + i, ",,,,,,,,", 8);
	row->to += row->commas;
	row->commas = 0;
	return row->to;
}
/* Quoted where needed; csv_cells_fold folds white space first. */
void csv_cells_text(struct csv_cells *row, struct str cell);
void csv_cells_fold(struct csv_cells *row, struct str cell, struct arena *scratch);
/* It has no byte that quotes keep. */
void csv_cells_bare(struct csv_cells *row, struct str cell);
void csv_cells_end(struct csv_cells *row);

#endif
