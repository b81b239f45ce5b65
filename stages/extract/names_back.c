#include "names_parts.h"

/* The text form of the place named before, with a part of it. */
static struct str with_part(struct naming *s, struct str where, struct str part)
{
	ptrdiff_t at = str_find(where, STR(";"));
	struct str name = at < 0 ? where : str_slice(where, 0, (size_t)at);
	struct str rest = str_slice(where, name.n, where.n);

	if (!part.n)
		return where;
	if (str_starts(rest, STR(";part="))) {
		at = str_find(str_slice(rest, 1, rest.n), STR(";"));
		rest = at < 0 ? STR("") : str_slice(rest, (size_t)at + 1, rest.n);
	}
	return str_printf(s->r->arena, "%.*s;part=%.*s%.*s", STR_ARG(name), STR_ARG(part), STR_ARG(rest));
}

/* Without its part: "the city" after "eastern Aleppo" is Aleppo. */
static struct str without_part(struct naming *s, struct str where)
{
	ptrdiff_t at = str_find(where, STR(";part="));

	if (at < 0)
		return where;
	struct str head = str_slice(where, 0, (size_t)at), tail = str_slice(where, (size_t)at + 1, where.n);

	at = str_find(tail, STR(";"));
	tail = at < 0 ? STR("") : str_slice(tail, (size_t)at, tail.n);
	return str_printf(s->r->arena, "%.*s%.*s", STR_ARG(head), STR_ARG(tail));
}

/* 1 + index of the name that "the city", "the province", "the country" at i stands for; 0: none. */
static uint32_t meant_by(const struct naming *s, uint32_t i)
{
	struct place_word w = place_word_at(s, i);

	if (w.kind == WORD_SETTLEMENT && w.n == 1 && !str_eq(w.hint, STR("camp")))
		return is_plural(s, i) ? 0 : s->last[0];
	if (w.kind == WORD_AREA && w.n == 1 && str_eq(w.hint, STR("province")) && !name_token_is(s, i, "state"))
		return is_plural(s, i) ? 0 : s->last[1];
	return name_token_is(s, i, "country") ? s->last[2] : 0;
}

/* "the [rebel-held] east [of the city]", "the eastern part of the city": the part and where it ends. */
static uint32_t part_at(const struct naming *s, uint32_t i, struct str *part, bool *held)
{
	uint32_t at = i;

	*held = at + 3 < s->end && is_joint(s, at + 1) &&
		(name_token_is(s, at + 2, "held") || name_token_is(s, at + 2, "controlled"));
	if (*held)
		at += 3;
	/* "east of" alone would be beside it */
	struct place_word w = place_word_of(s, at, WORD_COMPASS);

	if (w.kind == WORD_NONE)
		w = place_word_of(s, at, WORD_PART);
	if (!w.part.n)
		return i;
	*part = w.part;
	at += w.n;
	w = place_word_at(s, at);
	return w.kind == WORD_PART ? at + w.n : at;
}

static void add_back(struct naming *s, uint32_t i, uint32_t end, uint32_t meant, struct str where)
{
	struct name name = s->out->at[meant - 1];
	struct place_word w = place_word_before(s, i);

	name.first = i;
	name.n = end - i;
	name.sentence = s->sentence;
	name.preposition = w.kind >= WORD_NEAR ? w.first : UINT32_MAX;
	name.stance = NAME_STANDS;
	name.back = true;
	name.where = where;
	name_add(s, &name);
}

/* "that part of the city", "this area": the part named last. */
static bool read_that_part(struct naming *s, uint32_t i, uint32_t *next)
{
	struct place_word w = place_word_of(s, i + 1, WORD_PART);
	uint32_t end = i + 1 + w.n;

	if (w.kind == WORD_NONE || w.part.n || !s->last_part)
		return false;
	if (name_token_is(s, end, "of") && name_token_is(s, end + 1, "the") && meant_by(s, end + 2))
		end += 3;
	else if (name_token_is(s, end, "of") || place_word_before(s, i).kind != WORD_INNER)
		return false; /* "this part of the deal" */
	add_back(s, i, end, s->last_part, s->out->at[s->last_part - 1].where);
	*next = end;
	return true;
}

/* A country, or its demonym. */
static bool is_country(struct naming *s, uint32_t i)
{
	const struct gazetteer_node *node = is_capital(s, i) ? match_at(s, i).node : NULL;

	return node &&
	       (node->demonyms || (node->places && gazetteer_kind(s->g, *gazetteer_list(s->g, node)) == PLACE_COUNTRY));
}

static bool is_nation(const struct naming *s, uint32_t i)
{
	return name_token_is(s, i, "country") || name_token_is(s, i, "nation");
}

static bool may_describe(enum tag tag)
{
	return tag == TAG_JJ || tag == TAG_HYPH || tag == TAG_VBN || tag_is_noun(tag);
}

/* "the West African country", "the impoverished nation": where its last word stands; 0: none. Not "the neighbouring
 * country", nor "the Greek nation", which is told by name. */
static uint32_t nation_at(struct naming *s, uint32_t i)
{
	enum { MOST_WORDS = 5 };
	static const struct str others[] = {STR_WORD("neighbouring"), STR_WORD("neighboring"), STR_WORD("other"),
					    STR_WORD("host"),	      STR_WORD("home"),	       STR_WORD("second"),
					    STR_WORD("third"),	      STR_WORD("same"),	       STR_WORD("one")};

	uint32_t at = i + 1;

	while (at < s->end && at <= i + MOST_WORDS && may_describe((enum tag)name_token(s, at)->tag) &&
	       !is_nation(s, at))
		at++;
	if (at == i + 1 || at > i + MOST_WORDS || !is_nation(s, at))
		return 0;
	for (uint32_t k = i + 1; k < at; k++)
		if (name_token_among(s, k, others, sizeof others / sizeof *others) || is_country(s, k))
			return 0;
	return at;
}

static bool read_nation(struct naming *s, uint32_t i, uint32_t *next)
{
	uint32_t at = s->last[2] ? nation_at(s, i) : 0;

	if (!at || name_token_is(s, at + 1, "of") || name_token_is(s, at + 1, "that") || is_joint(s, at + 1))
		return false;
	add_back(s, i, at + 1, s->last[2], s->out->at[s->last[2] - 1].where);
	*next = at + 1;
	return true;
}

/* Most articles lead to no place word, so that nothing more need be asked. */
static bool leads_to_place(const struct naming *s, uint32_t i)
{
	return i < s->end &&
	       (reading_hit(s->r, i, LEXICON_PLACE_NOUNS) || is_joint(s, i + 1) || name_token_is(s, i, "country"));
}

bool place_back(struct naming *s, uint32_t i, uint32_t *next)
{
	struct str part = {0};
	bool held;

	if (name_token_is(s, i, "the") && read_nation(s, i, next))
		return true;
	if (!leads_to_place(s, i + 1))
		return false;
	if (!name_token_is(s, i, "the"))
		return read_that_part(s, i, next);
	uint32_t at = part_at(s, i + 1, &part, &held), end = at, meant = 0;

	if (part.n && name_token_is(s, at, "of") && name_token_is(s, at + 1, "the"))
		meant = meant_by(s, end = at + 2);
	else if (part.n && held)
		meant = s->last[0], end = at - 1;
	else if (!part.n)
		meant = meant_by(s, end = i + 1);
	/* "the city of Homs" is read at its name; "the city council" is nobody's place. */
	if (!meant || name_token_is(s, end + 1, "of") || is_capital(s, end) || is_capital(s, end + 1) ||
	    is_joint(s, end + 1))
		return false;
	struct str where = s->out->at[meant - 1].where;

	add_back(s, i, end + 1, meant, part.n ? with_part(s, where, part) : without_part(s, where));
	*next = end + 1;
	return true;
}
