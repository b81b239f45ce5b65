/* measure_way - the way from a counted phrase to the verb that states its measure, over brackets, asides, lists and the
 * phrases between: "387 homes, shops and other buildings (most of them new) | were damaged". */
#ifndef RECOUNT_MEASURE_WAY_H
#define RECOUNT_MEASURE_WAY_H

#include "measures.h"

struct way {
	const struct figure *figure;
	bool near;	     /* nothing but brackets and adverbs so far */
	bool counted;	     /* another counted phrase stands between: what relates goes with that one */
	bool aside;	     /* the phrase stands between commas: ", or 7,900 people," */
	bool reduced;	     /* within a participle's "found in the truck" */
	bool relative;	     /* within "who …", "that …" */
	bool told_there;     /* a verb of that clause stands behind */
	bool inside;	     /* the phrase is itself part of another: "in 14 districts" */
	bool opens;	     /* the phrase opens the sentence */
	bool listed;	     /* a list of counts goes on behind it */
	bool left;	     /* "left 400 people in the valley homeless": what stands farther off is of them, too */
	struct stated first; /* what was found so far */
	const struct trigger *told; /* what a clause between commas states */
};

/* "a man who was shot last month died", "three of those wounded later died": a past form of what counts its subject. */
bool way_is_end(const struct figure_scan *s, uint32_t i);

/* What stands between a phrase and its verb: one step on; the same token when the way ends there. */
uint32_t way_step(const struct figure_scan *s, uint32_t i, struct way *way);

#endif
