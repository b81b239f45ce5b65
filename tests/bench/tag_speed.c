/* tag_speed DATA ARTICLES.jsonl - how many tokens a second are tagged
 * and lemmatised on one core, cutting not counted: of the articles' sentences, of all of
 * them and not only of those that the grammars want tagged. Prints the best of five rounds. */
#include <jansson.h>
#include <stdio.h>
#include <time.h>

#include "base/err.h"
#include "sentences.h"
#include "tagger.h"
#include "values/tokens.h"

enum { ROUNDS = 5, MOST_BYTES = 16 << 20 };

struct corpus {
	struct tokens tokens;
	struct sentences sentences;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void add_text(struct corpus *c, struct str text, struct arena *keep)
{
	size_t first = c->tokens.n;

	tokens_cut(text, 0, text.n, keep, &c->tokens);
	sentences_find(&c->tokens, first, c->tokens.n - first, keep, &c->sentences);
}

static void read_articles(const char *path, struct corpus *c, struct arena *keep)
{
	FILE *in = fopen(path, "r");
	json_t *article;

	if (!in)
		die(EXIT_INPUT, "%s: cannot open", path);
	while (c->tokens.n < MOST_BYTES / 10 && (article = json_loadf(in, JSON_DISABLE_EOF_CHECK, NULL))) {
		add_text(c, str_dup(keep, str_of(json_string_value(json_object_get(article, "text")))), keep);
		json_decref(article);
	}
	fclose(in);
}

static double seconds_of_round(const struct tagger *tagger, struct corpus *c, struct arena *scratch)
{
	double began = now();

	for (size_t i = 0; i < c->sentences.n; i++) {
		arena_reset(scratch);
		tagger_tag(tagger, &c->tokens.at[c->sentences.at[i].first], c->sentences.at[i].n, scratch);
	}
	return now() - began;
}

int main(int argc, char **argv)
{
	struct arena keep = {0}, scratch = {0};
	struct corpus c = {0};
	struct err err;
	double best = 0;

	err_program("tag_speed");
	if (argc != 3)
		die(EXIT_USAGE, "usage: tag_speed DATA ARTICLES.jsonl");
	const struct tagger *tagger = tagger_open(str_printf(&keep, "%s/tagger.model", argv[1]).at, &err);

	if (!tagger)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	read_articles(argv[2], &c, &keep);
	for (int round = 0; round < ROUNDS; round++) {
		double speed = (double)c.tokens.n / seconds_of_round(tagger, &c, &scratch) / 1e6;

		best = speed > best ? speed : best;
	}
	printf("tagger         %8.2f million tokens a second, tagged and lemmatised (%zu tokens)\n", best, c.tokens.n);
	tagger_close(tagger);
	arena_free(&scratch);
	arena_free(&keep);
	return 0;
}
