/* claims - those of a bucket, before they are merged and while they are. */
#ifndef RECOUNT_CLAIMS_H
#define RECOUNT_CLAIMS_H

#include "held.h"

struct claims {
	struct held rows;
	struct str *assertion; /* [rows.n] of each, filled by merging; empty: none */
};

/* Put them in order (place, document, span, measure), each id once. */
void claims_prepare(struct claims *claims, struct arena *arena);
/* As it goes out: dated, with its assertion and the place that it came with. */
void claims_out(const struct claims *claims, size_t i, struct claim *out, struct arena *arena);

#endif
