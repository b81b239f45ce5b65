/* rules - what the current statements about one quantity amount to: low, best, high,
 * how the sources stand to each other, and the name of the rule that decided.
 *
 *   vague.only              only vague counts stand: their range, no best
 *   single.only             one source
 *   agreed.specific         all can hold together: the most specific wording, then the
 *                           most independently reported, then the newest
 *   contested.median        they cannot: the median of the independent sources, the
 *                           lower one of an even count
 *   contested.latest, contested.preferred, contested.weighted   by the policy set
 *   cumulative.kept         a total doesn't fall unless a source takes its number back */
#ifndef RECOUNT_RULES_H
#define RECOUNT_RULES_H

#include "current.h"
#include "records/track.h"

struct verdict {
	struct decimal low, best, high;
	bool open_low, open_high;
	int status; /* enum estimate_status */
	const char *rule;
	const struct statement *decided; /* whose number best is; NULL: none */
	const struct statement *widest;	 /* that allows the greatest numbers; NULL: only vague ones stand */
	size_t sources;			 /* organisations that stand */
};

/* c holds at least one statement; before: the verdict of the day before, or NULL. */
struct verdict rules_judge(const struct current *c, const struct verdict *before);

/* Does a vague count go with the number? "Thousands" goes with 50,000 but not with 200: it is a lower bound, that
 * people use well beyond its upper one, and a loose one. */
bool rules_vague_agrees(const struct statement *vague, const struct statement *specific);
/* Does the source of standings [i, end) dissent from the best number? */
bool rules_dissents(const struct current *c, size_t i, const struct verdict *v);
/* End of the standings of one source, from i. */
size_t rules_source_end(const struct current *c, size_t i);

#endif
