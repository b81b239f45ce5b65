#include "records/document_reader.h"

#include "files/lines.h"

/* Escapes and blocks come on top of the text that max_record bounds. */
enum { ESCAPE_FACTOR = 6, BLOCK_ROOM = 1024 * 1024 };

struct document_reader {
	struct stage *st;
	const char *input;
	struct lines *lines;
};

struct document_reader *document_open(struct stage *st, const char *input)
{
	struct document_reader *in = ARENA_NEW(&st->keep, struct document_reader);
	struct err err;

	*in = (struct document_reader){
		.st = st,
		.input = input,
		.lines = lines_open(input, ESCAPE_FACTOR * st->conf.max_record + BLOCK_ROOM, &err),
	};
	if (!in->lines)
		die(EXIT_INPUT, "%s", err.message);
	return in;
}

bool document_next(struct document_reader *in, struct document *out)
{
	struct line line;
	struct err err;

	for (;;) {
		arena_reset(&in->st->scratch);
		enum lines_result got = lines_next(in->lines, &line, &err);

		if (got == LINES_END)
			return false;
		if (got == LINES_BROKEN)
			die(EXIT_INPUT, "%s", err.message);
		if (got == LINES_LINE && line.text.n == 0)
			continue;
		if (got == LINES_LINE && document_parse(line.text, &in->st->scratch, out, &err)) {
			in->st->read++;
			return true;
		}
		stage_reject(in->st, in->input, line.number, &err);
	}
}

void document_close(struct document_reader *in)
{
	lines_close(in->lines);
}
