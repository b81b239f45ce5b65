/* page_record - a record of a web archive made articles: what is a page and what is not. */
#ifndef RECOUNT_PAGE_RECORD_H
#define RECOUNT_PAGE_RECORD_H

#include "given.h"
#include "tally.h"
#include "warc_record.h"

/* In a few words what a record is that holds no page ("request", "image"); NULL: it may
 * hold one. block: its beginning at least. */
const char *page_record_skips(const struct warc_record *record, struct str block);

/* Read the whole block. GIVEN_ARTICLE: *place is filled, further articles wait in `from`;
 * GIVEN_FILE: it is a feed or another file of articles; GIVEN_END: passed over, counted in
 * from->skipped; GIVEN_BAD: err says why. Texts are in from->held. */
enum given_result page_record_read(struct source *from, const struct warc_record *record, struct str block,
				   struct given *place, struct err *err);

#endif
