/* overtaken - a number that was true when it was stated, and that others have counted beyond since: an update, and no
 * contradiction. */
#ifndef RECOUNT_OVERTAKEN_H
#define RECOUNT_OVERTAKEN_H

#include "current.h"

/* The greatest number stated on a day or later. */
struct overtaker {
	int32_t said;
	struct decimal least;
};

struct overtakers {
	struct overtaker *at;	   /* [n] by day */
	struct overtaker *numbers; /* [n] by number, then day: who told it first */
	size_t n;
	int32_t newest;		 /* day of stating; NO_DAY: none */
	struct decimal greatest; /* null: none */
};

/* What the specific statements of a total may be overtaken by. */
struct overtakers overtakers_of(const struct current *c, struct arena *arena);
/* Is a greater number stated later? From total_window_days on, any; before, one that tolerance_percent reaches: the
 * count of the next day. What a publication tells that was told before is as old as that. */
bool overtaken_by_number(const struct statement *s, const struct overtakers *later, const struct conf *conf);

/* A source's number and the one that it goes on with. */
struct step {
	const struct statement *from, *to;
};

struct went_on {
	struct step *at;
	size_t n, room;
	struct arena *arena;
};

/* Of a source that states one specific number, then another. */
void went_on_add(struct went_on *steps, const struct statement *from, const struct statement *to);
/* Did s go with a number that its source has left behind? "17 dead", two said on Thursday; one of them says 23 on
 * Friday, which is no dispute. A publication that repeats the 17 on Friday is late. Of a total only upwards, but for a
 * publication, which told what its source has taken back. */
bool overtaken_by_step(const struct statement *s, const struct went_on *steps, bool stock);

#endif
