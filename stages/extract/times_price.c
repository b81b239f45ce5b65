/* "$12 million (2023 USD)": a year that says what money was worth, and when nothing was. */
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

bool times_is_price(const struct scan *s, const struct time_mention *m)
{
	enum { REACH = 8 }; /* [tokens] */

	if (m->timex.kind != TIMEX_POINT || !m->timex.at.year || m->timex.at.month)
		return false;
	if (is_currency(s, m->first + m->n))
		return true;
	for (uint32_t i = m->first; i > s->start && m->first - i < REACH; i--)
		if (scan_is(s, i - 1, "equivalent"))
			return true;
	return false;
}
