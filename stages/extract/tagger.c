#include "tagger.h"

#include <stdlib.h>

#include "files/mapped.h"
#include "lemma.h"
#include "model.h"
#include "participles.h"
#include "score.h"

enum { DOUBT = 80 }; /* [weights] a lead of so much is not looked at again */

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
	size_t weights, filter, words, lemmas, forms;

	t->labels = mapped_section(t->file, MODEL_LABELS, sizeof *t->labels, &t->labels_n);
	t->weights = mapped_section(t->file, MODEL_WEIGHTS, sizeof *t->weights, &weights);
	t->filter = mapped_section(t->file, MODEL_FILTER, 1, &filter);
	t->words.at = mapped_section(t->file, MODEL_WORDS, sizeof *t->words.at, &words);
	t->lemmas.at = mapped_section(t->file, MODEL_LEMMAS, sizeof *t->lemmas.at, &lemmas);
	t->lemmas.forms.at = mapped_section(t->file, MODEL_FORMS, sizeof *t->lemmas.forms.at, &forms);
	t->words.lemmas = &t->lemmas;
	t->lemmas.text = mapped_section(t->file, MODEL_TEXT, 1, &t->lemmas.text_bytes);
	return weights == FEATURE_WEIGHTS && filter == FEATURE_FILTER && is_table(words, &t->words.bits) &&
	       is_table(lemmas, &t->lemmas.bits) && is_table(forms, &t->lemmas.forms.bits) && labels_are_known(t) &&
	       words_are_known(t);
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

/* Rows of what the word and its neighbours tell in both passes. */
struct rows {
	uint32_t at[FEATURE_MAX];
	size_t n;
};

/* The rows are on their way from memory when this returns: ask for a word's rows one word ahead. */
SCORE_INLINE void rows_here(const struct tagger *t, const struct feature_slot *s, struct rows *rows)
{
	uint32_t hash[FEATURE_MAX];

	if (!s->only)
		rows->n = score_rows(t->weights, t->filter, hash, features_here(s, hash), rows->at);
}

/* The best label + 1 of the word in slot s. */
SCORE_INLINE uint8_t choose(const struct tagger *t, const struct feature_slot *s, int pass, const struct score *here,
			    int *margin)
{
	uint32_t hash[FEATURE_MAX], rows[FEATURE_MAX];
	size_t n = features_beside(s, pass, hash);
	struct score score = *here;

	score_add(&score, t->weights, rows, score_rows(t->weights, t->filter, hash, n, rows));
	return (uint8_t)(score_best(&score, margin) + 1);
}

/* Left to right: sets .label, and .before to the same. Returns how many words are in doubt. */
FAST static size_t first_pass(const struct tagger *t, struct feature_slot *s, size_t n, struct doubt *doubts)
{
	struct rows rows[2];
	size_t found = 0;

	rows_here(t, &s[0], &rows[0]);
	for (size_t i = 0; i < n; i++) {
		struct score here = {0};
		int margin;

		if (i + 1 < n)
			rows_here(t, &s[i + 1], &rows[(i + 1) % 2]);
		s[i].label = s[i].only;
		if (!s[i].only) {
			score_add(&here, t->weights, rows[i % 2].at, rows[i % 2].n);
			s[i].label = choose(t, &s[i], 0, &here, &margin);
			if (margin < DOUBT)
				doubts[found++] = (struct doubt){here, i};
		}
		s[i].before = s[i].label;
	}
	return found;
}

/* Those in doubt again, now that the labels to their right are known. */
FAST static void second_pass(const struct tagger *t, struct feature_slot *s, const struct doubt *doubts, size_t n)
{
	int margin;

	for (size_t k = 0; k < n; k++)
		s[doubts[k].word].label = choose(t, &s[doubts[k].word], 1, &doubts[k].score, &margin);
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
