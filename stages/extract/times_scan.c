#include "times_grammar.h"

bool scan_is(const struct scan *s, uint32_t i, const char *word)
{
	if (i < s->start || i >= s->end)
		return false;

	struct str lower = s->tokens[i].lower;

	return lower.n == strlen(word) && memcmp(lower.at, word, lower.n) == 0;
}

bool scan_is_any(const struct scan *s, uint32_t i, const char *words)
{
	struct str rest = str_of(words);

	if (i < s->start || i >= s->end)
		return false;
	while (rest.at)
		if (str_eq(str_cut(&rest, ' '), s->tokens[i].lower))
			return true;
	return false;
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
	return scan_is_any(
		s, i,
		"people persons men women children civilians soldiers fighters rebels villagers policemen percent "
		"per police million billion hundred thousand others dead injured wounded killed");
}
