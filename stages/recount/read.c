/* recount read - articles without a store: what was understood, as a table or as records. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "files/folder.h"
#include "files/lines.h"
#include "files/outfile.h"
#include "files/table_json.h"
#include "read_table.h"
#include "reading.h"
#include "records/claim.h"
#include "records/event.h"
#include "records/expressions.h"
#include "tasks.h"

enum { LINE_BYTES = 256 * 1024 * 1024 };

/* The document's line as ingest wrote it, with its record's name in front. */
static void print_documents(struct outfile *out, const struct reading *r, struct str part)
{
	struct arena scratch = {0};
	struct err err;
	const char *path = str_printf(&scratch, "%s/documents/%.*s.jsonl", r->folder, STR_ARG(part)).at;
	struct lines *in = lines_open(path, LINE_BYTES, &err);
	struct line line;
	enum lines_result got = LINES_BROKEN;

	while (in && (got = lines_next(in, &line, &err)) == LINES_LINE) {
		outfile_text(out, "{\"record\":\"document\",");
		outfile_write(out, str_slice(line.text, 1, line.text.n));
		outfile_text(out, "\n");
	}
	if (got != LINES_END)
		die(EXIT_INTERNAL, "%s", err.message);
	lines_close(in);
	arena_free(&scratch);
}

static void print_records(struct outfile *out, const char *path, const struct table *table, const char *name)
{
	if (!path_exists(path))
		return;
	struct arena scratch = {0};
	struct err err;
	struct table_reader *in = table_open(table, path);
	void *record = calloc(1, table->size);
	enum table_result got;

	if (!record)
		die(EXIT_INTERNAL, "out of memory reading %s", path);
	while ((got = table_read(in, record, &scratch, &err)) == TABLE_RECORD) {
		table_json_write(out, table, record, name, &scratch);
		arena_reset(&scratch);
	}
	if (got != TABLE_END)
		die(EXIT_INTERNAL, "%s:%llu: %s", path, (unsigned long long)table_line(in), err.message);
	table_close(in);
	free(record);
	arena_free(&scratch);
}

static void print_json(const struct reading *r)
{
	static const struct {
		const char *kind, *name;
		const struct table *table;
	} kinds[] = {
		{"claims", "claim", &claim_table},
		{"times", "time", &time_table},
		{"attributions", "attribution", &attribution_table},
		{"events", "event", &event_table},
	};
	struct outfile *out = outfile_open("-");
	struct arena scratch = {0};

	for (size_t i = 0; i < r->parts.n; i++) {
		print_documents(out, r, r->parts.at[i]);
		for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
			print_records(out, reading_file(&scratch, r, kinds[k].kind, r->parts.at[i]), kinds[k].table,
				      kinds[k].name);
	}
	outfile_close(out);
	arena_free(&scratch);
}

/* What could not be read goes to standard error, one line each. */
static void print_rejects(const struct reading *r)
{
	struct arena scratch = {0};
	const char *folder = str_printf(&scratch, "%s/rejects", r->folder).at;
	struct strs files = folder_names(&scratch, folder);

	for (size_t i = 0; i < files.n; i++) {
		struct err err;
		struct line line;
		struct lines *in = lines_open(str_printf(&scratch, "%s/%s", folder, files.at[i].at).at, 0, &err);

		while (in && lines_next(in, &line, &err) == LINES_LINE) {
			json_t *j = json_loadb(line.text.at, line.text.n, 0, NULL);
			const char *file = json_string_value(json_object_get(j, "file"));
			const char *reason = json_string_value(json_object_get(j, "reason"));

			warn("%s:%lld: %s; left out", file ? file : "?",
			     (long long)json_integer_value(json_object_get(j, "position")), reason ? reason : "?");
			json_decref(j);
		}
		lines_close(in);
	}
	arena_free(&scratch);
}

int command_read(int argc, char **argv)
{
	struct arena arena = {0};
	const char *conf = NULL, *data = NULL, *jobs = NULL, *json = NULL, *all = NULL;
	const struct command_option options[] = {
		{"json", NULL, "records, one JSON object a line", &json},
		{"all", NULL, "every time expression and attribution too, and plain quantities", &all},
		{"c", "FILE", "the configuration (pipeline.conf)", &conf},
		{"jobs", "N", "processes at once; 0: all cores", &jobs},
		{"data", "DIR", "the folder of the compiled words", &data},
		{NULL, NULL, NULL, NULL},
	};
	char **inputs;
	int n;
	int64_t count = 0;

	command_options(argc, argv, "read [options] FILE|FOLDER|- ...", options, &inputs, &n);
	if (n == 0)
		die(EXIT_USAGE, "give an article to read: a file, a folder or -; recount read --help tells more");
	if (jobs && !str_to_int(str_of(jobs), 0, 1024, &count))
		die(EXIT_USAGE, "--jobs %s: want 0 to 1024", jobs);
	signals_hold();
	struct reading r = reading_make(&arena, inputs, (size_t)n,
					&(struct reading_options){conf, data, jobs_of((long)count), all != NULL});

	free(inputs);
	if (r.code <= EXIT_REJECTS) {
		print_rejects(&r);
		if (json)
			print_json(&r);
		else
			read_table(&r, all != NULL);
	}
	arena_free(&arena);
	return r.code;
}
