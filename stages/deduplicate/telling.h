/* telling - one event of one document on its way into a version: what it is compared by. Texts
 * that recur are told by their ranks. */
#ifndef RECOUNT_TELLING_H
#define RECOUNT_TELLING_H

#include "base/ranks.h"
#include "held.h"
#include "recorded.h"

struct telling {
	struct record *record; /* shared with others */
	uint64_t wording;
	struct str span, id;	  /* the first of its spans */
	uint32_t row, article;	  /* numbers; article: of its first document */
	int32_t first, last;	  /* days of `when`, else of `stated`; NO_DAY */
	uint32_t place, type;	  /* ranks */
	uint32_t agent, target;	  /* ranks of these as compared, 0: not told; given to tellings that leave them out */
	uint8_t status, modality; /* modality: 0: actual */
	bool denied;
};

struct tellings {
	struct telling *at;
	size_t n;
	struct ranks places, types, actors; /* by rank */
	struct recorded recorded;
};

/* Those that count. */
void tellings_make(const struct held *events, const struct overrides *overrides, struct tellings *out,
		   struct arena *arena);

/* 0: the same place, days, type and status; the order of events. */
int telling_cmp_happening(const struct telling *a, const struct telling *b);
/* And the same source, polarity and modality. */
int telling_cmp_source(const struct telling *a, const struct telling *b);
/* And the same actors. */
int telling_cmp_version(const struct telling *a, const struct telling *b);
/* The order of telling: by article, then span. */
int telling_cmp(const struct telling *a, const struct telling *b);

#endif
