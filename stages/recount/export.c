/* recount export - a release of what the store holds, or of a part of it, made where the
 * analyst says. With folders of records on the command line it is recount-export itself. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/err.h"
#include "command.h"
#include "files/folder.h"
#include "release.h"
#include "summary.h"
#include "tasks.h"
#include "values/date.h"
#include "wording.h"

struct export_options {
	const char *conf, *store, *folder, *select, *before;
	const char *as_of, *nights, *words, *rejects, *data, *counts, *quiet, *version; /* of recount-export alone */
};

static _Noreturn void run_stage(struct arena *arena, char **argv)
{
	const char *program = program_path(arena, "export").at;

	execv(program, argv);
	die(EXIT_INTERNAL, "cannot start %s; are all programs of Recount installed beside each other?", program);
}

static void read_options(int argc, char **argv, struct export_options *o, struct arena *arena)
{
	const struct command_option options[] = {
		{"o", "DIR", "the folder of the release; it must not exist yet", &o->folder},
		{"select", "CONDITIONS", "only rows such as place=Aleppo measure=evacuated|killed", &o->select},
		{"before", "RELEASE", "the release that changes are told against (default: none)", &o->before},
		{"c", "FILE", "the configuration (default: ./pipeline.conf if there is one)", &o->conf},
		{"store", "DIR", "the store, as the last run left it", &o->store},
		{"quiet", NULL, "say nothing", &o->quiet},
		{"as-of", "DAY", "with FOLDERS: the day of the release", &o->as_of},
		{"nights", "FILE", "with FOLDERS: inputs and counts for the manifest, as JSON", &o->nights},
		{"words", "DIGEST", "with FOLDERS: digest of the compiled words, for the manifest", &o->words},
		{"rejects", "FILE", "with FOLDERS: where bad records go, as JSON lines", &o->rejects},
		{"data", "DIR", "with FOLDERS: the folder of the compiled words", &o->data},
		{"counts", "FILE", "with FOLDERS: write the counts there too, as JSON", &o->counts},
		{"version", NULL, "print the version", &o->version},
		{NULL, NULL, NULL, NULL},
	};
	char **inputs;
	int n;

	command_options(argc, argv, "export [options] -o DIR [FOLDERS]", options, &inputs, &n);
	free(inputs);
	if (n || o->version)
		run_stage(arena, argv);
	if (o->as_of || o->nights || o->words || o->rejects || o->data || o->counts)
		die(EXIT_USAGE, "without folders of records the store's last release is made: leave --as-of, "
				"--nights, --words, --rejects, --data and --counts out");
	if (!o->folder)
		die(EXIT_USAGE, "give the folder of the release with -o DIR");
	if (path_exists(o->folder))
		die(EXIT_OUTPUT, "%s is there already; name a new folder", o->folder);
	if (!o->conf && path_exists("pipeline.conf"))
		o->conf = "pipeline.conf";
}

/* The manifest of the store's last release tells its day and its nights. */
static void plan_as_last(const struct store *store, struct release_plan *plan)
{
	struct str text;
	json_t *last = file_text(store_at(store, "last.json"), store->arena, &text)
			       ? json_loadb(text.at, text.n, 0, NULL)
			       : NULL;
	const char *as_of = json_string_value(json_object_get(last, "as_of"));
	struct date day;

	if (!as_of || !date_parse(str_of(as_of), &day, NULL))
		die(EXIT_INPUT, "the last run over the store %s made no release; run again first", store->path);
	plan->day = str_dup(store->arena, str_of(as_of));
	plan->nights = (size_t)json_integer_value(json_object_get(last, "nights"));
	json_decref(last);
}

/* "aleppo: as of 2016-12-16, only place=Aleppo: 12 figures, 3 events, 4 tracks" */
static void print_made(const struct store *store, const struct export_options *o, const struct release_plan *plan)
{
	struct release_counts made = summary_counts(store, o->folder);
	struct arena *a = store->arena;

	printf("%s: as of %.*s%s%s: %s, %s, %s\n", o->folder, STR_ARG(plan->day), o->select ? ", only " : "",
	       o->select ? o->select : "", wording_count(a, made.claims, "figure", "figures").at,
	       wording_count(a, made.events, "event", "events").at,
	       wording_count(a, made.tracks, "track", "tracks").at);
}

int command_export(int argc, char **argv)
{
	struct arena arena = {0};
	struct export_options o = {0};
	struct release_plan plan = {0};
	struct settings s;
	struct store store;

	read_options(argc, argv, &o, &arena);
	settings_conf(&s, o.conf, &arena);
	if (!store_look(&store, o.store ? o.store : s.conf.store, &arena))
		die(EXIT_INPUT, "there is no store %s; recount run makes it", store.path);
	signals_hold();
	store_open(&store, store.path, &arena);
	settings_read(&s, o.conf, &store);
	plan_as_last(&store, &plan);
	plan.before = o.before;
	plan.select = o.select;
	plan.folder = str_printf(&arena, "%s.unfinished", o.folder).at;
	folder_remove(plan.folder);
	int code = release_remake(&store, &s, &plan);

	if (code <= EXIT_REJECTS)
		folder_publish(plan.folder, o.folder);
	else
		folder_remove(plan.folder);
	if (code <= EXIT_REJECTS && !o.quiet)
		print_made(&store, &o, &plan);
	store_close(&store);
	if (code == TASKS_STOPPED)
		signals_release();
	arena_free(&arena);
	return code;
}
