#include "page_rows.h"

#include "files/csvio.h"

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

static struct columns columns_of(const struct released *table, const struct csv_row *header, const char *wanted,
				 struct arena *arena)
{
	struct columns c = {ARENA_ARRAY(arena, int, header->n), header->n};

	for (size_t i = 0; i < header->n; i++)
		c.at[i] = is_wanted(wanted, header->at[i]) ? table_column(&table->table, header->at[i]) : -1;
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

static bool set_row(const struct table *table, const struct columns *c, const struct csv_row *row, void *record,
		    struct arena *arena)
{
	struct err err;

	for (size_t i = 0; i < row->n && i < c->n; i++) {
		if (c->at[i] < 0 || row->at[i].n == 0)
			continue;
		struct str cell = row->at[i];

		if (is_text(table->columns[c->at[i]].type))
			cell = page_rearm(cell);
		if (!table_set(table, record, (size_t)c->at[i], cell, arena, &err))
			return false;
	}
	return true;
}

static void each(struct csv_reader *in, const char *path, const struct released *table, const char *columns,
		 bool hashtags, void (*take)(const void *, void *), void *with)
{
	struct arena keep = {0}, scratch = {0};
	void *record = arena_alloc(&keep, table->table.size);
	const void *nothing = nothing_of(&table->table, &keep);
	struct csv_row row;
	struct err err = {0};
	bool good = csv_read(in, &row, &err);
	struct columns c = good ? columns_of(table, &row, columns, &keep) : (struct columns){0};

	for (bool second = true; good && csv_read(in, &row, &err); second = false) {
		if (second && hashtags)
			continue;
		memcpy(record, nothing, table->table.size);
		good = set_row(&table->table, &c, &row, record, &scratch);
		if (good)
			take(record, with);
		arena_reset(&scratch);
	}
	if (!good || *err.message)
		die(EXIT_OUTPUT, "%s is not as it was written; make the release again", path);
	arena_free(&scratch);
	arena_free(&keep);
}

void page_rows(const char *folder, const struct released *table, const struct conf *conf, const char *columns,
	       void (*take)(const void *record, void *with), void *with)
{
	struct arena arena = {0};
	const char *path = str_printf(&arena, "%s/%s.csv", folder, table->name).at;
	struct csv_reader *in = csv_open(path);

	csv_separator(in, conf->csv_semicolon ? ';' : ',');
	each(in, path, table, columns, conf->csv_hxl, take, with);
	csv_close(in);
	arena_free(&arena);
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
