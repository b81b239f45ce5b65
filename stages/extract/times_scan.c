#include "times_grammar.h"

uint64_t scan_kinds(const struct scan *s, uint32_t i)
{
	if (i < s->start || i >= s->end)
		return 0;
	return UINT64_C(1) << s->atoms[i].kind | (scan_is(s, i, "the") ? UINT64_C(1) << s->atoms[i + 1].kind : 0);
}

uint32_t scan_point(const struct scan *s, uint32_t i, const struct point_form *forms, size_t n, struct timex_point *p)
{
	uint64_t kinds = scan_kinds(s, i);

	for (size_t f = 0; f < n; f++) {
		if (!(forms[f].begins & kinds))
			continue;
		struct timex_point point = TIMEX_POINT_INIT;
		uint32_t read = forms[f].read(s, i, &point);

		if (read) {
			*p = point;
			return read;
		}
	}
	return 0;
}

bool scan_is_noun(const struct scan *s, uint32_t i)
{
	return i >= s->start && i < s->end && tag_is_noun((enum tag)s->tokens[i].tag);
}

bool scan_glued(const struct scan *s, uint32_t i)
{
	return i > s->start && i < s->end && s->tokens[i].start == s->tokens[i - 1].end;
}

enum { YEAR_FIRST = 1000, YEAR_LAST = 2100 };

int scan_day(const struct scan *s, uint32_t i)
{
	const struct atom *a = scan_atom(s, i, ATOM_ORDINAL);

	if (!a && (a = scan_atom(s, i, ATOM_NUMBER)) && a->digits > 2)
		return 0;
	return a && a->value >= 1 && a->value <= 31 ? a->value : 0;
}

int scan_year(const struct scan *s, uint32_t i)
{
	const struct atom *a = scan_atom(s, i, ATOM_NUMBER);

	return a && a->digits == 4 && a->value >= YEAR_FIRST && a->value <= YEAR_LAST ? a->value : 0;
}

bool scan_is_counted(const struct scan *s, uint32_t i)
{
	return scan_atom(s, i, ATOM_COUNTED) || scan_is_any(s, i, "hundred", "thousand");
}
