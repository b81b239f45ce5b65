#include "told.h"

#include <stdlib.h>

#include "files/folder.h"
#include "part.h"
#include "values/date.h"

/* A file of the folder. */
struct days {
	const char *path, *part;
	int32_t first, last; /* its days: up to where the next file begins */
	bool wanted, loaded;
	struct part rows;
	int32_t *day; /* [rows.n] of each, told once */
	struct arena lists;
};

struct folder {
	struct days *at; /* by their days */
	size_t n;
	struct stage *st;
	const struct terms *terms;
};

static int by_day(const void *a, const void *b)
{
	int32_t x = ((const struct days *)a)->first, y = ((const struct days *)b)->first;

	return (x > y) - (x < y);
}

static int by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* All files beside the first of these that are of days. */
static struct folder list(struct stage *st, const struct strs *files, const struct terms *terms)
{
	const char *path = files->at[0].at, *base = path_base(path);
	struct str folder = base == path ? STR("./") : (struct str){path, (size_t)(base - path)};
	struct strs names = folder_names(&st->keep, str_dup(&st->keep, folder).at), wanted = {0};
	struct folder out = {.at = ARENA_ARRAY(&st->keep, struct days, names.n), .st = st, .terms = terms};

	for (size_t i = 0; i < files->n; i++)
		strs_add(&st->keep, &wanted, str_of(path_base(files->at[i].at)));
	strs_sort(&wanted);
	for (size_t i = 0; i < names.n; i++) {
		struct days *d = &out.at[out.n];

		if (!event_file_day(names.at[i], &d->first))
			continue;
		d->path = str_printf(&st->keep, "%.*s%.*s", STR_ARG(folder), STR_ARG(names.at[i])).at;
		d->part = stage_part(st, d->path);
		d->wanted = bsearch(&names.at[i], wanted.at, wanted.n, sizeof *wanted.at, by_text) != NULL;
		out.n++;
	}
	if (out.n)
		qsort(out.at, out.n, sizeof *out.at, by_day);
	for (size_t i = 0; i < out.n; i++)
		out.at[i].last = i + 1 < out.n ? out.at[i + 1].first - 1 : DATE_DAYS_MAX;
	return out;
}

static const struct event *events_of(const struct days *d)
{
	return (const struct event *)(const void *)d->rows.at;
}

static void load(const struct folder *f, struct days *d)
{
	if (d->loaded)
		return;
	part_read(&d->rows, f->st, &event_table, d->path, &d->lists);
	d->day = ARENA_ARRAY(&d->lists, int32_t, d->rows.n);
	for (size_t i = 0; i < d->rows.n; i++)
		d->day[i] = event_day(&events_of(d)[i]);
	d->loaded = true;
}

static void unload(struct days *d)
{
	if (d->loaded)
		part_close(&d->rows);
	arena_free(&d->lists);
	d->rows = (struct part){0};
	d->loaded = false;
}

/* Two windows [days]. */
static int64_t reach_days(const struct folder *f)
{
	return 2 * (int64_t)f->terms->conf->stock_window_days;
}

/* Events of those files on the days from `from`. */
static struct tales tales_of(const struct folder *f, size_t first, size_t end, int64_t from, struct arena *arena)
{
	struct tales tales = {0};

	for (size_t i = first; i < end; i++) {
		load(f, &f->at[i]);
		tales.room += f->at[i].rows.n;
	}
	tales.at = arena_more(arena, NULL, 0, tales.room, sizeof *tales.at);
	for (size_t i = first; i < end; i++) {
		const struct days *d = &f->at[i];

		for (size_t k = 0; k < d->rows.n; k++) {
			struct dated_event one = {&events_of(d)[k], d->day[k]};

			if (one.day >= from)
				LIST_ADD(arena, &tales, one);
		}
	}
	return tales;
}

static int32_t day_of(struct str text)
{
	struct date date;

	return date_parse(text, &date, NULL) ? date_first_day(date) : DATE_DAYS_MIN;
}

/* Does any of what began on those days go on after `until`? */
static bool goes_on(const struct contradictions *found, int32_t first, int32_t last, int64_t until)
{
	for (size_t i = 0; i < found->n; i++) {
		int32_t since = day_of(found->at[i].since);

		if (since >= first && since <= last && day_of(found->at[i].until) > until)
			return true;
	}
	return false;
}

/* To each of the files [i, end) what began on its days. */
static void write_files(const struct folder *f, size_t i, size_t end, const struct contradictions *found,
			told_write *write, struct arena *arena)
{
	for (; i < end; i++) {
		struct contradictions begun = {0};

		for (size_t k = 0; k < found->n; k++) {
			int32_t since = day_of(found->at[k].since);

			if (since >= f->at[i].first && since <= f->at[i].last)
				LIST_ADD(arena, &begun, found->at[k]);
		}
		write(f->st, f->at[i].part, &begun);
		stage_progress(f->st, "events");
	}
}

/* Files [i, after) that are told together, for all need those of the two windows around them: as many as are
 * wanted, until they hold enough. */
static size_t together(const struct folder *f, size_t i)
{
	enum { FILES = 16, ROWS = 32 * 1024 };
	size_t after = i, rows = 0;

	for (; after < f->n && f->at[after].wanted && after - i < FILES && rows < ROWS; after++) {
		load(f, &f->at[after]);
		rows += f->at[after].rows.n;
	}
	return after;
}

/* From what the files [first, end) hold, tell what began on the days of the files [i, after). False: it may go on
 * beyond them; nothing was written. */
static bool told_whole(const struct folder *f, size_t i, size_t after, size_t first, size_t end, told_write *write)
{
	int64_t reach = reach_days(f);
	struct arena arena = {0};
	struct tales tales = tales_of(f, first, end, f->at[i].first - reach, &arena);
	struct contradictions found = {0};

	disputes_find(&tales, f->terms, &found, &arena);
	bool whole =
		end == f->n || !goes_on(&found, f->at[i].first, f->at[after - 1].last, f->at[end - 1].last - reach);

	if (whole)
		write_files(f, i, after, &found, write, &arena);
	arena_free(&arena);
	return whole;
}

/* What counts as of one time is within the window; whether a side counts depends on those
 * within the window of it. So what begins on the days of the files [i, after) is told from the two
 * windows before, and is whole when it ended two windows before the last day that was read. What goes on for
 * long is followed in steps that double: each step looks at all days anew. */
static void reconcile_days(struct folder *f, size_t i, size_t after, told_write *write)
{
	int64_t reach = reach_days(f), from = f->at[i].first - reach;
	int32_t last = f->at[after - 1].last;
	size_t first = i, end = after;

	while (first > 0 && f->at[first - 1].last >= from)
		first--;
	for (size_t k = 0; k < first; k++)
		unload(&f->at[k]);
	while (end < f->n && f->at[end - 1].last < last + reach)
		end++;
	for (size_t more = 1; !told_whole(f, i, after, first, end, write); more *= 2)
		end = end + more < f->n ? end + more : f->n;
}

/* A file whose name tells no day stands for itself (assertions may have its name, too); events without a day contradict
 * nothing. */
static void reconcile_alone(struct stage *st, const char *path, const struct terms *terms, told_write *write)
{
	struct days all = {.path = path,
			   .part = str_printf(&st->keep, "%s-told", stage_part(st, path)).at,
			   .first = DATE_DAYS_MIN,
			   .last = DATE_DAYS_MAX};
	struct folder f = {&all, 1, st, terms};
	struct str name = str_of(path_base(path));
	int32_t day;

	if (event_file_day(name, &day) || str_starts(name, STR("bucket-undated")))
		return;
	reconcile_days(&f, 0, 1, write);
	unload(&all);
}

void told_reconcile(struct stage *st, const struct strs *files, const struct terms *terms, told_write *write)
{
	if (files->n == 0)
		return;
	for (size_t i = 0; i < files->n; i++)
		reconcile_alone(st, files->at[i].at, terms, write);
	struct folder f = list(st, files, terms);

	for (size_t i = 0, after; i < f.n; i = after) {
		after = together(&f, i);
		if (after > i)
			reconcile_days(&f, i, after, write);
		else
			after++;
	}
	for (size_t i = 0; i < f.n; i++)
		unload(&f.at[i]);
}
