#include "speakers_names.h"

/* Whom a pronoun stands for that nobody's words came before: what stands before "who", and the body that acted in the
 * sentence before. */

enum { NOUN_REACH = 8 }; /* [tokens] of a phrase before "who" */

/* The first word of the noun phrase that ends before the token `end`. */
static uint32_t noun_words_start(const struct speech *s, uint32_t end)
{
	uint32_t first = end;

	while (first > 0 && end - first < NOUN_REACH && s->r->sentence_of[first - 1] == s->r->sentence_of[end] &&
	       (tag_is_noun((enum tag)token_at(s, first - 1)->tag) ||
		tag_is_adjective((enum tag)token_at(s, first - 1)->tag) || token_at(s, first - 1)->tag == TAG_DT ||
		token_at(s, first - 1)->tag == TAG_POS || token_is(s, first - 1, "-")))
		first--;
	return first;
}

/* "a source in the area | who pleaded": no place does so, but whoever stands before it. */
static uint32_t over_place(const struct speech *s, uint32_t first, uint32_t end)
{
	static const struct str words[] = {STR_WORD("in"), STR_WORD("at"), STR_WORD("of"), STR_WORD("from")};

	if (first < 2 || !token_is_one_of(s, first - 1, words, sizeof words / sizeof *words) ||
	    source_noun_kind(s, end - 1) || token_at(s, end - 1)->tag == TAG_NNS)
		return end;
	if (source_noun_kind(s, first - 2))
		return first - 1;
	/* "people present in the area | who told" */
	return first > 2 && token_at(s, first - 2)->tag == TAG_JJ && token_at(s, first - 3)->tag == TAG_NNS ? first - 2
													    : end;
}

bool pronoun_relative(const struct speech *s, struct span words, struct person *p)
{
	uint32_t t = words.first, end, first;

	if (token_at(s, t)->tag != TAG_WP && token_at(s, t)->tag != TAG_WDT && !token_is(s, t, "whose"))
		return false;
	end = t > 0 && token_is(s, t - 1, ",") ? t - 1 : t;
	first = noun_words_start(s, end);
	if (token_is(s, t, "who") && first < end) {
		end = over_place(s, first, end);
		first = noun_words_start(s, end);
	}
	if (first == end)
		return false;
	*p = person_read(s, (struct span){first, end});
	return !p->pronoun;
}

/* The one body of the sentence that a verb follows, before the token: "the ship sank and the coast guard called off the
 * search". */
static const struct noun_phrase *body_that_acts(const struct speech *s, const struct phrases *found, uint32_t end)
{
	bool it = token_is(s, end, "it");

	const struct noun_phrase *body = NULL;

	for (size_t i = 0; i < found->nouns_n; i++) {
		const struct noun_phrase *np = &found->nouns[i];
		uint32_t behind = np->first + np->n;
		bool acts = np->subject_of != PHRASE_NONE ||
			    (behind < s->r->tokens.n && token_at(s, behind)->tag == TAG_VBN);

		bool counted = token_at(s, np->first)->tag == TAG_CD; /* "Twelve people died, it said" */
		bool several = it && token_at(s, np->head)->tag == TAG_NNS;

		if (!acts || counted || several || np->flags & NOUN_PRONOUN || np->head >= end ||
		    !(source_noun_ending(s, np->head) || reading_hit(s->r, np->first, LEXICON_ACTORS)))
			continue;
		if (body)
			return NULL;
		body = np;
	}
	return body;
}

/* "Russia | 's defence ministry": with its owner. */
static uint32_t first_of(const struct phrases *found, const struct noun_phrase *np)
{
	const struct noun_phrase *owner = phrases_noun(found, np->owner);

	return owner ? owner->first : np->first;
}

bool pronoun_subject_before(const struct speech *s, uint32_t token, struct person *p)
{
	uint32_t sentence = s->r->sentence_of[token];
	bool they = token_is(s, token, "they") || token_is(s, token, "it");

	if (!they)
		return false;
	/* "The ministry released a statement in which it said" */
	const struct phrases *found = reading_phrases(s->r, sentence);
	const struct noun_phrase *np = body_that_acts(s, found, token);

	if (!np && sentence > 0 && s->r->block_of[sentence - 1] == s->r->block_of[sentence]) {
		found = reading_phrases(s->r, sentence - 1);
		np = body_that_acts(s, found, token);
	}
	if (!np)
		return false;
	*p = person_read(s, (struct span){first_of(found, np), np->first + np->n});
	return !p->pronoun;
}
