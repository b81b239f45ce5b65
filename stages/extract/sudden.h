/* sudden - events that come unforeseen (column `sudden` of event_types.csv): their day is never ahead. */
#ifndef RECOUNT_SUDDEN_H
#define RECOUNT_SUDDEN_H

#include "event_types.h"

bool sudden_type(const struct reading *r, struct str type);

/* The type of the event that the token is a noun of ("quake", "attack"); NULL: of none. Its sentence must be tagged. */
const struct event_type *sudden_noun(const struct reading *r, uint32_t token);

#endif
