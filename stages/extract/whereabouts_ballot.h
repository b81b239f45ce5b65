/* whereabouts_ballot - what places a story tells of, and how much: the main one is chosen among them. */
#ifndef RECOUNT_WHEREABOUTS_BALLOT_H
#define RECOUNT_WHEREABOUTS_BALLOT_H

#include "whereabouts_parts.h"

/* What a name counts for, by where it stands. */
enum { WHEREABOUTS_TITLE = 8, WHEREABOUTS_TOLD = 4, WHEREABOUTS_DATELINE = 8, WHEREABOUTS_SPEAKS = 2 };

struct vote {
	uint64_t place;
	uint32_t weight;
	const struct name *name;
	bool told;  /* in the story, not only in its dateline */
	bool title; /* the name is one of the headline's */
};

/* The votes of one place are added up in a table by the place's number. */
struct ballot {
	struct vote *votes;
	size_t room;
	const struct vote *best; /* the one with most weight, the earliest of equals */
};

/* gazetteer_country_code() of the place; -1: it is not known. */
static inline int ballot_country(const struct whereabouts *w, const struct vote *v)
{
	return v->name && v->name->place != PLACE_NONE ? gazetteer_country_code(w->r->know->places, v->name->place)
						       : -1;
}

/* More weight, of equals the earlier. */
static inline bool ballot_is_before(const struct vote *a, const struct vote *b)
{
	return a->weight != b->weight ? a->weight > b->weight : a->name->first < b->name->first;
}

/* Is it less than a country? The gazetteer knows it. */
static inline bool ballot_is_town(const struct whereabouts *w, const struct vote *v)
{
	return gazetteer_kind(w->r->know->places, v->name->place) > PLACE_COUNTRY;
}

/* whereabouts_dateline.c: where the story is, if the reporter sits elsewhere: the best of the ballot is the place of a
 * dateline that the text does not tell. far: what dateline_is_far() says of it. NULL: it may be there. */
const struct vote *dateline_elsewhere(const struct whereabouts *w, const struct ballot *b, bool far);
/* Does the place in the dateline stand for no more than its country? Looks through the whole text. */
bool dateline_is_far(const struct whereabouts *w, uint32_t place);

#endif
