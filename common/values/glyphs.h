/* glyphs - what a character is to somebody who cuts text: part of a word, a digit,
 * space, or a mark of its own. ASCII by one table, the rest by utf8proc. */
#ifndef RECOUNT_GLYPHS_H
#define RECOUNT_GLYPHS_H

#include "base/str.h"

enum glyph {
	GLYPH_MARK = 0,	 /* anything that stands alone */
	GLYPH_LOWER = 1, /* a letter; also of scripts without case */
	GLYPH_UPPER = 2,
	GLYPH_DIGIT = 4, /* also fractions (½) */
	GLYPH_APOS = 8,	 /* ' ` and the typographic apostrophes */
	GLYPH_HIGH = 16, /* not ASCII: glyph_at tells */
	GLYPH_SPACE = 32,
	GLYPH_LINE = 64,  /* white space that ends a line */
	GLYPH_JOIN = 128, /* combining or invisible: goes on with what stands before it */
};

extern const uint8_t glyph_ascii[256]; /* GLYPH_HIGH for every byte from 0x80 */

/* The glyph at text[i] (i < text.n) with its length [bytes] in *n. Bytes that are not UTF-8 are marks. */
enum glyph glyph_at(struct str text, size_t i, size_t *n);

/* The ASCII spelling of a typographic apostrophe or quote at text[i], 0 when it is none. */
char glyph_quote(struct str text, size_t i);

#endif
