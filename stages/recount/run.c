/* recount run - the inbox's new articles, and a release of all that the store knows. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "asof.h"
#include "chain.h"
#include "command.h"
#include "files/folder.h"
#include "nights.h"
#include "release.h"
#include "settings.h"
#include "store.h"
#include "summary.h"
#include "tasks.h"

enum { TABLE_ROWS = 25 };

struct run_options {
	const char *conf, *as_of, *jobs, *inbox, *store, *out, *table, *quiet;
};

static void read_options(int argc, char **argv, struct run_options *o)
{
	const struct command_option options[] = {
		{"c", "FILE", "the configuration (default: ./pipeline.conf if there is one)", &o->conf},
		{"as-of", "DAY", "the day of the release, as 2024-05-01; later articles wait", &o->as_of},
		{"jobs", "N", "processes at once; 0: all cores", &o->jobs},
		{"inbox", "PATH", "the articles: a folder or a file", &o->inbox},
		{"store", "DIR", "where earlier nights are kept", &o->store},
		{"out", "DIR", "where releases go", &o->out},
		{"table", NULL, "show the tracks at the end", &o->table},
		{"quiet", NULL, "no summary", &o->quiet},
		{NULL, NULL, NULL, NULL},
	};
	char **inputs;
	int n;

	command_options(argc, argv, "run [options]", options, &inputs, &n);
	if (n)
		die(EXIT_USAGE, "run takes no file (%s); name the inbox with --inbox", inputs[0]);
	free(inputs);
	if (!o->conf && path_exists("pipeline.conf"))
		o->conf = "pipeline.conf";
}

static void override_conf(struct conf *conf, const struct run_options *o)
{
	if (o->inbox)
		conf->inbox = o->inbox;
	if (o->store)
		conf->store = o->store;
	if (o->out)
		conf->out = o->out;
}

/* How it went, for `recount status`. */
static void remember(const struct store *store, const char *state, int code, const struct taken *taken,
		     const struct asof *asof, const struct release *release)
{
	json_t *json = json_pack("{s:s, s:i, s:I, s:I}", "state", state, "code", code, "articles_new",
				 (json_int_t)(taken ? taken->articles_new : 0), "rejected",
				 (json_int_t)(taken ? taken->rejected : 0));

	if (asof)
		json_object_set_new(json, "as_of", json_string(asof->day.at));
	if (release && release->path) {
		json_object_set_new(json, "release", json_string(release->path));
		json_object_set_new(json, "nights", json_integer((json_int_t)release->nights));
	}
	char *text = json_dumps(json, JSON_COMPACT);

	if (text)
		file_write(store_at(store, "last.json"), str_of(text));
	free(text);
	json_decref(json);
}

/* Stop after a stage that failed: it has said why. */
static int give_up(struct store *store, int code)
{
	if (code == TASKS_STOPPED) {
		warn("stopped; what is finished is kept: run again to go on");
		store_close(store);
		signals_release();
	}
	remember(store, "failed", code, NULL, NULL, NULL);
	warn("nothing was published; run again when it is mended: finished work is kept");
	return code;
}

static int worst(int a, int b)
{
	return a > b ? a : b;
}

/* The last night that has a document for this as-of: later ones wait as a whole. */
static size_t due_nights(const struct store *store, const struct asof *asof, size_t nights)
{
	for (; nights; nights--) {
		struct days days = {0};

		parts_sum(store, nights, NULL, &days, NULL);
		if (asof_reaches(asof, &days))
			break;
	}
	return nights;
}

static int run(struct store *store, const struct settings *s, const struct run_options *o)
{
	struct days days = {0};
	struct taken taken = nights_take(store, s, s->conf.inbox);
	size_t nights = store_nights(store);

	if (taken.code > EXIT_REJECTS)
		return give_up(store, taken.code);
	for (size_t i = 1; i <= nights; i++)
		parts_sum(store, i, NULL, &days, NULL);
	struct asof asof = asof_find(store->arena, &days, o->as_of, s->conf.as_of_gap_days);
	nights = due_nights(store, &asof, nights);
	struct chain chain = chain_make(store, s, &asof, nights);

	if (chain.code > EXIT_REJECTS)
		return give_up(store, chain.code);
	struct release release = release_make(store, s, s->conf.out, &asof, &chain, nights);

	if (release.code > EXIT_REJECTS)
		return give_up(store, release.code);
	int code = taken.rejected ? EXIT_REJECTS : worst(chain.code, release.code);

	release_retain(store->arena, s->conf.out, s->conf.keep_releases);
	remember(store, "done", code, &taken, &asof, &release);
	if (!o->quiet)
		summary_print(store, &taken, &asof, &chain, &release, s->conf.out);
	if (o->table)
		summary_tracks(store, release.path, TABLE_ROWS);
	return code;
}

int command_run(int argc, char **argv)
{
	struct arena arena = {0};
	struct run_options o = {0};
	struct settings s;
	struct store store;
	int64_t jobs;

	read_options(argc, argv, &o);
	settings_conf(&s, o.conf, &arena);
	override_conf(&s.conf, &o);
	signals_hold();
	store_open(&store, s.conf.store, &arena);
	settings_read(&s, o.conf, &store);
	override_conf(&s.conf, &o);
	if (o.jobs && !str_to_int(str_of(o.jobs), 0, 1024, &jobs))
		die(EXIT_USAGE, "--jobs %s: want 0 to 1024", o.jobs);
	if (o.jobs)
		s.jobs = jobs_of((long)jobs);
	remember(&store, "running", EXIT_DONE, NULL, NULL, NULL);
	int code = run(&store, &s, &o);

	store_close(&store);
	if (fflush(stdout) != 0)
		die(EXIT_OUTPUT, "cannot write to standard output");
	arena_free(&arena);
	return code;
}
