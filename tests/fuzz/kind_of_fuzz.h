/* What the fuzz targets of the kinds of input share: the bytes are a file of one kind, read
 * to its end with the files within it. Whatever comes in, articles come out that hold words,
 * as UTF-8 without NUL, and a document can be made of each. */
#ifndef RECOUNT_KIND_OF_FUZZ_H
#define RECOUNT_KIND_OF_FUZZ_H

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "files/lines.h"
#include "ingest.h"
#include "kinds.h"
#include "signs.h"
#include "tally.h"
#include "whole.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MAX_RECORD = 64 * 1024, RATIO = 200, DEPTH = 2, MOST_CALLS = 100000 };

static const struct signs *signs;
static struct arena keep, scratch;

static inline void load(void)
{
	const char *share = getenv("RECOUNT_SHARE");
	struct err err;
	const struct lexicon *lex =
		lexicon_open(str_printf(&keep, "%s/lexicon.bin", share ? share : "build/share/recount").at, &err);

	if (!lex)
		die(EXIT_USAGE, "%s: %s", err.field, err.message);
	signs = signs_load(lex, &keep);
}

static inline void check_text(struct str s)
{
	if (utf8_invalid(s) >= 0 || (s.n && memchr(s.at, '\0', s.n)))
		abort();
}

static inline void check_given(const struct given *given)
{
	const struct str texts[] = {given->ref,	   given->title,    given->url,	      given->publisher, given->agency,
				    given->byline, given->language, given->published, given->text};
	struct document doc;
	struct err err;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_text(texts[i]);
	if (!space_trim(given->text).n)
		abort();
	(void)ingest(given, signs, &scratch, &doc, &err);
	if (!doc.blocks.n)
		abort();
}

static inline void read_kind(const struct input_kind *kind, const struct inflow_source *bytes, int depth);

static inline void read_inner(const struct inner *inner, int depth)
{
	struct lines *lines = lines_over(&inner->bytes, MAX_RECORD);
	struct err err;
	const struct input_kind *kind = kinds_find(lines_peek(lines, INPUT_HEAD), NULL, &err);
	struct arena arena = {0};
	char *copy = arena_text(&arena, MAX_RECORD);
	ptrdiff_t got, n = 0;

	while ((got = lines_bytes(lines, copy + n, (size_t)(MAX_RECORD - n), &err)) > 0)
		n += got;
	lines_close(lines);
	if (kind && depth < DEPTH) {
		struct inflow_source source = whole_source((struct str){copy, (size_t)n}, "inner", &arena);

		read_kind(kind, &source, depth + 1);
	}
	arena_free(&arena);
}

static inline void read_kind(const struct input_kind *kind, const struct inflow_source *bytes, int depth)
{
	struct arena held = {0}, texts = {0};
	struct tally skipped = {.arena = &keep};
	struct source source = {.lines = lines_over(bytes, MAX_RECORD),
				.path = "fuzz",
				.signs = signs,
				.arena = &texts,
				.held = &held,
				.skipped = &skipped,
				.max_record = MAX_RECORD};
	enum given_result got = GIVEN_BAD;
	struct given given;
	struct err err;

	lines_expansion(source.lines, RATIO);
	for (int calls = 0; got != GIVEN_END && got != GIVEN_BROKEN; calls++) {
		if (calls > MOST_CALLS)
			abort(); /* it does not end */
		arena_reset(&scratch);
		arena_reset(&texts);
		got = kind->next(&source, &given, &err);
		if (got == GIVEN_ARTICLE)
			check_given(&given);
		for (; got == GIVEN_ARTICLE && source.waiting.n; source.waiting.n--)
			check_given(source.waiting.at++);
		if (got == GIVEN_FILE)
			read_inner(&source.inner, depth);
	}
	if (kind->end)
		kind->end(&source);
	lines_close(source.lines);
	arena_free(&held);
	arena_free(&texts);
}

static inline int fuzz_kind(const struct input_kind *kind, const uint8_t *data, size_t n)
{
	struct arena arena = {0};

	if (!signs)
		load();
	struct inflow_source source = whole_source((struct str){(const char *)data, n}, "fuzz", &arena);

	read_kind(kind, &source, 0);
	arena_free(&arena);
	return 0;
}

#endif
