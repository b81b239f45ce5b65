/* versions - a page seen again with changed text is a revision of the same document: what the
 * newer version says takes the place of what the older one said on that day. */
#ifndef RECOUNT_VERSIONS_H
#define RECOUNT_VERSIONS_H

#include "articles.h"

/* Articles of one address and publisher, with different texts of which each shares a sentence
 * with the one before, are versions, ordered by when they were made (modified, else published; the longer of two). Of
 * those made on one day all but the last are dropped; a later version that says when it was made is of that day, so
 * that its figures supersede. n log n in the articles; call before articles_order. */
void versions_settle(struct articles *all, struct arena *scratch);

#endif
