/* recount-reconcile - makes tracks, estimates, contradictions and checks.
 *
 * Reads   assertions/BUCKET.csv and events/BUCKET.csv as deduplicate wrote them. A bucket
 *         of assertions needs no other; one of events is the events of some days, and those of
 *         the days around it are looked at, too.
 * Writes  tracks/, estimates/, contradictions/, checks/ and tolls/BUCKET.csv for each of the
 *         first, contradictions/BUCKET.csv for each of the second.
 *         With --across: reads all tolls/BUCKET.csv, writes checks/bucket-across.csv.
 * Rejects rows that are no assertion or event (or toll). */
#include "reconcile.h"

#include <stdlib.h>

#include "files/digest.h"
#include "files/folder.h"
#include "files/outfile.h"
#include "part.h"
#include "told.h"

static const struct stage_option options[] = {
	{"as-of", "DAY", "as of that day: what became known later is left out"},
	{"cache", "DIR", "keep there what was read of statements; a later run reads from there what is still the same"},
	{"across", NULL, "check what lies in several buckets: the inputs are the tolls of all"},
	{0},
};

static const struct stage_about about = {
	.name = "reconcile",
	.about = "Makes tracks, estimates, contradictions and checks from assertions.",
	.inputs = "a bucket of assertions or of events, or the folder that has assertions/ and events/",
	.options = options,
	.whole_folders = true,
};

static struct terms take_terms(struct stage *st, struct overrides *overrides)
{
	struct terms terms = {.conf = &st->conf, .overrides = overrides, .as_of = DATE_DAYS_MAX};
	const char *day = stage_value(st, "as-of");
	struct date as_of;
	struct err err;

	if (day && !date_parse(str_of(day), &as_of, NULL))
		die(EXIT_USAGE, "--as-of wants a day like 2016-12-16, not '%s'", day);
	if (day)
		terms.as_of = date_last_day(as_of);
	if (!overrides_read(st->conf.overrides, &st->keep, overrides, &err))
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	if (!st->to_folder)
		die(EXIT_USAGE, "give a folder for the records with -o DIR");
	terms.bodies = bodies_open(stage_opened(lexicon_open(stage_data(st, "lexicon.bin"), &err), &err), &st->keep);
	return terms;
}

static void write_rows(struct stage *st, const char *kind, const char *part, const struct table *table,
		       const void *rows, size_t n)
{
	struct outfile *out = stage_output(st, kind, part, table);

	for (size_t i = 0; i < n; i++)
		table_write(out, table, (const char *)rows + i * table->size, &st->scratch);
	st->written += n;
	outfile_close(out);
	arena_reset(&st->scratch);
}

static void write_tracks(struct stage *st, const char *part, const struct tracks *tracks)
{
	struct outfile *out = stage_output(st, "tracks", part, &track_table);
	struct outfile *estimates = stage_output(st, "estimates", part, &estimate_table);

	for (size_t i = 0; i < tracks->n; i++) {
		const struct line *l = &tracks->at[i];

		arena_reset(&st->scratch);
		table_write(out, &track_table, &l->track, &st->scratch);
		for (size_t k = 0; k < l->estimates.n; k++)
			table_write(estimates, &estimate_table, &l->estimates.at[k], &st->scratch);
		st->written += 1 + l->estimates.n;
	}
	outfile_close(out);
	outfile_close(estimates);
}

/* Where rows are kept from run to run; folder: NULL: nowhere. */
struct kept {
	const char *folder;
	struct str key;
};

static struct kept take_kept(struct stage *st)
{
	struct kept kept = {.folder = stage_value(st, "cache")};
	struct digest *d;
	char hex[DIGEST_QUICK_HEX];
	struct err err;

	if (!kept.folder)
		return kept;
	d = digest_begin();
	if (!digest_file(d, "/proc/self/exe", &err))
		die(EXIT_INTERNAL, "%s", err.message);
	digest_end(d, hex);
	kept.key = str_dup(&st->keep, str_of(hex));
	return kept;
}

static void reconcile_bucket(struct stage *st, const char *input, const struct kept *kept, const struct terms *terms)
{
	struct arena arena = {0};
	struct part assertions = {0};
	const char *part = stage_part(st, input);

	if (kept->folder)
		part_recall(&assertions, st, &assertion_table, input,
			    str_printf(&arena, "%s/%s.rows", kept->folder, part).at, kept->key, &arena);
	else
		part_read(&assertions, st, &assertion_table, input, &arena);
	struct assertions stated = {(struct assertion *)(void *)assertions.at, assertions.n, assertions.room};
	struct reconciled r = reconcile(&stated, terms, &arena);

	write_tracks(st, part, &r.tracks);
	write_rows(st, "contradictions", part, &contradiction_table, r.contradictions.at, r.contradictions.n);
	write_rows(st, "checks", part, &check_table, r.checks.at, r.checks.n);
	write_rows(st, "tolls", part, &toll_table, r.tolls.at, r.tolls.n);
	part_close(&assertions);
	arena_free(&arena);
}

static void write_told(struct stage *st, const char *part, struct contradictions *found)
{
	contradictions_sort(found);
	write_rows(st, "contradictions", part, &contradiction_table, found->at, found->n);
}

static void add_all(struct stage *st, struct strs *to, const char *folder)
{
	struct strs names = folder_names(&st->keep, folder);

	for (size_t i = 0; i < names.n; i++)
		strs_add(&st->keep, to, str_printf(&st->keep, "%s/%.*s", folder, STR_ARG(names.at[i])));
}

static void read_tolls(struct stage *st, const char *path, struct tolls *to, struct arena *arena)
{
	struct table_reader *in = table_open(&toll_table, path);
	enum table_result result;
	struct toll toll;
	struct err err;

	while ((result = table_read(in, &toll, arena, &err)) != TABLE_END) {
		st->read++;
		if (result == TABLE_RECORD)
			LIST_ADD(arena, to, toll);
		else
			stage_reject(st, path, table_line(in), &err);
		if (result == TABLE_BROKEN)
			break;
	}
	table_close(in);
}

/* What no bucket can tell alone. */
static void reconcile_across(struct stage *st, const struct terms *terms)
{
	struct arena arena = {0};
	struct checks checks = {0};
	struct tolls all = {0};
	struct strs files = {0};

	for (size_t i = 0; i < st->n_inputs; i++)
		if (path_is_folder(st->inputs[i]))
			add_all(st, &files, st->inputs[i]);
		else
			strs_add(&st->keep, &files, str_of(st->inputs[i]));
	for (size_t i = 0; i < files.n; i++)
		read_tolls(st, files.at[i].at, &all, &arena);
	tolls_check(&all, terms->conf->tolerance_percent, &checks, &arena);
	write_rows(st, "checks", "bucket-across", &check_table, checks.at, checks.n);
	arena_free(&arena);
}

/* A folder of assertions has one of events beside it; the folder that holds both may be given, too. */
static void add_input(struct stage *st, const char *input, struct strs *assertions, struct strs *events)
{
	const char *both = str_printf(&st->keep, "%s/..", input).at;
	const char *within = str_printf(&st->keep, "%s/assertions", input).at;
	struct str text = str_of(input);

	while (text.n > 1 && text.at[text.n - 1] == '/')
		text.n--;
	if (!path_is_folder(input)) {
		bool event = str_find(text, STR("/events/")) >= 0 || str_starts(text, STR("events/"));

		strs_add(&st->keep, event ? events : assertions, text);
	} else if (path_is_folder(within)) {
		add_all(st, assertions, within);
		add_all(st, events, str_printf(&st->keep, "%s/events", input).at);
	} else {
		add_all(st, assertions, str_dup(&st->keep, text).at);
		if (str_ends(text, STR("assertions")))
			add_all(st, events, str_printf(&st->keep, "%s/events", both).at);
	}
}

int main(int argc, char **argv)
{
	struct stage st;
	struct overrides overrides;
	struct strs assertions = {0}, events = {0};

	stage_open(&st, argc, argv, &about);
	outfile_gather();
	struct terms terms = take_terms(&st, &overrides);

	if (stage_value(&st, "across")) {
		reconcile_across(&st, &terms);
		return stage_close(&st);
	}
	struct kept kept = take_kept(&st);

	for (size_t i = 0; i < st.n_inputs; i++)
		add_input(&st, st.inputs[i], &assertions, &events);
	for (size_t i = 0; i < assertions.n; i++) {
		reconcile_bucket(&st, assertions.at[i].at, &kept, &terms);
		stage_progress(&st, "statements");
	}
	told_reconcile(&st, &events, &terms, write_told);
	return stage_close(&st);
}
