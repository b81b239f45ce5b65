#include "files/csvio.h"

#include <csv.h>
#include <stdlib.h>

#include "files/lines.h"
#include "files/outfile.h"

enum { CHUNK_BYTES = 64 * 1024 };

/* libcsv calls back for each field and row; rows wait here until they are asked for. */
struct csv_reader {
	struct csv_parser parser;
	struct lines *in;
	char *path;
	struct arena arenas[2]; /* rows and their text; the one not in use empties when all its rows are given */
	int current;
	struct {
		struct csv_row *at;
		size_t n, room;
	} ready;
	struct {
		struct str *at;
		size_t n, room;
	} open; /* the row being read */
	size_t given;
	uint64_t line;
	bool end;
};

static void on_field(void *text, size_t n, void *data)
{
	struct csv_reader *in = data;

	struct arena *arena = &in->arenas[in->current];

	LIST_ADD(arena, &in->open, str_dup(arena, (struct str){text, n}));
}

static void on_row(int end, void *data)
{
	struct csv_reader *in = data;
	struct csv_row row = {in->open.at, in->open.n, ++in->line};

	(void)end;
	LIST_ADD(&in->arenas[in->current], &in->ready, row);
	in->open.at = NULL;
	in->open.n = in->open.room = 0;
}

struct csv_reader *csv_open(const char *path)
{
	struct err err = {0};
	struct csv_reader *in = calloc(1, sizeof *in);

	if (!in || csv_init(&in->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	in->in = lines_open(path, 0, &err);
	if (!in->in)
		die(EXIT_INPUT, "%s", err.message);
	in->path = strdup(path);
	return in;
}

static bool bad(struct csv_reader *in, struct err *err)
{
	in->end = true;
	return err_set(err, "csv", "%s:%llu: %s", in->path, (unsigned long long)in->line + 1,
		       csv_strerror(csv_error(&in->parser)));
}

static bool parse_more(struct csv_reader *in, struct err *err)
{
	char chunk[CHUNK_BYTES];
	ptrdiff_t got = lines_bytes(in->in, chunk, sizeof chunk, err);

	if (got < 0)
		return false;
	if (got == 0) {
		in->end = true;
		return csv_fini(&in->parser, on_field, on_row, in) == 0 || bad(in, err);
	}
	return csv_parse(&in->parser, chunk, (size_t)got, on_field, on_row, in) == (size_t)got || bad(in, err);
}

/* All waiting rows are given: forget them, but carry over the fields of the row
 * that is still open, for a chunk seldom ends where a row ends. */
static void forget_given(struct csv_reader *in)
{
	struct arena *old = &in->arenas[in->current], *new = &in->arenas[!in->current];

	in->open.at = arena_grow(new, in->open.at, in->open.n, in->open.n + 32, sizeof *in->open.at);
	in->open.room = in->open.n + 32;
	for (size_t i = 0; i < in->open.n; i++)
		in->open.at[i] = str_dup(new, in->open.at[i]);
	in->current = !in->current;
	arena_reset(old);
	in->ready.at = NULL;
	in->ready.n = in->ready.room = in->given = 0;
}

bool csv_read(struct csv_reader *in, struct csv_row *row, struct err *err)
{
	err->message[0] = '\0';
	while (in->given == in->ready.n) {
		if (in->end)
			return false;
		forget_given(in);
		if (!parse_more(in, err))
			return false;
	}
	*row = in->ready.at[in->given++];
	return true;
}

void csv_close(struct csv_reader *in)
{
	csv_free(&in->parser);
	lines_close(in->in);
	arena_free(&in->arenas[0]);
	arena_free(&in->arenas[1]);
	free(in->path);
	free(in);
}

static bool needs_quotes(struct str s, char separator)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.at[i] == separator || s.at[i] == '"' || s.at[i] == '\n' || s.at[i] == '\r')
			return true;
	/* libcsv trims unquoted fields, and some readers do: an outer space needs quotes. */
	return s.n && (s.at[0] == ' ' || s.at[0] == '\t' || s.at[s.n - 1] == ' ' || s.at[s.n - 1] == '\t');
}

static void write_quoted(struct outfile *out, struct str s)
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

void csv_write_cell(struct outfile *out, struct str field, bool first, char separator)
{
	if (!first)
		outfile_write(out, (struct str){&separator, 1});
	if (needs_quotes(field, separator))
		write_quoted(out, field);
	else
		outfile_write(out, field);
}

void csv_write_field(struct outfile *out, struct str field, bool first)
{
	csv_write_cell(out, field, first, ',');
}

void csv_write_end(struct outfile *out)
{
	outfile_write(out, STR("\n"));
}
