#include "mention_reader.h"

#include <stdlib.h>

/* The first row of the next document is read before this one is known to be complete: it waits behind the
 * list. Texts are views of the rows, which live as long as their document, as do the lists of a row: those of
 * two documents lie in two arenas. */
struct mention_reader {
	struct stage *st;
	const char *input;
	struct table_reader *rows;
	struct arena lists[2];
	int document;	    /* counts to 1 */
	struct mention *at; /* [room] */
	size_t n, room;	    /* n: of the document read last */
	bool has_waiting;   /* at[n] */
};

struct mention_reader *mention_reader_open(struct stage *st, const char *input)
{
	struct mention_reader *in = ARENA_NEW(&st->keep, struct mention_reader);

	*in = (struct mention_reader){.st = st, .input = input, .rows = table_open(&mention_table, input)};
	table_hold(in->rows);
	return in;
}

/* The next good row, its lists in the arena. */
static bool next_row(struct mention_reader *in, struct mention *m, struct arena *arena)
{
	struct err err;

	for (;;) {
		switch (table_read(in->rows, m, arena, &err)) {
		case TABLE_RECORD:
			in->st->read++;
			return true;
		case TABLE_END:
			return false;
		case TABLE_BROKEN:
			die(EXIT_INPUT, "%s", err.message);
		case TABLE_BAD:
			stage_reject(in->st, in->input, table_line(in->rows), &err);
		}
	}
}

static void make_room(struct mention_reader *in)
{
	if (in->n < in->room)
		return;
	size_t room = in->room ? 2 * in->room : 64;
	struct mention *at = realloc(in->at, room * sizeof *at);

	if (!at)
		die(EXIT_INTERNAL, "out of memory (%zu mentions of one document)", in->n);
	in->at = at;
	in->room = room;
}

bool mention_reader_next(struct mention_reader *in, struct mention_list *out)
{
	arena_reset(&in->st->scratch);
	table_release(in->rows);
	in->document = !in->document;
	arena_reset(&in->lists[in->document]);
	if (in->has_waiting)
		in->at[0] = in->at[in->n];
	in->n = in->has_waiting;
	in->has_waiting = false;
	for (make_room(in); next_row(in, &in->at[in->n], &in->lists[in->document]); in->n++, make_room(in)) {
		in->has_waiting = in->n && !str_eq(in->at[in->n].document, in->at[0].document);
		if (in->has_waiting)
			break;
	}
	*out = (struct mention_list){in->at, in->n};
	return out->n > 0;
}

uint64_t mention_reader_line(const struct mention_reader *in)
{
	return table_line(in->rows);
}

void mention_reader_close(struct mention_reader *in)
{
	table_close(in->rows);
	arena_free(&in->lists[0]);
	arena_free(&in->lists[1]);
	free(in->at);
}
