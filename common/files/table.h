/* table - one table of columns behind every record: its CSV, its JSON, its JSON
 * Schema and its Table Schema all come from it, so a field is added in one place.
 *
 * A record is a plain struct; a column says where a member lies and of what type it
 * is. A nested field has a group: column {group "place", name "name"} is
 * `place_name` in CSV and {"place": {"name": ...}} in JSON. Empty is null. */
#ifndef RECOUNT_TABLE_H
#define RECOUNT_TABLE_H

#include "files/csvio.h"
#include "values/decimal.h"

enum column_type {
	COLUMN_TEXT,	/* struct str */
	COLUMN_INT,	/* int64_t; COLUMN_NO_INT is null */
	COLUMN_DECIMAL, /* struct decimal */
	COLUMN_BOOL,	/* bool: "true" / "false" */
	COLUMN_ENUM,	/* int: index into values; 0 is null */
	COLUMN_LIST,	/* struct strs: joined by '|', '\' before '|' and '\' within items */
	COLUMN_SPANS,	/* struct strs of "12-30": as COLUMN_LIST in CSV, [[12, 30], ...] in JSON */
};

#define COLUMN_NO_INT INT64_MIN

/* A list of texts. */
struct strs {
	struct str *at;
	size_t n, room;
};

struct column {
	const char *group; /* NULL: a field of the record itself */
	const char *name;
	enum column_type type;
	size_t offset;
	const char *const *values; /* COLUMN_ENUM: names by number, [0] is "", NULL at the end */
	const char *about;	   /* meaning, unit, range; the stage that fills it */
	const char *example;	   /* as in CSV; NULL: none */
};

struct table {
	const char *name;  /* of one record: "claim" */
	const char *about; /* what a row is */
	const struct column *columns;
	size_t n;
	size_t size; /* of the struct [bytes] */
};

/* "place_name": the column's name in CSV. */
struct str column_name(struct arena *arena, const struct column *column);

/* Number of the column with that CSV name, or -1. */
int table_column(const struct table *table, struct str name);

/* The cell's text as in CSV; lists are joined. */
struct str table_cell(const struct table *table, const void *record, size_t column, struct arena *arena);
/* Set a member from its CSV text. False and err (field: the column) when it is not of the type. */
bool table_set(const struct table *table, void *record, size_t column, struct str text, struct arena *arena,
	       struct err *err);

void table_write_header(struct outfile *out, const struct table *table);
void table_write(struct outfile *out, const struct table *table, const void *record, struct arena *scratch);

/* Reads records of one table from a CSV file whose header names the columns, in any
 * order; unknown columns are ignored, missing ones are null. */
struct table_reader;
struct table_reader *table_open(const struct table *table, const char *path);
/* As csv_open_over. */
struct table_reader *table_open_over(const struct table *table, struct lines *lines, const char *path);
enum table_result { TABLE_RECORD, TABLE_END, TABLE_BAD, TABLE_BROKEN };
/* Fill *record (its texts in `arena`). TABLE_BAD: this row is wrong, go on;
 * TABLE_BROKEN: the file is, nothing follows. err is set for both. */
enum table_result table_read(struct table_reader *in, void *record, struct arena *arena, struct err *err);
/* Line of the row read last, from 1. */
uint64_t table_line(const struct table_reader *in);
void table_close(struct table_reader *in);
/* From now on texts are views that live until the next row is read: for a record that
 * is packed or counted at once. Lists are still in the arena. */
void table_borrow(struct table_reader *in);
/* Leave the column empty from now on: nobody asks for it. */
void table_skip(struct table_reader *in, const char *column);
/* For records that mostly go out as they came: lists stay empty until table_rest fills them
 * for the row read last; table_line_text is that row's text, a view that lives as long,
 * when the file's columns are the table's in their order, and csv_keep_text has it. */
void table_pass(struct table_reader *in);
bool table_rest(struct table_reader *in, void *record, struct arena *arena, struct err *err);
struct str table_line_text(const struct table_reader *in);
/* As table_borrow, but they live until table_release, which gives up all but those of the
 * last row read. */
void table_hold(struct table_reader *in);
void table_release(struct table_reader *in);

/* "a|b" of a list, and back. */
struct str strs_join(struct arena *arena, struct strs list);
struct strs strs_split(struct arena *arena, struct str text);
void strs_add(struct arena *arena, struct strs *list, struct str item);
bool strs_has(struct strs list, struct str item);
/* Sorted by bytes, each once. */
void strs_sort(struct strs *list);
/* As strs_has, in a list that is sorted so. */
bool strs_find(struct strs sorted, struct str item);

#endif
