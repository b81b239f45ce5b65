/* markup - what the names in a web page mean: its tags, the words in its class and id
 * attributes, and the names of its metadata. Words from the tables `markup` and
 * `metadata` of the lexicon. */
#ifndef RECOUNT_MARKUP_H
#define RECOUNT_MARKUP_H

#include "records/lexicon.h"

/* What an element is to a story; a set of bits. */
enum role {
	ROLE_BODY = 1 << 0,    /* holds the story: articleBody */
	ROLE_ARTICLE = 1 << 1, /* holds one article with its head */
	ROLE_MAIN = 1 << 2,
	ROLE_TITLE = 1 << 3,
	ROLE_LEAD = 1 << 4, /* standfirst */
	ROLE_BYLINE = 1 << 5,
	ROLE_TIME = 1 << 6,
	ROLE_CAPTION = 1 << 7,
	ROLE_QUOTE = 1 << 8,
	ROLE_ENTRY = 1 << 9, /* of a live page */
	ROLE_HEADER = 1 << 10,
	ROLE_FOOTER = 1 << 11,
	ROLE_ASIDE = 1 << 12,
	ROLE_CHROME = 1 << 13, /* navigation, share bars, newsletters, cookies, advertisements */
	ROLE_TEASER = 1 << 14,
	ROLE_COMMENT = 1 << 15,
	ROLE_HIDDEN = 1 << 16,
	ROLE_NAMED = 1 << 17,	/* CHROME, TEASER or HIDDEN only because a class word says so */
	ROLE_CHANGED = 1 << 19, /* of a time: when it was changed, not when it was published */
	ROLE_LIVE = 1 << 18,	/* a live page, or what is of one */
};

/* clang-format off */
#define TAG_LIST(X) \
	X(A, "a", 0, 0) X(ABBR, "abbr", 0, 0) X(ADDRESS, "address", TAG_BLOCK, ROLE_BYLINE) \
	X(ARTICLE, "article", TAG_BLOCK, ROLE_ARTICLE) X(ASIDE, "aside", TAG_BLOCK, ROLE_ASIDE) \
	X(AUDIO, "audio", TAG_SKIP, 0) X(B, "b", 0, 0) X(BASE, "base", TAG_VOID, 0) \
	X(BLOCKQUOTE, "blockquote", TAG_BLOCK, ROLE_QUOTE) X(BODY, "body", TAG_BLOCK, 0) X(BR, "br", TAG_VOID, 0) \
	X(BUTTON, "button", TAG_DEAD, 0) X(CANVAS, "canvas", TAG_SKIP, 0) X(CAPTION, "caption", TAG_BLOCK, ROLE_CAPTION) \
	X(CENTER, "center", TAG_BLOCK, 0) X(COL, "col", TAG_VOID, 0) X(DD, "dd", TAG_BLOCK, 0) \
	X(DETAILS, "details", TAG_BLOCK, 0) X(DIALOG, "dialog", TAG_BLOCK, ROLE_CHROME) X(DIV, "div", TAG_BLOCK, 0) \
	X(DL, "dl", TAG_BLOCK, 0) X(DT, "dt", TAG_BLOCK, 0) X(EM, "em", 0, 0) X(EMBED, "embed", TAG_VOID, 0) \
	X(FIELDSET, "fieldset", TAG_BLOCK, 0) X(FIGCAPTION, "figcaption", TAG_BLOCK, ROLE_CAPTION) \
	X(FIGURE, "figure", TAG_BLOCK, ROLE_CAPTION) X(FONT, "font", 0, 0) X(FOOTER, "footer", TAG_BLOCK, ROLE_FOOTER) \
	X(FORM, "form", TAG_BLOCK, 0) X(H1, "h1", TAG_BLOCK, ROLE_TITLE) X(H2, "h2", TAG_BLOCK, 0) \
	X(H3, "h3", TAG_BLOCK, 0) X(H4, "h4", TAG_BLOCK, 0) X(H5, "h5", TAG_BLOCK, 0) X(H6, "h6", TAG_BLOCK, 0) \
	X(HEAD, "head", TAG_BLOCK, 0) X(HEADER, "header", TAG_BLOCK, ROLE_HEADER) X(HR, "hr", TAG_VOID | TAG_BLOCK, 0) \
	X(HTML, "html", TAG_BLOCK, 0) X(I, "i", 0, 0) X(IFRAME, "iframe", TAG_SKIP, 0) X(IMG, "img", TAG_VOID, 0) \
	X(INPUT, "input", TAG_VOID, 0) X(LABEL, "label", TAG_DEAD, 0) X(LEGEND, "legend", TAG_BLOCK, 0) \
	X(LI, "li", TAG_BLOCK, 0) X(LINK, "link", TAG_VOID, 0) X(MAIN, "main", TAG_BLOCK, ROLE_MAIN) \
	X(MATH, "math", TAG_SKIP, 0) X(MENU, "menu", TAG_BLOCK, ROLE_CHROME) X(META, "meta", TAG_VOID, 0) \
	X(NAV, "nav", TAG_BLOCK, ROLE_CHROME) X(NOSCRIPT, "noscript", TAG_SKIP, 0) X(OBJECT, "object", TAG_SKIP, 0) \
	X(OL, "ol", TAG_BLOCK, 0) X(OPTION, "option", TAG_DEAD, 0) X(P, "p", TAG_BLOCK, 0) X(PARAM, "param", TAG_VOID, 0) \
	X(PICTURE, "picture", 0, 0) X(PRE, "pre", TAG_BLOCK, 0) X(SCRIPT, "script", TAG_RAW, 0) \
	X(SECTION, "section", TAG_BLOCK, 0) X(SELECT, "select", TAG_SKIP, 0) X(SOURCE, "source", TAG_VOID, 0) \
	X(SPAN, "span", 0, 0) X(STRONG, "strong", 0, 0) X(STYLE, "style", TAG_RAW, 0) \
	X(SUMMARY, "summary", TAG_BLOCK, 0) X(SVG, "svg", TAG_SKIP, 0) X(TABLE, "table", TAG_BLOCK, 0) \
	X(TBODY, "tbody", TAG_BLOCK, 0) X(TD, "td", TAG_BLOCK, 0) X(TEMPLATE, "template", TAG_SKIP, 0) \
	X(TEXTAREA, "textarea", TAG_SKIP, 0) X(TFOOT, "tfoot", TAG_BLOCK, 0) X(TH, "th", TAG_BLOCK, 0) \
	X(THEAD, "thead", TAG_BLOCK, 0) X(TIME, "time", 0, ROLE_TIME) X(TITLE, "title", TAG_RAW, 0) \
	X(TR, "tr", TAG_BLOCK, 0) X(TRACK, "track", TAG_VOID, 0) X(UL, "ul", TAG_BLOCK, 0) \
	X(VIDEO, "video", TAG_SKIP, 0) X(WBR, "wbr", TAG_VOID, 0)
/* clang-format on */

enum tag {
	TAG_OTHER,
#define X(name, text, flags, roles) TAG_##name,
	TAG_LIST(X)
#undef X
		TAG_COUNT
};

/* How a tag is read. */
enum tag_flags {
	TAG_BLOCK = 1, /* ends the paragraph before it */
	TAG_VOID = 2,  /* has no content */
	TAG_RAW = 4,   /* its content is no markup, up to its end tag or the end of the page */
	TAG_SKIP = 8,  /* its content is nothing to read, up to its end tag if it has one */
	TAG_DEAD = 16, /* its content is markup, and no words of the page */
};

/* What a name of the metadata gives. */
enum meta_field {
	META_NONE,
	META_TITLE,
	META_PUBLISHED,
	META_MODIFIED,
	META_BYLINE,
	META_PUBLISHER,
	META_AGENCY,
	META_LANGUAGE,
	META_URL,
	META_KIND,
	META_FIELDS,
};

struct meta_name {
	enum meta_field field;
	int trust; /* the greater number is believed; see metadata.csv */
};

struct markup;

/* All in the arena. */
const struct markup *markup_load(const struct lexicon *lex, struct arena *arena);

/* The tag of that name, in either case. */
enum tag markup_tag(const struct markup *markup, struct str name);
unsigned markup_flags(enum tag tag); /* enum tag_flags */
uint32_t markup_roles(enum tag tag); /* enum role */

/* The roles that the words of a class or id name: "c-newsletter__form js-sticky", "relatedStories2". */
uint32_t markup_words(const struct markup *markup, struct str names);
/* Of a text taken as one name, so that phrases run across its blanks: a title, an address. */
uint32_t markup_phrases(const struct markup *markup, struct str text);

/* What `name` gives, the value of a meta's name, property or itemprop, in either case. */
struct meta_name markup_meta(const struct markup *markup, struct str name);

#endif
