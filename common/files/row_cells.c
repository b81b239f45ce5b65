#include "files/row_cells.h"

#include "base/plain.h"

enum { WORD = 8, LONG = 255 };

/* What eight bytes and eight more were seen to hold: top bits of bytes, those of "no_" set where
 * none was there. */
struct look {
	uint64_t any, printing, no_comma, no_quote, no_backslash, no_delete, space_behind_space;
};

static uint64_t differs(uint64_t x, char c)
{
	return (x ^ PLAIN_ONES * (unsigned char)c) + (PLAIN_TOPS - PLAIN_ONES);
}

/* after_space: 0x80 where the byte before was a space, else 0; the result is for the byte after. */
static uint64_t look_at(struct look *look, uint64_t x, uint64_t after_space)
{
	uint64_t spaces = plain_find(x, ' ');

	look->any |= x;
	look->printing &= x + (PLAIN_TOPS - PLAIN_ONES * ' ');
	look->no_comma &= differs(x, ',');
	look->no_quote &= differs(x, '"');
	look->no_backslash &= differs(x, '\\');
	look->no_delete &= differs(x, '\x7F');
	look->space_behind_space |= spaces & (spaces << 8 | after_space);
	return spaces >> 56;
}

static bool lacks(uint64_t tops)
{
	return (tops & PLAIN_TOPS) != PLAIN_TOPS;
}

static unsigned marks_seen(const struct look *look)
{
	if ((look->any & PLAIN_TOPS) || lacks(look->printing) || lacks(look->no_delete) || look->space_behind_space)
		return ROW_ODD;
	return (lacks(look->no_comma) ? ROW_COMMA : 0) | (lacks(look->no_quote) ? ROW_QUOTE : 0) |
	       (lacks(look->no_backslash) ? ROW_BACKSLASH : 0);
}

static unsigned marks_of(struct str s)
{
	struct look look = {0, PLAIN_TOPS, PLAIN_TOPS, PLAIN_TOPS, PLAIN_TOPS, PLAIN_TOPS, 0};
	uint64_t after_space = 0x80;
	char word[WORD] = {'a', 'a', 'a', 'a', 'a', 'a', 'a', 'a'};
	size_t i = 0;

	if (s.n == 0)
		return 0;
	if (s.at[s.n - 1] == ' ')
		return ROW_ODD;
	for (; i + WORD <= s.n; i += WORD)
		after_space = look_at(&look, plain_load(s.at + i), after_space);
	if (i < s.n && i) { /* the last eight, some of them again */
		after_space = s.at[s.n - WORD - 1] == ' ' ? 0x80 : 0;
		look_at(&look, plain_load(s.at + s.n - WORD), after_space);
	} else if (i < s.n) {
		for (; i < s.n; i++)
			word[i] = s.at[i];
		look_at(&look, plain_load(word), after_space);
	}
	return marks_seen(&look);
}

static bool holds_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_ENUM || type == COLUMN_LIST || type == COLUMN_SPANS;
}

void row_cells(const struct table *table, const void *record, struct row_cell *cells, struct arena *arena)
{
	for (size_t i = 0; i < table->n; i++) {
		struct str text = table_cell(table, record, i, arena);

		cells[i] = (struct row_cell){text, holds_text(table->columns[i].type) ? marks_of(text) : 0};
	}
}

/* An empty cell is a NUL; before another stand its marks and its length, in four bytes more
 * where one is too few. */
size_t row_cells_size(const struct row_cell *cells, size_t n)
{
	size_t bytes = n;

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
