#include "units.h"

#include <stdlib.h>
#include <unistd.h>

#include "files/digest.h"
#include "files/folder.h"
#include "records/event.h"
#include "records/track.h"
#include "values/date.h"

static const char *const outputs[] = {"tracks", "estimates", "contradictions", "checks", "tolls"};

/* Files that one process is given, at the most. */
enum { FILES_MOST = 2000 };

static int by_day(const void *a, const void *b)
{
	int32_t x = ((const struct unit *)a)->first, y = ((const struct unit *)b)->first;

	return (x > y) - (x < y);
}

/* What made.json says of merged/KIND/NAME; without it the bytes of the file speak. */
static struct str made_of(const struct store *store, json_t *made, const char *kind, const char *folder,
			  struct str name)
{
	struct str rest = name, part = str_cut(&rest, '.');
	const char *of =
		json_string_value(json_object_get(made, str_printf(store->arena, "%s/%.*s", kind, STR_ARG(part)).at));
	const char *path = str_printf(store->arena, "%s/merged/%s/%.*s", store->path, folder, STR_ARG(name)).at;
	struct digest *d;
	char hex[DIGEST_QUICK_HEX];
	struct err err;

	if (of)
		return str_dup(store->arena, str_of(of));
	d = digest_begin();
	if (!digest_file(d, path, &err))
		die(EXIT_INPUT, "%s", err.message);
	digest_end(d, hex);
	return str_dup(store->arena, str_of(hex));
}

static void add_units(struct units *units, json_t *made, bool events)
{
	const struct store *store = units->store;
	struct strs names = folder_names(store->arena, store_at(store, events ? "merged/events" : "merged/assertions"));

	for (size_t i = 0; i < names.n; i++) {
		struct unit u = {.name = names.at[i], .events = events};

		if (events && !event_file_day(u.name, &u.first))
			continue; /* events without a day contradict nothing */
		u.of = made_of(store, made, events ? "events" : "claims", events ? "events" : "assertions", u.name);
		LIST_ADD(store->arena, units, u);
	}
}

static const char *result_at(const struct store *store, const char *kind, struct str name)
{
	return str_printf(store->arena, "%s/reconciled/%s/%.*s", store->path, kind, STR_ARG(name)).at;
}

static const char *stamp_at(const struct store *store, struct str name)
{
	return str_printf(store->arena, "%s/reconciled/stamps/%.*s.json", store->path, STR_ARG(name)).at;
}

static int by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* What reconcile keeps of the statements that it read. */
static const char *kept_at(const struct store *store, struct str name)
{
	struct str rest = name, part = str_cut(&rest, '.');

	return str_printf(store->arena, "%s/%.*s.rows", store_at(store, "reconciled/rows"), STR_ARG(part)).at;
}

/* Results of buckets or days that are not there any more. */
static void drop_others(const struct units *units)
{
	struct strs names = {0};

	for (size_t i = 0; i < units->n; i++)
		strs_add(units->store->arena, &names, units->at[i].name);
	if (units->statements)
		strs_add(units->store->arena, &names, STR(UNITS_ACROSS));
	strs_sort(&names);
	for (size_t k = 0; k < sizeof outputs / sizeof *outputs; k++) {
		const char *folder =
			str_printf(units->store->arena, "%s/reconciled/%s", units->store->path, outputs[k]).at;
		struct strs had = folder_names(units->store->arena, folder);

		for (size_t i = 0; i < had.n; i++) {
			if (names.n && bsearch(&had.at[i], names.at, names.n, sizeof *names.at, by_text))
				continue;
			unlink(result_at(units->store, outputs[k], had.at[i]));
			unlink(stamp_at(units->store, had.at[i]));
			unlink(kept_at(units->store, had.at[i]));
		}
	}
}

static void add_file(struct digest *d, const struct unit *u, struct arena *arena)
{
	digest_text(d, u->name);
	digest_text(d, u->of);
	digest_text(d, str_printf(arena, "%d", u->last));
}

/* What the events of unit i were told with: the files from two windows before its days to two
 * windows after the last day on which anything that began on them went on (`until`). */
static void add_days(const struct units *units, size_t i, int32_t until, struct digest *d)
{
	const struct unit *at = units->at;
	struct arena *arena = units->store->arena;
	int64_t reach = 2 * (int64_t)units->settings->conf.stock_window_days;
	int64_t to = (until > at[i].last ? until : at[i].last) + reach;
	size_t first = i, end = i;

	while (first > units->statements && at[first - 1].last >= at[i].first - reach)
		first--;
	for (; end < units->n && (end == i || at[end - 1].last < to); end++)
		;
	for (size_t k = first; k < end; k++)
		add_file(d, &at[k], arena);
	/* what lies beyond the last of them is not asked for: neither is an as-of after it */
	int32_t known = units->as_of < at[end - 1].last ? units->as_of : at[end - 1].last;

	digest_text(d, str_printf(arena, "%d", known));
}

static struct str key_of(const struct units *units, size_t i, int32_t until)
{
	struct digest *d = digest_begin();
	char hex[DIGEST_QUICK_HEX];

	digest_text(d, units->settings->reconcile_key);
	if (units->at[i].events) {
		add_days(units, i, until, d);
	} else {
		digest_text(d, str_printf(units->store->arena, "%d", units->as_of));
		add_file(d, &units->at[i], units->store->arena);
	}
	digest_end(d, hex);
	return str_dup(units->store->arena, str_of(hex));
}

static bool is_fresh(const struct units *units, size_t i)
{
	struct str text;
	json_t *stamp = file_text(stamp_at(units->store, units->at[i].name), units->store->arena, &text)
				? json_loadb(text.at, text.n, 0, NULL)
				: NULL;
	const char *had = json_string_value(json_object_get(stamp, "key"));
	int32_t until = json_is_integer(json_object_get(stamp, "until"))
				? (int32_t)json_integer_value(json_object_get(stamp, "until"))
				: DATE_DAYS_MIN;
	bool fresh = had && str_eq(str_of(had), key_of(units, i, until));

	json_decref(stamp);
	return fresh;
}

struct units units_find(const struct store *store, const struct settings *s, const struct asof *asof)
{
	struct units units = {.store = store, .settings = s};
	struct date day = {0};
	struct str text;
	json_t *made = NULL;

	if (date_parse(asof->day, &day, NULL))
		units.as_of = date_last_day(day);
	if (file_text(store_at(store, "merged/made.json"), store->arena, &text))
		made = json_loadb(text.at, text.n, 0, NULL);
	add_units(&units, made, false);
	units.statements = units.n;
	add_units(&units, made, true);
	json_decref(made);
	if (units.n > units.statements)
		qsort(units.at + units.statements, units.n - units.statements, sizeof *units.at, by_day);
	for (size_t i = units.statements; i < units.n; i++)
		units.at[i].last = i + 1 < units.n ? units.at[i + 1].first - 1 : DATE_DAYS_MAX;
	folder_make(store_at(store, "reconciled"));
	drop_others(&units);
	for (size_t i = 0; i < units.n; i++) {
		units.at[i].fresh = is_fresh(&units, i);
		units.stale += !units.at[i].fresh;
	}
	return units;
}

/* The units of one process. */
struct group {
	size_t *at;
	size_t n, room;
};

static struct task group_task(const struct units *units, const struct settings *s, const struct asof *asof,
			      struct group *g, size_t number)
{
	const struct store *store = units->store;
	struct arena *a = store->arena;
	struct task task = {.n = 1, .data = g};
	struct argv *argv = &task.steps[0];

	argv_program(a, argv, "reconcile");
	argv_option(a, argv, "-o", store_at(store, "reconciled"));
	argv_option(a, argv, "-c", s->conf_path);
	argv_option(a, argv, "--data", s->data);
	argv_option(a, argv, "--as-of", asof->day.at);
	argv_option(a, argv, "--cache", store_at(store, "reconciled/rows"));
	argv_option(a, argv, "--rejects", str_printf(a, "%s/tmp/reconcile-%zu.jsonl", store->path, number).at);
	argv_add(a, argv, "--quiet");
	for (size_t i = 0; i < g->n; i++) {
		const struct unit *u = &units->at[g->at[i]];

		argv_add(a, argv,
			 str_printf(a, "%s/merged/%s/%.*s", store->path, u->events ? "events" : "assertions",
				    STR_ARG(u->name))
				 .at);
	}
	return task;
}

/* Dealt out so that a process has several and every core has work until the end (one core alone: all in one
 * process): buckets one by one, days in a row, for each needs its neighbours. */
void units_tasks(const struct units *units, struct tasks *tasks, const struct settings *s, const struct asof *asof)
{
	struct arena *a = units->store->arena;
	size_t groups = (s->jobs > 1 ? 2 * s->jobs : 1) + units->stale / FILES_MOST, dealt = 0, buckets = 0;

	groups = groups < units->stale ? groups : units->stale;
	struct group *all = ARENA_ARRAY(a, struct group, groups);

	for (size_t i = 0; i < units->n; i++)
		buckets += !units->at[i].events && !units->at[i].fresh;
	for (size_t i = 0; i < units->n; i++) {
		size_t days = units->stale - buckets;

		if (units->at[i].fresh)
			continue;
		unlink(stamp_at(units->store, units->at[i].name)); /* of what is about to be made anew */
		LIST_ADD(a, &all[units->at[i].events ? (dealt - buckets) * groups / days : dealt % groups], i);
		dealt++;
	}
	for (size_t i = 0; i < groups; i++) {
		if (all[i].n == 0)
			continue;
		struct task task = group_task(units, s, asof, &all[i], i);

		LIST_ADD(a, tasks, task);
	}
}

/* The last day on which any of the unit's contradictions went on; DATE_DAYS_MIN: there is none. */
static int32_t until_of(const struct units *units, const struct unit *u)
{
	const char *path = result_at(units->store, "contradictions", u->name);
	struct table_reader *in;
	struct contradiction c;
	struct arena scratch = {0};
	struct date date;
	struct err err;
	int32_t until = DATE_DAYS_MIN;

	if (!u->events || !path_exists(path))
		return until;
	in = table_open(&contradiction_table, path);
	for (; table_read(in, &c, &scratch, &err) == TABLE_RECORD; arena_reset(&scratch))
		if (date_parse(c.until, &date, NULL) && date_last_day(date) > until)
			until = date_last_day(date);
	table_close(in);
	arena_free(&scratch);
	return until;
}

/* Hundreds of stamps: none is waited for, a unit whose stamp is lost is only made again. */
void units_finished(struct task *task, void *with)
{
	const struct units *units = with;
	const struct group *g = task->data;

	for (size_t i = 0; i < g->n; i++) {
		const struct unit *u = &units->at[g->at[i]];
		int32_t until = until_of(units, u);
		struct str key = key_of(units, g->at[i], until);

		file_note(stamp_at(units->store, u->name),
			  str_printf(units->store->arena, "{\"key\":\"%.*s\",\"until\":%d}\n", STR_ARG(key), until));
	}
}
