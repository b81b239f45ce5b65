#include "names_parts.h"

static bool is_mark_at(const struct naming *s, uint32_t i)
{
	return i >= s->end || name_token(s, i)->kind == TOKEN_MARK;
}

/* A state or region before "media", "television" is no "Syria state". */
static bool is_state_of(const struct naming *s, const struct place_word *w)
{
	uint32_t i = w->first + w->n;

	return str_eq(w->hint, STR("province")) && name_token_is(s, w->first, "state") &&
	       (i < s->end && !is_mark_at(s, i) && !reading_hit(s->r, i, LEXICON_PLACE_NOUNS) &&
		!reading_hit(s->r, i, LEXICON_CUES) && !reading_hit(s->r, i, LEXICON_TIMES));
}

/* "Borno village" is one of Borno's; "Idlib town" is Idlib. */
static bool is_in_division(const struct naming *s, const struct match *head, const struct place_word *w)
{
	bool small = str_eq(w->hint, STR("village")) || str_eq(w->hint, STR("town"));

	if (!small || !head->node || !head->node->places)
		return false;
	const uint32_t *places = gazetteer_list(s->g, head->node);

	if (gazetteer_kind(s->g, places[0]) != PLACE_ADMIN1)
		return false;
	for (uint32_t i = 1; i < head->node->places && i < MOST_CANDIDATES; i++) {
		enum place_kind kind = gazetteer_kind(s->g, places[i]);

		if ((kind == PLACE_CITY || kind == PLACE_VILLAGE) &&
		    gazetteer_country_code(s->g, places[i]) == gazetteer_country_code(s->g, places[0]))
			return false;
	}
	return true;
}

/* "the West Bank city of Nablus": the noun is that of the next name; "the Pechersk district of Kyiv": it is this one's.
 */
static bool is_of_next(struct naming *s, const struct place_words *e, const struct place_word *w)
{
	uint32_t i = w->first + w->n;

	if (!name_token_is(s, i, "of") || (!is_capital(s, i + 1) && !is_capital(s, i + 2)))
		return false;
	struct match next = is_capital(s, i + 1) ? match_at(s, i + 1) : (struct match){0};

	if (!next.n || !can_hold(s, &e->head, &next))
		return true;
	return !e->head.node && w->kind != WORD_AREA &&
	       gazetteer_kind(s->g, *gazetteer_list(s->g, next.node)) > PLACE_ADMIN1;
}

static bool is_indefinite(const struct naming *s, uint32_t i)
{
	return name_token_is(s, i, "a") || name_token_is(s, i, "an");
}

/* "a Baghdad slum", "an eastern Mosul district": one of the town's, which has no name. */
static bool is_one_of_many(const struct naming *s, const struct place_words *e, const struct place_word *w)
{
	bool part = str_eq(w->hint, STR("quarter")) || str_eq(w->hint, STR("district"));

	return part && e->head.node && (is_indefinite(s, e->head_first - 1) || is_indefinite(s, e->first - 1));
}

/* "Homewood, a neighborhood in Pittsburgh": the city is told, whatever town has that name elsewhere. */
static bool is_part_told(struct naming *s, struct place_words *e, uint32_t i)
{
	struct match city = {0};

	if ((name_token_is(s, i, "in") || name_token_is(s, i, "of")) && is_capital(s, i + 1))
		city = match_at(s, i + 1);
	if (!city.n)
		return false;
	add_container(s, e, reading_text(s->r, i + 1, city.n), &city);
	return true;
}

/* "Aleppo province", "Idlib city", "Aleppo's eastern districts", "the Waer district". */
void read_nouns(struct naming *s, struct place_words *e)
{
	uint32_t i = e->end;
	struct place_word compass = {.kind = WORD_NONE};

	if (name_token_is(s, i, "'s") || name_token_is(s, i, "'")) {
		compass = place_word_at(s, ++i);
		if (compass.kind == WORD_COMPASS)
			i += compass.n;
	}
	struct place_word w = place_word_at(s, i);

	if (w.kind < WORD_SETTLEMENT || w.kind > WORD_LINE || is_state_of(s, &w))
		return;
	if (is_of_next(s, e, &w))
		return;
	if (i > e->end && w.kind != WORD_PART) /* "Syria's province of Idlib" is another place */
		return;
	if (w.kind == WORD_PART && compass.kind == WORD_COMPASS)
		take_part(e, &compass);
	take_part(e, &w);
	if (w.hint.n && !is_in_division(s, &e->head, &w) && !is_one_of_many(s, e, &w))
		e->hint = w.hint;
	e->end = w.first + w.n;
	e->noun = e->end - 1;
	e->settled = true;
	if (str_eq(e->hint, STR("quarter")) && name_token_is(s, e->end, "in"))
		is_part_told(s, e, e->end); /* "the Austin neighborhood in Chicago" */
}

/* "Puerto Alto, a village in …", "Idlib, the provincial capital": the noun behind the comma. */
void read_apposition(struct naming *s, struct place_words *e)
{
	enum { MOST_WORDS = 3 };
	uint32_t i = e->end + 2;

	if (!name_token_is(s, e->end, ",") ||
	    !(name_token_is(s, e->end + 1, "a") || name_token_is(s, e->end + 1, "an") ||
	      name_token_is(s, e->end + 1, "the")))
		return;
	for (uint32_t n = 0; n < MOST_WORDS; n++) {
		struct place_word w = place_word_at(s, i + n);

		if (w.kind != WORD_SETTLEMENT && w.kind != WORD_COMPASS && i + n < s->end &&
		    name_token(s, i + n)->kind == TOKEN_MARK)
			return;
		bool part = w.kind == WORD_PART && w.hint.n;

		if ((w.kind != WORD_SETTLEMENT && !part) || is_plural(s, i + n))
			continue;
		if (part && !is_part_told(s, e, i + n + w.n))
			return;
		if (!e->hint.n)
			e->hint = w.hint;
		e->apposed = e->settled = true;
		e->end = i + n + w.n;
		read_containers(s, e);
		return;
	}
}

/* "about 30 km (19 miles)": the end of a distance at i; i: none is there. */
static uint32_t distance_end(const struct naming *s, uint32_t i)
{
	enum { MOST_WORDS = 8 };
	static const struct str units[] = {STR_WORD("km"),	   STR_WORD("kms"),	  STR_WORD("kilometers"),
					   STR_WORD("kilometres"), STR_WORD("kilometer"), STR_WORD("kilometre"),
					   STR_WORD("miles"),	   STR_WORD("mile"),	  STR_WORD("minutes"),
					   STR_WORD("hours")};
	uint32_t end = i;
	bool digits = false;

	for (uint32_t k = i; k < s->end && k < i + MOST_WORDS; k++) {
		if (digits && name_token_among(s, k, units, sizeof units / sizeof *units))
			end = k + 1;
		else if (name_token_is(s, k, ")") && end == k)
			end = k + 1;
		digits |= name_token(s, k)->kind == TOKEN_NUMBER;
		if (is_capital(s, k) || name_token_is(s, k, ","))
			break;
	}
	return end;
}

/* "230 km from": what is told to be as far as that does not lie beside it. */
static bool is_far_off(const struct naming *s, uint32_t from, uint32_t end)
{
	enum { DIGITS = 3 };

	for (uint32_t i = from; i < end; i++)
		if (name_token(s, i)->kind == TOKEN_NUMBER && name_token(s, i)->text.n >= DIGITS &&
		    !memchr(name_token(s, i)->text.at, '.', name_token(s, i)->text.n))
			return true;
	return false;
}

/* The name behind "near", "north of", "30 km from", whose article and "town of" say nothing more. */
void read_beside(struct naming *s, struct place_words *e)
{
	uint32_t i = e->end + name_token_is(s, e->end, ","), behind = distance_end(s, i);
	struct place_word near = place_word_at(s, behind);

	if ((near.kind != WORD_NEAR && !(behind > i && name_token_is(s, behind, "from"))) || is_far_off(s, i, behind))
		return;
	i = near.kind == WORD_NEAR ? near.first + near.n : behind + 1;
	enum { MOST_WORDS = 5 };

	for (uint32_t n = 0; n < MOST_WORDS && i < s->end && !is_capital(s, i) && name_token(s, i)->kind == TOKEN_WORD;
	     n++)
		i++;
	struct match m = is_capital(s, i) ? match_at(s, i) : (struct match){0};
	enum place_kind kind =
		m.n && m.node->places ? gazetteer_kind(s->g, *gazetteer_list(s->g, m.node)) : PLACE_COUNTRY;

	if (kind == PLACE_CITY || kind == PLACE_VILLAGE)
		e->beside = reading_text(s->r, i, m.n);
}

bool is_bare_right(const struct naming *s, uint32_t end)
{
	uint32_t owned = end + (name_token_is(s, end, "'s") || name_token_is(s, end, "'"));

	return end >= s->end || (!name_token_is(s, end, ",") && !name_token_is(s, end, "in") &&
				 place_word_at(s, owned).kind == WORD_NONE);
}
