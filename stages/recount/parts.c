#include "parts.h"

#include <jansson.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files/folder.h"
#include "files/lines.h"
#include "files/outfile.h"

static const char *at(const struct store *store, const struct part *part, const char *kind, const char *ending)
{
	return store_night(store, part->night,
			   str_printf(store->arena, "%s/%.*s%s", kind, STR_ARG(part->name), ending).at);
}

void parts_list(const struct store *store, size_t night, struct parts *out)
{
	struct strs names = folder_names(store->arena, store_night(store, night, "documents"));

	for (size_t i = 0; i < names.n; i++) {
		struct str rest = names.at[i], name = str_cut(&rest, '.');
		struct part part = {night, str_dup(store->arena, name)};

		LIST_ADD(store->arena, out, part);
	}
}

/* A night's documents never change once they are there, so their size stands for them. */
static struct str key_of(const struct store *store, const struct settings *s, const struct part *part)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];
	struct stat st = {0};

	(void)stat(at(store, part, "documents", ".jsonl"), &st);
	digest_text(d, s->read_key);
	digest_text(d, str_printf(store->arena, "%lld", (long long)st.st_size));
	digest_end(d, hex);
	return str_dup(store->arena, str_of(hex));
}

static json_t *stamp_read(const struct store *store, const struct part *part)
{
	struct str text;

	if (!file_text(at(store, part, "stamps", ".json"), store->arena, &text))
		return NULL;
	return json_loadb(text.at, text.n, 0, NULL);
}

bool part_is_read(const struct store *store, const struct settings *s, const struct part *part)
{
	json_t *stamp = stamp_read(store, part);
	const char *key = json_string_value(json_object_get(stamp, "key"));
	bool same = key && str_eq(str_of(key), key_of(store, s, part));

	json_decref(stamp);
	return same;
}

static void common_words(const struct store *store, const struct settings *s, size_t night, const char *stage,
			 struct argv *argv)
{
	struct arena *a = store->arena;

	argv_program(a, argv, stage);
	argv_option(a, argv, "-o", store_night(store, night, NULL));
	argv_option(a, argv, "-c", s->conf_path);
	argv_option(a, argv, "--data", s->data);
	argv_option(a, argv, "--rejects", store_night(store, night, str_printf(a, "rejects/%s/", stage).at));
	argv_add(a, argv, "--quiet");
}

/* What an earlier reading left. */
static void forget(const struct store *store, const struct part *part)
{
	unlink(at(store, part, "stamps", ".json"));
	unlink(at(store, part, "rejects/extract", ".jsonl"));
	unlink(at(store, part, "rejects/normalise", ".jsonl"));
}

struct task parts_task(const struct store *store, const struct settings *s, const struct part *parts, size_t n)
{
	struct task task = {.n = 2, .units = n};
	struct parts *copies = ARENA_NEW(store->arena, struct parts);

	task.data = copies;
	common_words(store, s, parts[0].night, "extract", &task.steps[0]);
	common_words(store, s, parts[0].night, "normalise", &task.steps[1]);
	for (size_t i = 0; i < n; i++) {
		LIST_ADD(store->arena, copies, parts[i]);
		argv_add(store->arena, &task.steps[0], at(store, &parts[i], "documents", ".jsonl"));
		argv_add(store->arena, &task.steps[1], at(store, &parts[i], "mentions", ".csv"));
		forget(store, &parts[i]);
	}
	return task;
}

static uint64_t count_lines(const char *path)
{
	struct err err;
	struct line line;
	uint64_t n = 0;

	if (!path_exists(path))
		return 0;
	struct lines *in = lines_open(path, 0, &err);

	while (in && lines_next(in, &line, &err) == LINES_LINE)
		n++;
	lines_close(in);
	return n;
}

static size_t column_at(const struct csv_row *header, const char *name)
{
	for (size_t i = 0; i < header->n; i++)
		if (str_eq(header->at[i], str_of(name)))
			return i;
	die(EXIT_INTERNAL, "an outline has no column %s", name);
}

/* From the outlines: ids to their list, documents by day. */
static json_t *read_outlines(const struct store *store, const struct part *part)
{
	struct csv_reader *in = csv_open(at(store, part, "outlines", ".csv"));
	struct outfile *ids = outfile_open(at(store, part, "ids", ".txt"));
	json_t *days = json_object();
	struct csv_row row;
	struct err err;
	size_t id = 0, published = 0;

	if (csv_read(in, &row, &err)) {
		id = column_at(&row, "document");
		published = column_at(&row, "published");
	}
	while (csv_read(in, &row, &err)) {
		char day[16];

		snprintf(day, sizeof day, "%.*s", (int)(row.at[published].n < 10 ? row.at[published].n : 10),
			 row.at[published].n ? row.at[published].at : "");
		json_object_set_new(days, day, json_integer(json_integer_value(json_object_get(days, day)) + 1));
		outfile_write(ids, row.at[id]);
		outfile_text(ids, "\n");
	}
	if (err.message[0])
		die(EXIT_INTERNAL, "%s", err.message);
	csv_close(in);
	outfile_close(ids);
	return days;
}

/* What was read, and how many rows of it: a row is a line, the first one is the header. */
static void set_read(json_t *stamp, const struct store *store, const struct part *part)
{
	static const struct {
		const char *folder, *rows;
	} kinds[] = {{"outlines", "documents"}, {"claims", "claims"}, {"events", "events"}};
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];
	uint64_t lines;
	struct err err;

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!digest_lines(d, at(store, part, kinds[i].folder, ".csv"), &lines, &err))
			die(EXIT_INTERNAL, "%s", err.message);
		json_object_set_new(stamp, kinds[i].rows, json_integer((json_int_t)(lines ? lines - 1 : 0)));
	}
	digest_end(d, hex);
	json_object_set_new(stamp, "read", json_string(hex));
}

static void finish(const struct store *store, const struct settings *s, const struct part *part)
{
	json_t *stamp = json_object();
	uint64_t rejected = count_lines(at(store, part, "rejects/extract", ".jsonl")) +
			    count_lines(at(store, part, "rejects/normalise", ".jsonl"));
	json_t *days = read_outlines(store, part);

	json_object_set_new(stamp, "key", json_string(key_of(store, s, part).at));
	set_read(stamp, store, part);
	json_object_set_new(stamp, "rejected", json_integer((json_int_t)rejected));
	json_object_set_new(stamp, "days", days);
	char *text = json_dumps(stamp, JSON_COMPACT | JSON_SORT_KEYS);

	if (!text)
		die(EXIT_INTERNAL, "out of memory");
	file_write(at(store, part, "stamps", ".json"), str_of(text));
	free(text);
	json_decref(stamp);
	unlink(at(store, part, "mentions", ".csv")); /* can be read again at any time */
}

void parts_finished(const struct store *store, const struct settings *s, const struct task *task)
{
	const struct parts *parts = task->data;

	for (size_t i = 0; i < parts->n; i++)
		finish(store, s, &parts->at[i]);
}

static void add_days(const struct store *store, json_t *stamp, struct days *days)
{
	const char *day;
	json_t *n;

	json_object_foreach(json_object_get(stamp, "days"), day, n)
	{
		struct day_count count = {str_dup(store->arena, str_of(day)), (uint64_t)json_integer_value(n)};

		LIST_ADD(store->arena, days, count);
	}
}

static void add_counts(json_t *stamp, struct part_counts *counts)
{
	counts->documents += (uint64_t)json_integer_value(json_object_get(stamp, "documents"));
	counts->claims += (uint64_t)json_integer_value(json_object_get(stamp, "claims"));
	counts->events += (uint64_t)json_integer_value(json_object_get(stamp, "events"));
	counts->rejected += (uint64_t)json_integer_value(json_object_get(stamp, "rejected"));
}

void parts_sum(const struct store *store, size_t night, struct part_counts *counts, struct days *days,
	       struct digest *read)
{
	struct parts parts = {0};

	parts_list(store, night, &parts);
	for (size_t i = 0; i < parts.n; i++) {
		json_t *stamp = stamp_read(store, &parts.at[i]);
		const char *digest = json_string_value(json_object_get(stamp, "read"));

		if (counts)
			add_counts(stamp, counts);
		if (days)
			add_days(store, stamp, days);
		if (read)
			digest_text(read, str_of(digest));
		json_decref(stamp);
	}
}
