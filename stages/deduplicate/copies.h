/* copies - documents that carry another one's words, found without comparing all
 * pairs: only articles that share a text, a sentence or a band of their sketch are
 * looked at, and of those that share one thing only the first originals and the one just
 * before, so that 10,000 prints of one article, or one paragraph in every article, cost
 * no more each. Articles come in the order of articles_order: an original is there
 * before its copies, and a copy joins the original, not the copy before it. Sentences
 * that stand in articles of many times, over a month or longer, are boilerplate and taken
 * for none. */
#ifndef RECOUNT_COPIES_H
#define RECOUNT_COPIES_H

#include "likeness.h"

struct copies {
	struct copy *at; /* in the order of articles, then origins */
	size_t n, room;
};

/* Fill article.origin and list the copies; boilerplate is taken out of article.sentences. A copy of kind contains or
 * contained keeps itself as origin: it is more, or less, than the other one, and its own article. */
void copies_find(struct articles *all, struct copies *out, struct arena *keep);

#endif
