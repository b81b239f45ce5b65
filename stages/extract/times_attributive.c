/* "The war entered its fifth month on Wednesday", "1,200 in May, compared with 900 a year earlier", "on the anniversary
 * of a 1985 quake that left 5,000 dead, the toll rose to 248", "searched on Wednesday after a quake killed 217": what a
 * time before a noun, or in a main clause, says nothing of. */
#include "sudden.h"
#include "times.h"
#include "times_grammar.h"

enum { CLAUSE = 30 };

static uint32_t least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

static bool is_break(const struct scan *s, uint32_t i)
{
	return scan_tag_at(s, i) == TAG_COMMA ||
	       scan_is_any(s, i, ";", ":", "--", "\xe2\x80\x94", "\xe2\x80\x93", "(", ")") ||
	       (scan_is(s, i, "-") && !scan_glued(s, i));
}

/* "a 1985 quake", "his 2008 campaign", "a deadly 1985 quake": a lone year before a noun, that no "the" points at. */
static bool is_attribute(const struct scan *s, const struct time_mention *m)
{
	const struct timex_point *p = &m->timex.at;
	enum tag before = m->first > s->start ? scan_tag_at(s, m->first - 1) : TAG_NONE;

	if (m->timex.kind != TIMEX_POINT || !p->year || p->month || p->part || p->span || m->lead || p->mod)
		return false;
	return scan_is_noun(s, m->first + m->n) &&
	       (scan_is_any(s, m->first - 1, "a", "an") || before == TAG_PRPS || before == TAG_JJ);
}

/* Does a verb or a preposition stand before it in its clause, so that it is no subject: "survived | a 1985 quake"? */
static bool is_object(const struct scan *s, uint32_t i)
{
	for (uint32_t steps = 0; i > s->start && steps < CLAUSE && !is_break(s, i - 1); i--, steps++) {
		enum tag t = scan_tag_at(s, i - 1);

		if (tag_is_verb(t) || t == TAG_IN || t == TAG_TO)
			return true;
	}
	return false;
}

/* The end of the noun phrase, with a clause of "that" or a participle behind it. */
static uint32_t phrase_end(const struct scan *s, uint32_t i)
{
	uint32_t verbs = 0;

	while (scan_is_noun(s, i) || scan_is(s, i, "'s") || scan_tag_at(s, i) == TAG_JJ)
		i++;
	if (scan_is_any(s, i, "that", "which", "who", "when", "in") || scan_tag_at(s, i) == TAG_VBG ||
	    scan_tag_at(s, i) == TAG_VBN)
		for (uint32_t steps = 0; i < s->end && steps < CLAUSE && !is_break(s, i); i++, steps++) {
			verbs += tag_is_finite(scan_tag_at(s, i)) ? 1 : 0;
			if (verbs > 1)
				break;
		}
	return i;
}

/* "| after a quake killed 217": what comes of itself, and has killed before others searched; of a gunman's victims the
 * day is more often the same. */
static bool opens_clause(const struct scan *s, uint32_t i)
{
	bool sudden = false;

	if (!scan_is(s, i, "after"))
		return false;
	for (uint32_t k = i + 1; k < s->end && k - i < CLAUSE && !is_break(s, k); k++) {
		if (tag_is_finite(scan_tag_at(s, k)))
			return sudden;
		sudden |= scan_is_noun(s, k) && sudden_noun(s->r, k) && !scan_is_any(s, k, "shooting", "shootings");
	}
	return false;
}

/* Where behind it something begins that is only compared: "in the quarter, | compared with 300 a year earlier"; the
 * sentence's end where nothing does. */
static uint32_t comparison_behind(const struct scan *s, uint32_t i)
{
	enum { REACH = 40 };

	for (uint32_t steps = 0; i + 1 < s->end && steps < REACH; i++, steps++) {
		if (scan_is_any(s, i, ";", ":"))
			break;
		if (scan_is(s, i, "compared") && scan_is_any(s, i + 1, "with", "to"))
			return i;
		if (scan_is_any(s, i, "versus", "vs", "vs."))
			return i;
		if (scan_tag_at(s, i) == TAG_COMMA && scan_is_any(s, i + 1, "up", "down") && scan_is(s, i + 2, "from"))
			return i;
	}
	return s->end;
}

/* "the war entered its fifth month | on Wednesday, leaving 27,000 dead": of how long it has lasted, which all that has
 * happened in it took. */
static bool is_milestone(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 8 };
	uint32_t lead = m->first - m->lead;
	bool nth = false;

	for (uint32_t i = lead; i > s->start && lead - i < REACH; i--) {
		if (scan_atom(s, i - 1, ATOM_ORDINAL) && scan_atom(s, i, ATOM_UNIT))
			nth = true;
		else if (nth && scan_is_any(s, i - 1, "enter", "enters", "entered", "entering", "mark", "marks",
					    "marked", "reached", "passed"))
			return true;
		else if (scan_tag_at(s, i - 1) == TAG_COMMA)
			return false;
	}
	return false;
}

void times_attributive(const struct scan *s, struct time_mention *m)
{
	uint32_t end = m->first + m->n, compared;

	if (m->timex.kind == TIMEX_DURATION || m->timex.kind == TIMEX_SET || m->timex.kind == TIMEX_VAGUE)
		return;
	if ((compared = comparison_behind(s, end)) < s->end)
		m->reach_end = least(m->reach_end, compared);
	if (is_milestone(s, m))
		m->reach = m->reach_end = end;
	if (m->timex.kind != TIMEX_POINT)
		return;
	if (is_attribute(s, m) && is_object(s, m->first))
		m->reach_end = least(m->reach_end, phrase_end(s, end));
	else if (times_has_day(&m->timex.at) && opens_clause(s, end))
		m->reach_end = least(m->reach_end, end);
}
