/* page: which tracks are shown, with their estimates, contradictions and changes. */
#include <stdlib.h>

#include "page.h"
#include "page_rows.h"
#include "page_words.h"
#include "row_notes.h"

enum { CONTRADICTIONS = 100, STEPS = 60 };

/* What decides whether a track has a plot. */
static int by_weight(const void *a, const void *b)
{
	const struct row_note *x = *(const struct row_note *const *)a, *y = *(const struct row_note *const *)b;

	if (x->contested != y->contested)
		return x->contested ? -1 : 1;
	if ((x->statements > 1) != (y->statements > 1))
		return x->statements > 1 ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? 1 : -1;
	if (x->statements != y->statements)
		return x->statements < y->statements ? 1 : -1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static const struct row_note **by_weight_of(const struct row_note *tracks, size_t n, struct arena *arena)
{
	const struct row_note **order = ARENA_ARRAY(arena, const struct row_note *, n + 1);

	for (size_t i = 0; i < n; i++)
		order[i] = &tracks[i];
	if (n)
		qsort(order, n, sizeof *order, by_weight);
	return order;
}

/* 0: not shown, 1: a row of a table, 2: a plot. Where there are many, tracks with a single
 * statement have none. */
static char *choose(struct page *p, struct arena *arena)
{
	const struct conf *conf = &p->ex->st->conf;
	const struct row_note *tracks = p->ex->notes->rows[RELEASED_TRACKS].at;
	size_t n = p->ex->notes->rows[RELEASED_TRACKS].n, plots = (size_t)conf->page_plots,
	       rows = (size_t)conf->page_rows;
	const struct row_note **order = by_weight_of(tracks, n, arena);
	bool few = n <= (size_t)conf->page_singles;
	char *shown = ARENA_ARRAY(arena, char, n + 1);

	for (size_t i = 0; i < n; i++) {
		bool plot = i < plots && (few || order[i]->contested || order[i]->statements > 1);
		char *how = &shown[order[i] - tracks];

		*how = plot ? 2 : p->n_tracks - p->n_plotted < rows ? 1 : 0;
		p->n_plotted += plot;
		p->all_contested += order[i]->contested;
		p->n_tracks += *how > 0;
	}
	return shown;
}

struct taking {
	struct page *p;
	const char *shown;
	size_t row, plotted, folded;
};

static void take_track(const void *record, void *with)
{
	struct taking *t = with;
	struct page *p = t->p;

	while (!t->shown[t->row])
		t->row++;
	char shown = t->shown[t->row++];
	struct page_track *to = &p->tracks[shown == 2 ? t->plotted++ : p->n_plotted + t->folded++];

	to->plotted = shown == 2;
	page_copy(&p->ex->tables[RELEASED_TRACKS].table, record, &to->track, p->keep);
	if (to->plotted)
		page_index_add(&p->plotted, to->track.id, (uint32_t)(to - p->tracks));
}

static void take_step(const void *record, void *with)
{
	struct taking *t = with;
	struct page_step step = {0};
	uint32_t n;

	if (!page_index_find(&t->p->plotted, ((const struct estimate *)record)->track, &n))
		return;
	struct page_track *track = &t->p->tracks[n];

	page_copy(&t->p->ex->tables[RELEASED_ESTIMATES].table, record, &step.estimate, t->p->keep);
	if (!page_first_day(step.estimate.as_of, &step.day))
		return;
	if (track->steps.n == STEPS) /* the oldest goes */
		memmove(track->steps.at, track->steps.at + 1, --track->steps.n * sizeof *track->steps.at);
	LIST_ADD(t->p->keep, &track->steps, step);
}

static void load_tracks(struct page *p)
{
	struct arena arena = {0};
	struct taking t = {.p = p, .shown = choose(p, &arena)};
	const struct export *ex = p->ex;
	const struct page_wanted shown = {.rows = t.shown}, steps = {.ids = &p->plotted};

	p->all_tracks = ex->rows[RELEASED_TRACKS];
	p->plotted.arena = p->keep;
	p->tracks = ARENA_ARRAY(p->keep, struct page_track, p->n_tracks + 1);
	page_rows(ex, RELEASED_TRACKS,
		  "place_id place_name place_admin1 place_country measure subject unit aspect low best high open_low "
		  "open_high status sources as_of why episode_from episode_to assertions id",
		  &shown, take_track, &t);
	page_rows(ex, RELEASED_ESTIMATES,
		  "as_of low best high open_low open_high status rule why overridden basis contested_by track", &steps,
		  take_step, &t);
	arena_free(&arena);
}

static void take_contradiction(const void *record, void *with)
{
	struct page *p = with;
	struct contradiction x;

	page_copy(&p->ex->tables[RELEASED_CONTRADICTIONS].table, record, &x, p->keep);
	LIST_ADD(p->keep, &p->contradictions, x);
}

static void take_change(const void *record, void *with)
{
	struct page *p = with;
	struct change_row row;

	page_copy(&p->ex->tables[RELEASED_CHANGES].table, record, &row, p->keep);
	LIST_ADD(p->keep, &p->changes, row);
}

static void count(struct page *p)
{
	const uint64_t *rows = p->ex->rows;

	p->all_events = rows[RELEASED_TIMELINE];
	p->all_changes = rows[RELEASED_CHANGES];
	p->all_contradictions = rows[RELEASED_CONTRADICTIONS];
	p->all_sources = rows[RELEASED_SOURCES];
	p->all_documents = rows[RELEASED_DOCUMENTS];
	p->all_figures = rows[RELEASED_FIGURES];
}

void page_load(struct page *p)
{
	const struct export *ex = p->ex;
	struct page_wanted late = {.to = UINT64_MAX}, first = {.to = (uint64_t)ex->st->conf.page_rows};

	count(p);
	if (p->all_contradictions > CONTRADICTIONS)
		late.from = p->all_contradictions - CONTRADICTIONS;
	load_tracks(p);
	page_rows(ex, RELEASED_CONTRADICTIONS,
		  "id kind subject track type place_id place_name place_admin1 place_country since until sides sources "
		  "statements sentences why",
		  &late, take_contradiction, p);
	page_rows(ex, RELEASED_CHANGES,
		  "kind what why measure subject place_id place_name place_admin1 place_country status_before status "
		  "low_before best_before high_before low best high sources id",
		  &first, take_change, p);
}
