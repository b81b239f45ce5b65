/* tagger_of_test - the tagger with the build's model and an arena, opened and closed for every test of a suite. */
#ifndef RECOUNT_TAGGER_OF_TEST_H
#define RECOUNT_TAGGER_OF_TEST_H

#include <criterion/criterion.h>

#include "base/arena.h"
#include "data_of_test.h"
#include "tagger.h"

static struct arena arena;
static const struct tagger *tagger;

static inline void begin(void)
{
	struct err err;

	tagger = tagger_open(data_of_test("tagger.model"), &err);
	cr_assert(tagger, "%s: %s", err.field, err.message);
}

static inline void end(void)
{
	tagger_close(tagger);
	arena_free(&arena);
}

#endif
