/* What holds a place: ", Illinois", "in Idlib province", "of Myanmar's Magway region". */
#include "names_parts.h"

bool can_hold(const struct naming *s, const struct match *inner, const struct match *outer)
{
	if (!outer->node || !outer->node->places)
		return false;
	if (!inner->node)
		return true;
	const uint32_t *parts = gazetteer_list(s->g, inner->node), *wholes = gazetteer_list(s->g, outer->node);

	for (uint32_t i = 0; i < inner->node->places && i < MOST_CANDIDATES; i++)
		for (uint32_t k = 0; k < outer->node->places && k < MOST_HOLDERS; k++)
			if (parts[i] != wholes[k] && gazetteer_within(s->g, parts[i], wholes[k]))
				return true;
	return false;
}

void see_country(struct naming *s, const struct match *m)
{
	int code = gazetteer_country_code(s->g, *gazetteer_list(s->g, m->node));

	if (code >= 0)
		s->countries[code] = true;
}

void add_container(struct naming *s, struct place_words *e, struct str name, const struct match *m)
{
	if (e->n_in == MOST_CONTAINERS)
		return;
	e->in[e->n_in++] = name;
	e->settled = true;
	if (m)
		see_country(s, m);
}

/* "in neighbouring Kaduna state", "in nearby Larissa": the adjective says only what lies beside it. */
bool is_neighbouring(const struct naming *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("neighbouring"), STR_WORD("neighboring"), STR_WORD("nearby"),
					   STR_WORD("adjacent"), STR_WORD("adjoining")};

	return name_token_among(s, i, words, sizeof words / sizeof *words);
}

static bool is_division_noun(const struct naming *s, uint32_t i)
{
	enum place_word_kind kind = place_word_at(s, i).kind;

	return (kind == WORD_AREA || kind == WORD_SETTLEMENT) && !is_plural(s, i);
}

/* "in Simalungun district, North Sumatra province", "in the Pauk township of Magway region": a division that the
 * gazetteer does not know. Its end; i: none. */
static uint32_t unknown_area_end(const struct naming *s, uint32_t i)
{
	enum { MOST_WORDS = 3 };
	uint32_t end = i;

	while (!s->upper && end < i + MOST_WORDS && is_capital(s, end) && !is_division_noun(s, end))
		end++;
	return end > i && is_division_noun(s, end) ? end + place_word_at(s, end).n : i;
}

static bool is_country(const struct naming *s, const struct match *m)
{
	return m->n && m->node->places && gazetteer_kind(s->g, *gazetteer_list(s->g, m->node)) == PLACE_COUNTRY;
}

/* "Colombia's | Risaralda province", "Mali's central | Mopti region": the token of the part, behind its owner at i; i:
 * no owner is there. */
static uint32_t owned_at(struct naming *s, uint32_t i)
{
	enum { MOST_WORDS = 2 };
	struct match owner = is_capital(s, i) ? match_at(s, i) : (struct match){0};
	uint32_t at = i + owner.n + 1;

	if (!is_country(s, &owner) || (!name_token_is(s, at - 1, "'s") && !name_token_is(s, at - 1, "'")))
		return i;
	for (int n = 0; n < MOST_WORDS && at < s->end && !is_capital(s, at); n++)
		if (!tag_is_adjective(name_token(s, at)->tag) && place_word_at(s, at).kind != WORD_COMPASS)
			return i;
		else
			at++;
	return is_capital(s, at) ? at : i;
}

/* The name at the token as a container, with the noun of a division behind it. Its end; i: it can't hold the
 * expression. */
static uint32_t take_container(struct naming *s, struct place_words *e, uint32_t i)
{
	struct place_word w = place_word_at(s, i);
	struct match m = is_capital(s, i) ? match_at(s, i) : (struct match){0};
	/* "northern Syria", but North Sumatra */
	uint32_t at = w.kind == WORD_COMPASS && m.n <= w.n ? i + w.n : i;

	if (at > i)
		m = is_capital(s, at) ? match_at(s, at) : (struct match){0};
	/* "in Kafr Something, police said": Police lies in Poland */
	bool river = str_is(e->hint, "river"); /* "the Bagmati river in Bihar": whatever else is called so */

	if (!m.n || !(river || can_hold(s, &e->head, &m)) ||
	    (!e->head.node && reading_hit(s->r, at, LEXICON_SOURCE_NOUNS)))
		return i;
	add_container(s, e, reading_text(s->r, at, m.n), &m);
	w = place_word_at(s, at + m.n);
	return at + m.n + (w.kind == WORD_AREA ? w.n : 0);
}

/* "the region of | La Libertad", "neighbouring | Kaduna state": the name behind the words that only lead to it. */
static uint32_t led_to(const struct naming *s, uint32_t i)
{
	uint32_t at = i + name_token_is(s, i, "the");

	at += is_neighbouring(s, at);
	struct place_word w = place_word_at(s, at);

	if (w.kind == WORD_AREA && name_token_is(s, at + w.n, "of") && !is_capital(s, at))
		at += w.n + 1;
	return at;
}

/* A container that begins at i: "Illinois", "northern Syria", "neighbouring Idlib province", "Mali's Mopti region",
 * "Ill.". Returns its end, i: none. */
static uint32_t container_at(struct naming *s, struct place_words *e, uint32_t i, bool comma)
{
	uint32_t at = led_to(s, i), owned = owned_at(s, at), end = owned > at ? take_container(s, e, owned) : owned;

	if (end > owned) {
		struct match owner = match_at(s, at);

		add_container(s, e, reading_text(s->r, at, owner.n), &owner);
		return end;
	}
	end = take_container(s, e, at);
	if (end > at)
		return end;
	if (comma && is_capital(s, i) && gazetteer_suffix(s->g, name_token(s, i)->text) != PLACE_NONE) {
		add_container(s, e, gazetteer_place(s->g, gazetteer_suffix(s->g, name_token(s, i)->text)).name, NULL);
		return i + 1;
	}
	return i;
}

/* Does a holder begin behind the token: "in Homs", ", Syria", "the Pauk township | of Magway region"? */
static bool leads_to_holder(const struct naming *s, const struct place_words *e, uint32_t i)
{
	if (name_token_is(s, i, ",") || name_token_is(s, i, "in"))
		return true;
	struct place_word w = place_word_before(s, i);

	return name_token_is(s, i, "of") && i > e->head_first + e->head.n &&
	       (w.kind == WORD_AREA || w.kind == WORD_SETTLEMENT) && !is_plural(s, i - 1);
}

/* "Kuriga, in neighbouring Kaduna state": behind the comma an unknown place lies in a division by its noun alone, since
 * the next of a list begins like this too. */
static bool is_in_behind_comma(struct naming *s, const struct place_words *e, uint32_t i)
{
	uint32_t at = led_to(s, i + 1);

	if (!name_token_is(s, i, "in") || !is_capital(s, at))
		return false;
	struct match m = match_at(s, at);
	/* some divisions have their noun in their name: "Kaduna state" */
	bool division = is_division_noun(s, at + m.n) || place_word_before(s, at + m.n).kind == WORD_AREA ||
			name_token_is(s, at - 1, "of");

	return m.n ? e->head.node || is_country(s, &m) || division : unknown_area_end(s, at) > at;
}

/* ", Illinois", ", Syria", "in Idlib province", "in northern Syria", "in the Maru district of Zamfara state". */
void read_containers(struct naming *s, struct place_words *e)
{
	uint32_t i = e->end; /* behind what was read, be it known or not */

	for (uint32_t n = 0; n <= MOST_CONTAINERS && leads_to_holder(s, e, i); n++) {
		bool comma = name_token_is(s, i, ","), in = comma && is_in_behind_comma(s, e, i + 1);
		uint32_t at = i + 1 + in, end = container_at(s, e, at, comma);

		if (end > at) {
			e->end = i = end;
			continue;
		}
		at += name_token_is(s, at, "the");
		i = unknown_area_end(s, at);
		/* "in Kafr Nun, Kafr Ayn village" is a list, "Kafr Nun, Harem district" is none */
		if (i == at || (comma && !in && place_word_before(s, i).kind != WORD_AREA))
			return;
	}
}
