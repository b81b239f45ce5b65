/* released - the tables of a release as they lie there: its JSON, which no dialect of
 * spreadsheets alters. */
#ifndef RECOUNT_RECOUNT_RELEASED_H
#define RECOUNT_RECOUNT_RELEASED_H

#include "files/json_rows.h"

struct released_track {
	struct str id, place, measure, subject, unit, scope, as_of, why;
	struct decimal low, best, high;
	bool open_low, open_high;
	struct str status;
	struct strs assertions, aliases; /* sorted */
};

struct released_contradiction {
	struct str id, subject, why;
};

struct released {
	struct {
		struct released_track *at;
		size_t n, room;
	} tracks; /* in the order of the release */
	struct {
		struct released_contradiction *at;
		size_t n, room;
	} contradictions;
};

/* Call `take` for each object of RELEASE/NAME.json. Dies with EXIT_INPUT when the folder is
 * no release, or is damaged. */
void released_each(const char *release, const char *name, void (*take)(const struct json_told *row, void *with),
		   void *with);
/* Tracks and contradictions of the release. */
void released_read(const char *release, struct arena *arena, struct released *out);

#endif
