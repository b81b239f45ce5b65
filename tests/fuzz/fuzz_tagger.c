/* fuzz-tagger - any bytes as a text that is cut, told apart into sentences, tagged and
 * read into phrases; and as a model's file. What holds for every text is asserted: tokens
 * in order and inside the text, every token in one sentence, tagged, its phrases inside it.
 * The model is in $RECOUNT_DATA; without it nothing is tagged.
 * Built with: clang -fsanitize=fuzzer,address,undefined (make fuzz-tagger) */
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "phrases.h"
#include "sentences.h"
#include "tagger.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct tagger *model(void)
{
	static const struct tagger *tagger;
	const char *folder = getenv("RECOUNT_DATA");
	char path[4096];

	if (tagger || !folder)
		return tagger;
	snprintf(path, sizeof path, "%s/tagger.model", folder);
	tagger = tagger_open(path, NULL);
	return tagger;
}

static void check_tokens(const struct tokens *tokens, size_t size)
{
	for (size_t i = 0; i < tokens->n; i++) {
		const struct token *t = &tokens->at[i];

		assert(t->start < t->end && t->end <= size && t->text.n == t->end - t->start);
		assert(i == 0 || tokens->at[i - 1].end <= t->start);
		assert(t->lower.n <= t->text.n && t->lower.n > 0);
	}
}

static void check_phrases(const struct phrases *p)
{
	for (size_t i = 0; i < p->nouns_n; i++) {
		const struct noun_phrase *np = &p->nouns[i];

		assert(np->n && np->first >= p->first && np->first + np->n <= p->first + p->n);
		assert(np->head >= np->first && np->head < np->first + np->n);
	}
	for (uint32_t i = p->first; i < p->first + p->n; i++) {
		phrases_governor(p, i);
		phrases_counted(p, i);
		phrases_noun_after(p, i);
	}
}

static void read_sentence(struct tokens *tokens, struct sentence s, struct arena *arena)
{
	struct phrases phrases;

	tagger_tag(model(), &tokens->at[s.first], s.n, arena);
	for (uint32_t i = s.first; i < s.first + s.n; i++)
		assert(tokens->at[i].tag > TAG_NONE && tokens->at[i].tag < TAG_COUNT && tokens->at[i].ud < UD_COUNT);
	phrases_find(tokens, s.first, s.n, arena, &phrases);
	check_phrases(&phrases);
}

static void read_text(struct str text, struct arena *arena)
{
	struct tokens tokens = {0};
	struct sentences found = {0};
	uint32_t next = 0;

	tokens_cut(text, 0, text.n, arena, &tokens);
	check_tokens(&tokens, text.n);
	sentences_find(&tokens, 0, tokens.n, arena, &found);
	for (size_t i = 0; i < found.n; i++) {
		assert(found.at[i].first == next && found.at[i].n > 0);
		next += found.at[i].n;
		if (model())
			read_sentence(&tokens, found.at[i], arena);
	}
	assert(next == tokens.n);
}

/* A foreign file is told, never mapped as a model. */
static void read_model(struct str bytes)
{
	char path[] = "/tmp/fuzz-tagger-XXXXXX";
	int fd = mkstemp(path);
	struct err err;

	if (fd < 0)
		return;
	if (write(fd, bytes.at, bytes.n) == (ssize_t)bytes.n)
		assert(!tagger_open(path, &err));
	close(fd);
	unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct str text = {(const char *)data, size};

	read_text(text, &arena);
	if (size > 8 && memcmp(data, "RCTAGGER", 8) == 0)
		read_model(text);
	arena_free(&arena);
	return 0;
}
