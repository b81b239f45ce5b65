/* statements - assertions as the rules see them: which quantity they are about, who
 * stands behind them, from when, and which numbers they allow. */
#ifndef RECOUNT_STATEMENTS_H
#define RECOUNT_STATEMENTS_H

#include "files/conf.h"
#include "records/assertion.h"
#include "records/bodies.h"
#include "records/override.h"
#include "values/moment.h"

#define NO_DAY INT32_MIN

struct statement {
	const struct assertion *a;
	struct str subject;	 /* a's, or what an override merges it into */
	struct str scope;	 /* assertion_scope */
	struct str organisation; /* supersession and independence go by it: a ministry's government */
	int32_t said;		 /* day of stating */
	int32_t known;		 /* day from which it was published */
	struct moment seen;	 /* when, with the clock where it was told; none: not known */
	int32_t covers;		 /* what adds to a total: the day on which; else as said */
	/* The numbers that it allows, "about" reaching tolerance_percent to each side; null: open. */
	struct decimal low, high;
	struct decimal least, most; /* the numbers that it states */
	bool opens_low, opens_high; /* by a bound: "at most", "more than" */
	bool vague;		    /* "thousands" */
	bool adds;		    /* what one day or one blow added, no total */
	bool spans;		    /* it adds for several days, or since one */
	bool press;		    /* a publication tells it: what is known by then, no position that it holds */
};

struct statements {
	struct statement *at;
	size_t n, room;
};

/* What a run of reconcile goes by. */
struct terms {
	const struct conf *conf;
	const struct overrides *overrides;
	int32_t as_of;		     /* [days]; DATE_DAYS_MAX: not given */
	const struct bodies *bodies; /* NULL: none is known to be part of another */
};

/* The statement of an assertion; false when it is of no known day, or of a day after
 * the as-of. An assertion of undated documents counts as known on the as-of, if one is given. */
bool statement_of(const struct assertion *a, const struct terms *terms, struct statement *out, struct arena *arena);
/* Does it enter estimates: asserted, and actual? */
bool statement_counts(const struct statement *s);

/* 0: about one quantity (place, measure, subject, unit, total or addition, scope). */
int statement_cmp_quantity(const struct statement *a, const struct statement *b);
/* Sort by quantity, then day of stating, then day known, then source and id: quickly, for those of a quantity mostly
 * follow each other in that order. */
void statements_sort(struct statements *all);
/* Of sorted statements the end of those that follow i in its quantity, with no longer silence between two. */
size_t statements_episode_end(const struct statements *all, size_t i, long silence_days);
/* Is it so of the statements [n], of one episode? */
typedef bool statements_test(const struct statements *all, const struct statement *at, size_t n,
			     const struct terms *terms);
/* Of sorted statements those of the episodes of which it is so [all->n], in the arena; NULL: of none. */
bool *statements_of_episodes(const struct statements *all, const struct terms *terms, statements_test *is,
			     struct arena *arena);

/* Could both hold: have they a number in common? */
bool statement_overlaps(const struct statement *a, const struct statement *b);
/* Does it allow that number? */
bool statement_allows(const struct statement *s, struct decimal number);
/* The days that its number is of: "on Friday", "in the past week". False where it tells none, or an open end. */
bool statement_own_days(const struct statement *s, int32_t *first, int32_t *last);
/* How much its wording says, the most specific greatest. */
int statement_specificity(const struct statement *s);

#endif
