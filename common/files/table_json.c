#include "files/table_json.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
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

static int to_outfile(const char *at, size_t n, void *out)
{
	outfile_write(out, (struct str){at, n});
	return 0;
}

/* What follows writes the same bytes as table_json without building its tree, which costs
 * ten times as much: a release has millions of members. */
static void write_char(struct outfile *out, unsigned char c)
{
	static const char *const named[] = {['"'] = "\\\"", ['\\'] = "\\\\", ['\b'] = "\\b", ['\f'] = "\\f",
					    ['\n'] = "\\n", ['\r'] = "\\r",  ['\t'] = "\\t"};
	char code[8];

	if (c < sizeof named / sizeof *named && named[c]) {
		outfile_text(out, named[c]);
		return;
	}
	snprintf(code, sizeof code, "\\u%04X", c);
	outfile_text(out, code);
}

static bool is_plain(unsigned char c)
{
	return c >= 0x20 && c != '"' && c != '\\';
}

static void write_string(struct outfile *out, struct str s)
{
	size_t from = 0;

	outfile_text(out, "\"");
	for (size_t i = 0; i < s.n; i++) {
		if (is_plain((unsigned char)s.at[i]))
			continue;
		outfile_write(out, str_slice(s, from, i));
		write_char(out, (unsigned char)s.at[i]);
		from = i + 1;
	}
	outfile_write(out, str_slice(s, from, s.n));
	outfile_text(out, "\"");
}

static void write_text(struct outfile *out, struct str s)
{
	if (s.n == 0 || utf8_invalid(s) >= 0)
		outfile_text(out, "null");
	else
		write_string(out, s);
}

static void write_decimal(struct outfile *out, struct decimal d, struct arena *scratch)
{
	struct str text = decimal_format(scratch, d);

	if (!d.known)
		outfile_text(out, "null");
	else if (decimal_width(d) > NUMBER_DIGITS || d.scale > NUMBER_DIGITS)
		write_string(out, text);
	else
		outfile_write(out, text);
}

static void write_list(struct outfile *out, struct strs list)
{
	bool any = false;

	outfile_text(out, "[");
	for (size_t i = 0; i < list.n; i++) {
		if (utf8_invalid(list.at[i]) >= 0)
			continue;
		if (any)
			outfile_text(out, ",");
		write_string(out, list.at[i]);
		any = true;
	}
	outfile_text(out, "]");
}

static void write_spans(struct outfile *out, struct strs list)
{
	json_t *spans = spans_value(list);

	json_dump_callback(spans, to_outfile, out, JSON_COMPACT);
	json_decref(spans);
}

static void write_member(struct outfile *out, const struct column *c, const void *member, struct arena *scratch)
{
	switch (c->type) {
	case COLUMN_TEXT:
		write_text(out, *(const struct str *)member);
		return;
	case COLUMN_INT: {
		int64_t v = *(const int64_t *)member;

		outfile_write(out,
			      v == COLUMN_NO_INT ? STR("null") : decimal_format(scratch, (struct decimal){v, 0, true}));
		return;
	}
	case COLUMN_DECIMAL:
		write_decimal(out, *(const struct decimal *)member, scratch);
		return;
	case COLUMN_BOOL:
		outfile_text(out, *(const bool *)member ? "true" : "false");
		return;
	case COLUMN_ENUM:
		write_text(out, str_of(c->values[*(const int *)member]));
		return;
	case COLUMN_LIST:
		write_list(out, *(const struct strs *)member);
		return;
	case COLUMN_SPANS:
		write_spans(out, *(const struct strs *)member);
		return;
	}
}

static bool same_group(const struct column *a, const struct column *b)
{
	return a->group && b->group && strcmp(a->group, b->group) == 0;
}

static void write_name(struct outfile *out, const char *name, bool first)
{
	outfile_text(out, first ? "\"" : ",\"");
	outfile_text(out, name);
	outfile_text(out, "\":");
}

/* All members of the group that column `first` begins. */
static void write_group(struct outfile *out, const struct table *table, const void *record, size_t first,
			struct arena *scratch)
{
	outfile_text(out, "{");
	for (size_t i = first; i < table->n; i++) {
		const struct column *c = &table->columns[i];

		if (!same_group(&table->columns[first], c))
			continue;
		write_name(out, c->name, i == first);
		write_member(out, c, (const char *)record + c->offset, scratch);
	}
	outfile_text(out, "}");
}

/* Is the column of a group that an earlier column began? */
static bool is_written(const struct table *table, size_t column)
{
	for (size_t i = 0; i < column && table->columns[column].group; i++)
		if (same_group(&table->columns[i], &table->columns[column]))
			return true;
	return false;
}

void table_json_object(struct outfile *out, const struct table *table, const void *record, const char *record_name,
		       struct arena *scratch)
{
	bool first = !record_name;

	outfile_text(out, "{");
	if (record_name) {
		write_name(out, "record", true);
		write_string(out, str_of(record_name));
	}
	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];

		if (is_written(table, i))
			continue;
		write_name(out, c->group ? c->group : c->name, first);
		if (c->group)
			write_group(out, table, record, i, scratch);
		else
			write_member(out, c, (const char *)record + c->offset, scratch);
		first = false;
	}
	outfile_text(out, "}");
}

void table_json_write(struct outfile *out, const struct table *table, const void *record, const char *record_name,
		      struct arena *scratch)
{
	table_json_object(out, table, record, record_name, scratch);
	outfile_text(out, "\n");
}
