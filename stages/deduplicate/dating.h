/* dating - the publication date of documents that have none, inferred from dated ones
 * that carry the same sentences, quotations or statements, to a fixpoint: what was
 * dated in one round dates others in the next.
 *
 * What is held against it: a weekday told as just past must be that day or the day
 * before; the day is never before a date that the text itself carries; and a sentence
 * or statement that stands in articles more than three days apart (background,
 * boilerplate) proves nothing. Each key is looked at again only when its days change,
 * which they can three times, so the cost is linear. */
#ifndef RECOUNT_DATING_H
#define RECOUNT_DATING_H

#include "articles.h"
#include "records/assertion.h"
#include "records/claim.h"
#include "shared.h"

struct datings {
	struct dating *at; /* in the order of articles */
	size_t n, room;
};

/* Add what a claim says, without its times, as something that dates an article: source,
 * measure, subject, place and number. Claims of the narrator, of blocks that don't
 * count and without a measure add nothing. */
void dating_statement(struct postings *to, const struct claim *claim, uint32_t article, struct arena *arena);

bool articles_undated(const struct articles *all);
/* Fill day, published and inferred of what can be dated; list it. The articles must be in
 * their order (articles_order), the statements carry its numbers; both may change. */
void articles_date(struct articles *all, struct postings *statements, struct datings *out, struct arena *keep);

#endif
