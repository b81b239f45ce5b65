/* reports - in how many documents something stands, and in how many independent ones:
 * a copy counts with its original, and two documents that tell it in the very same
 * sentence are one report. */
#ifndef RECOUNT_REPORTS_H
#define RECOUNT_REPORTS_H

#include "articles.h"

struct report {
	struct str document;
	uint32_t article; /* NO_ARTICLE: no outline came with it */
	uint64_t wording; /* of the sentence, 0: not compared (a quotation: two may hear the same words) */
};

struct reports {
	struct report *at;
	size_t n, room;
};

/* The documents, sorted, each once; how many are independent; when the first was published, with the earliest clock
 * that is told of that day, and the day of the last (none and NO_DAY: none is known). The reports are put in another
 * order. */
struct reported {
	struct strs documents;
	int64_t independent;
	struct moment first;
	int32_t last_day;
};
struct reported reports_count(struct reports *reports, const struct articles *all, struct arena *arena);

#endif
