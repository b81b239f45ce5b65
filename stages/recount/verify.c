/* recount verify - a release proved: its checksums, then the same bytes made again. */
#include <errno.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "compare.h"
#include "files/digest.h"
#include "files/folder.h"
#include "nights.h"
#include "release.h"
#include "settings.h"
#include "tasks.h"

struct verifying {
	struct arena *arena;
	const char *release, *temporary;
	json_t *manifest;
	bool data_only;	  /* nights, or the release before, are not those of the release */
	struct conf conf; /* of the caller: own words and overrides lie where it says */
};

static const char *removed_at_end;

static void remove_temporary(void)
{
	if (removed_at_end)
		folder_remove(removed_at_end);
	removed_at_end = NULL;
}

static const char *at(struct verifying *v, const char *name)
{
	return str_printf(v->arena, "%s/%s", v->temporary, name).at;
}

static void read_manifest(struct verifying *v)
{
	struct str text;
	const char *path = str_printf(v->arena, "%s/manifest.json", v->release).at, *version;

	if (!file_text(path, v->arena, &text))
		die(EXIT_INPUT, "%s has no manifest.json; give the folder of a release", v->release);
	v->manifest = json_loadb(text.at, text.n, 0, NULL);
	version = json_string_value(json_object_get(v->manifest, "recount"));
	if (!version)
		die(EXIT_INPUT, "%s: not a manifest", path);
	if (strcmp(version, RECOUNT_VERSION) != 0)
		die(EXIT_USAGE, "the release was made by Recount %s, this is %s; install that version to verify it",
		    version, RECOUNT_VERSION);
}

/* One setting as pipeline.conf writes it. */
static void add_setting(struct buf *b, const char *key, json_t *value)
{
	json_t *item;
	const char *name;
	size_t i;

	if (json_is_object(value)) {
		buf_printf(b, "%s {\n", key);
		json_object_foreach(value, name, item)
		{
			add_setting(b, name, item);
		}
		buf_printf(b, "}\n");
	} else if (json_is_array(value)) {
		buf_printf(b, "%s = {", key);
		json_array_foreach(value, i, item)
		{
			buf_printf(b, "%s\"%s\"", i ? ", " : "", json_string_value(item));
		}
		buf_printf(b, "}\n");
	} else if (json_is_string(value)) {
		buf_printf(b, "%s = \"%s\"\n", key, json_string_value(value));
	} else if (json_is_boolean(value)) {
		buf_printf(b, "%s = %s\n", key, json_is_true(value) ? "true" : "false");
	} else {
		buf_printf(b, "%s = %lld\n", key, (long long)json_integer_value(value));
	}
}

/* The settings of the release, with the caller's paths, as a pipeline.conf. */
static const char *write_conf(struct verifying *v)
{
	struct buf b = {.arena = v->arena};
	json_t *value;
	const char *key, *path = at(v, "pipeline.conf");

	json_object_foreach(json_object_get(v->manifest, "configuration"), key, value)
	{
		add_setting(&b, key, value);
	}
	buf_printf(&b, "lexicon = {");
	for (size_t i = 0; i < v->conf.lexicon.n; i++)
		buf_printf(&b, "%s\"%s\"", i ? ", " : "", v->conf.lexicon.at[i]);
	buf_printf(&b, "}\n");
	if (json_object_get(v->manifest, "overrides"))
		buf_printf(&b, "overrides = \"%s\"\n", v->conf.overrides);
	file_write(path, buf_str(&b));
	return path;
}

/* The nights of the release, their documents as the store has them. */
static size_t link_nights(struct verifying *v, const struct store *from, const struct store *to)
{
	size_t nights = json_array_size(json_object_get(v->manifest, "nights"));

	if (nights > store_nights(from))
		die(EXIT_INPUT, "the release rests on %zu nights, the store %s has %zu; name its store with --store",
		    nights, from->path, store_nights(from));
	for (size_t i = 1; i <= nights; i++) {
		char real[PATH_MAX];
		struct str night;

		folder_make(store_night(to, i, NULL));
		if (realpath(store_night(from, i, "documents"), real))
			link_replace(real, store_night(to, i, "documents"));
		if (!file_text(store_night(from, i, "night.json"), v->arena, &night))
			die(EXIT_INPUT, "%s is missing", store_night(from, i, "night.json"));
		file_write(store_night(to, i, "night.json"), night);
		file_write(store_night(to, i, "accepted"), STR("\n"));
	}
	return nights;
}

/* The release that this one tells its changes against; NULL when it tells none. */
static const char *release_before(struct verifying *v)
{
	json_t *before = json_object_get(v->manifest, "before");
	const char *name = json_string_value(json_object_get(before, "release")),
		   *sums = json_string_value(json_object_get(before, "sha256sums"));
	char real[PATH_MAX], hex[DIGEST_SHA256_HEX];
	struct err err;

	if (!name || !sums)
		return NULL;
	if (!realpath(v->release, real) || !release_day(str_of(name)).n)
		die(EXIT_INPUT, "cannot find the release before beside %s", v->release);
	*strrchr(real, '/') = '\0';
	const char *path = str_printf(v->arena, "%s/%s", real, name).at;

	if (!path_is_folder(path)) { /* keep_releases let it go */
		warn("changes are told against the release %s, which is gone: they are not verified", name);
		v->data_only = true;
		return NULL;
	}
	if (!digest_sha256(str_printf(v->arena, "%s/SHA256SUMS", path).at, hex, NULL, &err) || strcmp(hex, sums) != 0)
		die(EXIT_INPUT,
		    "changes are told against the release %s, which is not as it was; put it back to verify", path);
	return path;
}

/* Run the chain again into TEMPORARY/release. inbox: given inputs, or NULL for the store's nights. */
static void make_again(struct verifying *v, const char *store_path, const char *inbox, const char *jobs)
{
	struct store from, to;
	struct settings s;
	struct days days = {0};
	size_t nights;
	int64_t n;

	store_open(&to, at(v, "store"), v->arena);
	settings_read(&s, write_conf(v), &to);
	if (jobs && !str_to_int(str_of(jobs), 0, 1024, &n))
		die(EXIT_USAGE, "--jobs %s: want 0 to 1024", jobs);
	s.jobs = jobs_of(jobs ? (long)n : v->conf.jobs);
	s.conf.max_rejects = INT32_MAX; /* the release was published with those it has */
	const char *words = json_string_value(json_object_get(v->manifest, "words"));

	if (words && !str_eq(str_of(words), s.words))
		die(EXIT_USAGE,
		    "the release was read with other words (lexicon, gazetteer or tagger); give the pipeline.conf that "
		    "names them with -c");
	if (!inbox) {
		if (!store_look(&from, store_path, v->arena))
			die(EXIT_INPUT, "there is no store %s; name it with --store, or give the inputs", store_path);
		link_nights(v, &from, &to);
	}
	struct taken taken = nights_take(&to, &s, inbox);

	nights = store_nights(&to);
	for (size_t i = 1; i <= nights; i++)
		parts_sum(&to, i, NULL, &days, NULL);
	struct asof asof = asof_find(v->arena, &days, json_string_value(json_object_get(v->manifest, "as_of")),
				     s.conf.as_of_gap_days);
	struct chain chain = {.code = taken.code};

	if (chain.code <= EXIT_REJECTS)
		chain = chain_make(&to, &s, &asof, nights);
	struct release_plan plan = {asof.day, nights, NULL, json_string_value(json_object_get(v->manifest, "select")),
				    at(v, "release")};

	if (chain.code <= EXIT_REJECTS) {
		plan.before = release_before(v);
		chain.code = release_remake(&to, &s, &plan);
	}
	if (chain.code == TASKS_STOPPED)
		signals_release();
	if (chain.code > EXIT_REJECTS)
		exit(chain.code);
	store_close(&to);
}

int command_verify(int argc, char **argv)
{
	struct arena arena = {0};
	const char *conf = NULL, *store = NULL, *jobs = NULL;
	const struct command_option options[] = {
		{"c", "FILE", "the configuration (default: ./pipeline.conf if there is one)", &conf},
		{"store", "DIR", "the store that the release was made from", &store},
		{"jobs", "N", "processes at once; 0: all cores", &jobs},
		{NULL, NULL, NULL, NULL},
	};
	struct verifying v = {.arena = &arena};
	struct settings s;
	char **inputs;
	int n;

	command_options(argc, argv, "verify [options] RELEASE [INPUTS]", options, &inputs, &n);
	if (n < 1 || n > 2)
		die(EXIT_USAGE, "give a release, and the folder of its inputs where there is no store");
	settings_conf(&s, conf ? conf : path_exists("pipeline.conf") ? "pipeline.conf" : NULL, &arena);
	v.conf = s.conf;
	v.release = inputs[0];
	read_manifest(&v);
	size_t files = compare_sums(&arena, v.release);

	signals_hold();
	v.temporary = folder_temporary(&arena, "recount-verify");
	removed_at_end = v.temporary;
	atexit(remove_temporary);
	setenv("RECOUNT_SYNC", "0", 1);
	make_again(&v, store ? store : s.conf.store, n == 2 ? inputs[1] : NULL, jobs);
	v.data_only |= n == 2;
	compare_releases(&arena, v.release, at(&v, "release"), v.data_only);
	printf("%s: %zu files agree with SHA256SUMS, and %s came out the same again\n", v.release, files,
	       v.data_only ? "the data" : "all");
	json_decref(v.manifest);
	free(inputs);
	remove_temporary();
	arena_free(&arena);
	return EXIT_DONE;
}
