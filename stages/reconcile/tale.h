/* tale - a version of an event, as those who look for disputes see it. */
#ifndef RECOUNT_TALE_H
#define RECOUNT_TALE_H

#include "contradictions.h"
#include "records/event.h"

struct tale {
	const struct event *e;
	struct str organisation;
	struct str body;      /* the outermost that it is part of: sources are told apart by it */
	int32_t day;	      /* NO_DAY: not known */
	uint32_t place, type; /* ranks of these among all */
	bool denied;
};

/* Its source's side in a contradiction, in words: "Army: denies shelling". */
void tale_add_side(struct contradiction *c, const struct tale *t, struct str what, struct arena *arena);

#endif
