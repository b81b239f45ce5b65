/* whose - on which side those are who fight and are counted: "200 Azerbaijani soldiers", "50 of its soldiers". Two
 * armies claim each other's dead, and what is counted of one is no number of the other. And of which country they are
 * to whom something happened abroad: the 12 Canadians whom a quake killed in Chile are not its dead. */
#ifndef RECOUNT_WHOSE_H
#define RECOUNT_WHOSE_H

#include "records/claim.h"
#include "records/gazetteer.h"

/* The country's adjective where the claim's words tell whose soldiers or fighters they are, or of what other country
 * than that of the claim's place its people are; else empty. The place is filled. Of a sentence
 * the number without a noun ("bringing the total to 198") takes it from the claim before, NULL for none. */
struct str whose_side(const struct claim *c, const struct claim *before, const struct gazetteer *places);

#endif
