#include "files/row_text.h"

#include <stdlib.h>

#include "base/err.h"

/* A row above that goes without its text, and so do those that follow. */
enum { ROW_BYTES = 1024 * 1024 };

static void make_room(struct row_text *t, size_t n)
{
	if (t->room - t->n >= n)
		return;
	t->room = 2 * t->n + n;
	t->at = realloc(t->at, t->room);
	if (!t->at)
		die(EXIT_INTERNAL, "out of memory for the rows of a CSV file");
}

void row_text_add(struct row_text *t, struct str chunk)
{
	bool first = t->n == 0 && t->line == 1;

	t->on = t->on && t->n - t->from <= ROW_BYTES;
	if (!t->on && !first) {
		t->line = 0; /* too late to begin */
		return;
	}
	t->n -= t->from;
	if (t->n)
		memmove(t->at, t->at + t->from, t->n);
	t->from = 0;
	make_room(t, chunk.n);
	memcpy(t->at + t->n, chunk.at, chunk.n);
	t->n += chunk.n;
}

/* Go on to the line of that number; false when it is not here. */
static bool go_to(struct row_text *t, uint64_t line)
{
	const char *at = t->at + t->from, *end = t->at + t->n;

	while (t->line < line && (at = memchr(at, '\n', (size_t)(end - at)))) {
		t->from = (size_t)(++at - t->at);
		t->line++;
	}
	return t->line == line;
}

void row_text_deal(struct row_text *t, struct csv_row *rows, size_t n, uint64_t line)
{
	t->on = t->on && !t->never;
	for (size_t i = 0; i < n && t->on; i++) {
		const char *at, *end;

		if (!go_to(t, rows[i].line))
			break;
		at = t->at + t->from;
		end = memchr(at, '\n', t->n - t->from);
		if (rows[i].text.at && end)
			rows[i].text = (struct str){at, (size_t)(end - at)};
	}
	t->on = t->on && go_to(t, line);
}
