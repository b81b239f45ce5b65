/* deduplicate - documents, claims and events of any number of nights, compared: copies
 * told, undated documents dated, claims merged into assertions and tellings into
 * events, cell by cell (cells.h); of the documents only fingerprints are held. */
#ifndef RECOUNT_DEDUPLICATE_H
#define RECOUNT_DEDUPLICATE_H

#include "assertions.h"
#include "copies.h"
#include "dating.h"
#include "nights.h"
#include "records/override.h"
#include "stories.h"

struct deduplicate {
	struct articles articles;
	struct articles waiting; /* published after `as_of`: nothing of them is known yet */
	int32_t as_of;		 /* [days]; DATE_DAYS_MAX: all */
	struct overrides overrides;
	const struct bodies *bodies;
	struct nights nights;
	struct copies copies;
	struct datings datings;
	struct cell_states cells; /* all that have rows */
	size_t buckets;
	struct arena *keep;
};

void deduplicate_open(struct deduplicate *d, size_t buckets, struct arena *keep);
/* Add the articles of a folder; returns the number of each (struct night: given). */
uint32_t *deduplicate_articles(struct deduplicate *d, const struct article *at, size_t n);
/* All articles were given: apply overrides, settle versions, put them in order. */
void deduplicate_outlined(struct deduplicate *d);
/* Is it among them, or does it wait? */
bool deduplicate_knows(const struct deduplicate *d, struct str document);
/* The number of each article as it was added; NO_ARTICLE of those that wait. */
uint32_t *deduplicate_numbers(struct deduplicate *d, const struct article *at, size_t n);
/* All nights were given: date what can be dated, find the copies and the cells. moved: a file
 * for rows that their dates move to other cells; it is gone afterwards. */
void deduplicate_compare(struct deduplicate *d, const char *moved);

/* One cell's rows. They live until the next call, the arrays in the arena. */
struct held deduplicate_rows(struct deduplicate *d, struct cell cell, struct arena *arena);
void deduplicate_close(struct deduplicate *d);

#endif
