/* recount diff - two releases: which tracks moved, and which statements are behind it. */
#include <stdio.h>
#include <stdlib.h>

#include "base/err.h"
#include "command.h"
#include "files/disarm.h"
#include "files/folder.h"
#include "files/outfile.h"
#include "moves.h"
#include "records/quantity_words.h"
#include "release.h"
#include "settings.h"
#include "wording.h"

struct diff {
	struct arena *arena;
	const char *before, *now; /* paths */
	struct moves moves;
};

/* Nothing in a text can steer the terminal; names of measures have underscores. */
static struct str shown(const struct diff *d, struct str s)
{
	return wording_cut(d->arena, s, SIZE_MAX);
}

static struct str figures_of(const struct diff *d, const struct released_track *t)
{
	struct str numbers = wording_estimate(d->arena, t->low, t->best, t->high, t->open_low, t->open_high);

	return shown(d,
		     str_printf(d->arena, "%.*s (%.*s)", STR_ARG(numbers), STR_ARG(str_spaced(d->arena, t->status))));
}

static struct str title_of(const struct diff *d, const struct released_track *t)
{
	struct str place = t->place.n ? t->place : STR("(no place)");
	struct str what = quantity_words(d->arena, t->measure, t->subject, t->unit);
	struct str words = str_printf(d->arena, "%.*s, %.*s%s%.*s", STR_ARG(place), STR_ARG(what),
				      t->scope.n ? " " : "", STR_ARG(t->scope));

	return shown(d, words);
}

/* "+ 2016-12-15 Red Cross: about 30,000 - "…" (The Daily, https://…)" */
static struct str statement_words(const struct diff *d, const struct statement *s)
{
	struct buf b = {.arena = d->arena};
	bool published = s->publisher.n || s->url.n;

	buf_printf(&b, "%.*s%s%.*s: %.*s", STR_ARG(s->stated), s->stated.n ? " " : "",
		   STR_ARG(s->source.n ? s->source : STR("no named source")), STR_ARG(s->figure));
	buf_printf(&b, " - \"%.*s\"%s%.*s%s%.*s%s", STR_ARG(s->sentence), published ? " (" : "", STR_ARG(s->publisher),
		   s->publisher.n && s->url.n ? ", " : "", STR_ARG(s->url), published ? ")" : "");
	return shown(d, buf_str(&b));
}

/* Why it moved where no statement is new. */
static const char *reason_of(const struct move *m)
{
	if (m->kind == MOVE_GONE)
		return "no statement stands on it any more";
	if (m->dropped)
		return "statements fell away";
	return m->fresh.n ? "" : "the statements are the same: the as-of, a window or a setting changed";
}

static void print_move(const struct diff *d, const struct move *m)
{
	enum { MOST = 8 };
	const struct released_track *t = m->now ? m->now : m->before;
	const char *reason = reason_of(m);

	printf("\n%-10s %.*s\n", move_kinds[m->kind], STR_ARG(title_of(d, t)));
	if (m->before)
		printf("  was      %.*s\n", STR_ARG(figures_of(d, m->before)));
	if (m->now)
		printf("  now      %.*s\n  because  %.*s\n", STR_ARG(figures_of(d, m->now)),
		       STR_ARG(shown(d, m->now->why)));
	if (*reason)
		printf("  %s\n", reason);
	for (size_t i = 0; i < m->fresh.n && i < MOST; i++) {
		const struct statement *s = moves_statement(&d->moves, m->fresh.at[i]);

		if (s)
			printf("  +        %.*s\n", STR_ARG(statement_words(d, s)));
	}
	if (m->fresh.n > MOST)
		printf("  and %zu further statements\n", m->fresh.n - MOST);
	printf("  id       %.*s\n", STR_ARG(shown(d, t->id)));
}

static void print_text(const struct diff *d)
{
	size_t counts[MOVE_KINDS] = {0};

	for (size_t i = 0; i < d->moves.tracks.n; i++)
		counts[d->moves.tracks.at[i].kind]++;
	printf("from %s to %s\ntracks: %zu new, %zu revised, %zu newly contested, %zu settled, %zu gone\n", d->before,
	       d->now, counts[MOVE_NEW], counts[MOVE_REVISED], counts[MOVE_CONTESTED], counts[MOVE_SETTLED],
	       counts[MOVE_GONE]);
	for (size_t i = 0; i < d->moves.tracks.n; i++)
		print_move(d, &d->moves.tracks.at[i]);
	for (size_t i = 0; i < d->moves.contradictions.n; i++) {
		const struct contradiction_move *m = &d->moves.contradictions.at[i];

		printf("\n%-10s contradiction: %.*s\n  %.*s\n  id       %.*s\n", move_kinds[m->kind],
		       STR_ARG(shown(d, m->what->subject)), STR_ARG(shown(d, m->what->why)),
		       STR_ARG(shown(d, m->what->id)));
	}
}

/* The same as rows. */
struct row {
	int kind;
	struct str what, place, measure, subject, unit, status_before, status;
	struct decimal low_before, best_before, high_before, low, best, high;
	struct str why;
	struct strs statements;
	struct str id;
};
#define TEXT(name)                                                                                                     \
	{                                                                                                              \
		NULL, #name, COLUMN_TEXT, offsetof(struct row, name), NULL, "", NULL                                   \
	}
#define DECIMAL(name)                                                                                                  \
	{                                                                                                              \
		NULL, #name, COLUMN_DECIMAL, offsetof(struct row, name), NULL, "", NULL                                \
	}
static const struct column columns[] = {
	{NULL, "kind", COLUMN_ENUM, offsetof(struct row, kind), move_kinds, "", NULL},
	TEXT(what),
	TEXT(place),
	TEXT(measure),
	TEXT(subject),
	TEXT(unit),
	TEXT(status_before),
	TEXT(status),
	DECIMAL(low_before),
	DECIMAL(best_before),
	DECIMAL(high_before),
	DECIMAL(low),
	DECIMAL(best),
	DECIMAL(high),
	TEXT(why),
	{NULL, "statements", COLUMN_LIST, offsetof(struct row, statements), NULL, "", NULL},
	TEXT(id),
};
static const struct table table = {"difference", "", columns, sizeof columns / sizeof *columns, sizeof(struct row)};

static void write_row(const struct diff *d, struct outfile *out, const struct row *row)
{
	for (size_t i = 0; i < table.n; i++) {
		struct str cell = table_cell(&table, row, i, d->arena);

		if (columns[i].type == COLUMN_TEXT || columns[i].type == COLUMN_LIST)
			cell = disarm_cell(d->arena, cell);
		csv_write_field(out, cell, i == 0);
	}
	csv_write_end(out);
}

static struct row row_of(const struct diff *d, const struct move *m)
{
	const struct released_track *t = m->now ? m->now : m->before;
	struct row row = {.kind = m->kind,
			  .what = STR("track"),
			  .place = t->place,
			  .measure = t->measure,
			  .subject = t->subject,
			  .unit = t->unit,
			  .id = t->id,
			  .why = m->now ? m->now->why : str_of(reason_of(m))};

	if (m->before) {
		row.status_before = m->before->status;
		row.low_before = m->before->low;
		row.best_before = m->before->best;
		row.high_before = m->before->high;
	}
	if (m->now) {
		row.status = m->now->status;
		row.low = m->now->low;
		row.best = m->now->best;
		row.high = m->now->high;
	}
	for (size_t i = 0; i < m->fresh.n; i++) {
		const struct statement *s = moves_statement(&d->moves, m->fresh.at[i]);

		if (s)
			strs_add(d->arena, &row.statements, statement_words(d, s));
	}
	return row;
}

static void write_csv(const struct diff *d)
{
	struct outfile *out = outfile_open("-");

	table_write_header(out, &table);
	for (size_t i = 0; i < d->moves.tracks.n; i++) {
		struct row row = row_of(d, &d->moves.tracks.at[i]);

		write_row(d, out, &row);
	}
	for (size_t i = 0; i < d->moves.contradictions.n; i++) {
		const struct contradiction_move *m = &d->moves.contradictions.at[i];

		write_row(d, out,
			  &(struct row){.kind = m->kind,
					.what = STR("contradiction"),
					.subject = m->what->subject,
					.why = m->what->why,
					.id = m->what->id});
	}
	outfile_close(out);
}

/* A folder, or the name of a release in `out`. */
static const char *find_release(struct arena *arena, const char *out, const char *name)
{
	const char *in_out = str_printf(arena, "%s/%s", out, name).at;

	if (path_is_folder(name))
		return name;
	if (path_is_folder(in_out))
		return in_out;
	die(EXIT_INPUT, "there is no release %s, nor %s", name, in_out);
}

/* Without names: the two newest. */
static void find_releases(struct diff *d, const char *out, char **names, int n)
{
	struct strs all = release_list(d->arena, out);

	if (n == 2) {
		d->before = find_release(d->arena, out, names[0]);
		d->now = find_release(d->arena, out, names[1]);
		return;
	}
	if (n != 0)
		die(EXIT_USAGE, "give two releases, the earlier one first, or none for the two newest");
	if (all.n < 2)
		die(EXIT_INPUT, "there are no two releases in %s; name them", out);
	d->before = find_release(d->arena, out, all.at[all.n - 2].at);
	d->now = find_release(d->arena, out, all.at[all.n - 1].at);
}

int command_diff(int argc, char **argv)
{
	struct arena arena = {0};
	struct diff d = {.arena = &arena};
	struct released before = {0}, now = {0};
	const char *conf = NULL, *out = NULL, *csv = NULL;
	const struct command_option options[] = {
		{"c", "FILE", "the configuration (default: ./pipeline.conf if there is one)", &conf},
		{"out", "DIR", "where releases are that are given by name", &out},
		{"csv", NULL, "rows for a spreadsheet instead of text", &csv},
		{NULL, NULL, NULL, NULL},
	};
	struct settings s;
	char **names;
	int n;

	command_options(argc, argv, "diff [options] [BEFORE NOW]", options, &names, &n);
	settings_conf(&s, conf ? conf : path_exists("pipeline.conf") ? "pipeline.conf" : NULL, &arena);
	find_releases(&d, out ? out : s.conf.out, names, n);
	released_read(d.before, &arena, &before);
	released_read(d.now, &arena, &now);
	moves_find(&before, &now, &arena, &d.moves);
	moves_statements(d.now, &arena, &d.moves);
	if (csv)
		write_csv(&d);
	else
		print_text(&d);
	if (fflush(stdout) != 0)
		die(EXIT_OUTPUT, "cannot write to standard output");
	free(names);
	arena_free(&arena);
	return EXIT_DONE;
}
