/* page - an article's text while its blocks are being found. */
#ifndef RECOUNT_PAGE_H
#define RECOUNT_PAGE_H

#include "blocks.h"
#include "stamp.h"

/* A line that says when it was published. */
struct page_stamp {
	uint32_t start; /* of its paragraph */
	struct stamp stamp;
};

struct page_stamps {
	struct page_stamp *at;
	size_t n, room;
};

struct page {
	struct str text, title; /* title: as the input gave it */
	const struct signs *signs;
	struct arena *arena;
	struct paragraphs list;
	struct page_stamps stamps;
	struct blocks_found *found;
};

/* Cut paragraph i in front of the byte `at` (of the text): i keeps what is before it,
 * i + 1 is the rest, both trimmed; a side that would be empty is not made. Returns the
 * number of the paragraph that begins at `at`, or list.n when nothing is left there. */
size_t page_cut(struct page *page, size_t i, size_t at);

/* Every paragraph that its own words tell from the story gets its kind: timestamps,
 * bylines, credits, boilerplate, captions. Sets byline and agency. */
void labels_set(struct page *page);

/* The credit at the end of a paragraph of the story becomes a paragraph of its own:
 * "... he said. - AFP", "... in the city. (Reporting by Jane Doe)". Sets agency. */
void credits_cut(struct page *page);

/* Captions that only their surroundings tell: in front of the dateline (paragraph
 * `dateline`, or list.n), or the words of another paragraph once more. */
void captions_find(struct page *page, size_t dateline);

/* The clocks that the entries of a live page begin with become timestamps of their own, where at least three
 * paragraphs of the story have one. Linear. */
void clocks_cut(struct page *page);

#endif
