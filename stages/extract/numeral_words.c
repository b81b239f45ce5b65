#include "numeral.h"

/* Words of a number below a thousand, and how they follow each other. */
struct small {
	int64_t value;
	uint32_t n;   /* tokens; 0: none */
	bool article; /* "a" alone so far: must be followed by a magnitude, dozen or fraction */
};

static uint32_t skip_dash(const struct reading *r, uint32_t i, uint32_t end)
{
	return i < end && figure_is_dash(r, i) && !(r->tokens.at[i].flags & TOKEN_BREAK) ? i + 1 : i;
}

static struct number_word word(const struct reading *r, uint32_t i, uint32_t end)
{
	struct number_word none = {0};

	return i < end ? number_word_at(r, i) : none;
}

/* one … nineteen, twenty … ninety-nine. */
static struct small below_hundred(const struct reading *r, uint32_t i, uint32_t end)
{
	struct number_word w = word(r, i, end);
	struct small s = {0};

	if (w.kind != NUMBER_WORD_DIGIT && w.kind != NUMBER_WORD_TEEN && w.kind != NUMBER_WORD_TEN)
		return s;
	s = (struct small){w.value.digits, 1, false};
	if (w.kind == NUMBER_WORD_TEN) {
		uint32_t k = skip_dash(r, i + 1, end);
		struct number_word digit = word(r, k, end);

		if (digit.kind == NUMBER_WORD_DIGIT && (k > i + 1 || r->tokens.at[k].tag != TAG_PRP)) {
			s.value += digit.value.digits;
			s.n = k + 1 - i;
		}
	}
	return s;
}

/* Past a dash that joins two words; one between spaces opens an aside. */
static uint32_t skip_hyphen(const struct reading *r, uint32_t i, uint32_t end)
{
	bool apart = i + 1 < end && (r->tokens.at[i].flags | r->tokens.at[i + 1].flags) & TOKEN_SPACE;

	return apart ? i : skip_dash(r, i, end);
}

/* "and twenty-one", "-and-six" or "-twenty-one" behind a hundred or a magnitude. */
static struct small tail(const struct reading *r, uint32_t i, uint32_t end)
{
	uint32_t k = skip_hyphen(r, i, end);

	if (word(r, k, end).kind == NUMBER_WORD_AND)
		k = skip_hyphen(r, k + 1, end);
	struct small s = below_hundred(r, k, end);

	if (s.n)
		s.n += k - i;
	return s;
}

/* One term below a thousand: "nine hundred and twenty-one", "a hundred", "thirteen hundred", "a". */
static struct small below_thousand(const struct reading *r, uint32_t i, uint32_t end)
{
	struct small s = below_hundred(r, i, end);

	if (s.n == 0 && word(r, i, end).kind == NUMBER_WORD_ARTICLE)
		s = (struct small){1, 1, true};
	if (s.n == 0)
		return s;
	uint32_t k = skip_dash(r, i + s.n, end);

	if (word(r, k, end).kind == NUMBER_WORD_HUNDRED) {
		struct small rest = tail(r, k + 1, end);

		s = (struct small){s.value * 100 + (rest.n ? rest.value : 0), k + 1 - i + rest.n, false};
	}
	return s;
}

uint32_t numeral_magnitude(const struct reading *r, uint32_t token, uint32_t end, struct decimal *factor)
{
	uint32_t i = token;

	while (i < end) {
		uint32_t k = skip_dash(r, i, end);
		struct number_word w = word(r, k, end);

		if (w.kind != NUMBER_WORD_MAGNITUDE && w.kind != NUMBER_WORD_HUNDRED && w.kind != NUMBER_WORD_DOZEN)
			break;
		if (w.kind == NUMBER_WORD_DOZEN && w.value.digits == 20)
			break; /* "three score" is old, "20 score" a verb */
		*factor = decimal_mul(*factor, w.value);
		i = k + 1;
		if (w.kind == NUMBER_WORD_DOZEN)
			break;
	}
	return factor->known ? i - token : 0;
}

/* Powers of ten are exact however small: "billionths". */
static struct decimal divided(struct decimal over, struct decimal under)
{
	unsigned places = 0;

	while (under.digits >= 10 && under.digits % 10 == 0) {
		under.digits /= 10;
		places++;
	}
	over = decimal_mul(over, decimal_make(1, places));
	return under.digits == 1 ? over : decimal_div(over, under);
}

/* "half", "quarters", "-thirds" as the denominator of `over`; its tokens, value in *out. */
static uint32_t denominator(const struct reading *r, uint32_t i, uint32_t end, int64_t over, struct decimal *out)
{
	uint32_t k = skip_dash(r, i, end);
	struct number_word w = word(r, k, end);

	if (w.kind == NUMBER_WORD_HUNDRED || w.kind == NUMBER_WORD_MAGNITUDE)
		return 0;
	if (w.kind != (over == 1 ? NUMBER_WORD_FRACTION : NUMBER_WORD_FRACTIONS))
		return 0;
	*out = divided(decimal_of(over), w.value);
	return k + 1 - i;
}

uint32_t numeral_and_fraction(const struct reading *r, uint32_t token, uint32_t end, struct decimal *part)
{
	uint32_t i = skip_dash(r, token, end), k;

	if (word(r, i, end).kind != NUMBER_WORD_AND)
		return 0;
	i = skip_dash(r, i + 1, end);
	struct small over = below_hundred(r, i, end);

	if (over.n == 0 && word(r, i, end).kind == NUMBER_WORD_ARTICLE)
		over = (struct small){1, 1, true};
	if (over.n)
		k = denominator(r, i + over.n, end, over.value, part);
	else
		k = word(r, i, end).kind == NUMBER_WORD_FRACTION && word(r, i, end).value.digits == 2
			    ? denominator(r, i, end, 1, part)
			    : 0;
	return k ? i + over.n + k - token : 0;
}

/* "of", so that "a third of the town" is a share and "a third man" is not. */
static bool share_follows(const struct reading *r, uint32_t i, uint32_t end)
{
	return i >= end || figure_token_is(r, i, "of") || r->tokens.at[i].kind == TOKEN_MARK ||
	       figure_token_is(r, i, "the") || figure_token_is(r, i, "to");
}

/* "two were killed and a third was wounded": one more, where something is stated of it. */
static bool is_one_more(const struct reading *r, uint32_t i)
{
	return figure_token_is(r, i, "was") || figure_token_is(r, i, "is") || figure_token_is(r, i, "has");
}

/* Fractions: "two-thirds", "one fifth", "a quarter of". */
static bool read_fraction(const struct reading *r, uint32_t i, uint32_t end, struct small over, struct numeral *out)
{
	struct decimal value;
	uint32_t n = denominator(r, i + over.n, end, over.value, &value);
	uint32_t behind = i + over.n + n;

	bool more = over.value == 1 && over.article && behind < end && is_one_more(r, behind);
	bool between = i > 0 && figure_token_is(r, i - 1, "between") && figure_token_is(r, behind, "and");

	if (!n || (over.value == 1 && over.article && !more && !between && !share_follows(r, behind, end) &&
		   word(r, behind - 1, end).value.digits != 2 && word(r, behind - 1, end).value.digits != 4))
		return false;
	*out = (struct numeral){.first = i,
				.n = over.n + n,
				.value = value,
				.factor = decimal_of(1),
				.form = NUMERAL_FRACTION,
				.weak = more};
	return true;
}

/* "million" behind "half a", "a quarter of a", "three-quarters of a": the fraction multiplies it. */
static void multiply_fraction(const struct reading *r, uint32_t end, struct numeral *out)
{
	uint32_t i = out->first + out->n;
	struct decimal factor = decimal_of(1);

	if (figure_token_is(r, i, "of"))
		i++;
	i = skip_dash(r, i, end);
	if (word(r, i, end).kind == NUMBER_WORD_ARTICLE)
		i++;
	uint32_t n = i < end ? numeral_magnitude(r, i, end, &factor) : 0;

	if (!n)
		return;
	out->value = decimal_mul(out->value, factor);
	out->factor = factor;
	out->form = NUMERAL_SPELLED;
	out->n = i + n - out->first;
}

/* "half" with no "a" before it. */
static bool read_half(const struct reading *r, uint32_t i, uint32_t end, struct numeral *out)
{
	struct number_word w = word(r, i, end);

	if (w.kind != NUMBER_WORD_FRACTION || w.value.digits != 2)
		return false;
	*out = (struct numeral){
		.first = i, .n = 1, .value = decimal_make(5, 1), .factor = decimal_of(1), .form = NUMERAL_FRACTION};
	return true;
}

/* "two hundred point zero three", digit by digit. */
void numeral_point(const struct reading *r, uint32_t end, struct numeral *out)
{
	uint32_t i = out->first + out->n, places = 0;
	int64_t digits = 0;

	if (word(r, i, end).kind != NUMBER_WORD_POINT)
		return;
	for (i++; i < end && places < 9; i++, places++) {
		struct number_word w = word(r, i, end);

		if (w.kind != NUMBER_WORD_DIGIT && w.kind != NUMBER_WORD_ZERO)
			break;
		digits = digits * 10 + w.value.digits;
	}
	if (places == 0)
		return;
	out->value = decimal_add(out->value, decimal_make(digits, places));
	out->n = i - out->first;
}

/* "two thousand and three fifths" of something: all that stands before the denominator, of several words. */
static void numeral_over(const struct reading *r, uint32_t end, struct numeral *out)
{
	uint32_t k = skip_dash(r, out->first + out->n, end);
	struct number_word w = word(r, k, end);

	if (out->n < 2 || w.kind != NUMBER_WORD_FRACTIONS)
		return;
	out->value = divided(out->value, w.value);
	out->n = k + 1 - out->first;
	if (decimal_cmp(out->value, decimal_of(1)) < 0)
		out->form = NUMERAL_FRACTION;
}

/* The first token behind "and" where a further term begins. */
static uint32_t next_term(const struct reading *r, uint32_t i, uint32_t end)
{
	if (word(r, i, end).kind == NUMBER_WORD_AND)
		return i + 1;
	return figure_token_is(r, i, ",") ? i + 1 : i;
}

/* Terms of falling magnitude: "four thousand five hundred", "three million, two hundred and forty". */
static bool read_terms(const struct reading *r, uint32_t first, uint32_t end, struct numeral *out)
{
	struct decimal least = DECIMAL_NULL, total = DECIMAL_NULL, part;
	uint32_t i = first;

	for (;;) {
		uint32_t start = total.known ? next_term(r, i, end) : i, n;
		struct small s = below_thousand(r, start, end);
		struct decimal factor = decimal_of(1), value = decimal_of(s.value);

		if (!s.n)
			break;
		n = numeral_and_fraction(r, start + s.n, end, &part);
		if (n && !s.article) {
			value = decimal_add(value, part);
			s.n += n;
		}
		n = numeral_magnitude(r, start + s.n, end, &factor);
		bool fits = !total.known ||
			    (decimal_cmp(factor, least) < 0 && (decimal_cmp(least, decimal_of(1000)) >= 0) &&
			     (n || s.value < 1000) && !(s.article && !n));

		if (s.article && !n)
			fits = false;
		if (!fits)
			break;
		total = total.known ? decimal_add(total, decimal_mul(value, factor)) : decimal_mul(value, factor);
		least = factor;
		i = start + s.n + n;
		out->factor = total.known && !decimal_cmp(total, decimal_mul(value, factor)) ? factor : out->factor;
		if (n && numeral_and_fraction(r, i, end, &part)) {
			total = decimal_add(total, decimal_mul(part, factor));
			i += numeral_and_fraction(r, i, end, &part);
			break;
		}
	}
	out->value = total;
	out->first = first;
	out->n = i - first;
	out->form = NUMERAL_SPELLED;
	return total.known;
}

/* "a couple of", "a pair of", "a trio of"; "couple" alone is two lovers. */
static bool read_group(const struct reading *r, uint32_t i, uint32_t end, struct numeral *out)
{
	bool article = word(r, i, end).kind == NUMBER_WORD_ARTICLE;
	struct number_word w = word(r, i + article, end);

	if (!article || (w.kind != NUMBER_WORD_PAIR && w.kind != NUMBER_WORD_GROUP))
		return false;
	uint32_t behind = i + 2;
	bool of = figure_token_is(r, behind, "of");
	struct decimal factor = decimal_of(1);
	uint32_t n = numeral_magnitude(r, behind + of, end, &factor);

	if (!of && !n && behind < end)
		return false;
	*out = (struct numeral){.first = i,
				.n = n ? 2 + of + n : 2,
				.value = decimal_mul(w.value, factor),
				.factor = factor,
				.form = NUMERAL_SPELLED};
	return true;
}

/* "some | dozen people", "another | hundred were hurt", "around | thousand more": the article is left out behind words
 * of about how many; not "some million-dollar homes". */
static bool read_bare(const struct reading *r, uint32_t i, uint32_t end, struct numeral *out)
{
	static const struct str before[] = {STR_WORD("some"),	STR_WORD("another"), STR_WORD("further"),
					    STR_WORD("about"),	STR_WORD("around"),  STR_WORD("nearly"),
					    STR_WORD("almost"), STR_WORD("roughly"), STR_WORD("additional")};
	struct number_word w = word(r, i, end);
	struct decimal factor = decimal_of(1);
	bool whole = (w.kind == NUMBER_WORD_DOZEN && w.value.digits == 12) || w.kind == NUMBER_WORD_HUNDRED ||
		     w.kind == NUMBER_WORD_MAGNITUDE;

	if (!whole || w.n != 1 || i == 0 ||
	    !str_is_one_of(r->tokens.at[i - 1].lower, before, sizeof before / sizeof *before))
		return false;
	uint32_t n = numeral_magnitude(r, i, end, &factor);
	struct small rest = n == 1 && w.kind == NUMBER_WORD_HUNDRED ? tail(r, i + 1, end) : (struct small){0};

	n += rest.n;
	if (!n || (i + n < end && (figure_is_dash(r, i + n) || figure_token_is(r, i + n, "of"))))
		return false;
	*out = (struct numeral){.first = i,
				.n = n,
				.value = decimal_add(factor, decimal_of(rest.value)),
				.factor = rest.n ? decimal_of(1) : factor,
				.form = NUMERAL_SPELLED};
	return true;
}

bool numeral_words(const struct reading *r, uint32_t i, uint32_t end, struct numeral *out)
{
	struct numeral fraction;
	struct small over = below_thousand(r, i, end);

	*out = (struct numeral){.factor = decimal_of(1)};
	if (read_half(r, i, end, out)) {
		multiply_fraction(r, end, out);
		return true;
	}
	if (read_group(r, i, end, out) || read_bare(r, i, end, out))
		return true;
	if (over.n && read_fraction(r, i, end, over, &fraction)) {
		*out = fraction;
		multiply_fraction(r, end, out);
		return true;
	}
	if (!over.n || !read_terms(r, i, end, out))
		return false;
	numeral_point(r, end, out);
	numeral_over(r, end, out);
	return true;
}
