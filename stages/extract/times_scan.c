#include "times_grammar.h"

bool scan_is_any(const struct scan *s, uint32_t i, const char *words)
{
	enum { LONGEST = 11 }; /* [bytes] of a word that is asked for */

	if (i < s->start || i >= s->end)
		return false;

	struct str lower = s->tokens[i].lower;

	if (lower.n == 0 || lower.n > LONGEST || !strchr(words, lower.at[0]))
		return false;
	for (const char *w = words;;) {
		size_t n = 0;

		while (n < lower.n && w[n] == lower.at[n])
			n++;
		if (n == lower.n && (w[n] == ' ' || !w[n]))
			return true;
		while (w[n] && w[n] != ' ')
			n++;
		if (!w[n])
			return false;
		w += n + 1;
	}
}

const struct atom *scan_atom(const struct scan *s, uint32_t i, enum atom_kind kind)
{
	if (i < s->start || i >= s->end || s->atoms[i].kind != kind)
		return NULL;
	return i + s->atoms[i].n <= s->end ? &s->atoms[i] : NULL;
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
	return scan_atom(s, i, ATOM_COUNTED) || scan_is_any(s, i, "hundred thousand");
}
