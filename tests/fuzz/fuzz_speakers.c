/* fuzz-speakers - any bytes as a text in which somebody may speak: every span lies in
 * the text, every holder holds its token, and sources resolve; then the whole of
 * extract reads it: its times, names, places and events are as safe. Built with: clang
 * -fsanitize=fuzzer,address,undefined */
#include <assert.h>

#include "extract.h"
#include "knowledge_of_fuzz.h"
#include "speakers.h"
#include "who.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void span_holds(const struct reading *r, struct span s)
{
	assert(s.first <= s.end && s.end <= r->tokens.n);
}

static void attribution_holds(const struct reading *r, const struct attributions *all, size_t i)
{
	const struct attribution *a = &all->at[i];
	struct mention m = {0};

	assert(a->contents.n && a->rule && a->verb < r->tokens.n);
	assert(a->within == ATTRIBUTION_NONE || (a->within < all->n && a->within != i));
	span_holds(r, a->source);
	span_holds(r, a->cue);
	for (size_t c = 0; c < a->contents.n; c++)
		span_holds(r, a->contents.at[c]);
	speaker_mention(r, all, a, &m);
	assert(m.start <= m.end && (size_t)m.end <= r->doc->text.n);
	who_of(&m, r->know->lex, r->know->places, r->arena);
}

static void token_holds(const struct attributions *all, uint32_t t)
{
	const struct attribution *a = speakers_of(all, t);
	bool held = a == NULL;

	for (size_t c = 0; a && c < a->contents.n; c++)
		held |= t >= a->contents.at[c].first && t < a->contents.at[c].end;
	assert(held);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct document doc = {.text = {(const char *)data, size}};
	struct block body = {0, (uint32_t)size, BLOCK_BODY};
	struct attributions all;
	struct reading r;

	LIST_ADD(&arena, &doc.blocks, body);
	reading_open(&r, &doc, knowledge(), &arena);
	speakers_find(&r, &all);
	for (size_t i = 0; i < all.n; i++)
		attribution_holds(&r, &all, i);
	for (uint32_t t = 0; t < r.tokens.n; t++)
		token_holds(&all, t);
	extract(&doc, knowledge(), true, &arena);
	arena_free(&arena);
	return 0;
}
