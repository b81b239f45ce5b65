#include "writer.h"

#include <stdlib.h>

#include "files/digest.h"
#include "files/disarm.h"
#include "files/json_row.h"
#include "files/outfile.h"

struct writer {
	const struct released *table;
	struct outfile *csv, *json;
	const struct json_row *json_row;
	struct sha256 *csv_sum, *json_sum;
	bool *texts; /* [table.n] which columns are of people's texts, not of numbers and words of our own */
	struct arena keep, scratch;
	char separator;
	uint64_t rows;
};

static bool is_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_LIST || type == COLUMN_SPANS;
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

static struct outfile *open_file(struct writer *w, const char *folder, const char *ending, struct sha256 **sum)
{
	struct outfile *out = outfile_open(str_printf(&w->keep, "%s/%s.%s", folder, w->table->name, ending).at);

	*sum = sha256_begin();
	outfile_watch(out, sha256_take, *sum);
	return out;
}

struct writer *writer_open(const char *folder, const struct released *table, const struct conf *conf)
{
	struct writer *w = calloc(1, sizeof *w);

	if (!w)
		die(EXIT_INTERNAL, "out of memory writing %s", table->name);
	w->table = table;
	w->separator = conf->csv_semicolon ? ';' : ',';
	w->csv = open_file(w, folder, "csv", &w->csv_sum);
	w->json = open_file(w, folder, "json", &w->json_sum);
	w->json_row = json_row_of(&w->keep, &table->table, NULL);
	w->texts = ARENA_ARRAY(&w->keep, bool, table->table.n);
	for (size_t i = 0; i < table->table.n; i++)
		w->texts[i] = is_text(table->table.columns[i].type);
	write_header(w, conf);
	outfile_text(w->json, "[");
	return w;
}

/* A formula begins with a mark, so that what begins with a letter or a digit is none. */
static bool is_harmless(const struct row_cell *cell)
{
	return !(cell->marks & ROW_ODD) && ascii_is_alnum((unsigned char)cell->text.at[0]);
}

/* A row that begins with # unquoted is the one of hashtags. */
static char *put_quoted(char *to, struct str cell)
{
	*to++ = '"';
	for (size_t i = 0; i < cell.n; i++) {
		if (cell.at[i] == '"')
			*to++ = '"';
		*to++ = cell.at[i];
	}
	*to++ = '"';
	return to;
}

static bool is_hashtag(struct str text)
{
	return text.n && text.at[0] == '#';
}

/* One that is not empty. Numbers and words of our own need no quotes; nor does what has no mark. */
static char *put_cell(struct writer *w, char *to, const struct row_cell *cell, size_t column)
{
	struct str text = cell->text;
	bool bare = !w->texts[column] ||
		    (is_harmless(cell) && w->separator == ',' && !(cell->marks & (ROW_COMMA | ROW_QUOTE)));

	if (!bare && !is_harmless(cell))
		text = disarm_cell(&w->scratch, text);
	if (column == 0 && is_hashtag(text))
		return put_quoted(to, text);
	return bare ? row_cells_put(to, text) : csv_put(to, text, w->separator);
}

static void write_csv(struct writer *w, const struct row_cell *cells)
{
	/* of a cell: a separator, quotes, an apostrophe, and all bytes twice */
	size_t n = w->table->table.n, most = 5 * n + ROW_CELLS_SPARE;

	for (size_t i = 0; i < n; i++)
		most += 2 * cells[i].text.n;
	char *in_file = outfile_room(w->csv, most), *room, *to;

	/* NULL: more than the file's buffer holds */
	to = room = in_file ? in_file : arena_text(&w->scratch, most);
	for (size_t i = 0; i < n; i++) {
		if (i)
			*to++ = w->separator;
		if (cells[i].text.n)
			to = put_cell(w, to, &cells[i], i);
	}
	*to++ = '\n';
	if (in_file)
		outfile_took(w->csv, (size_t)(to - room));
	else
		outfile_write(w->csv, (struct str){room, (size_t)(to - room)});
}

void writer_row(struct writer *w, const struct row_cell *cells)
{
	write_csv(w, cells);
	outfile_text(w->json, w->rows++ ? ",\n" : "\n");
	json_row_write(w->json, w->json_row, cells, &w->scratch);
	arena_reset(&w->scratch);
}

uint64_t writer_at(const struct writer *w)
{
	return outfile_size(w->csv);
}

static struct written close_file(struct outfile *out, struct sha256 *sum)
{
	struct written file = {.bytes = outfile_size(out)};

	outfile_close(out);
	sha256_end(sum, file.sha256);
	return file;
}

uint64_t writer_close(struct writer *w, struct written *csv, struct written *json)
{
	uint64_t rows = w->rows;

	outfile_text(w->json, "\n]\n");
	*csv = close_file(w->csv, w->csv_sum);
	*json = close_file(w->json, w->json_sum);
	arena_free(&w->scratch);
	arena_free(&w->keep);
	free(w);
	return rows;
}
