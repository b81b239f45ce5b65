#include "values/glyphs.h"

#include <utf8proc.h>

#include "base/utf8.h"

/* clang-format off */
#define U GLYPH_UPPER
#define L GLYPH_LOWER
#define D GLYPH_DIGIT
#define A GLYPH_APOS
#define S GLYPH_SPACE
#define N (GLYPH_SPACE | GLYPH_LINE)
#define H16 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16

/* The underscore is a letter: names of files and accounts stay whole. */
const uint8_t glyph_ascii[256] = {
	S, S, S, S, S, S, S, S, S, S, N, N, N, N, S, S, /* control */
	S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* control */
	S, 0, 0, 0, 0, 0, 0, A, 0, 0, 0, 0, 0, 0, 0, 0, /*  !"#$%&'()*+,-./ */
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0, /* 0123456789:;<=>? */
	0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @A-O */
	U, U, U, U, U, U, U, U, U, U, U, 0, 0, 0, 0, L, /* P-Z[\]^_ */
	A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* `a-o */
	L, L, L, L, L, L, L, L, L, L, L, 0, 0, 0, 0, S, /* p-z{|}~ DEL */
	H16, H16, H16, H16, H16, H16, H16, H16,
};
/* clang-format on */

static bool is_apostrophe(int32_t cp)
{
	return cp == 0x2018 || cp == 0x2019 || cp == 0x201B || cp == 0x02BC || cp == 0x00B4 || cp == 0x2032 ||
	       cp == 0xFF07;
}

static enum glyph glyph_of_category(int32_t cp)
{
	switch (utf8proc_category(cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return GLYPH_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_ND:
	case UTF8PROC_CATEGORY_NL:
		return GLYPH_LOWER;
	case UTF8PROC_CATEGORY_NO:
		return cp == 0x00B2 || cp == 0x00B3 || cp == 0x00B9 ? GLYPH_LOWER : GLYPH_DIGIT; /* km² */
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CN:
		return GLYPH_JOIN;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_CC:
		return GLYPH_SPACE;
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return GLYPH_SPACE | GLYPH_LINE;
	default:
		return GLYPH_MARK;
	}
}

static enum glyph glyph_of(int32_t cp)
{
	if (is_apostrophe(cp))
		return GLYPH_APOS;
	if (cp == 0x85)
		return GLYPH_SPACE | GLYPH_LINE;
	if (cp == 0x200B || cp == 0xFEFF) /* zero-width space, byte order mark */
		return GLYPH_SPACE;
	if (cp == 0x200E || cp == 0x200F || (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069))
		return GLYPH_SPACE; /* marks of the direction of writing: nothing that is written */
	return glyph_of_category(cp);
}

enum glyph glyph_at(struct str text, size_t i, size_t *n)
{
	uint8_t byte = (uint8_t)text.at[i];
	int32_t cp;

	if (byte < 0x80) {
		*n = 1;
		return glyph_ascii[byte];
	}
	*n = utf8_at(text, i, &cp);
	return cp == 0xFFFD ? GLYPH_MARK : glyph_of(cp);
}

char glyph_quote(struct str text, size_t i)
{
	int32_t cp;

	if ((uint8_t)text.at[i] < 0x80)
		return 0;
	utf8_at(text, i, &cp);
	if (is_apostrophe(cp))
		return '\'';
	return (cp >= 0x201C && cp <= 0x201F) || cp == 0x2033 || cp == 0x00AB || cp == 0x00BB ? '"' : 0;
}
