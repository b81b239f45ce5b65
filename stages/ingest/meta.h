/* meta - what a page says about its article, in JSON-LD, meta elements, microdata and its
 * head. Where two disagree, the more trustworthy is believed: JSON-LD of the article itself,
 * then the names of metadata.csv by their trust. */
#ifndef RECOUNT_META_H
#define RECOUNT_META_H

#include "html_page.h"

/* An update that JSON-LD tells of a live page. */
struct meta_update {
	struct str title, text, published, url;
};

struct meta_updates {
	struct meta_update *at;
	size_t n, room;
};

/* All texts are in the page's arena; empty is what it does not say. Dates are as written,
 * and are dates. */
struct meta {
	struct str title, published, modified, byline, publisher, agency, language, url;
	struct str body;	     /* the whole text, where JSON-LD has it; paragraphs end with a line */
	struct meta_updates updates; /* of a live page */
	bool is_live;
};

/* What JSON-LD gives goes to page->metas; the rest into *out. */
void meta_read_linked(struct html_page *page, struct meta *out);

/* Choose. roles: [nodes.n], as html_story has them: what stands in comments or teasers is not
 * about this article. url: where the page was fetched from; shown: its headline; or empty. */
void meta_choose(const struct html_page *page, const uint32_t *roles, struct str url, struct str shown,
		 struct meta *out);

/* Is it a date, whole or to the month or year? */
bool meta_is_date(struct str text);

#endif
