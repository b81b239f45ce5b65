/* release - the dated folder that analysts open: made under a working name by export,
 * published by one rename, out/latest pointing at it. */
#ifndef RECOUNT_RELEASE_H
#define RECOUNT_RELEASE_H

#include "asof.h"
#include "chain.h"
#include "settings.h"

struct release {
	struct str name; /* "2016-12-16", "2016-12-16.2" */
	const char *path;
	size_t nights;
	bool fresh; /* false: a release with the same bytes was there */
	int code;
};

/* Releases of `out` in order of day and number: names. */
struct strs release_list(struct arena *arena, const char *out);
/* Day of a release's name; empty when it is none. */
struct str release_day(struct str name);

/* What recount-export is asked for. */
struct release_plan {
	struct str day;
	size_t nights;	    /* 1..n are in it */
	const char *before; /* path of the earlier release that changes are told against, or NULL */
	const char *select; /* conditions, or NULL: all rows */
	const char *folder;
};

/* Let recount-export make it. Exit code of tasks_run. */
int release_export(const struct store *store, const struct settings *s, const struct release_plan *plan);
/* As release_export, with the manifest's nights written before. */
int release_remake(const struct store *store, const struct settings *s, const struct release_plan *plan);

/* Make and publish. */
struct release release_make(const struct store *store, const struct settings *s, const char *out,
			    const struct asof *asof, const struct chain *chain, size_t nights);
/* Remove the oldest releases beyond the newest `keep` (0: keep all). */
void release_retain(struct arena *arena, const char *out, long keep);

#endif
