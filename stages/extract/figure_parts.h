/* figure_parts - how the figures of a document hang together: subsets ("including 337
 * wounded", "of whom 22", "the rest"), two counts of one thing ("100 families (400 people)"),
 * and numbers that take measure and noun from what they refer to ("a figure of around 8,000"). */
#ifndef RECOUNT_FIGURE_PARTS_H
#define RECOUNT_FIGURE_PARTS_H

#include "figure_scan.h"

/* Link figure `at` of the list to the ones before it, which are done; s is its sentence. */
void figure_link(const struct figure_scan *s, struct figures *all, uint32_t at);

/* "the murder of the six priests", told of before: a reference to known ones states no measure again. For all
 * from `from` on, which are those of the sentence. */
void figure_forget_known(const struct figure_scan *s, struct figures *all, size_t from);

/* A number without a noun takes that of the figure before it: "42 people killed and 100 injured". */
void figure_share_noun(const struct figure_scan *s, struct figures *all, uint32_t at);

#endif
