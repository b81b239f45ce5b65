/* Which of a sentence's places governs a token of it. */
#include "whereabouts_parts.h"

/* Is the token the narrator's own, outside of all speech? */
static bool is_told(const struct whereabouts *w, uint32_t token)
{
	return whereabouts_holder(w, token) == ATTRIBUTION_NONE;
}

/* Does nothing but the words of one clause stand between the tokens, and no number of another? */
static bool in_one_clause(const struct whereabouts *w, uint32_t from, uint32_t to)
{
	static const struct str words[] = {STR_WORD("as"), STR_WORD("after"), STR_WORD("when"), STR_WORD("while")};

	for (uint32_t i = from + 1; i < to; i++) {
		const struct token *t = &w->r->tokens.at[i];

		if (whereabouts_is_one_of(w, i, words, sizeof words / sizeof *words))
			return false;
		if (t->kind == TOKEN_NUMBER || str_is(t->text, ",") || str_is(t->text, ";") || str_is(t->lower, "and"))
			return false;
	}
	return true;
}

/* "In India, four people died | when their home collapsed on them in northern Bihar": how it came, without a word of
 * others. */
static bool is_all_of_one(const struct whereabouts *w, uint32_t from, uint32_t to)
{
	static const struct str words[] = {STR_WORD("while"), STR_WORD("but"), STR_WORD("and"), STR_WORD("including"),
					   STR_WORD("although")};
	uint32_t when = 0;

	for (uint32_t i = from + 1; i < to; i++) {
		const struct token *t = &w->r->tokens.at[i];

		if (whereabouts_is_one_of(w, i, words, sizeof words / sizeof *words) || t->kind == TOKEN_NUMBER ||
		    t->tag == TAG_CD || str_is(t->text, ",") || str_is(t->text, ";"))
			return false;
		when += whereabouts_is(w, i, "when");
	}
	return when == 1;
}

/* "on the road between Homs and Hama, in Idlib province": where both are not. at: the place behind them. */
static bool is_behind_between(const struct whereabouts *w, const struct whereabouts_place *at, const struct name *than)
{
	const struct name *place = at->name, *last = at > w->at && at[-1].sentence == at->sentence ? at[-1].name : NULL;
	uint32_t in = place->preposition;

	if (!last || in == UINT32_MAX || in < 1 || in != last->first + last->n + 1 || !whereabouts_is(w, in, "in") ||
	    !whereabouts_is(w, in - 1, ","))
		return false;
	bool first =
		last != than && than->first + than->n + 1 == last->first && whereabouts_is(w, last->first - 1, "and");

	return first && than->first > 0 && whereabouts_is(w, than->first - 1, "between");
}

/* Does the text say that the one is in the other? */
static bool is_told_in(const struct whereabouts *w, const struct name *place, const struct name *than)
{
	struct str form = place->where;

	for (str_cut(&form, ';'); form.at;) {
		struct str value = str_cut(&form, ';'), key = str_cut(&value, '=');

		if (str_is(key, "in"))
			return str_eq(value, reading_text(w->r, than->head, than->head_n));
	}
	return false;
}

/* "In Iran, 120 people were killed in Kermanshah province", "sank on Lake Victoria off Mwanza": the place behind the
 * token, in its clause, that lies in the country named before, or that tells more than a water's name. */
static bool is_more_exact(const struct whereabouts *w, const struct name *place, const struct name *than,
			  uint32_t token)
{
	const struct gazetteer *g = w->r->know->places;

	if (place->first < token || place->first < than->first)
		return false;
	if (place->place == PLACE_NONE && is_told_in(w, place, than))
		return in_one_clause(w, token, place->first);
	if (place->place == PLACE_NONE || than->place == PLACE_NONE)
		return false;
	enum place_kind kind = gazetteer_kind(g, place->place), wide = gazetteer_kind(g, than->place);
	bool held = wide == PLACE_COUNTRY
			    ? gazetteer_country_code(g, place->place) == gazetteer_country_code(g, than->place)
			    : wide == PLACE_ADMIN1 && gazetteer_within(g, place->place, than->place);
	bool inside = held && than->first < token && kind > wide && kind < PLACE_SEA;
	bool town = wide >= PLACE_SEA && (kind == PLACE_CITY || kind == PLACE_VILLAGE);

	return (inside && (in_one_clause(w, token, place->first) || is_all_of_one(w, token, place->first))) ||
	       (town && in_one_clause(w, than->first, place->first));
}

/* "Tulkarm's Nur Shams camp": what belongs to the place, where it is a place too. */
static const struct name *owned_by(const struct whereabouts *w, uint32_t i)
{
	const struct name *owner = w->at[i].name, *next = i + 1 < w->n ? w->at[i + 1].name : NULL;

	return owner->stance == NAME_POSSESSES && next && next->first == owner->first + owner->n + 1 ? next : owner;
}

/* "the Balochistan provincial capital of Quetta": the town whose words the place is among. */
static const struct name *town_around(const struct whereabouts *w, uint32_t i)
{
	const struct name *wide = w->at[i].name, *next = i + 1 < w->n ? w->at[i + 1].name : NULL;

	return next && next->first <= wide->first && next->head > wide->head ? next : wide;
}

const struct name *whereabouts_in_sentence(const struct whereabouts *w, uint32_t sentence, struct sought of,
					   uint32_t most)
{
	enum { NEAR = 12 };
	uint32_t from = w->first_of[sentence], to = w->first_of[sentence + 1], low = from, high = to;
	uint32_t token = of.token, least = UINT32_MAX, best = 0;
	const struct name *name = NULL;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (w->at[middle].name->first < token)
			low = middle + 1;
		else
			high = middle;
	}
	for (uint32_t i = low > from + NEAR ? low - NEAR : from; i < to && i < low + NEAR; i++) {
		if (!whereabouts_governs(&w->at[i]) ||
		    (w->at[i].spoken && !is_told(w, token) && !whereabouts_sets_scene(w, &w->at[i], token)))
			continue;
		uint32_t costs = whereabouts_cost(w, &w->at[i], of);

		if (costs < least) {
			least = costs;
			best = i;
			name = w->at[i].name;
		}
	}
	if (!name || least > most)
		return NULL;
	for (uint32_t i = low; i < to && i < low + NEAR; i++)
		if (whereabouts_governs(&w->at[i]) &&
		    (is_more_exact(w, w->at[i].name, name, token) || is_behind_between(w, &w->at[i], name)))
			return owned_by(w, i);
	return town_around(w, best);
}
