#include "select.h"

#include "files/table.h"

enum { COLUMNS_MOST = 8 };

/* The columns of one table that a condition looks at. */
struct looks {
	size_t at[COLUMNS_MOST], n;
};

struct condition {
	struct str name;
	struct strs values;
	struct looks looks[RELEASED_COUNT];
};

struct select {
	const struct released *tables;
	struct condition *at;
	size_t n, room;
};

/* Words of an analyst that stand for several columns. */
static const struct {
	const char *word, *columns;
} words[] = {
	{"place", "place_name place_parent_name place_id place_parent_id place_admin1"},
	{"country", "place_country"},
	{"source", "source_name source_id source_org_name source_org_id"},
};

static struct str columns_of(struct str name)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(name, str_of(words[i].word)))
			return str_of(words[i].columns);
	return name;
}

static bool look_up(struct condition *c, const struct released *tables)
{
	bool any = false;

	for (size_t t = 0; t < RELEASED_COUNT; t++)
		for (struct str rest = columns_of(c->name); rest.at;) {
			int column = table_column(&tables[t].table, str_cut(&rest, ' '));

			if (column < 0 || c->looks[t].n == COLUMNS_MOST)
				continue;
			c->looks[t].at[c->looks[t].n++] = (size_t)column;
			any = true;
		}
	return any;
}

/* Cut the next condition off: blanks within double quotes belong to it. */
static struct str cut_condition(struct arena *arena, struct str *rest)
{
	struct buf b = {.arena = arena};
	bool quoted = false;
	size_t i = 0;

	*rest = str_trim(*rest);
	for (; i < rest->n && (quoted || rest->at[i] != ' '); i++) {
		if (rest->at[i] == '"')
			quoted = !quoted;
		else
			buf_add_char(&b, rest->at[i]);
	}
	*rest = str_slice(*rest, i, rest->n);
	return quoted ? STR_NULL : buf_str(&b);
}

static bool parse_condition(struct select *s, struct str text, struct arena *arena, struct err *err)
{
	struct str rest = text, name = str_cut(&rest, '=');
	struct condition c = {.name = name};

	if (name.n == 0 || rest.n == 0)
		return err_set(err, "select", "want COLUMN=VALUE, as in place=Aleppo, not '%.*s'", STR_ARG(text));
	while (rest.at)
		strs_add(arena, &c.values, str_cut(&rest, '|'));
	if (!look_up(&c, s->tables))
		return err_set(err, "select", "no table of a release has a column %.*s", STR_ARG(name));
	LIST_ADD(arena, s, c);
	return true;
}

bool select_parse(const char *text, const struct released *tables, struct arena *arena, struct select **out,
		  struct err *err)
{
	struct select *s = ARENA_NEW(arena, struct select);
	struct str rest = str_of(text);

	s->tables = tables;
	for (*out = s; !str_is_empty(str_trim(rest));)
		if (!parse_condition(s, cut_condition(arena, &rest), arena, err))
			return false;
	return s->n || err_set(err, "select", "want at least one condition, as in place=Aleppo");
}

static bool is_value(const struct condition *c, struct str cell)
{
	for (size_t i = 0; i < c->values.n; i++)
		if (str_eq_fold(cell, c->values.at[i]))
			return true;
	return false;
}

/* A list holds when one of its items does. */
static bool cell_holds(const struct condition *c, const struct column *column, const void *record,
		       const struct table *table, size_t at, struct arena *scratch)
{
	if (column->type != COLUMN_LIST)
		return is_value(c, table_cell(table, record, at, scratch));
	const struct strs *list = (const struct strs *)((const char *)record + column->offset);

	for (size_t i = 0; i < list->n; i++)
		if (is_value(c, list->at[i]))
			return true;
	return false;
}

static bool holds(const struct condition *c, const struct table *table, enum released_name which, const void *record,
		  struct arena *scratch)
{
	const struct looks *looks = &c->looks[which];

	for (size_t i = 0; i < looks->n; i++)
		if (cell_holds(c, &table->columns[looks->at[i]], record, table, looks->at[i], scratch))
			return true;
	return looks->n == 0;
}

bool select_has(const struct select *select, enum released_name which, const void *record, struct arena *scratch)
{
	for (size_t i = 0; select && i < select->n; i++)
		if (!holds(&select->at[i], &select->tables[which].table, which, record, scratch))
			return false;
	return true;
}
