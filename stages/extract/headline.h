/* headline - the names in an article's title, where the title stands apart from its text
 * ("Four dead in flat fire in Leeds"): they tell where a story is whose sentences don't. */
#ifndef RECOUNT_HEADLINE_H
#define RECOUNT_HEADLINE_H

#include "names.h"

struct headline {
	struct reading r; /* of the title alone: names->first and the like are its tokens */
	struct names names;
	struct strs outlet; /* the text forms of the places in what its outlet adds: "… - Leeds News" */
};

/* False when the article has no title, when its text holds it as a block, or when it names nothing.
 * What an outlet adds ("… - Leeds News", "… | World") is no part of the names. */
bool headline_read(const struct reading *r, struct headline *out);

#endif
