/* headline - the names in an article's title, where the title stands apart from its text
 * ("Four dead in flat fire in Leeds"): they tell where a story is whose sentences don't. */
#ifndef RECOUNT_HEADLINE_H
#define RECOUNT_HEADLINE_H

#include "names.h"

struct headline {
	struct reading r; /* of the title alone: names->first and the like are its tokens */
	struct names names;
};

/* False, and *out empty, when the article has no title or its text holds it as a block.
 * What an outlet adds ("… - Leeds News", "… | World") is left out. */
bool headline_read(const struct reading *r, struct headline *out);

#endif
