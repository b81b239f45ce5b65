#include "numbers.h"

/* Ages: numbers beside people that count nobody. */

enum { LONGEST_LIST = 12 }; /* [tokens] */

/* "the driver", "a mother" */
static bool is_one_person(const struct number_scan *s, uint32_t i)
{
	const struct hit *hit = reading_hit(s->r, i, LEXICON_SUBJECTS);

	return hit && number_tag(s, i) == TAG_NN && str_eq(subject_of_hit(s->r, hit)->kind, STR("person"));
}

/* "the station master, 59, has", "a shop owner, 61, was": behind a word for one person by its ending, between commas
 * and before a verb; "the number, 59, was" tells how many. */
static bool is_one_by_ending(const struct number_scan *s, const struct amount *a)
{
	static const char *const endings[] = {"er", "or", "ist", "ian", "ant", "ent", "man", "eer"};
	uint32_t noun = a->first - 2, behind = a->first + a->n;

	if (!figure_token_is(s->r, a->first - 1, ",") || !figure_token_is(s->r, behind, ",") ||
	    number_tag(s, noun) != TAG_NN || figure_word(s->r, noun, FUNCTION_COUNTER) || a->value.digits < 5)
		return false;
	for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
		if (str_ends(s->r->tokens.at[noun].lower, str_of(endings[k])))
			return tag_is_verb(number_tag(s, behind + 1)) || number_tag(s, behind + 1) == TAG_MD;
	return false;
}

/* A number in digits or in words, or what joins two of them. */
static bool is_listed(const struct number_scan *s, uint32_t i)
{
	return i >= s->start && i < s->end &&
	       (s->r->tokens.at[i].kind == TOKEN_NUMBER || number_tag(s, i) == TAG_CD ||
		figure_token_is(s->r, i, ",") || figure_token_is(s->r, i, "and") || figure_token_is(s->r, i, "or"));
}

/* "as young | as four" */
static bool is_as_young(const struct number_scan *s, uint32_t i)
{
	return i > s->start + 1 && figure_token_is(s->r, i, "as") && figure_token_is(s->r, i - 2, "as") &&
	       (figure_token_is(s->r, i - 1, "young") || figure_token_is(s->r, i - 1, "old"));
}

/* "aged 19, 25 and 30", "aged six and 11", "as young as four" */
static bool is_further_age(const struct number_scan *s, uint32_t i)
{
	for (uint32_t k = i; k > s->start && i - k < LONGEST_LIST; k--) {
		if (figure_token_is(s->r, k - 1, "aged") || figure_token_is(s->r, k - 1, "ages") ||
		    is_as_young(s, k - 1))
			return true;
		if (!is_listed(s, k - 1))
			return false;
	}
	return false;
}

static bool is_number(const struct number_scan *s, uint32_t i)
{
	return s->r->tokens.at[i].kind == TOKEN_NUMBER || number_tag(s, i) == TAG_CD;
}

/* "Three children, 4, 7 and 9, were": behind people and a comma as many bare numbers as there are people, and then
 * nothing that they could count. */
static bool is_age_of_each(const struct number_scan *s, const struct amount *a)
{
	uint32_t from = a->first, to = a->first + a->n, numbers = 0;
	struct numeral people;

	while (is_listed(s, from - 1) && a->first - from < LONGEST_LIST)
		from--;
	while (is_listed(s, to) && to - a->first < LONGEST_LIST)
		to++;
	for (uint32_t i = from; i < to; i++)
		numbers += is_number(s, i);
	if (numbers < 2 || from < s->start + 2 || !figure_token_is(s->r, from, ",") ||
	    (to < s->end && !figure_token_is(s->r, to - 1, ",") && s->r->tokens.at[to].kind != TOKEN_MARK))
		return false;
	const struct hit *noun = reading_hit(s->r, from - 1, LEXICON_SUBJECTS);

	return noun && str_eq(subject_of_hit(s->r, noun)->kind, STR("person")) &&
	       numeral_at(s->r, from - 2, from - 1, &people) && decimal_cmp(people.value, decimal_of(numbers)) == 0;
}

/* "years old", "year old men", "-year-old" */
static bool is_years_old(const struct number_scan *s, uint32_t i)
{
	i += figure_is_dash(s->r, i);
	if (!figure_token_is(s->r, i, "years") && !figure_token_is(s->r, i, "year"))
		return false;
	i += 1 + figure_is_dash(s->r, i + 1);
	return figure_token_is(s->r, i, "old") || figure_token_is(s->r, i, "olds");
}

/* "two teenagers, 17 and 19 years old": the first of ages that share the words for it. */
static bool is_shared_age(const struct number_scan *s, const struct amount *a)
{
	uint32_t i = a->first + a->n;

	i += figure_is_dash(s->r, i); /* "the 20- and 24-year-old men" */
	while (i < s->end && (figure_token_is(s->r, i, ",") || figure_token_is(s->r, i, "and") ||
			      figure_token_is(s->r, i, "or") || s->r->tokens.at[i].kind == TOKEN_NUMBER)) {
		if (s->r->tokens.at[i].kind == TOKEN_NUMBER && is_years_old(s, i + 1))
			return true;
		i++;
	}
	return false;
}

/* "children under five", "people over 65": behind people in the plural, and nothing that they could count behind. */
static bool is_age_limit(const struct number_scan *s, const struct amount *a)
{
	static const char *const limits[] = {"under", "over", "above", "below"};
	uint32_t behind = a->first + a->n;
	bool limit = false;

	for (size_t k = 0; k < sizeof limits / sizeof *limits; k++)
		limit |= figure_token_is(s->r, a->first - 1, limits[k]);
	const struct hit *people = limit ? reading_hit(s->r, a->first - 2, LEXICON_SUBJECTS) : NULL;

	return people && number_tag(s, a->first - 2) == TAG_NNS &&
	       str_eq(subject_of_hit(s->r, people)->kind, STR("person")) && !tag_is_noun(number_tag(s, behind)) &&
	       !tag_is_adjective(number_tag(s, behind)) && number_tag(s, behind) != TAG_IN;
}

/* Two words of a name in a row end right before the token: capitals tell it but in a sentence written in them. */
static bool ends_name(const struct number_scan *s, uint32_t end)
{
	return end >= s->start + 2 && tag_is_proper(number_tag(s, end - 1)) && tag_is_proper(number_tag(s, end - 2));
}

/* "John Doe III, 38,", "Sam Roe Jr., 51,": what may end a name behind its surname. */
static bool is_name_end(const struct number_scan *s, uint32_t i)
{
	static const char *const ends[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"};

	for (size_t k = 0; i > s->start && k < sizeof ends / sizeof *ends; k++)
		if (figure_token_is(s->r, i, ends[k]))
			return s->r->tokens.at[i - 1].flags & TOKEN_CAPITAL;
	return false;
}

/* "dies at 91", "died at 77": behind a verb of dying. */
static bool is_age_of_death(const struct number_scan *s, const struct amount *a)
{
	static const char *const verbs[] = {"dies", "died", "die", "dead", "dying"};
	uint32_t behind = a->first + a->n;

	if (a->first < s->start + 2 || !figure_token_is(s->r, a->first - 1, "at") ||
	    (behind < s->end && s->r->tokens.at[behind].kind != TOKEN_MARK && number_tag(s, behind) != TAG_IN))
		return false;
	if (figure_token_is(s->r, a->first - 3, "of") || figure_token_is(s->r, a->first - 3, "the") ||
	    figure_token_is(s->r, a->first - 3, "put") || figure_token_is(s->r, a->first - 3, "puts"))
		return false; /* "put the number of dead at 38" */
	for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
		if (figure_token_is(s->r, a->first - 2, verbs[k]))
			return true;
	return false;
}

static bool is_closed(const struct number_scan *s, uint32_t i)
{
	return i >= s->end || figure_token_is(s->r, i, ",") || figure_token_is(s->r, i, ".") ||
	       figure_token_is(s->r, i, ";") || figure_token_is(s->r, i, ")");
}

/* "a girl of 16", "a man of 45"; "a mother of three" has so many children. */
static bool is_age_of_one(const struct number_scan *s, const struct amount *a)
{
	static const char *const nouns[] = {"girl",   "boy",	 "man",	     "woman", "youth", "child",
					    "person", "toddler", "teenager", "lad",   "baby"};

	if (a->first < s->start + 2 || !figure_token_is(s->r, a->first - 1, "of") ||
	    tag_is_noun(number_tag(s, a->first + a->n)))
		return false;
	for (size_t k = 0; k < sizeof nouns / sizeof *nouns; k++)
		if (figure_token_is(s->r, a->first - 2, nouns[k]))
			return true;
	return false;
}

/* "He was 77.", "Banes and Clark, both 31,": behind who it is said of, and nothing that it could count. */
static bool is_age_told(const struct number_scan *s, const struct amount *a)
{
	uint32_t before = a->first - 1, behind = a->first + a->n;

	if (!is_closed(s, behind) && !figure_token_is(s->r, behind, "when") && !figure_token_is(s->r, behind, "and"))
		return false;
	if (figure_token_is(s->r, before, "both") || figure_token_is(s->r, before, "all"))
		return a->numeral.form == NUMERAL_DIGITS && is_closed(s, behind) &&
		       figure_token_is(s->r, before - 1, ",");
	return (figure_token_is(s->r, before, "was") || figure_token_is(s->r, before, "is")) &&
	       (figure_token_is(s->r, before - 1, "he") || figure_token_is(s->r, before - 1, "she") ||
		figure_token_is(s->r, before - 1, "who"));
}

/* "Ana Ruiz, 64 was", "Ana Ruiz, 66 and Leo Ruiz, 64": a verb of its own behind the number. */
static bool is_finite_verb(const struct number_scan *s, uint32_t i)
{
	return tag_is_finite(number_tag(s, i));
}

/* "the other, 25, is", "a second, 31, was": of whom nothing else is told. */
static bool is_one_of_them(const struct number_scan *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("other"), STR_WORD("another"), STR_WORD("second"),
					   STR_WORD("third"), STR_WORD("fourth")};

	return figure_token_is_one_of(s->r, i, words, sizeof words / sizeof *words) &&
	       (figure_token_is(s->r, i, "another") || number_tag(s, i - 1) == TAG_DT);
}

/* Behind an age without a comma: "Ruiz, 45 and a father of two", and behind a whole name "Ana Ruiz, 64 was", "Ana
 * Ruiz, 66 and Leo Ruiz", "Ana Ruiz, 21 - rescued after a week". */
static bool goes_on(const struct number_scan *s, uint32_t before, uint32_t behind)
{
	bool joined = figure_token_is(s->r, behind, "and");

	if (joined && number_tag(s, behind + 1) == TAG_DT)
		return true;
	if (!ends_name(s, before) || behind >= s->end)
		return false;
	return is_finite_verb(s, behind) || (joined && number_at_name(s, behind + 1)) ||
	       (figure_is_dash(s->r, behind) && s->r->tokens.at[behind].flags & TOKEN_SPACE);
}

/* "Omar, 44, said", "Hague 44 has": the age of a named person. */
bool number_is_age(const struct number_scan *s, const struct amount *a)
{
	uint32_t behind = a->first + a->n, before = a->first - 1;
	bool named = false, closed;

	bool spelled = a->numeral.form == NUMERAL_SPELLED;

	if ((!a->numeral.bare && !spelled) || a->kind != AMOUNT_COUNT || a->value.digits < 1 || a->value.digits > 119)
		return false;
	if (!spelled && is_shared_age(s, a))
		return true;
	if (a->first < s->start + 2)
		return false;
	if (spelled)
		return is_further_age(s, a->first) || is_age_of_each(s, a) || is_age_limit(s, a) || is_age_told(s, a) ||
		       is_age_of_one(s, a);
	if (figure_token_is(s->r, before, "aged") || is_further_age(s, a->first) || is_age_of_death(s, a) ||
	    is_age_of_each(s, a) || is_age_limit(s, a) || is_age_told(s, a) || is_age_of_one(s, a) ||
	    is_one_by_ending(s, a))
		return true;
	if (figure_token_is(s->r, before, "age"))
		return !figure_token_is(s->r, behind, "to");
	if (figure_token_is(s->r, before, "of") && figure_token_is(s->r, before - 1, "age"))
		return true;
	closed = is_closed(s, behind);
	if (figure_token_is(s->r, before, ",") || figure_token_is(s->r, before, "("))
		named = number_at_word(s, before - 1) &&
			(number_at_name(s, before - 1) || is_name_end(s, before - 1) || s->upper ||
			 is_one_person(s, before - 1) || is_one_of_them(s, before - 1));
	else if (number_at_name(s, before) && number_at_name(s, before - 1) && !s->upper && a->value.digits > 12)
		return tag_is_verb(number_tag(s, behind)) || number_tag(s, behind) == TAG_MD;
	closed |= goes_on(s, before, behind);
	return named && closed &&
	       (!s->upper || figure_token_is(s->r, behind, ",") || figure_token_is(s->r, behind, ";") ||
		ends_name(s, before));
}
