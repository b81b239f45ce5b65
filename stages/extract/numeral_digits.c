#include "digits.h"
#include "numeral.h"

enum { EXPONENT_MAX = 40 };

static const char *const ordinals[] = {"st", "nd", "rd", "th", "ST", "ND", "RD", "TH", "s", "S", "x", "X", "xx"};

static bool is_ordinal(struct str letters)
{
	for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals; i++)
		if (str_is(letters, ordinals[i]))
			return true;
	return false;
}

/* One character of white space, ASCII, no-break or thin, between two tokens. */
static bool one_space(const struct reading *r, uint32_t token)
{
	uint32_t gap = r->tokens.at[token].start - r->tokens.at[token - 1].end;

	return gap >= 1 && gap <= 3 && !(r->tokens.at[token].flags & TOKEN_BREAK) &&
	       (gap == 1 || (unsigned char)r->doc->text.at[r->tokens.at[token - 1].end] > 0x7f);
}

static bool is_group(const struct reading *r, uint32_t token, uint32_t end, struct digits *group)
{
	if (token >= end || r->tokens.at[token].kind != TOKEN_NUMBER ||
	    !ascii_is_digit((unsigned char)r->tokens.at[token].text.at[0]))
		return false;
	*group = digits_parse(r->tokens.at[token].text);
	return (group->form == DIGITS_PLAIN || group->form == DIGITS_POINT) && group->whole == 3;
}

static void append(struct numeral *out, const struct digits *group, uint32_t tokens)
{
	out->value = decimal_add(decimal_mul(out->value, decimal_of(1000)), group->value);
	out->after = group->after;
	out->n += tokens;
	out->bare = false;
}

/* "12'000" of the Swiss. */
static bool is_apostrophe_group(const struct reading *r, uint32_t token, uint32_t end, struct digits *group)
{
	return figure_token_is(r, token, "'") && !(r->tokens.at[token].flags & TOKEN_SPACE) &&
	       is_group(r, token + 1, end, group) && !(r->tokens.at[token + 1].flags & TOKEN_SPACE);
}

/* "12 500", "1 234 567.89"; "61, 000" of a tokeniser that cut at commas. */
static void join_spaced(const struct reading *r, uint32_t end, struct numeral *out)
{
	struct digits group;
	uint32_t i = out->first + 1;
	bool more = out->places == DIGITS_PLAIN && out->whole <= 3 && out->value.digits > 0 && !out->padded &&
		    str_is_empty(out->after);

	while (more) {
		bool apostrophe = is_apostrophe_group(r, i, end, &group);

		if (!apostrophe && !(is_group(r, i, end, &group) && one_space(r, i)))
			break;
		append(out, &group, 1 + apostrophe);
		more = group.form == DIGITS_PLAIN && str_is_empty(group.after);
		i += 1 + apostrophe;
	}
	if (more && figure_token_is(r, i, ",") && !(r->tokens.at[i].flags & TOKEN_SPACE) &&
	    is_group(r, i + 1, end, &group) && group.padded && one_space(r, i + 1))
		append(out, &group, 2);
}

/* "2 1/4", "2-1/4" and "2 ½". */
static void join_fraction(const struct reading *r, uint32_t end, struct numeral *out)
{
	uint32_t i = out->first + out->n;
	bool dash = i + 1 < end && figure_is_dash(r, i) && !(r->tokens.at[i].flags & TOKEN_SPACE) &&
		    !(r->tokens.at[i + 1].flags & TOKEN_SPACE);

	i += dash;
	if (i >= end || r->tokens.at[i].kind != TOKEN_NUMBER || out->places != DIGITS_PLAIN || out->after.n)
		return;
	struct digits part = digits_parse(r->tokens.at[i].text);

	if (part.form != DIGITS_FRACTION || decimal_cmp(part.value, decimal_of(1)) >= 0)
		return;
	out->value = decimal_add(out->value, part.value);
	out->after = part.after;
	out->bare = false;
	out->n += 1 + dash;
}

/* A magnitude word, "and a half", and smaller terms: "4 thousand 3 hundred", "5 lakh 20 thousand". */
static void join_magnitude(const struct reading *r, uint32_t end, struct numeral *out)
{
	struct decimal part, factor = decimal_of(1);
	uint32_t i = out->first + out->n;
	uint32_t n = numeral_and_fraction(r, i, end, &part);

	if (n) {
		out->value = decimal_add(out->value, part);
		out->n += n;
		out->bare = false;
	}
	n = out->after.n ? 0 : numeral_magnitude(r, out->first + out->n, end, &factor);
	if (!n)
		return;
	out->value = decimal_mul(out->value, factor);
	out->factor = factor;
	out->n += n;
	out->bare = false;
	n = numeral_and_fraction(r, out->first + out->n, end, &part);
	if (n) { /* "3 million and a half" */
		out->value = decimal_add(out->value, decimal_mul(part, factor));
		out->n += n;
	}
}

static void join_smaller_terms(const struct reading *r, uint32_t end, struct numeral *out)
{
	struct decimal least = out->factor;

	while (decimal_cmp(least, decimal_of(1)) > 0) {
		struct decimal factor = decimal_of(1);
		uint32_t i = out->first + out->n, n;

		if (i >= end || r->tokens.at[i].kind != TOKEN_NUMBER)
			return;
		struct digits term = digits_parse(r->tokens.at[i].text);

		n = term.form != DIGITS_PLAIN || term.after.n ? 0 : numeral_magnitude(r, i + 1, end, &factor);
		if (!n || decimal_cmp(factor, least) >= 0)
			return;
		out->value = decimal_add(out->value, decimal_mul(term.value, factor));
		out->n += 1 + n;
		least = factor;
	}
}

/* A whole number without letters at the token, with its sign: an exponent. Tokens read, 0 for none. */
static uint32_t exponent_at(const struct reading *r, uint32_t i, uint32_t end, int *out)
{
	uint32_t first = i;
	bool minus = false;

	while (i < end && i < first + 2 && (figure_token_is(r, i, "+") || figure_is_dash(r, i)))
		minus |= !figure_token_is(r, i++, "+");
	if (i >= end || r->tokens.at[i].kind != TOKEN_NUMBER)
		return 0;
	struct digits d = digits_parse(r->tokens.at[i].text);

	if (d.form != DIGITS_PLAIN || d.after.n || d.before.n || d.value.digits > EXPONENT_MAX)
		return 0;
	*out = minus ? -(int)d.value.digits : (int)d.value.digits;
	return i + 1 - first;
}

/* base to the power of n, rounded to six places where it has more digits than fit; null when it is too great. */
static struct decimal power(struct decimal base, int n)
{
	struct decimal p = decimal_of(1);

	for (int k = 0; k < n && p.known; k++) {
		struct decimal next = decimal_mul(p, base);

		p = next.known ? next : decimal_mul(decimal_div(p, decimal_of(1)), base);
	}
	return p;
}

/* 10^n exactly, for -15..17. */
static struct decimal ten_to(int n)
{
	return n < 0 ? decimal_make(1, (unsigned)-n) : power(decimal_of(10), n);
}

/* "12.32e+14", "2.48 × 10−5", "1.1^2". */
static void join_exponent(const struct reading *r, uint32_t end, struct numeral *out)
{
	uint32_t i = out->first + out->n, n = 0;
	struct decimal value = DECIMAL_NULL;
	int exponent = 0;

	if (str_eq_fold(out->after, STR("e")) && (n = exponent_at(r, i, end, &exponent)) > 0 &&
	    exponent >= -DECIMAL_SCALE_MAX && exponent < DECIMAL_DIGITS_MAX) {
		value = decimal_mul(out->value, ten_to(exponent));
	} else if (!out->after.n && (figure_token_is(r, i, "×") || figure_token_is(r, i, "x")) &&
		   figure_token_is(r, i + 1, "10") && (n = exponent_at(r, i + 2, end, &exponent)) > 0 &&
		   exponent >= -DECIMAL_SCALE_MAX && exponent < DECIMAL_DIGITS_MAX) {
		value = decimal_mul(out->value, ten_to(exponent));
		n += 2;
	} else if (!out->after.n && figure_token_is(r, i, "^") && (n = exponent_at(r, i + 1, end, &exponent)) > 0 &&
		   exponent > 0) {
		value = power(out->value, exponent);
		n += 1;
	}
	if (!value.known)
		return;
	out->value = value;
	out->after = STR_NULL;
	out->n += n;
	out->bare = false;
}

/* Letters behind the digits: a magnitude goes into the value unless it may be a unit as well. */
static bool read_letters(const struct reading *r, struct numeral *out)
{
	if (str_is_empty(out->after))
		return true;
	if (is_ordinal(out->after))
		return false;
	out->bare = false;
	out->after_factor = number_suffix(r, out->after);
	return true;
}

bool numeral_digits(const struct reading *r, uint32_t token, uint32_t end, struct numeral *out)
{
	const struct token *t = &r->tokens.at[token];
	struct digits d = digits_parse(t->text);

	if (d.form == DIGITS_NONE)
		return false;
	*out = (struct numeral){.first = token,
				.n = 1,
				.value = d.value,
				.factor = decimal_of(1),
				.before = d.before,
				.after = d.after,
				.form = NUMERAL_DIGITS,
				.places = d.form,
				.whole = d.whole,
				.bare = d.form == DIGITS_PLAIN && d.before.n == 0,
				.padded = d.padded};
	if (d.form == DIGITS_FRACTION && decimal_cmp(d.value, decimal_of(1)) < 0)
		out->form = NUMERAL_FRACTION;
	join_spaced(r, end, out);
	join_fraction(r, end, out);
	join_exponent(r, end, out);
	if (!read_letters(r, out))
		return false;
	if (!out->after.n) {
		join_magnitude(r, end, out);
		join_smaller_terms(r, end, out);
	}
	return out->value.known;
}
