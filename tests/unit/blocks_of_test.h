/* blocks_of_test - whole articles as rows of pieces, and what each piece is. */
#ifndef RECOUNT_BLOCKS_OF_TEST_H
#define RECOUNT_BLOCKS_OF_TEST_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "blocks.h"
#include "data_of_test.h"

static const struct signs *signs;
static struct arena arena;

static inline void begin(void)
{
	struct err err;
	const struct lexicon *lex = lexicon_open(data_of_test("lexicon.bin"), &err);

	cr_assert(lex, "%s: %s", err.field, err.message);
	signs = signs_load(lex, &arena);
}

static inline void end(void)
{
	arena_free(&arena);
}

enum { PIECES = 24 };

struct piece {
	int kind; /* BLOCK_NONE ends the list */
	const char *text;
};

static inline struct blocks_found find(struct str text, const char *title)
{
	struct blocks_found found;

	blocks_find(text, str_of(title), signs, &arena, &found);
	return found;
}

static inline void tell(struct str text, const struct blocks *blocks)
{
	for (size_t i = 0; i < blocks->n; i++)
		printf("%s: '%.*s'\n", block_kinds[blocks->at[i].kind],
		       STR_ARG(str_slice(text, blocks->at[i].start, blocks->at[i].end)));
}

/* The text is the pieces one after the other; blocks are the pieces without white space. */
static inline struct blocks_found expect(const char *title, const struct piece *pieces)
{
	struct buf text = {.arena = &arena};
	size_t n = 0;

	for (const struct piece *p = pieces; p->kind; p++)
		buf_add(&text, str_of(p->text));
	struct blocks_found found = find(buf_str(&text), title);

	for (; pieces[n].kind; n++) {
		if (n == found.blocks.n)
			break;
		struct block b = found.blocks.at[n];
		struct str got = str_slice(buf_str(&text), b.start, b.end), want = space_trim(str_of(pieces[n].text));

		cr_expect_eq(b.kind, pieces[n].kind, "%s instead of %s: '%.*s'", block_kinds[b.kind],
			     block_kinds[pieces[n].kind], STR_ARG(got));
		cr_expect(str_eq(got, want), "'%.*s' instead of '%.*s'", STR_ARG(got), STR_ARG(want));
	}
	cr_expect_eq(n, found.blocks.n, "%zu blocks instead of more or fewer", found.blocks.n);
	cr_expect(!pieces[n].kind, "'%s' is missing", pieces[n].text);
	if (n != found.blocks.n || pieces[n].kind)
		tell(buf_str(&text), &found.blocks);
	return found;
}

static inline void expect_str(struct str got, const char *want)
{
	cr_expect(str_eq(got, str_of(want)), "'%.*s' instead of '%s'", STR_ARG(got), want);
}

static inline void expect_date(struct moment got, const char *want)
{
	expect_str(moment_format(&arena, got), want);
}

#define TITLE	    BLOCK_TITLE
#define DATELINE    BLOCK_DATELINE
#define BODY	    BLOCK_BODY
#define QUOTE	    BLOCK_QUOTE
#define CAPTION	    BLOCK_CAPTION
#define TIMESTAMP   BLOCK_TIMESTAMP
#define TEASER	    BLOCK_TEASER
#define BOILERPLATE BLOCK_BOILERPLATE

#endif
