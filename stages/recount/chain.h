/* chain - what is made of all nights together: deduplicate once, reconcile bucket by
 * bucket, each only when what it rests on has changed. */
#ifndef RECOUNT_CHAIN_H
#define RECOUNT_CHAIN_H

#include "asof.h"
#include "settings.h"

struct chain {
	struct str key;		    /* of all that the release rests on, as-of included */
	bool merged;		    /* deduplicate had something to do */
	size_t buckets, reconciled; /* units of reconcile, and those that were reconciled now */
	size_t statements;	    /* of them those of statements, not of events */
	int code;
};

/* Deduplicate and reconcile nights 1..n. */
struct chain chain_make(const struct store *store, const struct settings *s, const struct asof *asof, size_t nights);

#endif
