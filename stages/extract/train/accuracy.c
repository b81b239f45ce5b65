#include "accuracy.h"

#include <stdio.h>
#include <stdlib.h>

static int by_hash(const void *a, const void *b)
{
	const uint64_t *p = a, *q = b;

	return *p < *q ? -1 : *p > *q;
}

void form_set_of(const struct treebank *bank, struct arena *arena, struct form_set *out)
{
	uint64_t *at = ARENA_ARRAY(arena, uint64_t, bank->words);
	size_t n = 0;

	for (size_t s = 0; s < bank->n; s++)
		for (size_t i = 0; i < bank->at[s].n; i++)
			at[n++] = bank->at[s].at[i].token.hash;
	qsort(at, n, sizeof *at, by_hash);
	*out = (struct form_set){at, n};
}

static void add_word(struct accuracy *a, const struct gold *gold, const struct token *got, const struct form_set *known)
{
	bool right = gold->tag == got->tag;

	a->words++;
	a->tags += right;
	a->classes += gold->ud == got->ud;
	a->lemmas += str_eq(gold->lemma, got->lemma);
	a->confused[gold->tag][got->tag]++;
	if (known && !bsearch(&gold->token.hash, known->at, known->n, sizeof *known->at, by_hash)) {
		a->unknown++;
		a->unknown_tags += right;
	}
}

void accuracy_measure(const struct tagger *tagger, const struct treebank *bank, enum variant variant,
		      const struct form_set *known, struct accuracy *out)
{
	struct arena scratch = {0};

	*out = (struct accuracy){0};
	for (size_t s = 0; s < bank->n; s++) {
		struct token *tokens = ARENA_ARRAY(&scratch, struct token, bank->at[s].n);

		variant_make(&bank->at[s], variant, tokens);
		tagger_tag(tagger, tokens, bank->at[s].n, &scratch);
		for (size_t i = 0; i < bank->at[s].n; i++)
			add_word(out, &bank->at[s].at[i], &tokens[i], known);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
}

static double percent(size_t part, size_t whole)
{
	return whole ? 100.0 * (double)part / (double)whole : 0.0;
}

void accuracy_print(const char *name, const struct accuracy *a)
{
	printf("%-24s %7zu words  tag %5.2f  class %5.2f  unknown %5.2f (%zu)  lemma "
	       "%5.2f\n",
	       name, a->words, percent(a->tags, a->words), percent(a->classes, a->words),
	       percent(a->unknown_tags, a->unknown), a->unknown, percent(a->lemmas, a->words));
}
