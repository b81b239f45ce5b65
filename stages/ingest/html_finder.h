/* html_finder - a story while it is being found: shared by html_region (where it is) and
 * html_story (what each piece of it is). */
#ifndef RECOUNT_HTML_FINDER_H
#define RECOUNT_HTML_FINDER_H

#include "html_story.h"

/* Roles of what is no part of any article. */
enum { HTML_OUTSIDE = ROLE_FOOTER | ROLE_ASIDE | ROLE_CHROME | ROLE_TEASER | ROLE_COMMENT | ROLE_HIDDEN };

struct finder {
	struct html_page *page;
	const struct signs *signs;
	struct html_story *out;
	bool *prose;	/* [pieces.n] */
	bool *headed;	/* [nodes.n] holds an h1 */
	uint32_t *best; /* [nodes.n] the child with most prose; itself: none */
};

/* Share of links, in percent. */
static inline uint32_t html_links(const struct html_piece *p)
{
	return (uint32_t)((uint64_t)p->linked * 100 / (p->end - p->start));
}

/* Does the node `outer` hold node i, or is it the same? */
static inline bool html_holds(const struct html_page *page, uint32_t outer, uint32_t i)
{
	return i >= outer && i < page->nodes.at[outer].end;
}

/* Set prose, roles and out->region. */
void html_find_region(struct finder *f, struct str title, bool is_live);

#endif
