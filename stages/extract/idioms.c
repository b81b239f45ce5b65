#include "digits.h"
#include "numbers.h"

/* Words of numbers that count nothing: pronouns, "both … and", "no longer", "at one point". */

static bool glued(const struct number_scan *s, uint32_t i)
{
	return i < s->end && !(s->r->tokens.at[i].flags & TOKEN_SPACE);
}

/* "said that one person was killed": behind a verb or noun of saying, "that" opens a clause. */
static bool opens_clause(const struct number_scan *s, uint32_t that)
{
	enum tag before = number_tag(s, that > s->start ? that - 1 : that);
	uint32_t behind = that + 2;

	return that > s->start && (tag_is_verb(before) || tag_is_noun(before) || before == TAG_COMMA) &&
	       (figure_token_is(s->r, behind, "of") || number_subject_behind(s, behind));
}

/* "killed only one person": no more than that; but "the only one". */
static bool is_only(const struct number_scan *s, uint32_t i)
{
	return figure_token_is(s->r, i, "only") &&
	       !(i > s->start && (number_tag(s, i - 1) == TAG_DT || number_tag(s, i - 1) == TAG_PRPS));
}

/* "the one", "this one", "one another", "one's", "no one": a pronoun. */
static bool is_pronoun(const struct number_scan *s, const struct amount *a)
{
	static const char *const before[] = {"the",	  "this",   "that",   "which", "each",	"every", "same",
					     "another",	  "any",    "no",     "good",  "right", "wrong", "new",
					     "big",	  "next",   "last",   "only",  "other", "some",	 "important",
					     "different", "former", "latter", "loved"};
	static const char *const behind[] = {"another", "'s", "thing", "way", "-", "day", "by", "or", "time"};
	uint32_t i = a->first + a->n;
	bool counts = false;

	if (a->n != 1 || !figure_token_is(s->r, a->first, "one"))
		return false;
	if (number_tag(s, a->first) == TAG_PRP || number_tag(s, a->first) == TAG_NN)
		counts = false;
	else
		counts = true;
	if (i < s->end && s->r->tokens.at[i].kind == TOKEN_NUMBER)
		return true; /* "just one 52,000-barrel refinery" */
	for (size_t k = 0; k < sizeof behind / sizeof *behind; k++)
		if (figure_token_is(s->r, i, behind[k]) && !(behind[k][0] == '-' && !glued(s, i)) &&
		    !(behind[k][0] == 'o' && figure_token_is(s->r, i + 1, "more")))
			return true;
	if (a->first > s->start && figure_token_is(s->r, a->first - 1, "that") && opens_clause(s, a->first - 1))
		return false;
	for (size_t k = 0; a->first > s->start && k < sizeof before / sizeof *before; k++)
		if (figure_token_is(s->r, a->first - 1, before[k]) && !is_only(s, a->first - 1))
			return k > 1 || !tag_is_noun(number_tag(s, i));
	return !counts && !figure_token_is(s->r, i, "of") && !tag_is_noun(number_tag(s, i)) &&
	       !tag_is_adjective(number_tag(s, i));
}

/* "at one point": some time. */
static bool is_some_time(const struct number_scan *s, const struct amount *a)
{
	return a->first > s->start && figure_token_is(s->r, a->first, "one") &&
	       figure_token_is(s->r, a->first - 1, "at") &&
	       (figure_token_is(s->r, a->first + 1, "point") || figure_token_is(s->r, a->first + 1, "stage"));
}

/* A country, where "both" joins two of them. */
static bool is_country(const struct number_scan *s, uint32_t i)
{
	const struct gazetteer *g = s->r->know->places;
	const uint32_t *places;

	return g && number_at_name(s, i) &&
	       gazetteer_find(g, gazetteer_key(s->r->arena, s->r->tokens.at[i].text), &places) > 0 &&
	       gazetteer_kind(g, places[0]) <= PLACE_COUNTRY;
}

/* "both inside and outside", "both soldiers and civilians", "both civilians and military", "both China and Peru", "both
 * the Bahamas and Cuba": one and the other, but no two people as in "both Smith and his son". */
static bool is_correlative(const struct number_scan *s, const struct amount *a)
{
	enum { REACH = 6, FAR = 14 }; /* [tokens] */
	uint32_t i = a->first + a->n;
	enum tag first = number_tag(s, i), second;
	uint32_t reach =
		first == TAG_IN ? FAR : REACH; /* "hurt both by the loss of his house and the words of others" */

	if (a->numeral.form != NUMERAL_BOTH || figure_token_is(s->r, i, "of"))
		return false;
	for (uint32_t k = i + 1; k + 1 < s->end && k < i + reach; k++) {
		second = number_tag(s, k + 1);
		if (figure_token_is(s->r, k, "and"))
			return first == TAG_IN || first == TAG_RB || is_country(s, i + (first == TAG_DT)) ||
			       (number_tag(s, k - 1) == TAG_JJ && second == TAG_JJ) || /* "both old and new houses" */
			       (number_tag(s, k - 1) == TAG_NNS &&
				(second == TAG_NNS || second == TAG_NN || second == TAG_JJ));
		if (tag_is_verb(number_tag(s, k)) || number_tag(s, k) == TAG_MD || !number_at_word(s, k))
			return false;
	}
	return false;
}

/* "the Group of 20 leaders", "the Group of Seven": a club of states. */
static bool is_club(const struct number_scan *s, const struct amount *a)
{
	return a->kind == AMOUNT_COUNT && a->first >= s->start + 2 && figure_token_is(s->r, a->first - 1, "of") &&
	       figure_token_is(s->r, a->first - 2, "group") && a->first - 2 > s->start && !s->upper && !s->titled &&
	       s->r->tokens.at[a->first - 2].flags & TOKEN_CAPITAL;
}

/* "no longer", "no going back": none of nothing; "no fewer than 30": the bound of another number. */
static bool is_manner(const struct number_scan *s, const struct amount *a)
{
	static const char *const words[] = {"longer", "sooner", "going", "doubt"};
	const struct hit *bound =
		a->numeral.form == NUMERAL_ZERO ? reading_hit(s->r, a->first, LEXICON_QUALIFIERS) : NULL;

	if (bound && bound->n > 1)
		return true;
	for (size_t i = 0; figure_token_is(s->r, a->first, "no") && i < sizeof words / sizeof *words; i++)
		if (figure_token_is(s->r, a->first + a->n, words[i]))
			return true;
	return false;
}

bool number_is_idiom(const struct number_scan *s, const struct amount *a)
{
	return is_pronoun(s, a) || is_some_time(s, a) || is_correlative(s, a) || is_club(s, a) || is_manner(s, a);
}
