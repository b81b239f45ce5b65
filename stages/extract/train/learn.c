#include "learn.h"

#include <stdlib.h>

#include "base/err.h"
#include "maxent.h"
#include "tag_glance.h"
#include "variants.h"

enum {
	FOLDS = 8,
	EPOCHS_FIRST = 5, /* of the models that label for the second pass */
	EPOCHS = 6,
	RUNS = 6,	  /* in other orders, averaged */
	COUNT_BITS = 28,  /* of the table that features are counted in */
	FORGET_RARE = 50, /* [percent] of the words seen a few times */
	FORGET_KNOWN = 8, /* [percent] of the others */
	SEEN_MIN = 5,	  /* a feature met less often is none */
	LONGEST = 2000,	  /* [words] longer sentences of the treebank are left out */
};

struct learner {
	const struct treebank *bank;
	const struct labels *labels;
	struct feature_words words;
	struct maxent m;
	uint8_t *filter;
	uint32_t *order;  /* of the sentences */
	uint8_t **before; /* [VARIANT_COUNT]: first-pass labels + 1 of every word of
			     the bank */
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

/* In the order of their numbers: a sum of weights is rounded by the order in which it is made. */
static size_t features_glance(const struct feature_slot *slot, uint32_t *hash)
{
	static const uint8_t by_number[GLANCE_LEFT] = {4, 0, 1, 2, 5, 3};
	uint32_t left[GLANCE_LANES];
	size_t n = GLANCE_OWN + GLANCE_AROUND;

	glance_own(slot, hash);
	glance_around(slot, hash + GLANCE_OWN);
	glance_left(slot, left);
	for (size_t i = 0; i < GLANCE_LEFT; i++)
		hash[n++] = left[by_number[i]];
	return n;
}

/* Those that hang on no label. */
static size_t features_here(const struct feature_slot *slot, uint32_t *hash)
{
	size_t n = features_own(slot, hash);

	return n + features_around(slot, hash + n);
}

/* Rows of the features of the word in the slot that the filter keeps. */
static size_t rows_of(const struct learner *l, const struct feature_slot *slot, int pass, uint32_t *rows)
{
	size_t n = features_here(slot, rows), kept = 0;

	n += features_beside(slot, pass, rows + n);
	for (size_t k = 0; k < n; k++)
		if (feature_is_kept(l->filter, rows[k]))
			rows[kept++] = feature_row(rows[k]);
	return kept;
}

/* A feature met SEEN_MIN times is kept. */
static void count_one(struct learner *l, uint8_t *counts, uint32_t hash)
{
	uint8_t *count = &counts[hash >> (32 - COUNT_BITS)];
	uint32_t bit = feature_bit(hash);

	*count += *count < SEEN_MIN;
	if (*count == SEEN_MIN)
		l->filter[bit >> 3] |= (uint8_t)(1u << (bit & 7));
}

/* The features as they are when all labels are right. */
static void count_sentence(struct learner *l, uint8_t *counts, size_t s, int pass)
{
	const struct gold_sentence *sentence = &l->bank->at[s];
	struct feature_slot *slots = prepare(l, s, VARIANT_PLAIN);
	uint32_t hash[2 * FEATURE_MAX];

	for (size_t i = 0; i < sentence->n; i++)
		slots[i].label = slots[i].before = (uint8_t)(right_label(l, &sentence->at[i]) + 1);
	for (size_t i = 0; i < sentence->n; i++) {
		if (slots[i].only)
			continue;
		size_t n = pass ? 0 : features_here(&slots[i], hash);

		n += features_beside(&slots[i], pass, hash + n);
		for (size_t k = 0; k < n; k++)
			count_one(l, counts, hash[k]);
	}
}

static void make_filter(struct learner *l)
{
	uint8_t *counts = calloc((size_t)1 << COUNT_BITS, 1);

	if (!counts)
		die(EXIT_INTERNAL, "out of memory in training");
	for (size_t s = 0; s < l->bank->n; s++)
		for (int pass = 0; pass < 2 && l->bank->at[s].n <= LONGEST; pass++)
			count_sentence(l, counts, s, pass);
	free(counts);
}

/* Now and then a known word is shown as an unknown one, rare words often: what
 * its letters and its neighbours tell must be learnt too. */
static void forget_some(struct learner *l, size_t s, struct feature_slot *slots)
{
	for (size_t i = 0; i < l->bank->at[s].n; i++) {
		const struct feature_word *known = feature_word_find(&l->words, slots[i].key);

		if (known && !slots[i].only && l->tokens[i].kind == TOKEN_WORD &&
		    next_random(l) % 100 < (known->labels == 1 ? FORGET_RARE : FORGET_KNOWN))
			features_forget(&slots[i]);
	}
}

static void learn_pass(struct learner *l, size_t s, struct feature_slot *slots, int pass)
{
	uint32_t rows[2 * FEATURE_MAX];

	for (size_t i = 0; i < l->bank->at[s].n; i++) {
		size_t n, right = right_label(l, &l->bank->at[s].at[i]);

		if (slots[i].only) {
			slots[i].label = slots[i].only;
			continue;
		}
		n = rows_of(l, &slots[i], pass, rows);
		slots[i].label = (uint8_t)(maxent_learn(&l->m, rows, n, right) + 1);
	}
}

static void show_before(struct learner *l, size_t s, enum variant variant, struct feature_slot *slots)
{
	for (size_t i = 0; i < l->bank->at[s].n; i++)
		slots[i].before = l->before[variant][l->first[s] + i];
}

static enum variant other_variant(uint32_t dice)
{
	return dice < 22 ? VARIANT_UPPER : dice < 29 ? VARIANT_TITLE : VARIANT_LOWER;
}

/* Every sentence plain; every third once more, otherwise written. */
static void learn_sentence(struct learner *l, size_t s, bool both)
{
	uint32_t dice = next_random(l) % 100;
	enum variant other = other_variant(dice);

	for (int k = 0; k < (dice < 36 ? 2 : 1); k++) {
		enum variant variant = k ? other : VARIANT_PLAIN;
		struct feature_slot *slots = prepare(l, s, variant);

		forget_some(l, s, slots);
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

/* Weights are noted from the second epoch on. */
static void learn_fold(struct learner *l, size_t fold, int epochs, bool both)
{
	for (int epoch = 0; epoch < epochs; epoch++) {
		shuffle(l);
		for (size_t k = 0; k < l->bank->n; k++)
			if (is_learnt(l, l->order[k], fold))
				learn_sentence(l, l->order[k], both);
		if (epoch > 0)
			maxent_note(&l->m);
	}
}

/* The first pass's labels of sentence s, by a model that has not learnt it. */
static void label_before(struct learner *l, size_t s, enum variant variant)
{
	struct feature_slot *slots = prepare(l, s, variant);
	uint32_t rows[2 * FEATURE_MAX];

	for (size_t i = 0; i < l->bank->at[s].n; i++) {
		if (slots[i].only)
			slots[i].label = slots[i].only;
		else
			slots[i].label = (uint8_t)(maxent_best(&l->m, rows, rows_of(l, &slots[i], 0, rows)) + 1);
		l->before[variant][l->first[s] + i] = slots[i].label;
	}
}

static void stack(struct learner *l)
{
	for (size_t fold = 0; fold < FOLDS; fold++) {
		maxent_start(&l->m, FEATURE_WEIGHTS, l->labels->n);
		learn_fold(l, fold, EPOCHS_FIRST, false);
		maxent_average(&l->m);
		for (size_t s = 0; s < l->bank->n; s++)
			for (int v = 0; v < VARIANT_COUNT && !is_learnt(l, s, fold); v++)
				if (l->bank->at[s].n <= LONGEST)
					label_before(l, s, (enum variant)v);
		maxent_free(&l->m);
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

/* Rows of the glance's features that its filter keeps. */
static size_t glance_rows(const uint8_t *filter, const struct feature_slot *slot, uint32_t *rows)
{
	uint32_t hash[GLANCE_MAX];
	size_t n = features_glance(slot, hash), kept = 0;

	for (size_t k = 0; k < n; k++)
		if (glance_is_kept(filter, hash[k]))
			rows[kept++] = glance_row(hash[k]);
	return kept;
}

/* The sentence's slots with the first pass's labels, as a glance will see them to the left. */
static struct feature_slot *prepare_glance(struct learner *l, size_t s, enum variant variant)
{
	struct feature_slot *slots = prepare(l, s, variant);

	show_before(l, s, variant, slots);
	for (size_t i = 0; i < l->bank->at[s].n; i++)
		slots[i].label = slots[i].before;
	return slots;
}

static void make_glance_filter(struct learner *l, uint8_t *filter)
{
	uint8_t *counts = calloc((size_t)1 << COUNT_BITS, 1);

	if (!counts)
		die(EXIT_INTERNAL, "out of memory in training");
	for (size_t s = 0; s < l->bank->n; s++) {
		struct feature_slot *slots = l->bank->at[s].n <= LONGEST ? prepare_glance(l, s, VARIANT_PLAIN) : NULL;

		for (size_t i = 0; slots && i < l->bank->at[s].n; i++) {
			uint32_t hash[GLANCE_MAX];
			size_t n = slots[i].only ? 0 : features_glance(&slots[i], hash);

			for (size_t k = 0; k < n; k++) {
				uint8_t *count = &counts[hash[k] >> (32 - COUNT_BITS)];
				uint32_t bit = glance_bit(hash[k]);

				*count += *count < SEEN_MIN;
				if (*count == SEEN_MIN)
					filter[bit >> 3] |= (uint8_t)(1u << (bit & 7));
			}
		}
	}
	free(counts);
}

static void glance_at(struct learner *l, const uint8_t *filter, size_t s, enum variant variant)
{
	struct feature_slot *slots = prepare_glance(l, s, variant);
	uint32_t rows[GLANCE_MAX];

	forget_some(l, s, slots);
	for (size_t i = 0; i < l->bank->at[s].n; i++)
		if (!slots[i].only)
			maxent_learn(&l->m, rows, glance_rows(filter, &slots[i], rows),
				     right_label(l, &l->bank->at[s].at[i]));
}

/* The glance learns by itself, so that its lead tells whether more must be looked at. */
static void learn_glance(struct learner *l, uint8_t *weights, uint8_t *filter)
{
	make_glance_filter(l, filter);
	maxent_start(&l->m, GLANCE_WEIGHTS, l->labels->n);
	for (int epoch = 0; epoch < EPOCHS; epoch++) {
		shuffle(l);
		for (size_t k = 0; k < l->bank->n; k++) {
			uint32_t dice = next_random(l) % 100;

			if (l->bank->at[l->order[k]].n > LONGEST)
				continue;
			glance_at(l, filter, l->order[k], VARIANT_PLAIN);
			if (dice < 36)
				glance_at(l, filter, l->order[k], other_variant(dice));
		}
		if (epoch > 0)
			maxent_note(&l->m);
	}
	maxent_average(&l->m);
	maxent_shrink(&l->m, weights);
	maxent_free(&l->m);
}

void learn(const struct treebank *bank, const struct labels *labels, const struct feature_words *words,
	   struct weights *out)
{
	struct arena arena = {0};
	struct learner l = {.bank = bank, .labels = labels, .words = *words, .random = 1, .filter = out->filter};

	start(&l, &arena);
	make_filter(&l);
	stack(&l);
	maxent_start(&l.m, FEATURE_WEIGHTS, labels->n);
	for (int run = 0; run < RUNS; run++) {
		maxent_restart(&l.m);
		learn_fold(&l, FOLDS, EPOCHS, true);
	}
	maxent_average(&l.m);
	maxent_shrink(&l.m, out->at);
	maxent_free(&l.m);
	learn_glance(&l, out->glance, out->glance_filter);
	arena_free(&arena);
}
