#include "writer.h"

#include <stdlib.h>

#include "files/outfile.h"
#include "files/table_json.h"

struct writer {
	const struct released *table;
	struct outfile *csv, *json;
	struct arena scratch;
	char separator;
	uint64_t rows;
};

static bool runs_as_formula(struct str s)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\t", "\r", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
	size_t i = 0;

	while (i < s.n && s.at[i] == '\'')
		i++;
	s = str_slice(s, i, s.n);
	for (i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts(s, str_of(starts[i])))
			return true;
	return false;
}

static struct str without_controls(struct arena *arena, struct str s)
{
	char *at = NULL;

	for (size_t i = 0; i < s.n; i++) {
		if ((unsigned char)s.at[i] >= 0x20 && s.at[i] != 0x7F)
			continue;
		if (!at) {
			at = arena_text(arena, s.n);
			memcpy(at, s.at, s.n);
		}
		at[i] = ' ';
	}
	return at ? (struct str){at, s.n} : s;
}

struct str writer_disarm(struct arena *arena, struct str cell)
{
	struct str clean;

	if (runs_as_formula(cell)) { /* asked before a leading tab becomes a space */
		clean = without_controls(arena, cell);
		return str_printf(arena, "'%.*s", STR_ARG(clean));
	}
	return without_controls(arena, cell);
}

static void write_header(struct writer *w, const struct conf *conf)
{
	const struct table *t = &w->table->table;

	if (conf->csv_bom)
		outfile_text(w->csv, "\xEF\xBB\xBF");
	for (size_t i = 0; i < t->n; i++)
		csv_write_cell(w->csv, column_name(&w->scratch, &t->columns[i]), i == 0, w->separator);
	csv_write_end(w->csv);
	for (size_t i = 0; conf->csv_hxl && i < t->n; i++)
		csv_write_cell(w->csv, str_of(w->table->tags[i]), i == 0, w->separator);
	if (conf->csv_hxl)
		csv_write_end(w->csv);
}

struct writer *writer_open(const char *folder, const struct released *table, const struct conf *conf)
{
	struct writer *w = calloc(1, sizeof *w);

	if (!w)
		die(EXIT_INTERNAL, "out of memory writing %s", table->name);
	w->table = table;
	w->separator = conf->csv_semicolon ? ';' : ',';
	w->csv = outfile_open(str_printf(&w->scratch, "%s/%s.csv", folder, table->name).at);
	w->json = outfile_open(str_printf(&w->scratch, "%s/%s.json", folder, table->name).at);
	write_header(w, conf);
	outfile_text(w->json, "[");
	return w;
}

static bool is_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_LIST || type == COLUMN_SPANS;
}

void writer_row(struct writer *w, const void *record)
{
	const struct table *t = &w->table->table;

	for (size_t i = 0; i < t->n; i++) {
		struct str cell = table_cell(t, record, i, &w->scratch);

		if (cell.n && is_text(t->columns[i].type))
			cell = writer_disarm(&w->scratch, str_fold_space(&w->scratch, cell));
		csv_write_cell(w->csv, cell, i == 0, w->separator);
	}
	csv_write_end(w->csv);
	outfile_text(w->json, w->rows++ ? ",\n" : "\n");
	table_json_object(w->json, t, record, NULL, &w->scratch);
	arena_reset(&w->scratch);
}

uint64_t writer_close(struct writer *w)
{
	uint64_t rows = w->rows;

	outfile_text(w->json, "\n]\n");
	outfile_close(w->csv);
	outfile_close(w->json);
	arena_free(&w->scratch);
	free(w);
	return rows;
}
