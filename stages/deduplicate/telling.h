/* telling - one event of one document on its way into a version: what it is compared by. */
#ifndef RECOUNT_TELLING_H
#define RECOUNT_TELLING_H

#include "record.h"
#include "stories.h"

struct telling {
	struct event *event;
	uint32_t article; /* of its first document; NO_ARTICLE */
	struct record record;
	int32_t first, last;  /* days of `when`, else of `stated`; NO_DAY */
	uint32_t place, type; /* ranks of these among all tellings */
	uint64_t wording;
	struct str days;	  /* first and last, as bytes for ids */
	struct str agent, target; /* as compared; given to tellings that leave them out */
};

struct tellings {
	struct telling *at;
	size_t n, room;
};

/* Those that count, dated. */
void tellings_make(struct events *events, const struct articles *all, const struct overrides *overrides,
		   struct tellings *out, struct arena *arena);

/* 0: the same place, days, type and status; the order of events. */
int telling_cmp_happening(const struct telling *a, const struct telling *b);
/* And the same source, polarity and modality. */
int telling_cmp_source(const struct telling *a, const struct telling *b);
/* And the same actors. */
int telling_cmp_version(const struct telling *a, const struct telling *b);
/* The order of telling: by article, then span. */
int telling_cmp(const struct telling *a, const struct telling *b);

#endif
