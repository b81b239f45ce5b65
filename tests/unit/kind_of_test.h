/* All articles of a file of one kind, whose bytes come a few at a time. Needs folder_of_test.h. */
#ifndef RECOUNT_KIND_OF_TEST_H
#define RECOUNT_KIND_OF_TEST_H

#include "data_of_test.h"
#include "drip_of_test.h"
#include "files/lines.h"
#include "given.h"
#include "records/lexicon.h"
#include "signs.h"
#include "tally.h"

static struct tally skipped;

static inline const struct signs *signs_of_test(void)
{
	struct err err;
	const struct lexicon *lex = lexicon_open(data_of_test("lexicon.bin"), &err);

	cr_assert(lex, "%s", err.message);
	return signs_load(lex, &arena);
}

/* Each article by `tell`, bad records as "POSITION!", files within as "POSITION>", the break as "?". */
static inline struct str all_articles(const struct input_kind *kind, struct str bytes, size_t at_once,
				      void (*tell)(const struct given *, struct buf *))
{
	struct inflow_source source = drip(bytes, at_once);
	struct arena held = {0}, texts = {0};
	struct source from = {.lines = lines_over(&source, 4096),
			      .path = "file",
			      .signs = signs_of_test(),
			      .arena = &texts,
			      .held = &held,
			      .skipped = &skipped,
			      .max_record = 4096};
	struct buf all = {.arena = &arena};
	enum given_result got = GIVEN_BAD;
	struct given given;
	struct err err;

	skipped = (struct tally){.arena = &arena};
	lines_track(from.lines, kind->members);
	while (got != GIVEN_END && got != GIVEN_BROKEN) {
		arena_reset(&texts);
		got = kind->next(&from, &given, &err);
		if (got == GIVEN_ARTICLE)
			tell(&given, &all);
		for (; got == GIVEN_ARTICLE && from.waiting.n; from.waiting.n--)
			tell(from.waiting.at++, &all);
		if (got == GIVEN_BAD)
			buf_printf(&all, "%llu! ", (unsigned long long)given.position);
		if (got == GIVEN_FILE)
			buf_printf(&all, "%llu> ", (unsigned long long)from.inner.position);
		if (got == GIVEN_BROKEN)
			buf_add_char(&all, '?');
	}
	if (kind->end)
		kind->end(&from);
	lines_close(from.lines);
	arena_free(&held);
	arena_free(&texts);
	return buf_str(&all);
}

#endif
