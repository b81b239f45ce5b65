/* Sentences in capitals alone, as old wires and headlines have them: where a name ends is told by other words. */
#include "names_parts.h"

enum { LONGEST_NAME = 6 };

/* Words that a Spanish or Portuguese name goes on behind. */
static bool leads_name(const struct naming *s, uint32_t i)
{
	static const struct str leads[] = {STR_WORD("san"),   STR_WORD("santa"),  STR_WORD("santo"), STR_WORD("el"),
					   STR_WORD("la"),    STR_WORD("las"),	  STR_WORD("los"),   STR_WORD("de"),
					   STR_WORD("del"),   STR_WORD("puerto"), STR_WORD("villa"), STR_WORD("ciudad"),
					   STR_WORD("nueva"), STR_WORD("nuevo"),  STR_WORD("monte")};

	return name_token_among(s, i, leads, sizeof leads / sizeof *leads);
}

/* In capitals alone the end of an unknown name is a guess: one word, and what such words lead to. */
uint32_t unknown_end(const struct naming *s, uint32_t i)
{
	uint32_t end = i;

	while (end + 1 < s->end && end < i + LONGEST_NAME && is_capital(s, end + 1) &&
	       (leads_name(s, end) || name_token_is(s, end + 1, "de") || name_token_is(s, end + 1, "del")))
		end++;
	return end + 1;
}

/* In capitals alone: the end of an unknown name that the words behind it explain ("IN PUERTO ALTO, A
 * VILLAGE", "THE SAN QUINTERO NEIGHBORHOOD") or that says where and then stops ("IN QUETZALPAN,"); 0: none. */
uint32_t told_end(const struct naming *s, uint32_t i)
{
	enum { MOST_WORDS = 4 };
	bool put = name_token_is(s, i - 1, "in") || name_token_is(s, i - 1, "near");
	uint32_t end = i;

	while (is_capital(s, end) && end < i + MOST_WORDS && tag_is_proper(name_token(s, end)->tag) &&
	       (s->r->first_hit[end] == s->r->first_hit[end + 1] || leads_name(s, end)))
		end++;
	if (end == i || leads_name(s, end - 1))
		return 0;
	struct place_word w = place_word_at(s, end);

	bool kind = w.kind == WORD_PART || w.kind == WORD_SETTLEMENT || w.kind == WORD_SITE ||
		    (w.kind == WORD_AREA && !str_eq(w.hint, STR("region")));

	if (kind && (put || name_token_is(s, i - 1, "the")) && (end > i + 1 || name_token(s, i)->text.n > 3))
		return end;
	if (!put || end >= s->end)
		return 0;
	return name_token_is(s, end, ",") || name_token_is(s, end, ".") ? end : 0;
}

/* "SANTA ROSA DE LAS FLORES", "SAN PEDRO DEL LLANO": another place than Santa Rosa. */
bool name_goes_on(const struct naming *s, uint32_t i)
{
	return (name_token_is(s, i, "de") || name_token_is(s, i, "del")) && is_capital(s, i + 1) &&
	       name_token(s, i)->flags & TOKEN_UPPER;
}

/* In capitals alone a person's name has four words at most, all tagged as names. */
uint32_t person_end(const struct naming *s, uint32_t first)
{
	enum { MOST_WORDS = 4 };
	uint32_t end = first;

	while (end < first + MOST_WORDS && is_capital(s, end) &&
	       (is_particle(s, end) || tag_is_proper(name_token(s, end)->tag) ||
		tag_is_noun(name_token(s, end)->tag)) &&
	       !reading_hit(s->r, end, LEXICON_CUES) && !reading_hit(s->r, end, LEXICON_TIMES) &&
	       !reading_hit(s->r, end, LEXICON_PLACE_NOUNS) && !reading_hit(s->r, end, LEXICON_TRIGGERS))
		end++;
	return end;
}

/* Capitals tell nothing where nearly every word has one: headlines, old wires. More than four of five words are in
 * capitals alone, or, in what no stop ends, more than three of four longer ones begin with one: of most sentences the
 * first words tell that neither can be so. */
bool capitals_tell_nothing(const struct naming *s)
{
	uint32_t words = 0, longer = 0, not_upper = 0, small = 0, n = s->end - s->first;
	bool stop = n && name_token_is(s, s->end - 1, ".");

	for (uint32_t i = s->first; i < s->end && (5 * not_upper < n || (!stop && 4 * small < n)); i++) {
		const struct token *t = name_token(s, i);

		if (t->kind != TOKEN_WORD || t->text.n < 2)
			continue;
		words++;
		not_upper += !(t->flags & TOKEN_UPPER);
		if (t->text.n < 4)
			continue;
		longer++;
		small += !(t->flags & TOKEN_CAPITAL);
	}
	return (words > 3 && words > 5 * not_upper) || (!stop && longer > 3 && longer > 4 * small);
}
