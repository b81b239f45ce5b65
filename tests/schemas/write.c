/* write-schemas - the JSON Schema (2020-12) of every record that crosses a file and of
 * every object that leaves, and the Table Schema (Frictionless) of every CSV that leaves:
 * all from the tables of columns. The schema of a document, which is a tree, is written
 * by hand beside them.
 * usage: write-schemas FOLDER */
#include <jansson.h>
#include <stdlib.h>

#include "fields.h"
#include "files/folder.h"
#include "files/table_json.h"
#include "records/expressions.h"
#include "records/mention.h"
#include "records/outline.h"
#include "records/toll.h"
#include "released.h"

static const struct table *const records[] = {
	&mention_table,	    &outline_table,	  &claim_table, &event_table,  &time_table,
	&attribution_table, &assertion_table,	  &copy_table,	&dating_table, &track_table,
	&estimate_table,    &contradiction_table, &check_table, &toll_table,
};

static void write(const char *folder, const char *name, const char *ending, json_t *schema)
{
	struct arena arena = {0};
	char *text = json_dumps(schema, JSON_INDENT(1));

	if (!text)
		die(EXIT_INTERNAL, "out of memory");
	file_write(str_printf(&arena, "%s/%s%s", folder, name, ending).at, str_printf(&arena, "%s\n", text));
	free(text);
	json_decref(schema);
	arena_free(&arena);
}

int main(int argc, char **argv)
{
	struct arena arena = {0};

	err_program("write-schemas");
	if (argc != 2)
		die(EXIT_USAGE, "usage: write-schemas FOLDER");
	const struct released *tables = released_tables(&arena);

	for (size_t i = 0; i < sizeof records / sizeof *records; i++)
		write(argv[1], records[i]->name, ".json", table_json_schema(records[i]));
	for (size_t i = 0; i < RELEASED_COUNT; i++) {
		write(argv[1], tables[i].name, ".json", table_json_schema(&tables[i].table));
		write(argv[1], tables[i].name, ".table.json", fields_schema(tables, (enum released_name)i));
	}
	arena_free(&arena);
	return EXIT_DONE;
}
