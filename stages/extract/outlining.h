/* outlining - the outline of a document: its metadata and the fingerprints of its
 * words, which the stages after this one know it by. */
#ifndef RECOUNT_OUTLINING_H
#define RECOUNT_OUTLINING_H

#include "reading.h"
#include "records/outline.h"
#include "times.h"

struct outline outline_of(const struct reading *r, const struct time_mentions *times);

#endif
