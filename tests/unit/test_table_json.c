#include "folder_of_test.h"

#include "files/outfile.h"
#include "files/table_json.h"
#include "records/claim.h"

TestSuite(table_json, .init = folder_begin, .fini = folder_end);

static struct claim claim(void)
{
	struct claim c = {.id = STR("c1"),
			  .sentence = STR("He said \"no\" \xE2\x80\xA6 \\ \x01"),
			  .start = 12,
			  .end = 17,
			  .qualifier = QUALIFIER_EXACT,
			  .place = {.name = STR("Aleppo"), .precision = COLUMN_NO_INT},
			  .sentence_start = COLUMN_NO_INT,
			  .sentence_end = COLUMN_NO_INT};

	c.low = decimal_make(1, 1);
	c.best = decimal_of(4500);
	c.high = decimal_of(1234567890123456789 / 10);
	strs_add(&arena, &c.rules, STR("a.b"));
	return c;
}

Test(table_json, nests_groups_and_writes_null_for_what_is_not_known)
{
	struct claim c = claim();
	json_t *j = table_json(&claim_table, &c, "claim");

	cr_expect_str_eq(json_string_value(json_object_get(j, "record")), "claim");
	cr_expect_str_eq(json_string_value(json_object_get(json_object_get(j, "place"), "name")), "Aleppo");
	cr_expect(json_is_null(json_object_get(json_object_get(j, "place"), "precision")));
	cr_expect(json_is_null(json_object_get(j, "unit")));
	cr_expect(json_is_null(json_object_get(j, "aspect")));
	cr_expect_eq(json_integer_value(json_object_get(j, "best")), 4500);
	cr_expect_float_eq(json_real_value(json_object_get(j, "low")), 0.1, 1e-12);
	cr_expect(json_is_string(json_object_get(j, "high")), "more than 15 digits are a string");
	cr_expect_eq(json_array_size(json_object_get(j, "rules")), 1);
	json_decref(j);
}

Test(table_json, the_written_line_is_the_same_object)
{
	struct claim c = claim();
	struct outfile *out = outfile_open(in_folder("a.jsonl"));

	table_json_write(out, &claim_table, &c, NULL, &arena);
	outfile_close(out);
	struct str line = content(in_folder("a.jsonl"));
	json_t *tree = table_json(&claim_table, &c, NULL);
	char *text = json_dumps(tree, JSON_COMPACT | JSON_REAL_PRECISION(15));

	cr_expect_eq(line.at[line.n - 1], '\n');
	expect_text(str_slice(line, 0, line.n - 1), text);
	cr_expect(str_find(line, STR("\"low\":0.1,")) > 0, "a decimal is written in its own digits");
	free(text);
	json_decref(tree);
}

Test(table_json, the_schema_asks_for_every_member_and_no_other)
{
	json_t *schema = table_json_schema(&claim_table), *place;

	cr_expect(json_is_false(json_object_get(schema, "additionalProperties")));
	place = json_object_get(json_object_get(schema, "properties"), "place");
	cr_expect_gt(json_array_size(json_object_get(place, "required")), 5);
	struct claim c = claim();
	json_t *j = table_json(&claim_table, &c, NULL), *name;
	size_t i;

	json_array_foreach(json_object_get(schema, "required"), i, name)
	{
		cr_expect(json_object_get(j, json_string_value(name)), "%s", json_string_value(name));
	}
	cr_expect_eq(json_array_size(json_object_get(schema, "required")), json_object_size(j));
	json_decref(j);
	json_decref(schema);
}

Test(table_json, the_table_schema_names_the_columns_of_the_csv)
{
	json_t *t = table_fields(&claim_table), *field;
	size_t i;

	json_array_foreach(json_object_get(t, "fields"), i, field)
	{
		struct str name = column_name(&arena, &claim_table.columns[i]);

		expect_text(name, json_string_value(json_object_get(field, "name")));
	}
	cr_expect_eq(json_array_size(json_object_get(t, "fields")), claim_table.n);
	json_decref(t);
}
