/* html_scan - a page cut into tags and text, as section 13.2.5 of the HTML standard (WHATWG,
 * 2024) cuts it: comments, declarations, quoted attributes, raw text. One pass without a tree,
 * linear whatever is broken. Why not libxml2: the time of its HTML parser (2.9) grows with the
 * square of nesting and of attributes (400 kB of either: 4 s), and on ordinary pages it reads a
 * tenth as fast. It is the reference that the tests compare this with, and knows the entities. */
#ifndef RECOUNT_HTML_SCAN_H
#define RECOUNT_HTML_SCAN_H

#include "markup.h"

enum attribute {
	ATTRIBUTE_NONE,
	ATTRIBUTE_CLASS,
	ATTRIBUTE_ID,
	ATTRIBUTE_NAME,
	ATTRIBUTE_PROPERTY,
	ATTRIBUTE_CONTENT,
	ATTRIBUTE_ITEMPROP,
	ATTRIBUTE_ITEMTYPE,
	ATTRIBUTE_REL,
	ATTRIBUTE_HREF,
	ATTRIBUTE_TYPE,
	ATTRIBUTE_ROLE,
	ATTRIBUTE_LANG,
	ATTRIBUTE_STYLE,
	ATTRIBUTE_HIDDEN,
	ATTRIBUTE_ARIA_HIDDEN,
	ATTRIBUTE_DATETIME,
	ATTRIBUTE_TIMESTAMP, /* data-timestamp and its kin: seconds or a date */
	ATTRIBUTE_HTTP_EQUIV,
	ATTRIBUTE_CHARSET,
	ATTRIBUTES,
};

enum html_kind { HTML_END, HTML_TEXT, HTML_OPEN, HTML_CLOSE };

/* All views into the page; entities are not resolved. */
struct html_token {
	enum html_kind kind;
	enum tag tag;
	struct str name;	   /* of the tag */
	struct str text;	   /* of HTML_TEXT; of a raw element what it holds */
	uint32_t has;		   /* set of enum attribute, as bits */
	struct str at[ATTRIBUTES]; /* only those in `has` are set */
};

struct html_scan {
	struct str page;
	size_t at;
	const struct markup *markup;
	bool unclosed[TAG_COUNT]; /* no end tag of it lies ahead */
	bool no_quote[2];	  /* nor a quote of that kind: ' and " */
};

/* The value of an attribute, or empty. */
static inline struct str html_attribute(const struct html_token *t, enum attribute a)
{
	return t->has >> a & 1 ? t->at[a] : STR_NULL;
}

/* The next token; HTML_END at the end. */
void html_next_token(struct html_scan *scan, struct html_token *out);

/* Resolve the character reference at s[*i] ('&') into UTF-8 at `to` (room for 4 bytes, and
 * never more than it took); *i moves behind it. Returns the bytes written: 1 ('&') where it is
 * no reference. Names are libxml2's. */
size_t html_entity(struct str s, size_t *i, char *to);

/* The text with its references resolved, white space folded, in the arena. */
struct str html_text(struct arena *arena, struct str s);

#endif
