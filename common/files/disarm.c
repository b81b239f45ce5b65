#include "files/disarm.h"

static bool runs_as_formula(struct str s)
{
	static const char *const starts[] = {
		"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"};
	size_t i = 0;

	while (i < s.n && s.at[i] == '\'')
		i++;
	s = str_slice(s, i, s.n);
	for (i = 0; i < sizeof starts / sizeof *starts; i++)
		if (str_starts(s, str_of(starts[i])))
			return true;
	return false;
}

/* Bytes of a control character at i (C0, DEL, C1, the overrides of the direction of
 * writing, which make a number read backwards); 0: none. */
static size_t control_at(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i], d = i + 1 < s.n ? (unsigned char)s.at[i + 1] : 0,
		      e = i + 2 < s.n ? (unsigned char)s.at[i + 2] : 0;

	if (c < 0x20 || c == 0x7F)
		return 1;
	if (c == 0xC2 && d >= 0x80 && d < 0xA0)
		return 2;
	return c == 0xE2 && d == 0x80 && (e == 0xAD || e == 0xAE) ? 3 : 0;
}

static struct str without_controls(struct arena *arena, struct str s)
{
	char *at = NULL;
	size_t n = 0;

	for (size_t i = 0, control; i < s.n; i += control ? control : 1) {
		control = control_at(s, i);
		if (control && !at) {
			at = arena_text(arena, s.n);
			memcpy(at, s.at, n = i);
		}
		if (at)
			at[n++] = control ? ' ' : s.at[i];
	}
	return at ? (struct str){at, n} : s;
}

/* Controls go first: without them the text may begin otherwise. */
struct str disarm_cell(struct arena *arena, struct str cell)
{
	struct str clean = str_fold_space(arena, without_controls(arena, cell));

	return runs_as_formula(clean) ? str_printf(arena, "'%.*s", STR_ARG(clean)) : clean;
}
