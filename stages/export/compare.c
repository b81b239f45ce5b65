/* changes.csv - this release against the one before: bucket by bucket, because a track
 * and its assertions lie in the same one. */
#include <stdlib.h>

#include "changes.h"
#include "export.h"
#include "files/sorter.h"

struct bucket {
	struct arena arena;
	struct {
		struct assertion *at;
		size_t n, room;
	} assertions; /* sorted by id */
};

struct comparing {
	struct earlier *earlier;
	struct sorter *rows;
	struct bucket bucket;
};

static void add_assertion(struct export *ex, const void *record, void *with)
{
	struct bucket *b = with;

	(void)ex;
	LIST_ADD(&b->arena, &b->assertions, *(const struct assertion *)record);
}

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct assertion *)a)->id, ((const struct assertion *)b)->id);
}

static const struct assertion *find(const struct bucket *b, struct str id)
{
	struct assertion key = {.id = id};

	return id.n && b->assertions.n ? bsearch(&key, b->assertions.at, b->assertions.n, sizeof key, by_id) : NULL;
}

static void load_bucket(struct export *ex, struct str name, struct bucket *b)
{
	*b = (struct bucket){0};
	const struct table part =
		export_part(&b->arena, &assertion_table,
			    "id source_id source_name qualifier qualifiers low best high stated polarity supersedes");

	for (size_t i = 0; i < ex->st->n_inputs; i++) {
		const char *path = export_file(ex, i, "assertions", name);

		if (path)
			export_each(ex, path, &part, &b->arena, add_assertion, b);
	}
	if (b->assertions.n)
		qsort(b->assertions.at, b->assertions.n, sizeof *b->assertions.at, by_id);
}

static void add_row(struct export *ex, struct comparing *c, const struct change_row *row)
{
	struct arena *scratch = &ex->st->scratch;
	struct key_part parts[] = {{str_of(change_kinds[row->kind]), false},
				   {row->place.name, true},
				   {row->measure, false},
				   {row->subject, false},
				   {row->id, false}};

	export_add(ex, c->rows, RELEASED_CHANGES, export_key(scratch, parts, sizeof parts / sizeof *parts), row);
}

/* The former ids of a track are its own. */
static struct earlier_track *former(struct earlier *e, const struct track *t)
{
	struct earlier_track *found = earlier_track(e, t->id);

	for (size_t i = 0; i < t->aliases.n && !found; i++)
		found = earlier_track(e, t->aliases.at[i]);
	return found;
}

static int by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static bool had(const struct earlier_track *before, struct str assertion)
{
	return before && before->assertions.n &&
	       bsearch(&assertion, before->assertions.at, before->assertions.n, sizeof assertion, by_text);
}

static struct decimal greatest_of(const struct assertion *a)
{
	return a->best.known ? a->best : a->high.known ? a->high : a->low;
}

/* "Down to 27, two bodies had been counted twice": of what a source states on one day the greatest number is told. */
static bool is_told_greater(const struct assertion *const *fresh, size_t n, const struct assertion *a)
{
	enum { FEW = 64 };

	for (size_t i = 0; i < n && n <= FEW; i++)
		if (str_eq(fresh[i]->source.id, a->source.id) && str_eq(fresh[i]->stated, a->stated) &&
		    fresh[i]->polarity == a->polarity && decimal_cmp(greatest_of(fresh[i]), greatest_of(a)) > 0)
			return true;
	return false;
}

/* Leaves out what is not told; the number of those left. */
static size_t told_ones(const struct assertion **fresh, const struct assertion **old, size_t n, struct arena *arena)
{
	const struct assertion **all = ARENA_ARRAY(arena, const struct assertion *, n + 1);
	size_t kept = 0;

	memcpy(all, fresh, n * sizeof *all);
	for (size_t i = 0; i < n; i++)
		if (!is_told_greater(all, n, all[i])) {
			fresh[kept] = all[i];
			old[kept++] = old[i];
		}
	return kept;
}

static void compare_track(struct export *ex, const void *record, void *with)
{
	const struct track *t = record;
	struct comparing *c = with;
	struct arena *scratch = &ex->st->scratch;
	struct earlier_track *before = former(c->earlier, t);
	enum change_kind kind = change_of(t, before);
	struct change_row row = {.kind = kind,
				 .what = STR("track"),
				 .id = t->id,
				 .measure = t->measure,
				 .subject = t->subject,
				 .place = t->place,
				 .status = t->status,
				 .low = t->low,
				 .best = t->best,
				 .high = t->high};
	const struct assertion **fresh = ARENA_ARRAY(scratch, const struct assertion *, t->assertions.n + 1),
			       **old = ARENA_ARRAY(scratch, const struct assertion *, t->assertions.n + 1);
	size_t n = 0;

	if (before)
		before->seen = true;
	if (kind == CHANGE_NONE)
		return;
	for (size_t i = 0; i < t->assertions.n; i++) {
		const struct assertion *a = find(&c->bucket, t->assertions.at[i]);

		if (!a || had(before, a->id))
			continue;
		fresh[n] = a;
		old[n++] = find(&c->bucket, a->supersedes);
		if (a->source.id.n)
			strs_add(scratch, &row.sources, a->source.id);
	}
	strs_sort(&row.sources);
	if (before) {
		row.status_before = before->status;
		row.low_before = before->low;
		row.best_before = before->best;
		row.high_before = before->high;
	}
	n = told_ones(fresh, old, n, scratch);
	row.why = change_words(scratch, t, before, fresh, old, n);
	add_row(ex, c, &row);
}

static void compare_contradiction(struct export *ex, const void *record, void *with)
{
	const struct contradiction *x = record;
	struct comparing *c = with;
	struct earlier_contradiction *before = earlier_contradiction(c->earlier, x->id);

	if (before) {
		before->seen = true;
		return;
	}
	add_row(ex, c,
		&(struct change_row){.kind = CHANGE_NEW,
				     .what = STR("contradiction"),
				     .id = x->id,
				     .subject = x->subject,
				     .place = x->place,
				     .sources = x->sources,
				     .why = x->why});
}

static void compare_bucket(struct export *ex, struct comparing *c, struct str name)
{
	load_bucket(ex, name, &c->bucket);
	for (size_t i = 0; i < ex->st->n_inputs; i++) {
		const char *tracks = export_file(ex, i, "tracks", name),
			   *contradictions = export_file(ex, i, "contradictions", name);

		if (tracks)
			export_each(ex, tracks, &track_table, NULL, compare_track, c);
		if (contradictions)
			export_each(ex, contradictions, &contradiction_table, NULL, compare_contradiction, c);
	}
	arena_free(&c->bucket.arena);
}

/* What the release before had, and this one has not. */
static void add_gone(struct export *ex, struct comparing *c)
{
	for (size_t i = 0; i < c->earlier->n_tracks; i++) {
		const struct earlier_track *t = &c->earlier->tracks[i];

		if (!t->seen)
			add_row(ex, c,
				&(struct change_row){.kind = CHANGE_GONE,
						     .what = STR("track"),
						     .id = t->id,
						     .measure = t->measure,
						     .subject = t->subject,
						     .place = t->place,
						     .status_before = t->status,
						     .low_before = t->low,
						     .best_before = t->best,
						     .high_before = t->high,
						     .why = STR("no statement stands on it any more")});
	}
	for (size_t i = 0; i < c->earlier->n_contradictions; i++) {
		const struct earlier_contradiction *x = &c->earlier->contradictions[i];

		if (!x->seen)
			add_row(ex, c,
				&(struct change_row){
					.kind = CHANGE_SETTLED,
					.what = STR("contradiction"),
					.id = x->id,
					.subject = x->subject,
					.place = x->place,
					.why = STR("the statements do not stand against each other any more")});
	}
}

void export_changes(struct export *ex)
{
	struct comparing c = {.rows = export_sorter(ex)};

	if (ex->before) {
		c.earlier = earlier_read(ex->before, &ex->st->keep);
		for (size_t b = 0; b < ex->buckets.n; b++)
			compare_bucket(ex, &c, ex->buckets.at[b]);
		add_gone(ex, &c);
	}
	export_write(ex, RELEASED_CHANGES, c.rows);
}
