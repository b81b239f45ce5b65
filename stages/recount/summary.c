#include "summary.h"

#include <stdio.h>
#include <stdlib.h>

#include "files/folder.h"
#include "records/track.h"
#include "wording.h"

/* Rows of RELEASE/name.csv; when `column` is given, also those whose cell there is `value`. */
static uint64_t count_rows(struct arena *arena, const char *release, const char *name, const char *column,
			   const char *value, uint64_t *with)
{
	const char *path = str_printf(arena, "%s/%s.csv", release, name).at;
	struct csv_reader *in;
	struct csv_row row;
	struct err err;
	uint64_t n = 0;
	size_t at = SIZE_MAX;

	if (!path_exists(path))
		return 0;
	in = csv_open(path);
	if (csv_read(in, &row, &err))
		for (size_t i = 0; column && i < row.n; i++)
			if (str_eq(row.at[i], str_of(column)))
				at = i;
	for (; csv_read(in, &row, &err); n++)
		if (at < row.n && str_eq(row.at[at], str_of(value)))
			++*with;
	csv_close(in);
	return n;
}

struct release_counts summary_counts(struct arena *arena, const char *release)
{
	struct release_counts c = {0};

	c.articles = count_rows(arena, release, "documents", NULL, NULL, NULL);
	c.claims = count_rows(arena, release, "figures", NULL, NULL, NULL);
	c.tracks = count_rows(arena, release, "tracks", "status", "contested", &c.contested);
	c.events = count_rows(arena, release, "timeline", NULL, NULL, NULL);
	c.contradictions = count_rows(arena, release, "contradictions", NULL, NULL, NULL);
	c.checks = count_rows(arena, release, "checks", "holds", "false", &c.broken);
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
	if (t->inputs_known)
		buf_printf(&b, ", %s known from earlier runs", wording_count(a, t->inputs_known, "input", "inputs").at);
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

void summary_print(struct arena *arena, const struct taken *taken, const struct asof *asof, const struct chain *chain,
		   const struct release *release, const char *out)
{
	struct release_counts c = summary_counts(arena, release->path);

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

/* Contested first, then those that most sources speak of, then by place and measure. */
static int by_interest(const void *a, const void *b)
{
	const struct track *x = a, *y = b;
	bool cx = x->status == ESTIMATE_CONTESTED, cy = y->status == ESTIMATE_CONTESTED;
	int order;

	if (cx != cy)
		return cx ? -1 : 1;
	if (x->sources != y->sources)
		return x->sources > y->sources ? -1 : 1;
	if ((order = str_cmp(x->place.name, y->place.name)) || (order = str_cmp(x->measure, y->measure)))
		return order;
	return str_cmp(x->id, y->id);
}

static void print_track(struct arena *a, const struct track *t)
{
	struct str figure = wording_estimate(a, t->low, t->best, t->high, t->open_low, t->open_high);
	struct str what = str_printf(a, "%.*s %.*s", STR_ARG(t->subject), STR_ARG(t->measure));

	printf("  ");
	wording_cell(stdout, a, t->place.name.n ? t->place.name : STR("(no place)"), 20);
	printf("  ");
	wording_cell(stdout, a, what, 26);
	printf("  ");
	wording_cell(stdout, a, figure, 28);
	printf("  ");
	wording_cell(stdout, a,
		     t->status == ESTIMATE_SINGLE_SOURCE ? STR("single source") : str_of(estimate_statuses[t->status]),
		     14);
	printf("  %lld\n", (long long)t->sources);
}

void summary_tracks(struct arena *arena, const char *release, size_t most)
{
	const char *path = str_printf(arena, "%s/tracks.csv", release).at;
	struct tracks tracks = {0};
	struct track t;
	struct err err;

	if (!path_exists(path))
		return;
	struct table_reader *in = table_open(&track_table, path);

	while (table_read(in, &t, arena, &err) == TABLE_RECORD)
		LIST_ADD(arena, &tracks, t);
	table_close(in);
	if (tracks.n == 0)
		return;
	qsort(tracks.at, tracks.n, sizeof *tracks.at, by_interest);
	printf("\n  %-20s  %-26s  %-28s  %-14s  %s\n", "PLACE", "WHAT", "LOW - BEST - HIGH", "STATUS", "SOURCES");
	for (size_t i = 0; i < tracks.n && i < most; i++)
		print_track(arena, &tracks.at[i]);
	if (tracks.n > most)
		printf("  and %zu more in %s\n", tracks.n - most, path);
	printf("\n  One line a quantity: the least and the greatest number that a current statement gives, the best "
	       "one\n"
	       "  between them where three are shown; + means that a source says \"more than\".\n"
	       "  recount explain ID shows the sentences behind it; the ids are in %s.\n",
	       path);
}
