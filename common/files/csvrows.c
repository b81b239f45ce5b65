#include "files/csvrows.h"

#include <csv.h>
#include <stdlib.h>

#include "files/lines.h"

enum { SPARE_BYTES = 1024 * 1024, AGAIN = 4 };

/* A line kept, since the row that it began may turn out to be none. */
struct kept {
	struct str text; /* without its end */
	uint64_t number, offset;
};

struct csvrows {
	struct csv_parser parser;
	struct lines *in;
	struct csvrows_form form;
	struct arena arena[2]; /* the row at hand and its lines; the lines of a bad row on their way back */
	int current;
	struct {
		struct str *at;
		size_t n, room;
	} cells;
	size_t seen;  /* cells, also those beyond max_cells */
	size_t bytes; /* of the row */
	bool done;    /* the row is complete */
	struct {
		struct kept *at;
		size_t n, room;
	} lines, again; /* of the row at hand; to be read once more, from again_at */
	size_t again_at;
	uint64_t read, read_again; /* [bytes] */
};

static void on_field(void *text, size_t n, void *data)
{
	struct csvrows *rows = data;

	if (rows->seen++ < rows->form.max_cells)
		LIST_ADD(&rows->arena[rows->current], &rows->cells,
			 str_dup(&rows->arena[rows->current], (struct str){text, n}));
}

static void on_row(int end, void *data)
{
	struct csvrows *rows = data;

	(void)end;
	rows->done = true;
}

static void start_parser(struct csvrows *rows, int strict)
{
	if (csv_init(&rows->parser, (unsigned char)(CSV_APPEND_NULL | strict)) != 0)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	csv_set_delim(&rows->parser, (unsigned char)rows->form.separator);
}

struct csvrows *csvrows_open(struct lines *in, const struct csvrows_form *form)
{
	struct csvrows *rows = calloc(1, sizeof *rows);

	if (!rows)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	rows->in = in;
	rows->form = *form;
	start_parser(rows, CSV_STRICT);
	return rows;
}

void csvrows_cells(struct csvrows *rows, size_t cells)
{
	rows->form.cells = cells;
}

void csvrows_close(struct csvrows *rows)
{
	if (!rows)
		return;
	csv_free(&rows->parser);
	arena_free(&rows->arena[0]);
	arena_free(&rows->arena[1]);
	free(rows);
}

/* The next line: one that waits, or one of the file, copied. */
static enum lines_result next_line(struct csvrows *rows, struct kept *out, struct err *err)
{
	struct line line;

	if (rows->again_at < rows->again.n) {
		*out = rows->again.at[rows->again_at++];
		out->text = str_dup(&rows->arena[rows->current], out->text);
		rows->read_again += out->text.n + 1;
		return LINES_LINE;
	}
	enum lines_result got = lines_next(rows->in, &line, err);

	*out = (struct kept){line.text, line.number, line.offset_bytes};
	if (got == LINES_LINE) {
		out->text = str_dup(&rows->arena[rows->current], line.text);
		rows->read += line.text.n + 1;
	}
	return got;
}

/* Forget the row at hand; lines that wait stay. */
static void next_row(struct csvrows *rows)
{
	if (rows->again_at == rows->again.n) {
		arena_reset(&rows->arena[!rows->current]);
		rows->again.at = NULL;
		rows->again.n = rows->again.room = rows->again_at = 0;
	}
	arena_reset(&rows->arena[rows->current]);
	rows->cells.at = NULL;
	rows->lines.at = NULL;
	rows->cells.n = rows->cells.room = rows->lines.n = rows->lines.room = 0;
	rows->seen = rows->bytes = 0;
	rows->done = false;
}

/* Lines that waited and those of the row but its first wait (again): while that costs no
 * more than a few times what there is. */
static void take_back(struct csvrows *rows)
{
	struct arena *to = &rows->arena[rows->current];

	csv_free(&rows->parser);
	start_parser(rows, CSV_STRICT);
	if (rows->lines.n < 2 || rows->read_again + rows->bytes > SPARE_BYTES + AGAIN * rows->read)
		return;
	for (; rows->again_at < rows->again.n; rows->again_at++) {
		struct kept line = rows->again.at[rows->again_at];

		line.text = str_dup(to, line.text);
		LIST_ADD(to, &rows->lines, line);
	}
	rows->again.at = rows->lines.at;
	rows->again.n = rows->lines.n;
	rows->again.room = rows->lines.room;
	rows->again_at = 1;
	rows->current = !rows->current;
}

static enum csvrows_result bad(struct csvrows *rows)
{
	take_back(rows);
	return CSVROWS_BAD;
}

/* Nothing of the row is taken back that ended at its own line end. */
static enum csvrows_result check(struct csvrows *rows, struct err *err)
{
	if (rows->seen > rows->form.max_cells) {
		err_set(err, "csv", "the row has more than %zu cells (max_columns)", rows->form.max_cells);
		return bad(rows);
	}
	if (rows->form.cells && rows->seen != rows->form.cells) {
		err_set(err, "csv", "the row has %zu cells, the header %zu", rows->seen, rows->form.cells);
		return bad(rows);
	}
	return CSVROWS_ROW;
}

static bool feed(struct csvrows *rows, struct str text)
{
	return (!text.n || csv_parse(&rows->parser, text.at, text.n, on_field, on_row, rows) == text.n) &&
	       csv_parse(&rows->parser, "\n", 1, on_field, on_row, rows) == 1;
}

/* A row on one line may have quotes where none belong: 1,"the "old" dam",x. On several
 * lines they are more likely the end of the next row's. */
static bool feed_leniently(struct csvrows *rows, struct str text)
{
	csv_free(&rows->parser);
	start_parser(rows, 0);
	rows->cells.n = rows->seen = 0;
	bool done = feed(rows, text) && rows->done;

	csv_free(&rows->parser);
	start_parser(rows, CSV_STRICT);
	return done;
}

/* An open quote at the end of the file. */
static enum csvrows_result end_of(struct csvrows *rows, struct err *err)
{
	if (!rows->lines.n)
		return CSVROWS_END;
	err_set(err, "csv", "a quote is open to the end of the file");
	return bad(rows);
}

enum csvrows_result csvrows_next(struct csvrows *rows, struct csvrows_row *out, struct err *err)
{
	struct kept line;

	next_row(rows);
	*out = (struct csvrows_row){.doubtful = rows->again_at < rows->again.n};
	while (!rows->done) {
		enum lines_result got = next_line(rows, &line, err);

		if (!rows->lines.n) {
			out->line = line.number;
			out->offset = line.offset;
		}
		if (got == LINES_BROKEN)
			return CSVROWS_BROKEN;
		if (got == LINES_END)
			return end_of(rows, err);
		if (got == LINES_TOO_LONG)
			return bad(rows);
		if (!rows->lines.n && !str_trim(line.text).n)
			continue;
		LIST_ADD(&rows->arena[rows->current], &rows->lines, line);
		rows->bytes += line.text.n + 1;
		if (!feed(rows, line.text) && !(rows->lines.n == 1 && feed_leniently(rows, line.text))) {
			err_set(err, "csv", "a quote stands where none belongs, or one is missing");
			return bad(rows);
		}
		if (!rows->done && rows->bytes > rows->form.max_bytes) {
			err_set(err, "csv", "the row is longer than %zu bytes (max_record)", rows->form.max_bytes);
			return bad(rows);
		}
	}
	out->at = rows->cells.at;
	out->n = rows->cells.n;
	return check(rows, err);
}
