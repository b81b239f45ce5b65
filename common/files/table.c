#include "files/table.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/plain.h"
#include "files/lines.h"
#include "files/outfile.h"

struct str column_name(struct arena *arena, const struct column *column)
{
	if (!column->group)
		return str_of(column->name);
	return str_concat(arena, (struct str[]){str_of(column->group), STR("_"), str_of(column->name)}, 3);
}

static bool has_name(const struct column *c, struct str name)
{
	if (!c->group)
		return str_eq(name, str_of(c->name));
	size_t n = strlen(c->group);

	return str_starts(name, str_of(c->group)) && name.n > n && name.at[n] == '_' &&
	       str_eq(str_slice(name, n + 1, name.n), str_of(c->name));
}

int table_column(const struct table *table, struct str name)
{
	for (size_t i = 0; i < table->n; i++)
		if (has_name(&table->columns[i], name))
			return (int)i;
	return -1;
}

/* As table_column, which is asked only where names are not in the table's order. */
static int column_from(const struct table *table, size_t likely, struct str name)
{
	return likely < table->n && has_name(&table->columns[likely], name) ? (int)likely : table_column(table, name);
}

static struct str format_int(struct arena *arena, int64_t v)
{
	return v == COLUMN_NO_INT ? STR_NULL : decimal_format_int(arena, v);
}

struct str table_cell(const struct table *table, const void *record, size_t column, struct arena *arena)
{
	const struct column *c = &table->columns[column];
	const void *member = (const char *)record + c->offset;

	switch (c->type) {
	case COLUMN_TEXT:
		return *(const struct str *)member;
	case COLUMN_INT:
		return format_int(arena, *(const int64_t *)member);
	case COLUMN_DECIMAL:
		return decimal_format(arena, *(const struct decimal *)member);
	case COLUMN_BOOL:
		return *(const bool *)member ? STR("true") : STR("false");
	case COLUMN_ENUM:
		return str_of(c->values[*(const int *)member]);
	case COLUMN_LIST:
	case COLUMN_SPANS:
		if (((const struct strs *)member)->n == 0)
			return STR_NULL;
		return strs_join(arena, *(const struct strs *)member);
	}
	assert(!"column type");
	return STR_NULL;
}

static bool wrong(const struct column *c, struct err *err, const char *want, struct str text)
{
	struct arena a = {0};
	struct str name = column_name(&a, c);
	char field[64];

	snprintf(field, sizeof field, "%.*s", STR_ARG(name));
	arena_free(&a);
	return err_set(err, field, "want %s in %s, not '%.*s'", want, field, STR_ARG(str_slice(text, 0, 80)));
}

static bool set_enum(const struct column *c, int *out, struct str text, struct err *err)
{
	for (int i = 0; c->values[i]; i++)
		if (str_is(text, c->values[i])) {
			*out = i;
			return true;
		}
	return wrong(c, err, "a known word", text);
}

static bool set_int(const struct column *c, int64_t *out, struct str text, struct err *err)
{
	*out = COLUMN_NO_INT;
	return text.n == 0 || str_to_int(text, INT64_MIN + 1, INT64_MAX, out) || wrong(c, err, "an integer", text);
}

static bool set_member(const struct column *c, void *member, struct str text, struct arena *arena, struct err *err)
{
	switch (c->type) {
	case COLUMN_TEXT:
		*(struct str *)member = text.n ? str_dup(arena, text) : STR_NULL;
		return true;
	case COLUMN_INT:
		return set_int(c, member, text, err);
	case COLUMN_DECIMAL:
		return decimal_parse(text, member, NULL) || wrong(c, err, "a decimal number", text);
	case COLUMN_BOOL:
		*(bool *)member = str_eq(text, STR("true"));
		return *(bool *)member || text.n == 0 || str_eq(text, STR("false")) ||
		       wrong(c, err, "true or false", text);
	case COLUMN_ENUM:
		return set_enum(c, member, text, err);
	case COLUMN_LIST:
	case COLUMN_SPANS:
		*(struct strs *)member = strs_split(arena, text);
		return true;
	}
	assert(!"column type");
	return false;
}

bool table_set(const struct table *table, void *record, size_t column, struct str text, struct arena *arena,
	       struct err *err)
{
	const struct column *c = &table->columns[column];

	return set_member(c, (char *)record + c->offset, text, arena, err);
}

void table_write_header(struct outfile *out, const struct table *table)
{
	struct csv_cells row = csv_cells_begin(out);
	struct arena scratch = {0};

	for (size_t i = 0; i < table->n; i++) {
		if (i)
			csv_cells_next(&row);
		csv_cells_text(&row, column_name(&scratch, &table->columns[i]));
	}
	csv_cells_end(&row);
	arena_free(&scratch);
}

/* A list of words alone goes into the row item by item; false, and nothing is written, when one is more. */
static bool put_list(struct csv_cells *row, struct strs list)
{
	size_t size = list.n;

	for (size_t i = 0; i < list.n; i++)
		size += list.at[i].n;
	char *to = csv_cells_room(row, size);

	for (size_t i = 0; i < list.n && to; i++) {
		if (i)
			*to++ = '|';
		to = plain_copy(to, list.at[i].at, list.at[i].n);
	}
	if (to)
		row->to = to;
	return to;
}

/* What table_cell gives, into the row; texts with white space folded, so that a row is a line. */
static void write_cell(struct csv_cells *row, const struct column *c, const void *member, struct arena *scratch)
{
	switch (c->type) {
	case COLUMN_TEXT:
		if (((const struct str *)member)->n)
			csv_cells_fold(row, *(const struct str *)member, scratch);
		return;
	case COLUMN_INT:
		if (*(const int64_t *)member != COLUMN_NO_INT)
			row->to = decimal_put_int(csv_cells_room(row, DECIMAL_TEXT_MAX), *(const int64_t *)member);
		return;
	case COLUMN_DECIMAL:
		if (((const struct decimal *)member)->known)
			row->to = decimal_put(csv_cells_room(row, DECIMAL_TEXT_MAX), *(const struct decimal *)member);
		return;
	case COLUMN_BOOL:
		csv_cells_bare(row, *(const bool *)member ? STR("true") : STR("false"));
		return;
	case COLUMN_ENUM:
		if (*c->values[*(const int *)member])
			csv_cells_bare(row, str_of(c->values[*(const int *)member]));
		return;
	case COLUMN_LIST:
	case COLUMN_SPANS:
		if (((const struct strs *)member)->n && !put_list(row, *(const struct strs *)member))
			csv_cells_text(row, strs_join(scratch, *(const struct strs *)member));
		return;
	}
	assert(!"column type");
}

void table_write(struct outfile *out, const struct table *table, const void *record, struct arena *scratch)
{
	struct csv_cells row = csv_cells_begin(out);

	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];

		if (i)
			csv_cells_next(&row);
		write_cell(&row, c, (const char *)record + c->offset, scratch);
	}
	csv_cells_end(&row);
}

struct table_reader {
	const struct table *table;
	struct csv_reader *csv;
	char *path;
	int *member; /* [width] column of the table for each CSV column, -1: unknown */
	size_t width;
	uint64_t line;
	void *empty; /* a record whose every member is null */
	bool borrow; /* texts aren't copied */
	bool pass;   /* lists aren't filled */
	bool own;    /* the columns are the table's, in their order */
	struct csv_row row;
};

static void *empty_record(const struct table *table)
{
	char *record = calloc(1, table->size);

	if (!record)
		die(EXIT_INTERNAL, "out of memory");
	for (size_t i = 0; i < table->n; i++)
		if (table->columns[i].type == COLUMN_INT)
			*(int64_t *)(record + table->columns[i].offset) = COLUMN_NO_INT;
	return record;
}

static void read_header(struct table_reader *in)
{
	struct csv_row row;
	struct err err;

	if (!csv_read(in->csv, &row, &err)) {
		if (err.message[0])
			die(EXIT_INPUT, "%s", err.message);
		return; /* an empty file holds no records */
	}
	in->width = row.n;
	in->member = calloc(row.n ? row.n : 1, sizeof *in->member);
	if (!in->member)
		die(EXIT_INTERNAL, "out of memory");
	bool any = false;

	in->own = row.n == in->table->n;
	for (size_t i = 0; i < row.n; i++) {
		in->member[i] = column_from(in->table, i, row.at[i]);
		any |= in->member[i] >= 0;
		in->own &= in->member[i] == (int)i;
	}
	if (!any)
		die(EXIT_INPUT, "%s:1: the header names no column of a %s; give a CSV file that a stage wrote",
		    in->path, in->table->name);
}

static struct table_reader *open_csv(const struct table *table, struct csv_reader *csv, const char *path)
{
	struct table_reader *in = calloc(1, sizeof *in);

	if (!in)
		die(EXIT_INTERNAL, "out of memory opening %s", path);
	*in = (struct table_reader){.table = table, .csv = csv, .path = strdup(path), .line = 1};
	in->empty = empty_record(table);
	read_header(in);
	return in;
}

struct table_reader *table_open(const struct table *table, const char *path)
{
	return open_csv(table, csv_open(path), path);
}

struct table_reader *table_open_over(const struct table *table, struct lines *lines, const char *path)
{
	return open_csv(table, csv_open_over(lines, path), path);
}

static bool is_list(enum column_type type)
{
	return type == COLUMN_LIST || type == COLUMN_SPANS;
}

/* -1 is an unknown column. */
static bool read_cell(const struct table_reader *in, void *record, int column, struct str text, struct arena *arena,
		      struct err *err)
{
	if (column < 0)
		return true;
	const struct column *c = &in->table->columns[column];
	void *member = (char *)record + c->offset;

	if (in->borrow && c->type == COLUMN_TEXT) {
		*(struct str *)member = text;
		return true;
	}
	return (in->pass && is_list(c->type)) || set_member(c, member, text, arena, err);
}

enum table_result table_read(struct table_reader *in, void *record, struct arena *arena, struct err *err)
{
	struct csv_row row;

	if (!csv_read(in->csv, &row, err))
		return err->message[0] ? TABLE_BROKEN : TABLE_END;
	in->line = row.line;
	in->row = row;
	memcpy(record, in->empty, in->table->size);
	if (row.n != in->width) {
		err_set(err, "columns", "want %zu fields, got %zu", in->width, row.n);
		return TABLE_BAD;
	}
	/* An empty cell leaves the member null, as it is. */
	for (size_t i = 0; i < row.n; i++)
		if (row.at[i].n && !read_cell(in, record, in->member[i], row.at[i], arena, err))
			return TABLE_BAD;
	return TABLE_RECORD;
}

void table_borrow(struct table_reader *in)
{
	in->borrow = true;
}

void table_skip(struct table_reader *in, const char *column)
{
	int skip = table_column(in->table, str_of(column));

	assert(skip >= 0);
	for (size_t i = 0; i < in->width; i++)
		if (in->member[i] == skip)
			in->member[i] = -1;
}

void table_pass(struct table_reader *in)
{
	in->borrow = in->pass = true;
	if (in->own)
		csv_keep_text(in->csv);
}

bool table_rest(struct table_reader *in, void *record, struct arena *arena, struct err *err)
{
	for (size_t i = 0; i < in->row.n; i++) {
		int column = in->member[i];

		if (column >= 0 && is_list(in->table->columns[column].type) &&
		    !table_set(in->table, record, (size_t)column, in->row.at[i], arena, err))
			return false;
	}
	return true;
}

struct str table_line_text(const struct table_reader *in)
{
	return in->row.text;
}

void table_hold(struct table_reader *in)
{
	in->borrow = true;
	csv_hold(in->csv);
}

void table_release(struct table_reader *in)
{
	csv_release(in->csv);
}

uint64_t table_line(const struct table_reader *in)
{
	return in->line;
}

void table_close(struct table_reader *in)
{
	csv_close(in->csv);
	free(in->member);
	free(in->path);
	free(in->empty);
	free(in);
}
