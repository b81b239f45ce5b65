/* plot_scale - from numbers and days to places on a plot, in whole numbers alone, so that
 * every machine draws the same. */
#ifndef RECOUNT_PLOT_SCALE_H
#define RECOUNT_PLOT_SCALE_H

#include "values/decimal.h"

/* The axis of numbers. Its ends are ticks; ticks are 1, 2 or 5 times a power of ten apart. */
struct plot_scale {
	int64_t low, high, step; /* [10^-places] low < high */
	unsigned places;	 /* decimal places of the unit above */
};

/* For the known ones of values [n], with at most `most` steps (2 or more). It begins at
 * zero, unless the numbers lie close together, far from it. */
struct plot_scale plot_scale_of(const struct decimal *values, size_t n, int most);
/* Place of a number between 0 (high end) and `height`; beyond the ends it is cut. */
int plot_scale_at(const struct plot_scale *s, struct decimal value, int height);
/* The number at tick i; null behind the last. */
struct decimal plot_scale_tick(const struct plot_scale *s, int i);

/* The axis of days: each has a slot of the same width. */
struct plot_days {
	int32_t first, last; /* [days since 1970-01-01] */
};
enum { PLOT_WIDTH = 400 }; /* places across; 4 are one percent */

/* Left edge of a day's slot, 0 .. PLOT_WIDTH; its right edge is that of the day after. */
int plot_days_edge(const struct plot_days *d, int64_t day);
/* Place of the i-th of n marks of one day: side by side around the middle of its slot. */
int plot_days_at(const struct plot_days *d, int32_t day, int i, int n);
/* Days to label, at most PLOT_LABELS of them, in order. Returns how many. */
enum { PLOT_LABELS = 5 };
int plot_days_labels(const struct plot_days *d, int32_t labels[PLOT_LABELS]);

#endif
