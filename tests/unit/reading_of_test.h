/* reading_of_test - texts read with the build's own words, places and tagger, for the tests of what extract finds.
 * Give TestSuite `.init = begin, .fini = end`; everything lives in `arena`. */
#ifndef RECOUNT_READING_OF_TEST_H
#define RECOUNT_READING_OF_TEST_H

#include <criterion/criterion.h>

#include "data_of_test.h"
#include "reading.h"

static struct knowledge know;
static struct arena arena;

static inline void begin(void)
{
	struct err err = {0};

	cr_assert(knowledge_open(&know, data_of_test(""), &err), "%s: %s", err.field, err.message);
}

static inline void end(void)
{
	arena_free(&arena);
	knowledge_close(&know);
}

/* The text as the body of an article published then, "" for no date, behind a dateline of so many bytes. */
static inline struct reading *reading_behind(struct str text, const char *published, uint32_t dateline)
{
	struct document *doc = ARENA_NEW(&arena, struct document);
	struct reading *r = ARENA_NEW(&arena, struct reading);
	struct block place = {0, dateline, BLOCK_DATELINE}, body = {dateline, (uint32_t)text.n, BLOCK_BODY};

	doc->text = text;
	doc->published = str_of(published);
	if (dateline)
		LIST_ADD(&arena, &doc->blocks, place);
	LIST_ADD(&arena, &doc->blocks, body);
	reading_open(r, doc, &know, &arena);
	return r;
}

static inline struct reading *reading_published(struct str text, const char *published)
{
	return reading_behind(text, published, 0);
}

static inline struct reading *reading_of(struct str text)
{
	return reading_published(text, "");
}

#endif
