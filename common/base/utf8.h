/* utf8 - decoding, checking and folding of UTF-8 text (utf8proc for the tables). */
#ifndef RECOUNT_UTF8_H
#define RECOUNT_UTF8_H

#include "base/str.h"

/* Decode the code point at s[i] (i < s.n) into *cp; returns its bytes, 1..4.
 * A byte that starts no valid sequence gives U+FFFD and 1. */
size_t utf8_at(struct str s, size_t i, int32_t *cp);

/* Offset of the first byte that is not UTF-8, or -1. */
ptrdiff_t utf8_invalid(struct str s);

/* Letters of any script; upper-case letters of any script. */
bool utf8_is_letter(int32_t cp);
bool utf8_is_upper(int32_t cp);

/* Lower case, without diacritics, for comparing names: "Kafr Zaytā" gives
 * "kafr zayta", "‘Ayn" gives "ayn"; typographic apostrophes and hyphens vanish
 * or become ASCII ('-'). For case in running text use str_lower. */
struct str utf8_fold(struct arena *arena, struct str s);

#endif
