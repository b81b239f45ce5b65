#include "page_rows.h"

#include "files/csv_line.h"
#include "files/lines.h"

struct str page_rearm(struct str cell)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
	size_t quotes = 0;

	while (quotes < cell.n && cell.at[quotes] == '\'')
		quotes++;
	for (size_t i = 0; quotes && i < sizeof starts / sizeof *starts; i++)
		if (str_starts(str_slice(cell, quotes, cell.n), str_of(starts[i])))
			return str_slice(cell, 1, cell.n);
	return cell;
}

/* Number of the record's column for each column of the file; -1: not wanted. */
struct columns {
	int *at;
	size_t n;
};

static bool is_wanted(const char *columns, struct str name)
{
	struct str rest = str_of(columns);

	while (rest.at)
		if (str_eq(str_cut(&rest, ' '), name))
			return true;
	return false;
}

static struct columns columns_of(const struct released *table, const struct str *names, size_t n, const char *wanted,
				 struct arena *arena)
{
	struct columns c = {ARENA_ARRAY(arena, int, n), n};

	for (size_t i = 0; i < n; i++)
		c.at[i] = is_wanted(wanted, names[i]) ? table_column(&table->table, names[i]) : -1;
	return c;
}

static bool is_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_LIST || type == COLUMN_SPANS;
}

/* A record of which nothing is known. */
static const void *nothing_of(const struct table *table, struct arena *arena)
{
	void *record = arena_alloc(arena, table->size);

	for (size_t i = 0; i < table->n; i++)
		table_set(table, record, i, STR_NULL, arena, NULL);
	return record;
}

static bool set_row(const struct table *table, const struct columns *c, const struct str *cells, size_t n, void *record,
		    struct arena *arena)
{
	struct err err;

	for (size_t i = 0; i < n && i < c->n; i++) {
		if (c->at[i] < 0 || cells[i].n == 0)
			continue;
		struct str cell = cells[i];

		if (is_text(table->columns[c->at[i]].type))
			cell = page_rearm(cell);
		if (!table_set(table, record, (size_t)c->at[i], cell, arena, &err))
			return false;
	}
	return n == c->n;
}

/* The 33 bytes of an id that begin a cell, and are all of it. */
static bool has_id(struct str line, char separator, const struct page_wanted *w)
{
	enum { ID = 33 };
	uint32_t n;

	for (size_t i = 0; i + 1 + ID <= line.n; i++) {
		const char *hit = memchr(line.at + i, separator, line.n - i - ID);

		if (!hit)
			return false;
		i = (size_t)(hit - line.at);
		if (line.at[i + 1] == w->prefix && (i + 1 + ID == line.n || line.at[i + 1 + ID] == separator) &&
		    page_index_find(w->ids, str_slice(line, i + 1, i + 1 + ID), &n))
			return true;
	}
	return false;
}

static bool is_row_wanted(const struct page_wanted *w, uint64_t row, struct str line, char separator)
{
	return (row >= w->from && row < w->to) || (w->ids && w->ids->n && has_id(line, separator, w));
}

/* --- the lines of a table: a row is a line --- */

enum { LINE_BYTES = 1024 * 1024 * 1024 };

struct rows {
	struct lines *in;
	const char *path;
	struct str header;
	char separator;
};

static _Noreturn void not_as_written(const char *path)
{
	die(EXIT_OUTPUT, "%s is not as it was written; make the release again", path);
}

static bool next_line(struct rows *rows, struct str *line)
{
	struct line got;
	struct err err;
	enum lines_result result = lines_next(rows->in, &got, &err);

	if (result != LINES_LINE && result != LINES_END)
		not_as_written(rows->path);
	*line = got.text;
	return result == LINES_LINE;
}

/* Behind the header and its hashtags. */
static struct rows rows_open(const char *folder, const struct released *table, const struct conf *conf,
			     struct arena *arena)
{
	struct rows rows = {.path = str_printf(arena, "%s/%s.csv", folder, table->name).at,
			    .separator = conf->csv_semicolon ? ';' : ','};
	struct err err;
	struct str line, mark = STR("\xEF\xBB\xBF");

	rows.in = lines_open(rows.path, LINE_BYTES, &err);
	if (!rows.in)
		die(EXIT_OUTPUT, "%s", err.message);
	if (!next_line(&rows, &line))
		not_as_written(rows.path);
	rows.header = str_dup(arena, str_starts(line, mark) ? str_slice(line, mark.n, line.n) : line);
	if (conf->csv_hxl && !next_line(&rows, &line))
		not_as_written(rows.path);
	return rows;
}

uint64_t page_rows_begun(const char *folder, const struct released *table, const struct conf *conf)
{
	struct arena arena = {0};
	struct rows rows = rows_open(folder, table, conf, &arena);
	struct str line;
	uint64_t n = 0;

	while (next_line(&rows, &line))
		n += line.n && line.at[0] != rows.separator;
	lines_close(rows.in);
	arena_free(&arena);
	return n;
}

void page_rows(const char *folder, const struct released *table, const struct conf *conf, const char *columns,
	       const struct page_wanted *wanted, void (*take)(const void *record, void *with), void *with)
{
	struct arena keep = {0}, scratch = {0};
	struct rows rows = rows_open(folder, table, conf, &keep);
	struct csv_line *reader = csv_line_open(rows.separator);
	void *record = arena_alloc(&keep, table->table.size);
	const void *nothing = nothing_of(&table->table, &keep);
	struct csv_row cells;
	struct str line;
	bool good = csv_line_read(reader, rows.header, &cells);
	struct columns c = columns_of(table, cells.at, cells.n, columns, &keep);

	for (uint64_t row = 0; good && next_line(&rows, &line); row++) {
		if (wanted && !is_row_wanted(wanted, row, line, rows.separator))
			continue;
		memcpy(record, nothing, table->table.size);
		good = csv_line_read(reader, line, &cells) &&
		       set_row(&table->table, &c, cells.at, cells.n, record, &scratch);
		if (good)
			take(record, with);
		arena_reset(&scratch);
	}
	if (!good)
		not_as_written(rows.path);
	csv_line_close(reader);
	lines_close(rows.in);
	arena_free(&scratch);
	arena_free(&keep);
}

static struct strs copy_list(struct strs list, struct arena *arena)
{
	struct strs copy = {0};

	for (size_t i = 0; i < list.n; i++)
		strs_add(arena, &copy, str_dup(arena, list.at[i]));
	return copy;
}

void page_copy(const struct table *table, const void *record, void *out, struct arena *arena)
{
	memcpy(out, record, table->size);
	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		void *member = (char *)out + c->offset;

		if (c->type == COLUMN_TEXT)
			*(struct str *)member = str_dup(arena, *(struct str *)member);
		else if (c->type == COLUMN_LIST || c->type == COLUMN_SPANS)
			*(struct strs *)member = copy_list(*(struct strs *)member, arena);
	}
}
