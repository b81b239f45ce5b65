#include "recalled.h"

#include "figure_words.h"

enum {
	NEAR = 24,	/* tokens from the words that recall to the number */
	SUPERLATIVE = 8 /* from "deadliest" to its "since" */
};

static bool opens_clause(const struct token *t)
{
	return t->tag == TAG_WDT || t->tag == TAG_WP || t->tag == TAG_WRB || str_is(t->lower, "that");
}

/* ", which killed 40", ", killing 40": goes on with what stands before the comma. */
static bool goes_on(const struct token *t)
{
	return opens_clause(t) || t->tag == TAG_VBG || t->tag == TAG_VBN || t->tag == TAG_IN;
}

/* Is the token within what the words before `from` lead to? Each clause in it has its own opening; "the anniversary of
 * the revolt brought out 5,000" counts those of today. clauses: that are open at `from`. */
static bool is_led_to(const struct reading *r, uint32_t from, uint32_t token, int clauses)
{
	const struct token *at = r->tokens.at;

	for (uint32_t i = from; i <= token; i++) {
		enum tag t = at[i].tag;

		if (str_is(at[i].text, ";") || str_is(at[i].text, ":") ||
		    (str_is(at[i].text, ",") && !goes_on(&at[i + 1])))
			return false;
		if (str_is(at[i].lower, "has") || str_is(at[i].lower, "have"))
			return false; /* "the uprising, which has left 8,000 dead" */
		clauses += opens_clause(&at[i]);
		if (tag_is_finite(t) && clauses-- <= 0)
			return false;
	}
	return true;
}

/* "since a bomb killed 40", and not "since the war began, killing 40", nor "since the war began when a bomb …". */
static bool is_one_clause(const struct reading *r, uint32_t since, uint32_t token)
{
	for (uint32_t i = since + 1; i < token; i++) {
		const struct token *t = &r->tokens.at[i];

		if (t->kind == TOKEN_MARK || t->tag == TAG_WRB || t->tag == TAG_VBG || t->tag == TAG_CC)
			return false;
	}
	return is_led_to(r, since + 1, token, 1);
}

/* "the deadliest attack | since" */
static bool compares(const struct reading *r, uint32_t first, uint32_t since)
{
	for (uint32_t i = since; i > first && since - i < SUPERLATIVE && !str_is(r->tokens.at[i - 1].text, ","); i--)
		if (r->tokens.at[i - 1].tag == TAG_JJS)
			return true;
	return false;
}

bool recalled_is(const struct reading *r, uint32_t token)
{
	uint32_t first = r->sentences.at[r->sentence_of[token]].first,
		 from = token > first + NEAR ? token - NEAR : first;

	for (uint32_t i = from; i < token; i++) {
		uint32_t n = figure_word(r, i, FUNCTION_RECALLING);

		if (n && i + n <= token && is_led_to(r, i + n, token, 0))
			return true;
		if (str_is(r->tokens.at[i].lower, "since") && compares(r, first, i) && is_one_clause(r, i, token))
			return true;
	}
	return false;
}

struct str recalled_time(void)
{
	return STR("until from=now shift=-3 per=month tense=past");
}
