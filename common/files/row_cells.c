#include "files/row_cells.h"

enum { LONG = 255 };

static bool holds_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_ENUM || type == COLUMN_LIST || type == COLUMN_SPANS;
}

void row_cells(const struct table *table, const void *record, struct row_cell *cells, struct arena *arena)
{
	for (size_t i = 0; i < table->n; i++) {
		struct str text = table_cell(table, record, i, arena);

		cells[i] =
			(struct row_cell){text, holds_text(table->columns[i].type) ? plain_marks(text.at, text.n) : 0};
	}
}

/* An empty cell is a NUL; before another stand its marks and its length, in four bytes more
 * where one is too few. */
size_t row_cells_size(const struct row_cell *cells, size_t n)
{
	size_t bytes = n + ROW_CELLS_SPARE;

	for (size_t i = 0; i < n; i++)
		if (cells[i].text.n)
			bytes += 1 + cells[i].text.n + (cells[i].text.n < LONG ? 0 : sizeof(uint32_t));
	return bytes;
}

void row_cells_pack(const struct row_cell *cells, size_t n, char *to)
{
	for (size_t i = 0; i < n; i++) {
		struct str text = cells[i].text;
		uint32_t bytes = (uint32_t)text.n;

		*to++ = (char)(text.n < LONG ? text.n : LONG);
		if (text.n == 0)
			continue;
		*to++ = (char)cells[i].marks;
		if (text.n >= LONG) {
			memcpy(to, &bytes, sizeof bytes);
			to += sizeof bytes;
		}
		memcpy(to, text.at, text.n);
		to += text.n;
	}
	memset(to, 0, ROW_CELLS_SPARE);
}

void row_cells_unpack(struct str bytes, struct row_cell *cells, size_t n)
{
	const char *at = bytes.at;

	for (size_t i = 0; i < n; i++) {
		uint32_t length = (unsigned char)*at++;

		cells[i] = (struct row_cell){STR_NULL, 0};
		if (length == 0)
			continue;
		cells[i].marks = (unsigned char)*at++;
		if (length == LONG) {
			memcpy(&length, at, sizeof length);
			at += sizeof length;
		}
		cells[i].text = (struct str){at, length};
		at += length;
	}
}

void row_cells_settle(struct row_cell *cells, size_t n, struct arena *arena)
{
	size_t bytes = row_cells_size(cells, n);
	char *packed = arena_text(arena, bytes);

	row_cells_pack(cells, n, packed);
	row_cells_unpack((struct str){packed, bytes}, cells, n);
}
