#include "files/csv_line.h"

#include <csv.h>
#include <stdlib.h>

enum { BLOCK_BYTES = 16 * 1024 };

struct csv_line {
	struct csv_parser parser;
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

	LIST_ADD(&in->arena, &in->fields, n ? str_dup(&in->arena, (struct str){text, n}) : STR(""));
}

static void on_row(int end, void *data)
{
	struct csv_line *in = data;

	(void)end;
	in->ended++;
}

struct csv_line *csv_line_open(char separator)
{
	struct csv_line *in = calloc(1, sizeof *in);

	if (!in || csv_init(&in->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	csv_set_delim(&in->parser, (unsigned char)separator);
	csv_set_blk_size(&in->parser, BLOCK_BYTES);
	return in;
}

bool csv_line_read(struct csv_line *in, struct str bytes, struct csv_row *row)
{
	arena_reset(&in->arena);
	in->fields.at = NULL;
	in->fields.n = in->fields.room = in->ended = 0;
	bool whole = csv_parse(&in->parser, bytes.at, bytes.n, on_field, on_row, in) == bytes.n &&
		     csv_fini(&in->parser, on_field, on_row, in) == 0 && in->ended == 1;

	*row = (struct csv_row){.at = in->fields.at, .n = in->fields.n, .line = 1};
	return whole;
}

void csv_line_close(struct csv_line *in)
{
	csv_free(&in->parser);
	arena_free(&in->arena);
	free(in);
}
