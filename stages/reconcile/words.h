/* words - what the rules found, said to the analyst in plain words. */
#ifndef RECOUNT_WORDS_H
#define RECOUNT_WORDS_H

#include "records/event.h"
#include "rules.h"

/* "Russian Ministry of Defence", "Mevlut Cavusoglu (Turkish Foreign Ministry)". */
struct str words_source(struct arena *arena, const struct source_ref *source, const struct source_ref *speaker);
/* "people evacuated, Aleppo": what a quantity is. */
struct str words_quantity(struct arena *arena, struct str measure, struct str subject, struct str unit,
			  const struct place_ref *place);
/* "shelling on school, Misrata", "evacuation suspended, Douma": what happened, where. told: "on school", "suspended";
 * may be empty. */
struct str words_happening(struct arena *arena, const struct event *e, struct str told);
/* Why the verdict is what it is. */
struct str words_why(struct arena *arena, const struct current *c, const struct verdict *v);

#endif
