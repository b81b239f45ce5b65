/* space - white space of any kind, at the ends of texts and between words. */
#ifndef RECOUNT_SPACE_H
#define RECOUNT_SPACE_H

#include "base/str.h"

/* Bytes of white space at s[i], 0 for none: ASCII's, the no-break spaces, zero-width
 * ones and the byte order mark. */
size_t wide_space_at(struct str s, size_t i);
static inline size_t space_at(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i];

	return c < 0x80 ? ascii_is_space(c) : c == 0xC2 || c > 0xE1 ? wide_space_at(s, i) : 0;
}

/* Without any of those at both ends. */
struct str space_trim(struct str s);

#endif
