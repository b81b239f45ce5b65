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
#include "signs_of_fuzz.h"
#include "space.h"
#include "tally.h"
#include "whole.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

enum { MAX_RECORD = 64 * 1024, RATIO = 200, DEPTH = 2, MOST_CALLS = 100000 };

static inline void check_text(struct str s)
{
	if (utf8_invalid(s) >= 0 || (s.n && memchr(s.at, '\0', s.n)))
		abort();
}

/* Stretches of a text: in order, of whole letters, with only white space between them. */
static inline void check_blocks(struct str text, const struct blocks *blocks)
{
	uint32_t after = 0;

	for (size_t i = 0; i < blocks->n; i++) {
		struct block b = blocks->at[i];

		if (b.start < after || b.end <= b.start || b.end > text.n || !b.kind ||
		    utf8_invalid(str_slice(text, b.start, b.end)) >= 0 || space_trim(str_slice(text, after, b.start)).n)
			abort();
		after = b.end;
	}
	if (space_trim(str_slice(text, after, text.n)).n)
		abort();
}

static inline void check_given(const struct given *given)
{
	const struct str texts[] = {given->ref,	   given->title,    given->url,	      given->publisher, given->agency,
				    given->byline, given->language, given->published, given->text};
	struct document doc;
	struct err err;

	if (given->marks.n)
		check_blocks(given->text, &given->marks);
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		check_text(texts[i]);
	if (!space_trim(given->text).n)
		abort();
	(void)ingest(given, signs_of_fuzz(), &scratch, &doc, &err);
	if (!doc.blocks.n)
		abort();
	check_text(doc.title);
	check_blocks(doc.text, &doc.blocks);
}

static inline void read_kind(const struct input_kind *kind, const struct inflow_source *bytes, int depth);

/* A file of whatever kind its first bytes tell. */
static inline void read_file(struct str bytes, int depth)
{
	struct arena arena = {0};
	struct err err;
	const struct input_kind *kind =
		kinds_find(str_slice(bytes, 0, bytes.n < INPUT_HEAD ? bytes.n : INPUT_HEAD), NULL, &err);
	struct inflow_source source = whole_source(bytes, "fuzz", &arena);

	if (kind)
		read_kind(kind, &source, depth);
	arena_free(&arena);
}

static inline void read_inner(const struct inner *inner, int depth)
{
	struct lines *lines = lines_over(&inner->bytes, MAX_RECORD);
	struct arena arena = {0};
	char *copy = arena_text(&arena, MAX_RECORD);
	ptrdiff_t got, n = 0;
	struct err err;

	while ((got = lines_bytes(lines, copy + n, (size_t)(MAX_RECORD - n), &err)) > 0)
		n += got;
	lines_close(lines);
	if (depth < DEPTH)
		read_file((struct str){copy, (size_t)n}, depth + 1);
	arena_free(&arena);
}

static inline void read_kind(const struct input_kind *kind, const struct inflow_source *bytes, int depth)
{
	struct arena held = {0}, texts = {0};
	struct tally skipped = {.arena = &keep};
	struct source source = {.lines = lines_over(bytes, MAX_RECORD),
				.path = "fuzz",
				.signs = signs_of_fuzz(),
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

	struct inflow_source source = whole_source((struct str){(const char *)data, n}, "fuzz", &arena);

	read_kind(kind, &source, 0);
	arena_free(&arena);
	return 0;
}

#endif
