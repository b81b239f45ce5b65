/* fuzz-dates - any bytes as a publication date, an address, an interval, a text form
 * of a time expression, and as a text with dates in it. What reads back must be what
 * was written. Built with: clang -fsanitize=fuzzer,address,undefined */
#include <assert.h>
#include <stdio.h>

#include "knowledge_of_fuzz.h"
#include "times.h"
#include "values/date_text.h"
#include "values/date_url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was understood can be written, and reads back as the same. */
static void moments(struct str text, struct arena *arena)
{
	struct moment m, again;
	struct date d;
	struct interval i, twice;

	date_url_find(text, &d);
	if (date_text_parse(text, &m, NULL)) {
		assert(moment_parse(moment_format(arena, m), &again, NULL));
		assert(moment_cmp(m, again) == 0);
	}
	if (interval_parse(text, &i, NULL)) {
		assert(interval_parse(interval_format(arena, &i), &twice, NULL));
		assert(interval_cmp(&i, &twice) == 0);
	}
}

static void value_holds(const struct timex_value *v, struct arena *arena)
{
	struct interval again;

	assert(strlen(v->timex3) < sizeof v->timex3 && v->rule);
	if (!interval_is_none(&v->edtf))
		assert(interval_parse(interval_format(arena, &v->edtf), &again, NULL));
}

static void times(struct str text, const struct knowledge *know, struct arena *arena)
{
	static const char *const published[] = {"", "2013-03-22", "0001-01-01", "9999-12-31T23:59:59Z"};
	struct block body = {0, (uint32_t)text.n, BLOCK_BODY};
	struct document doc = {.text = text, .published = str_of(published[text.n % 4])};
	struct moment moment = {0};
	struct time_mentions found;
	struct reading r;

	LIST_ADD(arena, &doc.blocks, body);
	reading_open(&r, &doc, know, arena);
	times_find(&r, &found);
	moment_parse(doc.published, &moment, NULL);
	for (uint32_t i = 0; i < found.n; i++) {
		struct timex_value v, w;

		times_resolve(&found, i, moment, &v);
		value_holds(&v, arena);
		assert(found.at[i].start < found.at[i].end && found.at[i].end <= text.n);
		assert(timex_resolve_text(times_own_text(arena, &found, i), moment, &w, NULL));
		assert(strcmp(v.timex3, w.timex3) == 0);
	}
	for (uint32_t t = 0; t < r.tokens.n; t++)
		times_governing(&r, &found, t);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct str text = {(const char *)data, size};
	struct moment published = {0};
	struct timex_value v;

	moments(text, &arena);
	moment_parse(STR("2016-02-29T12:00Z"), &published, NULL);
	if (timex_resolve_text(text, published, &v, NULL))
		value_holds(&v, &arena);
	if (size < 100000)
		times(text, knowledge(), &arena);
	arena_free(&arena);
	return 0;
}
