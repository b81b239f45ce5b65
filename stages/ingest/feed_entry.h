/* feed_entry - one entry of a feed while it is read: which element says what. */
#ifndef RECOUNT_FEED_ENTRY_H
#define RECOUNT_FEED_ENTRY_H

#include "given.h"

enum feed_field {
	FEED_NONE,
	FEED_ID,
	FEED_TITLE,
	FEED_LINK,
	FEED_PUBLISHED,
	FEED_MODIFIED,
	FEED_AUTHOR,
	FEED_SOURCE, /* the publisher of an entry taken over from elsewhere */
	FEED_LANGUAGE,
	FEED_SUMMARY,
	FEED_CONTENT,
	FEED_FIELDS,
};

/* Which field an element of that local name is, in the namespace (may be empty). */
enum feed_field feed_field_of(struct str space, struct str name);

/* Texts of an entry, or of the feed itself, in an arena. */
struct feed_entry {
	struct str at[FEED_FIELDS];
	bool markup[FEED_FIELDS]; /* the text is surely HTML */
	bool broken;		  /* a text of it is no UTF-8 */
};

/* Keep the text, unless a better one is there: the first counts. What is no UTF-8 (libxml2
 * lets it pass where it mends) is not kept, and told. */
void feed_entry_set(struct feed_entry *entry, enum feed_field field, struct str text, bool markup, struct arena *arena);

/* The entry as an article; texts in from->held. False and err (field "text") when it has
 * none, (field "encoding") when a part of it was broken. */
bool feed_entry_give(const struct feed_entry *entry, const struct feed_entry *feed, struct source *from,
		     struct given *out, struct err *err);

#endif
