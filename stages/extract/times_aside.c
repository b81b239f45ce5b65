/* Times of a clause that tells something else of a thing: "killed 11 people in a war that has killed thousands since
 * March", "a market, which was rebuilt in 2015". */
#include "figure_scan.h"
#include "figure_words.h"
#include "times.h"

/* The relative pronoun that opens the clause which ends at `end`, behind `from`; `end`: none. */
static uint32_t relative_between(const struct reading *r, uint32_t from, uint32_t end)
{
	for (uint32_t i = end; i > from + 1; i--) {
		struct token at = r->tokens.at[i - 1];
		bool comma = str_is(r->tokens.at[i - 2].lower, ",");

		if (at.tag == TAG_WDT || (comma && (at.tag == TAG_WP || str_is(at.lower, "where"))))
			return i - 1;
		if (str_is(at.lower, ";") || str_is(at.lower, ":"))
			return end;
	}
	return end;
}

/* "has killed", "have since been freed": what lasts until now is told of more than the day. */
static bool is_perfect(const struct reading *r, uint32_t verb)
{
	return str_is(r->tokens.at[verb].lower, "has") || str_is(r->tokens.at[verb].lower, "have");
}

/* The verb of the clause behind its pronoun, past a clause of saying ("which the agency says has killed"). */
static uint32_t verb_of(const struct reading *r, uint32_t pronoun, uint32_t end)
{
	uint32_t verb = end;

	for (uint32_t i = pronoun + 1; i < end; i++) {
		if (!tag_is_verb((enum tag)r->tokens.at[i].tag))
			continue;
		if (verb == end || is_perfect(r, i))
			verb = i;
		if (!reading_hit(r, verb, LEXICON_CUES))
			break;
	}
	return verb;
}

/* "four men, who had been missing, were found on Monday": the comma ends the clause. */
static bool is_closed(const struct reading *r, uint32_t verb, uint32_t end)
{
	for (uint32_t i = verb + 1; i < end; i++)
		if (str_is(r->tokens.at[i].lower, ","))
			return true;
	return false;
}

/* "the bodies of two journalists, who were killed last week": does a word between state the measure again? */
static bool states_again(const struct reading *r, uint32_t from, uint32_t end, struct str measure)
{
	int64_t row;

	for (uint32_t h = r->first_hit[from]; measure.n && h < r->first_hit[end]; h++)
		for (size_t k = 0; (row = figure_row(r, &r->hits.at[h], LEXICON_MEASURES, k)) >= 0; k++)
			if (str_eq(r->know->measures[row].measure, measure))
				return true;
	return false;
}

/* "War erupted on 15 April in a fight that has left 9,000 dead", "… and has killed 9,000": a verb between tells of what
 * lasts until now, in a clause behind another. */
static bool has_lasted_since(const struct reading *r, const struct time_mention *m, uint32_t token)
{
	uint32_t first = r->sentences.at[m->sentence].first, perfect = token;
	bool opens = false, told = false;

	for (uint32_t i = m->first; i > first && !told; i--)
		told = tag_is_finite((enum tag)r->tokens.at[i - 1].tag);
	for (uint32_t i = token; told && i > m->first + m->n; i--) {
		const struct token *t = &r->tokens.at[i - 1];

		if (perfect == token && is_perfect(r, i - 1))
			perfect = i - 1;
		else if (perfect == token && tag_is_finite((enum tag)t->tag))
			return false;
		else if (perfect < token && i == perfect)
			opens = t->tag == TAG_WDT || t->tag == TAG_CC || t->tag == TAG_RB;
	}
	return opens && m->timex.kind == TIMEX_POINT;
}

bool times_is_aside(const struct reading *r, const struct time_mention *m, uint32_t token, struct str measure)
{
	if (m->first < token)
		return r->sentence_of[token] == m->sentence && has_lasted_since(r, m, token);
	uint32_t pronoun = m->first > token ? relative_between(r, token, m->first) : m->first;
	uint32_t verb = pronoun < m->first ? verb_of(r, pronoun, m->first) : m->first;

	if (verb == m->first || is_closed(r, verb, m->first))
		return false;
	if (r->tokens.at[pronoun].tag == TAG_WP && states_again(r, pronoun, m->first, measure))
		return false;
	if (is_perfect(r, verb))
		return true;
	/* "in a fire that broke out on Monday": when that was, the rest was */
	return str_is(r->tokens.at[pronoun - 1].lower, ",") && !figure_word(r, verb, FUNCTION_HAPPENING);
}

/* What opens a clause that may hold the time. */
static bool opens_clause(const struct token *t)
{
	static const struct str words[] = {STR_WORD("after"), STR_WORD("before"),  STR_WORD("as"),  STR_WORD("since"),
					   STR_WORD("while"), STR_WORD("because"), STR_WORD("that")};

	return t->tag == TAG_WDT || t->tag == TAG_WP || t->tag == TAG_WRB || t->tag == TAG_CC ||
	       str_is_one_of(t->lower, words, sizeof words / sizeof *words);
}

/* "his would | - | be victim": no verb. */
static bool is_hyphened(const struct reading *r, uint32_t i)
{
	return i + 1 < r->tokens.n && str_is(r->tokens.at[i + 1].text, "-");
}

bool times_is_of_main(const struct reading *r, const struct time_mention *m, uint32_t behind)
{
	for (uint32_t i = behind; i < m->first; i++) {
		if (opens_clause(&r->tokens.at[i]))
			return false;
		if (tag_is_finite((enum tag)r->tokens.at[i].tag) && !is_hyphened(r, i))
			return true;
	}
	return false;
}
