/* link: extract */
#include "reading_of_test.h"

TestSuite(reading, .init = begin, .fini = end);

/* The words, so many times over. */
static struct str many(const char *words, size_t times)
{
	struct buf b = {.arena = &arena};

	for (size_t i = 0; i < times; i++)
		buf_add(&b, str_of(words));
	return buf_str(&b);
}

Test(reading, leaves_sentences_of_news_whole)
{
	struct reading r = *reading_of(many("rain fell, ", 100));

	cr_expect_eq(r.sentences.n, 1);
}

Test(reading, cuts_a_sentence_that_does_not_end)
{
	static const char *const words[] = {"rain fell, ", "rain ", "12 people were killed and ", "\" ", "1 ", "x,y; "};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct reading r = *reading_of(many(words[i], 5000));
		uint32_t next = 0;

		for (size_t s = 0; s < r.sentences.n; s++) {
			cr_expect_eq(r.sentences.at[s].first, next, "each token in one sentence: '%s'", words[i]);
			cr_expect(r.sentences.at[s].n > 0 && r.sentences.at[s].n <= 500, "'%s'", words[i]);
			next += r.sentences.at[s].n;
		}
		cr_expect_eq(next, r.tokens.n, "'%s'", words[i]);
		cr_expect_gt(r.sentences.n, 5);
	}
}

Test(reading, cuts_behind_a_comma)
{
	struct reading r = *reading_of(many("rain fell on the hills, ", 200));

	for (size_t s = 0; s + 1 < r.sentences.n; s++) {
		struct sentence at = r.sentences.at[s];

		cr_expect(str_eq(r.tokens.at[at.first + at.n - 1].text, STR(",")));
	}
}

Test(reading, cuts_words_without_end_off)
{
	struct str word = many("lorem", 4000), parts[] = {STR("rain fell "), word, STR(" and rain fell "), word};
	struct reading r = *reading_of(str_concat(&arena, parts, 4));

	for (size_t s = 0; s < r.sentences.n; s++) {
		struct sentence at = r.sentences.at[s];
		uint32_t bytes = r.tokens.at[at.first + at.n - 1].end - r.tokens.at[at.first].start;

		cr_expect(at.n == 1 || bytes <= 8000);
	}
}
