/* "$12 million (2023 USD)", "a 2012 Nissan": a year that goes with a thing, and when nothing was. */
#include "figure_words.h"
#include "times.h"
#include "times_grammar.h"

/* "USD", "dollars", "US dollars" at the token; not "Real" or "mark", which are names and words as well. */
static bool is_currency(const struct scan *s, uint32_t i)
{
	i += scan_is_any(s, i, "us", "u.s.");
	if (i >= s->end || !reading_hit(s->r, i, LEXICON_CURRENCIES))
		return false;
	struct str text = s->tokens[i].text;
	bool code = text.n >= 3;

	for (size_t k = 0; k < text.n; k++)
		code &= text.at[k] >= 'A' && text.at[k] <= 'Z';
	return code || str_ends(s->tokens[i].lower, STR("s"));
}

static bool is_price(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 8 }; /* [tokens] */

	if (is_currency(s, m->first + m->n))
		return true;
	for (uint32_t i = m->first; i > s->start && m->first - i < REACH; i--)
		if (scan_is(s, i - 1, "equivalent"))
			return true;
	return false;
}

/* "a 2012 Nissan", "in a 2004 white Ford": when it was built. */
static bool is_model(const struct scan *s, const struct time_mention *m)
{
	enum { NEAR = 2 }; /* [tokens] a colour, "used" */
	uint32_t behind = m->first + m->n;

	for (uint32_t i = behind; i < s->end && i <= behind + NEAR; i++) {
		if (s->tokens[i].flags & TOKEN_CAPITAL && figure_word(s->r, i, FUNCTION_MAKE))
			return true;
		if (s->tokens[i].tag != TAG_JJ && s->tokens[i].tag != TAG_NN)
			break;
	}
	return false;
}

bool times_is_of_thing(const struct scan *s, const struct time_mention *m)
{
	if (m->timex.kind != TIMEX_POINT || !m->timex.at.year || m->timex.at.month)
		return false;
	return is_price(s, m) || is_model(s, m);
}
