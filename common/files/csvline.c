#include "files/csvline.h"

#include <csv.h>
#include <stdlib.h>

#include "base/err.h"

struct csvline {
	struct csv_parser parser;
	struct arena *arena;
	struct {
		struct str *at;
		size_t n, room;
	} cells;
	size_t width; /* of the row before */
};

static void on_field(void *text, size_t n, void *data)
{
	struct csvline *reader = data;

	if (!reader->cells.at && reader->width) {
		reader->cells.at = arena_more(reader->arena, NULL, 0, reader->width, sizeof *reader->cells.at);
		reader->cells.room = reader->width;
	}
	LIST_ADD(reader->arena, &reader->cells, n ? str_dup(reader->arena, (struct str){text, n}) : STR(""));
}

static void on_row(int end, void *data)
{
	(void)end;
	(void)data;
}

struct csvline *csvline_open(char separator)
{
	struct csvline *reader = calloc(1, sizeof *reader);

	if (!reader || csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		die(EXIT_INTERNAL, "out of memory reading CSV");
	csv_set_delim(&reader->parser, (unsigned char)separator);
	return reader;
}

bool csvline_cells(struct csvline *reader, struct str line, struct arena *arena, const struct str **cells, size_t *n)
{
	bool good;

	reader->arena = arena;
	reader->cells.at = NULL;
	reader->cells.n = reader->cells.room = 0;
	good = csv_parse(&reader->parser, line.at, line.n, on_field, on_row, reader) == line.n;
	good = csv_fini(&reader->parser, on_field, on_row, reader) == 0 && good;
	*cells = reader->cells.at;
	*n = reader->width = reader->cells.n;
	return good;
}

void csvline_close(struct csvline *reader)
{
	csv_free(&reader->parser);
	free(reader);
}
