/* "A German tourist", "Syrian troops": what names a people, and no place. */
#include "names_parts.h"

static bool is_noun_behind(const struct naming *s, uint32_t i)
{
	return i < s->end && tag_is_noun(name_token(s, i)->tag) && !tag_is_proper(name_token(s, i)->tag);
}

/* "A German tourist", though a parish of another country is called German, and "a Somali officer", though a region is:
 * only where no word puts something there, and none says that it is a place. */
static bool is_peoples(const struct naming *s, uint32_t i, const struct match *m)
{
	const uint32_t *places = gazetteer_list(s->g, m->node);
	int country = gazetteer_country_code(s->g, places[m->node->places]);

	return gazetteer_country_code(s->g, *places) != country && place_word_at(s, i + m->n).kind == WORD_NONE &&
	       !(i > s->first && name_token(s, i - 1)->tag == TAG_IN && !is_noun_behind(s, i + m->n));
}

bool demonym_is(const struct naming *s, uint32_t i, const struct match *m)
{
	return m->node && m->node->demonyms &&
	       (!m->node->places || match_level(s, m) < LEVEL_STRONG || is_peoples(s, i, m));
}

/* "off the Libyan coast", "in Tunisian waters": the token of the preposition that puts something there; UINT32_MAX: it
 * is no place. */
static uint32_t at_coast(const struct naming *s, uint32_t i, uint32_t behind)
{
	static const struct str coasts[] = {STR_WORD("coast"), STR_WORD("coastline"), STR_WORD("shore"),
					    STR_WORD("shores"), STR_WORD("waters")};
	static const struct str words[] = {STR_WORD("off"), STR_WORD("near"), STR_WORD("in"), STR_WORD("along")};
	uint32_t before = i - (i > s->first && name_token_is(s, i - 1, "the")) - 1;

	return i > s->first + 1 && name_token_among(s, behind, coasts, sizeof coasts / sizeof *coasts) &&
			       name_token_among(s, before, words, sizeof words / sizeof *words)
		       ? before
		       : UINT32_MAX;
}

void demonym_add(struct naming *s, uint32_t i, const struct match *m)
{
	uint32_t country = gazetteer_list(s->g, m->node)[m->node->places];
	struct str where[] = {reading_text(s->r, i, m->n), STR(";is=demonym")};
	struct name name = {.first = i, .n = m->n, .head = i, .head_n = m->n, .sentence = s->sentence};
	name.preposition = at_coast(s, i, i + m->n);
	bool coast = name.preposition != UINT32_MAX;

	name.place = country;
	name.kind = coast ? NAME_PLACE : NAME_DEMONYM;
	name.stance = coast ? NAME_STANDS : NAME_MODIFIES;
	name.where = str_concat(s->r->arena, where, 2);
	s->countries[gazetteer_country_code(s->g, country)] = true;
	name_add(s, &name);
}
