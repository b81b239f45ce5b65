#include "sentences.h"

#include <criterion/criterion.h>

static struct arena arena;

static void end(void)
{
	arena_free(&arena);
}

TestSuite(sentences, .fini = end);

/* The text with | where a sentence ends. */
static struct str split(const char *text)
{
	struct tokens tokens = {0};
	struct sentences found = {0};
	struct buf out = {.arena = &arena};
	struct str all = str_of(text);

	tokens_cut(all, 0, all.n, &arena, &tokens);
	sentences_find(&tokens, 0, tokens.n, &arena, &found);
	for (size_t i = 0; i < found.n; i++) {
		size_t start = tokens.at[found.at[i].first].start;
		size_t stop = tokens.at[found.at[i].first + found.at[i].n - 1].end;

		if (i)
			buf_add_char(&out, '|');
		buf_add(&out, str_slice(all, start, stop));
	}
	return buf_str(&out);
}

static const struct {
	const char *text, *sentences;
} cases[] = {
	{"Gen. Aziz left. He died.", "Gen. Aziz left.|He died."},
	{"The U.S. Army left. The U.S. The UN.", "The U.S. Army left.|The U.S.|The UN."},
	{"At 3 p.m. Thursday it fell. At 4 p.m. Police came.", "At 3 p.m. Thursday it fell.|At 4 p.m.|Police came."},
	{"It rose by 0.5 percent to No. 3. Why?", "It rose by 0.5 percent to No. 3.|Why?"},
	{"\"Go!\" he said. \"Go.\" They went.", "\"Go!\" he said.|\"Go.\"|They went."},
	{"\u201cGo.\u201d (He did.) Then\u2026 nothing.", "\u201cGo.\u201d|(He did.)|Then\u2026 nothing."},
	{"On Oct. 3, J. R. Cole of Acme Inc. resigned.", "On Oct. 3, J. R. Cole of Acme Inc. resigned."},
	{"Ten died.[4] Two live.", "Ten died.[4]|Two live."},
	{"end.The next", "end.|The next"},
	{"Headline here\n\nThe text.", "Headline here|The text."},
	{"Twelve dead\nBy A. Writer\nA bomb went off. It was loud.",
	 "Twelve dead|By A. Writer|A bomb went off.|It was loud."},
	{"The minister said on Tuesday that the army had\ntaken the last of the four villages and that the\nroad was "
	 "open.",
	 "The minister said on Tuesday that the army had\ntaken the last of the four villages and that the\nroad was "
	 "open."},
	{"The river rose by two metres in the night, so said the ministry\nof water.\nIn Oruna the long bridge fell "
	 "and "
	 "main road that\nAli Omar had built was lost, and until noon on that day the old\nTown Hall was shut.",
	 "The river rose by two metres in the night, so said the ministry\nof water.|In Oruna the long bridge fell and "
	 "main road that\nAli Omar had built was lost, and until noon on that day the old\nTown Hall was shut."},
	{"NEARLY FORTY HOUSES WERE LOST IN THE FLOODS OF THAT LONG WINTER.  THIS YEAR\nTHE RIVER ROSE AGAIN, AND MEN "
	 "OF ORUNA SAY IT WILL RISE.  ABOUT TEN HOUSES\nHAVE BEEN LOST SO FAR.",
	 "NEARLY FORTY HOUSES WERE LOST IN THE FLOODS OF THAT LONG WINTER.|THIS YEAR\nTHE RIVER ROSE AGAIN, AND MEN "
	 "OF ORUNA SAY IT WILL RISE.|ABOUT TEN HOUSES\nHAVE BEEN LOST SO FAR."}, /* begun within a line */
	{"1. Foo falls.\n2. Bar stands.", "1. Foo falls.|2. Bar stands."},
	{"DR. ALI SAID NO. HE LEFT.", "DR. ALI SAID NO.|HE LEFT."},
	{"...", "..."},
	{"", ""},
};

Test(sentences, end_where_a_reader_ends_them)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = split(cases[i].text);

		cr_expect(str_eq(got, str_of(cases[i].sentences)), "'%s' gave '%.*s'", cases[i].text, STR_ARG(got));
	}
}

Test(sentences, hold_every_token_once_whatever_the_text, .timeout = 20)
{
	static const char *const units[] = {". ", "A. ", "] ", "[1] ", "\n", "a\n", "\" ", "Mr. ", "x "};
	enum { MANY = 100000 };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf b = {.arena = &arena};
		struct tokens tokens = {0};
		struct sentences found = {0};
		size_t next = 0;

		for (int k = 0; k < MANY; k++)
			buf_add(&b, str_of(units[i]));
		tokens_cut(buf_str(&b), 0, b.n, &arena, &tokens);
		sentences_find(&tokens, 0, tokens.n, &arena, &found);
		for (size_t k = 0; k < found.n; k++) {
			cr_assert_eq(found.at[k].first, next);
			next += found.at[k].n;
		}
		cr_expect_eq(next, tokens.n);
		arena_reset(&arena);
	}
}
