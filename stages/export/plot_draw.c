/* plot: the SVG. Layers from the back: grid, band, revisions, line of the estimate, marks. */
#include <stdio.h>

#include "page_text.h"
#include "plot.h"
#include "values/date.h"

void plot_across(struct buf *html, const char *attribute, int x)
{
	static const char *const quarters[] = {"", ".25", ".5", ".75"};

	buf_printf(html, " %s=\"%d%s%%\"", attribute, x / 4, quarters[x % 4]);
}

void plot_shapes(struct buf *html)
{
	page_html(html, "<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\"><defs>"
			"<circle id=\"m0\" r=\"5.5\"/>"
			"<path id=\"m1\" d=\"M-5-5H5V5H-5z\"/>"
			"<path id=\"m2\" d=\"M0-7 7 0 0 7-7 0z\"/>"
			"<path id=\"m3\" d=\"M0-6.5 6.5 5.5H-6.5z\"/>"
			"<path id=\"m4\" d=\"M0 6.5 6.5-5.5H-6.5z\"/>"
			"<path id=\"m5\" d=\"M-3-6H3L6.5 0 3 6H-3L-6.5 0z\"/>"
			"<path id=\"m6\" d=\"M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2z\"/>"
			"<circle id=\"m7\" r=\"4.5\"/>"
			"<path id=\"up\" d=\"M0-7V-19M-4-15 0-19 4-15\"/>"
			"<path id=\"down\" d=\"M0 7V19M-4 15 0 19 4 15\"/>"
			"<path id=\"no\" d=\"M-7-7 7 7M-7 7 7-7\"/>"
			"<circle id=\"ring\" r=\"9\"/>"
			"<linearGradient id=\"fade-up\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\"><stop class=\"st\" "
			"offset=\"0\"/><stop class=\"st\" offset=\"1\" stop-opacity=\"0\"/></linearGradient>"
			"<linearGradient id=\"fade-down\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop class=\"st\" "
			"offset=\"0\"/><stop class=\"st\" offset=\"1\" stop-opacity=\"0\"/></linearGradient>"
			"</defs></svg>\n");
}

/* "1.5m" where the axis counts in millions. */
static struct str tick_text(struct arena *arena, const struct plot *plot, struct decimal v)
{
	static const struct {
		int64_t from;
		const char *mark;
	} large[] = {{1000000000000, "tn"}, {1000000000, "bn"}, {1000000, "m"}};
	struct decimal top = decimal_make(plot->scale.high, plot->scale.places);

	for (size_t i = 0; i < sizeof large / sizeof *large; i++)
		if (v.digits && decimal_cmp(top, decimal_of(large[i].from)) >= 0)
			return str_printf(arena, "%.*s%s",
					  STR_ARG(decimal_grouped(arena, decimal_div(v, decimal_of(large[i].from)))),
					  large[i].mark);
	return page_number(arena, plot->quantity, v);
}

static void draw_ticks(struct buf *html, const struct plot *plot)
{
	struct decimal v;

	for (int i = 0; (v = plot_scale_tick(&plot->scale, i)).known; i++) {
		int y = plot_y(plot, v);

		buf_printf(html,
			   "<line class=\"%s\" x2=\"100%%\" y1=\"%d\" y2=\"%d\"/><text class=\"ty\" x=\"-8\" y=\"%d\">",
			   v.digits == 0 ? "g0" : "g", y, y, y + 4);
		page_text(html, tick_text(html->arena, plot, v));
		page_html(html, "</text>");
	}
}

static void draw_days(struct buf *html, const struct plot *plot)
{
	int32_t labels[PLOT_LABELS];
	int n = plot_days_labels(&plot->days, labels), foot = plot->top + plot->height, year = 0;

	for (int i = 0; i < n; i++) {
		int x = plot_days_at(&plot->days, labels[i], 0, 1), of = date_of_days(labels[i]).year;
		bool first = x<PLOT_WIDTH / 10, last = x> PLOT_WIDTH - PLOT_WIDTH / 10;

		page_html(html, "<line class=\"tk\"");
		plot_across(html, "x1", x);
		plot_across(html, "x2", x);
		buf_printf(html, " y1=\"%d\" y2=\"%d\"/><text class=\"tx%s\"", foot, foot + 5,
			   first  ? " a"
			   : last ? " z"
				  : "");
		plot_across(html, "x", x);
		buf_printf(html, " y=\"%d\">%.*s", foot + 19, STR_ARG(page_day_short(html->arena, labels[i], false)));
		if (of != year)
			buf_printf(html, "<tspan%s> %d</tspan>", n > 2 ? " class=\"yr\"" : "", of);
		page_html(html, "</text>");
		year = of;
	}
}

static void draw_block(struct buf *html, const char *class, int x1, int x2, int y1, int y2)
{
	buf_printf(html, "<rect class=\"%s\"", class);
	plot_across(html, "x", x1);
	plot_across(html, "width", x2 - x1);
	buf_printf(html, " y=\"%d\" height=\"%d\"/>", y1, y2 - y1);
}

static void draw_line(struct buf *html, const char *class, int x1, int y1, int x2, int y2)
{
	buf_printf(html, "<line class=\"%s\"", class);
	plot_across(html, "x1", x1);
	plot_across(html, "x2", x2);
	buf_printf(html, " y1=\"%d\" y2=\"%d\"/>", y1, y2);
}

/* What the line of the estimate follows: its best number, else the side that is stated. */
static struct decimal line_of(const struct estimate *e)
{
	return e->best.known ? e->best : e->low.known == e->high.known ? DECIMAL_NULL : e->low.known ? e->low : e->high;
}

static void draw_band(struct buf *html, const struct plot *plot, const struct estimate *e, int x1, int x2)
{
	enum { FADE = 18 };
	struct decimal low = decimal_min(decimal_min(e->low, e->best), e->high),
		       high = decimal_max(decimal_max(e->low, e->best), e->high);

	if (!high.known)
		return;
	int top = plot_y(plot, high), foot = plot_y(plot, low);

	if (top < foot)
		draw_block(html, "band", x1, x2, top, foot);
	if (e->open_high)
		draw_block(html, "fu", x1, x2, top - FADE, top);
	if (e->open_low)
		draw_block(html, "fd", x1, x2, foot, foot + FADE);
}

static void draw_estimate(struct buf *html, const struct plot *plot, bool bands)
{
	const struct page_track *t = plot->track;
	int before = -1;

	for (size_t i = 0; i < t->steps.n; i++) {
		const struct estimate *e = &t->steps.at[i].estimate;
		struct decimal line = line_of(e);
		int x1 = plot_days_edge(&plot->days, t->steps.at[i].day),
		    x2 = i + 1 < t->steps.n ? plot_days_edge(&plot->days, t->steps.at[i + 1].day) : PLOT_WIDTH,
		    y = line.known ? plot_y(plot, line) : -1;

		if (bands) {
			draw_band(html, plot, e, x1, x2);
			continue;
		}
		if (y >= 0 && before >= 0 && y != before)
			draw_line(html, "el", x1, before, x1, y);
		if (y >= 0)
			draw_line(html, "el", x1, y, x2, y);
		before = y;
	}
}

static void draw_revisions(struct buf *html, const struct plot *plot)
{
	const struct page_track *t = plot->track;
	char class[16];

	for (size_t i = 0; i < t->n; i++) {
		const struct page_statement *o = t->statements[i].before;

		if (!o || !plot_shows(o) || !plot_shows(&t->statements[i]))
			continue;
		size_t k = (size_t)(o - t->statements);

		snprintf(class, sizeof class, "rv k%u", plot->slot[i]);
		draw_line(html, class, plot->x[k], plot->y[k], plot->x[i], plot->y[i]);
	}
}

static void draw_use(struct buf *html, const char *shape, const char *class, unsigned slot, int x, int y)
{
	buf_printf(html, "<use href=\"#%s\" class=\"%s k%u\"", shape, class, slot);
	plot_across(html, "x", x);
	buf_printf(html, " y=\"%d\"/>", y);
}

static bool opens_up(int qualifier)
{
	return qualifier == QUALIFIER_AT_LEAST || qualifier == QUALIFIER_MORE_THAN;
}

static bool opens_down(int qualifier)
{
	return qualifier == QUALIFIER_AT_MOST || qualifier == QUALIFIER_LESS_THAN;
}

static const char *mark_class(const struct page_track *t, const struct page_statement *s)
{
	if (s->modality > MODALITY_ACTUAL || !s->best.known)
		return "m h";
	return s->current || t->n == 1 ? "m" : "m o";
}

static void draw_mark(struct buf *html, const struct plot *plot, size_t i)
{
	const struct page_statement *s = &plot->track->statements[i];
	unsigned slot = plot->slot[i];
	int x = plot->x[i], y = plot->y[i], top = plot_y(plot, plot_greatest(s)), foot = plot_y(plot, plot_least(s));
	char text[24];

	if (top < foot) {
		snprintf(text, sizeof text, "rg k%u", slot);
		draw_line(html, text, x, top, x, foot);
	}
	if (opens_up(s->qualifier))
		draw_use(html, "up", "ar", slot, x, y);
	if (opens_down(s->qualifier))
		draw_use(html, "down", "ar", slot, x, y);
	if (s->count > s->independent)
		draw_use(html, "ring", "cp", slot, x, y);
	snprintf(text, sizeof text, "m%u", slot);
	draw_use(html, text, mark_class(plot->track, s), slot, x, y);
	if (s->polarity == POLARITY_DENIED)
		draw_use(html, "no", "de", slot, x, y);
}

static void draw_leaders(struct buf *html, const struct plot *plot)
{
	char class[16];

	for (size_t i = 0; i < plot->track->n; i++)
		for (size_t k = 0; k < plot->n_sources; k++)
			if (plot->sources[k].labelled && plot->sources[k].last == &plot->track->statements[i]) {
				snprintf(class, sizeof class, "ld k%u", plot->sources[k].slot);
				draw_line(html, class, plot->x[i], plot->y[i], PLOT_WIDTH, plot->y[i]);
			}
}

void plot_draw(struct buf *html, const struct plot *plot)
{
	buf_printf(html, "<svg class=\"g\" height=\"%d\" aria-hidden=\"true\" focusable=\"false\">", plot->total);
	draw_ticks(html, plot);
	draw_days(html, plot);
	draw_estimate(html, plot, true);
	if (plot->wide)
		draw_leaders(html, plot);
	draw_revisions(html, plot);
	draw_estimate(html, plot, false);
	for (size_t i = 0; i < plot->track->n; i++)
		if (plot_shows(&plot->track->statements[i]))
			draw_mark(html, plot, i);
	page_html(html, "</svg>");
}
