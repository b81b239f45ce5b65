#include "files/csvio.h"

#include <csv.h>
#include <stdlib.h>

#include "base/plain.h"
#include "files/lines.h"
#include "files/outfile.h"
#include "files/row_text.h"

enum { CHUNK_BYTES = 64 * 1024 };

/* libcsv calls back for each field and row; rows wait here until they are asked for. */
struct csv_reader {
	struct csv_parser parser;
	struct lines *in;
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
	} open;	  /* the row being read */
	char *to; /* where the next field goes, with `room` bytes behind it, in the arena in use */
	size_t room;
	size_t given;
	size_t width;	   /* fields of the row before */
	uint64_t line;	   /* of the byte that the parser is at, from 1 */
	uint64_t row_line; /* of the open row's first byte */
	int ended_by;	   /* character that ended the line before */
	bool begun, end, failed;
	struct err err; /* when failed: told once the rows before it are given */
	struct row_text text;
};

/* A copy that ends in a NUL. The fields of a chunk lie behind each other. */
static struct str keep_field(struct csv_reader *in, const char *text, size_t n)
{
	if (n >= in->room)
		return str_dup(&in->arenas[in->current], (struct str){text, n});
	char *to = memcpy(in->to, text, n);

	to[n] = '\0';
	in->to += n + 1;
	in->room -= n + 1;
	return (struct str){to, n};
}

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

static void on_field(void *text, size_t n, void *data)
{
	struct csv_reader *in = data;
	struct arena *rows = &in->rows[in->current_rows];
	const char *at = text;

	if (in->open.n == 0)
		in->row_line = in->line;
	if (!in->open.at && in->width) {
		in->open.at = arena_more(rows, NULL, 0, in->width, sizeof *in->open.at);
		in->open.room = in->width;
	}
	/* A quoted field may hold lines. */
	if (holds_lines(at, n))
		for (size_t i = 0; i < n; i++)
			in->line += at[i] == '\n';
	LIST_ADD(rows, &in->open, n ? keep_field(in, at, n) : STR(""));
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
	struct csv_reader *in = calloc(1, sizeof *in);

	if (!in || csv_init(&in->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL | CSV_REPALL_NL) != 0)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	in->in = lines_open(path, 0, &err);
	if (!in->in)
		die(EXIT_INPUT, "%s", err.message);
	in->path = strdup(path);
	in->line = in->text.line = 1;
	return in;
}

void csv_separator(struct csv_reader *in, char separator)
{
	csv_set_delim(&in->parser, (unsigned char)separator);
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
	if (!row_text_room(&in->text, CHUNK_BYTES))
		die(EXIT_INTERNAL, "out of memory reading %s", in->path);
	char *bytes = in->text.at + in->text.n;
	ptrdiff_t got = lines_bytes(in->in, bytes, CHUNK_BYTES, &in->err);

	if (got < 0) {
		in->failed = in->end = true;
	} else if (got == 0) {
		in->end = true;
		if (csv_fini(&in->parser, on_field, on_row, in) != 0)
			fail(in);
	} else {
		struct str chunk = without_mark(in, (struct str){bytes, (size_t)got});

		in->text.n += (size_t)got;
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
	in->current = !in->current;
	in->other_lives = in->holds;
	if (!in->holds)
		arena_reset(old);
	in->room = CHUNK_BYTES;
	in->to = arena_text(new, in->room);
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
	free(in->text.at);
	free(in->path);
	free(in);
}

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

/* Nothing that quotes keep, nor that folding white space changes? */
static bool is_bare8(const char *at, uint64_t *after_space)
{
	uint64_t x = plain_load(at);

	return plain_is(x, after_space) && !(plain_find(x, ',') | plain_find(x, '"'));
}

static bool is_bare_short(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c < ' ' || c >= 0x80 || c == ',' || c == '"' || (c == ' ' && (i == 0 || s.at[i - 1] == ' ')))
			return false;
	}
	return s.n == 0 || s.at[s.n - 1] != ' ';
}

bool csv_is_bare(struct str s)
{
	uint64_t after_space = 0x80;
	size_t i = 0;

	if (s.n < 8)
		return is_bare_short(s);
	for (; i + 8 <= s.n; i += 8)
		if (!is_bare8(s.at + i, &after_space))
			return false;
	if (i == s.n)
		return !after_space;
	after_space = s.at[s.n - 9] == ' ' ? 0x80 : 0;
	return is_bare8(s.at + s.n - 8, &after_space) && !after_space;
}

void csv_write_bare(struct outfile *out, struct str field, size_t separators)
{
	char *to = outfile_room(out, separators + field.n);

	if (!to) { /* more than the buffer holds */
		csv_write_bare(out, STR_NULL, separators);
		outfile_write(out, field);
		return;
	}
	for (size_t i = 0; i < separators; i++)
		*to++ = ',';
	if (field.n)
		memcpy(to, field.at, field.n);
	outfile_took(out, separators + field.n);
}

void csv_write_after(struct outfile *out, struct str field, size_t separators)
{
	csv_write_bare(out, STR_NULL, separators);
	if (field.n)
		write_field(out, field, ',');
}

void csv_write_field(struct outfile *out, struct str field, bool first)
{
	csv_write_cell(out, field, first, ',');
}

void csv_write_end(struct outfile *out)
{
	outfile_write(out, STR("\n"));
}
