/* html_article - pieces of a page made an article: its text, with a mark for each paragraph. */
#ifndef RECOUNT_HTML_ARTICLE_H
#define RECOUNT_HTML_ARTICLE_H

#include "given.h"
#include "html_story.h"
#include "meta.h"

/* The pieces [first, last) that are part of the article, in reading order; those in nodes for
 * which skip[node] is set are left out (skip may be NULL). Appends; text and marks in the
 * page's arena. */
struct html_writing {
	const struct html_page *page;
	const struct html_story *story;
	struct buf text;
	struct blocks marks;
	uint32_t words; /* of the story itself */
};

void html_write_piece(struct html_writing *w, uint32_t piece, int kind);
/* A paragraph that stands nowhere in the page's own text. */
void html_write_text(struct html_writing *w, struct str paragraph, int kind);

/* The paragraphs of a text whose lines they are, or of a piece of HTML. */
void html_write_body(struct html_writing *w, struct str body);

/* The time that the page shows for what stands in these pieces, before or among them, in its
 * machine-readable form, or empty: of publication, or of the last change. */
struct str html_shown_time(const struct html_page *page, const struct html_story *story, uint32_t first, uint32_t last,
			   bool changed);

#endif
