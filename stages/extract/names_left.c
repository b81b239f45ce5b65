#include "names_parts.h"

enum { MOST_ADJECTIVES = 3, MOST_DETERMINERS = 3 };

/* Does a name that was read before end right here? */
static const struct name *name_ending_at(const struct naming *s, uint32_t i)
{
	const struct name *last = s->out->n ? &s->out->at[s->out->n - 1] : NULL;

	return last && last->sentence == s->sentence && last->first + last->n == i && last->place != PLACE_NONE ? last
														: NULL;
}

static bool is_possessive(const struct naming *s, uint32_t i)
{
	return name_token_is(s, i - 1, "'s") || name_token_is(s, i - 1, "'");
}

/* "Cameroon's restive | North-West region": the token behind the owner, if one is there. */
static uint32_t owned_from(const struct naming *s, uint32_t first)
{
	enum { MOST_WORDS = 2 };
	uint32_t i = first;

	for (int n = 0; n < MOST_WORDS && i > s->first && !is_possessive(s, i) && !is_capital(s, i - 1); n++)
		if (!tag_is_adjective(name_token(s, --i)->tag))
			return first;
	return is_possessive(s, i) ? i : first;
}

/* "Syria's" or "Homs'" or "Syrian" before the expression: it lies there, if it can. */
static void read_owner(struct naming *s, struct place_words *e)
{
	uint32_t i = owned_from(s, e->first);
	bool possessive = is_possessive(s, i);
	const struct name *owner = i > s->first ? name_ending_at(s, possessive ? i - 1 : i) : NULL;

	/* "the Syrian city of Homs", "the West Bank city of Nablus", "the Denver suburb of Aurora" */
	if (!owner || (!possessive && owner->kind != NAME_DEMONYM && !((e->hint.n || e->of) && e->head.node)))
		return;
	bool lies = !e->head.node;

	for (uint32_t k = 0; e->head.node && k < e->head.node->places && k < MOST_CANDIDATES; k++)
		lies |= gazetteer_within(s->g, gazetteer_list(s->g, e->head.node)[k], owner->place);
	if (lies)
		add_container(s, e, reading_text(s->r, owner->head, owner->head_n), NULL);
	if (lies && possessive)
		e->owner = owner->first;
	if (!possessive && (lies || e->of))
		e->first = owner->first; /* "in the | Iraqi city of Mosul": the preposition stands before its owner */
}

void read_owner_of_division(struct naming *s, struct place_words *e)
{
	uint32_t i = owned_from(s, e->first);

	if (e->n_in || !e->noun || !e->hint.n || !is_possessive(s, i) || i == s->first)
		return;
	const struct name *owner = name_ending_at(s, i - 1);

	if (!owner)
		return;
	add_container(s, e, reading_text(s->r, owner->head, owner->head_n), NULL);
	e->owner = owner->first;
}

/* "rebel-held", "government-controlled" right before: part of the expression. */
static void take_holder(const struct naming *s, struct place_words *e)
{
	uint32_t i = e->first;

	if (i >= s->first + 3 && is_joint(s, i - 2) &&
	    (name_token_is(s, i - 1, "held") || name_token_is(s, i - 1, "controlled")))
		e->first -= 3;
	else if (i > s->first && name_token_is(s, i - 1, "besieged"))
		e->first--;
}

void take_part(struct place_words *e, const struct place_word *w)
{
	if (w->part.n)
		e->part = w->part;
}

/* The adjectives between an article or owner and "city of": none is part of the name's meaning but the
 * compass of a part ("the eastern districts of"). */
static void take_adjectives(const struct naming *s, struct place_words *e, bool of_part)
{
	for (int n = 0; n < MOST_ADJECTIVES && e->first > s->first; n++) {
		const struct token *t = name_token(s, e->first - 1);
		struct place_word w = place_word_before(s, e->first);

		if (w.kind == WORD_COMPASS) {
			if (of_part)
				take_part(e, &w);
			e->first -= w.n;
		} else if (t->kind == TOKEN_WORD && (tag_is_adjective(t->tag) || t->tag == TAG_VBN) &&
			   !(t->flags & TOKEN_CAPITAL)) {
			e->first--;
		} else {
			break;
		}
		take_holder(s, e);
	}
}

bool is_plural(const struct naming *s, uint32_t i)
{
	return str_ends(name_token(s, i)->lower, STR("s"));
}

/* "the suburb of Douma" is Douma; "a suburb of Damascus", "suburbs of Damascus" are parts of Damascus. */
static bool is_called_so(const struct naming *s, const struct place_word *w)
{
	if (!name_token_is(s, w->first, "suburb"))
		return false;
	for (uint32_t n = 1; n <= MOST_ADJECTIVES && w->first >= s->first + n; n++)
		if (name_token_is(s, w->first - n, "a") || name_token_is(s, w->first - n, "an"))
			return false;
	return true;
}

/* "the Pauk township of | Myanmar": no town is called so; the noun is that of another name. */
static bool is_no_settlement(const struct naming *s, const struct place_words *e)
{
	const struct gazetteer_node *node = e->head.node;

	for (uint32_t i = 0; node && i < node->places && i < MOST_CANDIDATES; i++) {
		enum place_kind kind = gazetteer_kind(s->g, gazetteer_list(s->g, node)[i]);

		if (kind == PLACE_CITY || kind == PLACE_VILLAGE)
			return false;
	}
	return node && node->places && gazetteer_kind(s->g, *gazetteer_list(s->g, node)) == PLACE_COUNTRY;
}

/* "the Department of | Labor": no place of note is called so; "the Department of Potosí" is one. */
static bool is_of_government(struct naming *s, uint32_t noun, const struct place_words *e)
{
	return name_token_is(s, noun, "department") && is_capital(s, noun) && !s->upper &&
	       (!e->head.node || match_level(s, &e->head) < LEVEL_MEDIUM);
}

/* "the northern city of", "the outskirts of", "the east of", "the coast of", "the border with". */
static void read_noun_of(struct naming *s, struct place_words *e)
{
	uint32_t of = e->first - 1;

	if (e->first < s->first + 2)
		return;
	if (name_token_is(s, of, "the") && of > s->first)
		of--;
	struct place_word w = place_word_before(s, of);
	bool border = name_token_is(s, of, "with") && str_eq(w.hint, STR("border"));

	if (!name_token_is(s, of, "of") && !border)
		return;
	if (w.kind < WORD_SETTLEMENT || w.kind > WORD_COMPASS || w.kind == WORD_SITE)
		return;
	if ((w.kind == WORD_SETTLEMENT && is_capital(s, w.first - 1) && is_no_settlement(s, e)) ||
	    is_of_government(s, w.first, e))
		return;
	/* "10 miles north of Homs" is near it; "the north of Homs" is in it. */
	bool beside = w.kind == WORD_COMPASS && !name_token_is(s, w.first - 1, "the");
	/* "the eastern districts of Aleppo" are a part of it, "the district of Waer" is one */
	bool parts = w.kind == WORD_PART || (str_eq(w.hint, STR("district")) && is_plural(s, of - 1));

	e->first = w.first;
	if (beside)
		e->near = true;
	else if (!is_called_so(s, &w))
		take_part(e, &w);
	if (w.hint.n && !parts)
		e->hint = w.hint;
	e->settled = e->of = true;
	take_adjectives(s, e, parts);
}

/* What stands before the proper name. */
void read_left(struct naming *s, struct place_words *e)
{
	struct place_word w = place_word_before(s, e->first);

	if (w.kind == WORD_COMPASS || (w.kind == WORD_PART && w.part.n)) {
		take_part(e, &w);
		e->first -= w.n;
		/* "north-eastern Syria" is one word of the lexicon; "rebel-held eastern Aleppo" */
		take_holder(s, e);
	}
	w = place_word_before(s, e->first);
	if (w.kind == WORD_SETTLEMENT && w.hint.n && !is_plural(s, e->first - 1) && !is_capital(s, w.first)) {
		/* "the Iraqi capital Baghdad" */
		e->first -= w.n;
		e->hint = w.hint;
		e->settled = true;
		take_adjectives(s, e, false);
	}
	read_noun_of(s, e);
	e->owner = UINT32_MAX;
	read_owner(s, e);
}

static bool is_determiner(const struct naming *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("the"),   STR_WORD("a"),	STR_WORD("an"),	  STR_WORD("all"),
					   STR_WORD("much"),  STR_WORD("most"), STR_WORD("many"), STR_WORD("its"),
					   STR_WORD("their"), STR_WORD("this")};

	return name_token_among(s, i, words, sizeof words / sizeof *words);
}

void read_preposition(struct naming *s, struct place_words *e)
{
	uint32_t i = e->owner != UINT32_MAX ? e->owner : e->first;

	e->preposition = UINT32_MAX;
	/* "in the northern | Indian state of" */
	for (int n = 0; (e->owner != UINT32_MAX || e->of) && n < MOST_ADJECTIVES && i > s->first; n++) {
		struct place_word w = place_word_before(s, i);
		const struct token *t = name_token(s, i - 1);

		if (w.kind != WORD_COMPASS && (!tag_is_adjective(t->tag) || t->flags & TOKEN_CAPITAL))
			break;
		i -= w.kind == WORD_COMPASS ? w.n : 1;
	}
	for (int n = 0; n < MOST_DETERMINERS && i > s->first && is_determiner(s, i - 1); n++)
		i--;
	/* "in neighbouring Malatya", "in nearby Larissa"; "nearby Larissa" alone is near it */
	if (is_neighbouring(s, i - 1) && place_word_before(s, i - 1).kind >= WORD_NEAR)
		i--;
	struct place_word w = place_word_before(s, i);

	if (w.kind < WORD_NEAR)
		return;
	e->verb = w.kind == WORD_VERB;
	e->inner = w.kind == WORD_INNER;
	e->preposition = w.first;
	e->near |= w.kind == WORD_NEAR;
}

bool is_bare_left(const struct naming *s, uint32_t first)
{
	if (first == s->first)
		return true;
	if (s->word_ending[first] || name_ending_at(s, first) || is_possessive(s, first))
		return false;
	return !tag_is_adjective(name_token(s, first - 1)->tag) && !is_determiner(s, first - 1) &&
	       !is_neighbouring(s, first - 1) && !name_token_is(s, first - 1, "of") &&
	       !name_token_is(s, first - 1, "with");
}
