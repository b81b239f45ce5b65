#include "settings.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "files/digest.h"
#include "files/folder.h"
#include "files/mapped.h"
#include "records/lexicon.h"
#include "tasks.h"

static const char *const compiled[] = {"lexicon.bin", "gazetteer.bin", "tagger.model"};
enum { COMPILED = sizeof compiled / sizeof *compiled };

const char *settings_data(struct arena *arena)
{
	const char *given = getenv("RECOUNT_DATA");

	return given && *given ? given : str_printf(arena, "%s/../share/recount", program_folder()).at;
}

static void add_file(struct digest *d, const char *path)
{
	struct err err;

	if (path_exists(path) && !digest_file(d, path, &err))
		die(EXIT_INPUT, "%s", err.message);
}

/* The own folders, and the program's: their files' names and bytes. */
static struct str folders_digest(const char *const *folders, size_t n, struct arena *arena)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];

	digest_text(d, STR(RECOUNT_VERSION));
	add_file(d, str_printf(arena, "%s/lexicon.bin", settings_data(arena)).at);
	for (size_t i = 0; i < n; i++) {
		struct strs names = folder_names(arena, folders[i]);

		if (!path_is_folder(folders[i]))
			die(EXIT_USAGE, "lexicon: there is no folder %s", folders[i]);
		for (size_t k = 0; k < names.n; k++) {
			digest_text(d, names.at[k]);
			add_file(d, str_printf(arena, "%s/%s", folders[i], names.at[k].at).at);
		}
	}
	digest_end(d, hex);
	return str_dup(arena, str_of(hex));
}

void settings_words(const char *const *folders, size_t n, const char *out, struct arena *arena)
{
	struct err err = {0};
	const char **all = ARENA_ARRAY(arena, const char *, n + 1);
	const char *data = settings_data(arena);

	all[0] = str_printf(arena, "%s/lexicon", data).at;
	for (size_t i = 0; i < n; i++) {
		if (!path_is_folder(folders[i]))
			die(EXIT_USAGE, "there is no folder of words %s", folders[i]);
		all[i + 1] = folders[i];
	}
	folder_make(out);
	if (!lexicon_compile(all, n + 1, str_printf(arena, "%s/lexicon.bin", out).at, &err))
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	for (size_t i = 1; i < COMPILED; i++) {
		const char *target = str_printf(arena, "%s/%s", data, compiled[i]).at;
		char real[PATH_MAX];

		if (realpath(target, real))
			link_replace(real, str_printf(arena, "%s/%s", out, compiled[i]).at);
	}
}

static void own_words(struct settings *s, const struct store *store)
{
	struct arena *a = store->arena;
	struct str digest;

	if (s->conf.lexicon.n == 0)
		return;
	digest = folders_digest(s->conf.lexicon.at, s->conf.lexicon.n, a);
	s->data = str_printf(a, "%s/words/%.*s", store->path, STR_ARG(digest)).at;
	if (path_exists(s->data))
		return;
	const char *fresh = str_printf(a, "%s/tmp/words", store->path).at;

	folder_remove(fresh);
	settings_words(s->conf.lexicon.at, s->conf.lexicon.n, fresh, a);
	folder_remove(store_at(store, "words")); /* of other words: not needed any more */
	folder_make(store_at(store, "words"));
	folder_publish(fresh, s->data);
}

/* A program that was built again may read otherwise: its bytes are part of the key. */
static struct str key_of(const char *const *stages, size_t n, struct str more, struct arena *arena)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];

	digest_text(d, STR(RECOUNT_VERSION));
	for (size_t i = 0; i < n; i++)
		add_file(d, program_path(arena, stages[i]).at);
	digest_text(d, more);
	digest_end(d, hex);
	return str_dup(arena, str_of(hex));
}

/* The stages that are started from here on need not look through the files again: RECOUNT_SOUND (mapped.h). */
static struct str words_digest(const char *data, struct arena *arena)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX], sound[COMPILED * MAPPED_DIGEST] = "", *end = sound;

	for (size_t i = 0; i < COMPILED; i++) {
		const char *path = str_printf(arena, "%s/%s", data, compiled[i]).at;
		char file[MAPPED_DIGEST];
		struct err err;

		if (!path_exists(path))
			continue;
		if (!mapped_check(path, file, &err))
			die(EXIT_USAGE, "%s: %s", err.field, err.message);
		digest_text(d, str_of(file));
		end = stpcpy(stpcpy(end, file), " ");
	}
	setenv("RECOUNT_SOUND", sound, 1);
	digest_end(d, hex);
	return str_dup(arena, str_of(hex));
}

static struct str overrides_text(const struct conf *conf, struct arena *arena)
{
	struct str text = STR_NULL;

	if (*conf->overrides && !file_text(conf->overrides, arena, &text))
		die(EXIT_USAGE, "overrides: there is no file %s", conf->overrides);
	return text;
}

void settings_conf(struct settings *s, const char *conf_path, struct arena *arena)
{
	struct err err;
	char real[PATH_MAX];

	*s = (struct settings){0};
	if (!conf_read(conf_path, arena, &s->conf, &err))
		die(EXIT_USAGE, "%s", err.message);
	if (conf_path && realpath(conf_path, real))
		s->conf_path = str_dup(arena, str_of(real)).at;
	s->jobs = jobs_of(s->conf.jobs);
}

void settings_read(struct settings *s, const char *conf_path, const struct store *store)
{
	static const char *const reading[] = {"extract", "normalise"}, *const merging[] = {"deduplicate"},
				 *const reconciling[] = {"reconcile"}, *const exporting[] = {"export"};
	struct arena *a = store->arena;

	settings_conf(s, conf_path, a);
	own_words(s, store);
	s->words = words_digest(s->data ? s->data : settings_data(a), a);

	/* How the release is written reaches no record. */
	struct conf records = s->conf;

	records.csv_bom = records.csv_hxl = records.csv_semicolon = records.plain_quantities = records.workbook = false;
	records.workbook_whole = records.workbook_rows = records.workbook_charts = 0;
	records.page_plots = records.page_singles = records.page_statements = records.page_rows = records.page_events =
		0;
	struct str conf = conf_fingerprint(&records, a), overrides = overrides_text(&s->conf, a),
		   written = conf_fingerprint(&s->conf, a);

	/* Reading depends on programs and words alone: no setting reaches it. */
	s->read_key = key_of(reading, 2, s->words, a);
	s->merge_key = key_of(merging, 1,
			      str_printf(a, "%.*s|%.*sbuckets=%ld\n%.*s", STR_ARG(s->words), STR_ARG(conf),
					 s->conf.buckets, STR_ARG(overrides)),
			      a);
	s->reconcile_key =
		key_of(reconciling, 1,
		       str_printf(a, "%.*s|%.*s%.*s", STR_ARG(s->words), STR_ARG(conf), STR_ARG(overrides)), a);
	s->export_key = key_of(exporting, 1, str_printf(a, "%.*s|%.*s", STR_ARG(s->words), STR_ARG(written)), a);
}
