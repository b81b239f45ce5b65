#include "chain.h"

#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

#include "files/digest.h"
#include "files/folder.h"
#include "tasks.h"

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

static const char *const bucket_inputs[] = {"assertions", "claims", "events"};
static const char *const bucket_outputs[] = {"tracks", "estimates", "contradictions", "checks", "tolls"};
/* Checks of what lies in several buckets. */
#define ACROSS "bucket-across.csv"

static const char *bucket_at(const struct store *store, const char *folder, const char *kind, struct str bucket)
{
	return str_printf(store->arena, "%s/%s/%s/%.*s", store->path, folder, kind, STR_ARG(bucket)).at;
}

static const char *bucket_stamp(const struct store *store, struct str bucket)
{
	return str_printf(store->arena, "%s/reconciled/stamps/%.*s.json", store->path, STR_ARG(bucket)).at;
}

static struct str bucket_key(const struct store *store, const struct settings *s, const struct asof *asof,
			     struct str bucket)
{
	struct digest *d = digest_begin();

	digest_text(d, s->reconcile_key);
	digest_text(d, asof->day);
	for (size_t i = 0; i < sizeof bucket_inputs / sizeof *bucket_inputs; i++) {
		const char *path = bucket_at(store, "merged", bucket_inputs[i], bucket);
		struct err err;

		digest_text(d, str_of(bucket_inputs[i]));
		if (path_exists(path) && !digest_file(d, path, &err))
			die(EXIT_INPUT, "%s", err.message);
	}
	return end_key(d, store->arena);
}

/* Buckets that are not there any more (the number of buckets was changed). */
static void drop_old_buckets(const struct store *store, struct strs buckets)
{
	for (size_t k = 0; k < sizeof bucket_outputs / sizeof *bucket_outputs; k++) {
		const char *folder = str_printf(store->arena, "%s/reconciled/%s", store->path, bucket_outputs[k]).at;
		struct strs names = folder_names(store->arena, folder);

		for (size_t i = 0; i < names.n; i++) {
			if (strs_has(buckets, names.at[i]) || str_eq(names.at[i], STR(ACROSS)))
				continue;
			unlink(bucket_at(store, "reconciled", bucket_outputs[k], names.at[i]));
			unlink(bucket_stamp(store, names.at[i]));
		}
	}
}

/* Some buckets that one process reconciles, and their keys. */
struct group {
	struct strs buckets, keys;
};

struct reconciling {
	const struct store *store;
	struct chain *chain;
};

static void group_finished(struct task *task, void *with)
{
	struct reconciling *r = with;
	const struct group *g = task->data;

	for (size_t i = 0; i < g->buckets.n; i++)
		stamp_write(r->store, bucket_stamp(r->store, g->buckets.at[i]), g->keys.at[i]);
}

static struct task group_task(const struct store *store, const struct settings *s, const struct asof *asof,
			      struct group *g, size_t number)
{
	struct arena *a = store->arena;
	struct task task = {.n = 1, .data = g};
	struct argv *argv = &task.steps[0];

	argv_program(a, argv, "reconcile");
	argv_option(a, argv, "-o", store_at(store, "reconciled"));
	argv_option(a, argv, "-c", s->conf_path);
	argv_option(a, argv, "--data", s->data);
	argv_option(a, argv, "--as-of", asof->day.at);
	argv_option(a, argv, "--rejects", str_printf(a, "%s/tmp/reconcile-%zu.jsonl", store->path, number).at);
	argv_add(a, argv, "--quiet");
	for (size_t i = 0; i < g->buckets.n; i++)
		argv_add(a, argv, bucket_at(store, "merged", "assertions", g->buckets.at[i]));
	return task;
}

/* Stale buckets, dealt out so that a process has several and every core has work. */
static void add_groups(struct tasks *tasks, const struct store *store, const struct settings *s,
		       const struct asof *asof, const struct group *stale)
{
	size_t groups = 2 * s->jobs < stale->buckets.n ? 2 * s->jobs : stale->buckets.n;

	for (size_t i = 0; i < groups; i++) {
		struct group *g = ARENA_NEW(store->arena, struct group);

		for (size_t k = i; k < stale->buckets.n; k += groups) {
			strs_add(store->arena, &g->buckets, stale->buckets.at[k]);
			strs_add(store->arena, &g->keys, stale->keys.at[k]);
		}
		struct task task = group_task(store, s, asof, g, i);

		LIST_ADD(store->arena, tasks, task);
	}
}

static void reconcile(const struct store *store, const struct settings *s, const struct asof *asof, struct chain *chain,
		      struct digest *all)
{
	struct strs buckets = folder_names(store->arena, store_at(store, "merged/assertions"));
	struct group stale = {0};
	struct reconciling r = {store, chain};
	struct tasks tasks = {.jobs = s->jobs,
			      .durable = store->path,
			      .label = "reconciling",
			      .finished = group_finished,
			      .with = &r};

	folder_make(store_at(store, "reconciled"));
	drop_old_buckets(store, buckets);
	for (size_t i = 0; i < buckets.n; i++) {
		struct str key = bucket_key(store, s, asof, buckets.at[i]);

		digest_text(all, key);
		if (stamp_has(store, bucket_stamp(store, buckets.at[i]), key))
			continue;
		strs_add(store->arena, &stale.buckets, buckets.at[i]);
		strs_add(store->arena, &stale.keys, key);
	}
	chain->buckets = buckets.n;
	chain->reconciled = stale.buckets.n;
	add_groups(&tasks, store, s, asof, &stale);
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
	const char *stamp = bucket_stamp(store, STR(ACROSS));

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
		digest_text(all, s->export_key);
		digest_text(all, asof->day);
		reconcile(store, s, asof, &chain, all);
		chain.key = end_key(all, store->arena);
		if (chain.code <= EXIT_REJECTS && chain.buckets)
			chain.code = worse(chain.code, reconcile_across(store, s, chain.key));
	}
	return chain;
}
