/* html_builder - a page while it is being read: shared by the files html_build, html_gather
 * and html_head, and by nobody else. */
#ifndef RECOUNT_HTML_BUILDER_H
#define RECOUNT_HTML_BUILDER_H

#include "html_page.h"

enum { HTML_NOWHERE = -1 };

/* An element whose end tag has not come. */
struct html_open {
	uint8_t tag;
	bool holds;	/* it has a node */
	bool dead;	/* its words, and those within, are none of the page */
	int32_t same;	/* index of the open element of the same tag before it */
	int32_t holder; /* index of the nearest open element with a node, itself too */
	int32_t cell;	/* index of the nearest open cell or table, itself too */
	uint32_t node;	/* that text within it belongs to */
	uint32_t hash;	/* of the name of one that is no known tag */
	uint32_t roles; /* of one without a node: for its part of the piece */
	uint32_t start; /* [bytes] where its text begins */
};

struct html_opens {
	struct html_open *at;
	size_t n, room;
};

struct builder {
	struct html_page *page;
	struct html_scan scan;
	struct html_roles_cache *cache;
	struct html_opens open;
	int32_t last[TAG_COUNT]; /* index of the innermost open element of that tag */
	char *text;
	size_t n;		 /* [bytes] of it */
	struct html_piece piece; /* being gathered; words == 0 and start == n: empty */
	int32_t link;		 /* index of the open link, or HTML_NOWHERE */
	uint32_t role_bytes, roles;
	bool doubtful; /* a line break behind a short line: is it the end of a paragraph? */
	size_t broken; /* [bytes] where the last line break stands */
};

static inline struct html_open *html_top(struct builder *b)
{
	return b->open.n ? &b->open.at[b->open.n - 1] : NULL;
}

/* The piece ends here, if there is any; the next one belongs to the innermost element. */
void html_flush(struct builder *b);
/* Words of the page. */
void html_take_text(struct builder *b, struct str s);
/* <br>: ends a paragraph where a sentence ends, where a short line does, and where another follows. */
void html_take_break(struct builder *b);

/* What tags tell of the page itself: its title, address, metadata, times. */
void html_take_facts(struct builder *b, const struct html_token *t);

#endif
