/* fuzz-numbers - any bytes as one token of digits and as a text with figures: spans lie within the text,
 * values fit, links point to figures. Built with: clang -fsanitize=fuzzer,address,undefined */
#include <assert.h>

#include "digits.h"
#include "figures.h"
#include "knowledge_of_fuzz.h"
#include "times.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const struct reading *r, const struct figures *all, size_t i)
{
	const struct figure *f = &all->at[i];
	struct mention m = {0};

	assert(f->n > 0 && f->first + f->n <= r->tokens.n);
	assert(f->part_of < (int32_t)all->n && f->part_of != (int32_t)i);
	assert(f->number.value.known);
	assert(i == 0 || all->at[i - 1].first <= f->first);
	figure_fill(r, f, &m);
	assert(m.start < m.end && (size_t)m.end <= r->doc->text.n);
	assert(m.rules.n > 0);
}

static void read_text(struct str text, const struct knowledge *know, struct arena *arena, bool with_times)
{
	struct block body = {0, (uint32_t)text.n, BLOCK_BODY};
	struct document doc = {.text = text};
	struct time_mentions times;
	struct figures figures;
	struct reading r;

	LIST_ADD(arena, &doc.blocks, body);
	reading_open(&r, &doc, know, arena);
	if (with_times)
		times_find(&r, &times);
	figures_find(&r, with_times ? &times : NULL, &figures);
	for (size_t i = 0; i < figures.n; i++)
		check(&r, &figures, i);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct str text = {(const char *)data, size};
	struct digits d = digits_parse(text);

	assert(d.form == DIGITS_NONE || d.value.known);
	if (size < 100000)
		read_text(text, knowledge(), &arena, size % 2);
	arena_free(&arena);
	return 0;
}
