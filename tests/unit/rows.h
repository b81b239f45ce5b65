/* rows - records in tests, read from and compared with a few lines of CSV. */
#ifndef RECOUNT_TEST_ROWS_H
#define RECOUNT_TEST_ROWS_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

#include "files/table.h"

struct rows {
	char *at; /* [n] of the table's struct */
	size_t n;
};

/* The records of a CSV text with a header; columns that it leaves out are null. */
static inline struct rows rows_read(const struct table *table, const char *csv, struct arena *arena)
{
	char path[] = "/tmp/recount-rows-XXXXXX";
	int file = mkstemp(path);
	struct rows rows = {0};
	size_t room = 0;
	struct err err;

	cr_assert(file >= 0);
	cr_assert_eq(write(file, csv, strlen(csv)), (ssize_t)strlen(csv));
	close(file);
	struct table_reader *in = table_open(table, path);

	for (;;) {
		if (rows.n == room) {
			rows.at = arena_grow(arena, rows.at, rows.n, room ? 2 * room : 16, table->size);
			room = room ? 2 * room : 16;
		}
		enum table_result result = table_read(in, rows.at + rows.n * table->size, arena, &err);

		if (result == TABLE_END)
			break;
		cr_assert_eq(result, TABLE_RECORD, "%s", err.message);
		rows.n++;
	}
	table_close(in);
	unlink(path);
	return rows;
}

/* Some columns of some records, a line each: "evacuated,fighters,4500\n". */
static inline struct str rows_text(const struct table *table, const void *rows, size_t n, const char *columns,
				   struct arena *arena)
{
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < n; i++) {
		struct str rest = str_of(columns);
		bool first = true;

		while (rest.at) {
			int column = table_column(table, str_cut(&rest, ','));

			cr_assert(column >= 0, "no such column in '%s'", columns);
			if (!first)
				buf_add_char(&out, ',');
			buf_add(&out, table_cell(table, (const char *)rows + i * table->size, (size_t)column, arena));
			first = false;
		}
		buf_add_char(&out, '\n');
	}
	return buf_str(&out);
}

static inline void rows_expect(const struct table *table, const void *rows, size_t n, const char *columns,
			       const char *want)
{
	struct arena arena = {0};
	struct str got = rows_text(table, rows, n, columns, &arena);

	cr_expect(str_eq(got, str_of(want)), "%s:\n%.*swanted:\n%s", columns, STR_ARG(got), want);
	arena_free(&arena);
}

/* Every column of every record: for laws that say "the same bytes". */
static inline struct str rows_all(const struct table *table, const void *rows, size_t n, struct arena *arena)
{
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < n; i++)
		for (size_t c = 0; c < table->n; c++) {
			buf_add(&out, table_cell(table, (const char *)rows + i * table->size, c, arena));
			buf_add_char(&out, c + 1 < table->n ? ',' : '\n');
		}
	return buf_str(&out);
}

#endif
