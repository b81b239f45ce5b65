#include "speakers_parts.h"

enum { QUOTE_WORDS = 4 }; /* shorter ones are terms and titles, not speech */

static bool same_paragraph(const struct speech *s, uint32_t a, uint32_t b)
{
	uint32_t x = s->r->sentence_of[a], y = s->r->sentence_of[b];

	for (uint32_t k = x + 1; k <= y; k++) {
		const struct token *t = token_at(s, s->r->sentences.at[k].first);

		if (t->flags & (TOKEN_PARA | TOKEN_BREAK))
			return false;
	}
	return true;
}

/* A quotation that begins a sentence. */
static bool begins_sentence(const struct speech *s, const struct quote *q)
{
	struct sentence at = s->r->sentences.at[s->r->sentence_of[q->first]];

	return at.first == q->first || (at.first + 1 == q->first && token_at(s, at.first)->kind == TOKEN_MARK);
}

static uint32_t end_of(const struct attribution *a)
{
	uint32_t end = a->cue.end > a->source.end ? a->cue.end : a->source.end;
	uint32_t last = a->contents.at[a->contents.n - 1].end;

	return last > end ? last : end;
}

static void widen(struct speech *s, struct attribution *a, struct quote *q)
{
	struct span span = {q->first, q->end};

	q->used = true;
	a->quoted = true;
	LIST_ADD(s->r->arena, &a->contents, span);
}

/* Quotations are walked beside the attributions: the one that speaks last before each. */
void rules_quotes_left(struct speech *s)
{
	size_t next = 0, had = s->out->n, speaker = SIZE_MAX;
	bool open = false; /* the quotation before went over the end of its paragraph */

	for (size_t i = 0; i < s->quotes.n; i++) {
		struct quote *q = &s->quotes.at[i];

		for (; next < had && s->out->at[next].contents.at[0].first <= q->first; next++)
			if (s->out->at[next].quoted || speaker == SIZE_MAX)
				speaker = next;
		if (!q->used && q->end - q->first >= QUOTE_WORDS && begins_sentence(s, q) && speaker != SIZE_MAX) {
			struct attribution *a = &s->out->at[speaker];
			uint32_t last = end_of(a);

			if (a->quoted && last <= q->first && last > 0 &&
			    (open || same_paragraph(s, last - 1, q->first)))
				widen(s, a, q);
		}
		open = q->goes_on && q->used;
	}
}
