/* What a "since" or a "before" tells that does not go for its whole sentence: the ceasefire in force since May, those
 * who held the town since 2013, and who fled before it fell in May. */
#include "times.h"
#include "times_grammar.h"

/* What keeps the search linear: how far it is looked for where the clause begins or ends [tokens]. */
enum { CLAUSE = 16 };

static bool begins_relative(const struct scan *s, uint32_t i)
{
	return scan_tag_at(s, i) == TAG_WDT || scan_tag_at(s, i) == TAG_WP || scan_is(s, i, "where");
}

/* A number, also a vague one: of what is counted since then. */
static bool is_counted(const struct scan *s, uint32_t i)
{
	return scan_tag_at(s, i) == TAG_CD || scan_is_any(s, i, "hundreds", "thousands", "dozens", "scores", "tens",
							  "millions", "many", "most", "several");
}

/* The comma before an aside without a verb and without a number that ends in the "since": "soldiers were killed |,
 * despite the ceasefire in force since May"; TIME_NONE: none. "Held since May" is such an aside, too. */
static uint32_t aside_of(const struct scan *s, uint32_t since)
{
	for (uint32_t i = since; i > s->start && since - i < CLAUSE; i--) {
		enum tag t = scan_tag_at(s, i - 1);

		if (t == TAG_COMMA)
			return i < since ? i - 1 : TIME_NONE;
		if (is_counted(s, i - 1) || (tag_is_verb(t) && (t != TAG_VBN || scan_tag_at(s, i - 2) != TAG_COMMA)) ||
		    t == TAG_MD || begins_relative(s, i - 1))
			break;
	}
	return TIME_NONE;
}

/* The "that" or "who" of the clause whose verb the "since" goes with; TIME_NONE: none. */
static uint32_t relative_of(const struct scan *s, uint32_t since)
{
	bool verb = false;

	for (uint32_t i = since; i > s->start && since - i < CLAUSE; i--) {
		enum tag t = scan_tag_at(s, i - 1);

		if (begins_relative(s, i - 1))
			return verb && i > s->start + 1 ? i - 1 : TIME_NONE;
		if (t == TAG_COMMA || is_counted(s, i - 1))
			break;
		verb |= tag_is_verb(t);
	}
	return TIME_NONE;
}

/* One past what the time dates: the comma behind it, or the verb that goes on with the sentence. */
static uint32_t end_of(const struct scan *s, const struct time_mention *m)
{
	uint32_t i = m->first + m->n;

	for (uint32_t steps = 0; i < s->end && steps < CLAUSE; i++, steps++)
		if (scan_tag_at(s, i) == TAG_COMMA || tag_is_finite(scan_tag_at(s, i)))
			break;
	return i;
}

/* Behind what stands before the clause: its last verb or comma. */
static uint32_t antecedent_of(const struct scan *s, uint32_t i)
{
	for (uint32_t steps = 0; i > s->start && steps < CLAUSE; i--, steps++)
		if (tag_is_verb(scan_tag_at(s, i - 1)) || scan_tag_at(s, i - 1) == TAG_MD ||
		    scan_tag_at(s, i - 1) == TAG_COMMA)
			break;
	return i;
}

/* "The number who have died since the 2003 invasion | is 24,865": the verb tells how many of them there are. */
static bool tells_number(const struct scan *s, uint32_t verb)
{
	enum { NEAR = 4 }; /* [tokens] */

	if (!scan_is_any(s, verb, "is", "was", "are", "were", "stands", "stood", "has"))
		return false;
	for (uint32_t i = verb + 1; i < verb + NEAR; i++)
		if (scan_tag_at(s, i) == TAG_CD)
			return true;
	return false;
}

void times_scope_since(const struct scan *s, struct time_mention *m)
{
	uint32_t since = m->first - m->lead, from;

	if (m->reach == TIME_NONE || !scan_is(s, since, "since"))
		return;
	bool closes = !tag_is_finite(scan_tag_at(s, m->first + m->n)); /* not ", heavy rains since May have forced" */

	if (closes && (from = aside_of(s, since)) != TIME_NONE)
		m->reach = from;
	else if ((from = relative_of(s, since)) != TIME_NONE && !tells_number(s, end_of(s, m)))
		m->reach = antecedent_of(s, from - (scan_tag_at(s, from - 1) == TAG_COMMA ? 1 : 0));
	else
		return;
	m->reach_end = end_of(s, m);
}

void times_scope_before(const struct scan *s, struct time_mention *m)
{
	uint32_t lead = m->first - m->lead;
	bool verb = false;

	if (m->reach == TIME_NONE)
		return;
	for (uint32_t i = lead; i > s->start + 1 && lead - i < CLAUSE; i--) {
		if (scan_tag_at(s, i - 1) == TAG_COMMA || begins_relative(s, i - 1))
			return;
		if (verb && scan_is_any(s, i - 1, "before", "until") && !scan_atom(s, i - 2, ATOM_UNITS) &&
		    !scan_atom(s, i - 2, ATOM_UNIT)) {
			m->reach = i - 1;
			return;
		}
		verb |= tag_is_finite(scan_tag_at(s, i - 1));
	}
}
