/* checks_parts - what the files of checks share. */
#ifndef RECOUNT_CHECKS_PARTS_H
#define RECOUNT_CHECKS_PARTS_H

#include "checks.h"

/* The number and so many percent more of it. */
struct decimal checks_stretch(struct decimal number, long percent);
/* The later of two days, as text. */
struct str checks_later(struct str a, struct str b);
/* Are both of one measure, subject, unit, place and scope? */
bool checks_same_but_aspect(const struct track *a, const struct track *b);
/* Do the episodes have a day in common? */
bool checks_meet(const struct line *a, const struct line *b);

/* checks_balance.c: what left the line's place against what stayed there. */
void checks_balances(const struct tracks *tracks, const struct line *left, const struct terms *terms,
		     struct checks *out, struct arena *arena);

#endif
