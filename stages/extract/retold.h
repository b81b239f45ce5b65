/* retold - news tells one happening several times: "An explosion killed five. … The blast
 * on Monday tore …". A mention without a time of its own takes the time that the document
 * tells for the mentions of its kin (column `kin` of event_types.csv), when they agree. */
#ifndef RECOUNT_RETOLD_H
#define RECOUNT_RETOLD_H

#include "event_when.h"

/* The mention of a time for each event [events->n] that tells none itself, by what the sentence of each tells
 * (event_times); TIME_NONE: nothing is told.
 * Memory is the reading's arena. Linear in events and times. */
uint32_t *retold_times(struct reading *r, const struct time_mentions *times, const struct event_time *told,
		       const struct found_events *events);

#endif
