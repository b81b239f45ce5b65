#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/hash.h"
#include "files/sheet.h"
#include "records/lexicon_build.h"
#include "records/lexicon_tables.h"
#include "values/tokens.h"

struct sheet_map {
	const struct sheet *sheet;
	int from[LEXICON_MOST_COLUMNS]; /* column of the sheet for each of the table's; -1: none */
};

static struct lexicon_column_spec *column_of(struct lexicon_rows *t, struct str name)
{
	for (size_t i = 0; i < t->columns; i++)
		if (str_eq(t->specs[i].name, name))
			return &t->specs[i];
	return NULL;
}

/* Names that the project's own file adds to the declared ones become columns; a user's do not. */
static bool add_columns(struct lexicon_rows *t, const struct sheet *sheet, bool own, struct err *err)
{
	for (size_t i = 0; i < sheet->columns; i++) {
		if (column_of(t, sheet->names[i]))
			continue;
		if (!own)
			return sheet_err(err, sheet, 1, "no such column: '%.*s'", STR_ARG(sheet->names[i]));
		if (t->columns == LEXICON_MOST_COLUMNS || !sheet->names[i].n)
			return sheet_err(err, sheet, 1, "a column without a name, or more than %d columns",
					 LEXICON_MOST_COLUMNS);
		t->specs[t->columns++] = (struct lexicon_column_spec){.name = sheet->names[i], .may_be_empty = true};
	}
	return true;
}

static bool map_columns(const struct lexicon_rows *t, struct sheet_map *map, struct err *err)
{
	for (size_t i = 0; i < t->columns; i++) {
		map->from[i] = sheet_column(map->sheet, t->specs[i].name);
		if (map->from[i] < 0 && !t->specs[i].may_be_empty)
			return sheet_err(err, map->sheet, 1, "the column '%.*s' is missing", STR_ARG(t->specs[i].name));
	}
	return map->from[0] == 0 || sheet_err(err, map->sheet, 1, "the first column must be 'phrase'");
}

static bool take_tokens(struct lexicon_row *row, struct arena *arena)
{
	struct tokens tokens = {0};

	tokens_cut_phrase(row->cells[0], arena, &tokens);
	row->hashes = ARENA_ARRAY(arena, uint64_t, tokens.n);
	row->tokens = tokens.n;
	for (size_t i = 0; i < tokens.n; i++) {
		row->hashes[i] = tokens.at[i].hash;
		row->key = lexicon_key(row->key, row->hashes[i]);
	}
	return tokens.n > 0;
}

static bool take_row(struct lexicon_rows *t, const struct sheet_map *map, const struct sheet_row *from,
		     struct arena *arena, struct err *err)
{
	struct lexicon_row row = {.line = from->line, .cells = ARENA_ARRAY(arena, struct str, LEXICON_MOST_COLUMNS)};
	struct err wrong;

	for (size_t i = 0; i < t->columns; i++) {
		row.cells[i] = map->from[i] < 0 ? STR("") : from->cells[map->from[i]];
		if (!lexicon_check(&t->specs[i], row.cells[i], &wrong))
			return sheet_err(err, map->sheet, from->line, "%s", wrong.message);
	}
	if (!take_tokens(&row, arena))
		return sheet_err(err, map->sheet, from->line, "phrase: holds no word");
	LIST_ADD(arena, t, row);
	return true;
}

static int by_key(const void *a, const void *b)
{
	const struct lexicon_row *x = a, *y = b;

	return x->key != y->key ? (x->key > y->key) - (x->key < y->key) : (x->line > y->line) - (x->line < y->line);
}

static bool same_cells(const struct lexicon_rows *t, const struct lexicon_row *a, const struct lexicon_row *b)
{
	size_t i = 1;

	while (i < t->columns && str_eq(a->cells[i], b->cells[i]))
		i++;
	return a->key == b->key && i == t->columns;
}

/* One phrase may have several entries, but not twice the same one. sorted: by_key. */
static bool no_row_twice(const struct lexicon_rows *t, const struct lexicon_row *sorted, size_t n,
			 const struct sheet *sheet, struct err *err)
{
	for (size_t i = 1; i < n; i++)
		if (same_cells(t, &sorted[i - 1], &sorted[i]))
			return sheet_err(err, sheet, sorted[i].line, "the same row as in line %zu", sorted[i - 1].line);
	return true;
}

/* The first `had` rows came from earlier folders: those whose phrase is told again go. */
static void replace_earlier(struct lexicon_rows *t, size_t had, const struct lexicon_row *sorted, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->n; i++) {
		size_t low = 0, high = i < had ? n : 0;

		while (low < high) {
			size_t mid = low + (high - low) / 2;

			if (sorted[mid].key < t->at[i].key)
				low = mid + 1;
			else
				high = mid;
		}
		if (i >= had || low == n || sorted[low].key != t->at[i].key)
			t->at[kept++] = t->at[i];
	}
	t->n = kept;
}

static bool add_sheet(struct lexicon_rows *t, const struct sheet *sheet, bool own, struct arena *arena, struct err *err)
{
	struct sheet_map map = {.sheet = sheet};
	size_t had = t->n;

	if (!add_columns(t, sheet, own, err) || !map_columns(t, &map, err))
		return false;
	for (size_t i = 0; i < sheet->n; i++)
		if (!take_row(t, &map, &sheet->at[i], arena, err))
			return false;
	size_t n = t->n - had;
	struct lexicon_row *sorted = arena_grow(arena, t->at + had, n, n, sizeof *sorted);

	qsort(sorted, n, sizeof *sorted, by_key);
	if (!no_row_twice(t, sorted, n, sheet, err))
		return false;
	replace_earlier(t, had, sorted, n);
	return true;
}

static bool add_table(struct lexicon_rows *t, enum lexicon_table table, const char *folder, bool own,
		      struct arena *arena, struct err *err)
{
	struct str path = str_printf(arena, "%s/%s.csv", folder, lexicon_table_name(table));
	struct sheet sheet;

	if (access(path.at, F_OK) != 0)
		return true;
	return sheet_read(path.at, arena, &sheet, err) && add_sheet(t, &sheet, own, arena, err);
}

static bool is_table_file(const char *name)
{
	struct str s = str_of(name);

	if (!str_ends(s, STR(".csv")))
		return true; /* notes, licences: not ours to judge */
	for (size_t i = 0; i < LEXICON_COUNT; i++)
		if (str_eq(str_slice(s, 0, s.n - 4), str_of(lexicon_table_name((enum lexicon_table)i))))
			return true;
	return false;
}

/* A misspelt file name in a user's folder must not pass in silence. */
static bool folder_is_readable(const char *folder, bool own, struct err *err)
{
	DIR *dir = opendir(folder);
	struct dirent *file;
	bool right = true;

	if (!dir)
		return err_set(err, folder, "cannot open the lexicon's folder: %s", strerror(errno));
	while (right && !own && (file = readdir(dir)))
		if (!is_table_file(file->d_name))
			right = err_set(err, folder, "%s is no table of the lexicon", file->d_name);
	closedir(dir);
	return right;
}

bool lexicon_compile(const char *const *folders, size_t n, const char *out, struct err *err)
{
	struct arena arena = {0};
	struct lexicon_rows *tables = ARENA_ARRAY(&arena, struct lexicon_rows, LEXICON_COUNT);
	bool done = true;

	for (size_t t = 0; t < LEXICON_COUNT; t++)
		tables[t].columns = lexicon_specs((enum lexicon_table)t, tables[t].specs);
	for (size_t f = 0; done && f < n; f++) {
		done = folder_is_readable(folders[f], f == 0, err);
		for (size_t t = 0; done && t < LEXICON_COUNT; t++)
			done = add_table(&tables[t], (enum lexicon_table)t, folders[f], f == 0, &arena, err);
	}
	done = done && lexicon_build(tables, out, &arena, err);
	arena_free(&arena);
	return done;
}
