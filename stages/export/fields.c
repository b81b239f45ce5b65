#include "fields.h"

#include "files/table_json.h"

#define HEX32	 "[0-9a-f]{32}"
#define EDTF_DAY "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"

/* What columns of a name hold, in whichever table. */
static const struct {
	const char *column;
	const char *type;    /* NULL: as the table of columns has it */
	const char *pattern; /* of the whole cell; NULL: any */
	const char *least;   /* NULL: none */
	const char *most;    /* NULL: none */
	const char *unit;    /* NULL: none */
	bool required;	     /* never empty */
} kinds[] = {
	{"as_of", "date", NULL, NULL, NULL, "day", true},
	{"since", "date", NULL, NULL, NULL, "day", false},
	{"until", "date", NULL, NULL, NULL, "day", false},
	{"episode_from", "date", NULL, NULL, NULL, "day", false},
	{"episode_to", "date", NULL, NULL, NULL, "day", false},
	{"published", NULL, EDTF_DAY "(T.+)?", NULL, NULL, "ISO 8601 date or date-time", false},
	{"stated", NULL, NULL, NULL, NULL, "EDTF", false},
	{"period", NULL, NULL, NULL, NULL, "EDTF", false},
	{"when", NULL, NULL, NULL, NULL, "EDTF", false},
	{"first_said", NULL, NULL, NULL, NULL, "EDTF", false},
	{"last_said", NULL, NULL, NULL, NULL, "EDTF", false},
	{"low", NULL, NULL, NULL, NULL, "persons or things, or what the column unit says", false},
	{"best", NULL, NULL, NULL, NULL, "persons or things, or what the column unit says", false},
	{"high", NULL, NULL, NULL, NULL, "persons or things, or what the column unit says", false},
	{"place_country", NULL, "[A-Z]{2}", NULL, NULL, "ISO 3166-1 alpha-2", false},
	{"place_lat", NULL, NULL, "-90", "90", "degree north, WGS 84", false},
	{"place_lon", NULL, NULL, "-180", "180", "degree east, WGS 84", false},
	{"place_precision", NULL, NULL, "1", "7", "1 (exact) to 7 (country or wider), as UCDP GED grades it", false},
	{"confidence", NULL, NULL, "0", "1", "share", false},
	{"copy_similarity", NULL, NULL, "0", "1", "share", false},
	{"start", NULL, NULL, "0", NULL, "byte of the article's UTF-8 text", false},
	{"end", NULL, NULL, "0", NULL, "byte of the article's UTF-8 text", false},
	{"sentence_start", NULL, NULL, "0", NULL, "byte of the article's UTF-8 text", false},
	{"sentence_end", NULL, NULL, "0", NULL, "byte of the article's UTF-8 text", false},
	{"words", NULL, NULL, "0", NULL, "word", false},
	{"figures", NULL, NULL, "0", NULL, "figure", false},
	{"events", NULL, NULL, "0", NULL, "event", false},
	{"claims", NULL, NULL, "0", NULL, "claim", false},
	{"reports", NULL, NULL, "1", NULL, "document", false},
	{"independent", NULL, NULL, "1", NULL, "document", false},
	{"document", NULL, "d" HEX32, NULL, NULL, NULL, true},
	{"copy_of", NULL, "d" HEX32, NULL, NULL, NULL, false},
	{"part_of", NULL, "c" HEX32, NULL, NULL, NULL, false},
	{"assertion", NULL, "a" HEX32, NULL, NULL, NULL, false},
	{"happening", NULL, "h" HEX32, NULL, NULL, NULL, false},
	{"id", NULL, NULL, NULL, NULL, NULL, true},
};

static void constrain(json_t *field, const char *name, json_t *value)
{
	json_t *constraints = json_object_get(field, "constraints");

	if (!constraints) {
		constraints = json_object();
		json_object_set_new(field, "constraints", constraints);
	}
	json_object_set_new(constraints, name, value);
}

static json_t *whole(const char *number)
{
	int64_t v = 0;

	(void)str_to_int(str_of(number), INT32_MIN, INT32_MAX, &v);
	return json_integer(v);
}

static void describe(json_t *field)
{
	const char *name = json_string_value(json_object_get(field, "name"));

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strcmp(kinds[i].column, name) != 0)
			continue;
		if (kinds[i].type)
			json_object_set_new(field, "type", json_string(kinds[i].type));
		if (kinds[i].unit)
			json_object_set_new(field, "unit", json_string(kinds[i].unit));
		if (kinds[i].required)
			constrain(field, "required", json_true());
		if (kinds[i].pattern)
			constrain(field, "pattern", json_string(kinds[i].pattern));
		if (kinds[i].least)
			constrain(field, "minimum", whole(kinds[i].least));
		if (kinds[i].most)
			constrain(field, "maximum", whole(kinds[i].most));
	}
}

static json_t *foreign_keys(const struct released *tables, const struct released *t)
{
	json_t *keys = json_array();

	/* A table's own name is empty in a reference to itself. */
	for (const struct foreign_key *k = t->keys; k->column; k++)
		json_array_append_new(keys, json_pack("{s:s, s:{s:s, s:s}}", "fields", k->column, "reference",
						      "resource", &tables[k->to] == t ? "" : tables[k->to].name,
						      "fields", tables[k->to].key));
	return keys;
}

static json_t *primary_key(const struct released *t)
{
	json_t *key = json_array();

	for (struct str rest = str_of(t->key); rest.at;) {
		struct str column = str_cut(&rest, ' ');

		json_array_append_new(key, json_stringn(column.at, column.n));
	}
	return key;
}

json_t *fields_schema(const struct released *tables, enum released_name which)
{
	const struct released *t = &tables[which];
	json_t *schema = table_fields(&t->table), *keys = foreign_keys(tables, t), *field;
	size_t i;

	json_array_foreach(json_object_get(schema, "fields"), i, field)
	{
		describe(field);
		json_object_set_new(field, "hxl", json_string(t->tags[i]));
		if (t->table.columns[i].type == COLUMN_LIST || t->table.columns[i].type == COLUMN_SPANS)
			json_object_set_new(
				field, "list",
				json_string("items between |; \\ before a | or \\ that is part of an item"));
		if (t->table.columns[i].example)
			json_object_set_new(field, "example", json_string(t->table.columns[i].example));
	}
	json_object_set_new(schema, "primaryKey", primary_key(t));
	if (json_array_size(keys))
		json_object_set(schema, "foreignKeys", keys);
	json_decref(keys);
	return schema;
}
