/* sudden - events that come unforeseen (column `sudden` of event_types.csv): their day is never ahead. */
#ifndef RECOUNT_SUDDEN_H
#define RECOUNT_SUDDEN_H

#include "reading.h"

bool sudden_type(const struct reading *r, struct str type);
/* Is the token a noun of one: "quake", "attack"? Its sentence must be tagged. */
bool sudden_noun(const struct reading *r, uint32_t token);

#endif
