#include "tagger.h"

#include <stdlib.h>

#include "files/mapped.h"
#include "lemma.h"
#include "model.h"
#include "participles.h"
#include "score.h"

/* [weights] A lead of so much is not looked at again: at a glance (a participle needs more: "12 are missing"), in
 * the first pass. */
enum { SURE = 100, VERY_SURE = 150, DOUBT = 80 };

/* A word that the first pass is not sure of. */
struct doubt {
	struct score score; /* what hangs on no label */
	size_t word;
};

struct tagger {
	const struct mapped *file;
	const struct model_label *labels;
	size_t labels_n;
	const uint8_t *weights; /* with 128 added */
	const uint8_t *filter;
	const uint8_t *glance, *glance_filter; /* the same of the glance */
	struct feature_words words;
	struct lemmas lemmas;
};

/* Items are 2^bits: a table that the search can mask. */
static bool is_table(size_t n, unsigned *bits)
{
	for (*bits = 0; *bits < 31 && ((size_t)1 << *bits) < n;)
		++*bits;
	return n > 1 && ((size_t)1 << *bits) == n;
}

static bool labels_are_known(const struct tagger *t)
{
	for (size_t i = 0; i < t->labels_n; i++)
		if (t->labels[i].tag >= TAG_COUNT || t->labels[i].ud >= UD_COUNT)
			return false;
	return t->labels_n == FEATURE_LABELS;
}

static bool words_are_known(const struct tagger *t)
{
	for (size_t i = 0; i < (size_t)1 << t->words.bits; i++)
		if (t->words.at[i].only > t->labels_n)
			return false;
	return true;
}

static bool take_sections(struct tagger *t)
{
	size_t weights, filter, glance, glance_filter, words, lemmas, forms;

	t->labels = mapped_section(t->file, MODEL_LABELS, sizeof *t->labels, &t->labels_n);
	t->weights = mapped_section(t->file, MODEL_WEIGHTS, sizeof *t->weights, &weights);
	t->filter = mapped_section(t->file, MODEL_FILTER, 1, &filter);
	t->glance = mapped_section(t->file, MODEL_GLANCE, 1, &glance);
	t->glance_filter = mapped_section(t->file, MODEL_GLANCE_FILTER, 1, &glance_filter);
	t->words.at = mapped_section(t->file, MODEL_WORDS, sizeof *t->words.at, &words);
	t->lemmas.at = mapped_section(t->file, MODEL_LEMMAS, sizeof *t->lemmas.at, &lemmas);
	t->lemmas.forms.at = mapped_section(t->file, MODEL_FORMS, sizeof *t->lemmas.forms.at, &forms);
	t->words.lemmas = &t->lemmas;
	t->lemmas.text = mapped_section(t->file, MODEL_TEXT, 1, &t->lemmas.text_bytes);
	return weights == FEATURE_WEIGHTS && filter == FEATURE_FILTER && glance == GLANCE_WEIGHTS &&
	       glance_filter == GLANCE_FILTER && is_table(words, &t->words.bits) && is_table(lemmas, &t->lemmas.bits) &&
	       is_table(forms, &t->lemmas.forms.bits) && labels_are_known(t) && words_are_known(t);
}

const struct tagger *tagger_open(const char *path, struct err *err)
{
	const struct mapped *file = mapped_open(path, MODEL_MAGIC, MODEL_VERSION, err);

	if (!file)
		return NULL;
	struct tagger *t = calloc(1, sizeof *t);

	if (t) {
		t->file = file;
		if (take_sections(t))
			return t;
	} else {
		die(EXIT_INTERNAL, "out of memory for the tagger");
	}
	tagger_close(t);
	err_set(err, path, "not a tagger's model of this version; train it again (make train)");
	return NULL;
}

void tagger_close(const struct tagger *tagger)
{
	if (tagger)
		mapped_close(tagger->file);
	free((void *)tagger);
}

/* The passes, once for any machine and once for those with AVX2. */
#define FAST __attribute__((target_clones("avx2", "default")))

/* The best label + 1 of the word in slot s by the few features of a glance. */
SCORE_INLINE uint8_t glance(const struct tagger *t, const struct feature_slot *s, int *lead)
{
	uint32_t hash[GLANCE_MAX], rows[GLANCE_MAX];
	size_t n = features_glance(s, hash);
	struct score score = {0};

	score_add(&score, t->glance, rows, score_glance_rows(t->glance_filter, hash, n, rows));
	return (uint8_t)(score_best(&score, lead) + 1);
}

/* What the word and its neighbours tell in both passes. */
SCORE_INLINE struct score score_here(const struct tagger *t, const struct feature_slot *s)
{
	uint32_t hash[FEATURE_MAX], rows[FEATURE_MAX];
	size_t n = features_here(s, hash);
	struct score score = {0};

	score_add(&score, t->weights, rows, score_rows(t->weights, t->filter, hash, n, rows));
	return score;
}

/* The best label + 1 of the word in slot s. */
SCORE_INLINE uint8_t choose(const struct tagger *t, const struct feature_slot *s, int pass, const struct score *here,
			    int *lead)
{
	uint32_t hash[FEATURE_MAX], rows[FEATURE_MAX];
	size_t n = features_beside(s, pass, hash);
	struct score score = *here;

	score_add(&score, t->weights, rows, score_rows(t->weights, t->filter, hash, n, rows));
	return (uint8_t)(score_best(&score, lead) + 1);
}

static inline bool is_sure(const struct tagger *t, uint8_t label, int lead)
{
	enum tag tag = (enum tag)t->labels[label - 1].tag;

	return lead >= (tag == TAG_VBG || tag == TAG_VBN ? VERY_SURE : SURE);
}

/* Left to right: sets .label, and .before to the same. Returns how many words are in doubt. */
FAST static size_t first_pass(const struct tagger *t, struct feature_slot *s, size_t n, struct doubt *doubts)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		int lead = VERY_SURE;

		s[i].label = s[i].only ? s[i].only : glance(t, &s[i], &lead);
		if (!is_sure(t, s[i].label, lead)) {
			struct score here = score_here(t, &s[i]);

			s[i].label = choose(t, &s[i], 0, &here, &lead);
			if (lead < DOUBT)
				doubts[found++] = (struct doubt){here, i};
		}
		s[i].before = s[i].label;
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

void tagger_tag(const struct tagger *tagger, struct token *at, size_t n, struct arena *scratch)
{
	if (n == 0)
		return;
	struct feature_slot *slots = arena_more(scratch, NULL, 0, n + 2 * FEATURE_BORDER, sizeof *slots);
	struct feature_slot *s = slots + FEATURE_BORDER;
	struct doubt *doubts = arena_more(scratch, NULL, 0, n, sizeof *doubts);

	features_prepare(&tagger->words, at, n, slots);
	second_pass(tagger, s, doubts, first_pass(tagger, s, n, doubts));
	for (size_t i = 0; i < n; i++) {
		const struct model_label *label = &tagger->labels[s[i].label - 1];

		at[i].tag = label->tag;
		at[i].ud = label->ud;
	}
	participles_mend(&tagger->lemmas.forms, at, n);
	for (size_t i = 0; i < n; i++)
		at[i].lemma = lemma_of(&tagger->lemmas, &at[i], (enum tag)at[i].tag, scratch);
}
