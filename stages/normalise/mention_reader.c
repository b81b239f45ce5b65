#include "mention_reader.h"

/* The first row of the next document is read before this one is known to be complete:
 * it waits, its lists in an arena of their own. All texts are views of the rows, which
 * live as long as their document. */
struct mention_reader {
	struct stage *st;
	const char *input;
	struct table_reader *rows;
	struct arena waiting_room;
	struct mention waiting;
	bool has_waiting;
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

/* Move a record's lists into another arena by writing their cells there. */
static struct mention moved(const struct mention *m, struct arena *to)
{
	struct mention copy = *m;

	for (size_t i = 0; i < mention_table.n; i++)
		if (mention_table.columns[i].type == COLUMN_LIST || mention_table.columns[i].type == COLUMN_SPANS)
			table_set(&mention_table, &copy, i, table_cell(&mention_table, m, i, to), to, NULL);
	return copy;
}

bool mention_reader_next(struct mention_reader *in, struct mention_list *out)
{
	struct arena *scratch = &in->st->scratch;
	struct mention m;

	arena_reset(scratch);
	table_release(in->rows);
	*out = (struct mention_list){0};
	if (in->has_waiting) {
		LIST_ADD(scratch, out, moved(&in->waiting, scratch));
		in->has_waiting = false;
	}
	while (next_row(in, &m, scratch)) {
		if (out->n && !str_eq(m.document, out->at[0].document)) {
			arena_reset(&in->waiting_room);
			in->waiting = moved(&m, &in->waiting_room);
			in->has_waiting = true;
			return true;
		}
		LIST_ADD(scratch, out, m);
	}
	return out->n > 0;
}

uint64_t mention_reader_line(const struct mention_reader *in)
{
	return table_line(in->rows);
}

void mention_reader_close(struct mention_reader *in)
{
	table_close(in->rows);
	arena_free(&in->waiting_room);
}
