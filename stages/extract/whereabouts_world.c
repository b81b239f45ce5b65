#include "whereabouts_parts.h"

enum { NEAR = 16 };

static bool is_countries(struct str word)
{
	return str_is(word, "countries") || str_is(word, "nations");
}

/* "in 41 countries", "in more than 70 nations" */
static bool in_countries(const struct whereabouts *w, uint32_t in, uint32_t end)
{
	enum { WORDS = 6 };
	const struct token *at = w->r->tokens.at;
	bool number = false;

	if (!str_is(at[in].lower, "in") && !str_is(at[in].lower, "across"))
		return false;
	for (uint32_t i = in + 1; i < end && i <= in + WORDS; i++) {
		if (number && is_countries(at[i].lower))
			return true;
		number |= at[i].kind == TOKEN_NUMBER;
		if (str_is(at[i].text, ",") || at[i].flags & TOKEN_CAPITAL)
			return false;
	}
	return false;
}

/* Another number, place or clause stands between. */
static bool is_between(const struct whereabouts *w, uint32_t i)
{
	const struct token *t = &w->r->tokens.at[i];

	return t->kind == TOKEN_NUMBER || str_is(t->text, ",") || str_is(t->text, ";") || str_is(t->lower, "including");
}

static uint32_t sentence_end(const struct whereabouts *w, uint32_t token)
{
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];

	return s.first + s.n;
}

/* The end of what is told of the token with no other number, place or clause. */
static uint32_t told_end(const struct whereabouts *w, uint32_t token)
{
	uint32_t end = sentence_end(w, token), i = token + 1;

	while (i < end && i <= token + NEAR && !is_between(w, i))
		i++;
	return i;
}

/* "4,008 people in Mexico": the first place of its own; none: the end. */
static uint32_t place_behind(const struct whereabouts *w, uint32_t token, uint32_t end)
{
	uint32_t sentence = w->r->sentence_of[token];

	for (uint32_t i = w->first_of[sentence]; i < w->first_of[sentence + 1]; i++)
		if (w->at[i].name->first > token && w->at[i].name->first < end && w->at[i].name->where.n)
			return w->at[i].name->first;
	return end;
}

/* "4,200 people in 30 countries", "some 30,000 cases diagnosed globally" */
static bool is_behind(const struct whereabouts *w, uint32_t token, uint32_t end)
{
	bool world = whereabouts_scoped(w, w->r->sentence_of[token], SCOPE_WORLD);

	for (uint32_t i = token + 1; i < end; i++)
		if ((world && whereabouts_scope(w, i) == SCOPE_WORLD) || in_countries(w, i, sentence_end(w, token)))
			return true;
	return false;
}

/* "Worldwide there were 79", "41 countries had reported 11,034" */
static bool is_before(const struct whereabouts *w, uint32_t token)
{
	const struct token *at = w->r->tokens.at;
	uint32_t sentence = w->r->sentence_of[token], from = w->r->sentences.at[sentence].first;
	bool counted = false;

	if (!whereabouts_scoped(w, sentence, SCOPE_WORLD) && !whereabouts_scoped(w, sentence, SCOPE_COUNTS))
		return false;
	for (uint32_t i = token; i-- > from && token - i <= NEAR && !is_between(w, i);) {
		if (whereabouts_scope(w, i) == SCOPE_WORLD)
			return true;
		counted |= whereabouts_scope(w, i) == SCOPE_COUNTS;
		if (counted && is_countries(at[i].lower) && i > from && at[i - 1].kind == TOKEN_NUMBER)
			return true;
	}
	return false;
}

bool whereabouts_is_worldwide(const struct whereabouts *w, uint32_t token)
{
	uint32_t end = told_end(w, token), place = place_behind(w, token, end);

	return is_behind(w, token, place) || (place == end && is_before(w, token));
}
