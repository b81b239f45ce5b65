#include "rows.h"

#include <stddef.h>
#include <stdlib.h>

#include "charset.h"
#include "files/conf.h"
#include "files/csvrows.h"
#include "files/lines.h"
#include "text.h"
#include "values/date_text.h"

enum { NAME_BYTES = 64, NAMES_MOST = 4096, MAX_COLUMNS = 4096 };

/* Members of an article, as pipeline.conf and JSON Lines call them. */
static const struct field {
	struct str name;
	size_t offset;
} fields[] = {
	{{"id", 2}, offsetof(struct given, ref)},
	{{"text", 4}, offsetof(struct given, text)},
	{{"title", 5}, offsetof(struct given, title)},
	{{"published", 9}, offsetof(struct given, published)},
	{{"modified", 8}, offsetof(struct given, modified)},
	{{"url", 3}, offsetof(struct given, url)},
	{{"publisher", 9}, offsetof(struct given, publisher)},
	{{"agency", 6}, offsetof(struct given, agency)},
	{{"byline", 6}, offsetof(struct given, byline)},
	{{"language", 8}, offsetof(struct given, language)},
};

enum { FIELDS_N = sizeof fields / sizeof *fields, FIELD_TEXT = 1 };

/* What collections of news call these columns. */
static const struct {
	struct str name, field;
} usual[] = {
	{{"article_id", 10}, {"id", 2}},
	{{"body", 4}, {"text", 4}},
	{{"content", 7}, {"text", 4}},
	{{"article", 7}, {"text", 4}},
	{{"article_text", 12}, {"text", 4}},
	{{"full_text", 9}, {"text", 4}},
	{{"fulltext", 8}, {"text", 4}},
	{{"maintext", 8}, {"text", 4}},
	{{"story", 5}, {"text", 4}},
	{{"headline", 8}, {"title", 5}},
	{{"date", 4}, {"published", 9}},
	{{"pub_date", 8}, {"published", 9}},
	{{"pubdate", 7}, {"published", 9}},
	{{"publish_date", 12}, {"published", 9}},
	{{"published_at", 12}, {"published", 9}},
	{{"publishedat", 11}, {"published", 9}},
	{{"date_publish", 12}, {"published", 9}},
	{{"date_published", 14}, {"published", 9}},
	{{"publication_date", 16}, {"published", 9}},
	{{"updated", 7}, {"modified", 8}},
	{{"date_modify", 11}, {"modified", 8}},
	{{"link", 4}, {"url", 3}},
	{{"source_url", 10}, {"url", 3}},
	{{"source", 6}, {"publisher", 9}},
	{{"outlet", 6}, {"publisher", 9}},
	{{"publication", 11}, {"publisher", 9}},
	{{"newspaper", 9}, {"publisher", 9}},
	{{"source_name", 11}, {"publisher", 9}},
	{{"source_domain", 13}, {"publisher", 9}},
	{{"author", 6}, {"byline", 6}},
	{{"authors", 7}, {"byline", 6}},
	{{"lang", 4}, {"language", 8}},
};

/* The file: which column fills which field. */
struct rows {
	struct csvrows *csv;
	struct arena arena;
	int *field; /* [columns] index of fields, -1: none */
	size_t columns;
};

/* Does the written name say the known one: in any case, with spaces or hyphens for '_'? */
static bool is_name(struct str written, struct str known)
{
	if (written.n != known.n)
		return false;
	for (size_t i = 0; i < known.n; i++) {
		char c = ascii_to_lower(written.at[i]);

		if (c != known.at[i] && !(known.at[i] == '_' && (c == ' ' || c == '-')))
			return false;
	}
	return true;
}

static int field_named(struct str name)
{
	for (int i = 0; i < FIELDS_N; i++)
		if (is_name(name, fields[i].name))
			return i;
	return -1;
}

static int field_usual(struct str name)
{
	int field = field_named(name);

	for (size_t i = 0; field < 0 && i < sizeof usual / sizeof *usual; i++)
		if (is_name(name, usual[i].name))
			field = field_named(usual[i].field);
	return field;
}

/* "text=Body" of pipeline.conf: the column goes before all usual names. */
static int field_configured(const struct conf *conf, struct str name)
{
	for (size_t i = 0; conf && i < conf->columns.n; i++) {
		struct str column = str_of(conf->columns.at[i]), field = str_cut(&column, '=');

		if (column.at && str_eq_fold(str_trim(column), name))
			return field_named(str_trim(field));
	}
	return -1;
}

static struct str first_line(struct str head)
{
	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = str_slice(head, 3, head.n);
	const char *end = head.n ? memchr(head.at, '\n', head.n) : NULL;

	return end ? str_slice(head, 0, (size_t)(end - head.at)) : STR_NULL;
}

static struct str without_quotes(struct str cell)
{
	cell = str_trim(cell);
	return cell.n > 1 && cell.at[0] == '"' && cell.at[cell.n - 1] == '"' ? str_slice(cell, 1, cell.n - 1) : cell;
}

/* The separator that cuts the header into most names. */
static char separator_of(struct str line)
{
	static const char separators[] = {',', ';', '\t'};
	size_t most = 0;
	char best = ',';

	for (size_t i = 0; i < sizeof separators; i++) {
		size_t n = 0;

		for (size_t k = 0; k < line.n; k++)
			n += line.at[k] == separators[i];
		if (n > most) {
			most = n;
			best = separators[i];
		}
	}
	return best;
}

bool rows_is_set(struct str head, const struct conf *conf)
{
	struct str line = first_line(head), rest = line;
	char separator = separator_of(line);
	size_t known = 0;
	bool text = false;

	while (rest.at && line.n) {
		struct str name = without_quotes(str_cut(&rest, separator));
		int set = field_configured(conf, name), field = set >= 0 ? set : field_usual(name);

		if (name.n > NAME_BYTES)
			return false;
		text = text || field == FIELD_TEXT;
		known += field >= 0;
	}
	return text && known >= 2;
}

bool rows_is(struct str head)
{
	return rows_is_set(head, NULL);
}

/* Names of pipeline.conf first, then the usual ones; false and err when none is the text's. */
static bool take_header(struct rows *rows, const struct source *from, const struct csvrows_row *header, struct err *err)
{
	bool taken[FIELDS_N] = {false};

	rows->columns = header->n;
	rows->field = ARENA_ARRAY(&rows->arena, int, header->n);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < header->n; i++) {
			struct str name = str_trim(header->at[i]);
			int field = pass ? field_usual(name) : field_configured(from->conf, name);

			if (!pass)
				rows->field[i] = -1;
			if (field < 0 || taken[field] || rows->field[i] >= 0)
				continue;
			rows->field[i] = field;
			taken[field] = true;
		}
	csvrows_cells(rows->csv, header->n);
	return taken[FIELD_TEXT] || err_set(err, "csv", "no column is the text: name it with columns in pipeline.conf");
}

static bool open_rows(struct source *from, struct given *out, struct err *err)
{
	struct rows *rows = calloc(1, sizeof *rows);
	struct csvrows_row header;

	if (!rows)
		die(EXIT_INTERNAL, "out of memory reading %s", from->path);
	from->state = rows;
	if (str_starts(lines_peek(from->lines, 3), STR("\xEF\xBB\xBF")))
		lines_skip(from->lines, 3);
	struct str head = first_line(lines_peek(from->lines, INPUT_HEAD));
	struct csvrows_form form = {.separator = separator_of(head),
				    .max_bytes = from->max_record,
				    .max_cells = from->conf ? (size_t)from->conf->max_columns : MAX_COLUMNS};

	rows->csv = csvrows_open(from->lines, &form);
	if (csvrows_next(rows->csv, &header, err) != CSVROWS_ROW)
		return false;
	out->position = header.line;
	return take_header(rows, from, &header, err);
}

void rows_end(struct source *from)
{
	struct rows *rows = from->state;

	if (!rows)
		return;
	csvrows_close(rows->csv);
	arena_free(&rows->arena);
	free(rows);
	from->state = NULL;
}

static bool take(const struct rows *rows, const struct csvrows_row *row, struct arena *arena, struct given *out,
		 struct err *err)
{
	for (size_t i = 0; i < row->n; i++) {
		struct str cell = row->at[i], *to;

		if (rows->field[i] < 0 || !str_trim(cell).n)
			continue;
		if (!charset_decode(cell, arena, &cell, err))
			return false;
		to = (struct str *)((char *)out + fields[rows->field[i]].offset);
		*to = str_dup(arena, rows->field[i] == FIELD_TEXT ? cell : str_trim(cell));
	}
	if (!out->text.n)
		return err_set(err, "text", "text: is empty");
	return text_check(out->text, err);
}

/* A piece of a damaged row gives itself away by its date. */
static bool is_piece(const struct csvrows_row *row, const struct given *given)
{
	struct moment unused;

	return row->doubtful && given->published.n && !date_text_parse(given->published, &unused, NULL);
}

enum given_result rows_next(struct source *from, struct given *out, struct err *err)
{
	struct csvrows_row row;

	*out = (struct given){.path = from->path, .position = 1};
	if (!from->state && !open_rows(from, out, err))
		return GIVEN_BROKEN;
	struct rows *rows = from->state;
	enum csvrows_result got = csvrows_next(rows->csv, &row, err);

	*out = (struct given){.path = from->path, .position = row.line, .offset = (int64_t)row.offset};
	switch (got) {
	case CSVROWS_END:
		return GIVEN_END;
	case CSVROWS_BROKEN:
		return GIVEN_BROKEN;
	case CSVROWS_BAD:
		return GIVEN_BAD;
	case CSVROWS_ROW:
		break;
	}
	from->records++;
	if (!take(rows, &row, from->arena, out, err))
		return GIVEN_BAD;
	if (!is_piece(&row, out))
		return GIVEN_ARTICLE;
	err_set(err, "csv", "a piece of the damaged row before it");
	return GIVEN_BAD;
}
