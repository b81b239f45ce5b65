#include "tagger.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

#include "files/lines.h"
#include "sentences.h"
#include "tagger_of_test.h"

TestSuite(tagger, .init = begin, .fini = end);

static struct tokens tag(struct str text)
{
	struct tokens t = {0};

	tokens_cut(text, 0, text.n, &arena, &t);
	tagger_tag(tagger, t.at, t.n, &arena);
	return t;
}

static const struct {
	const char *text, *tags;
} cases[] = {
	{"Twelve people were killed by rebels.", "CD NNS VBD VBN IN NNS ."},
	{"The army will attack the town on Friday.", "DT NN MD VB DT NN IN NNP ."},
	{"Officials said 3 men had not been found.", "NNS VBD CD NNS VBD RB VBN VBN ."},
	{"The minister's convoy was hit, killing 3.", "DT NN POS NN VBD VBN , VBG CD ."},
	{"THE ARMY SAID 12 PEOPLE WERE KILLED.", "DT NN VBD CD NNS VBD VBN ."},
	/* a past tense that looks like a participle, where the clause has no other verb */
	{"The ferry sank at dawn on Wednesday.", "DT NN VBD IN NN IN NNP ."},
	{"The bus crashed in the early hours.", "DT NN VBD IN DT JJ NNS ."},
	{"Flash floods killed at least 38 people.", "NN NNS VBD IN JJS CD NNS ."},
	{"Peru on Saturday revised the death toll.", "NNP IN NNP VBD DT NN NN ."},
	{"A man named Omar was arrested.", "DT NN VBN NNP VBD VBN ."},
	{"Three people killed in Kabul blast", "CD NNS VBN IN NNP NNP"},
	{"Of those killed in the raid, 9 were women.", "IN DT VBN IN DT NN , CD VBD NNS ."},
	{"\u201cWe don\u2019t know,\u201d he said.", "`` PRP VBP RB VB , '' PRP VBD ."},
};

Test(tagger, tells_verbs_from_nouns_and_past_from_present)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct tokens t = tag(str_of(cases[i].text));
		struct buf out = {.arena = &arena};

		for (size_t k = 0; k < t.n; k++)
			buf_printf(&out, k ? " %s" : "%s", tag_name((enum tag)t.at[k].tag));
		cr_expect(str_eq(buf_str(&out), str_of(cases[i].tags)), "'%s' gave '%.*s'", cases[i].text,
			  STR_ARG(buf_str(&out)));
	}
}

Test(tagger, tells_helpers_from_verbs_and_numbers_from_determiners)
{
	struct tokens t = tag(STR("He was seen and has two cars."));

	cr_expect_eq(t.at[1].ud, UD_AUX);
	cr_expect_eq(t.at[2].ud, UD_VERB);
	cr_expect_eq(t.at[4].ud, UD_VERB);
	cr_expect_eq(t.at[5].ud, UD_NUM);
}

Test(tagger, gives_every_token_a_tag_whatever_the_text, .timeout = 30)
{
	static const char *const units[] = {"x ", "killed ", "- ", "\xFF ", "A-", "3 ", "the ", "\" "};
	enum { MANY = 100000 };

	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		struct buf b = {.arena = &arena};

		for (int k = 0; k < MANY; k++)
			buf_add(&b, str_of(units[i]));
		struct tokens t = tag(buf_str(&b));

		for (size_t k = 0; k < t.n; k++)
			cr_assert(t.at[k].tag > TAG_NONE && t.at[k].tag < TAG_COUNT && t.at[k].ud > UD_NONE);
		arena_reset(&arena);
	}
}

/* Tags and lemmas of a sentence, written out. */
static struct str told(const struct tagger *by, const char *sentence)
{
	struct tokens t = {0};
	struct buf out = {.arena = &arena};

	tokens_cut(str_of(sentence), 0, strlen(sentence), &arena, &t);
	tagger_tag(by, t.at, t.n, &arena);
	for (size_t k = 0; k < t.n; k++)
		buf_printf(&out, "%.*s/%s/%.*s ", STR_ARG(t.at[k].text), tag_name((enum tag)t.at[k].tag),
			   STR_ARG(t.at[k].lemma));
	return buf_str(&out);
}

/* The tagger remembers the forms that it met: whatever it read before, it says the same. */
Test(tagger, says_the_same_whatever_it_read_before)
{
	static const char *const sentences[] = {
		"Shelling killed 12 people.",
		"SHELLING KILLED 12 PEOPLE.",
		"The killed were buried.",
		"He charged that it may March",
		"In March, may he charge?",
		"she lied and lay \"dying\" there",
		"Officers left; left-wing men",
		"The Left left the left side.",
		"it's the dog's 3.5m-long lead",
		"They saw a saw and felt felt",
		"\u2018Saw\u2019 led to lead wounds",
		"McDonald mcdonald MCDONALD Mcdonald",
	};
	enum { N = sizeof sentences / sizeof *sentences, OTHERS = 20000 };
	struct err err;

	for (int i = 0; i < OTHERS; i++)
		told(tagger, str_printf(&arena, "Some x%dy z%dled Q%ding .", i, i, i).at);
	for (size_t k = 0; k < 2 * N; k++) { /* forwards, backwards */
		const char *sentence = sentences[k < N ? k : 2 * N - 1 - k];
		const struct tagger *fresh = tagger_open(data_of_test("tagger.model"), &err);
		struct str want = told(fresh, sentence), got = told(tagger, sentence);

		cr_expect(str_eq(got, want), "'%.*s', fresh '%.*s'", STR_ARG(got), STR_ARG(want));
		tagger_close(fresh);
	}
}

Test(tagger, reads_a_word_of_a_megabyte_and_no_word, .timeout = 20)
{
	struct buf b = {.arena = &arena};

	while (b.n < 1 << 20)
		buf_add(&b, STR("Abcdefghij"));
	cr_expect_eq(tag(buf_str(&b)).n, 1);
	tagger_tag(tagger, NULL, 0, &arena);
}

/* Write n bytes to a file of the test and open it as a model. */
static bool opens(struct str bytes, struct err *err)
{
	char path[] = "/tmp/test-tagger-XXXXXX";
	int fd = mkstemp(path);

	cr_assert(fd >= 0 && write(fd, bytes.at, bytes.n) == (ssize_t)bytes.n);
	close(fd);
	const struct tagger *t = tagger_open(path, err);

	unlink(path);
	tagger_close(t);
	return t != NULL;
}

Test(tagger, refuses_a_model_that_is_cut_short_damaged_or_foreign)
{
	struct str model;
	struct err err = {0};

	cr_assert(lines_file(data_of_test("tagger.model"), 1 << 24, &arena, &model, &err));
	struct str whole = str_dup(&arena, model);
	char *at = (char *)whole.at;

	cr_expect(opens(whole, &err));
	cr_expect_not(opens(str_slice(whole, 0, whole.n / 2), &err));
	cr_expect_not(opens(str_slice(whole, 0, 10), &err));
	cr_expect_not(opens(STR_NULL, &err));
	at[whole.n / 2] ^= 1;
	cr_expect_not(opens(whole, &err));
	cr_expect(err.message[0]);
	at[whole.n / 2] ^= 1;
	at[0] ^= 1;
	cr_expect_not(opens(whole, &err));
	cr_expect_not(tagger_open("/nonexistent/tagger.model", &err));
}
