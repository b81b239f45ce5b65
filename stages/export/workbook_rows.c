#include "workbook_rows.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/csv_line.h"

struct workbook_rows {
	const struct released *table;
	struct csv_line *line;
	struct str text; /* the whole file, mapped */
};

static struct str map(const char *path)
{
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0 || fstat(fd, &st) != 0 || st.st_size == 0)
		die(EXIT_INPUT, "cannot read %s; make the release again", path);
	void *at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);

	close(fd);
	if (at == MAP_FAILED)
		die(EXIT_INTERNAL, "out of memory reading %s", path);
	return (struct str){at, (size_t)st.st_size};
}

struct workbook_rows *workbook_rows_open(const struct export *ex, enum released_name which)
{
	struct workbook_rows *rows = calloc(1, sizeof *rows);
	struct arena scratch = {0};

	if (!rows)
		die(EXIT_INTERNAL, "out of memory reading %s.csv", ex->tables[which].name);
	*rows = (struct workbook_rows){
		.table = &ex->tables[which],
		.line = csv_line_open(ex->st->conf.csv_semicolon ? ';' : ','),
	};
	rows->text = map(str_printf(&scratch, "%s/%s.csv", ex->st->output, rows->table->name).at);
	arena_free(&scratch);
	return rows;
}

const struct str *workbook_rows_at(struct workbook_rows *rows, uint64_t at)
{
	struct str rest = str_slice(rows->text, (size_t)at, rows->text.n);
	struct csv_row row;

	if (!csv_line_read(rows->line, str_cut(&rest, '\n'), &row) || row.n != rows->table->table.n)
		die(EXIT_INPUT, "%s.csv changed while the workbook was made; make the release again",
		    rows->table->name);
	return row.at;
}

void workbook_rows_close(struct workbook_rows *rows)
{
	munmap((void *)rows->text.at, rows->text.n);
	csv_line_close(rows->line);
	free(rows);
}
