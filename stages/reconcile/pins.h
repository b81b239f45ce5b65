/* pins - estimates that an analyst has set: the last rule, applied to what is finished
 * and shown as what it is. */
#ifndef RECOUNT_PINS_H
#define RECOUNT_PINS_H

#include "tracks.h"

/* Let the pins among the overrides set the estimates of the days from `from` to `to`. */
void pins_apply(struct tracks *tracks, const struct terms *terms, struct arena *arena);

#endif
