/* happened - the time of a mention, as far as it can be its own: what has happened does not lie ahead. */
#ifndef RECOUNT_HAPPENED_H
#define RECOUNT_HAPPENED_H

#include "records/mention.h"
#include "times.h"

/* The text of the time t->when, which must be there, for the mention that hangs on the token; its kind, measure,
 * status and modality are filled. Empty where the time is another's: "clashes left 11 dead ahead of the election
 * that is scheduled for Sunday". Memory is the reading's arena. */
struct str happened_time(const struct reading *r, const struct time_mentions *times, const struct times_governing *t,
			 uint32_t token, const struct mention *m);

/* The status of an event of a process, given its time `when` (or TIME_NONE): what begins on a day ahead is scheduled.
 */
enum status happened_status(const struct time_mentions *times, uint32_t when, enum status status);

#endif
