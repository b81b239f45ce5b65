/* told - what contradicts among the events. They lie in files by the days on which they happened
 * (events/bucket-2016-12-12.csv: from that day until the next file begins), and what
 * begins on the days of one file is found there and in the files around it, for as many days as
 * it goes on. */
#ifndef RECOUNT_TOLD_H
#define RECOUNT_TOLD_H

#include "disputes.h"
#include "files/stage.h"

typedef void told_write(struct stage *st, const char *part, struct contradictions *found);

/* For each of the files (those of one folder): give its contradictions, which live until `write`
 * returns. Files beside them are read where they are needed; few are in memory at a time. */
void told_reconcile(struct stage *st, const struct strs *files, const struct terms *terms, told_write *write);

#endif
