#include <stdlib.h>

#include "speakers_parts.h"

bool words_on_map(const struct speech *s, uint32_t first, uint32_t end)
{
	struct str key = gazetteer_key(s->r->arena, reading_text(s->r, first, end - first));
	const uint32_t *places;

	return gazetteer_find(s->r->know->places, key, &places) > 0;
}

/* Does a quotation begin in the span? They are in order. */
static bool holds_quote(const struct speech *s, struct span span)
{
	size_t low = 0, high = s->quotes.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->quotes.at[mid].first < span.first)
			low = mid + 1;
		else
			high = mid;
	}
	return low < s->quotes.n && s->quotes.at[low].first < span.end;
}

struct attribution *attribution_add(struct speech *s, struct span source, struct span cue, uint32_t verb,
				    const struct spans *contents, const struct cue *how, const char *rule)
{
	struct attribution a = {
		.source = source,
		.cue = cue,
		.verb = verb,
		.contents = *contents,
		.within = ATTRIBUTION_NONE,
		.sentence = s->sentence,
		.kind = (uint8_t)how->kind,
		.states = how->states,
		.polarity = how->polarity,
		.modality = how->modality,
		.rule = rule,
	};

	for (size_t i = 0; i < contents->n && !a.quoted; i++)
		a.quoted = holds_quote(s, contents->at[i]);
	LIST_ADD(s->r->arena, s->out, a);
	return &s->out->at[s->out->n - 1];
}

/* Without a word of saying outside of quotations, only a colon or "in a report" leads to a statement. */
static bool may_tell(const struct speech *s)
{
	if (token_is(s, s->first, "in") || token_is(s, s->first, "on") || token_is(s, s->first, "based"))
		return true;
	for (uint32_t i = s->first; i < s->end; i++)
		if (token_at(s, i)->kind == TOKEN_MARK && token_is(s, i, ":"))
			return true;
	return false;
}

static void read_sentence(struct speech *s, uint32_t sentence)
{
	struct sentence at = s->r->sentences.at[sentence];

	s->sentence = sentence;
	s->first = at.first;
	s->end = at.first + at.n;
	s->sentence_began = s->out->n;
	unsigned families = s->cues_in[sentence];

	if (!s->spoken[sentence])
		return;
	if (!families && !may_tell(s)) {
		reading_tag(s->r, sentence); /* names in it are told by their tags all the same */
		return;
	}
	pieces_cut(s);
	if (families & (cue_family(CUE_SAY) | cue_family(CUE_ADJECTIVE)))
		rules_verbs(s);
	rules_according(s, families & cue_family(CUE_PREPOSITION));
	if (families & cue_family(CUE_NOUN))
		rules_nouns(s);
	if (s->out->n > s->sentence_began)
		rules_cited(s);
	if (s->out->n == s->sentence_began)
		rules_colon(s);
}

static int by_cue(const void *a, const void *b)
{
	const struct attribution *x = a, *y = b;
	uint32_t p = x->cue.end > x->cue.first ? x->cue.first : x->contents.at[0].first;
	uint32_t q = y->cue.end > y->cue.first ? y->cue.first : y->contents.at[0].first;

	if (p != q)
		return p < q ? -1 : 1;
	return (x->contents.at[0].first > y->contents.at[0].first) -
	       (x->contents.at[0].first < y->contents.at[0].first);
}

/* Most texts are read in that order. */
static void sort_by_cue(struct attributions *out)
{
	size_t sorted = 1;

	while (sorted < out->n && by_cue(&out->at[sorted - 1], &out->at[sorted]) <= 0)
		sorted++;
	if (sorted < out->n)
		qsort(out->at, out->n, sizeof *out->at, by_cue);
}

void speakers_find(struct reading *r, struct attributions *out)
{
	struct speech s = {.r = r, .tokens = r->tokens.at, .out = out};
	size_t n = r->tokens.n;

	*out = (struct attributions){.tokens = n};
	s.mark = ARENA_ARRAY(r->arena, uint8_t, n + 1);
	s.quote_of = ARENA_ARRAY(r->arena, uint32_t, n + 1);
	s.piece_of = ARENA_ARRAY(r->arena, uint32_t, n + 1);
	s.spoken = ARENA_ARRAY(r->arena, bool, r->sentences.n + 1);
	out->quoted = ARENA_ARRAY(r->arena, uint8_t, n + 1);
	quotes_find(&s);
	cues_open(&s);
	for (uint32_t i = 0; i < r->sentences.n; i++)
		read_sentence(&s, i);
	rules_quotes_left(&s);
	sort_by_cue(out);
	layers_find(&s);
	people_resolve(&s);
}

const struct attribution *speakers_of(const struct attributions *a, uint32_t token)
{
	if (token >= a->tokens || a->holder[token] == ATTRIBUTION_NONE)
		return NULL;
	return &a->at[a->holder[token]];
}

uint32_t speakers_verb(const struct attributions *a, uint32_t token)
{
	const struct attribution *at = speakers_of(a, token);

	return at ? at->verb : TOKEN_NONE;
}
