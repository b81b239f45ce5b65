#include "files/table_json.h"

#include <stdlib.h>

#include "files/json_row.h"
#include "files/outfile.h"

enum { NUMBER_DIGITS = 15 };

/* Text that is not UTF-8 cannot be told in JSON. */
static json_t *text_value(struct str s)
{
	json_t *value = s.n ? json_stringn(s.at, s.n) : NULL;

	return value ? value : json_null();
}

static json_t *decimal_value(struct decimal d)
{
	struct arena a = {0};

	if (!d.known)
		return json_null();
	struct str text = decimal_format(&a, d);
	json_t *value = decimal_width(d) > NUMBER_DIGITS || d.scale > NUMBER_DIGITS ? json_stringn(text.at, text.n)
			: d.scale == 0						    ? json_integer(d.digits)
										    : json_real(strtod(text.at, NULL));

	arena_free(&a);
	return value;
}

static json_t *list_value(struct strs list)
{
	json_t *array = json_array();

	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(array, json_stringn(list.at[i].at ? list.at[i].at : "", list.at[i].n));
	return array;
}

/* "12-30" as [12, 30]. */
static json_t *span_value(struct str span)
{
	int64_t start = 0, end = 0;
	struct str rest = span, first = str_cut(&rest, '-');

	(void)(str_to_int(first, 0, INT64_MAX, &start) && str_to_int(rest, 0, INT64_MAX, &end));
	return json_pack("[I, I]", (json_int_t)start, (json_int_t)end);
}

static json_t *spans_value(struct strs list)
{
	json_t *array = json_array();

	for (size_t i = 0; i < list.n; i++)
		json_array_append_new(array, span_value(list.at[i]));
	return array;
}

static json_t *member_value(const struct column *c, const void *member)
{
	switch (c->type) {
	case COLUMN_TEXT:
		return text_value(*(const struct str *)member);
	case COLUMN_INT: {
		int64_t v = *(const int64_t *)member;

		return v == COLUMN_NO_INT ? json_null() : json_integer(v);
	}
	case COLUMN_DECIMAL:
		return decimal_value(*(const struct decimal *)member);
	case COLUMN_BOOL:
		return json_boolean(*(const bool *)member);
	case COLUMN_ENUM:
		return text_value(str_of(c->values[*(const int *)member]));
	case COLUMN_LIST:
		return list_value(*(const struct strs *)member);
	case COLUMN_SPANS:
		return spans_value(*(const struct strs *)member);
	}
	return json_null();
}

/* The object that holds the column: the record, or the group's, made when first met. */
static json_t *home(json_t *record, const struct column *c)
{
	if (!c->group)
		return record;
	json_t *group = json_object_get(record, c->group);

	if (!group) {
		group = json_object();
		json_object_set_new(record, c->group, group);
	}
	return group;
}

json_t *table_json(const struct table *table, const void *record, const char *record_name)
{
	json_t *object = json_object();

	if (record_name)
		json_object_set_new(object, "record", json_string(record_name));
	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];

		json_object_set_new(home(object, c), c->name, member_value(c, (const char *)record + c->offset));
	}
	return object;
}

void table_json_write(struct outfile *out, const struct table *table, const void *record, const char *record_name,
		      struct arena *scratch)
{
	struct row_cell *cells = ARENA_ARRAY(scratch, struct row_cell, table->n + 1);

	row_cells(table, record, cells, scratch);
	row_cells_settle(cells, table->n, scratch);
	json_row_write(out, json_row_of(scratch, table, record_name), cells, scratch);
	outfile_text(out, "\n");
}
