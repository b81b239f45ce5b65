#include "space.h"

/* White space beyond ASCII. */
static const struct str wide_spaces[] = {
	{"\u00a0", 2}, {"\u2009", 3}, {"\u202f", 3}, {"\u2002", 3},
	{"\u2003", 3}, {"\u200b", 3}, {"\ufeff", 3}, {"\u3000", 3},
};

size_t wide_space_at(struct str s, size_t i)
{
	for (size_t k = 0; k < sizeof wide_spaces / sizeof *wide_spaces; k++)
		if (str_starts(str_slice(s, i, s.n), wide_spaces[k]))
			return wide_spaces[k].n;
	return 0;
}

/* White space that ends at s[end - 1]. */
static size_t space_before(struct str s, size_t end)
{
	if ((unsigned char)s.at[end - 1] < 0x80)
		return ascii_is_space((unsigned char)s.at[end - 1]);
	for (size_t k = 0; k < sizeof wide_spaces / sizeof *wide_spaces; k++)
		if (str_ends(str_slice(s, 0, end), wide_spaces[k]))
			return wide_spaces[k].n;
	return 0;
}

struct str space_trim(struct str s)
{
	for (size_t n; s.n && (n = space_before(s, s.n));)
		s.n -= n;
	for (size_t n; s.n && (n = space_at(s, 0));)
		s = str_slice(s, n, s.n);
	return s;
}
