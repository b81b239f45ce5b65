#include "summary.h"

#include <stdio.h>
#include <stdlib.h>

#include "files/folder.h"
#include "records/quantity_words.h"
#include "records/track.h"
#include "wording.h"

/* Rows of the store's STORE/reconciled/kind whose cell in `column` is `value`: the tables of
 * a release may be in a spreadsheet's dialect. */
static uint64_t count_rows(const struct store *store, const char *kind, const char *column, const char *value)
{
	struct strs names = folder_names(store->arena, store_at(store, kind));
	uint64_t n = 0;

	for (size_t i = 0; i < names.n; i++) {
		struct csv_reader *in =
			csv_open(str_printf(store->arena, "%s/%.*s", store_at(store, kind), STR_ARG(names.at[i])).at);
		struct csv_row row;
		struct err err;
		size_t at = 0;

		if (csv_read(in, &row, &err))
			while (at < row.n && !str_eq(row.at[at], str_of(column)))
				at++;
		while (csv_read(in, &row, &err))
			n += at < row.n && str_eq(row.at[at], str_of(value));
		csv_close(in);
	}
	return n;
}

struct release_counts summary_counts(const struct store *store, const char *release)
{
	struct arena *arena = store->arena;
	struct release_counts c = {0};
	struct str text;
	json_t *manifest = file_text(str_printf(arena, "%s/manifest.json", release).at, arena, &text)
				   ? json_loadb(text.at, text.n, 0, NULL)
				   : NULL;
	json_t *counts = json_object_get(manifest, "counts");

	c.articles = (uint64_t)json_integer_value(json_object_get(counts, "documents"));
	c.claims = (uint64_t)json_integer_value(json_object_get(counts, "figures"));
	c.tracks = (uint64_t)json_integer_value(json_object_get(counts, "tracks"));
	c.events = (uint64_t)json_integer_value(json_object_get(counts, "timeline"));
	c.contradictions = (uint64_t)json_integer_value(json_object_get(counts, "contradictions"));
	c.checks = (uint64_t)json_integer_value(json_object_get(counts, "checks"));
	c.contested = count_rows(store, "reconciled/tracks", "status", "contested");
	c.broken = count_rows(store, "reconciled/checks", "holds", "false");
	json_decref(manifest);
	return c;
}

static const char *number(struct arena *arena, uint64_t n)
{
	return str_printf(arena, "%.*s", STR_ARG(decimal_grouped(arena, decimal_of((int64_t)n)))).at;
}

static void line(const char *name, struct str text)
{
	printf("  %-15s %.*s\n", name, STR_ARG(text));
}

static struct str articles_line(struct arena *a, const struct taken *t, const struct asof *asof)
{
	struct buf b = {.arena = a};

	buf_printf(&b, "%s new", number(a, t->articles_new));
	if (t->articles_known)
		buf_printf(&b, ", %s known", number(a, t->articles_known));
	if (t->articles_unread)
		buf_printf(&b, ", %s of them in languages that are not read (%.*s)", number(a, t->articles_unread),
			   STR_ARG(t->languages));
	if (t->inputs_known)
		buf_printf(&b, ", %s known from earlier runs", wording_count(a, t->inputs_known, "input", "inputs").at);
	if (t->records_skipped)
		buf_printf(&b, ", %s that %s no %s", wording_count(a, t->records_skipped, "record", "records").at,
			   t->records_skipped == 1 ? "is" : "are", t->records_skipped == 1 ? "article" : "articles");
	buf_printf(&b, ", %s rejected", number(a, t->rejected));
	if (asof->waiting)
		buf_printf(&b, ", %s later than the as-of and waiting", number(a, asof->waiting));
	return buf_str(&b);
}

static struct str release_line(struct arena *a, const struct release *release, const char *out)
{
	return str_printf(a, "%s%s (%s/latest)", release->path,
			  release->fresh ? "" : ": nothing new, the same bytes are published already", out);
}

void summary_print(const struct store *store, const struct taken *taken, const struct asof *asof,
		   const struct chain *chain, const struct release *release, const char *out)
{
	struct arena *arena = store->arena;
	struct release_counts c = summary_counts(store, release->path);

	printf("Recount %s, as of %.*s\n", RECOUNT_VERSION, STR_ARG(asof->day));
	line("articles", articles_line(arena, taken, asof));
	if (taken->parts_read_again)
		line("read again", str_printf(arena, "%s of earlier nights: programs or words have changed",
					      wording_count(arena, taken->parts_read_again, "part", "parts").at));
	line("in the release", wording_count(arena, c.articles, "article", "articles"));
	line("claims", str_printf(arena, "%s", number(arena, c.claims)));
	line("events", str_printf(arena, "%s", number(arena, c.events)));
	line("tracks", str_printf(arena, "%s, %s contested (%zu of %zu buckets had changed)", number(arena, c.tracks),
				  number(arena, c.contested), chain->reconciled, chain->buckets));
	line("contradictions", str_printf(arena, "%s", number(arena, c.contradictions)));
	line("checks", str_printf(arena, "%s, %s broken", number(arena, c.checks), number(arena, c.broken)));
	line("release", release_line(arena, release, out));
}

struct tracks {
	struct track *at;
	size_t n, room;
};

/* Contested first, those of a place before those of none, then those that most sources speak of, then by place and
 * measure. */
static int by_interest(const void *a, const void *b)
{
	const struct track *x = a, *y = b;
	bool cx = x->status == ESTIMATE_CONTESTED, cy = y->status == ESTIMATE_CONTESTED;
	int order;

	if (cx != cy)
		return cx ? -1 : 1;
	if ((x->place.name.n == 0) != (y->place.name.n == 0))
		return x->place.name.n ? -1 : 1;
	if (x->sources != y->sources)
		return x->sources > y->sources ? -1 : 1;
	if ((order = str_cmp(x->place.name, y->place.name)) || (order = str_cmp(x->measure, y->measure)))
		return order;
	return str_cmp(x->id, y->id);
}

static void print_track(struct arena *a, const struct track *t)
{
	struct str figure = wording_estimate(a, t->low, t->best, t->high, t->open_low, t->open_high);
	struct str what = quantity_words(a, t->measure, t->subject, t->unit);

	printf("  ");
	wording_cell(stdout, a, t->place.name.n ? t->place.name : STR("(no place)"), 20);
	printf("  ");
	wording_cell(stdout, a, what, 26);
	printf("  ");
	wording_cell(stdout, a, figure, 28);
	printf("  ");
	wording_cell(stdout, a, str_spaced(a, str_of(estimate_statuses[t->status])), 14);
	printf("  %lld\n", (long long)t->sources);
}

static void read_tracks(const struct store *store, struct tracks *tracks)
{
	struct strs names = folder_names(store->arena, store_at(store, "reconciled/tracks"));

	for (size_t i = 0; i < names.n; i++) {
		const char *name = str_printf(store->arena, "reconciled/tracks/%.*s", STR_ARG(names.at[i])).at;
		struct table_reader *in = table_open(&track_table, store_at(store, name));
		struct track t;
		struct err err;

		while (table_read(in, &t, store->arena, &err) == TABLE_RECORD)
			LIST_ADD(store->arena, tracks, t);
		table_close(in);
	}
}

void summary_tracks(const struct store *store, const char *release, size_t most)
{
	struct tracks tracks = {0};

	read_tracks(store, &tracks);
	if (tracks.n == 0)
		return;
	qsort(tracks.at, tracks.n, sizeof *tracks.at, by_interest);
	printf("\n  %-20s  %-26s  %-28s  %-14s  %s\n", "PLACE", "WHAT", "LOW - BEST - HIGH", "STATUS", "SOURCES");
	for (size_t i = 0; i < tracks.n && i < most; i++)
		print_track(store->arena, &tracks.at[i]);
	if (tracks.n > most)
		printf("  and %zu more in %s/tracks.csv\n", tracks.n - most, release);
	printf("\n  One line a quantity: the least and the greatest number that a current statement gives, the best "
	       "one\n"
	       "  between them where three are shown; + stands for \"more than\" or \"at least\", < for \"up to\".\n"
	       "  recount explain ID shows the sentences behind it; the ids are in %s/tracks.csv.\n",
	       release);
}
