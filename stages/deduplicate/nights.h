/* nights - the folders of the input, each with what is kept of it, and the rows of one
 * bucket gathered from all of them. */
#ifndef RECOUNT_NIGHTS_H
#define RECOUNT_NIGHTS_H

#include "held.h"
#include "kept.h"

struct night {
	struct kept *kept;
	uint32_t *given; /* [its articles] number of each among all when it was added; NO_ARTICLE: it waits */
};

struct nights {
	struct night *at;
	size_t n, room;
};

/* Rows of a bucket, in the order of nights and of reading. */
struct gathered {
	struct held rows;
	char *bytes; /* what they are views of */
};

/* How many rows a bucket has, those of articles that wait among them. */
size_t nights_count(const struct nights *nights, enum kept_kind kind, size_t bucket);
/* All rows of a bucket but those of articles that wait. Arrays are in the arena, rows live
 * until gathered_done. */
struct gathered nights_gather(const struct nights *nights, enum kept_kind kind, size_t bucket,
			      const struct articles *all, struct arena *arena);
void gathered_done(struct gathered *g);

/* What could date an article, with the numbers that articles have now. */
void nights_statements(const struct nights *nights, const struct articles *all, struct postings *to,
		       struct arena *keep);
void nights_close(struct nights *nights);

#endif
