/* when - the times of a claim or an event: what its number covers or when it
 * happened, and when it was said, by the document's publication date. What needs a
 * date that is not known stays as it was read, for deduplicate to resolve. */
#ifndef RECOUNT_WHEN_H
#define RECOUNT_WHEN_H

#include "records/mention.h"
#include "values/timex.h"

struct when {
	struct str period; /* EDTF of the mention's time ("since 2011": 2011/..); empty: none told, or floating */
	struct str
		stated; /* EDTF of when it was said: its "said on Friday", else the publication day; empty: unknown */
	/* The text forms, while the document has no date; else empty. Each holds its whole chain. */
	struct str period_timex, stated_timex;
	bool floating;	   /* one of both is still to be resolved */
	struct str timex3; /* TIMEX3 value of the time: "2016-12-15TEV", "P2W"; may be set without a period */
	const char *type;  /* "DATE", "TIME", "DURATION", "SET"; NULL without a time */
	const char *time_rule, *said_rule; /* names of the rules that decided, for `rules`; NULL: none */
};

/* Is the mention a number of what has happened, or an event that has? Its time does not lie ahead. */
bool when_has_happened(const struct mention *m);

/* Text forms that cannot be read count as absent (time_rule "unreadable-time"). Texts are the arena's. */
struct when when_resolve(const struct mention *m, struct arena *arena);

/* The same for a publication date found later: the text form of a claim or event. The
 * EDTF, or empty when the expression names no day. */
struct str when_dated(struct str timex, struct moment published, struct arena *arena);

#endif
