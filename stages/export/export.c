#include "export.h"

#include <assert.h>
#include <stdlib.h>

#include "articles.h"
#include "files/folder.h"
#include "files/row_cells.h"
#include "files/sorter.h"
#include "geojson.h"
#include "row_notes.h"
#include "select.h"
#include "sources.h"
#include "values/date.h"
#include "writer.h"

enum { SORT_BYTES = 96 * 1024 * 1024 };

static const char *const bucket_kinds[] = {"claims",	"events",	  "assertions", "tracks",
					   "estimates", "contradictions", "checks"};

static struct strs find_buckets(struct export *ex)
{
	struct strs found = {0};
	struct arena *keep = &ex->st->keep;

	for (size_t i = 0; i < ex->st->n_inputs; i++)
		for (size_t k = 0; k < sizeof bucket_kinds / sizeof *bucket_kinds; k++) {
			const char *folder = str_printf(keep, "%s/%s", ex->st->inputs[i], bucket_kinds[k]).at;
			struct strs names = folder_names(keep, folder);

			for (size_t n = 0; n < names.n; n++)
				if (str_starts(names.at[n], STR("bucket-"))) {
					strs_add(keep, &found, names.at[n]);
					strs_add(keep, &ex->bucket_files,
						 str_printf(keep, "%s/%.*s", folder, STR_ARG(names.at[n])));
				}
		}
	strs_sort(&found);
	strs_sort(&ex->bucket_files);
	return found;
}

void export_open(struct export *ex, struct stage *st)
{
	const char *as_of = stage_value(st, "as-of");
	struct date day;
	struct err err;

	*ex = (struct export){.st = st, .before = stage_value(st, "before"), .selection = stage_value(st, "select")};
	if (!as_of || !date_parse(str_of(as_of), &day, NULL) || day.grain != DATE_DAY)
		die(EXIT_USAGE, "give the day of the release with --as-of YYYY-MM-DD%s%s", as_of ? ", not " : "",
		    as_of ? as_of : "");
	if (!st->to_folder)
		die(EXIT_USAGE, "give the folder of the release with -o DIR");
	if (ex->before && !path_is_folder(ex->before))
		die(EXIT_INPUT, "there is no release %s (--before)", ex->before);
	ex->as_of = date_format(&st->keep, day);
	ex->as_of_day = date_first_day(day);
	ex->tables = released_tables(&st->keep);
	folder_make(st->output);
	if (ex->selection && !select_parse(ex->selection, ex->tables, &st->keep, &ex->select, &err))
		die(EXIT_USAGE, "--select %s: %s", ex->selection, err.message);
	ex->buckets = find_buckets(ex);
	ex->sources = sources_open(&st->keep);
	ex->articles = articles_open(ex);
}

/* Hundreds of these are asked for that an input has not. */
static bool is_bucket(const char *kind, struct str name)
{
	bool any = false;

	for (size_t i = 0; i < sizeof bucket_kinds / sizeof *bucket_kinds; i++)
		any |= strcmp(bucket_kinds[i], kind) == 0;
	return any && str_starts(name, STR("bucket-"));
}

const char *export_file(struct export *ex, size_t i, const char *kind, struct str name)
{
	struct str path = str_printf(&ex->st->keep, "%s/%s/%.*s", ex->st->inputs[i], kind, STR_ARG(name));

	bool exists = is_bucket(kind, name) ? strs_find(ex->bucket_files, path) : path_exists(path.at);

	return exists ? path.at : NULL;
}

struct table export_part(struct arena *arena, const struct table *whole, const char *names)
{
	struct table part = *whole;
	struct column *columns = ARENA_ARRAY(arena, struct column, whole->n);

	part.columns = columns;
	part.n = 0;
	for (struct str rest = str_of(names); rest.at;) {
		int column = table_column(whole, str_cut(&rest, ' '));

		assert(column >= 0 && "a part of a table has a column that the table has not");
		columns[part.n++] = whole->columns[column];
	}
	return part;
}

/* Offset of the grade of the record's place; 0: it has none (the id comes first). */
static size_t grade_of(const struct table *table)
{
	int column = table_column(table, STR("place_precision"));

	return column >= 0 ? table->columns[column].offset : 0;
}

/* A record without a place has no grade of one. */
static void clear_grade(void *record, size_t offset)
{
	int64_t *grade = (int64_t *)((char *)record + offset);

	if (offset && *grade == 0)
		*grade = COLUMN_NO_INT;
}

void export_each(struct export *ex, const char *path, const struct table *table, struct arena *arena,
		 void (*take)(struct export *ex, const void *record, void *with), void *with)
{
	struct arena *texts = arena ? arena : &ex->st->scratch;
	void *record = calloc(1, table->size);
	struct err err;
	enum table_result got;

	if (!record)
		die(EXIT_INTERNAL, "out of memory reading %s", path);
	struct table_reader *in = table_open(table, path);
	size_t grade = grade_of(table);

	if (!arena)
		table_borrow(in);
	while ((got = table_read(in, record, texts, &err)) == TABLE_RECORD || got == TABLE_BAD) {
		ex->st->read++;
		clear_grade(record, grade);
		if (got == TABLE_RECORD)
			take(ex, record, with);
		else
			stage_reject(ex->st, path, table_line(in), &err);
		if (!arena)
			arena_reset(texts);
	}
	if (got == TABLE_BROKEN)
		die(EXIT_INPUT, "%s:%llu: %s; make it again", path, (unsigned long long)table_line(in), err.message);
	table_close(in);
	free(record);
}

void export_sum(struct export *ex, const char *name, const char *sha256, uint64_t bytes)
{
	struct file_sum sum = {name, str_dup(&ex->st->keep, str_of(sha256)).at, bytes};

	LIST_ADD(&ex->st->keep, &ex->sums, sum);
}

struct sorter *export_sorter(struct export *ex)
{
	return sorter_open(ex->st->output, SORT_BYTES);
}

bool export_has(struct export *ex, enum released_name which, const void *record)
{
	return !ex->select || select_has(ex->select, which, record, &ex->st->scratch);
}

void export_add(struct export *ex, struct sorter *rows, enum released_name which, struct str key, const void *record)
{
	const struct table *table = &ex->tables[which].table;
	struct arena *scratch = &ex->st->scratch;

	if (!export_has(ex, which, record))
		return;
	struct row_cell *cells = ARENA_ARRAY(scratch, struct row_cell, table->n);

	row_cells(table, record, cells, scratch);
	row_cells_pack(cells, table->n, sorter_room(rows, key, row_cells_size(cells, table->n)));
}

void export_write(struct export *ex, enum released_name which, struct sorter *rows)
{
	const struct released *t = &ex->tables[which];
	struct writer *w = writer_open(ex->st->output, t, &ex->st->conf);
	struct arena arena = {0};
	struct row_cell *cells = ARENA_ARRAY(&arena, struct row_cell, t->table.n);
	struct geojson *map = geojson_open(ex, which);
	struct written csv, json;
	struct str row;

	while (sorter_next(rows, &row)) {
		row_cells_unpack(row, cells, t->table.n);
		row_note(ex->notes, which, cells, writer_at(w));
		writer_row(w, cells);
		geojson_row(map, cells);
	}
	ex->rows[which] = writer_close(w, &csv, &json);
	geojson_close(map);
	export_sum(ex, str_printf(&ex->st->keep, "%s.csv", t->name).at, csv.sha256, csv.bytes);
	export_sum(ex, str_printf(&ex->st->keep, "%s.json", t->name).at, json.sha256, json.bytes);
	ex->st->written += ex->rows[which];
	sorter_close(rows);
	arena_free(&arena);
}

struct str export_key(struct arena *arena, const struct key_part *parts, size_t n)
{
	size_t bytes = 0;

	for (size_t i = 0; i < n; i++)
		bytes += parts[i].text.n + 2;
	char *text = arena_text(arena, bytes), *to = text;

	for (size_t i = 0; i < n; i++) {
		if (parts[i].text.n == 0 && parts[i].empty_last)
			*to++ = '\xFF';
		if (parts[i].text.n)
			memcpy(to, parts[i].text.at, parts[i].text.n);
		to += parts[i].text.n;
		*to++ = '\0';
	}
	return (struct str){text, (size_t)(to - text)};
}
