#include "row_notes.h"

#include <stdlib.h>

enum { DAY_BITS = 22 };

/* What decides a row's rank, by names of columns (NULL: none). */
static const struct rule {
	const char *day;	    /* the newer the better */
	const char *column, *value; /* contested where the column has that value */
	const char *by[2];	    /* contested where one of these ids is; an estimate's track */
	const char *key;	    /* by which cells of other sheets lead here */
	const char *disputes[2];    /* lists of what every row disputes */
	const char *statements;	    /* list that is counted */
} rules[RELEASED_COUNT] = {
	[RELEASED_FIGURES] = {.day = "published", .by = {"track", "assertion"}, .key = "assertion"},
	[RELEASED_TIMELINE] = {.day = "published", .by = {"id"}, .key = "id"},
	[RELEASED_TRACKS] =
		{.day = "as_of", .column = "status", .value = "contested", .key = "id", .statements = "assertions"},
	[RELEASED_ESTIMATES] = {.day = "as_of", .by = {"track"}},
	[RELEASED_CONTRADICTIONS] = {.day = "until", .key = "id", .disputes = {"statements", "documents"}},
	[RELEASED_CHECKS] = {.day = "as_of", .column = "holds", .value = "false"},
	[RELEASED_SOURCES] = {.day = "last_said", .key = "id"},
	[RELEASED_DOCUMENTS] = {.day = "published", .by = {"document"}, .key = "document"},
	[RELEASED_CHANGES] = {.column = "kind", .value = "contested"},
};

/* Columns of a rule by number, -1: none. */
struct note_columns {
	int day, column, by[2], key, disputes[2], statements;
};

static int column_of(const struct table *t, const char *name)
{
	return name ? table_column(t, str_of(name)) : -1;
}

struct row_notes *row_notes_open(const struct released *tables)
{
	struct row_notes *notes = calloc(1, sizeof *notes);

	if (!notes)
		die(EXIT_INTERNAL, "out of memory");
	notes->columns = ARENA_ARRAY(&notes->arena, struct note_columns, RELEASED_COUNT);
	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		const struct table *t = &tables[i].table;
		const struct rule *r = &rules[i];

		notes->columns[i] = (struct note_columns){
			.day = column_of(t, r->day),
			.column = column_of(t, r->column),
			.by = {column_of(t, r->by[0]), column_of(t, r->by[1])},
			.key = column_of(t, r->key),
			.disputes = {column_of(t, r->disputes[0]), column_of(t, r->disputes[1])},
			.statements = column_of(t, r->statements),
		};
	}
	return notes;
}

/* The number at s[from, from + n), or 0 where it is not digits. */
static uint32_t digits_at(struct str s, size_t from, size_t n)
{
	int64_t v;

	return s.n >= from + n && str_to_int(str_slice(s, from, from + n), 0, 9999, &v) ? (uint32_t)v : 0;
}

uint32_t workbook_day(struct str date)
{
	return digits_at(date, 0, 4) * 416 + digits_at(date, 5, 2) % 13 * 32 + digits_at(date, 8, 2) % 32;
}

uint64_t workbook_rank(bool contested, uint32_t day, uint32_t second_day)
{
	return (uint64_t)contested << 2 * DAY_BITS | (uint64_t)day << DAY_BITS | second_day;
}

static struct str text_of(const struct row_cell *cells, int column)
{
	return column < 0 ? STR_NULL : cells[column].text;
}

static uint64_t key_of(const struct row_cell *cells, int column)
{
	struct str id = text_of(cells, column);

	return id.n ? workbook_key(id) : 0;
}

/* Ids of the list are disputed. They need no escape in a list. */
static void dispute(struct row_notes *notes, struct str list)
{
	while (list.n)
		workbook_map_add(&notes->arena, &notes->disputed, workbook_key(str_cut(&list, '|')), 1);
}

/* Items of a list of ids. */
static uint32_t items_of(struct str list)
{
	uint32_t n = 0;

	for (; list.n; str_cut(&list, '|'))
		n++;
	return n;
}

void row_note(struct row_notes *notes, enum released_name which, const struct row_cell *cells, uint64_t at)
{
	const struct note_columns *c = &notes->columns[which];
	struct row_note note = {
		.at = at,
		.key = key_of(cells, c->key),
		.by = {key_of(cells, c->by[0]), key_of(cells, c->by[1])},
		.day = workbook_day(text_of(cells, c->day)),
		.contested = c->column >= 0 && str_eq(cells[c->column].text, str_of(rules[which].value)),
		.statements = items_of(text_of(cells, c->statements)) & 0x7FFFFFFF,
	};

	if (which == RELEASED_TRACKS) {
		workbook_map_add(&notes->arena, &notes->tracks, note.key, workbook_rank(note.contested, note.day, 0));
		if (note.contested)
			workbook_map_add(&notes->arena, &notes->disputed, note.key, 1);
	}
	dispute(notes, text_of(cells, c->disputes[0]));
	dispute(notes, text_of(cells, c->disputes[1]));
	notes->begun[which] += cells[0].text.n > 0;
	LIST_ADD(&notes->arena, &notes->rows[which], note);
}

void row_notes_close(struct row_notes *notes)
{
	arena_free(&notes->arena);
	free(notes);
}
