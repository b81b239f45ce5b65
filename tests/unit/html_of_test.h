/* html_of_test - pages of the tests as articles, and what their stories say. */
#ifndef RECOUNT_HTML_OF_TEST_H
#define RECOUNT_HTML_OF_TEST_H

#include <criterion/criterion.h>
#include <stdio.h>

#include "data_of_test.h"
#include "html.h"
#include "ingest.h"
#include "signs.h"

static struct arena arena;
static const struct lexicon *lex;
static const struct signs *signs;

static inline void begin(void)
{
	struct err err;

	lex = lexicon_open(data_of_test("lexicon.bin"), &err);
	cr_assert(lex, "%s: %s", err.field, err.message);
	signs = signs_load(lex, &arena);
}

static inline void end(void)
{
	lexicon_close(lex);
	arena_free(&arena);
}

static inline struct str file_at(struct str path)
{
	struct buf all = {.arena = &arena};
	char chunk[4096];
	size_t n;
	FILE *file = fopen(path.at, "rb");

	cr_assert(file, "cannot open %s: run the tests from the folder of the project", path.at);
	while ((n = fread(chunk, 1, sizeof chunk, file)) > 0)
		buf_add(&all, (struct str){chunk, n});
	fclose(file);
	return buf_str(&all);
}

struct read {
	struct html_articles articles;
	struct document docs[64];
	size_t n;
};

static inline struct read read_page(struct str page, struct str charset, struct str url)
{
	struct html_hint hint = {.charset = charset, .url = url};
	struct read r = {0};
	struct err err;

	if (!html_read(page, &hint, signs, &arena, &r.articles, &err))
		return r;
	for (; r.n < r.articles.n && r.n < 64; r.n++) {
		r.articles.at[r.n].path = "page";
		cr_expect(ingest(&r.articles.at[r.n], signs, &arena, &r.docs[r.n], &err), "%s", err.message);
	}
	return r;
}

static inline struct read read_text(const char *page)
{
	return read_page(str_of(page), STR_NULL, STR_NULL);
}

/* The words that count, as extract sees them. */
static inline struct str story(const struct document *doc)
{
	struct buf text = {.arena = &arena};

	for (size_t i = 0; i < doc->blocks.n; i++)
		if (block_counts(doc->blocks.at[i].kind)) {
			buf_add(&text, str_slice(doc->text, doc->blocks.at[i].start, doc->blocks.at[i].end));
			buf_add(&text, STR("\n"));
		}
	return buf_str(&text);
}

static inline void expect_str(struct str got, struct str want, const char *what, struct str where)
{
	cr_expect(str_eq(got, want), "%.*s: %s is '%.*s', not '%.*s'", STR_ARG(where), what, STR_ARG(got),
		  STR_ARG(want));
}

/* A page around some markup, with a story to hold it. */
#define STORY                                                                                                          \
	"<p>The river rose by two metres on Friday and flooded 40 houses in the lower town.</p>"                       \
	"<p>Nobody was hurt, the fire brigade said, and the water had begun to fall by noon.</p>"

#endif
