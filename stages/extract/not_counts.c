#include "digits.h"
#include "numbers.h"
#include "times.h"

/* Numbers that are no quantities: each rule looks at one habit of news writing. */

/* A plural noun, or a word for people or things that are counted, right behind. */
static bool plural_behind(const struct number_scan *s, uint32_t i)
{
	for (uint32_t k = i; k < s->end && k < i + 3; k++) {
		enum tag t = number_tag(s, k);

		if (t == TAG_NNS || t == TAG_NNPS)
			return true;
		if (k < s->end && reading_hit(s->r, k, LEXICON_SUBJECTS))
			return true;
		if (!tag_is_adjective(t) && t != TAG_NN && t != TAG_NNP && t != TAG_VBN && t != TAG_HYPH)
			return false;
	}
	return false;
}

static bool glued(const struct number_scan *s, uint32_t i)
{
	return i < s->end && !(s->r->tokens.at[i].flags & TOKEN_SPACE);
}

bool number_subject_behind(const struct number_scan *s, uint32_t i)
{
	for (uint32_t k = i; k < s->end && k < i + 3; k++) {
		if (reading_hit(s->r, k, LEXICON_SUBJECTS))
			return true;
		if (!tag_is_adjective(number_tag(s, k)) && number_tag(s, k) != TAG_VBN && number_tag(s, k) != TAG_NN)
			return false;
	}
	return false;
}

/* "Clauses 1, 2 and 4", "Image 9 of 11": where the numbers begin that share a label. */
static uint32_t list_begins(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first;

	while (a->numeral.bare && i > s->start + 1 && s->r->tokens.at[i - 2].kind == TOKEN_NUMBER &&
	       (figure_token_is(s->r, i - 1, "and") || figure_token_is(s->r, i - 1, ",") ||
		figure_token_is(s->r, i - 1, "or") || figure_token_is(s->r, i - 1, "of")))
		i -= 2;
	return i;
}

/* "Resolution 2254", "page 6", "No. 5", "#3". A plural behind makes it a count after all, but not after
 * a capital or a mark. */
static bool is_labelled(const struct number_scan *s, const struct amount *a)
{
	uint32_t first = list_begins(s, a), n = figure_word_before(s->r, s->start, first, FUNCTION_LABEL);

	if (a->kind != AMOUNT_COUNT)
		return false;
	if (a->first > s->start &&
	    (figure_token_is(s->r, a->first - 1, "no.") || figure_token_is(s->r, a->first - 1, "nos.")))
		return true;
	if (!n)
		return a->first > s->start && figure_word_before(s->r, s->start, a->first, FUNCTION_THING_LABEL) &&
		       !(s->upper ? number_subject_behind(s, a->first + a->n) : plural_behind(s, a->first + a->n));
	const struct token *label = &s->r->tokens.at[first - n];

	if (label->kind == TOKEN_MARK || label->text.at[label->text.n - 1] == '.')
		return true;
	if (label->flags & TOKEN_CAPITAL && !s->upper)
		return true;
	return !number_subject_behind(s, a->first + a->n);
}

/* A capital within a sentence that is not all capitals: a name, whatever its tag. */
static bool is_capital_noun(const struct number_scan *s, uint32_t i)
{
	return number_at_word(s, i) && i > s->start && s->r->tokens.at[i].flags & TOKEN_CAPITAL && !s->titled &&
	       !tag_is_verb(number_tag(s, i)) && number_tag(s, i) != TAG_IN && number_tag(s, i) != TAG_DT;
}

/* "the Big Ten", "called Seven Sisters": a spelled number in capitals within the sentence. */
static bool is_capital_number(const struct number_scan *s, const struct amount *a)
{
	return !s->upper && !s->titled && a->first > s->start && a->kind == AMOUNT_COUNT &&
	       a->numeral.form == NUMERAL_SPELLED && s->r->tokens.at[a->first].flags & TOKEN_CAPITAL &&
	       s->r->tokens.at[a->first - 1].kind == TOKEN_WORD && number_tag(s, a->first - 1) != TAG_IN &&
	       !(s->r->tokens.at[a->first - 1].flags & TOKEN_UPPER) &&
	       !reading_hit(s->r, a->first - 1, LEXICON_MEASURES);
}

/* "31 in Hatay, in Adana 12": a name that a preposition introduces, after another number. */
static bool is_listed_place(const struct number_scan *s, const struct amount *a)
{
	bool number = false;

	if (a->first < s->start + 3 || !figure_token_is(s->r, a->first - 2, "in"))
		return false;
	for (uint32_t i = s->start; i < a->first - 2 && !number; i++)
		number = s->r->tokens.at[i].flags & TOKEN_DIGIT && !s->dated[i];
	return number;
}

/* "Italy reported 793 deaths, Spain 324 and Iran 123": a name of a list that goes on from things that are counted. */
static bool is_gapped(const struct number_scan *s, const struct amount *a)
{
	uint32_t name = a->first - 1, end = a->first + a->n;

	if (end < s->end && s->r->tokens.at[end].kind != TOKEN_MARK && number_tag(s, end) != TAG_CC)
		return false;
	for (uint32_t i = name; i > s->start + 1; i--) {
		bool digits = s->r->tokens.at[i - 1].flags & TOKEN_DIGIT;

		if (i == name && !figure_token_is(s->r, i - 1, ",") && !figure_token_is(s->r, i - 1, "and"))
			return false;
		if (number_tag(s, i - 1) == TAG_NNS)
			return number_tag(s, i - 2) == TAG_CD || number_tag(s, i - 3) == TAG_CD;
		if (!digits && !number_at_name(s, i - 1) && s->r->tokens.at[i - 1].kind != TOKEN_MARK &&
		    number_tag(s, i - 1) != TAG_CC)
			return false;
	}
	return false;
}

/* "Boeing 787", "iPhone 11 Pro", "Nasdaq 100": a bare number right behind a name. */
static bool is_named(const struct number_scan *s, const struct amount *a)
{
	uint32_t before = a->first - 1;

	if (a->first == s->start || !a->numeral.bare || a->kind != AMOUNT_COUNT || s->upper || s->dated[before])
		return false;
	if (reading_hit(s->r, before, LEXICON_MEASURES))
		return false; /* "Gunmen Kill 3" */
	if (!(number_at_name(s, before) || is_capital_noun(s, before)) || is_listed_place(s, a) || is_gapped(s, a))
		return false;
	return !plural_behind(s, a->first + a->n);
}

/* "Catch-22", "TA-25", "sub-Saharan 3": glued to a word by a hyphen that is not "to" or a bound. */
static bool is_glued(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first;

	return i >= s->start + 2 && glued(s, i) && figure_is_dash(s->r, i - 1) && glued(s, i - 1) &&
	       number_at_word(s, i - 2) && !figure_token_is(s->r, i - 2, "sub") &&
	       !figure_token_is(s->r, i - 2, "to") && !reading_hit(s->r, i - 2, LEXICON_QUALIFIERS) &&
	       a->kind == AMOUNT_COUNT && a->numeral.form == NUMERAL_DIGITS;
}

/* "a 127 percent increase over 2017", "up on 2016": what a change is measured from, with nothing behind that it could
 * count. */
static bool is_base_year(const struct number_scan *s, const struct amount *a)
{
	enum { REACH = 8 };
	uint32_t behind = a->first + a->n, i = a->first;
	bool alone = behind >= s->end || s->r->tokens.at[behind].kind == TOKEN_MARK || number_tag(s, behind) == TAG_IN;

	if (i < s->start + 2 || !alone || !figure_token_is(s->r, i - 1, "over") || figure_token_is(s->r, i - 2, "to") ||
	    figure_token_is(s->r, i - 2, "at"))
		return false;
	for (uint32_t k = i - 1; k > s->start && i - k < REACH; k--)
		if (figure_word(s->r, k - 1, FUNCTION_CHANGE_UP) || figure_word(s->r, k - 1, FUNCTION_CHANGE_DOWN))
			return true;
	return false;
}

/* Four bare digits in the range of years, unless they count something. */
static bool is_year(const struct number_scan *s, const struct amount *a)
{
	uint32_t behind = a->first + a->n;
	int64_t v = a->value.digits;

	if (!a->numeral.bare || a->numeral.whole != 4 || a->kind != AMOUNT_COUNT || v < 1000 || v > 2200)
		return false;
	bool in = a->first > s->start &&
		  (figure_token_is(s->r, a->first - 1, "in") || figure_token_is(s->r, a->first - 1, "since") ||
		   figure_token_is(s->r, a->first - 1, "by") || figure_token_is(s->r, a->first - 1, "until"));

	if (in)
		return !number_subject_behind(s, behind) || figure_token_is(s->r, a->first - 1, "since");
	if (v < 1700 || v > 2100)
		return false;
	if (is_base_year(s, a))
		return true;
	return !number_subject_behind(s, behind) &&
	       !(v % 100 == 0 && behind < s->end && number_tag(s, behind) == TAG_NNS) &&
	       !figure_hit_before(s->r, s->start, a->first, LEXICON_QUALIFIERS);
}

/* "1040 Hundreds are feared dead": the time of an entry of a live page, before the capital that opens its text. */
static bool opens_entry(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first + a->n;

	return a->first == s->start && a->numeral.bare && a->numeral.whole == 4 && a->value.digits % 100 < 60 &&
	       number_at_word(s, i) && s->r->tokens.at[i].flags & TOKEN_CAPITAL && !s->upper && !s->titled &&
	       (reading_hit(s->r, i, LEXICON_VAGUE) || number_tag(s, i) == TAG_DT || number_tag(s, i) == TAG_NNP ||
		number_tag(s, i) == TAG_PRP);
}

/* "0200 and 0300", "1210 GMT", "10 a.m.", "00": digits padded with zeros count nothing. */
static bool is_clock(const struct number_scan *s, const struct amount *a)
{
	uint32_t behind = a->first + a->n;

	if (a->numeral.padded)
		return true;
	if (a->kind != AMOUNT_COUNT || !decimal_is_whole(a->value) || a->value.digits > 2400)
		return false;
	if (a->numeral.bare && a->numeral.whole == 4 && a->value.digits % 100 < 60 && a->first > s->start &&
	    figure_token_is(s->r, a->first - 1, "at") && !times_is_level(s->r, a->first - 1))
		return !number_subject_behind(s, behind); /* "at 1545" */
	if (opens_entry(s, a))
		return true;
	if (!figure_word(s->r, behind, FUNCTION_CLOCK) || behind >= s->end)
		return false;
	return !(figure_token_is(s->r, behind, "hours") || figure_token_is(s->r, behind, "hrs") ||
		 figure_token_is(s->r, behind, "h") || figure_token_is(s->r, behind, "local")) ||
	       a->numeral.whole == 4;
}

/* Beside the name of a month, where no grammar of dates has taken it. */
static bool is_day(const struct number_scan *s, const struct amount *a)
{
	uint32_t behind = a->first + a->n;

	if (!a->numeral.bare || a->kind != AMOUNT_COUNT || a->numeral.whole > 2 || a->value.digits > 31)
		return false;
	if (behind < s->end && figure_word(s->r, behind, FUNCTION_MONTH) && number_at_name(s, behind))
		return true;
	return a->first > s->start && figure_word_before(s->r, s->start, a->first, FUNCTION_MONTH) &&
	       number_at_name(s, a->first - 1) && !plural_behind(s, behind);
}

/* "(1) water and (2) food": one of the numbers in brackets that count up. */
static bool is_enumerated(const struct number_scan *s, const struct amount *a)
{
	enum { REACH = 80 }; /* [tokens] */
	uint32_t i = a->first, from = i > s->start + REACH ? i - REACH : s->start;

	if (i == s->start || !figure_token_is(s->r, i - 1, "(") || !figure_token_is(s->r, i + 1, ")") ||
	    number_tag(s, i - 2) == TAG_CD)
		return false; /* "two (2) people" */
	for (uint32_t k = from; k + 2 < s->end && k < i + REACH; k++) {
		const struct token *t = &s->r->tokens.at[k + 1];

		if (k + 1 != i && t->kind == TOKEN_NUMBER && t->text.n <= 2 && figure_token_is(s->r, k, "(") &&
		    figure_token_is(s->r, k + 2, ")")) {
			int64_t by = digits_parse(t->text).value.digits - a->value.digits;

			if (by == 1 || by == -1)
				return true;
		}
	}
	return false;
}

/* "1. Water", "2) Food" at the start of a line; "[3]". */
static bool is_list_number(const struct number_scan *s, const struct amount *a)
{
	uint32_t behind = a->first + a->n;

	if (!a->numeral.bare || a->numeral.whole > 2 || behind >= s->end)
		return false;
	if (a->first > s->start && figure_token_is(s->r, a->first - 1, "[") && figure_token_is(s->r, behind, "]"))
		return true;
	if (is_enumerated(s, a))
		return true;
	return a->first == s->start && behind + 1 < s->end &&
	       (figure_token_is(s->r, behind, ".") || figure_token_is(s->r, behind, ")")) &&
	       s->r->tokens.at[a->first].flags & (TOKEN_BREAK | TOKEN_PARA);
}

/* "fired one shot into the air": nobody was shot. */
static bool is_gunshot(const struct number_scan *s, const struct amount *a)
{
	static const struct str fire[] = {STR_WORD("fire"),  STR_WORD("fires"), STR_WORD("fired"), STR_WORD("firing"),
					  STR_WORD("heard"), STR_WORD("hear"),	STR_WORD("hears")};

	return figure_token_is(s->r, a->first + a->n, "shot") && a->first > s->start &&
	       figure_token_is_one_of(s->r, a->first - 1, fire, sizeof fire / sizeof *fire);
}

/* "told 13 News two people were shot": a station. */
static bool is_station(const struct number_scan *s, const struct amount *a)
{
	uint32_t behind = a->first + a->n;

	return a->numeral.bare && a->kind == AMOUNT_COUNT && !s->upper && figure_token_is(s->r, behind, "news") &&
	       s->r->tokens.at[behind].flags & TOKEN_CAPITAL;
}

/* "in 2013-14": the second year of a season. */
static bool is_season(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first;

	if (!a->numeral.bare || a->kind != AMOUNT_COUNT || a->numeral.whole != 2 || i < s->start + 2 || !glued(s, i) ||
	    !figure_is_dash(s->r, i - 1) || !glued(s, i - 1) || s->r->tokens.at[i - 2].kind != TOKEN_NUMBER)
		return false;
	struct digits year = digits_parse(s->r->tokens.at[i - 2].text);

	return year.form == DIGITS_PLAIN && year.value.digits >= 1000 && year.value.digits <= 2200 &&
	       (year.value.digits + 1) % 100 == a->value.digits;
}

/* "2.13 am": a clock time with a point. */
static bool is_point_clock(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first + a->n;

	if (a->value.scale == 2 && a->kind == AMOUNT_COUNT && a->n == 1 && decimal_cmp(a->value, decimal_of(24)) < 0 &&
	    i < s->end && s->r->tokens.at[i].flags & TOKEN_UPPER && figure_word(s->r, i, FUNCTION_CLOCK))
		return true; /* "21.08 BST" */
	return a->kind == AMOUNT_COUNT && a->value.scale <= 2 && a->n == 1 && a->value.digits >= 0 &&
	       decimal_cmp(a->value, decimal_of(13)) < 0 &&
	       (figure_token_is(s->r, i, "am") || figure_token_is(s->r, i, "pm") || figure_token_is(s->r, i, "a.m.") ||
		figure_token_is(s->r, i, "p.m."));
}

/* "15 DEC 89", "8 May 98": two figures of a year behind a day and its month. */
static bool is_short_year(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first;

	return a->numeral.bare && a->kind == AMOUNT_COUNT && a->numeral.whole == 2 && i >= s->start + 2 &&
	       figure_word(s->r, i - 1, FUNCTION_MONTH) && s->r->tokens.at[i - 2].kind == TOKEN_NUMBER &&
	       s->dated[i - 2] && !number_subject_behind(s, i + a->n);
}

/* "12 deaths per | 100,000 people": of how many they are told. */
static bool is_denominator(const struct number_scan *s, const struct amount *a)
{
	return a->kind == AMOUNT_COUNT && amount_is_denominator(s->r, s->start, a->first);
}

/* "2 Mile Road", "90 Mile Beach": a name. */
static bool is_road(const struct number_scan *s, const struct amount *a)
{
	uint32_t unit = a->unit_first, behind = unit + a->unit_n;

	return a->kind == AMOUNT_MEASURED && a->unit_n == 1 && unit > a->first && !s->upper && !s->titled &&
	       s->r->tokens.at[unit].flags & TOKEN_CAPITAL && !(s->r->tokens.at[unit].flags & TOKEN_UPPER) &&
	       behind < s->end && s->r->tokens.at[behind].flags & TOKEN_CAPITAL && number_at_word(s, behind) &&
	       s->r->tokens.at[unit].text.n > 2;
}

bool not_count(const struct number_scan *s, const struct amount *a, bool *age)
{
	static bool (*const rules[])(const struct number_scan *, const struct amount *) = {
		is_labelled,	is_glued,	 is_clock,	 is_day,     is_year,
		number_is_code, number_is_idiom, is_list_number, is_named,   is_capital_number,
		is_season,	is_point_clock,	 is_short_year,	 is_station, is_gunshot,
		is_denominator, is_road,
	};

	*age = number_is_age(s, a);
	if (*age)
		return false;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
		if (rules[i](s, a))
			return true;
	return false;
}
