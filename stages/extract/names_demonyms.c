/* "A German tourist", "Syrian troops": what names a people, and no place, but for "in a Syrian village". */
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

static bool leads(const struct naming *s, uint32_t i)
{
	static const struct str words[] = {
		STR_WORD("in"),	     STR_WORD("at"),	 STR_WORD("near"),   STR_WORD("off"), STR_WORD("along"),
		STR_WORD("outside"), STR_WORD("inside"), STR_WORD("across"), STR_WORD("on"),  STR_WORD("within")};

	return name_token_among(s, i, words, sizeof words / sizeof *words);
}

/* What every country has one of: "the Libyan coast" is no other's, as "the Libyan city" may be. */
static bool is_whole(const struct naming *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("coast"),	STR_WORD("coastline"), STR_WORD("shore"),
					   STR_WORD("shores"),	STR_WORD("waters"),    STR_WORD("soil"),
					   STR_WORD("airspace")};

	return name_token_among(s, i, words, sizeof words / sizeof *words);
}

/* "village", "hospitals", "detention centre". A state has bases, missions and camps of its people abroad. */
static bool is_site(const struct naming *s, uint32_t i)
{
	static const struct str more[] = {STR_WORD("mountains"), STR_WORD("hospitals"), STR_WORD("prisons"),
					  STR_WORD("jails"),	 STR_WORD("mosques"),	STR_WORD("schools"),
					  STR_WORD("churches"),	 STR_WORD("highway"),	STR_WORD("beach"),
					  STR_WORD("ports"),	 STR_WORD("airports"),	STR_WORD("factories"),
					  STR_WORD("mines"),	 STR_WORD("center"),	STR_WORD("centre"),
					  STR_WORD("centers"),	 STR_WORD("centres")};
	static const struct str abroad[] = {STR_WORD("base"), STR_WORD("camp"), STR_WORD("crossing")};
	static const struct str missions[] = {STR_WORD("embassy"), STR_WORD("barracks"), STR_WORD("settlement"),
					      STR_WORD("settlements"), STR_WORD("capital")};
	struct place_word w = place_word_at(s, i);
	bool field = name_token_is(s, i - 1, "field") || name_token_is(s, i - 1, "cultural");

	if (field || str_is_one_of(w.hint, abroad, sizeof abroad / sizeof *abroad) ||
	    name_token_among(s, i, missions, sizeof missions / sizeof *missions))
		return false;
	return w.kind == WORD_SETTLEMENT || w.kind == WORD_AREA || w.kind == WORD_SITE ||
	       name_token_among(s, i, more, sizeof more / sizeof *more);
}

/* The phrase's last word behind the adjective: "Libyan detention | centre"; i itself: another name stands there. */
static uint32_t last_word(const struct naming *s, uint32_t i, uint32_t behind)
{
	enum { REACH = 3 }; /* [tokens] */
	uint32_t end = behind;

	while (end < s->end && end < behind + REACH && !is_capital(s, end) &&
	       (tag_is_noun(name_token(s, end)->tag) || tag_is_adjective(name_token(s, end)->tag)))
		end++;
	if (end == behind || (end < s->end && (is_capital(s, end) || tag_is_noun(name_token(s, end)->tag))))
		return i;
	return end - 1;
}

/* "in a Somali village | near Ras Kamboni", "in the Iraqi town | of Hit": a name says more, if it is no day's. */
static bool is_named_behind(const struct naming *s, uint32_t end)
{
	bool comma = name_token_is(s, end, ",");
	uint32_t name = end + 1 + (!comma && name_token_is(s, end + 1, "the"));

	return (comma || (end < s->end && name_token(s, end)->tag == TAG_IN)) && is_capital(s, name) &&
	       !reading_hit(s->r, name, LEXICON_TIMES);
}

/* "off the Libyan coast", "in a Libyan detention centre", "at a small northern Nigerian mosque": the token of the
 * preposition that puts something there; UINT32_MAX: it is no place. */
static uint32_t at_land(const struct naming *s, uint32_t i, uint32_t behind)
{
	enum { REACH = 4 }; /* [tokens] */
	uint32_t word = last_word(s, i, behind), before = i;

	if (word == i || i == s->first)
		return UINT32_MAX;
	bool whole = is_whole(s, word), pair = word > behind && place_word_at(s, word - 1).n > 1;

	if ((!whole && !is_site(s, pair ? word - 1 : word)) || is_named_behind(s, word + 1))
		return UINT32_MAX;
	while (before > s->first && before + REACH > i && !is_capital(s, before - 1) && !leads(s, before - 1)) {
		const struct token *t = name_token(s, before - 1);
		bool known = name_token_is(s, before - 1, "the") || name_token_is(s, before - 1, "that");

		if (known ? !whole : !tag_is_adjective(t->tag) && t->tag != TAG_DT)
			return UINT32_MAX;
		before--;
	}
	return before > s->first && leads(s, before - 1) ? before - 1 : UINT32_MAX;
}

void demonym_add(struct naming *s, uint32_t i, const struct match *m)
{
	uint32_t country = gazetteer_list(s->g, m->node)[m->node->places];
	struct str where[] = {reading_text(s->r, i, m->n), STR(";is=demonym")};
	struct name name = {.first = i, .n = m->n, .head = i, .head_n = m->n, .sentence = s->sentence};
	name.preposition = at_land(s, i, i + m->n);
	bool land = name.preposition != UINT32_MAX;

	name.place = country;
	name.kind = land ? NAME_PLACE : NAME_DEMONYM;
	name.stance = land ? NAME_STANDS : NAME_MODIFIES;
	name.where = str_concat(s->r->arena, where, 2);
	s->countries[gazetteer_country_code(s->g, country)] = true;
	name_add(s, &name);
}
