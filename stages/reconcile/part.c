#include "part.h"

#include <stdlib.h>

#include "records/assertion.h"
#include "records/event.h"

static void make_room(struct part *rows, size_t size)
{
	if (rows->n < rows->room)
		return;
	rows->room = rows->room ? 2 * rows->room : 256;
	rows->at = realloc(rows->at, rows->room * size);
	if (!rows->at)
		die(EXIT_INTERNAL, "out of memory reading statements");
}

/* Columns that nothing here looks at. */
static const char *const idle_event[] = {"document",   "spans",	  "told_timex", "when_timex", "stated_timex",
					 "chain",      "surface", "plover",	"reports",    "independent",
					 "confidence", "rules",	  NULL};
static const char *const idle_assertion[] = {"noun",	   "claims",	 "reports", "last_seen",
					     "supersedes", "confidence", NULL};

void part_read(struct part *rows, struct stage *st, const struct table *table, const char *path, struct arena *arena)
{
	enum table_result result;
	struct err err;

	rows->in = table_open(table, path);
	table_hold(rows->in);
	for (const char *const *column = table == &event_table ? idle_event : idle_assertion; *column; column++)
		table_skip(rows->in, *column);
	for (;;) {
		make_room(rows, table->size);
		result = table_read(rows->in, rows->at + rows->n * table->size, arena, &err);
		if (result == TABLE_END)
			break;
		st->read++;
		if (result == TABLE_RECORD)
			rows->n++;
		else
			stage_reject(st, path, table_line(rows->in), &err);
		if (result == TABLE_BROKEN)
			break;
	}
}

void part_close(struct part *rows)
{
	if (rows->in)
		table_close(rows->in);
	free(rows->at);
}
