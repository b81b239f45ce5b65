/* stating - one claim on its way into an assertion: what it is compared by. Texts that recur
 * are told by their ranks. */
#ifndef RECOUNT_STATING_H
#define RECOUNT_STATING_H

#include "base/ranks.h"
#include "claims.h"
#include "recorded.h"
#include "records/assertion.h"

struct stating {
	struct record *record;	    /* shared with others */
	struct str id;		    /* of the claim */
	uint64_t wording;	    /* of its sentence, 0 for a short one */
	struct decimal least, most; /* the number stated: both `best`, or the ends of a range or vague count */
	uint32_t claim, article;    /* numbers */
	int64_t start;		    /* of its span [bytes] */
	uint32_t place, measure, subject, unit; /* ranks */
	uint32_t scope;				/* rank of assertion_scope; for what adds to a total of its period */
	int32_t day;				/* of stating; NO_DAY */
	uint8_t modality;			/* 0: actual */
	bool adds, denied, vague;
	bool is_part; /* of another claim */
};

struct statings {
	struct stating *at; /* [n] */
	size_t n;
	struct ranks texts[5]; /* by rank: places, measures, subjects, units, scopes */
	struct recorded recorded;
};
enum { STATING_SCOPES = 4 };

/* Does it reach an assertion: with a measure and a number, in a block that counts, and not of every year (no aspect)?
 */
bool stating_counts(const struct claim *claim);
/* Of the claims that count: with a measure, in a block that counts. */
void statings_make(const struct claims *claims, const struct overrides *overrides, const struct bodies *bodies,
		   struct statings *out, struct arena *arena);

/* 0: about one quantity (place, measure, subject, unit, scope), be it a total or an addition. */
bool stating_same_quantity(const struct stating *a, const struct stating *b);
/* Same statement but for the source (0), else the order of assertions. */
int stating_cmp_statement(const struct stating *a, const struct stating *b);
/* As above, then by source. */
int stating_cmp(const struct stating *a, const struct stating *b);
/* Within one statement: the first to tell it comes first. */
int stating_cmp_telling(const struct stating *a, const struct stating *b);

#endif
