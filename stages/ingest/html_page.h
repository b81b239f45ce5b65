/* html_page - a web page as far as a story needs it: its blocks of text in reading order,
 * the elements that hold them, and what it says about itself. No tree: elements are a list in
 * document order with their parents, so that every pass is a loop. */
#ifndef RECOUNT_HTML_PAGE_H
#define RECOUNT_HTML_PAGE_H

#include "base/err.h"
#include "html_scan.h"

/* A block-level element (or another one with a role), in document order. */
struct html_node {
	uint32_t parent;      /* index; that of the first node is its own */
	uint32_t end;	      /* behind its last descendant */
	uint32_t first, last; /* its pieces [first, last), those of its descendants too */
	uint32_t roles;	      /* enum role: its own; html_story adds those of its ancestors */
	uint32_t prose;	      /* words of the story-like pieces in it */
	uint8_t tag;	      /* enum tag */
	struct str id;	      /* attribute */
};

/* A run of text between block-level tags: a "block" of Kohlschütter et al. 2010. */
struct html_piece {
	uint32_t start, end; /* [bytes] into text; white space folded, never empty */
	uint32_t node;	     /* that holds it */
	uint32_t words;
	uint32_t linked; /* [bytes] of it within links */
	uint32_t roles;	 /* of an element within it that is half of it or more */
	uint8_t tag;	 /* enum tag of its node */
};

/* A time element, or another with a machine-readable time. */
struct html_time {
	uint32_t node, piece; /* the node that holds it; number of the piece that it stands in or before */
	struct str value;
	bool changed; /* the time of a change */
};

/* Something that the page says about itself. */
struct html_meta {
	struct meta_name name;
	struct str value; /* references resolved, white space folded */
	uint32_t node;
};

struct html_nodes {
	struct html_node *at;
	size_t n, room;
};
struct html_pieces {
	struct html_piece *at;
	size_t n, room;
};
struct html_times {
	struct html_time *at;
	size_t n, room;
};
struct html_metas {
	struct html_meta *at;
	size_t n, room;
};
struct html_scripts {
	struct str *at;
	size_t n, room;
};

struct html_page {
	struct arena *arena;
	const struct markup *markup;
	struct str text; /* all gathered words */
	struct html_nodes nodes;
	struct html_pieces pieces;
	struct html_times times;
	struct html_metas metas;
	struct html_scripts linked_data; /* JSON-LD, as it stands in the page */
	struct str title;		 /* of the head */
	struct str language;		 /* of the html element */
	struct str canonical;		 /* address that it says it has */
	bool is_amp;
};

static inline struct str html_piece_text(const struct html_page *page, const struct html_piece *p)
{
	return str_slice(page->text, p->start, p->end);
}

/* Read the page, UTF-8, into *out (arena and markup set). False and err (field "html")
 * when elements are nested more than HTML_NESTING deep, or there are more than HTML_ELEMENTS. */
enum { HTML_NESTING = 10000, HTML_ELEMENTS = 250000 };
bool html_page_read(struct str page, struct html_page *out, struct err *err);

/* The roles of an element by its tag, its class and id words and its other attributes. */
struct html_roles_cache;
struct html_roles_cache *html_roles_cache_new(struct arena *arena);
uint32_t html_roles(const struct markup *markup, struct html_roles_cache *cache, const struct html_token *t);

#endif
