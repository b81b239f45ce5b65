#include <stdlib.h>

#include "speakers_parts.h"

struct sized {
	uint32_t size, index;
	bool cited;
};

static uint32_t size_of(const struct attribution *a)
{
	uint32_t size = 0;

	for (size_t i = 0; i < a->contents.n; i++)
		size += a->contents.at[i].end - a->contents.at[i].first;
	return size;
}

static int by_size(const void *a, const void *b)
{
	const struct sized *x = a, *y = b;

	if (x->size != y->size)
		return x->size < y->size ? -1 : 1;
	if (x->cited != y->cited)
		return x->cited ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

/* First token from t on that nobody holds yet: skip[t] is how far the next one may be (0: t is free), and
 * grows as it is walked. */
static uint32_t free_from(uint32_t *skip, uint32_t t)
{
	uint32_t at = t;

	while (skip[at])
		at += skip[at];
	while (skip[t]) {
		uint32_t then = t + skip[t];

		skip[t] = at - t;
		t = then;
	}
	return at;
}

static void hold_span(struct span span, uint32_t index, uint32_t *skip, uint32_t *holder)
{
	for (uint32_t t = span.first, first; (first = t = free_from(skip, t)) < span.end;) {
		for (; t < span.end && !skip[t]; t++)
			holder[t] = index;
		for (uint32_t k = first; k < t; k++)
			skip[k] = t - k;
	}
}

/* All of them, those with the smallest contents first. */
static struct sized *order_by_size(struct speech *s)
{
	const struct attributions *out = s->out;
	struct sized *order = arena_more(s->r->arena, NULL, 0, out->n + 1, sizeof *order);

	for (size_t i = 0; i < out->n; i++)
		order[i] = (struct sized){size_of(&out->at[i]), (uint32_t)i, out->at[i].cited};
	qsort(order, out->n, sizeof *order, by_size);
	return order;
}

/* Smallest contents take their tokens first, so each token is walked once. */
static void hold(struct speech *s, const struct sized *order, size_t n)
{
	struct attributions *out = s->out;
	uint32_t *skip = ARENA_ARRAY(s->r->arena, uint32_t, out->tokens + 1);

	memset(out->holder, 0xFF, out->tokens * sizeof *out->holder);
	for (size_t i = 0; i < n; i++)
		for (size_t c = 0; c < out->at[order[i].index].contents.n; c++)
			hold_span(out->at[order[i].index].contents.at[c], order[i].index, skip, out->holder);
}

/* The one that relays the cited statement i: of the same words, in the same sentence. */
static uint32_t relay_of(const struct attributions *out, size_t i)
{
	const struct attribution *cited = &out->at[i];

	for (size_t k = i; k-- > 0 && out->at[k].sentence == cited->sentence;)
		if (!out->at[k].cited && out->at[k].contents.at[0].first == cited->contents.at[0].first)
			return (uint32_t)k;
	for (size_t k = i + 1; k < out->n && out->at[k].sentence == cited->sentence; k++)
		if (!out->at[k].cited && out->at[k].contents.at[0].first == cited->contents.at[0].first)
			return (uint32_t)k;
	return ATTRIBUTION_NONE;
}

static void find_within(struct attributions *out)
{
	for (size_t i = 0; i < out->n; i++)
		if (out->at[i].cited)
			out->at[i].within = relay_of(out, i);
		else if (out->at[i].verb < out->tokens && out->holder[out->at[i].verb] != i)
			out->at[i].within = out->holder[out->at[i].verb];
}

static bool is_pronoun(const struct speech *s, struct span source)
{
	enum tag t = (enum tag)token_at(s, source.first)->tag;

	return source.end - source.first == 1 && (t == TAG_PRP || t == TAG_PRPS || t == TAG_DT);
}

/* "Mozambique recorded 31 deaths, the ministry said": a place that counts is what the other tells of. */
static bool counts_for_place(const struct speech *s, const struct attribution *a)
{
	const struct attribution *outer = &s->out->at[a->within];
	uint32_t first = a->source.first + (token_at(s, a->source.first)->tag == TAG_DT), end = first;

	if (!cue_counts(s, a->verb) || outer->contents.at[0].first > outer->cue.first || first >= a->source.end ||
	    !tag_is_proper((enum tag)token_at(s, first)->tag))
		return false;
	while (end < a->source.end && !token_is(s, end, ",")) /* "Indonesia, the worst-hit country, has recorded" */
		end++;
	return words_on_map(s, first, end);
}

/* "She said 12 had died, Xinhua reports": whom the text has told of before, in what is only relayed. */
static bool is_relayed(const struct speech *s, const struct attribution *a)
{
	const struct attribution *outer = &s->out->at[a->within];

	return (token_is(s, outer->verb, "reports") || token_is(s, outer->verb, "reported")) &&
	       outer->contents.at[0].first == a->source.first;
}

/* A layer of its own within what another says: somebody named states something. */
static bool is_layer(const struct speech *s, const struct attribution *a)
{
	if (a->within == ATTRIBUTION_NONE || a->cited)
		return true;
	enum tag verb = (enum tag)token_at(s, a->verb)->tag, first = (enum tag)token_at(s, a->source.first)->tag;

	if (verb == TAG_VBG && a->verb > 0 && token_is(s, a->verb - 1, "as"))
		return true; /* "quoted the governor as saying" */
	bool own = token_is(s, a->source.first, "its") || token_is(s, a->source.first, "their");

	if (counts_for_place(s, a) || (own && a->kind != CUE_PREPOSITION))
		return false; /* "the agency said its labs had confirmed 12 cases" */
	if ((verb == TAG_VBG && a->kind != CUE_PREPOSITION) ||
	    (verb == TAG_VB && a->verb > 0 && token_is(s, a->verb - 1, "to")) || first == TAG_CD)
		return false; /* "8 percent of voters said": those who are asked are no layer */
	return a->states && a->source.end > a->source.first &&
	       (!is_pronoun(s, a->source) || !s->out->at[a->within].states || is_relayed(s, a)) &&
	       (a->kind == CUE_SAY || a->kind == CUE_DENY || a->kind == CUE_PREPOSITION);
}

/* Drop the others; the numbers of those that stay, and of the layer around them, change. Returns the new number of
 * each. */
static const uint32_t *keep_layers(struct speech *s)
{
	struct attributions *out = s->out;
	uint32_t *now = arena_more(s->r->arena, NULL, 0, out->n + 1, sizeof *now);
	size_t kept = 0;

	for (size_t i = 0; i < out->n; i++)
		now[i] = is_layer(s, &out->at[i]) ? (uint32_t)kept++ : ATTRIBUTION_NONE;
	for (size_t i = 0; kept < out->n && i < out->n; i++) {
		struct attribution *a = &out->at[i];

		if (now[i] == ATTRIBUTION_NONE)
			continue;
		a->within = a->within == ATTRIBUTION_NONE ? ATTRIBUTION_NONE : now[a->within];
		out->at[now[i]] = *a;
	}
	out->n = kept;
	return now;
}

/* Those of n that stay, under their new numbers, and state something; in the same order. Returns how many. */
static size_t order_stating(const struct attributions *out, const uint32_t *now, struct sized *order, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t index = now[order[i].index];

		if (index != ATTRIBUTION_NONE && out->at[index].states) {
			order[kept] = order[i];
			order[kept++].index = index;
		}
	}
	return kept;
}

void layers_find(struct speech *s)
{
	struct attributions *out = s->out;

	out->holder = arena_more(s->r->arena, NULL, 0, out->tokens + 1, sizeof *out->holder);
	struct sized *order = order_by_size(s);
	size_t n = out->n;

	hold(s, order, n);
	find_within(out);
	size_t stating = order_stating(out, keep_layers(s), order, n);

	if (stating < n)
		hold(s, order, stating);
}
