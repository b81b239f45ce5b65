#include <stdlib.h>

#include "speakers_parts.h"

struct sized {
	uint32_t size, index;
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

	return x->size != y->size ? (x->size > y->size) - (x->size < y->size)
				  : (x->index > y->index) - (x->index < y->index);
}

/* First token from t on that nobody holds yet (paths are shortened as they are walked). */
static uint32_t free_from(uint32_t *next, uint32_t t)
{
	uint32_t at = t;

	while (next[at] != at)
		at = next[at];
	while (next[t] != at) {
		uint32_t then = next[t];

		next[t] = at;
		t = then;
	}
	return at;
}

static void hold_span(struct span span, uint32_t index, uint32_t *next, uint32_t *holder)
{
	for (uint32_t t = free_from(next, span.first); t < span.end; t = free_from(next, t)) {
		holder[t] = index;
		next[t] = t + 1;
	}
}

/* Smallest contents take their tokens first, so each token is walked once. */
static void hold(struct speech *s, bool all)
{
	struct attributions *out = s->out;
	struct sized *order = ARENA_ARRAY(s->r->arena, struct sized, out->n + 1);
	uint32_t *next = ARENA_ARRAY(s->r->arena, uint32_t, out->tokens + 1);
	size_t n = 0;

	memset(out->holder, 0xFF, out->tokens * sizeof *out->holder);
	for (uint32_t t = 0; t <= out->tokens; t++)
		next[t] = t;
	for (size_t i = 0; i < out->n; i++)
		if (all || out->at[i].states)
			order[n++] = (struct sized){size_of(&out->at[i]), (uint32_t)i};
	qsort(order, n, sizeof *order, by_size);
	for (size_t i = 0; i < n; i++)
		for (size_t c = 0; c < out->at[order[i].index].contents.n; c++)
			hold_span(out->at[order[i].index].contents.at[c], order[i].index, next, out->holder);
}

static void find_within(struct attributions *out)
{
	for (size_t i = 0; i < out->n; i++)
		if (out->at[i].verb < out->tokens && out->holder[out->at[i].verb] != i)
			out->at[i].within = out->holder[out->at[i].verb];
}

static bool is_pronoun(const struct speech *s, struct span source)
{
	enum tag t = (enum tag)token_at(s, source.first)->tag;

	return source.end - source.first == 1 && (t == TAG_PRP || t == TAG_PRPS || t == TAG_DT);
}

/* A layer of its own within what another says: somebody named states something. */
static bool is_layer(const struct speech *s, const struct attribution *a)
{
	if (a->within == ATTRIBUTION_NONE)
		return true;
	enum tag verb = (enum tag)token_at(s, a->verb)->tag, first = (enum tag)token_at(s, a->source.first)->tag;

	if (verb == TAG_VBG || (verb == TAG_VB && a->verb > 0 && token_is(s, a->verb - 1, "to")) || first == TAG_CD)
		return false; /* "8 percent of voters said": those who are asked are no layer */
	return a->states && a->source.end > a->source.first && !is_pronoun(s, a->source) &&
	       (a->kind == CUE_SAY || a->kind == CUE_DENY || a->kind == CUE_PREPOSITION);
}

/* Drop the others; the numbers of those that stay, and of the layer around them, change. */
static void keep_layers(struct speech *s)
{
	struct attributions *out = s->out;
	uint32_t *now = ARENA_ARRAY(s->r->arena, uint32_t, out->n + 1);
	size_t kept = 0;

	for (size_t i = 0; i < out->n; i++)
		now[i] = is_layer(s, &out->at[i]) ? (uint32_t)kept++ : ATTRIBUTION_NONE;
	for (size_t i = 0; i < out->n; i++) {
		struct attribution *a = &out->at[i];

		if (now[i] == ATTRIBUTION_NONE)
			continue;
		a->within = a->within == ATTRIBUTION_NONE ? ATTRIBUTION_NONE : now[a->within];
		out->at[now[i]] = *a;
	}
	out->n = kept;
}

void layers_find(struct speech *s)
{
	struct attributions *out = s->out;

	out->holder = arena_grow(s->r->arena, NULL, 0, out->tokens + 1, sizeof *out->holder);
	hold(s, true);
	find_within(out);
	keep_layers(s);
	hold(s, false);
}
