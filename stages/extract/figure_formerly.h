/* figure_formerly - numbers that are not how things stand: "the previous toll of 359", "lowered it by 100", "290 and
 * not 359". */
#ifndef RECOUNT_FIGURE_FORMERLY_H
#define RECOUNT_FIGURE_FORMERLY_H

#include "figure_scan.h"

/* The rule of an old value where somebody else, or the same, said the number before; its aspect is known. */
uint64_t figure_formerly(const struct figure_scan *s, const struct figure *f);
/* Is it what a count was lowered by ("cut the toll by more than 100")? */
bool figure_is_decrease(const struct figure_scan *s, const struct figure *f);
/* Is it told as what the count is not ("was 290 and not 359")? */
bool figure_is_not_it(const struct figure_scan *s, const struct figure *f);

#endif
