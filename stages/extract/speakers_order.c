#include "speakers_parts.h"

/* In what order source, word of saying and content stand where the content is a clause without marks. */

/* Is the clause that ends before the token a main one? "Twelve died", not "When asked if …", "Shortly before it
 * fell", "Asked about it". */
static bool is_main_clause(const struct speech *s, uint32_t end)
{
	bool noun = false, verb = false;

	for (int64_t i = 0; (size_t)i < s->pieces.n && piece_at(s, i)->first < end; i++) {
		uint32_t quote = s->quote_of[piece_at(s, i)->first];

		if (is_kind(s, i, PIECE_OPEN) && quote && noun && s->quotes.at[quote - 1].end < end) {
			while (piece_at(s, i + 1)->first < s->quotes.at[quote - 1].end) /* 'The "excuses" are weak' */
				i++;
			continue;
		}
		if (is_kind(s, i, PIECE_THAT) || is_kind(s, i, PIECE_OPEN))
			return false;
		if (is_kind(s, i, PIECE_VERB) && !noun)
			return false;
		if (piece_is_verb(s, i, PIECE_FINITE))
			return true;
		/* "Floods killed 38 people": the tagger takes many a past tense for a participle */
		verb |= piece_is_verb(s, i, PIECE_PASSIVE) && is_kind(s, skip_back(s, i - 1), PIECE_NOUN);
		noun |= is_kind(s, i, PIECE_NOUN) || is_kind(s, i, PIECE_OTHER);
	}
	return verb;
}

/* "said because they were not allowed to speak", "said after they had searched it": the saying's own circumstance. */
static bool opens_circumstance(const struct speech *s, int64_t i)
{
	static const char *const words[] = {"because", "as", "after", "before", "while", "when", "since"};

	for (size_t w = 0; is_kind(s, i, PIECE_THAT) && w < sizeof words / sizeof *words; w++)
		if (token_is(s, piece_at(s, i)->first, words[w]))
			return true;
	return false;
}

bool content_precedes(const struct speech *s, struct span source, const struct cue *cue, uint32_t end)
{
	if (source.first <= s->first + 1 || !token_is(s, source.first - 1, ",") || s->mark[source.first - 1])
		return false;
	int64_t i = end < s->end ? (int64_t)s->piece_of[end] : (int64_t)s->pieces.n;

	if (cue->takes & TAKES_TOLD && is_kind(s, i, PIECE_NOUN))
		i++;
	i = content_asides(s, i);
	return (is_kind(s, i, PIECE_COMMA) || is_kind(s, i, PIECE_STOP) || is_kind(s, i, PIECE_NONE) ||
		opens_circumstance(s, i)) &&
	       is_main_clause(s, source.first);
}

bool follows_saying(const struct speech *s, struct span source)
{
	for (size_t i = s->sentence_began; i < s->out->n; i++) {
		struct span cue = s->out->at[i].cue;

		if (cue.end > s->first && cue.end < source.first && token_is(s, source.first - 1, ",") &&
		    content_asides(s, s->piece_of[cue.end]) == s->piece_of[source.first - 1])
			return true;
	}
	return false;
}

/* ", with 412 new cases", ", with at least nine deaths", ", including 13 children". */
static bool is_with_number(const struct speech *s, int64_t i)
{
	uint32_t with = piece_at(s, i)->first;

	if (!token_is(s, with, "including") && (!is_kind(s, i, PIECE_PREPOSITION) || !token_is(s, with, "with")))
		return false;
	for (uint32_t k = with + 1; k < s->end && k <= with + 3; k++)
		if (token_at(s, k)->tag == TAG_CD)
			return true;
	return false;
}

/* ", until it went bankrupt", ", so they left", ", and those in the north lost more": a clause that is told with the
 * one before the saying; "as rescuers search" and "while the fires burn" is what goes on meanwhile. */
static bool is_told_too(const struct speech *s, int64_t i)
{
	if (is_kind(s, i, PIECE_AND))
		return content_is_clause(s, i + 1);
	return is_kind(s, i, PIECE_THAT) && !content_is_contrast(s, i);
}

/* `A bomb went off, police said, | killing 12`, `…, officials said, leaving 40 homeless`: what the first clause did. */
bool content_does_harm(const struct speech *s, int64_t i)
{
	static const struct str others[] = {STR_WORD("leaving"),  STR_WORD("forcing"), STR_WORD("causing"),
					    STR_WORD("bringing"), STR_WORD("raising"), STR_WORD("affecting")};
	const struct piece *p = piece_at(s, i);
	struct cue cue;

	return piece_is_verb(s, i, PIECE_ING) && p->end == p->first + 1 && !cue_at(s, p->head, CUE_SAY, &cue) &&
	       (reading_hit(s->r, p->head, LEXICON_MEASURES) ||
		token_is_one_of(s, p->head, others, sizeof others / sizeof *others));
}

static bool holds_clause(const struct speech *s, struct span span)
{
	for (uint32_t i = span.first; i < span.end && i >= s->first; i++)
		if (piece_is_verb(s, s->piece_of[i], PIECE_FINITE))
			return true;
	return false;
}

void content_split(struct speech *s, struct span source, uint32_t behind, struct spans *out)
{
	if (!token_is(s, behind, ",") || behind + 1 >= s->end || s->mark[behind + 1] || source.first <= s->first ||
	    s->mark[source.first - 1] == 2)
		return;
	int64_t i = s->piece_of[behind + 1];
	struct span rest = {behind + 1, s->end};

	bool harms = content_does_harm(s, i);

	if (piece_is_verb(s, i, PIECE_ING) && !harms)
		return;
	if (harms || is_told_too(s, i))
		rest.end = content_end(s, i, false);
	else if (!piece_is_verb(s, i, PIECE_FINITE | PIECE_TO) && !is_with_number(s, i) &&
		 (holds_clause(s, out->at[0]) || is_main_clause(s, source.first)))
		return;
	while (rest.end > rest.first && token_at(s, rest.end - 1)->kind == TOKEN_MARK && s->mark[rest.end - 1] != 2)
		rest.end--;
	if (rest.end > rest.first)
		LIST_ADD(s->r->arena, out, rest);
}
