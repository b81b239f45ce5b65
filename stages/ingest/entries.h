/* entries - a live page is many reports: each entry becomes an article of its own time, the
 * page their common parent. */
#ifndef RECOUNT_ENTRIES_H
#define RECOUNT_ENTRIES_H

#include "html_article.h"

struct entries {
	uint32_t *at; /* nodes, in reading order; none lies in another */
	size_t n, room;
};

/* The entries of a live page: elements that say so, or else children of one element that each
 * have a time and prose. Fewer than two are none. */
void entries_find(const struct html_page *page, const struct html_story *story, struct entries *out);

/* The entry's address, title, time and text; `page` holds what the page itself gave. False
 * when the entry tells nothing. */
bool entry_read(const struct html_page *page, const struct html_story *story, uint32_t node, const struct given *whole,
		struct given *out);

/* The same of an update that only JSON-LD tells. */
bool entry_of_update(const struct html_page *page, const struct html_story *story, const struct meta_update *update,
		     const struct given *whole, struct given *out);

#endif
