/* The passes over a sentence, once for any machine and once for those with AVX2. */
#include "tagger_parts.h"

#define FAST __attribute__((target_clones("avx2", "default")))

/* [weights] A lead of so much is not looked at again: at a glance (a participle needs more: "12 are missing"), in
 * the first pass. */
enum { SURE = 100, VERY_SURE = 150, DOUBT = 80 };

/* A word whose label is open: what it and its neighbours tell at a glance; rows that are still to be added. */
struct sight {
	struct score score;
	const uint8_t *rows[GLANCE_AROUND];
	size_t word;
};

/* A word that the first pass is not sure of. */
struct doubt {
	struct score score; /* what hangs on no label */
	size_t word;
};

/* The rows of the first n features of a glance. */
SCORE_INLINE void glance_rows(const struct tagger *t, const uint32_t *hash, size_t n, const uint8_t **rows)
{
	score_choose(t->glance, glance_row, t->glance_filter, glance_bit, hash, n, rows);
}

/* Token i is of a form that is not remembered; its slot holds the form alone. */
SCORE_INLINE void learn(const struct tagger *t, const struct token *at, size_t n, size_t i, enum feature_mode mode,
			const struct feature_slot *slot, struct seen *seen)
{
	uint32_t hash[GLANCE_LANES];
	const uint8_t *rows[GLANCE_OWN];

	*seen = (struct seen){.slot = *slot};
	features_fill(&t->words, at, n, i, mode, &seen->slot);
	glance_own(&seen->slot, hash);
	glance_rows(t, hash, GLANCE_OWN, rows);
	score_add(&seen->glance, rows, GLANCE_OWN);
}

/* The slots of the words, with the labels of those that have only one, and what the forms of the others tell at a
 * glance. Returns how many these are. What is remembered is on its way before it is needed. */
FAST static size_t recall(const struct tagger *t, const struct token *at, size_t n, struct feature_slot *slots,
			  struct sight *sights)
{
	enum feature_mode mode = features_forms(at, n, slots);
	struct feature_slot *s = slots + FEATURE_BORDER;
	size_t open = 0;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < offsetof(struct seen, own); k += 64)
			__builtin_prefetch((const char *)tagger_seen(t, s[i].form) + k);
	for (size_t i = 0; i < n; i++) {
		struct seen *seen = tagger_seen(t, s[i].form);

		if (seen->slot.form != s[i].form)
			learn(t, at, n, i, mode, &s[i], seen);
		s[i] = seen->slot;
		s[i].lower = at[i].lower; /* this document's */
		s[i].label = s[i].before = s[i].only;
		sights[open].score = seen->glance;
		sights[open].word = i;
		open += !s[i].only;
	}
	return open;
}

/* What the words' neighbours add to that. Again all rows are on their way before the first is needed. */
FAST static void look_around(const struct tagger *t, const struct feature_slot *s, struct sight *sights, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		uint32_t hash[GLANCE_LANES];

		glance_around(&s[sights[k].word], hash);
		glance_rows(t, hash, GLANCE_AROUND, sights[k].rows);
		score_fetch(sights[k].rows, GLANCE_AROUND);
	}
	for (size_t k = 0; k < n; k++)
		score_add(&sights[k].score, sights[k].rows, GLANCE_AROUND);
}

/* The best label + 1 of the word in slot s at a glance, with the labels to the left. */
SCORE_INLINE uint8_t glance(const struct tagger *t, const struct feature_slot *s, const struct sight *sight, int *lead)
{
	uint32_t hash[GLANCE_LANES];
	const uint8_t *rows[GLANCE_LEFT];
	struct score score = sight->score;

	glance_left(s, hash);
	glance_rows(t, hash, GLANCE_LEFT, rows);
	score_add(&score, rows, GLANCE_LEFT);
	return (uint8_t)(score_best(&score, lead) + 1);
}

/* Add what the weights say of n features. */
SCORE_INLINE void add_features(const struct tagger *t, const uint32_t *hash, size_t n, struct score *score)
{
	const uint8_t *rows[FEATURE_MAX];

	n = score_keep(t->weights, feature_row, t->filter, feature_bit, hash, n, rows);
	score_fetch(rows, n);
	score_add(score, rows, n);
}

/* What the word itself tells in both passes: worked out once of a form that is remembered. */
SCORE_INLINE struct score score_own(const struct tagger *t, const struct feature_slot *s)
{
	struct seen *seen = tagger_seen(t, s->form);
	bool known = seen->slot.form == s->form;

	if (known && seen->scored)
		return seen->own;
	uint32_t hash[FEATURE_MAX];
	struct score score = {0};

	add_features(t, hash, features_own(s, hash), &score);
	if (known) {
		seen->own = score;
		seen->scored = true;
	}
	return score;
}

/* What the word and its neighbours tell in both passes. */
SCORE_INLINE struct score score_here(const struct tagger *t, const struct feature_slot *s)
{
	uint32_t hash[FEATURE_MAX];
	struct score score = score_own(t, s);

	add_features(t, hash, features_around(s, hash), &score);
	return score;
}

/* The best label + 1 of the word in slot s. */
SCORE_INLINE uint8_t choose(const struct tagger *t, const struct feature_slot *s, int pass, const struct score *here,
			    int *lead)
{
	uint32_t hash[FEATURE_MAX];
	struct score score = *here;

	add_features(t, hash, features_beside(s, pass, hash), &score);
	return (uint8_t)(score_best(&score, lead) + 1);
}

static inline bool is_sure(const struct tagger *t, uint8_t label, int lead)
{
	enum tag tag = (enum tag)t->labels[label - 1].tag;

	return lead >= (tag == TAG_VBG || tag == TAG_VBN ? VERY_SURE : SURE);
}

/* The open words from left to right: sets .label, and .before to the same. Returns how many are in doubt. */
FAST static size_t first_pass(const struct tagger *t, struct feature_slot *slots, const struct sight *sights, size_t n,
			      struct doubt *doubts)
{
	size_t found = 0;

	for (size_t k = 0; k < n; k++) {
		struct feature_slot *s = &slots[sights[k].word];
		int lead;

		s->label = glance(t, s, &sights[k], &lead);
		if (!is_sure(t, s->label, lead)) {
			struct score here = score_here(t, s);

			s->label = choose(t, s, 0, &here, &lead);
			if (lead < DOUBT)
				doubts[found++] = (struct doubt){here, sights[k].word};
		}
		s->before = s->label;
	}
	return found;
}

/* Those in doubt again, now that the labels to their right are known. */
FAST static void second_pass(const struct tagger *t, struct feature_slot *s, const struct doubt *doubts, size_t n)
{
	int lead;

	for (size_t k = 0; k < n; k++)
		s[doubts[k].word].label = choose(t, &s[doubts[k].word], 1, &doubts[k].score, &lead);
}

void tag_passes(const struct tagger *t, const struct token *at, size_t n, struct feature_slot *slots)
{
	struct sight *sights = arena_more(t->work, NULL, 0, n, sizeof *sights);
	struct doubt *doubts = arena_more(t->work, NULL, 0, n, sizeof *doubts);
	struct feature_slot *s = slots + FEATURE_BORDER;
	size_t open = recall(t, at, n, slots, sights);

	look_around(t, s, sights, open);
	second_pass(t, s, doubts, first_pass(t, s, sights, open, doubts));
}
