#include "part.h"

#include <stdlib.h>

#include "files/folder.h"
#include "files/inflow.h"
#include "files/lines.h"
#include "files/outfile.h"
#include "files/pack.h"
#include "recall.h"
#include "records/assertion.h"
#include "records/event.h"

static void *next_row(struct part *rows, size_t size)
{
	if (rows->n == rows->room) {
		rows->room = rows->room ? 2 * rows->room : 256;
		rows->at = realloc(rows->at, rows->room * size);
		if (!rows->at)
			die(EXIT_INTERNAL, "out of memory reading statements");
	}
	return rows->at + rows->n * size;
}

/* Columns that nothing here looks at. */
static const char *const idle_event[] = {"document",   "spans",	  "told_timex", "when_timex", "stated_timex",
					 "chain",      "surface", "plover",	"reports",    "independent",
					 "confidence", "rules",	  NULL};
static const char *const idle_assertion[] = {"claims", "reports", "last_seen", "supersedes", "confidence", NULL};

static void begin(struct part *rows, const struct table *table, struct table_reader *in)
{
	rows->in = in;
	table_hold(in);
	for (const char *const *column = table == &event_table ? idle_event : idle_assertion; *column; column++)
		table_skip(in, *column);
}

void part_read(struct part *rows, struct stage *st, const struct table *table, const char *path, struct arena *arena)
{
	enum table_result result;
	struct err err;

	begin(rows, table, table_open(table, path));
	while ((result = table_read(rows->in, next_row(rows, table->size), arena, &err)) != TABLE_END) {
		st->read++;
		if (result == TABLE_RECORD)
			rows->n++;
		else
			stage_reject(st, path, table_line(rows->in), &err);
		if (result == TABLE_BROKEN)
			break;
	}
}

/* A cell may hold lines: then a line has a quote too many, or one too few. CR ends lines, too. */
static bool is_whole(struct str line)
{
	size_t quotes = 0;

	for (const char *at = line.at, *end = at + line.n; (at = memchr(at, '"', (size_t)(end - at))); at++)
		quotes++;
	return quotes % 2 == 0 && !(line.n && memchr(line.at, '\r', line.n));
}

/* A row of the file and, packed, what it says; null: not known yet. */
struct row {
	struct str line, packed;
};

struct rows {
	struct row *at;
	size_t n, room;
};

/* All rows; those that are known are among the part's. False: a line is no row. */
static bool take_known(struct part *part, const struct table *table, struct str lines, const struct recall *recall,
		       struct rows *rows, struct arena *arena)
{
	while (lines.n) {
		struct row row = {.line = str_cut(&lines, '\n')};

		row.packed = recall_find(recall, row.line);
		if (row.packed.at) {
			unpack_record(table, row.packed, next_row(part, table->size), arena);
			part->n++;
		} else if (!is_whole(row.line)) {
			return false;
		}
		LIST_ADD(&part->texts, rows, row);
	}
	return true;
}

static ptrdiff_t give_text(void *with, char *to, size_t n, struct err *err)
{
	struct str *text = with;

	(void)err;
	n = n < text->n ? n : text->n;
	memcpy(to, text->at, n);
	*text = str_slice(*text, n, text->n);
	return (ptrdiff_t)n;
}

/* The others' lines behind the header; which[i]: of which row line i is. */
static struct str lines_of(const struct rows *rows, struct str header, size_t *which, struct arena *arena)
{
	struct buf text = {.arena = arena};

	buf_add(&text, header);
	for (size_t i = 0; i < rows->n; i++) {
		if (rows->at[i].packed.at)
			continue;
		*which++ = i;
		buf_add_char(&text, '\n');
		buf_add(&text, rows->at[i].line);
	}
	return buf_str(&text);
}

/* False: a row is bad. */
static bool read_others(struct part *part, const struct table *table, const char *path, struct str header,
			struct rows *rows, struct arena *arena)
{
	size_t *which = ARENA_ARRAY(&part->texts, size_t, rows->n);
	struct str text = lines_of(rows, header, which, &part->texts);
	struct inflow_source source = {.read = give_text, .with = &text, .name = path};
	enum table_result result;
	struct err err;

	begin(part, table, table_open_over(table, lines_over(&source, 0), path));
	while ((result = table_read(part->in, next_row(part, table->size), arena, &err)) == TABLE_RECORD) {
		struct row *row = &rows->at[which[table_line(part->in) - 2]]; /* line 1 is the header */

		row->packed = pack_record(table, part->at + part->n++ * table->size, &part->texts);
	}
	return result == TABLE_END;
}

/* Not gzip, nor a header of several lines? */
static bool is_plain(struct str header)
{
	return header.n && header.at[0] != '\x1f' && is_whole(header);
}

static void write_kept(const struct recall *recall, const char *path, struct str key, const struct rows *rows)
{
	struct outfile *out = outfile_open(path);

	outfile_write(out, key);
	for (size_t i = 0; i < rows->n; i++)
		if (rows->at[i].packed.at)
			recall_write(recall, out, rows->at[i].line, rows->at[i].packed);
	outfile_close(out);
}

void part_recall(struct part *rows, struct stage *st, const struct table *table, const char *path, const char *kept,
		 struct str key, struct arena *arena)
{
	struct str rest, header;
	struct rows all = {0};

	if (!file_text(path, &rows->texts, &rest) || !is_plain(header = str_cut(&rest, '\n'))) {
		part_read(rows, st, table, path, arena);
		return;
	}
	struct recall recall = recall_open(kept, key, header, &rows->texts);

	if (take_known(rows, table, rest, &recall, &all, arena) &&
	    read_others(rows, table, path, header, &all, arena)) {
		st->read += rows->n;
		write_kept(&recall, kept, key, &all);
		return;
	}
	/* As if nothing had been kept: the usual way says what is wrong, and where. */
	part_close(rows);
	*rows = (struct part){0};
	part_read(rows, st, table, path, arena);
}

void part_close(struct part *rows)
{
	if (rows->in)
		table_close(rows->in);
	free(rows->at);
	arena_free(&rows->texts);
}
