#include "learn.h"

#include <stdlib.h>

#include "perceptron.h"
#include "variants.h"

enum {
	FOLDS = 4,
	EPOCHS_FIRST = 5, /* of the models that label for the second pass */
	EPOCHS = 10,
	MARGIN = 12,
	LONGEST = 2000, /* [words] longer sentences of the treebank are left out */
};

struct learner {
	const struct treebank *bank;
	const struct labels *labels;
	struct feature_words words;
	struct perceptron p;
	uint32_t *order;  /* of the sentences */
	uint8_t **before; /* [VARIANT_COUNT]: first-pass labels + 1 of every word of the bank */
	size_t *first;	  /* of each sentence, into these */
	struct token *tokens;
	struct feature_slot *slots;
	uint64_t random;
};

static uint32_t next_random(struct learner *l)
{
	l->random = l->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(l->random >> 33);
}

static void shuffle(struct learner *l)
{
	for (size_t i = l->bank->n; i > 1; i--) {
		size_t j = next_random(l) % i;
		uint32_t other = l->order[j];

		l->order[j] = l->order[i - 1];
		l->order[i - 1] = other;
	}
}

static size_t right_label(const struct learner *l, const struct gold *g)
{
	return l->labels->of[g->tag][g->ud];
}

/* Make the variant's slots of sentence s. */
static struct feature_slot *prepare(struct learner *l, size_t s, enum variant variant)
{
	const struct gold_sentence *sentence = &l->bank->at[s];

	variant_make(sentence, variant, l->tokens);
	features_prepare(&l->words, l->tokens, sentence->n, l->slots);
	return l->slots + FEATURE_BORDER;
}

static void learn_pass(struct learner *l, size_t s, struct feature_slot *slots, int pass)
{
	uint32_t index[FEATURE_MAX];

	for (size_t i = 0; i < l->bank->at[s].n; i++) {
		size_t n, right = right_label(l, &l->bank->at[s].at[i]);

		if (slots[i].only) {
			slots[i].label = slots[i].only;
			continue;
		}
		n = features_of(&slots[i], pass, index);
		slots[i].label = (uint8_t)(perceptron_learn(&l->p, index, n, right) + 1);
	}
}

static void show_before(struct learner *l, size_t s, enum variant variant, struct feature_slot *slots)
{
	for (size_t i = 0; i < l->bank->at[s].n; i++)
		slots[i].before = l->before[variant][l->first[s] + i];
}

/* Every sentence plain; every third once more, otherwise written. */
static void learn_sentence(struct learner *l, size_t s, bool both)
{
	uint32_t dice = next_random(l) % 100;
	enum variant other = dice < 22 ? VARIANT_UPPER : dice < 29 ? VARIANT_TITLE : VARIANT_LOWER;

	for (int k = 0; k < (dice < 36 ? 2 : 1); k++) {
		enum variant variant = k ? other : VARIANT_PLAIN;
		struct feature_slot *slots = prepare(l, s, variant);

		learn_pass(l, s, slots, 0);
		if (!both)
			continue;
		show_before(l, s, variant, slots);
		learn_pass(l, s, slots, 1);
	}
}

static bool is_learnt(const struct learner *l, size_t s, size_t fold)
{
	return l->bank->at[s].n <= LONGEST && (fold == FOLDS || s / 16 % FOLDS != fold);
}

static void learn_fold(struct learner *l, size_t fold, int epochs, bool both)
{
	perceptron_start(&l->p, l->labels->n, MARGIN);
	for (int epoch = 0; epoch < epochs; epoch++) {
		shuffle(l);
		for (size_t k = 0; k < l->bank->n; k++)
			if (is_learnt(l, l->order[k], fold))
				learn_sentence(l, l->order[k], both);
	}
	perceptron_average(&l->p);
}

/* The first pass's labels of sentence s, by a model that has not learnt it. */
static void label_before(struct learner *l, size_t s, enum variant variant)
{
	struct feature_slot *slots = prepare(l, s, variant);
	uint32_t index[FEATURE_MAX];

	for (size_t i = 0; i < l->bank->at[s].n; i++) {
		if (slots[i].only)
			slots[i].label = slots[i].only;
		else
			slots[i].label = (uint8_t)(perceptron_best(&l->p, index, features_of(&slots[i], 0, index)) + 1);
		l->before[variant][l->first[s] + i] = slots[i].label;
	}
}

static void stack(struct learner *l)
{
	for (size_t fold = 0; fold < FOLDS; fold++) {
		learn_fold(l, fold, EPOCHS_FIRST, false);
		for (size_t s = 0; s < l->bank->n; s++)
			for (int v = 0; v < VARIANT_COUNT && !is_learnt(l, s, fold); v++)
				if (l->bank->at[s].n <= LONGEST)
					label_before(l, s, (enum variant)v);
		perceptron_free(&l->p);
	}
}

static void start(struct learner *l, struct arena *arena)
{
	size_t words = 0;

	l->order = ARENA_ARRAY(arena, uint32_t, l->bank->n);
	l->first = ARENA_ARRAY(arena, size_t, l->bank->n);
	for (size_t s = 0; s < l->bank->n; s++) {
		l->order[s] = (uint32_t)s;
		l->first[s] = words;
		words += l->bank->at[s].n;
	}
	l->before = ARENA_ARRAY(arena, uint8_t *, VARIANT_COUNT);
	for (int v = 0; v < VARIANT_COUNT; v++)
		l->before[v] = ARENA_ARRAY(arena, uint8_t, words);
	l->tokens = ARENA_ARRAY(arena, struct token, LONGEST);
	l->slots = ARENA_ARRAY(arena, struct feature_slot, LONGEST + 2 * FEATURE_BORDER);
}

void learn(const struct treebank *bank, const struct labels *labels, const struct vocabulary *words, int8_t *out)
{
	struct arena arena = {0};
	struct learner l = {.bank = bank, .labels = labels, .words = {words->at, words->bits}, .random = 1};

	start(&l, &arena);
	stack(&l);
	learn_fold(&l, FOLDS, EPOCHS, true);
	perceptron_shrink(&l.p, out);
	perceptron_free(&l.p);
	arena_free(&arena);
}
