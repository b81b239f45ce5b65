/* sudden - events that come unforeseen (column `sudden` of event_types.csv): their day is never ahead. */
#ifndef RECOUNT_SUDDEN_H
#define RECOUNT_SUDDEN_H

#include "reading.h"

bool sudden_type(const struct reading *r, struct str type);

/* What nature does to a place before it does it to anyone (column `disaster`). */
enum disaster_course {
	COURSE_NONE,
	COURSE_MOVES, /* from place to place: a storm */
	COURSE_STAYS  /* in one place: an earthquake */
};

enum disaster_course sudden_course(const struct reading *r, struct str type);

/* The type of the event that the token is a noun of ("quake", "attack"); empty: of none. Its sentence must be tagged.
 */
struct str sudden_noun(const struct reading *r, uint32_t token);

#endif
