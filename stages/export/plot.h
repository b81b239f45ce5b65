/* plot - one track drawn: every statement a mark in its source's colour and shape, the
 * estimate a line with its band. Places across are shares of the width, so that a plot fits
 * any screen; places down are pixels. */
#ifndef RECOUNT_PLOT_H
#define RECOUNT_PLOT_H

#include "page.h"
#include "page_words.h"
#include "plot_scale.h"

/* Colours and shapes of sources: PLOT_OTHER is grey, for all that come after. */
enum { PLOT_SLOTS = 7, PLOT_OTHER = PLOT_SLOTS };

struct plot_source {
	struct str id, who;
	uint32_t rank; /* among all sources of the page */
	unsigned slot;
	const struct page_statement *last; /* dated */
	bool labelled;			   /* there is room for its direct label */
	int label;			   /* place of its direct label down, from the top [px] */
};

struct plot {
	const struct page_track *track;
	struct page_quantity quantity;
	struct plot_scale scale;
	struct plot_days days;
	int top, height, total; /* [px] from the top: where the high end lies, its way to the low end, all */
	struct plot_source *sources;
	size_t n_sources;
	int *x, *y;	  /* [track->n] places of the marks; of the dated ones */
	unsigned *slot;	  /* [track->n] */
	bool wide, drawn; /* drawn: there is a dated statement with a number */
};

/* Lay it out. */
struct plot plot_lay(const struct page *p, const struct page_track *track, struct arena *arena);
/* Place down of a number [px]. */
int plot_y(const struct plot *plot, struct decimal value);
/* Does it deserve the whole width: four statements, or three that are contested? */
bool plot_is_wide(const struct page_track *track);
/* Has the statement a mark? */
bool plot_shows(const struct page_statement *s);
/* The least and greatest number that a statement names; null when it names none. */
struct decimal plot_least(const struct page_statement *s);
struct decimal plot_greatest(const struct page_statement *s);

/* Shapes that all plots use, once for the page. */
void plot_shapes(struct buf *html);
/* The drawing: an SVG element. */
void plot_draw(struct buf *html, const struct plot *plot);
/* " x=\"12.25%\"" of a place across. */
void plot_across(struct buf *html, const char *attribute, int x);

#endif
