/* tracks - statements about one quantity of one episode, in order of time, and the
 * estimate as of every day on which it changed. */
#ifndef RECOUNT_TRACKS_H
#define RECOUNT_TRACKS_H

#include "rules.h"
#include "statements.h"

struct estimates {
	struct estimate *at;
	size_t n, room;
};

/* A source's side in an estimate. */
struct sides {
	const struct statement **at; /* the statements that stood, by source */
	size_t n;
};

struct line {
	struct track track;
	const struct statement *at; /* [n] in order of time */
	size_t n;
	struct estimates estimates;
	struct sides *sides; /* [estimates.n] */
	int32_t from, to;    /* days of the first and last statement */
};

struct tracks {
	struct line *at;
	size_t n, room;
};

/* Statements that count, sorted (statements_sort), cut into tracks: where a quantity was
 * not stated for longer than episode_silence_days another episode begins, and where an
 * override splits. Counts that run since long before, or of days long over, are one
 * track however seldom they are stated. */
void tracks_make(const struct statements *statements, const struct terms *terms, struct tracks *out,
		 struct arena *arena);
/* Fill estimates, sides and the latest estimate in the track; linear in the statements
 * but for what stands at one time. */
void tracks_estimate(struct tracks *lines, const struct terms *terms, struct arena *arena);

/* The estimate becomes the track's latest. */
void track_take(struct track *t, const struct estimate *e);

/* EDTF text of a day. */
struct str track_day(struct arena *arena, int32_t day);

#endif
