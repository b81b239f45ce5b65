/* warc - web archives, as crawlers and wget write them: WARC 1.0 and 1.1, and WET, the
 * text of pages. Responses, revisits that hold a page, resources and conversions are read;
 * everything else is passed over and counted. Records may be compressed one by one, all
 * together, or not at all. Memory does not grow with the file.
 *
 * A record that is damaged, or whose length lies, costs itself: reading goes on at the
 * next head of a record. */
#ifndef RECOUNT_WARC_H
#define RECOUNT_WARC_H

#include "given.h"

bool warc_is(struct str head);
/* position: the number of the record, from 1. offset: where its own gzip member begins in
 * the file, as indexes of web archives have it; else where it begins in the expanded text. */
enum given_result warc_next(struct source *from, struct given *out, struct err *err);

#endif
