#include "tagger.h"

#include <stdlib.h>

#include "participles.h"
#include "tagger_parts.h"

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
	struct seen *seen = aligned_alloc(CACHE_LINE, SEEN * sizeof *seen);
	struct arena *work = calloc(1, sizeof *work);

	if (!t || !seen || !work)
		die(EXIT_INTERNAL, "out of memory for the tagger");
	t->file = file;
	memset(seen, 0, SEEN * sizeof *seen);
	t->seen = seen;
	t->work = work;
	if (take_sections(t))
		return t;
	tagger_close(t);
	err_set(err, path, "not a tagger's model of this version; train it again (make train)");
	return NULL;
}

void tagger_close(const struct tagger *tagger)
{
	if (!tagger)
		return;
	mapped_close(tagger->file);
	free(tagger->seen);
	arena_free(tagger->work);
	free(tagger->work);
	free((void *)tagger);
}

/* The lemma, remembered of the form if it is a part of the word or of the model. */
static struct str lemma_seen(const struct tagger *t, const struct token *token, uint64_t form, struct arena *scratch)
{
	struct seen *seen = tagger_seen(t, form);
	bool known = seen->slot.form == form;
	struct str word = lemma_word(token, (enum tag)token->tag), lemma;

	if (known && seen->lemma_tag == token->tag)
		return seen->lemma.at ? seen->lemma : (struct str){word.at, seen->lemma.n};
	lemma = lemma_of(&t->lemmas, token, (enum tag)token->tag, scratch);
	if (known && (lemma.at == word.at || lemma_is_listed(&t->lemmas, lemma))) {
		seen->lemma = (struct str){lemma.at == word.at ? NULL : lemma.at, lemma.n};
		seen->lemma_tag = token->tag;
	}
	return lemma;
}

void tagger_tag(const struct tagger *tagger, struct token *at, size_t n, struct arena *scratch)
{
	if (n == 0)
		return;
	arena_reset(tagger->work);
	struct feature_slot *slots = arena_more(tagger->work, NULL, 0, n + 2 * FEATURE_BORDER, sizeof *slots);
	struct feature_slot *s = slots + FEATURE_BORDER;

	tag_passes(tagger, at, n, slots);
	for (size_t i = 0; i < n; i++) {
		const struct model_label *label = &tagger->labels[s[i].label - 1];

		at[i].tag = label->tag;
		at[i].ud = label->ud;
	}
	participles_mend(&tagger->lemmas.forms, at, n);
	for (size_t i = 0; i < n; i++)
		at[i].lemma = lemma_seen(tagger, &at[i], s[i].form, scratch);
}
