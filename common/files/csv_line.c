#include "files/csv_line.h"

#include <csv.h>
#include <stdlib.h>

#include "files/csv_runs.h"

enum { BLOCK_BYTES = 16 * 1024 };

struct csv_line {
	struct csv_parser parser;
	char separator;
	struct csv_runs runs;
	struct arena arena;
	struct {
		struct str *at;
		size_t n, room;
	} fields;
	size_t ended; /* rows */
};

static void on_field(void *text, size_t n, void *data)
{
	struct csv_line *in = data;
	struct str field = {text, n};

	const struct str *fields = &field;

	if (csv_runs_is_one(&in->runs, field)) {
		fields = csv_runs_take(&in->runs, &n);
	} else {
		size_t whole = csv_runs_size(&in->runs, field);
		char *to = arena_text(&in->arena, whole + 1);

		csv_runs_put(&in->runs, field, to);
		to[whole] = '\0';
		field = (struct str){to, whole};
		n = 1;
	}
	for (size_t i = 0; i < n; i++)
		LIST_ADD(&in->arena, &in->fields, fields[i]);
}

static void on_row(int end, void *data)
{
	struct csv_line *in = data;

	(void)end;
	in->ended++;
}

static void begin(struct csv_line *in)
{
	if (csv_init(&in->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	csv_set_delim(&in->parser, (unsigned char)in->separator);
	csv_set_blk_size(&in->parser, BLOCK_BYTES);
}

static void end(struct csv_line *in)
{
	csv_free(&in->parser);
	csv_runs_free(&in->runs);
	in->runs = (struct csv_runs){0};
}

struct csv_line *csv_line_open(char separator)
{
	struct csv_line *in = calloc(1, sizeof *in);

	if (!in)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	in->separator = separator;
	begin(in);
	return in;
}

bool csv_line_read(struct csv_line *in, struct str bytes, struct csv_row *row)
{
	arena_reset(&in->arena);
	in->fields.at = NULL;
	in->fields.n = in->fields.room = in->ended = 0;
	char *kept = memcpy(arena_text(&in->arena, bytes.n), bytes.at, bytes.n);
	struct str brief = csv_runs_mark(&in->runs, kept, bytes.n, in->separator);
	bool whole = csv_parse(&in->parser, brief.at, brief.n, on_field, on_row, in) == brief.n &&
		     csv_fini(&in->parser, on_field, on_row, in) == 0 && in->ended == 1;

	if (!whole) { /* what it left open is not the next row's */
		end(in);
		begin(in);
	}
	*row = (struct csv_row){.at = in->fields.at, .n = in->fields.n, .line = 1};
	return whole;
}

void csv_line_close(struct csv_line *in)
{
	end(in);
	arena_free(&in->arena);
	free(in);
}
