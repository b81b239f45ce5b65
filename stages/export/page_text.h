/* page_text - texts as the page may hold them: escaped, their controls made visible,
 * links only where a browser may follow. All append to HTML that is being written. */
#ifndef RECOUNT_PAGE_TEXT_H
#define RECOUNT_PAGE_TEXT_H

#include "base/str.h"

/* Markup as it stands: for what this program wrote itself. */
static inline void page_html(struct buf *b, const char *html)
{
	buf_add(b, str_of(html));
}
/* Any bytes, as content or inside a quoted attribute. & < > " ' are escaped; white space
 * becomes a space; what is not UTF-8 becomes U+FFFD; a control is shown by its picture
 * (U+2407 for BEL) and a character that turns or hides text by its number in brackets:
 * U+202E gives "⟨U+202E⟩". Source: Unicode 15, UAX #9 and 23.2; WHATWG HTML 13.1. */
void page_text(struct buf *b, struct str text);
/* As page_text, kept apart from the direction of the text around it: in <bdi>. */
void page_bdi(struct buf *b, struct str text);
/* At most `most` bytes of the text, cut behind a word and ended by an ellipsis. */
struct str page_short(struct arena *arena, struct str text, size_t most);
/* As page_bdi, at most `most` bytes of it, cut behind a word and ended by an ellipsis. */
void page_cut(struct buf *b, struct str text, size_t most);
/* The text with its first letter (ASCII) in upper case. */
struct str page_capital(struct arena *arena, struct str text);

/* May it be followed? http or https, a host without a user's name, no longer than a
 * browser takes, no controls, spaces, quotes or backslashes. */
bool page_is_link(struct str url);
/* "<a href=… rel=…>label</a>", the label in <bdi>; the label alone when it may not be
 * followed. The label must not be empty. */
void page_link(struct buf *b, struct str url, struct str label);

#endif
