#include "files/json_row.h"

#include <stdio.h>

#include "base/plain.h"
#include "base/utf8.h"
#include "files/outfile.h"

enum {
	NUMBER_DIGITS = 15,
	ESCAPE_BYTES = 6, /* of one byte at most: \u001F */
	SPAN_BYTES = 48,
	VALUE_BYTES = 48, /* the most that a value that is no text or list takes */
};

/* One value, and what stands before it: ',"low":', '},"place":{"name":'. */
struct member {
	struct str before;
	enum column_type type;
	size_t cell;  /* its number */
	size_t times; /* as many bytes as the cell has it may take, beyond VALUE_BYTES */
};

struct json_row {
	struct member *members; /* [n] */
	size_t n;
	struct str end;
	size_t bytes; /* of all that is the same in every row, and of the values that are short */
};

static bool same_group(const struct column *a, const struct column *b)
{
	return a->group && b->group && strcmp(a->group, b->group) == 0;
}

/* Is the column of a group that an earlier column began? */
static bool is_placed(const struct table *table, size_t column)
{
	for (size_t i = 0; i < column && table->columns[column].group; i++)
		if (same_group(&table->columns[i], &table->columns[column]))
			return true;
	return false;
}

static void add_name(struct buf *between, const char *name)
{
	char before = between->n ? between->at[between->n - 1] : '{';

	/* A first member follows a brace that opens. */
	buf_printf(between, "%s\"%s\":", before == '{' ? "" : ",", name);
}

/* Any byte may want an escape, be an item, or a span. */
static size_t times_of(enum column_type type)
{
	return type == COLUMN_SPANS						   ? SPAN_BYTES
	       : type == COLUMN_TEXT || type == COLUMN_ENUM || type == COLUMN_LIST ? ESCAPE_BYTES
										   : 0;
}

/* What lies between values is copied as cells are. */
static struct str with_spare(struct buf *between)
{
	static const char spare[ROW_CELLS_SPARE];
	size_t n = between->n;

	buf_add(between, (struct str){spare, sizeof spare});
	return str_slice(buf_str(between), 0, n);
}

static void add_member(struct json_row *row, struct buf *between, const struct table *table, size_t column)
{
	row->bytes += between->n + VALUE_BYTES;
	enum column_type type = table->columns[column].type;

	row->members[row->n++] = (struct member){with_spare(between), type, column, times_of(type)};
	*between = (struct buf){.arena = between->arena};
	buf_add_char(between, ' '); /* a value stands here; taken off again below */
}

/* All members of the group that column `first` begins. */
static void add_group(struct json_row *row, struct buf *between, const struct table *table, size_t first)
{
	add_name(between, table->columns[first].group);
	buf_add_char(between, '{');
	for (size_t i = first; i < table->n; i++) {
		if (!same_group(&table->columns[first], &table->columns[i]))
			continue;
		add_name(between, table->columns[i].name);
		add_member(row, between, table, i);
	}
	buf_add_char(between, '}');
}

/* What follows a value begins with the blank that marked its place. */
static void drop_marks(struct json_row *row)
{
	for (size_t i = 1; i < row->n; i++)
		row->members[i].before = str_slice(row->members[i].before, 1, row->members[i].before.n);
	row->end = str_slice(row->end, row->n ? 1 : 0, row->end.n);
}

const struct json_row *json_row_of(struct arena *arena, const struct table *table, const char *record_name)
{
	struct json_row *row = ARENA_NEW(arena, struct json_row);
	struct buf between = {.arena = arena};

	row->members = ARENA_ARRAY(arena, struct member, table->n + 1);
	buf_add_char(&between, '{');
	if (record_name)
		buf_printf(&between, "\"record\":\"%s\"", record_name);
	for (size_t i = 0; i < table->n; i++) {
		if (is_placed(table, i))
			continue;
		if (table->columns[i].group) {
			add_group(row, &between, table, i);
		} else {
			add_name(&between, table->columns[i].name);
			add_member(row, &between, table, i);
		}
	}
	buf_add_char(&between, '}');
	row->bytes += between.n;
	row->end = with_spare(&between);
	drop_marks(row);
	return row;
}

static char *put(char *to, struct str s)
{
	if (s.n)
		memcpy(to, s.at, s.n);
	return to + s.n;
}

static bool is_plain8(uint64_t x)
{
	return !(x & PLAIN_TOPS) && ((x + (PLAIN_TOPS - PLAIN_ONES * ' ')) & PLAIN_TOPS) == PLAIN_TOPS &&
	       !(plain_find(x, '"') | plain_find(x, '\\'));
}

static char *put_escaped(char *to, unsigned char c)
{
	static const char named[] = {
		['"'] = '"', ['\\'] = '\\', ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r', ['\t'] = 't'};
	static const char hex[] = "0123456789ABCDEF";

	*to++ = '\\';
	if (c < sizeof named && named[c]) {
		*to++ = named[c];
		return to;
	}
	to = put(to, STR("u00"));
	*to++ = hex[c >> 4];
	*to++ = hex[c & 15];
	return to;
}

/* In quotes. NULL when the text is not UTF-8: it can't be told in JSON. */
static char *put_text(char *to, struct str s)
{
	bool checked = false;

	*to++ = '"';
	for (size_t i = 0; i < s.n;) {
		unsigned char c = (unsigned char)s.at[i];

		if (i + 8 <= s.n && is_plain8(plain_load(s.at + i))) {
			memcpy(to, s.at + i, 8);
			to += 8;
			i += 8;
			continue;
		}
		if (c >= 0x80 && !checked && utf8_invalid(str_slice(s, i, s.n)) >= 0)
			return NULL;
		checked |= c >= 0x80;
		if (c >= ' ' && c != '"' && c != '\\')
			*to++ = (char)c;
		else
			to = put_escaped(to, c);
		i++;
	}
	*to++ = '"';
	return to;
}

/* Is it as it stands what JSON puts in quotes? */
static bool is_clean(const struct row_cell *cell)
{
	return !(cell->marks & (ROW_ODD | ROW_QUOTE | ROW_BACKSLASH));
}

/* Empty stands for null. */
static char *put_text_or_null(char *to, const struct row_cell *cell)
{
	char *end;

	if (cell->text.n == 0)
		return put(to, STR("null"));
	if (is_clean(cell)) {
		*to++ = '"';
		to = row_cells_put(to, cell->text);
		*to++ = '"';
		return to;
	}
	end = put_text(to, cell->text);
	return end ? end : put(to, STR("null"));
}

/* Items without escapes stand between bars as they will between quotes. */
static char *put_clean_list(char *to, struct str text)
{
	to = put(to, STR("[\""));
	for (const char *bar; text.n && (bar = memchr(text.at, '|', text.n));) {
		size_t n = (size_t)(bar - text.at);

		to = put(row_cells_put(to, str_slice(text, 0, n)), STR("\",\""));
		text = str_slice(text, n + 1, text.n);
	}
	return put(row_cells_put(to, text), STR("\"]"));
}

static char *put_list(char *to, const struct row_cell *cell, struct arena *scratch)
{
	if (cell->text.n && is_clean(cell))
		return put_clean_list(to, cell->text);
	struct strs list = strs_split(scratch, cell->text);
	char *begin = to;

	*to++ = '[';
	for (size_t i = 0; i < list.n; i++) {
		char *item = to;

		if (item > begin + 1)
			*item++ = ',';
		item = put_text(item, list.at[i]);
		to = item ? item : to;
	}
	*to++ = ']';
	return to;
}

/* "12-30" as [12,30]; what is no span is [0,0]. */
static char *put_span(char *to, struct str span)
{
	int64_t start = 0, end = 0;
	struct str rest = span, first = str_cut(&rest, '-');

	(void)(str_to_int(first, 0, INT64_MAX, &start) && str_to_int(rest, 0, INT64_MAX, &end));
	return to + snprintf(to, SPAN_BYTES, "[%lld,%lld]", (long long)start, (long long)end);
}

static char *put_spans(char *to, struct str text, struct arena *scratch)
{
	struct strs list = strs_split(scratch, text);

	*to++ = '[';
	for (size_t i = 0; i < list.n; i++) {
		if (i)
			*to++ = ',';
		to = put_span(to, list.at[i]);
	}
	*to++ = ']';
	return to;
}

/* Long ones are strings: a reader's binary numbers would not hold them. */
static bool is_long(struct str text)
{
	struct decimal d;

	return text.n > NUMBER_DIGITS && decimal_parse(text, &d, NULL) &&
	       (decimal_width(d) > NUMBER_DIGITS || d.scale > NUMBER_DIGITS);
}

static char *put_value(char *to, enum column_type type, const struct row_cell *cell, struct arena *scratch)
{
	switch (type) {
	case COLUMN_TEXT:
	case COLUMN_ENUM:
		return put_text_or_null(to, cell);
	case COLUMN_LIST:
		return put_list(to, cell, scratch);
	case COLUMN_SPANS:
		return put_spans(to, cell->text, scratch);
	case COLUMN_DECIMAL:
		if (is_long(cell->text))
			return put_text(to, cell->text);
		break;
	case COLUMN_INT:
	case COLUMN_BOOL:
		break;
	}
	return cell->text.n ? row_cells_put(to, cell->text) : put(to, STR("null"));
}

static char *put_row(char *to, const struct json_row *row, const struct row_cell *cells, struct arena *scratch)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct member *m = &row->members[i];

		to = put_value(row_cells_put(to, m->before), m->type, &cells[m->cell], scratch);
	}
	return row_cells_put(to, row->end);
}

void json_row_write(struct outfile *out, const struct json_row *row, const struct row_cell *cells,
		    struct arena *scratch)
{
	size_t most = row->bytes + ROW_CELLS_SPARE;

	for (size_t i = 0; i < row->n; i++)
		most += row->members[i].times * cells[row->members[i].cell].text.n;
	char *room = outfile_room(out, most);

	if (room) {
		outfile_took(out, (size_t)(put_row(room, row, cells, scratch) - room));
		return;
	}
	room = arena_text(scratch, most); /* more than the file's buffer holds */
	outfile_write(out, (struct str){room, (size_t)(put_row(room, row, cells, scratch) - room)});
}
