#include <criterion/criterion.h>

#include "base/hash.h"
#include "values/sketch.h"

/* n words of a text of its own. */
static void words(uint64_t *out, size_t n, uint64_t text)
{
	for (size_t i = 0; i < n; i++) {
		uint64_t key[] = {text, i};

		out[i] = hash64((struct str){(const char *)key, sizeof key});
	}
}

static bool sketch_of(const uint64_t *word, size_t n, uint16_t out[SKETCH_BINS])
{
	struct sketch s;

	sketch_start(&s);
	for (size_t i = 0; i < n; i++)
		sketch_word(&s, word[i]);
	return sketch_finish(&s, out);
}

static unsigned agree(const uint64_t *a, size_t na, const uint64_t *b, size_t nb)
{
	uint16_t x[SKETCH_BINS], y[SKETCH_BINS];

	cr_assert(sketch_of(a, na, x) && sketch_of(b, nb, y));
	return sketch_agree(x, y);
}

Test(sketch, same_words_give_the_same_sketch_however_short)
{
	uint64_t a[500];

	words(a, 500, 1);
	for (size_t n = 3; n <= 500; n += 7)
		cr_expect_eq(agree(a, n, a, n), SKETCH_BINS, "%zu words", n);
}

Test(sketch, has_none_for_less_than_a_shingle)
{
	uint64_t a[2];
	uint16_t out[SKETCH_BINS];

	words(a, 2, 1);
	cr_expect_not(sketch_of(a, 2, out));
}

Test(sketch, strangers_agree_in_almost_nothing)
{
	uint64_t a[500], b[500];

	for (uint64_t pair = 0; pair < 200; pair++) {
		words(a, 500, 2 * pair);
		words(b, 500, 2 * pair + 1);
		cr_expect_leq(agree(a, 500, b, 500), 1u);
	}
}

/* The share of bins is the resemblance of the shingles, give or take 3.5 standard errors. */
Test(sketch, agreement_estimates_the_resemblance)
{
	uint64_t a[600], b[600];

	for (size_t same = 60; same < 600; same += 60) {
		double resemblance = (double)(same - 2) / (2 * 598 - (double)(same - 2)), sum = 0;

		for (uint64_t pair = 0; pair < 50; pair++) {
			words(a, 600, 2 * pair);
			words(b, 600, 2 * pair + 1);
			memcpy(b, a, same * sizeof *a);
			sum += agree(a, 600, b, 600) / (double)SKETCH_BINS;
		}
		cr_expect_float_eq(sum / 50, resemblance, 0.03, "%zu of 600 words: %f, not %f", same, sum / 50,
				   resemblance);
	}
}

Test(sketch, its_bands_survive_as_text)
{
	struct arena arena = {0};
	uint64_t a[50];
	uint16_t x[SKETCH_BINS], y[SKETCH_BINS] = {0};

	words(a, 50, 9);
	cr_assert(sketch_of(a, 50, x));
	for (unsigned i = 0; i < SKETCH_BANDS; i++)
		cr_assert(sketch_parse(sketch_format(&arena, x, i), y, i));
	cr_expect_eq(sketch_agree(x, y), SKETCH_BINS);
	for (unsigned i = 0; i < SKETCH_BANDS; i++)
		cr_expect_eq(sketch_band(x, i), sketch_band(y, i));
	cr_expect_neq(sketch_band(x, 0), sketch_band(x, 1));
	arena_free(&arena);
}

static const char *const no_bands[] = {"", "00112233445", "0011223344556", "00112233445G", "00112233445 "};

Test(sketch, refuses_what_is_no_band)
{
	uint16_t out[SKETCH_BINS];

	for (size_t i = 0; i < sizeof no_bands / sizeof *no_bands; i++)
		cr_expect_not(sketch_parse(str_of(no_bands[i]), out, 0), "'%s'", no_bands[i]);
}

static const struct {
	const char *a, *b;
	bool same;
} wordings[] = {
	{"Some 500 families left the town on Friday.", "some 500 families left the town on friday", true},
	{"\"Some 500 families left the town,\" he said.", "Some 500 families left the town, he said", true},
	{"\u201cSome 500 families left the town\u201d\u2026", "Some 500 families left  the town", true},
	{"Some 500 families left the town", "Some 600 families left the town", false},
	{"Some 500 families left the town", "Families left the town some 500", false},
	{"Some 500 families left the town", "Some 500 families left the towns", false},
};

Test(sketch, a_wording_is_the_words_and_nothing_else)
{
	for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
		uint64_t a = wording_of(str_of(wordings[i].a)), b = wording_of(str_of(wordings[i].b));

		cr_expect_neq(a, 0u);
		cr_expect_eq(a == b, wordings[i].same, "'%s' and '%s'", wordings[i].a, wordings[i].b);
	}
}

Test(sketch, a_few_words_have_no_wording)
{
	cr_expect_eq(wording_of(STR("He gave no further details")), 0u);
	cr_expect_eq(wording_of(STR("")), 0u);
	cr_expect_neq(wording_of(STR("He gave no further details yesterday")), 0u);
}

Test(sketch, a_wording_survives_as_text)
{
	struct arena arena = {0};
	uint64_t w = wording_of(STR("He gave no further details of it"));

	cr_expect_eq(wording_parse(wording_format(&arena, w)), w);
	cr_expect_eq(wording_parse(STR("12")), 0u);
	arena_free(&arena);
}
