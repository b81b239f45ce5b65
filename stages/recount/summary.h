/* summary - what a run did, for the terminal, for the log and for `recount status`. */
#ifndef RECOUNT_SUMMARY_H
#define RECOUNT_SUMMARY_H

#include "asof.h"
#include "nights.h"
#include "release.h"

/* Rows of a release's tables, and how many of the tracks are contested. */
struct release_counts {
	uint64_t articles, claims, tracks, contested, events, contradictions, checks, broken;
};

struct release_counts summary_counts(const struct store *store, const char *release);

/* Print the summary to standard output. */
void summary_print(const struct store *store, const struct taken *taken, const struct asof *asof,
		   const struct chain *chain, const struct release *release, const char *out);
/* The tracks of a release as a table that a newcomer understands: contested ones first,
 * at most `most` rows. */
void summary_tracks(const struct store *store, const char *release, size_t most);

#endif
