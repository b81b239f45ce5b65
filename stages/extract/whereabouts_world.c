#include "whereabouts_parts.h"

enum { NEAR = 16 };

static bool is_countries(struct str word)
{
	return str_is(word, "countries") || str_is(word, "nations");
}

/* "in 41 countries", "in more than 70 nations", "in the three southern African countries" */
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
		number |= at[i].kind == TOKEN_NUMBER || at[i].tag == TAG_CD;
		if (str_is(at[i].text, ",") || (at[i].flags & TOKEN_CAPITAL && !tag_is_adjective((enum tag)at[i].tag)))
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

/* "between 3 | and 5 million", "250,000 | to 500,000": the last number of the range that the token begins. */
static uint32_t range_last(const struct whereabouts *w, uint32_t token, uint32_t end)
{
	const struct token *at = w->r->tokens.at;
	bool between = token > 0 && whereabouts_is(w, token - 1, "between");
	bool range = whereabouts_is(w, token + 1, between ? "and" : "to");

	return range && token + 2 < end && at[token + 2].kind == TOKEN_NUMBER ? token + 2 : token;
}

uint32_t whereabouts_told_end(const struct whereabouts *w, uint32_t token)
{
	uint32_t end = sentence_end(w, token), i = range_last(w, token, end) + 1;

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
	if (whereabouts_scope(w, from) == SCOPE_WORLD && whereabouts_is(w, from + 1, ",") && token == from + 2)
		return true; /* "Globally, 151 were" */
	for (uint32_t i = token; i-- > from && token - i <= NEAR && !is_between(w, i);) {
		if (whereabouts_scope(w, i) == SCOPE_WORLD)
			return true;
		counted |= whereabouts_scope(w, i) == SCOPE_COUNTS;
		if (counted && is_countries(at[i].lower) && i > from && at[i - 1].kind == TOKEN_NUMBER)
			return true;
	}
	return false;
}

static bool is_world(const struct whereabouts *w, uint32_t token)
{
	uint32_t end = whereabouts_told_end(w, token), place = place_behind(w, token, end);

	return is_behind(w, token, place) || (place == end && is_before(w, token));
}

/* "35,928 cases, including at least | 163 deaths": the number that the token's is a part of; else the token. */
static uint32_t whole_of(const struct whereabouts *w, uint32_t token)
{
	enum { BOUND = 3 }; /* [tokens] */
	const struct token *at = w->r->tokens.at;
	uint32_t from = w->r->sentences.at[w->r->sentence_of[token]].first, i = token;

	while (i > from && token - i < BOUND && !whereabouts_is(w, i, "including"))
		i--;
	for (uint32_t k = i; whereabouts_is(w, i, "including") && k > from && i - k < NEAR; k--)
		if (at[k - 1].kind == TOKEN_NUMBER)
			return k - 1;
	return token;
}

bool whereabouts_is_worldwide(const struct whereabouts *w, uint32_t token)
{
	if (is_world(w, token))
		return true;
	uint32_t end, whole = whole_of(w, token);

	if (whole == token)
		return false;
	end = whereabouts_told_end(w, token);
	return place_behind(w, token, end) == end && is_world(w, whole);
}

static bool happens_to_all(const struct mention *m)
{
	return !m->unit.n && (str_is(m->measure, "killed") || str_is(m->measure, "injured") ||
			      str_is(m->measure, "infected") || str_is(m->measure, "casualties"));
}

static bool is_country(const struct whereabouts *w, const struct name *n)
{
	return n->kind == NAME_PLACE && n->place != PLACE_NONE && n->n == n->head_n &&
	       gazetteer_kind(w->r->know->places, n->place) == PLACE_COUNTRY;
}

bool whereabouts_is_of_countries(const struct whereabouts *w, const struct name *here, const struct mention *m)
{
	uint32_t sentence = w->r->sentence_of[here->first];
	const struct token *at = w->r->tokens.at;

	if (!happens_to_all(m) || !is_country(w, here))
		return false;
	for (uint32_t i = w->first_of[sentence]; i < w->first_of[sentence + 1]; i++) {
		const struct name *n = w->at[i].name;
		uint32_t joint = here->first + here->n;

		if (n->first > here->first)
			return n->first == joint + 1 && is_country(w, n) && n->stance != NAME_POSSESSES &&
			       here->preposition + 1 == here->first && whereabouts_is(w, here->preposition, "in") &&
			       (str_is(at[joint].text, ",") || whereabouts_is(w, joint, "and"));
	}
	return false;
}
