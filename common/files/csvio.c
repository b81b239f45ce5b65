#include "files/csvio.h"

#include <csv.h>
#include <stdlib.h>

#include "base/plain.h"
#include "files/csv_runs.h"
#include "files/lines.h"
#include "files/row_text.h"

enum { CHUNK_BYTES = 64 * 1024 };

/* libcsv calls back for each field and row; rows wait here until they are asked for. */
struct csv_reader {
	struct csv_parser parser;
	char separator;
	struct lines *in;
	struct csv_runs runs;
	char *path;
	struct arena arenas[2]; /* texts; the one not in use empties when all its rows are given */
	struct arena rows[2];	/* the rows themselves, which nobody holds; likewise */
	int current, current_rows;
	bool holds, other_lives; /* texts that are held lie in the arena not in use */
	struct {
		struct csv_row *at;
		size_t n, room;
	} ready;
	struct {
		struct str *at;
		size_t n, room;
	} open; /* the row being read */
	size_t given;
	size_t width;	   /* fields of the row before */
	uint64_t line;	   /* of the byte that the parser is at, from 1 */
	uint64_t row_line; /* of the open row's first byte */
	int ended_by;	   /* character that ended the line before */
	bool begun, end, failed;
	struct err err; /* when failed: told once the rows before it are given */
	struct row_text text;
};

/* Has it a line end? Told eight bytes at a time, for most fields are short. Source: Warren,
 * Hacker's Delight, 6-1. */
static bool holds_lines(const char *at, size_t n)
{
	uint64_t any = 0;
	size_t i = 0;

	for (; i + 8 <= n; i += 8) {
		uint64_t x = plain_load(at + i) ^ PLAIN_ONES * '\n';

		any |= (x - PLAIN_ONES) & ~x & PLAIN_TOPS;
	}
	for (; i < n; i++)
		any |= at[i] == '\n';
	return any;
}

/* Rare, and so out of the way of on_field. */
static __attribute__((noinline)) struct str keep_field(struct csv_reader *in, struct str field)
{
	size_t n = csv_runs_size(&in->runs, field);
	char *to = arena_text(&in->arenas[in->current], n + 1);

	/* A quoted field may hold lines; no run does. */
	if (holds_lines(field.at, field.n))
		for (size_t i = 0; i < field.n; i++)
			in->line += field.at[i] == '\n';
	csv_runs_put(&in->runs, field, to);
	to[n] = '\0';
	return (struct str){to, n};
}

static __attribute__((noinline)) void begin_row(struct csv_reader *in)
{
	in->row_line = in->line;
	if (in->open.at || !in->width)
		return;
	in->open.at = arena_more(&in->rows[in->current_rows], NULL, 0, in->width, sizeof *in->open.at);
	in->open.room = in->width;
}

static __attribute__((noinline)) void make_room(struct csv_reader *in, size_t n)
{
	size_t room = in->open.room ? 2 * in->open.room : 8;

	in->open.room = room < in->open.n + n ? in->open.n + n : room;
	in->open.at =
		arena_more(&in->rows[in->current_rows], in->open.at, in->open.n, in->open.room, sizeof *in->open.at);
}

static void add_fields(struct csv_reader *in, const struct str *fields, size_t n)
{
	if (in->open.room - in->open.n < n)
		make_room(in, n);
	memcpy(in->open.at + in->open.n, fields, n * sizeof *fields);
	in->open.n += n;
}

static void on_field(void *text, size_t n, void *data)
{
	struct csv_reader *in = data;
	struct str field = {text, n};
	const struct str *fields = &field;

	if (in->open.n == 0)
		begin_row(in);
	if (csv_runs_is_one(&in->runs, field)) {
		fields = csv_runs_take(&in->runs, &n);
	} else {
		field = n ? keep_field(in, field) : STR("");
		n = 1;
	}
	add_fields(in, fields, n);
}

/* Called at every line end, CR and LF each (CSV_REPALL_NL), so that blank lines count. */
static void on_row(int end, void *data)
{
	struct csv_reader *in = data;
	struct csv_row row = {in->open.at, in->open.n, in->row_line, STR_NULL};
	bool second_half = row.n == 0 && end == '\n' && in->ended_by == '\r';

	in->ended_by = end;
	in->text.never |= end == '\r';
	if (second_half)
		return;
	if (row.line == in->line)
		row.text = STR("");
	in->line++;
	if (row.n == 0)
		return;
	LIST_ADD(&in->rows[in->current_rows], &in->ready, row);
	in->width = row.n;
	in->open.at = NULL;
	in->open.n = in->open.room = 0;
}

struct csv_reader *csv_open(const char *path)
{
	struct err err = {0};
	struct lines *lines = lines_open(path, 0, &err);

	if (!lines)
		die(EXIT_INPUT, "%s", err.message);
	return csv_open_over(lines, path);
}

struct csv_reader *csv_open_over(struct lines *lines, const char *path)
{
	struct csv_reader *in = calloc(1, sizeof *in);

	if (!in || csv_init(&in->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL) != 0)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	in->separator = ',';
	in->in = lines;
	in->path = strdup(path);
	in->line = in->text.line = 1;
	return in;
}

void csv_separator(struct csv_reader *in, char separator)
{
	csv_set_delim(&in->parser, (unsigned char)separator);
	in->separator = separator;
}

static void fail(struct csv_reader *in)
{
	in->failed = in->end = true;
	err_set(&in->err, "csv", "%s:%llu: %s", in->path, (unsigned long long)in->line,
		csv_strerror(csv_error(&in->parser)));
}

/* Spreadsheets put a byte order mark before the first name. */
static struct str without_mark(struct csv_reader *in, struct str chunk)
{
	struct str mark = STR("\xEF\xBB\xBF");
	bool first = !in->begun;

	in->begun = true;
	return first && str_starts(chunk, mark) ? str_slice(chunk, mark.n, chunk.n) : chunk;
}

static void parse_more(struct csv_reader *in)
{
	char *bytes = arena_text(&in->arenas[in->current], CHUNK_BYTES); /* fields lie where they came */
	ptrdiff_t got = lines_bytes(in->in, bytes, CHUNK_BYTES, &in->err);

	if (got < 0) {
		in->failed = in->end = true;
	} else if (got == 0) {
		in->end = true;
		if (csv_fini(&in->parser, on_field, on_row, in) != 0)
			fail(in);
	} else {
		struct str chunk = {bytes, (size_t)got};

		row_text_add(&in->text, chunk);
		chunk = without_mark(in, chunk);
		chunk = csv_runs_mark(&in->runs, bytes + (got - (ptrdiff_t)chunk.n), chunk.n, in->separator);
		if (csv_parse(&in->parser, chunk.at, chunk.n, on_field, on_row, in) != chunk.n)
			fail(in);
		row_text_deal(&in->text, in->ready.at, in->ready.n, in->line);
	}
}

/* All waiting rows are given: forget them, but carry over the fields of the row that is still
 * open, for a chunk seldom ends where a row ends. */
static void forget_rows(struct csv_reader *in)
{
	struct arena *old = &in->rows[in->current_rows], *new = &in->rows[!in->current_rows];

	in->open.at = arena_more(new, in->open.at, in->open.n, in->open.n + 32, sizeof *in->open.at);
	in->open.room = in->open.n + 32;
	in->ready.at = NULL;
	in->ready.n = in->ready.room = in->given = 0;
	in->current_rows = !in->current_rows;
	arena_reset(old);
}

/* And their texts. Held ones stay one turn longer; while some are older than that, this turn
 * goes on. */
static void forget_given(struct csv_reader *in)
{
	struct arena *old = &in->arenas[in->current], *new = &in->arenas[!in->current];

	forget_rows(in);
	if (in->other_lives)
		return;
	if (in->holds)
		arena_reset(new);
	for (size_t i = 0; i < in->open.n; i++)
		in->open.at[i] = str_dup(new, in->open.at[i]);
	csv_runs_keep(&in->runs, new);
	in->current = !in->current;
	in->other_lives = in->holds;
	if (!in->holds)
		arena_reset(old);
}

void csv_keep_text(struct csv_reader *in)
{
	in->text.on = in->text.line == 1;
	row_text_deal(&in->text, in->ready.at, in->ready.n, in->line);
}

void csv_hold(struct csv_reader *in)
{
	in->holds = true;
}

/* The last row was given after the last turn: its text lies in the arena in use. */
void csv_release(struct csv_reader *in)
{
	in->other_lives = false;
}

bool csv_read(struct csv_reader *in, struct csv_row *row, struct err *err)
{
	err->message[0] = '\0';
	while (in->given == in->ready.n) {
		if (in->failed)
			*err = in->err;
		if (in->end)
			return false;
		forget_given(in);
		parse_more(in);
	}
	*row = in->ready.at[in->given++];
	return true;
}

void csv_close(struct csv_reader *in)
{
	csv_free(&in->parser);
	lines_close(in->in);
	for (int i = 0; i < 2; i++) {
		arena_free(&in->arenas[i]);
		arena_free(&in->rows[i]);
	}
	csv_runs_free(&in->runs);
	free(in->text.at);
	free(in->path);
	free(in);
}
