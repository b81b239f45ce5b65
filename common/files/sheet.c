#include "files/sheet.h"

#include <csv.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "files/lines.h"

enum { MOST_BYTES = 256 * 1024 * 1024 };

struct cells {
	struct str *at;
	size_t n, room;
};

struct reading {
	struct sheet *sheet;
	struct arena *arena;
	struct cells cells; /* of the row being read */
	size_t line;	    /* of that row's first byte */
	struct err *err;
	bool failed;
};

bool sheet_err(struct err *err, const struct sheet *s, size_t line, const char *format, ...)
{
	char where[sizeof err->field], message[sizeof err->message];
	size_t n = strlen(s->path), most = sizeof where - 24;
	va_list args;

	/* Of a long path the end is what tells the file. */
	snprintf(where, sizeof where, "%s%s:%zu", n > most ? "…" : "", s->path + (n > most ? n - most : 0), line);
	va_start(args, format);
	vsnprintf(message, sizeof message, format, args);
	va_end(args);
	return err_set(err, where, "%s", message);
}

static void on_cell(void *text, size_t n, void *data)
{
	struct reading *r = data;
	struct str cell = str_trim((struct str){text, n});

	LIST_ADD(r->arena, &r->cells, str_dup(r->arena, cell));
}

static bool take_names(struct reading *r)
{
	r->sheet->names = r->cells.at;
	r->sheet->columns = r->cells.n;
	for (size_t i = 0; i < r->cells.n; i++)
		if (sheet_column(r->sheet, r->cells.at[i]) != (int)i)
			return sheet_err(r->err, r->sheet, r->line, "two columns named '%s'", r->cells.at[i].at);
	return true;
}

static bool take_row(struct reading *r)
{
	struct sheet_row row = {r->line, r->cells.at};

	if (!r->sheet->names)
		return take_names(r);
	if (r->cells.n != r->sheet->columns)
		return sheet_err(r->err, r->sheet, r->line, "%zu cells, the header has %zu columns", r->cells.n,
				 r->sheet->columns);
	LIST_ADD(r->arena, r->sheet, row);
	return true;
}

static void on_row(int end, void *data)
{
	struct reading *r = data;

	(void)end;
	if (!r->failed && r->cells.n)
		r->failed = !take_row(r);
	r->cells = (struct cells){0};
	r->line = 0;
}

/* Line by line, so that a row knows where it began and a comment is not parsed. */
static bool parse(struct reading *r, struct str text, struct csv_parser *csv)
{
	for (size_t line = 1; text.n && !r->failed; line++) {
		const char *end = memchr(text.at, '\n', text.n);
		struct str now = str_slice(text, 0, end ? (size_t)(end - text.at) + 1 : text.n);

		text = str_slice(text, now.n, text.n);
		if (!r->line && (now.at[0] == '#' || str_is_empty(str_trim(now))))
			continue;
		if (!r->line)
			r->line = line;
		if (csv_parse(csv, now.at, now.n, on_cell, on_row, r) != now.n)
			return sheet_err(r->err, r->sheet, line, "%s", csv_strerror(csv_error(csv)));
	}
	if (!r->failed && csv_fini(csv, on_cell, on_row, r) != 0)
		return sheet_err(r->err, r->sheet, r->line, "a quote is never closed");
	if (!r->failed && !r->sheet->names)
		return sheet_err(r->err, r->sheet, 1, "no header row");
	return !r->failed;
}

bool sheet_read(const char *path, struct arena *arena, struct sheet *out, struct err *err)
{
	struct reading r = {.sheet = out, .arena = arena, .err = err};
	struct csv_parser csv;
	struct str text;

	*out = (struct sheet){.path = path};
	if (!lines_file(path, MOST_BYTES, arena, &text, err))
		return false;
	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_slice(text, 3, text.n);
	ptrdiff_t bad = utf8_invalid(text);

	if (bad >= 0 || (text.n && memchr(text.at, '\0', text.n)))
		return err_set(err, path, "not UTF-8 text");
	if (csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI) != 0)
		die(EXIT_INTERNAL, "libcsv cannot start");
	bool done = parse(&r, text, &csv);

	csv_free(&csv);
	return done;
}

int sheet_column(const struct sheet *s, struct str name)
{
	for (size_t i = 0; i < s->columns; i++)
		if (str_eq(s->names[i], name))
			return (int)i;
	return -1;
}
