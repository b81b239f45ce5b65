#include <criterion/criterion.h>

#include "data_of_test.h"
#include "files/mapped.h"
#include "lemma.h"
#include "model.h"

static struct arena arena;
static const struct mapped *file;
static struct lemmas lemmas;

static const void *section(size_t i, size_t item, unsigned *bits)
{
	size_t n;
	const void *at = mapped_section(file, i, item, &n);

	*bits = (unsigned)__builtin_ctzll(n);
	return at;
}

static void begin(void)
{
	struct err err;

	file = mapped_open(data_of_test("tagger.model"), MODEL_MAGIC, MODEL_VERSION, &err);
	cr_assert(file, "%s: %s", err.field, err.message);
	lemmas.at = section(MODEL_LEMMAS, sizeof *lemmas.at, &lemmas.bits);
	lemmas.forms.at = section(MODEL_FORMS, sizeof *lemmas.forms.at, &lemmas.forms.bits);
	lemmas.text = mapped_section(file, MODEL_TEXT, 1, &lemmas.text_bytes);
}

static void end(void)
{
	mapped_close(file);
	arena_free(&arena);
}

TestSuite(lemma, .init = begin, .fini = end);

static const struct {
	const char *word, *tag, *lemma;
} cases[] = {
	{"killed", "VBN", "kill"},
	{"fled", "VBD", "flee"},
	{"besieged", "VBN", "besiege"},
	{"evacuating", "VBG", "evacuate"},
	{"trapped", "VBN", "trap"},
	{"dying", "VBG", "die"},
	{"freed", "VBN", "free"},
	{"buried", "VBD", "bury"},
	{"left", "VBD", "leave"},
	{"wounded", "VBN", "wound"},
	{"quarrelling", "VBG", "quarrel"},
	{"was", "VBD", "be"},
	{"has", "VBZ", "have"},
	{"dies", "VBZ", "die"},
	{"reaches", "VBZ", "reach"},
	{"children", "NNS", "child"},
	{"people", "NNS", "person"},
	{"gunmen", "NNS", "gunman"},
	{"casualties", "NNS", "casualty"},
	{"viruses", "NNS", "virus"},
	{"houses", "NNS", "house"},
	{"buses", "NNS", "bus"},
	{"Syrians", "NNPS", "Syrian"},
	{"heaviest", "JJS", "heavy"},
	{"larger", "JJR", "large"},
	{"n't", "RB", "not"},
	{"Aleppo", "NNP", "Aleppo"},
	{"4,500", "CD", "4500"},
	{"THE", "DT", "the"},
	{"zorbled", "VBD", "zorble"},
	{"news", "NN", "news"},
	{"species", "NN", "species"},
	{"crisis", "NN", "crisis"},
};

Test(lemma, is_the_dictionary_form_under_the_tag)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct token t = token_of(str_of(cases[i].word), &arena);
		struct str got = lemma_of(&lemmas, &t, tag_of(str_of(cases[i].tag)), &arena);

		cr_expect(str_eq(got, str_of(cases[i].lemma)), "%s/%s gave '%.*s'", cases[i].word, cases[i].tag,
			  STR_ARG(got));
	}
}

Test(lemma, leaves_alone_what_only_looks_inflected)
{
	static const struct {
		const char *word, *tag;
	} same[] = {{"red", "JJ"}, {"bed", "NN"},  {"thing", "NN"}, {"gas", "NN"},   {"s", "NNS"},
		    {"ed", "VBD"}, {"ing", "VBG"}, {"us", "NNS"},   {"killed", "JJ"}};

	for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
		struct token t = token_of(str_of(same[i].word), &arena);
		struct str got = lemma_of(&lemmas, &t, tag_of(str_of(same[i].tag)), &arena);

		cr_expect(str_eq(got, str_of(same[i].word)), "%s/%s gave '%.*s'", same[i].word, same[i].tag,
			  STR_ARG(got));
	}
}

/* The longest form that the rules put an ending to. */
Test(lemma, of_words_of_any_length_stays_inside_them)
{
	char word[64];

	memset(word, 'a', sizeof word);
	for (size_t n = 4; n <= sizeof word; n++) {
		memcpy(word + n - 3, "ing", 3);
		struct token t = token_of((struct str){word, n}, &arena);

		cr_expect(lemma_of(&lemmas, &t, TAG_VBG, &arena).n <= n);
		lemma_readings(&lemmas, &t);
		memset(word, 'a', sizeof word);
	}
}
