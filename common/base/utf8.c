#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/plain.h"

size_t utf8_at(struct str s, size_t i, int32_t *cp)
{
	unsigned char c = (unsigned char)s.at[i];

	if (c < 0x80) {
		*cp = c;
		return 1;
	}
	utf8proc_int32_t got;
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.at + i, (utf8proc_ssize_t)(s.n - i), &got);

	if (n <= 0) {
		*cp = 0xFFFD;
		return 1;
	}
	*cp = got;
	return (size_t)n;
}

ptrdiff_t utf8_invalid(struct str s)
{
	for (size_t i = 0; i < s.n;) {
		utf8proc_int32_t cp;

		if (i + 8 <= s.n && !(plain_load(s.at + i) & PLAIN_TOPS)) {
			i += 8;
			continue;
		}
		if ((unsigned char)s.at[i] < 0x80) {
			i++;
			continue;
		}
		utf8proc_ssize_t n =
			utf8proc_iterate((const utf8proc_uint8_t *)s.at + i, (utf8proc_ssize_t)(s.n - i), &cp);

		if (n <= 0)
			return (ptrdiff_t)i;
		i += (size_t)n;
	}
	return -1;
}

bool utf8_is_letter(int32_t cp)
{
	if (cp < 0x80)
		return ascii_is_alpha((unsigned char)cp);
	utf8proc_category_t c = utf8proc_category(cp);

	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_upper(int32_t cp)
{
	if (cp < 0x80)
		return ascii_is_upper((unsigned char)cp);
	utf8proc_category_t c = utf8proc_category(cp);

	return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

/* Apostrophes, prime marks and the letters that transliterate ayn and hamza carry no identity. */
static bool is_silent(int32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0x2018 || cp == 0x2019 || cp == 0x201B || cp == 0x2032 ||
	       (cp >= 0x02B9 && cp <= 0x02BF) || cp == 0x00B4;
}

static bool is_dash(int32_t cp)
{
	return cp >= 0x2010 && cp <= 0x2015;
}

struct str utf8_fold(struct arena *arena, struct str s)
{
	struct buf out = {.arena = arena};

	for (size_t i = 0; i < s.n;) {
		int32_t cp;
		utf8proc_int32_t parts[8];
		int unused = 0;

		i += utf8_at(s, i, &cp);
		if (cp < 0x80 && cp != '\'' && cp != '`') {
			buf_add_char(&out, ascii_to_lower((char)cp));
			continue;
		}
		if (is_silent(cp))
			continue;
		if (is_dash(cp)) {
			buf_add_char(&out, '-');
			continue;
		}
		utf8proc_ssize_t n = utf8proc_decompose_char(
			cp, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
			&unused);
		for (utf8proc_ssize_t k = 0; k < n && k < 8; k++) {
			utf8proc_uint8_t bytes[4];
			utf8proc_ssize_t m = utf8proc_encode_char(parts[k], bytes);

			buf_add(&out, (struct str){(const char *)bytes, (size_t)m});
		}
	}
	return buf_str(&out);
}
