/* html_story - which pieces of a page are the article, and of what kind each is. */
#ifndef RECOUNT_HTML_STORY_H
#define RECOUNT_HTML_STORY_H

#include "html_page.h"

struct signs;

struct html_story {
	uint8_t *kinds;	 /* [pieces.n] enum block_kind; BLOCK_NONE: no part of the article */
	uint32_t *roles; /* [nodes.n] enum role, those of the ancestors with them */
	uint32_t region; /* the node that holds the story */
	uint32_t words;	 /* of its body */
	bool is_live;	 /* many reports on one page */
	uint32_t title;	 /* number of the piece that is its headline; pieces.n: none */
};

/* title: as the page gives it elsewhere, or empty; is_live: its metadata call it a live page. The pieces' features and
 * the rule that tells prose from the rest are those of Kohlschütter, Fankhauser and Nejdl, Boilerplate Detection using
 * Shallow Text Features (WSDM 2010), algorithm 2: the words of a piece and of its neighbours, and the share of links.
 * The element that holds the story is the deepest one with nearly all prose, as readers of web pages have done since
 * Readability (2009). */
void html_story_find(struct html_page *page, struct str title, bool is_live, const struct signs *signs,
		     struct html_story *out);

/* Is it no part of any article: navigation, comments, teasers, what is not shown? */
bool html_is_outside(uint32_t roles);

#endif
