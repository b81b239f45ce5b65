/* earlier - the tracks and contradictions of the release before, read from its JSON. */
#ifndef RECOUNT_EARLIER_H
#define RECOUNT_EARLIER_H

#include "released.h"

struct earlier_track {
	struct str id, measure, subject;
	struct place_ref place; /* id and name alone */
	struct decimal low, best, high;
	bool open_low, open_high;
	int status;
	struct strs assertions;
	bool seen; /* the new release has it too */
};

struct earlier_contradiction {
	struct str id, subject;
	struct place_ref place;
	bool seen;
};

struct earlier {
	struct earlier_track *tracks;
	struct earlier_contradiction *contradictions;
	size_t n_tracks, n_contradictions;
	uint32_t *slots; /* [slots_n] of tracks, then contradictions: number + 1 by the hash of the id */
	size_t slots_n;
};

/* Dies (EXIT_INPUT) when the release is damaged. */
struct earlier *earlier_read(const char *release, struct arena *arena);
/* By id, or NULL. */
struct earlier_track *earlier_track(struct earlier *e, struct str id);
struct earlier_contradiction *earlier_contradiction(struct earlier *e, struct str id);

#endif
