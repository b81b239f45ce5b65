#include "speakers_names.h"
#include "speakers_saying.h"

/* What is said stands behind its verb, in its clause or in the next sentence. */

/* "claimed responsibility for a raid | that killed 22": so many are the narrator's. */
static void cut_responsibility(const struct speech *s, struct saying *say)
{
	static const struct str words[] = {STR_WORD("responsibility"), STR_WORD("credit"), STR_WORD("blame")};
	struct span *content = &say->contents.at[0];

	if (!token_is_one_of(s, content->first, words, sizeof words / sizeof *words))
		return;
	for (uint32_t t = content->first; t < content->end; t++)
		if (is_kind(s, s->piece_of[t], PIECE_WHO)) {
			content->end = t;
			return;
		}
}

/* "Fearing revenge for a raid | in which 120 died", "discussed the flood | that killed 12": what is feared is theirs,
 * what was so before is the narrator's. */
static void cut_feared(const struct speech *s, const struct saying *say)
{
	struct span *content = &say->contents.at[0];

	struct str verb = token_at(s, say->cue.first)->lower;

	if (!str_starts(verb, STR("fear")) && !str_starts(verb, STR("discuss")))
		return;
	for (int64_t i = s->piece_of[content->first]; piece_at(s, i)->first < content->end; i++) {
		if (is_kind(s, i, PIECE_NONE) || piece_is_verb(s, i, PIECE_FINITE))
			return;
		if (is_kind(s, i, PIECE_WHO) && piece_at(s, i)->first > content->first) {
			content->end = piece_at(s, i)->first;
			return;
		}
	}
}

/* "A survey found | 40 houses empty": what a paper shows may be told as a thing with a number. */
static bool is_shown(const struct speech *s, const struct saying *say)
{
	static const struct str verbs[] = {STR_WORD("show"),	STR_WORD("shows"),   STR_WORD("showed"),
					   STR_WORD("found"),	STR_WORD("finds"),   STR_WORD("find"),
					   STR_WORD("reveals"), STR_WORD("revealed")};
	int64_t i = say->words.end < s->end ? (int64_t)s->piece_of[say->words.end] : -1;

	if (i < 0 || is_empty(say->source) ||
	    !token_is_one_of(s, say->cue.first, verbs, sizeof verbs / sizeof *verbs) || !is_kind(s, i, PIECE_NOUN) ||
	    token_at(s, piece_at(s, i)->first)->tag != TAG_CD)
		return false;
	int64_t head = (int64_t)s->piece_of[say->source.first];

	return source_kind(s, reading_hit(s->r, piece_at(s, head)->head, LEXICON_SOURCE_NOUNS)) == 'd';
}

/* "the first case | reported | in the city", "the last famine declared in Somalia": what somebody has said of it, and
 * nothing that it says. */
static bool is_said_of(const struct speech *s, const struct saying *say)
{
	static const struct str ranks[] = {STR_WORD("first"), STR_WORD("last"), STR_WORD("second"), STR_WORD("third"),
					   STR_WORD("only"),  STR_WORD("next"), STR_WORD("latest")};
	bool ranked = false;

	if (!is_kind(s, say->v + 1, PIECE_PREPOSITION) || !str_ends(token_at(s, say->cue.first)->lower, STR("ed")) ||
	    source_noun_kind(s, say->source.end - 1))
		return false;
	for (uint32_t i = say->source.first; i < say->source.end; i++) {
		if (source_is_proper(s, i))
			return false;
		ranked |= token_at(s, i)->tag == TAG_JJS || token_is_one_of(s, i, ranks, sizeof ranks / sizeof *ranks);
	}
	return ranked;
}

/* "Daylight revealed mangled cars": what is seen by it; not "officials Friday morning". */
static bool is_light(const struct speech *s, struct span source)
{
	static const struct str words[] = {STR_WORD("daylight"), STR_WORD("dawn"),    STR_WORD("daybreak"),
					   STR_WORD("sunrise"),	 STR_WORD("morning"), STR_WORD("light")};

	return source.end <= source.first + 2 &&
	       token_is_one_of(s, source.end - 1, words, sizeof words / sizeof *words);
}

bool saying_forward(struct speech *s, struct saying *say)
{
	say->cue.takes |= is_shown(s, say) ? TAKES_NP : 0;
	if (is_empty(say->source) || piece_cites_for(s, say->v + 1) || is_said_of(s, say) || is_light(s, say->source) ||
	    !content_after(s, &say->cue, say->words.end, &say->contents))
		return false;
	cut_responsibility(s, say);
	cut_feared(s, say);
	say->rule = "say.before";
	return true;
}

/* The comma or "and" within the content behind which another's number stands: "the toll at 12, | the rebels at 20"; -1.
 */
static int64_t gap_in(const struct speech *s, struct span content)
{
	int64_t i = (int64_t)s->piece_of[content.first];

	for (; !is_kind(s, i, PIECE_NONE) && piece_at(s, i)->first < content.end; i++) {
		const struct piece *at = piece_at(s, i + 2);

		if ((is_kind(s, i, PIECE_COMMA) || is_kind(s, i, PIECE_AND) || content_is_contrast(s, i)) &&
		    is_kind(s, i + 1, PIECE_NOUN) && at->kind == PIECE_PREPOSITION && token_is(s, at->first, "at") &&
		    token_at(s, piece_at(s, i + 1)->first)->tag != TAG_CD && at->end < s->end &&
		    (token_at(s, at->end)->tag == TAG_CD || is_kind(s, i + 3, PIECE_ADVERB)) &&
		    (source_kind(s, reading_hit(s->r, piece_at(s, i + 1)->head, LEXICON_SOURCE_NOUNS)) ||
		     piece_at(s, i + 1)->flags & PIECE_NAME))
			return i;
	}
	return -1;
}

void saying_gapped(struct speech *s, struct saying *say)
{
	struct span *content = &say->contents.at[0];
	int64_t gap = say->cue.takes & TAKES_AT ? gap_in(s, *content) : -1;

	if (gap < 0)
		return;
	const struct piece *who = piece_at(s, gap + 1);
	struct span other = {who->end, content->end}, words = say->words;
	struct spans contents = {0};

	content->end = piece_at(s, gap)->first;
	LIST_ADD(s->r->arena, &contents, other);
	attribution_add(s, (struct span){who->first, who->end}, words, say->cue.first, &contents, &say->cue,
			"say.gapped");
}

bool saying_ahead(struct speech *s, struct saying *say)
{
	int64_t i = say->words.end < s->end ? (int64_t)s->piece_of[say->words.end] : -1;

	if (i < 0 || is_empty(say->source) || !(say->cue.takes & TAKES_QUOTE) || say->cue.kind > CUE_DENY ||
	    s->end >= s->r->tokens.n || s->mark[s->end] != 1 || !piece_is_verb(s, say->v, PIECE_FINITE))
		return false;
	i += is_kind(s, i, PIECE_NOUN) && (say->cue.takes & (TAKES_TOLD | TAKES_NP));
	i = content_asides(s, i);
	if (!is_kind(s, i, PIECE_STOP) || piece_at(s, i)->end < s->end)
		return false;
	struct quote *q = &s->quotes.at[s->quote_of[s->end] - 1];
	struct span words = {q->first, q->end};

	q->used = true;
	LIST_ADD(s->r->arena, &say->contents, words);
	say->rule = "say.ahead";
	return true;
}

bool saying_leading(struct speech *s, struct saying *say)
{
	if (say->v != 0 || !piece_is_verb(s, 0, PIECE_ING) || say->cue.kind > CUE_SHOW ||
	    !(say->cue.takes & TAKES_THAT) || !content_after(s, &say->cue, say->words.end, &say->contents))
		return false;
	uint32_t comma = say->contents.at[0].end;
	int64_t i = comma < s->end ? (int64_t)s->piece_of[comma] : -1;

	if (i < 0 || !is_kind(s, i, PIECE_COMMA) || !content_main_clause(s, i)) {
		say->contents.n = 0;
		return false;
	}
	while (!is_kind(s, ++i, PIECE_NOUN))
		i += is_kind(s, i, PIECE_PREPOSITION);
	say->source = phrase_from(s, i);
	say->rule = "say.leading";
	return true;
}
