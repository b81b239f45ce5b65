/* deduplicate - documents, claims and events of any number of nights, compared: copies
 * told, undated documents dated, claims merged into assertions and tellings into
 * events. Claims and events go into buckets by the place whose episodes they belong to,
 * and are merged bucket by bucket; of the documents only fingerprints are held. */
#ifndef RECOUNT_DEDUPLICATE_H
#define RECOUNT_DEDUPLICATE_H

#include "assertions.h"
#include "copies.h"
#include "dating.h"
#include "spill.h"
#include "stories.h"

struct deduplicate {
	struct articles articles;
	struct articles waiting; /* published after `as_of`: nothing of them is known yet */
	int32_t as_of;		 /* [days]; DATE_DAYS_MAX: all */
	struct overrides overrides;
	struct postings statements; /* what could date an article; only while one is undated */
	struct copies copies;
	struct datings datings;
	struct spill *claims, *events;
	size_t buckets;
	bool undated;
	struct arena *keep;
};

void deduplicate_open(struct deduplicate *d, size_t buckets, const char *folder, struct arena *keep);
void deduplicate_outline(struct deduplicate *d, const struct outline *outline);
/* All outlines were given: their order, whether any is undated. */
void deduplicate_outlined(struct deduplicate *d);
/* The line of a claim without the last cell, its assertion, when it goes out as it came:
 * there is nothing to be dated in it. Else null: then the claim must be given whole. */
struct str deduplicate_claim_line(const struct deduplicate *d, const struct claim *claim, struct str line);
/* False and err: it is of a document that no outline tells of. Left out without a word
 * when its document waits. line: as above; with it the lists of the claim don't matter. */
bool deduplicate_claim(struct deduplicate *d, struct claim *claim, struct str line, struct err *err);
bool deduplicate_event(struct deduplicate *d, struct event *event, struct err *err);
/* All claims were given: date what can be dated, find the copies. */
void deduplicate_compare(struct deduplicate *d);

/* Has the bucket anything in it? */
bool deduplicate_has(const struct deduplicate *d, size_t bucket);
/* One bucket's rows, in their order, in the arena; each once, for the bucket is empty of
 * them afterwards. Texts live until the next call. */
struct stated {
	struct claims claims;
	struct assertions assertions;
};
struct stated deduplicate_claims(struct deduplicate *d, size_t bucket, struct arena *arena);
struct events deduplicate_events(struct deduplicate *d, size_t bucket, struct arena *arena);
void deduplicate_close(struct deduplicate *d);

/* Bucket of a place: by a hash of the id of the place whose episodes it belongs to. */
size_t deduplicate_bucket_of(const struct deduplicate *d, const struct place_ref *place);

#endif
