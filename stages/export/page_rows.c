#include "page_rows.h"

#include "row_notes.h"
#include "written_rows.h"

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

static bool is_wanted(const char *columns, struct str name)
{
	struct str rest = str_of(columns);

	while (rest.at)
		if (str_eq(str_cut(&rest, ' '), name))
			return true;
	return false;
}

/* Is the column wanted? [columns of the table] */
static const bool *columns_of(const struct table *table, const char *wanted, struct arena *arena)
{
	bool *is = ARENA_ARRAY(arena, bool, table->n);

	for (size_t i = 0; i < table->n; i++)
		is[i] = is_wanted(wanted, column_name(arena, &table->columns[i]));
	return is;
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

static bool set_row(const struct table *table, const bool *columns, const struct str *cells, void *record,
		    struct arena *arena)
{
	struct err err;

	for (size_t i = 0; i < table->n; i++) {
		if (!columns[i] || cells[i].n == 0)
			continue;
		struct str cell = is_text(table->columns[i].type) ? page_rearm(cells[i]) : cells[i];

		if (!table_set(table, record, i, cell, arena, &err))
			return false;
	}
	return true;
}

/* Keys of the ids, as the notes have them. */
static struct workbook_map keys_of(const struct page_wanted *wanted, struct arena *arena)
{
	struct workbook_map keys = {0};

	for (size_t i = 0; wanted && wanted->ids && i < wanted->ids->n; i++)
		workbook_map_add(arena, &keys, workbook_key(wanted->ids->at[i].id), 1);
	return keys;
}

static bool has_key(const struct workbook_map *keys, uint64_t key)
{
	return key && workbook_map_find(keys, key) != WORKBOOK_NOWHERE;
}

static bool is_row_wanted(const struct page_wanted *w, uint64_t row, const struct row_note *note,
			  const struct workbook_map *keys)
{
	if (w && w->rows)
		return w->rows[row];
	return !w || (row >= w->from && row < w->to) || has_key(keys, note->key) || has_key(keys, note->by[0]);
}

void page_rows(const struct export *ex, enum released_name which, const char *columns, const struct page_wanted *wanted,
	       void (*take)(const void *record, void *with), void *with)
{
	const struct table *table = &ex->tables[which].table;
	struct arena keep = {0}, scratch = {0};
	struct workbook_map keys = keys_of(wanted, &keep);
	const bool *is = columns_of(table, columns, &keep);
	void *record = arena_alloc(&keep, table->size);
	const void *nothing = nothing_of(table, &keep);
	struct written_rows *rows = written_rows_open(ex, which);

	for (size_t i = 0; i < ex->notes->rows[which].n; i++) {
		const struct row_note *note = &ex->notes->rows[which].at[i];

		if (!is_row_wanted(wanted, i, note, &keys))
			continue;
		memcpy(record, nothing, table->size);
		if (!set_row(table, is, written_rows_at(rows, note->at), record, &scratch))
			die(EXIT_OUTPUT, "%s.csv is not as it was written; make the release again",
			    ex->tables[which].name);
		take(record, with);
		arena_reset(&scratch);
	}
	written_rows_close(rows);
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
