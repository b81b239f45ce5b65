/* asof - the day of a release: given, or the latest publication date of the store. */
#ifndef RECOUNT_ASOF_H
#define RECOUNT_ASOF_H

#include "parts.h"

struct asof {
	struct str day;	  /* "2016-12-16" */
	uint64_t waiting; /* documents published later: they wait in the store */
	uint64_t undated;
};

/* `given` is a day or NULL. Warns when one document alone lies more than gap_days beyond
 * all others. Dies with EXIT_USAGE when the day is wrong, or none is given and no
 * document has a date. */
struct asof asof_find(struct arena *arena, const struct days *days, const char *given, long gap_days);

/* Is any of these documents published by then, or undated? */
bool asof_reaches(const struct asof *asof, const struct days *days);

#endif
