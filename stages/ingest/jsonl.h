/* jsonl - articles as JSON Lines, one object a line. Keys: id, text, title, published,
 * url, publisher, agency, byline, language; all but text may be missing or null, other
 * keys are ignored. All are texts; id and published may also be whole numbers.
 *   {"id":"a17","published":"2016-12-16","text":"BEIRUT (AP) - Twelve people ..."} */
#ifndef RECOUNT_JSONL_H
#define RECOUNT_JSONL_H

#include "given.h"

/* Does it begin like JSON: an object, or a list of such things? */
bool jsonl_is(struct str head);
enum given_result jsonl_next(struct source *from, struct given *out, struct err *err);

#endif
