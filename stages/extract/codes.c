#include "digits.h"
#include "numbers.h"

/* Numbers that name something and count nothing: addresses, telephones, postcodes. */

static bool glued(const struct number_scan *s, uint32_t i)
{
	return i < s->end && !(s->r->tokens.at[i].flags & TOKEN_SPACE);
}

/* "16-18 Industrial Avenue", "123 Random Street". */
static bool is_address(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first + a->n;

	if (a->kind != AMOUNT_COUNT || s->upper || a->numeral.form != NUMERAL_DIGITS)
		return false;
	for (uint32_t k = i; k < s->end && k < i + 4; k++) {
		if (!(s->r->tokens.at[k].flags & TOKEN_CAPITAL))
			return false;
		if (k > i && figure_word(s->r, k, FUNCTION_STREET))
			return true;
	}
	return false;
}

/* "in the 5700 block of Grand Avenue" */
static bool is_house_block(const struct number_scan *s, const struct amount *a)
{
	return a->kind == AMOUNT_COUNT && a->numeral.bare && a->value.digits >= 100 && a->value.digits % 100 == 0 &&
	       figure_token_is(s->r, a->first + a->n, "block");
}

/* "text HELP to 90999", "text them to 61124" */
static bool is_short_code(const struct number_scan *s, const struct amount *a)
{
	enum { REACH = 5 }; /* [tokens] */

	if (a->kind != AMOUNT_COUNT || !a->numeral.bare || a->numeral.whole < 4 || a->first == s->start)
		return false;
	for (uint32_t i = a->first; i > s->start && a->first - i < REACH; i--)
		if (figure_token_is(s->r, i - 1, "text") || figure_token_is(s->r, i - 1, "texting"))
			return i == a->first || figure_token_is(s->r, a->first - 1, "to");
	return false;
}

/* "+44 20 7946", "020 7946 0018": bare numbers in a row. */
static bool is_in_row(const struct number_scan *s, const struct amount *a)
{
	uint32_t before = a->first - 1, behind = a->first + a->n;

	if (!a->numeral.bare || a->kind != AMOUNT_COUNT)
		return false;
	if (a->first > s->start && figure_token_is(s->r, before, "+") && glued(s, a->first))
		return true;
	return (a->first > s->start && s->r->tokens.at[before].kind == TOKEN_NUMBER && !s->dated[before] &&
		digits_parse(s->r->tokens.at[before].text).form == DIGITS_PLAIN &&
		!digits_parse(s->r->tokens.at[before].text).after.n) ||
	       (behind < s->end && s->r->tokens.at[behind].kind == TOKEN_NUMBER && !s->dated[behind] &&
		digits_parse(s->r->tokens.at[behind].text).form == DIGITS_PLAIN);
}

/* "the 90049 ZIP code" */
static bool is_postcode(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first + a->n;

	return a->numeral.bare && a->kind == AMOUNT_COUNT && a->numeral.whole == 5 &&
	       (figure_token_is(s->r, i, "zip") || figure_token_is(s->r, i, "postcode") ||
		figure_token_is(s->r, i, "zipcode"));
}

/* "called 911", "a 999 operator": the number of the emergency services. */
static bool is_emergency(const struct number_scan *s, const struct amount *a)
{
	int64_t v = a->value.digits;
	uint32_t behind = a->first + a->n;

	if (!a->numeral.bare || a->kind != AMOUNT_COUNT || (v != 911 && v != 999 && v != 112))
		return false;
	if (figure_word(s->r, behind, FUNCTION_DIALLING))
		return true;
	return a->first > s->start && figure_word(s->r, a->first - 1, FUNCTION_DIALLING) &&
	       !number_subject_behind(s, behind);
}

/* "(765) 456-7107": three figures in brackets, three and four with a hyphen. */
static bool is_phone(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first, behind = i + a->n;
	bool area = a->numeral.whole == 3 && figure_token_is(s->r, behind, ")") && figure_token_is(s->r, i - 1, "(") &&
		    figure_is_dash(s->r, behind + 2);
	bool last = a->numeral.whole == 4 && i >= s->start + 3 && figure_is_dash(s->r, i - 1) && glued(s, i) &&
		    figure_token_is(s->r, i - 3, ")");

	return a->numeral.bare && a->kind == AMOUNT_COUNT && a->first > s->start && (area || last);
}

bool number_is_code(const struct number_scan *s, const struct amount *a)
{
	static bool (*const rules[])(const struct number_scan *, const struct amount *) = {
		is_address, is_in_row, is_postcode, is_emergency, is_house_block, is_short_code, is_phone,
	};

	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (rules[i](s, a))
			return true;
	return false;
}
