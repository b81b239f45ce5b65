#include "writer.h"

#include <stdlib.h>

#include "files/digest.h"
#include "files/json_row.h"
#include "files/outfile.h"

struct writer {
	const struct released *table;
	struct outfile *csv, *json;
	const struct json_row *json_row;
	struct sha256 *csv_sum, *json_sum;
	struct str *cells; /* [table.n] of the row being written */
	struct arena keep, scratch;
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

/* Bytes of a control character at i (C0, DEL, C1, the overrides of the direction of
 * writing, which make a number read backwards); 0: none. */
static size_t control_at(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i], d = i + 1 < s.n ? (unsigned char)s.at[i + 1] : 0,
		      e = i + 2 < s.n ? (unsigned char)s.at[i + 2] : 0;

	if (c < 0x20 || c == 0x7F)
		return 1;
	if (c == 0xC2 && d >= 0x80 && d < 0xA0)
		return 2;
	return c == 0xE2 && d == 0x80 && (e == 0xAD || e == 0xAE) ? 3 : 0;
}

static struct str without_controls(struct arena *arena, struct str s)
{
	char *at = NULL;
	size_t n = 0;

	for (size_t i = 0, control; i < s.n; i += control ? control : 1) {
		control = control_at(s, i);
		if (control && !at) {
			at = arena_text(arena, s.n);
			memcpy(at, s.at, n = i);
		}
		if (at)
			at[n++] = control ? ' ' : s.at[i];
	}
	return at ? (struct str){at, n} : s;
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
	w->cells = ARENA_ARRAY(&w->keep, struct str, table->table.n);
	write_header(w, conf);
	outfile_text(w->json, "[");
	return w;
}

static bool is_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_LIST || type == COLUMN_SPANS;
}

/* Does neither folding nor disarming change it? Told quickly; false where in doubt. */
static bool is_harmless(struct str cell)
{
	return ascii_is_alnum((unsigned char)cell.at[0]) && str_is_folded(cell);
}

static struct str cell_of(struct writer *w, const void *record, size_t column)
{
	const struct table *t = &w->table->table;
	struct str cell = table_cell(t, record, column, &w->scratch);

	if (cell.n == 0 || !is_text(t->columns[column].type) || is_harmless(cell))
		return cell;
	return writer_disarm(&w->scratch, str_fold_space(&w->scratch, cell));
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

/* Numbers and words of our own need no quotes; nor does what csv_is_bare tells at once. */
static char *put_cell(const struct writer *w, char *to, size_t column)
{
	struct str cell = w->cells[column];

	if (column == 0 && cell.n && cell.at[0] == '#')
		return put_quoted(to, cell);
	if (is_text(w->table->table.columns[column].type) && !(w->separator == ',' && csv_is_bare(cell)))
		return csv_put(to, cell, w->separator);
	if (cell.n)
		memcpy(to, cell.at, cell.n);
	return to + cell.n;
}

static void write_csv(struct writer *w, const void *record)
{
	size_t n = w->table->table.n, most = 3 * n;

	for (size_t i = 0; i < n; i++) {
		w->cells[i] = cell_of(w, record, i);
		most += 2 * w->cells[i].n;
	}
	char *in_file = outfile_room(w->csv, most), *room, *to;

	/* NULL: more than the file's buffer holds */
	to = room = in_file ? in_file : arena_text(&w->scratch, most);
	for (size_t i = 0; i < n; i++) {
		if (i)
			*to++ = w->separator;
		to = put_cell(w, to, i);
	}
	*to++ = '\n';
	if (in_file)
		outfile_took(w->csv, (size_t)(to - room));
	else
		outfile_write(w->csv, (struct str){room, (size_t)(to - room)});
}

void writer_row(struct writer *w, const void *record)
{
	write_csv(w, record);
	outfile_text(w->json, w->rows++ ? ",\n" : "\n");
	json_row_write(w->json, w->json_row, record, &w->scratch);
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
