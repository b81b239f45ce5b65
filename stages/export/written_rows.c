#include "written_rows.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "files/csv_line.h"

enum { WINDOW_BYTES = 16 * 1024 };

struct written_rows {
	const struct released *table;
	struct csv_line *line;
	int fd;
	char *window; /* [room], of which n bytes are the file's from `from` on */
	size_t n, room;
	uint64_t from;
};

static _Noreturn void not_as_written(const struct written_rows *rows)
{
	die(EXIT_OUTPUT, "%s.csv is not as it was written; make the release again", rows->table->name);
}

struct written_rows *written_rows_open(const struct export *ex, enum released_name which)
{
	struct written_rows *rows = calloc(1, sizeof *rows);
	struct arena scratch = {0};

	if (!rows)
		die(EXIT_INTERNAL, "out of memory reading %s.csv", ex->tables[which].name);
	*rows = (struct written_rows){
		.table = &ex->tables[which],
		.line = csv_line_open(ex->st->conf.csv_semicolon ? ';' : ','),
		.fd = open(str_printf(&scratch, "%s/%s.csv", ex->st->output, ex->tables[which].name).at,
			   O_RDONLY | O_CLOEXEC),
	};
	if (rows->fd < 0)
		not_as_written(rows);
	arena_free(&scratch);
	return rows;
}

/* The window begins at the byte, and is larger where it began there already. */
static void move_window(struct written_rows *rows, uint64_t at)
{
	ssize_t got;

	if (!rows->room || (rows->from == at && rows->n == rows->room)) {
		rows->room = rows->room ? 2 * rows->room : WINDOW_BYTES;
		rows->window = realloc(rows->window, rows->room);
		if (!rows->window)
			die(EXIT_INTERNAL, "out of memory reading %s.csv", rows->table->name);
	} else if (rows->from == at && rows->n) {
		not_as_written(rows); /* the file ends within the row */
	}
	rows->from = at;
	for (rows->n = 0; rows->n < rows->room; rows->n += (size_t)got) {
		got = pread(rows->fd, rows->window + rows->n, rows->room - rows->n, (off_t)(at + rows->n));
		if (got < 0 && errno == EINTR)
			got = 0;
		else if (got < 0)
			not_as_written(rows);
		else if (got == 0)
			break;
	}
	if (rows->n == 0)
		not_as_written(rows);
}

/* The line that begins at that byte, with its end. */
static struct str line_at(struct written_rows *rows, uint64_t at)
{
	for (;; move_window(rows, at)) {
		if (at < rows->from || at >= rows->from + rows->n)
			continue;
		const char *begin = rows->window + (at - rows->from);
		const char *end = memchr(begin, '\n', (size_t)(rows->window + rows->n - begin));

		if (end)
			return (struct str){begin, (size_t)(end - begin) + 1};
	}
}

const struct str *written_rows_at(struct written_rows *rows, uint64_t at)
{
	struct csv_row row;

	if (!csv_line_read(rows->line, line_at(rows, at), &row) || row.n != rows->table->table.n)
		not_as_written(rows);
	return row.at;
}

void written_rows_close(struct written_rows *rows)
{
	close(rows->fd);
	free(rows->window);
	csv_line_close(rows->line);
	free(rows);
}
