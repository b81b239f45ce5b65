/* A month of a year ago: "a year after the uprising began in March", read in March. */
#include "figure_words.h"
#include "times.h"
#include "times_grammar.h"

enum { REACH = 14 }; /* [tokens] */

static bool is_past_month(const struct time_mention *m)
{
	const struct timex_point *p = &m->timex.at;

	return (m->timex.kind == TIMEX_POINT || m->timex.kind == TIMEX_SINCE) && m->timex.tense == TIMEX_TENSE_PAST &&
	       p->month && !p->year && !p->unit && p->which == TIMEX_NO_WHICH && p->from == FROM_NOTHING;
}

/* "year", "12 months" right before the token. */
static bool is_year_before(const struct reading *r, uint32_t first, uint32_t i)
{
	if (i < first + 2)
		return false;
	if (figure_token_is(r, i - 1, "year"))
		return figure_token_is(r, i - 2, "a") || figure_token_is(r, i - 2, "one") ||
		       figure_token_is(r, i - 2, "the");
	return figure_token_is(r, i - 1, "months") &&
	       (figure_token_is(r, i - 2, "12") || figure_token_is(r, i - 2, "twelve"));
}

/* "In the year since March", "12 months after the war began in March": the clause before it counts a year from it. */
static bool is_counted_from(const struct reading *r, const struct time_mention *m)
{
	uint32_t first = r->sentences.at[m->sentence].first, from = m->first - m->lead;
	bool begins = false;

	for (uint32_t i = m->first; i > first && m->first - i < REACH; i--) {
		bool since = figure_token_is(r, i - 1, "since") || figure_token_is(r, i - 1, "after");

		if (since && is_year_before(r, first, i - 1))
			return begins || i - 1 >= from;
		if (r->tokens.at[i - 1].kind == TOKEN_MARK)
			return false;
		begins |= figure_word(r, i - 1, FUNCTION_HAPPENING) > 0;
	}
	return false;
}

/* "began in March, nearly a year ago": told behind it. */
static bool is_told_behind(const struct reading *r, const struct time_mention *m, const struct time_mention *next)
{
	enum { NEAR = 4 }; /* [tokens] */
	const struct timex_point *p = &next->timex.at;

	return next->sentence == m->sentence && p->from == FROM_NOW && p->per == UNIT_YEAR && p->shift == -1 &&
	       figure_token_is(r, m->first + m->n, ",") && next->first - (m->first + m->n) <= NEAR;
}

void times_year_ago(const struct reading *r, struct time_mentions *times)
{
	for (uint32_t i = 0; i < times->n; i++) {
		struct time_mention *m = &times->at[i];
		struct timex_point *p = &m->timex.at;

		if (!is_past_month(m) || !(is_counted_from(r, m) || (i + 1 < times->n && is_told_behind(r, m, m + 1))))
			continue;
		p->from = FROM_NOW;
		p->unit = UNIT_YEAR;
		p->which = -1; /* March of last year */
	}
}
