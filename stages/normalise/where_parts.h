/* where_parts - what the files of where share: an expression taken apart, and the state
 * of one document. */
#ifndef RECOUNT_WHERE_PARTS_H
#define RECOUNT_WHERE_PARTS_H

#include "where.h"

enum { WHERE_CONTAINERS = 4, WHERE_ANCHORS = 12, WHERE_CANDIDATES = 64, WHERE_HOLDERS = 8, WHERE_AREAS = 6 };

/* What a name of several places votes for the best known at most. */
enum { VOTE_KNOWN = 2 };

/* The text form, taken apart. */
struct expression {
	struct str name, part, hint, beside;
	struct str in[WHERE_CONTAINERS];
	size_t n_in;
	bool near, demonym;
	bool seat; /* whose police speak */
};

struct expression expression_parse(struct str text);

/* A place whose meaning is certain: others are told apart by it. */
struct anchor {
	uint32_t place;
	int32_t lat, lon; /* [1e-4 degree] */
};

/* A first-order division in which such a place lies. */
struct anchored {
	uint32_t area;
	uint32_t place; /* the only one there; PLACE_NONE: there are several */
};

/* "Henry County, Ind.": from here on "Henry County" is that one. */
struct told {
	uint64_t name; /* hash of the folded name; 0: the slot is free */
	struct str text;
};

/* The places of a name, best known first, and the country whose demonym it is. */
struct where_name {
	uint64_t hash; /* of the name as written; 0: the slot is free */
	const uint32_t *places;
	uint32_t n, demonym;
};

/* The gazetteer is asked once for a name that many documents hold. A name takes its slot from another
 * of that slot: what is kept has a fixed size. */
enum { WHERE_NAMES = 2048 };

struct where_names {
	const struct gazetteer *g;
	struct where_name slots[WHERE_NAMES];
};

/* arena: for what is needed on the way. */
const struct where_name *where_name_of(struct where_names *names, struct str name, struct arena *arena);

struct where {
	const struct gazetteer *g;
	struct where_names *names;
	struct arena *arena;
	uint32_t votes[26 * 26]; /* for each country that the document names, or has a place of */
	uint32_t most_votes, all_votes;
	int most_named;		     /* the slot of the country with most votes */
	uint32_t seat;		     /* the town whose police or reporters tell; PLACE_NONE: none */
	bool told_of[26 * 26];	     /* the countries that are named, or said to hold a place, or whose metropolis is */
	uint32_t areas[WHERE_AREAS]; /* provinces and states that it names */
	size_t n_areas;
	struct anchor anchors[WHERE_ANCHORS];
	size_t n_anchors;
	struct anchored anchored[WHERE_ANCHORS];
	size_t n_anchored;
	struct known **known; /* [slots] open addressing by text form; NULL: the slot is free */
	uint64_t *voted;      /* [slots] hashes of the ambiguous names that have voted; 0 is free */
	size_t n_told;
	struct told *told; /* [slots] the first expression of a name that says what holds it */
	size_t slots;
};

/* Candidates for the name of an expression, best known first, WHERE_CANDIDATES at most; for a demonym its country. */
size_t where_candidates(const struct where *w, const struct expression *e, const uint32_t **out);
/* What a candidate is weighed for. */
struct sought {
	const struct expression *e;
	uint32_t first;	 /* its best known candidate: no witness for the others */
	size_t n;	 /* candidates */
	uint32_t beside; /* the town that it is told to be near; PLACE_NONE: none */
};

/* where_points.c: what speaks for a candidate, in points; rank: how many are better known. Below WHERE_FOREIGN it
 * is not where the text says. */
enum { WHERE_FOREIGN = -100 };
int where_points(const struct where *w, const struct sought *of, uint32_t place, size_t rank);
/* Points for what is near a place that is certain, and for what lies in a named division, or one of theirs. The
 * expression's own best known candidate is no witness. */
int where_by_distance(const struct where *w, uint32_t own, uint32_t place, const struct place_brief *p);
int where_by_area(const struct where *w, uint32_t own, uint32_t place, enum place_kind kind);

/* Does the name agree with the place's by its key alone: "Mina" with Minna? */
bool where_is_by_key(const struct where *w, struct str name, uint32_t place, const struct place_brief *p);
/* Is it another name of the place, and not another spelling: "Bale" of Basel? */
bool where_is_by_other_name(const struct where *w, struct str name, uint32_t place);

/* A name that says nothing of what holds it takes that of its first expression that does. */
void where_inherit(const struct where *w, struct expression *e);
/* The candidate that the document means; PLACE_NONE when there is none. */
uint32_t where_choose(const struct where *w, const struct expression *e);
/* The place that an expression names as a holder: the first of its in= that is known. */
uint32_t where_holder(const struct where *w, const struct expression *e);
/* "Georgia": a country that shares its name with a state of more people says nothing for certain. */
bool where_is_shared(const struct where *w, const uint32_t *candidates, size_t n);
/* where_vote.c: let the document's places vote for countries and choose the anchors. */
void where_vote(struct where *w, const struct mention *mentions, size_t n);

/* The town that an expression names beside its own; PLACE_NONE: none that is known. */
uint32_t where_beside(const struct where *w, const struct expression *e);

/* The record of an expression that means `place` (PLACE_NONE: a name unknown to the gazetteer,
 * held by `holder` or by nothing). */
void place_fill(const struct where *w, const struct expression *e, uint32_t place, uint32_t holder,
		struct place_ref *out);

#endif
