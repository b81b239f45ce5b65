/* "The army and the police said": where a source phrase names several, and where a body has an "and" in its name. */
#include "figure_words.h"
#include "speakers_names.h"

/* "witnesses | and | police", "activists and medics": people on both sides, not "search and rescue teams". */
static bool joins_people(const struct speech *s, uint32_t conjunction, uint32_t end)
{
	uint32_t before = conjunction - 1;

	return (source_tag(s, before) == TAG_NNS || token_is(s, before, "police")) &&
	       reading_hit(s->r, before, LEXICON_SOURCE_NOUNS) && reading_hit(s->r, end - 1, LEXICON_SOURCE_NOUNS);
}

/* Can the words speak for themselves: a known actor, or a head that speaks? */
static bool stands_alone(const struct speech *s, uint32_t first, uint32_t end)
{
	uint32_t kind = source_noun_kind(s, end - 1);

	return (kind && kind != 'd') || source_hit(s, first, end, LEXICON_ACTORS);
}

/* "the Disaster | and | Emergency Management Presidency", "the Ministry of Interior and Public Security", "the
 * Institute for Development and Peace Studies": one body. */
static bool is_in_body(const struct speech *s, uint32_t from, uint32_t conjunction, uint32_t end)
{
	uint32_t next = conjunction + 1;

	if ((source_tag(s, from) != TAG_DT && !source_is_proper(s, from)) || !source_is_proper(s, next))
		return false;
	for (uint32_t i = from + 1; i + 1 < conjunction; i++)
		if (source_noun_kind(s, i) == 'g' && (token_is(s, i + 1, "of") || token_is(s, i + 1, "for")))
			return !stands_alone(s, next, end);
	return source_noun_kind(s, end - 1) == 'g' && !stands_alone(s, from + 1, conjunction);
}

/* "the U.N.'s Food | and | Agriculture Organization", "the US Centers for Disease Control | and | Prevention", "Health
 * | and | Human Services Secretary": within one phrase of the lexicon. */
static bool is_in_name(const struct speech *s, uint32_t from, uint32_t conjunction, uint32_t end)
{
	for (uint32_t i = from; i < conjunction; i++) {
		const struct hit *title = source_hit(s, i, end, LEXICON_TITLES);

		if (source_actor_end(s, i, end) > conjunction || (title && i + title->n > conjunction))
			return true;
	}
	return false;
}

/* "California's Forestry | and | Fire Protection Director Ana Reyes": no one whom a possessor leads to stands before
 * it. */
static bool is_in_office(const struct speech *s, uint32_t from, uint32_t conjunction, uint32_t end)
{
	bool owned = false;

	for (uint32_t i = from; i < conjunction; i++)
		owned |= source_tag(s, i) == TAG_POS;
	return owned && !stands_alone(s, from, conjunction) && source_tag(s, conjunction - 1) != TAG_POS &&
	       source_behind_titles(s, conjunction + 1, end) > conjunction + 1;
}

/* "The commander of US | and | NATO forces, Gen. Omar Said,": one person, whose name stands behind the comma. */
static bool is_in_post(const struct speech *s, struct span words, uint32_t conjunction)
{
	uint32_t end = source_segment_end(s, words), of = words.first;

	while (of < conjunction && !token_is(s, of, "of") && !token_is(s, of, "for"))
		of++;
	if (of == conjunction || conjunction >= end || end + 1 >= words.end || !token_is(s, end, ",") ||
	    source_tag(s, of - (of > words.first)) == TAG_NNS)
		return false;
	struct span rest = {end + 1, words.end};
	struct person named = person_read(s, rest);

	return named.proper && named.human &&
	       (source_noun_kind(s, of - 1) == 'p' || source_behind_titles(s, words.first, of) == of);
}

/* "the Minister for Water | and | Power Syed Navid Rasul": one office; not "the Minister of Defence and Omar Rasul". */
static bool is_of_portfolios(const struct speech *s, uint32_t from, uint32_t conjunction)
{
	enum { LONGEST = 4 }; /* [tokens] of what it is for */

	if (!figure_word(s->r, conjunction + 1, FUNCTION_PORTFOLIO))
		return false;
	for (uint32_t i = conjunction; i > from + 1 && conjunction - i < LONGEST; i--)
		if (token_is(s, i - 1, "of") || token_is(s, i - 1, "for"))
			return figure_word(s->r, i, FUNCTION_PORTFOLIO) > 0;
	return false;
}

/* "the Refugee Agency (UNHCR) | and | the IOM": is all before the conjunction one part, an abbreviation in brackets
 * beside it? */
static bool is_one_part(const struct speech *s, struct span words, uint32_t conjunction)
{
	uint32_t end = source_segment_end(s, words);

	return end >= conjunction || (token_is(s, end, "(") && end + 3 == conjunction && token_is(s, end + 2, ")"));
}

uint32_t persons_split(const struct speech *s, struct span words, struct span *out, uint32_t most)
{
	uint32_t n = 0, from = words.first;

	for (uint32_t i = words.first + 1; i + 1 < words.end && n + 1 < most; i++) {
		bool opens = source_tag(s, i + 1) == TAG_DT || source_is_proper(s, i + 1) ||
			     source_is_proper(s, i - 1) || joins_people(s, i, words.end);

		if (source_tag(s, i) != TAG_CC || !opens || token_is(s, i, "&") || is_in_name(s, from, i, words.end) ||
		    !is_one_part(s, (struct span){from, words.end}, i) ||
		    is_in_body(s, from, i, source_segment_end(s, words)) || is_in_post(s, words, i) ||
		    is_in_office(s, from, i, source_segment_end(s, words)) || is_of_portfolios(s, from, i))
			continue;
		out[n++] = (struct span){from, i};
		from = i + 1;
	}
	out[n++] = (struct span){from, words.end};
	return n;
}
