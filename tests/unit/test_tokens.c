#include "values/tokens.h"

#include <criterion/criterion.h>

static struct arena arena;

static void end(void)
{
	arena_free(&arena);
}

TestSuite(tokens, .fini = end);

/* The tokens with one space between them. */
static struct str cut(struct str text)
{
	struct tokens tokens = {0};
	struct buf out = {.arena = &arena};

	tokens_cut(text, 0, text.n, &arena, &tokens);
	for (size_t i = 0; i < tokens.n; i++) {
		if (i)
			buf_add_char(&out, ' ');
		buf_add(&out, tokens.at[i].text);
	}
	return buf_str(&out);
}

static const struct {
	const char *text, *tokens;
} cases[] = {
	{"Russia's rebel-held U.S.-backed forces", "Russia 's rebel - held U.S. - backed forces"},
	{"don't can\u2019t I'd've soldiers' cannot dont", "do n't ca n\u2019t I 'd 've soldiers ' can not do nt"},
	{"O'Brien's men in Sana'a", "O'Brien 's men in Sana'a"},
	{"Gen. Smith, 44, of the U.N. left at 10:30 a.m. on Oct. 3.",
	 "Gen. Smith , 44 , of the U.N. left at 10:30 a.m. on Oct. 3 ."},
	{"He said no. See No. 5.", "He said no . See No. 5 ."},
	{"J. K. Rowling met Dr. No.", "J. K. Rowling met Dr. No ."},
	{"4,500 (0.2%) of 3,50,000 or 1.200,50", "4,500 ( 0.2 % ) of 3,50,000 or 1.200,50"},
	{"$3.4bn USD34.6m RM79 \u00a35m US$2", "$ 3.4bn USD34.6m RM79 \u00a3 5m US $ 2"},
	{"10-15 dead, 2-0, 500+, ~50, 18-year-old", "10 - 15 dead , 2 - 0 , 500 + , ~ 50 , 18 - year - old"},
	{"2016-12-15 713-853-3989 30/9/2012 1/2 2\u00bd", "2016-12-15 713-853-3989 30/9/2012 1/2 2\u00bd"},
	{"12 500 12\u202f500 12\u00a0500", "12 500 12 500 12 500"},
	{"51.9kg 5G 21st 1990s 787s 10p.m. .38", "51.9kg 5G 21st 1990s 787s 10 p.m. .38"},
	{"COVID-19 Covid-19 MiG-29 F-16s Il-76", "COVID-19 Covid-19 MiG-29 F-16s Il-76"},
	{"mid-2012 MID-2012 July-15 sub-300", "mid - 2012 MID - 2012 July - 15 sub - 300"},
	{"AT&T and/or R&D", "AT&T and / or R&D"},
	{"see http://a.org/b?c=d. Or www.un.org/en, bbc.co.uk.",
	 "see http://a.org/b?c=d . Or www.un.org/en , bbc.co.uk ."},
	{"j.doe+x@mail.un.org @handle #Syria2016 #1", "j.doe+x@mail.un.org @handle #Syria2016 # 1"},
	{"\u201cWait...\u201d he said\u2026 Really?! x\u2014y",
	 "\u201c Wait ... \u201d he said \u2026 Really ?! x \u2014 y"},
	{"end.The na\u00efve caf\u00e9", "end . The na\u00efve caf\u00e9"},
	{"\u0414\u0430\u043c\u0430\u0441\u043a \U0001F600\U0001F44D",
	 "\u0414\u0430\u043c\u0430\u0441\u043a \U0001F600 \U0001F44D"},
	{"Cannot, DONT; dont. Dont-know cannot:", "Can not , DO NT ; do nt . Do nt - know can not :"},
	{"a/b (c)d\"e x_y Z", "a / b ( c ) d \" e x_y Z"},
	{"", ""},
	{" \t\n\u00a0", ""},
};

Test(tokens, are_cut_as_the_treebanks_cut_them)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str got = cut(str_of(cases[i].text));

		cr_expect(str_eq(got, str_of(cases[i].tokens)), "'%s' gave '%.*s'", cases[i].text, STR_ARG(got));
	}
}

Test(tokens, of_a_phrase_are_those_within_a_text)
{
	static const struct {
		const char *phrase, *last;
		size_t n;
	} alone[] = {{"gen.", "gen.", 1}, {"lt. col.", "col.", 2}, {"police", "police", 1}, {"a.m.", "a.m.", 1}};

	for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
		struct tokens t = {0};

		tokens_cut_phrase(str_of(alone[i].phrase), &arena, &t);
		cr_assert_eq(t.n, alone[i].n, "%s: %zu", alone[i].phrase, t.n);
		cr_expect(str_is(t.at[t.n - 1].text, alone[i].last), "%s", alone[i].phrase);
	}
}

Test(tokens, have_offsets_flags_and_straight_lower_case)
{
	struct str text = STR("x The UN\u2019s\n\n4 men");
	struct tokens t = {0};

	tokens_cut(text, 2, text.n, &arena, &t);
	cr_assert_eq(t.n, 5);
	cr_expect_eq(t.at[0].start, 2);
	cr_expect_eq(t.at[0].end, 5);
	cr_expect_eq(t.at[0].flags, TOKEN_CAPITAL | TOKEN_SPACE | TOKEN_BREAK | TOKEN_PARA);
	cr_expect_eq(t.at[1].flags, TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_SPACE);
	cr_expect(str_eq(t.at[1].lower, STR("un")));
	cr_expect(str_eq(t.at[2].lower, STR("'s")));
	cr_expect_eq(t.at[2].flags, 0);
	cr_expect_eq(t.at[3].kind, TOKEN_NUMBER);
	cr_expect_eq(t.at[3].flags, TOKEN_DIGIT | TOKEN_SPACE | TOKEN_BREAK | TOKEN_PARA);
	cr_expect_eq(t.at[4].flags, TOKEN_SPACE);
}

static void expect_within(struct str text)
{
	struct tokens t = {0};

	tokens_cut(text, 0, text.n, &arena, &t);
	for (size_t i = 0; i < t.n; i++) {
		cr_assert(t.at[i].start < t.at[i].end && t.at[i].end <= text.n);
		cr_assert(i == 0 || t.at[i - 1].end <= t.at[i].start);
	}
}

/* A text of marks that join to the letter before them, which is missing. */
Test(tokens, have_a_lower_case_that_is_never_empty)
{
	static const char *const texts[] = {"\u0650", "\u0650\u0650", "c\022\u0650\u0650", "\u00ad\u00ad", "a\u0301"};

	for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
		struct tokens tokens = {0};

		tokens_cut(str_of(texts[t]), 0, strlen(texts[t]), &arena, &tokens);
		for (size_t i = 0; i < tokens.n; i++)
			cr_expect(tokens.at[i].lower.n > 0 && tokens.at[i].lower.n <= tokens.at[i].text.n, "%s",
				  texts[t]);
	}
}

Test(tokens, stay_inside_any_bytes)
{
	static const char *const pieces[] = {"a", "'", "\xE2\x80\x99", "\xE2", "\xFF", ".", "-", "1", "@", "&",
					     "A", "$", "\xCC\x81",     "://"};
	enum { PIECES = sizeof pieces / sizeof *pieces };

	for (size_t a = 0; a < PIECES * PIECES * PIECES; a++)
		expect_within(str_printf(&arena, "%s%s%s%s", pieces[a % PIECES], pieces[a / PIECES % PIECES],
					 pieces[a / PIECES / PIECES], pieces[a % PIECES]));
}

Test(tokens, of_a_megabyte_are_cut_in_one_pass, .timeout = 20)
{
	static const char *const units[] = {"a",    "a.", "a@",		  "a-", "1-",	    "a'", "'s",
					    "\xFF", "!",  "\xE2\x80\x99", "1,", "\xCC\x81", "A&"};
	enum { MANY = 1 << 20 };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf b = {.arena = &arena};

		while (b.n < MANY)
			buf_add(&b, str_of(units[i]));
		expect_within(buf_str(&b));
		arena_reset(&arena);
	}
}
