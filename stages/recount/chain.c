#include "chain.h"

#include <jansson.h>
#include <stdlib.h>

#include "files/digest.h"
#include "files/folder.h"
#include "tasks.h"
#include "units.h"

/* {"key": ...}: what a unit of work was made from. */
static bool stamp_has(const struct store *store, const char *path, struct str key)
{
	struct str text;
	json_t *stamp = file_text(path, store->arena, &text) ? json_loadb(text.at, text.n, 0, NULL) : NULL;
	const char *had = json_string_value(json_object_get(stamp, "key"));
	bool same = had && str_eq(str_of(had), key);

	json_decref(stamp);
	return same;
}

static void stamp_write(const struct store *store, const char *path, struct str key)
{
	file_write(path, str_printf(store->arena, "{\"key\":\"%.*s\"}\n", STR_ARG(key)));
}

static struct str end_key(struct digest *d, struct arena *arena)
{
	char hex[DIGEST_QUICK_HEX];

	digest_end(d, hex);
	return str_dup(arena, str_of(hex));
}

/* Nights, what was read in them, and the as-of where some documents are later. */
static struct str merge_key(const struct store *store, const struct settings *s, const struct asof *asof, size_t nights)
{
	struct digest *d = digest_begin();

	digest_text(d, s->merge_key);
	for (size_t i = 1; i <= nights; i++)
		parts_sum(store, i, NULL, NULL, d);
	digest_text(d, asof->waiting ? asof->day : STR_NULL);
	return end_key(d, store->arena);
}

static void merge_words(const struct store *store, const struct settings *s, const struct asof *asof, size_t nights,
			struct argv *argv)
{
	struct arena *a = store->arena;

	argv_program(a, argv, "deduplicate");
	argv_option(a, argv, "-o", store_at(store, "merged.new"));
	argv_option(a, argv, "-c", s->conf_path);
	argv_option(a, argv, "--data", s->data);
	argv_option(a, argv, "--cache", store_at(store, "rows"));
	argv_option(a, argv, "--before", store_at(store, "merged"));
	if (asof->waiting)
		argv_option(a, argv, "--as-of", asof->day.at);
	argv_add(a, argv, "--quiet");
	for (size_t i = 1; i <= nights; i++)
		argv_add(a, argv, store_night(store, i, NULL));
	if (nights == 0) /* a folder in which nothing was read */
		argv_add(a, argv, store_at(store, "tmp"));
}

static int merge(const struct store *store, const struct settings *s, const struct asof *asof, size_t nights,
		 struct str key)
{
	struct task task = {.n = 1};
	struct tasks tasks = {.at = &task, .n = 1, .room = 1, .jobs = 1, .durable = store->path, .label = "merging"};

	merge_words(store, s, asof, nights, &task.steps[0]);
	int code = tasks_run(&tasks);

	if (code > EXIT_REJECTS)
		return code;
	stamp_write(store, store_at(store, "merged.new/stamp.json"), key);
	/* A run killed between these two finds merged.new complete, and gives it its name. */
	folder_remove(store_at(store, "merged"));
	folder_publish(store_at(store, "merged.new"), store_at(store, "merged"));
	return code;
}

static void reconcile(const struct store *store, const struct settings *s, const struct asof *asof, struct chain *chain)
{
	struct units units = units_find(store, s, asof);
	struct tasks tasks = {.jobs = s->jobs,
			      .durable = store->path,
			      .label = "reconciling",
			      .finished = units_finished,
			      .with = &units};

	units_tasks(&units, &tasks, s, asof);
	chain->buckets = units.n;
	chain->statements = units.statements;
	chain->reconciled = units.stale;
	if (tasks.n)
		chain->code = tasks_run(&tasks);
}

static int worse(int a, int b)
{
	return a > b ? a : b;
}

/* What lies in several buckets; key: of them all. */
static int reconcile_across(const struct store *store, const struct settings *s, struct str key)
{
	struct arena *a = store->arena;
	struct task task = {.n = 1};
	struct tasks tasks = {.at = &task, .n = 1, .room = 1, .jobs = 1, .durable = store->path};
	struct argv *argv = &task.steps[0];
	const char *stamp = store_at(store, "reconciled/stamps/" UNITS_ACROSS ".json");

	if (stamp_has(store, stamp, key))
		return EXIT_DONE;
	argv_program(a, argv, "reconcile");
	argv_add(a, argv, "--across");
	argv_option(a, argv, "-o", store_at(store, "reconciled"));
	argv_option(a, argv, "-c", s->conf_path);
	argv_option(a, argv, "--data", s->data);
	argv_option(a, argv, "--rejects", store_at(store, "tmp/reconcile-across.jsonl"));
	argv_add(a, argv, "--quiet");
	argv_add(a, argv, store_at(store, "reconciled/tolls"));
	int code = tasks_run(&tasks);

	if (code <= EXIT_REJECTS)
		stamp_write(store, stamp, key);
	return code;
}

struct chain chain_make(const struct store *store, const struct settings *s, const struct asof *asof, size_t nights)
{
	struct chain chain = {0};
	struct str key = merge_key(store, s, asof, nights);

	if (!stamp_has(store, store_at(store, "merged/stamp.json"), key)) {
		chain.merged = true;
		chain.code = merge(store, s, asof, nights, key);
	}
	if (chain.code <= EXIT_REJECTS) {
		struct digest *all = digest_begin();

		digest_text(all, key);
		digest_text(all, s->reconcile_key);
		digest_text(all, s->export_key);
		digest_text(all, asof->day);
		chain.key = end_key(all, store->arena);
		reconcile(store, s, asof, &chain);
		if (chain.code <= EXIT_REJECTS && chain.statements)
			chain.code = worse(chain.code, reconcile_across(store, s, chain.key));
	}
	return chain;
}
