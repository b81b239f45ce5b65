/* The schemas of a table: JSON Schema of its objects, Table Schema of its CSV. */
#include "files/table_json.h"

static json_t *either(const char *a, const char *b, const char *c)
{
	json_t *types = json_array();

	json_array_append_new(types, json_string(a));
	if (b)
		json_array_append_new(types, json_string(b));
	if (c)
		json_array_append_new(types, json_string(c));
	return types;
}

static json_t *enum_values(const struct column *c)
{
	json_t *values = json_array();

	for (int i = 1; c->values[i]; i++)
		json_array_append_new(values, json_string(c->values[i]));
	json_array_append_new(values, json_null());
	return values;
}

static json_t *column_schema(const struct column *c)
{
	json_t *s = json_object();

	switch (c->type) {
	case COLUMN_TEXT:
		json_object_set_new(s, "type", either("string", "null", NULL));
		break;
	case COLUMN_INT:
		json_object_set_new(s, "type", either("integer", "null", NULL));
		break;
	case COLUMN_DECIMAL:
		json_object_set_new(s, "type", either("number", "string", "null"));
		json_object_set_new(s, "pattern", json_string("^-?[0-9]+(\\.[0-9]+)?$"));
		break;
	case COLUMN_BOOL:
		json_object_set_new(s, "type", json_string("boolean"));
		break;
	case COLUMN_ENUM:
		json_object_set_new(s, "enum", enum_values(c));
		break;
	case COLUMN_LIST:
		json_object_set_new(s, "type", json_string("array"));
		json_object_set_new(s, "items", json_pack("{s:s}", "type", "string"));
		break;
	case COLUMN_SPANS:
		json_object_set_new(s, "type", json_string("array"));
		json_object_set_new(s, "items",
				    json_pack("{s:s, s:{s:s}, s:i, s:i}", "type", "array", "items", "type", "integer",
					      "minItems", 2, "maxItems", 2));
		break;
	}
	json_object_set_new(s, "description", json_string(c->about));
	if (c->example) {
		json_t *examples = json_array();

		json_array_append_new(examples, json_string(c->example));
		json_object_set_new(s, "x-csv-examples", examples);
	}
	return s;
}

static json_t *object_schema(void)
{
	return json_pack("{s:s, s:b, s:{}, s:[]}", "type", "object", "additionalProperties", 0, "properties",
			 "required");
}

static void add_property(json_t *schema, const char *name, json_t *property)
{
	json_object_set_new(json_object_get(schema, "properties"), name, property);
	json_array_append_new(json_object_get(schema, "required"), json_string(name));
}

json_t *table_json_schema(const struct table *table)
{
	json_t *schema = json_object(), *body = object_schema();

	json_object_set_new(schema, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
	json_object_set_new(schema, "title", json_string(table->name));
	json_object_set_new(schema, "description", json_string(table->about));
	json_object_update(schema, body);
	json_decref(body);
	/* `record` is there where records of several tables share a file. */
	json_object_set_new(json_object_get(schema, "properties"), "record", json_pack("{s:s}", "const", table->name));
	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		json_t *into = schema;

		if (c->group) {
			into = json_object_get(json_object_get(schema, "properties"), c->group);
			if (!into) {
				into = object_schema();
				add_property(schema, c->group, into);
			}
		}
		add_property(into, c->name, column_schema(c));
	}
	return schema;
}

json_t *table_fields(const struct table *table)
{
	static const char *const types[] = {
		[COLUMN_TEXT] = "string",  [COLUMN_INT] = "integer", [COLUMN_DECIMAL] = "number",
		[COLUMN_BOOL] = "boolean", [COLUMN_ENUM] = "string", [COLUMN_LIST] = "string",
		[COLUMN_SPANS] = "string",
	};
	json_t *fields = json_array();
	struct arena names = {0};

	for (size_t i = 0; i < table->n; i++) {
		const struct column *c = &table->columns[i];
		struct str name = column_name(&names, c);
		json_t *field = json_pack("{s:s%, s:s, s:s}", "name", name.at, name.n, "type", types[c->type],
					  "description", c->about);

		if (c->type == COLUMN_ENUM) {
			json_t *values = enum_values(c);

			json_array_remove(values, json_array_size(values) - 1);
			json_object_set_new(field, "constraints", json_pack("{s:o}", "enum", values));
		}
		json_array_append_new(fields, field);
	}
	arena_free(&names);
	return json_pack("{s:o, s:[s]}", "fields", fields, "missingValues", "");
}
