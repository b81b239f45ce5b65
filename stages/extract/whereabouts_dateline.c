/* Where a story is whose dateline names where its reporter sits. */
#include "whereabouts_ballot.h"

/* DAKAR - "11 people had been killed in Guinea, nine of them in Conakry and two in Mamou": where the reporter sits is
 * no place of a story that tells of towns of another country alone. What it tells of most; NULL: of the
 * dateline's country, too, or of several. */
static const struct vote *told_elsewhere(const struct whereabouts *w, const struct ballot *b)
{
	const struct vote *told = NULL;
	uint32_t sum = 0;
	bool town = false;

	for (size_t i = 0; i < b->room; i++) {
		const struct vote *v = &b->votes[i];

		if (!v->told || ballot_country(w, v) < 0)
			continue;
		if (ballot_country(w, v) == ballot_country(w, b->best) ||
		    (told && ballot_country(w, v) != ballot_country(w, told)))
			return NULL;
		told = !told || ballot_is_before(v, told) ? v : told;
		sum += v->weight;
		town |= ballot_is_town(w, v);
	}
	return town && sum >= WHEREABOUTS_DATELINE ? told : NULL;
}

/* Does it stand in the first sentence of the story, led to by a word of place? */
static bool opens_story(const struct whereabouts *w, const struct name *name)
{
	uint32_t sentence = w->r->sentence_of[name->first];

	if (name->preposition == UINT32_MAX || name->stance != NAME_STANDS)
		return false;
	for (uint32_t i = 0; i < sentence; i++)
		if (block_counts(w->r->block_of[i]) && w->r->block_of[i] != BLOCK_DATELINE &&
		    w->r->block_of[i] != BLOCK_TITLE)
			return false;
	return true;
}

/* MILAN (AP) - "22 people were saved after a boat sank south of Lampedusa": the wire's reporter sits elsewhere in the
 * country, in a town that no word of the story tells, and its first sentence tells of one that is far from there. NULL:
 * it does not, or of a part of the town or a division alone; a town's own papers and stations tell of it. */
static const struct vote *told_first(const struct whereabouts *w, const struct ballot *b)
{
	enum { FAR = 60 }; /* [km] */
	const struct gazetteer *g = w->r->know->places;
	const struct vote *told = NULL;

	if (!w->r->doc->agency.n)
		return NULL;
	for (size_t i = 0; i < b->room; i++) {
		const struct vote *v = &b->votes[i];

		if (!v->told || v->title || v->name->place == PLACE_NONE ||
		    ballot_country(w, v) != ballot_country(w, b->best))
			continue;
		enum place_kind kind = gazetteer_kind(g, v->name->place);

		if (kind > PLACE_COUNTRY && kind != PLACE_ADMIN1 && kind < PLACE_SEA && opens_story(w, v->name) &&
		    gazetteer_distance_km(g, v->name->place, b->best->name->place) > FAR &&
		    (!told || ballot_is_before(v, told)))
			told = v;
	}
	return told;
}

/* Does the story, behind its dateline, name that country? */
static bool is_named(const struct whereabouts *w, uint32_t country)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->at[i].name->kind == NAME_PLACE && w->at[i].name->place == country &&
		    w->r->block_of[w->at[i].sentence] != BLOCK_DATELINE)
			return true;
	return false;
}

/* "in this capital" */
static bool is_told_as_capital(const struct whereabouts *w)
{
	const struct token *at = w->r->tokens.at;

	for (uint32_t i = 2; i < w->r->tokens.n; i++)
		if (str_is(at[i].lower, "capital") && str_is(at[i - 2].lower, "in") &&
		    (str_is(at[i - 1].lower, "the") || str_is(at[i - 1].lower, "this")))
			return true;
	return false;
}

/* A capital in the dateline alone means its country: one that speaks for it always, another where the country is named
 * and the capital is told by no other name. */
bool dateline_is_far(const struct whereabouts *w, uint32_t capital)
{
	const struct gazetteer *g = w->r->know->places;
	uint32_t country = gazetteer_capital_of(g, capital);

	return country != PLACE_NONE &&
	       (gazetteer_speaks_for(g, capital) != PLACE_NONE || (is_named(w, country) && !is_told_as_capital(w)));
}

const struct vote *dateline_elsewhere(const struct whereabouts *w, const struct ballot *b, bool far)
{
	const struct vote *elsewhere = told_elsewhere(w, b);

	return elsewhere || far ? elsewhere : told_first(w, b);
}
