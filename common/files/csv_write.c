/* The writing half of csvio. */
#include "base/plain.h"
#include "files/csvio.h"
#include "files/outfile.h"

static bool is_special(char c, char separator)
{
	return c == separator || c == '"' || c == '\n' || c == '\r';
}

static bool needs_quotes(struct str s, char separator)
{
	enum { SHORT = 16 };

	if (s.n > SHORT && (memchr(s.at, separator, s.n) || memchr(s.at, '"', s.n) || memchr(s.at, '\n', s.n) ||
			    memchr(s.at, '\r', s.n)))
		return true;
	for (size_t i = 0; s.n <= SHORT && i < s.n; i++)
		if (is_special(s.at[i], separator))
			return true;
	/* libcsv trims unquoted fields, and some readers do: an outer space needs quotes. */
	return s.n && (s.at[0] == ' ' || s.at[0] == '\t' || s.at[s.n - 1] == ' ' || s.at[s.n - 1] == '\t');
}

/* A field too large for the buffer. */
static void write_large(struct outfile *out, struct str s)
{
	size_t from = 0;

	outfile_write(out, STR("\""));
	for (size_t i = 0; i < s.n; i++)
		if (s.at[i] == '"') {
			outfile_write(out, str_slice(s, from, i + 1));
			from = i;
		}
	outfile_write(out, str_slice(s, from, s.n));
	outfile_write(out, STR("\""));
}

/* In quotes, each of its own doubled; returns the end. */
static char *put_quoted(char *to, struct str s)
{
	*to++ = '"';
	for (const char *hit; s.n && (hit = memchr(s.at, '"', s.n));) {
		size_t n = (size_t)(hit - s.at) + 1;

		memcpy(to, s.at, n);
		to += n;
		*to++ = '"';
		s = (struct str){s.at + n, s.n - n};
	}
	if (s.n)
		memcpy(to, s.at, s.n);
	to += s.n;
	*to++ = '"';
	return to;
}

char *csv_put(char *to, struct str field, char separator)
{
	if (needs_quotes(field, separator))
		return put_quoted(to, field);
	if (field.n)
		memcpy(to, field.at, field.n);
	return to + field.n;
}

/* The field alone, without a separator. */
static void write_field(struct outfile *out, struct str field, char separator)
{
	bool quoted = needs_quotes(field, separator);
	char *to = outfile_room(out, quoted ? 2 * field.n + 2 : field.n);

	if (quoted && to)
		outfile_took(out, (size_t)(put_quoted(to, field) - to));
	else if (quoted)
		write_large(out, field);
	else
		outfile_write(out, field);
}

void csv_write_cell(struct outfile *out, struct str field, bool first, char separator)
{
	if (!first)
		outfile_write(out, (struct str){&separator, 1});
	if (field.n)
		write_field(out, field, separator);
}

struct csv_cells csv_cells_begin(struct outfile *out)
{
	struct csv_cells row = {.out = out};

	csv_cells_more(&row);
	return row;
}

void csv_cells_more(struct csv_cells *row)
{
	if (row->to)
		outfile_took(row->out, (size_t)(row->to - row->from));
	row->from = row->to = outfile_room(row->out, CSV_CELLS_ROOM);
	row->end = row->to + CSV_CELLS_ROOM;
}

/* For a cell that goes into the file by itself. */
static void begin_large(struct csv_cells *row)
{
	csv_cells_room(row, 0);
	csv_cells_more(row);
}

void csv_cells_bare(struct csv_cells *row, struct str cell)
{
	char *to = csv_cells_room(row, cell.n);

	if (!to) {
		begin_large(row);
		outfile_write(row->out, cell);
		csv_cells_more(row);
		return;
	}
	if (cell.n)
		memcpy(to, cell.at, cell.n);
	row->to += cell.n;
}

/* What folding changes nothing of, or has changed: quotes are needed where one of these marks is. */
static void put_marked(struct csv_cells *row, struct str cell, unsigned marks)
{
	bool quoted = marks & (PLAIN_COMMA | PLAIN_QUOTE);
	char *to = csv_cells_room(row, 2 * cell.n + 2);

	if (to) {
		row->to = quoted ? put_quoted(to, cell) : mempcpy(to, cell.at, cell.n);
		return;
	}
	begin_large(row);
	if (quoted)
		write_large(row->out, cell);
	else
		outfile_write(row->out, cell);
	csv_cells_more(row);
}

/* What is more than words, and stays as it is. */
static void put_odd(struct csv_cells *row, struct str cell)
{
	char *to = csv_cells_room(row, 2 * cell.n + 2);

	if (to) {
		row->to = csv_put(to, cell, ',');
		return;
	}
	begin_large(row);
	write_field(row->out, cell, ',');
	csv_cells_more(row);
}

/* As bare words, as nearly all cells are; false when it is more. */
static bool put_words(struct csv_cells *row, struct str cell)
{
	char *to = csv_cells_room(row, cell.n), *end = to ? plain_copy(to, cell.at, cell.n) : NULL;

	if (end)
		row->to = end;
	return end;
}

void csv_cells_text(struct csv_cells *row, struct str cell)
{
	if (!put_words(row, cell))
		put_odd(row, cell);
}

void csv_cells_fold(struct csv_cells *row, struct str cell, struct arena *scratch)
{
	if (put_words(row, cell))
		return;
	unsigned marks = plain_marks(cell.at, cell.n);

	put_marked(row, marks & PLAIN_ODD ? str_fold_space(scratch, cell) : cell, marks);
}

void csv_cells_end(struct csv_cells *row)
{
	*csv_cells_room(row, 1) = '\n';
	row->to++;
	outfile_took(row->out, (size_t)(row->to - row->from));
}

void csv_write_field(struct outfile *out, struct str field, bool first)
{
	csv_write_cell(out, field, first, ',');
}

void csv_write_end(struct outfile *out)
{
	outfile_write(out, STR("\n"));
}
