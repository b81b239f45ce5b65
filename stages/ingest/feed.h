/* feed - RSS 0.9x, 1.0, 2.0 and Atom (libxml2, read as a stream): an entry is an article,
 * its full text where the feed has it, else its summary. Nothing is fetched, no entity is
 * expanded but XML's own.
 * Source: rssboard.org/rss-specification; RFC 4287; purl.org/rss/1.0/modules/content */
#ifndef RECOUNT_FEED_H
#define RECOUNT_FEED_H

#include "given.h"

/* Is the first element rss, feed or RDF? */
bool feed_is(struct str head);
/* position: the number of the entry, from 1; offset as well: XML has no byte offsets to rely on. */
enum given_result feed_next(struct source *from, struct given *out, struct err *err);
void feed_end(struct source *from);

#endif
