#include "speakers_saying.h"

/* Who speaks stands behind "by". */

/* "was put | at 40 houses | by officials": a number, and no other verb, stands in the pieces [from, to). */
static bool is_amount(const struct speech *s, int64_t from, int64_t to)
{
	bool number = false;

	for (int64_t i = from; i < to; i++) {
		if (is_kind(s, i, PIECE_VERB) || is_kind(s, i, PIECE_AND))
			return false;
		number |= token_at(s, piece_at(s, i)->first)->tag == TAG_CD;
	}
	return number;
}

/* "was declared winner of a vote | that was marred by fraud": another clause begins. */
static bool ends_passive(const struct speech *s, int64_t k)
{
	return is_kind(s, k, PIECE_NONE) || is_kind(s, k, PIECE_STOP) || is_kind(s, k, PIECE_WHO) ||
	       piece_is_verb(s, k, PIECE_FINITE);
}

/* "12 died. | This was announced by the ministry": the sentence before, in the same block. */
static bool is_sentence_before(const struct speech *s, struct span *subject)
{
	if (!token_is(s, subject->first, "this") || subject->end != subject->first + 1 || s->sentence == 0 ||
	    subject->first != s->first || s->r->block_of[s->sentence - 1] != s->r->block_of[s->sentence])
		return false;
	struct sentence before = s->r->sentences.at[s->sentence - 1];

	*subject = (struct span){before.first, before.first + before.n};
	subject->end -= token_is(s, subject->end - 1, ".") && before.n > 1;
	return true;
}

/* "were confirmed | as caused by the virus": it is of that verb; not "quoted | as saying by". k: the "by". */
static bool is_by_of_another(const struct speech *s, int64_t v, int64_t k)
{
	const struct piece *last = piece_at(s, k - 1);

	return k - 1 > v && last->kind == PIECE_VERB && token_at(s, last->head)->tag != TAG_VBG &&
	       token_is(s, last->first - 1, "as");
}

bool saying_passive(struct speech *s, struct saying *say)
{
	int64_t v = say->v, k = v + 1;

	for (int steps = 0; steps < 8 && !ends_passive(s, k); steps++, k++)
		if (is_kind(s, k, PIECE_PREPOSITION) && token_is(s, piece_at(s, k)->first, "by"))
			break;
	if (!is_kind(s, k, PIECE_PREPOSITION) || !token_is(s, piece_at(s, k)->first, "by") ||
	    !is_kind(s, k + 1, PIECE_NOUN) || is_by_of_another(s, v, k))
		return false;
	struct span subject = subject_before(s, teller_chain(s, v));

	if (is_empty(subject))
		return false;
	say->source = phrase_from(s, k + 1);
	bool it = token_is(s, subject.first, "it") && subject.end == subject.first + 1;

	/* "12 died, it was reported by police", "it was reported by police that 12 died" */
	bool told = it && (content_before(s, subject.first, &say->contents) ||
			   (token_is(s, say->source.end, "that") &&
			    content_after(s, &say->cue, say->source.end, &say->contents)));

	struct span amount = {say->words.end, piece_at(s, k)->first};

	if (say->cue.takes & TAKES_TOLD) { /* "Residents were told by officials | that 12 had died" */
		say->rule = "say.passive";
		return say->source.end < s->end && content_after(s, &(struct cue){.kind = CUE_SAY, .takes = TAKES_THAT},
								 say->source.end, &say->contents);
	}
	if (!told && is_sentence_before(s, &subject))
		told = true;
	if (!told || subject.end <= s->first)
		LIST_ADD(s->r->arena, &say->contents, subject);
	if (!told && is_amount(s, v + 1, k))
		LIST_ADD(s->r->arena, &say->contents, amount);
	say->rule = "say.passive";
	return true;
}
