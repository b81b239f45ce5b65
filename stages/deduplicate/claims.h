/* claims - those of a bucket, before they are merged. */
#ifndef RECOUNT_CLAIMS_H
#define RECOUNT_CLAIMS_H

#include "articles.h"
#include "records/claim.h"

struct claims {
	struct claim *at;
	size_t n, room;
	uint32_t *article; /* [n] number of its document; NULL: found by its id */
	struct str *line;  /* [n] its row up to the assertion, where that goes out as it came; or NULL */
};

/* Put them in order (place, document, span, measure), each id once; fill what is missing of
 * articles and lines; date those that waited for their document's date; forget assertions
 * that an earlier merge set. */
void claims_prepare(struct claims *claims, const struct articles *all, struct arena *arena);

#endif
