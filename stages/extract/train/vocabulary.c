#include "vocabulary.h"

#include <stdlib.h>

#include "base/err.h"
#include "base/hash.h"
#include "variants.h"

enum {
	KNOWN_MIN = 2,	  /* seen less often, a word is treated as unknown: so the model
			     learns what to do with these */
	LABELS_MIN = 5,	  /* its set of labels is told from so many on */
	ONLY_MIN = 25,	  /* one label in so many: looked up, never asked; */
	MOSTLY_MIN = 100, /* of so many, one label in all but MOSTLY_ELSE per mille: the same, */
	MOSTLY_ELSE = 5,  /* since the treebanks err as often */
	SETS_MAX = 250,
	BITS = 14,
};

struct entry {
	uint64_t hash;
	const struct token *token;
	uint64_t labels; /* bit set */
	uint32_t count;
	uint32_t top;  /* how often it has its commonest label, */
	uint8_t label; /* this one */
};

struct set {
	uint64_t labels;
	uint32_t count;
};

static int by_hash(const void *a, const void *b)
{
	const struct entry *p = a, *q = b;

	if (p->hash != q->hash)
		return p->hash < q->hash ? -1 : 1;
	return p->label - q->label;
}

static int by_count(const void *a, const void *b)
{
	const struct set *p = a, *q = b;

	if (p->count != q->count)
		return p->count < q->count ? 1 : -1;
	return p->labels < q->labels ? -1 : p->labels > q->labels;
}

static int by_labels(const void *a, const void *b)
{
	const struct set *p = a, *q = b;

	return p->labels < q->labels ? -1 : p->labels > q->labels;
}

static void merge(struct entry *to, const struct entry *from)
{
	to->labels |= from->labels;
	to->count += from->count;
	if (from->top > to->top) {
		to->top = from->top;
		to->label = from->label;
	}
}

/* One entry a form. */
static size_t count_forms(const struct treebank *bank, const struct labels *labels, struct arena *arena,
			  struct entry *forms)
{
	struct token *tokens = ARENA_ARRAY(arena, struct token, bank->words);
	uint64_t *keys = ARENA_ARRAY(arena, uint64_t, bank->words);
	size_t n = 0, kept = 0;

	for (size_t s = 0; s < bank->n; s++) {
		variant_make(&bank->at[s], VARIANT_PLAIN, tokens);
		features_keys(tokens, bank->at[s].n, keys);
		for (size_t i = 0; i < bank->at[s].n; i++) {
			const struct gold *g = &bank->at[s].at[i];

			uint8_t label = labels->of[g->tag][g->ud];

			forms[n++] = (struct entry){keys[i], &g->token, UINT64_C(1) << label, 1, 1, label};
		}
	}
	qsort(forms, n, sizeof *forms, by_hash);
	for (size_t i = 0, run; i < n; i += run) {
		for (run = 1; i + run < n && by_hash(&forms[i], &forms[i + run]) == 0;)
			run++;
		forms[i].count = forms[i].top = (uint32_t)run;
		if (kept && forms[kept - 1].hash == forms[i].hash)
			merge(&forms[kept - 1], &forms[i]);
		else
			forms[kept++] = forms[i];
	}
	return kept;
}

/* The sets of labels, the commonest first: the number of a set is its place
 * + 2. */
static size_t count_sets(const struct entry *forms, size_t n, struct set *sets)
{
	size_t kept = 0, used = 0;

	for (size_t i = 0; i < n; i++)
		if (forms[i].count >= LABELS_MIN)
			sets[used++] = (struct set){forms[i].labels, forms[i].count};
	qsort(sets, used, sizeof *sets, by_labels);
	for (size_t i = 0; i < used; i++) {
		if (kept && sets[kept - 1].labels == sets[i].labels)
			sets[kept - 1].count += sets[i].count;
		else
			sets[kept++] = sets[i];
	}
	qsort(sets, kept, sizeof *sets, by_count);
	return kept < SETS_MAX ? kept : SETS_MAX;
}

static uint8_t set_of(const struct entry *form, const struct set *sets, size_t n)
{
	for (size_t i = 0; i < n && form->count >= LABELS_MIN; i++)
		if (sets[i].labels == form->labels)
			return (uint8_t)(i + 2);
	return 1;
}

static void add(struct vocabulary *v, uint64_t hash, struct feature_word word)
{
	uint32_t mask = (1u << v->bits) - 1, i = (uint32_t)hash & mask;

	word.key = (uint32_t)(hash >> 32) | 1;
	while (v->at[i].key && v->at[i].key != word.key)
		i = (i + 1) & mask;
	v->at[i] = word;
}

static uint8_t only_label(const struct entry *form)
{
	uint32_t least = form->top == form->count ? ONLY_MIN : MOSTLY_MIN;
	bool only = (form->count - form->top) * 1000 <= form->count * MOSTLY_ELSE;

	return only && form->count >= least ? (uint8_t)(form->label + 1) : 0;
}

static void add_number(struct vocabulary *v, const struct labels *labels, struct str number)
{
	struct feature_word word = {.labels = 1, .readings = FORM_CD};

	word.only = (uint8_t)(labels->of[TAG_CD][UD_NUM] + 1);
	add(v, hash64(number), word);
}

void vocabulary_build(const struct treebank *bank, const struct labels *labels, const struct lemmas *lemmas,
		      const struct str *numbers, size_t numbers_n, struct arena *arena, struct vocabulary *out)
{
	struct entry *forms = ARENA_ARRAY(arena, struct entry, bank->words);
	struct set *sets = ARENA_ARRAY(arena, struct set, bank->words);
	size_t n = count_forms(bank, labels, arena, forms), sets_n = count_sets(forms, n, sets);

	out->bits = BITS;
	out->at = ARENA_ARRAY(arena, struct feature_word, (size_t)1 << BITS);
	for (size_t i = 0; i < n; i++) {
		struct feature_word word = {.labels = set_of(&forms[i], sets, sets_n), .only = only_label(&forms[i])};

		word.readings = (uint16_t)lemma_readings(lemmas, forms[i].token);

		if (forms[i].count >= KNOWN_MIN)
			add(out, forms[i].hash, word);
	}
	for (size_t i = 0; i < numbers_n; i++)
		add_number(out, labels, numbers[i]);
}
