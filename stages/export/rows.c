/* The tables that are made row by row from the records of the store. */
#include <stdlib.h>

#include "articles.h"
#include "base/hash.h"
#include "export.h"
#include "files/pack.h"
#include "files/sorter.h"
#include "sources.h"
#include "values/interval.h"

/* Which track an assertion stands on: the tracks of one bucket. */
struct track_of {
	struct arena arena;
	struct {
		struct str assertion, track;
	} *at;
	size_t n; /* slots, a power of two; 0: none */
	struct {
		struct str *at; /* assertion, track, assertion, track … */
		size_t n, room;
	} pairs;
};

static void add_pairs(struct export *ex, const void *record, void *with)
{
	const struct track *t = record;
	struct track_of *map = with;

	(void)ex;
	for (size_t i = 0; i < t->assertions.n; i++) {
		LIST_ADD(&map->arena, &map->pairs, t->assertions.at[i]);
		LIST_ADD(&map->arena, &map->pairs, t->id);
	}
}

static size_t slot_of(const struct track_of *map, struct str assertion)
{
	size_t i = hash64(assertion) & (map->n - 1);

	while (map->at[i].assertion.n && !str_eq(map->at[i].assertion, assertion))
		i = (i + 1) & (map->n - 1);
	return i;
}

static void load_tracks(struct export *ex, struct str bucket, struct track_of *map)
{
	*map = (struct track_of){0};
	for (size_t i = 0; i < ex->st->n_inputs; i++) {
		const char *path = export_file(ex, i, "tracks", bucket);

		if (path)
			export_each(ex, path, &track_table, &map->arena, add_pairs, map);
	}
	for (map->n = 16; map->n < map->pairs.n;)
		map->n *= 2;
	map->at = arena_alloc(&map->arena, map->n * sizeof *map->at);
	for (size_t i = 0; i < map->pairs.n; i += 2) {
		size_t slot = slot_of(map, map->pairs.at[i]);

		map->at[slot].assertion = map->pairs.at[i];
		map->at[slot].track = map->pairs.at[i + 1];
	}
}

struct making {
	struct sorter *rows;
	struct track_of tracks;
};

static void add_figure(struct export *ex, const void *record, void *with)
{
	struct making *m = with;
	struct figure_row row = {.claim = *(const struct claim *)record};
	struct claim *c = &row.claim;
	struct document_row *document = articles_find(ex->articles, c->document);
	struct arena *scratch = &ex->st->scratch;

	if (!document || (c->measure.n == 0 && !ex->st->conf.plain_quantities))
		return;
	document->figures++;
	row.article = article_ref_of(document);
	if (c->assertion.n)
		row.track = m->tracks.at[slot_of(&m->tracks, c->assertion)].track;
	sources_claim(ex->sources, &c->source, c->stated);
	if (!str_eq(c->source.id, c->source_org.id))
		sources_claim(ex->sources, &c->source_org, c->stated);
	struct str place = str_printf(scratch, "%012lld-%012lld", (long long)c->start, (long long)c->end);
	struct str key = export_key(scratch,
				    (struct key_part[]){{row.article.published, true}, {c->document, false}, {place, false}, {c->id, false}},
				    4);

	sorter_add(m->rows, key, pack_record(&ex->tables[RELEASED_FIGURES].table, &row, scratch));
}

void export_figures(struct export *ex)
{
	struct making m = {.rows = export_sorter(ex)};

	for (size_t b = 0; b < ex->buckets.n; b++) {
		load_tracks(ex, ex->buckets.at[b], &m.tracks);
		for (size_t i = 0; i < ex->st->n_inputs; i++) {
			const char *path = export_file(ex, i, "claims", ex->buckets.at[b]);

			if (path)
				export_each(ex, path, &claim_table, NULL, add_figure, &m);
		}
		arena_free(&m.tracks.arena);
	}
	export_write(ex, RELEASED_FIGURES, m.rows);
}

/* All records of one kind, bucket by bucket. */
static void each_bucket(struct export *ex, const char *kind, const struct table *table,
			void (*take)(struct export *, const void *, void *), struct sorter *rows)
{
	for (size_t b = 0; b < ex->buckets.n; b++)
		for (size_t i = 0; i < ex->st->n_inputs; i++) {
			const char *path = export_file(ex, i, kind, ex->buckets.at[b]);

			if (path)
				export_each(ex, path, table, NULL, take, rows);
		}
}

/* The first of its documents by date; NULL when none of them is in the release. */
static struct document_row *first_document(struct export *ex, const struct event *e)
{
	struct document_row *first = NULL;

	for (size_t i = 0; i < e->documents.n; i++) {
		struct document_row *d = articles_find(ex->articles, e->documents.at[i]);

		if (!d)
			continue;
		d->events++;
		if (!first || (d->published.n && (first->published.n == 0 || str_cmp(d->published, first->published) < 0)))
			first = d;
	}
	return first;
}

/* Day numbers as text that sorts: "0736314"; empty when the first day is not known. */
static struct str first_day(struct arena *arena, struct str when)
{
	struct interval i;
	int32_t day;

	if (!interval_parse(when, &i, NULL) || !interval_first_day(&i, &day))
		return STR_NULL;
	return str_printf(arena, "%07lld", (long long)day - DATE_DAYS_MIN);
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
	sources_event(ex->sources, &e->source, e->stated);
	if (!str_eq(e->source.id, e->source_org.id))
		sources_event(ex->sources, &e->source_org, e->stated);
	struct key_part parts[] = {{first_day(scratch, e->when), true}, {e->when, true}, {e->type, false}, {e->place.name, true},
				   {e->happening, false}, {e->source.id, false}, {e->id, false}};

	sorter_add(with, export_key(scratch, parts, sizeof parts / sizeof *parts),
		   pack_record(&ex->tables[RELEASED_TIMELINE].table, &row, scratch));
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
	struct key_part parts[] = {{t->place.name, true}, {t->measure, false}, {t->subject, false}, {t->unit, false},
				   {aspect, false}, {t->episode_from, false}, {t->id, false}};

	sorter_add(with, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts),
		   pack_record(&ex->tables[RELEASED_TRACKS].table, t, &ex->st->scratch));
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
				   {aspect, false}, {e->track, false}, {e->as_of, false}, {e->id, false}};

	sorter_add(with, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts),
		   pack_record(&ex->tables[RELEASED_ESTIMATES].table, e, &ex->st->scratch));
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
	struct key_part parts[] = {{x->since, true}, {str_of(contradiction_kinds[x->kind]), false}, {x->subject, false},
				   {x->id, false}};

	sorter_add(with, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts),
		   pack_record(&ex->tables[RELEASED_CONTRADICTIONS].table, x, &ex->st->scratch));
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

	sorter_add(with, export_key(&ex->st->scratch, parts, sizeof parts / sizeof *parts),
		   pack_record(&ex->tables[RELEASED_CHECKS].table, k, &ex->st->scratch));
}

void export_checks(struct export *ex)
{
	struct sorter *rows = export_sorter(ex);

	each_bucket(ex, "checks", &check_table, add_check, rows);
	export_write(ex, RELEASED_CHECKS, rows);
}
