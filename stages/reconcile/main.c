/* recount-reconcile - makes tracks, estimates, contradictions and checks.
 *
 * Reads   assertions/BUCKET.csv, and events/BUCKET.csv beside it, as deduplicate wrote
 *         them. A bucket needs no other: any of them may be done alone.
 * Writes  tracks/, estimates/, contradictions/, checks/ and tolls/BUCKET.csv for each.
 *         With --across: reads all tolls/BUCKET.csv, writes checks/bucket-across.csv.
 * Rejects rows that are no assertion or event (or toll). */
#include "reconcile.h"

#include <stdlib.h>

#include "files/folder.h"
#include "files/outfile.h"
#include "files/stage.h"

static const struct stage_option options[] = {
	{"as-of", "DAY", "as of that day: what became known later is left out"},
	{"across", NULL, "check what lies in several buckets: the inputs are the tolls of all"},
	{0},
};

static const struct stage_about about = {
	.name = "reconcile",
	.about = "Makes tracks, estimates, contradictions and checks from assertions.",
	.options = options,
	.input_kind = "assertions",
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

/* The rows of a part; what they say lives as long as `in` stays open. */
struct part {
	struct table_reader *in;
	char *at; /* [n] of the table's structs */
	size_t n, room;
};

static void make_room(struct part *rows, size_t size)
{
	if (rows->n < rows->room)
		return;
	rows->room = rows->room ? 2 * rows->room : 256;
	rows->at = realloc(rows->at, rows->room * size);
	if (!rows->at)
		die(EXIT_INTERNAL, "out of memory reading statements");
}

/* Columns that nothing here looks at. */
static const char *const idle_event[] = {"document",   "spans",	  "told_timex", "when_timex", "stated_timex",
					 "chain",      "surface", "plover",	"reports",    "independent",
					 "confidence", "rules",	  NULL};
static const char *const idle_assertion[] = {"noun",	   "claims",	 "reports", "last_seen",
					     "supersedes", "confidence", NULL};

static void read_part(struct stage *st, const struct table *table, const char *path, struct part *rows,
		      struct arena *arena)
{
	enum table_result result;
	struct err err;

	rows->in = table_open(table, path);
	table_hold(rows->in);
	for (const char *const *column = table == &event_table ? idle_event : idle_assertion; *column; column++)
		table_skip(rows->in, *column);
	for (;;) {
		make_room(rows, table->size);
		result = table_read(rows->in, rows->at + rows->n * table->size, arena, &err);
		if (result == TABLE_END)
			break;
		st->read++;
		if (result == TABLE_RECORD)
			rows->n++;
		else
			stage_reject(st, path, table_line(rows->in), &err);
		if (result == TABLE_BROKEN)
			break;
	}
}

static void close_part(struct part *rows)
{
	if (rows->in)
		table_close(rows->in);
	free(rows->at);
}

/* ".../events/bucket-07.csv" of ".../assertions/bucket-07.csv"; NULL when there is none. */
static const char *events_path(struct stage *st, const char *input)
{
	const char *base = path_base(input);
	struct str folder = {input, (size_t)(base - input)};
	const char *path;

	if (!str_ends(folder, STR("assertions/")))
		return NULL;
	folder.n -= strlen("assertions/");
	path = str_printf(&st->keep, "%.*sevents/%s", STR_ARG(folder), base).at;
	return path_exists(path) ? path : NULL;
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

/* What the events tell goes before the assertions come: a place may have most of all. */
static struct contradictions reconcile_told(struct stage *st, const char *path, const struct terms *terms,
					    struct arena *arena)
{
	struct part events = {0};
	struct arena lists = {0};

	if (!path)
		return (struct contradictions){0};
	read_part(st, &event_table, path, &events, &lists);
	struct tales tales = {(struct event *)(void *)events.at, events.n, events.room};
	struct contradictions told = reconcile_events(&tales, terms, arena);

	close_part(&events);
	arena_free(&lists);
	return told;
}

static void reconcile_bucket(struct stage *st, const char *input, const struct terms *terms)
{
	struct arena arena = {0};
	struct part assertions = {0};
	const char *part = stage_part(st, input);
	struct contradictions told = reconcile_told(st, events_path(st, input), terms, &arena);

	read_part(st, &assertion_table, input, &assertions, &arena);
	struct assertions stated = {(struct assertion *)(void *)assertions.at, assertions.n, assertions.room};
	struct reconciled r = reconcile(&stated, &told, terms, &arena);

	write_tracks(st, part, &r.tracks);
	write_rows(st, "contradictions", part, &contradiction_table, r.contradictions.at, r.contradictions.n);
	write_rows(st, "checks", part, &check_table, r.checks.at, r.checks.n);
	write_rows(st, "tolls", part, &toll_table, r.tolls.at, r.tolls.n);
	close_part(&assertions);
	arena_free(&arena);
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

	for (size_t i = 0; i < st->n_inputs; i++)
		read_tolls(st, st->inputs[i], &all, &arena);
	tolls_check(&all, terms->conf->tolerance_percent, &checks, &arena);
	write_rows(st, "checks", "bucket-across", &check_table, checks.at, checks.n);
	arena_free(&arena);
}

int main(int argc, char **argv)
{
	struct stage st;
	struct overrides overrides;

	stage_open(&st, argc, argv, &about);
	struct terms terms = take_terms(&st, &overrides);

	if (stage_value(&st, "across")) {
		reconcile_across(&st, &terms);
		return stage_close(&st);
	}
	for (size_t i = 0; i < st.n_inputs; i++) {
		reconcile_bucket(&st, st.inputs[i], &terms);
		stage_progress(&st, "statements");
	}
	return stage_close(&st);
}
