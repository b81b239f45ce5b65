/* contradictions - figures of one quantity that cannot both hold, and figures that
 * somebody denies. */
#ifndef RECOUNT_CONTRADICTIONS_H
#define RECOUNT_CONTRADICTIONS_H

#include "tracks.h"

struct contradictions {
	struct contradiction *at;
	size_t n, room;
};

/* One for each run of days on which a track was contested, with the sides of its last day. */
void contradictions_figures(const struct tracks *tracks, struct contradictions *out, struct arena *arena);
/* Denials of a number that other sources stated within total_window_days of it; the
 * statements (all of them, denied ones too) are sorted by statements_sort. */
void contradictions_denials(const struct statements *all, const struct terms *terms, struct contradictions *out,
			    struct arena *arena);

/* One side more: what a source states. Sides are in order of source in the end. */
void contradiction_side(struct contradiction *c, struct str source, struct str words, struct str statement,
			struct str sentence, struct strs documents, struct arena *arena);
/* Put the sides in order, fill the id: from kind, place, type or track, since, and of a denial the statement or event
 * that denies (`denial`; empty otherwise), since several may deny one thing on one day. */
void contradiction_finish(struct contradiction *c, struct str denial, struct arena *arena);

#endif
