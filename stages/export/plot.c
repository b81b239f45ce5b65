#include "plot.h"

#include <stdlib.h>

enum { TALL = 176, SHORT = 64, TOP = 20, BELOW = 26, LABEL_APART = 17, LABELS = 12 };

struct decimal plot_least(const struct page_statement *s)
{
	return decimal_min(decimal_min(s->low, s->best), s->high);
}

struct decimal plot_greatest(const struct page_statement *s)
{
	return decimal_max(decimal_max(s->low, s->best), s->high);
}

bool plot_shows(const struct page_statement *s)
{
	return s->found && s->dated && plot_greatest(s).known;
}

int plot_y(const struct plot *plot, struct decimal value)
{
	return plot->top + plot_scale_at(&plot->scale, value, plot->height);
}

static void lay_scale(struct plot *plot, struct arena *arena)
{
	const struct page_track *t = plot->track;
	struct decimal *values = ARENA_ARRAY(arena, struct decimal, 2 * t->n + 3 * t->steps.n + 1);
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (!plot_shows(&t->statements[i]))
			continue;
		values[n++] = plot_least(&t->statements[i]);
		values[n++] = plot_greatest(&t->statements[i]);
	}
	for (size_t i = 0; i < t->steps.n; i++) {
		const struct estimate *e = &t->steps.at[i].estimate;

		values[n++] = e->low;
		values[n++] = e->best;
		values[n++] = e->high;
	}
	plot->scale = plot_scale_of(values, n, plot->height == TALL ? 5 : 2);
}

static void widen(struct plot_days *d, int32_t day, bool *any)
{
	if (!*any || day < d->first)
		d->first = day;
	if (!*any || day > d->last)
		d->last = day;
	*any = true;
}

static void lay_days(struct plot *plot)
{
	const struct page_track *t = plot->track;
	bool any = false;

	for (size_t i = 0; i < t->n; i++)
		if (plot_shows(&t->statements[i]))
			widen(&plot->days, t->statements[i].day, &any);
	plot->drawn = any;
	for (size_t i = 0; i < t->steps.n; i++)
		widen(&plot->days, t->steps.at[i].day, &any);
}

static int by_rank(const void *a, const void *b)
{
	const struct plot_source *x = a, *y = b;

	return (x->rank > y->rank) - (x->rank < y->rank);
}

/* Each source keeps its colour from plot to plot, unless one of higher rank has it here. */
static void give_slots(struct plot *plot)
{
	bool taken[PLOT_SLOTS] = {false};

	if (plot->n_sources)
		qsort(plot->sources, plot->n_sources, sizeof *plot->sources, by_rank);
	for (size_t i = 0; i < plot->n_sources; i++) {
		unsigned slot = plot->sources[i].rank % PLOT_SLOTS;

		plot->sources[i].slot = PLOT_OTHER;
		for (unsigned k = 0; k < PLOT_SLOTS && i < PLOT_SLOTS; k++, slot = (slot + 1) % PLOT_SLOTS)
			if (!taken[slot]) {
				plot->sources[i].slot = slot;
				taken[slot] = true;
				break;
			}
	}
}

static struct plot_source *source_of(struct plot *plot, struct str id)
{
	for (size_t i = 0; i < plot->n_sources; i++)
		if (str_eq(plot->sources[i].id, id))
			return &plot->sources[i];
	return NULL;
}

static void lay_sources(const struct page *p, struct plot *plot, struct arena *arena)
{
	const struct page_track *t = plot->track;
	uint32_t n;

	plot->sources = ARENA_ARRAY(arena, struct plot_source, t->n + 1);
	for (size_t i = 0; i < t->n; i++) {
		const struct page_statement *s = &t->statements[i];
		struct plot_source *known = source_of(plot, s->source);

		if (!s->found)
			continue;
		if (!known) {
			known = &plot->sources[plot->n_sources++];
			known->id = s->source;
			known->who = s->who;
			known->rank =
				page_index_find(&p->sources.index, s->source, &n) ? p->sources.at[n].rank : UINT32_MAX;
		}
		if (plot_shows(s) && (s->current || !known->last || !known->last->current)) {
			known->last = s;
			known->who = s->who;
		}
	}
	give_slots(plot);
	for (size_t i = 0; i < t->n; i++) {
		const struct plot_source *s = source_of(plot, t->statements[i].source);

		plot->slot[i] = s ? s->slot : PLOT_OTHER;
	}
}

/* Where a mark lies: at the best number, in the middle of a range. */
static int mark_y(const struct plot *plot, const struct page_statement *s)
{
	if (s->best.known)
		return plot_y(plot, s->best);
	return (plot_y(plot, plot_least(s)) + plot_y(plot, plot_greatest(s))) / 2;
}

static void lay_marks(struct plot *plot)
{
	const struct page_track *t = plot->track;

	for (size_t i = 0; i < t->n; i++) {
		const struct page_statement *s = &t->statements[i];
		int same = 0, before = 0;

		if (!plot_shows(s))
			continue;
		for (size_t k = 0; k < t->n; k++) {
			bool day = plot_shows(&t->statements[k]) && t->statements[k].day == s->day;

			same += day;
			before += day && k < i;
		}
		plot->x[i] = plot_days_at(&plot->days, s->day, before, same);
		plot->y[i] = mark_y(plot, s);
	}
}

static int by_height(const void *a, const void *b)
{
	const struct plot_source *x = *(struct plot_source *const *)a, *y = *(struct plot_source *const *)b;

	return x->label != y->label ? x->label - y->label : (x->rank > y->rank) - (x->rank < y->rank);
}

/* Direct labels stand where their source's last mark does, pushed apart downwards, then
 * back up from the lower edge. */
static void lay_labels(struct plot *plot, struct arena *arena)
{
	struct plot_source **order = ARENA_ARRAY(arena, struct plot_source *, plot->n_sources + 1);
	size_t n = 0;

	for (size_t i = 0; i < plot->n_sources; i++) {
		plot->sources[i].labelled = plot->sources[i].last && n < LABELS;
		if (!plot->sources[i].labelled)
			continue;
		plot->sources[i].label = mark_y(plot, plot->sources[i].last);
		order[n++] = &plot->sources[i];
	}
	if (n)
		qsort(order, n, sizeof *order, by_height);
	for (size_t i = 1; i < n; i++)
		if (order[i]->label < order[i - 1]->label + LABEL_APART)
			order[i]->label = order[i - 1]->label + LABEL_APART;
	for (size_t i = n; i-- > 0;) {
		int most = i + 1 == n ? plot->total - BELOW / 2 : order[i + 1]->label - LABEL_APART;

		if (order[i]->label > most)
			order[i]->label = most < 0 ? 0 : most;
	}
}

bool plot_is_wide(const struct page_track *t)
{
	return t->n >= 4 || (t->n > 2 && t->track.status == ESTIMATE_CONTESTED);
}

struct plot plot_lay(const struct page *p, const struct page_track *track, struct arena *arena)
{
	bool single = track->n + track->earlier < 2;
	struct plot plot = {
		.track = track,
		.quantity = {track->track.measure, track->track.subject, track->track.unit},
		.top = TOP,
		.height = single ? SHORT : TALL,
		.x = ARENA_ARRAY(arena, int, track->n + 1),
		.y = ARENA_ARRAY(arena, int, track->n + 1),
		.slot = ARENA_ARRAY(arena, unsigned, track->n + 1),
	};

	plot.total = plot.top + plot.height + BELOW;
	lay_scale(&plot, arena);
	lay_days(&plot);
	lay_sources(p, &plot, arena);
	if (plot.drawn) {
		lay_marks(&plot);
		lay_labels(&plot, arena);
	}
	plot.wide = plot_is_wide(track);
	return plot;
}
