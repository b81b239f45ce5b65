/* The tables that are made row by row from the records of the store. */
#include <stdlib.h>

#include "articles.h"
#include "base/hash.h"
#include "export.h"
#include "files/sorter.h"
#include "sources.h"
#include "values/interval.h"

/* What a figure tells of its assertion. */
struct standing {
	struct str assertion, track;
	int64_t reports, independent;
};

/* The assertions of one bucket, by id. */
struct standings {
	struct arena arena;
	struct standing *at; /* [n] slots; free ones have no assertion */
	size_t n, used;	     /* n: a power of two */
};

static struct standing *find(const struct standings *all, struct str assertion)
{
	size_t i = hash64(assertion) & (all->n - 1);

	while (all->at[i].assertion.n && !str_eq(all->at[i].assertion, assertion))
		i = (i + 1) & (all->n - 1);
	return &all->at[i];
}

static void grow(struct standings *all)
{
	struct standings more = {.arena = all->arena, .n = 2 * all->n, .used = all->used};

	more.at = ARENA_ARRAY(&more.arena, struct standing, more.n);
	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].assertion.n)
			*find(&more, all->at[i].assertion) = all->at[i];
	*all = more;
}

static void add_assertion(struct export *ex, const void *record, void *with)
{
	const struct assertion *a = record;
	struct standings *all = with;

	(void)ex;
	if (2 * ++all->used > all->n)
		grow(all);
	*find(all, a->id) = (struct standing){str_dup(&all->arena, a->id), STR_NULL, a->reports, a->independent};
}

static void add_tracked(struct export *ex, const void *record, void *with)
{
	const struct track *t = record;
	struct standings *all = with;
	struct str id = str_dup(&all->arena, t->id);

	(void)ex;
	for (size_t i = 0; i < t->assertions.n; i++) {
		struct standing *s = find(all, t->assertions.at[i]);

		if (s->assertion.n)
			s->track = id;
	}
}

static void each_file(struct export *ex, const char *kind, struct str bucket, const struct table *table,
		      void (*take)(struct export *, const void *, void *), void *with)
{
	for (size_t i = 0; i < ex->st->n_inputs; i++) {
		const char *path = export_file(ex, i, kind, bucket);

		if (path)
			export_each(ex, path, table, NULL, take, with);
	}
}

static void load_standings(struct export *ex, struct str bucket, struct standings *all)
{
	*all = (struct standings){.n = 64};
	all->at = ARENA_ARRAY(&all->arena, struct standing, all->n);
	const struct table assertions = export_part(&all->arena, &assertion_table, "id reports independent"),
			   tracks = export_part(&all->arena, &track_table, "id assertions");

	each_file(ex, "assertions", bucket, &assertions, add_assertion, all);
	each_file(ex, "tracks", bucket, &tracks, add_tracked, all);
}

struct making {
	struct sorter *rows;
	struct standings standings;
};

/* A whole number from 0, below 2^40, as bytes that sort as numbers do. */
static struct str sorting_number(struct arena *arena, int64_t n)
{
	enum { BYTES = 5 };
	char *bytes = arena_text(arena, BYTES);

	for (int i = BYTES; i-- > 0; n /= 256)
		bytes[i] = (char)(n > 0 ? n % 256 : 0);
	return (struct str){bytes, BYTES};
}

static void add_figure(struct export *ex, const void *record, void *with)
{
	struct making *m = with;
	struct figure_row row = {.claim = *(const struct claim *)record};
	struct claim *c = &row.claim;
	struct document_row *document = articles_find(ex->articles, c->document);
	struct arena *scratch = &ex->st->scratch;

	if (!document || (c->measure.n == 0 && !ex->st->conf.plain_quantities))
		return;
	row.article = article_ref_of(document);
	const struct standing *standing = find(&m->standings, c->assertion);
	bool stands = c->assertion.n && standing->assertion.n;

	row.track = stands ? standing->track : STR_NULL;
	row.reports = stands ? standing->reports : COLUMN_NO_INT;
	row.independent = stands ? standing->independent : COLUMN_NO_INT;
	if (!export_has(ex, RELEASED_FIGURES, &row))
		return;
	document->figures++;
	sources_claim(ex->sources, &c->source, c->stated);
	if (!str_eq(c->source.id, c->source_org.id))
		sources_claim(ex->sources, &c->source_org, c->stated);
	struct key_part parts[] = {
		{sorting_number(scratch, articles_rank(ex->articles, document)), false},
		{sorting_number(scratch, c->start), false},
		{sorting_number(scratch, c->end), false},
		{c->id, false},
	};
	struct str key = export_key(scratch, parts, sizeof parts / sizeof *parts);

	export_add(ex, m->rows, RELEASED_FIGURES, key, &row);
}

void export_figures(struct export *ex)
{
	struct making m = {.rows = export_sorter(ex)};

	for (size_t b = 0; b < ex->buckets.n; b++) {
		load_standings(ex, ex->buckets.at[b], &m.standings);
		each_file(ex, "claims", ex->buckets.at[b], &claim_table, add_figure, &m);
		arena_free(&m.standings.arena);
	}
	export_write(ex, RELEASED_FIGURES, m.rows);
}

/* All records of one kind, bucket by bucket. */
static void each_bucket(struct export *ex, const char *kind, const struct table *table,
			void (*take)(struct export *, const void *, void *), struct sorter *rows)
{
	for (size_t b = 0; b < ex->buckets.n; b++)
		each_file(ex, kind, ex->buckets.at[b], table, take, rows);
}

/* The first of its documents by date; NULL when none of them is in the release. */
static struct document_row *first_document(struct export *ex, const struct event *e)
{
	struct document_row *first = NULL;

	for (size_t i = 0; i < e->documents.n; i++) {
		struct document_row *d = articles_find(ex->articles, e->documents.at[i]);

		if (d && (!first ||
			  (d->published.n && (first->published.n == 0 || str_cmp(d->published, first->published) < 0))))
			first = d;
	}
	return first;
}

static void count_in_documents(struct export *ex, const struct event *e)
{
	for (size_t i = 0; i < e->documents.n; i++) {
		struct document_row *d = articles_find(ex->articles, e->documents.at[i]);

		if (d)
			d->events++;
	}
}

/* Day numbers as bytes that sort; empty when the first day is not known. */
static struct str first_day(struct arena *arena, struct str when)
{
	struct interval i;
	int32_t day;

	if (!interval_parse(when, &i, NULL) || !interval_first_day(&i, &day))
		return STR_NULL;
	return sorting_number(arena, (int64_t)day - DATE_DAYS_MIN);
}

static void add_event(struct export *ex, const void *record, void *with)
{
	struct event_row row = {.event = *(const struct event *)record};
	const struct event *e = &row.event;
	struct document_row *document = first_document(ex, e);
	struct arena *scratch = &ex->st->scratch;

	if (!document)
		return;
	row.article = article_ref_of(document);
	if (!export_has(ex, RELEASED_TIMELINE, &row))
		return;
	count_in_documents(ex, e);
	sources_event(ex->sources, &e->source, e->stated);
	if (!str_eq(e->source.id, e->source_org.id))
		sources_event(ex->sources, &e->source_org, e->stated);
	struct key_part parts[] = {{first_day(scratch, e->when), true},
				   {e->when, true},
				   {e->type, false},
				   {e->place.name, true},
				   {e->happening, false},
				   {e->source.id, false},
				   {e->id, false}};

	export_add(ex, with, RELEASED_TIMELINE, export_key(scratch, parts, sizeof parts / sizeof *parts), &row);
}

void export_timeline(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);

	each_bucket(ex, "events", &event_table, add_event, rows);
	export_write(ex, RELEASED_TIMELINE, rows);
}

static void add_track(struct export *ex, const void *record, void *with)
{
	const struct track *t = record;
	struct str aspect = str_of(aspects[t->aspect]);
	struct key_part parts[] = {{t->place.name, true}, {t->measure, false}, {t->subject, false},
				   {t->unit, false},	  {aspect, false},     {t->episode_from, false},
				   {t->id, false}};

	export_add(ex, with, RELEASED_TRACKS, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts), t);
}

void export_tracks(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);

	each_bucket(ex, "tracks", &track_table, add_track, rows);
	export_write(ex, RELEASED_TRACKS, rows);
}

static void add_estimate(struct export *ex, const void *record, void *with)
{
	const struct estimate *e = record;
	struct str aspect = str_of(aspects[e->aspect]);
	struct key_part parts[] = {{e->place.name, true}, {e->measure, false}, {e->subject, false}, {e->unit, false},
				   {aspect, false},	  {e->track, false},   {e->as_of, false},   {e->id, false}};

	export_add(ex, with, RELEASED_ESTIMATES, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts), e);
}

void export_estimates(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);

	each_bucket(ex, "estimates", &estimate_table, add_estimate, rows);
	export_write(ex, RELEASED_ESTIMATES, rows);
}

static void add_contradiction(struct export *ex, const void *record, void *with)
{
	const struct contradiction *x = record;
	struct key_part parts[] = {
		{x->since, true}, {str_of(contradiction_kinds[x->kind]), false}, {x->subject, false}, {x->id, false}};

	export_add(ex, with, RELEASED_CONTRADICTIONS, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts),
		   x);
}

void export_contradictions(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);

	each_bucket(ex, "contradictions", &contradiction_table, add_contradiction, rows);
	export_write(ex, RELEASED_CONTRADICTIONS, rows);
}

static void add_check(struct export *ex, const void *record, void *with)
{
	const struct check *k = record;
	struct key_part parts[] = {{k->as_of, true}, {k->kind, false}, {k->place.name, true}, {k->id, false}};

	export_add(ex, with, RELEASED_CHECKS, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts), k);
}

void export_checks(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);

	each_bucket(ex, "checks", &check_table, add_check, rows);
	export_write(ex, RELEASED_CHECKS, rows);
}
