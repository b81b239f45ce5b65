#include "names_parts.h"

enum { MOST_CONTAINERS = 3, MOST_CANDIDATES = 16, MOST_ADJECTIVES = 3, MOST_FELLOWS = 4 };

/* A place expression while it is being read. */
struct expression {
	uint32_t first, end; /* [tokens] so far */
	struct match head;
	uint32_t head_first;
	struct str part, hint;
	struct str in[MOST_CONTAINERS];
	uint32_t n_in;
	uint32_t preposition;
	bool near;
	bool inner;   /* in, at, inside: not only from, to, of */
	bool verb;    /* what stands for a preposition is a verb: "retook X" */
	bool of;      /* "the village of X" */
	bool settled; /* its words leave no doubt that it is a place: "the city of X", "X province", "X, Syria" */
};

/* Can the one lie in the other? Unknown names can lie anywhere. */
static bool can_hold(const struct naming *s, const struct match *inner, const struct match *outer)
{
	if (!outer->node || !outer->node->places)
		return false;
	if (!inner->node)
		return true;
	const uint32_t *parts = gazetteer_list(s->g, inner->node), *wholes = gazetteer_list(s->g, outer->node);

	for (uint32_t i = 0; i < inner->node->places && i < MOST_CANDIDATES; i++)
		for (uint32_t k = 0; k < outer->node->places && k < MOST_CANDIDATES; k++)
			if (parts[i] != wholes[k] && gazetteer_within(s->g, parts[i], wholes[k]))
				return true;
	return false;
}

static void see_country(struct naming *s, const struct match *m)
{
	int code = gazetteer_country_code(s->g, *gazetteer_list(s->g, m->node));

	if (code >= 0)
		s->countries[code] = true;
}

static void add_container(struct naming *s, struct expression *e, struct str name, const struct match *m)
{
	if (e->n_in == MOST_CONTAINERS)
		return;
	e->in[e->n_in++] = name;
	e->settled = true;
	if (m)
		see_country(s, m);
}

/* Does a name that was read before end right here? */
static const struct name *name_ending_at(const struct naming *s, uint32_t i)
{
	const struct name *last = s->out->n ? &s->out->at[s->out->n - 1] : NULL;

	return last && last->sentence == s->sentence && last->first + last->n == i && last->place != PLACE_NONE ? last
														: NULL;
}

/* "Syria's" or "Homs'" or "Syrian" before the expression: it lies there, if it can. */
static void read_owner(struct naming *s, struct expression *e)
{
	uint32_t i = e->first;
	bool possessive = name_token_is(s, i - 1, "'s") || name_token_is(s, i - 1, "'");
	const struct name *owner = i > s->first ? name_ending_at(s, possessive ? i - 1 : i) : NULL;

	/* "the Syrian city of Homs", "the West Bank city of Nablus" */
	if (!owner || (!possessive && owner->kind != NAME_DEMONYM && !e->hint.n))
		return;
	bool lies = !e->head.node;

	for (uint32_t k = 0; e->head.node && k < e->head.node->places && k < MOST_CANDIDATES; k++)
		lies |= gazetteer_within(s->g, gazetteer_list(s->g, e->head.node)[k], owner->place);
	if (lies)
		add_container(s, e, reading_text(s->r, owner->head, owner->head_n), NULL);
}

static bool is_mark_at(const struct naming *s, uint32_t i)
{
	return i >= s->end || name_token(s, i)->kind == TOKEN_MARK;
}

/* "rebel-held", "government-controlled" right before: part of the expression. */
static void take_holder(const struct naming *s, struct expression *e)
{
	uint32_t i = e->first;

	if (i >= s->first + 3 && is_joint(s, i - 2) &&
	    (name_token_is(s, i - 1, "held") || name_token_is(s, i - 1, "controlled")))
		e->first -= 3;
	else if (i > s->first && name_token_is(s, i - 1, "besieged"))
		e->first--;
}

static void take_part(struct expression *e, const struct place_word *w)
{
	if (w->part.n)
		e->part = w->part;
}

/* The adjectives between an article or owner and "city of": none is part of the name's meaning but the
 * compass of a part ("the eastern districts of"). */
static void take_adjectives(const struct naming *s, struct expression *e, bool of_part)
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

static bool is_plural(const struct naming *s, uint32_t i)
{
	return str_ends(name_token(s, i)->lower, STR("s"));
}

/* "the northern city of", "the outskirts of", "the east of", "the coast of". */
static void read_noun_of(struct naming *s, struct expression *e)
{
	uint32_t of = e->first - 1;

	if (e->first < s->first + 2)
		return;
	if (name_token_is(s, of, "the") && of > s->first)
		of--;
	if (!name_token_is(s, of, "of"))
		return;
	struct place_word w = place_word_before(s, of);

	if (w.kind < WORD_SETTLEMENT || w.kind > WORD_COMPASS || w.kind == WORD_SITE)
		return;
	/* "10 miles north of Homs" is near it; "the north of Homs" is in it. */
	bool beside = w.kind == WORD_COMPASS && !name_token_is(s, w.first - 1, "the");
	/* "the eastern districts of Aleppo" are a part of it, "the district of Waer" is one */
	bool parts = w.kind == WORD_PART || (str_eq(w.hint, STR("district")) && is_plural(s, of - 1));

	e->first = w.first;
	if (beside)
		e->near = true;
	else
		take_part(e, &w);
	if (w.hint.n && !parts)
		e->hint = w.hint;
	e->settled = e->of = true;
	take_adjectives(s, e, parts);
}

/* What stands before the proper name. */
static void read_left(struct naming *s, struct expression *e)
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
	read_owner(s, e);
}

static bool is_determiner(const struct naming *s, uint32_t i)
{
	static const struct small_word words[] = {{"the", 3},  {"a", 1},    {"an", 2},	{"all", 3},   {"much", 4},
						  {"most", 4}, {"many", 4}, {"its", 3}, {"their", 5}, {"this", 4}};

	return name_token_among(s, i, words, sizeof words / sizeof *words);
}

static void read_preposition(struct naming *s, struct expression *e)
{
	uint32_t i = e->first;

	e->preposition = UINT32_MAX;
	for (int n = 0; n < 3 && i > s->first && is_determiner(s, i - 1); n++)
		i--;
	struct place_word w = place_word_before(s, i);

	if (w.kind < WORD_NEAR)
		return;
	e->verb = w.kind == WORD_VERB;
	e->inner = w.kind == WORD_INNER;
	e->preposition = w.first;
	e->near |= w.kind == WORD_NEAR;
}

/* A state or region before "media", "television" is no "Syria state". */
static bool is_state_of(const struct naming *s, const struct place_word *w)
{
	uint32_t i = w->first + w->n;

	return str_eq(w->hint, STR("province")) && name_token_is(s, w->first, "state") &&
	       (i < s->end && !is_mark_at(s, i) && !reading_hit(s->r, i, LEXICON_PLACE_NOUNS) &&
		!reading_hit(s->r, i, LEXICON_CUES) && !reading_hit(s->r, i, LEXICON_TIMES));
}

/* "Aleppo province", "Idlib city", "Aleppo's eastern districts", "the Waer district". */
static void read_nouns(struct naming *s, struct expression *e)
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
	/* "the West Bank city of Nablus": the noun is that of the next name */
	if (name_token_is(s, i + w.n, "of") && (is_capital(s, i + w.n + 1) || is_capital(s, i + w.n + 2)))
		return;
	if (i > e->end && w.kind != WORD_PART) /* "Syria's province of Idlib" is another place */
		return;
	if (w.kind == WORD_PART && compass.kind == WORD_COMPASS)
		take_part(e, &compass);
	take_part(e, &w);
	if (w.hint.n)
		e->hint = w.hint;
	e->end = w.first + w.n;
	e->settled = true;
}

/* A container that begins at i: "Illinois", "northern Syria", "Idlib province", "Ill.". Returns its end, i: none. */
static uint32_t container_at(struct naming *s, struct expression *e, uint32_t i, bool comma)
{
	uint32_t at = i;
	struct place_word w = place_word_at(s, at);

	if (name_token_is(s, at, "the"))
		w = place_word_at(s, ++at);
	if (w.kind == WORD_COMPASS)
		at += w.n;
	struct match m = is_capital(s, at) ? match_at(s, at) : (struct match){0};

	if (m.n && can_hold(s, &e->head, &m)) {
		add_container(s, e, reading_text(s->r, at, m.n), &m);
		w = place_word_at(s, at + m.n);
		return at + m.n + (w.kind == WORD_AREA ? w.n : 0);
	}
	if (comma && is_capital(s, i) && gazetteer_suffix(s->g, name_token(s, i)->text) != PLACE_NONE) {
		add_container(s, e, gazetteer_place(s->g, gazetteer_suffix(s->g, name_token(s, i)->text)).name, NULL);
		return i + 1;
	}
	return i;
}

/* ", Illinois", ", Syria", "in Idlib province", "in northern Syria". */
static void read_containers(struct naming *s, struct expression *e)
{
	for (uint32_t n = 0; n < MOST_CONTAINERS; n++) {
		bool comma = name_token_is(s, e->end, ",");

		if (!comma && !name_token_is(s, e->end, "in"))
			return;
		uint32_t end = container_at(s, e, e->end + 1, comma);

		if (end == e->end + 1)
			return;
		e->end = end;
	}
}

/* A name that other evidence must support: an ordinary word, a person's, an organisation's. */
static bool is_doubtful(const struct naming *s, const struct expression *e)
{
	uint32_t i = e->head_first;

	if (e->head.n == 1 && (not_place_why(s, i, 1).n || person_is_known(s, i)))
		return true;
	return name_token(s, i)->tag && !tag_is_proper(name_token(s, i)->tag) && i == s->first;
}

static bool in_named_country(const struct naming *s, const struct match *m)
{
	const uint32_t *places = gazetteer_list(s->g, m->node);

	for (uint32_t i = 0; i < m->node->places && i < MOST_CANDIDATES; i++) {
		int code = gazetteer_country_code(s->g, places[i]);

		if (code >= 0 && s->countries[code])
			return true;
	}
	return false;
}

/* Something that the text puts something into: "in X", "near X", "at X". */
static bool is_locative(const struct naming *s, const struct expression *e)
{
	return e->preposition != UINT32_MAX && !e->verb && (e->near || e->inner) && e->preposition + 1 == e->first &&
	       !s->upper;
}

/* A name unknown to the gazetteer is a place only where the words say what it is, or where. */
static bool is_place_by_words(const struct naming *s, const struct expression *e)
{
	const struct reading *r = s->r;
	enum { LONGEST_UNKNOWN = 3 };
	uint32_t i = e->head_first;

	if (i == s->first || not_place_why(s, i, 1).n || person_is_known(s, i + e->head.n - 1))
		return false;
	if (e->hint.n && (e->of || (e->n_in && !s->upper)))
		return true;
	bool proper = !name_token(s, i)->tag || tag_is_proper(name_token(s, i)->tag);

	return proper && e->head.n <= LONGEST_UNKNOWN && is_locative(s, e) && !name_token_is(s, e->preposition, "at") &&
	       !(name_token(s, i)->flags & TOKEN_UPPER) && !reading_hit(r, i, LEXICON_ACTORS) &&
	       !reading_hit(r, i, LEXICON_SOURCE_NOUNS) && !reading_hit(r, i, LEXICON_TITLES) &&
	       !reading_hit(r, i, LEXICON_TIMES);
}

static bool is_followed_by_noun(const struct naming *s, const struct expression *e);

static bool is_place(const struct naming *s, const struct expression *e)
{
	enum level level = match_level(s, &e->head);
	bool told = e->settled || e->part.n || e->preposition != UINT32_MAX;

	if (level == LEVEL_NONE)
		return !e->head.node && is_place_by_words(s, e);
	if (e->head.abbreviation)
		return true;
	if (is_doubtful(s, e)) {
		uint32_t place = *gazetteer_list(s->g, e->head.node);
		bool person = person_is_known(s, e->head_first);

		if (gazetteer_kind(s->g, place) == PLACE_COUNTRY && !person)
			return true;
		/* "SANTIAGO, 5 SEP" */
		if (s->upper && e->head_first == s->first && level == LEVEL_STRONG && name_token_is(s, e->end, ","))
			return true;
		if (!person && level >= LEVEL_MEDIUM && !s->upper && is_followed_by_noun(s, e) &&
		    !str_eq(not_place_why(s, e->head_first, 1), STR("word")))
			return true;
		return e->settled || (!person && level >= LEVEL_MEDIUM && e->preposition != UINT32_MAX && !e->verb &&
				      !name_token_is(s, e->preposition, "of") && !s->upper);
	}
	if (level == LEVEL_STRONG)
		return true;
	bool local = in_named_country(s, &e->head);

	if (s->upper && e->head.n == 1)
		return e->settled || (told && level == LEVEL_MEDIUM && (local || e->near || e->inner));
	if (level == LEVEL_MEDIUM)
		return told || local;
	return e->settled || (told && local) || is_locative(s, e);
}

/* A word that a place's name only qualifies: a noun in small letters right behind it. */
static bool is_followed_by_noun(const struct naming *s, const struct expression *e)
{
	const struct token *t = e->end < s->end ? name_token(s, e->end) : NULL;

	if (!t || t->kind != TOKEN_WORD || e->hint.n)
		return false;
	if (is_joint(s, e->end))
		return true;
	return t->tag && tag_is_noun(t->tag) && !reading_hit(s->r, e->end, LEXICON_TIMES);
}

static enum name_stance stance_of(const struct naming *s, const struct expression *e, uint32_t place)
{
	if (name_token_is(s, e->end, "'s") || name_token_is(s, e->end, "'"))
		return NAME_POSSESSES;
	if (is_followed_by_noun(s, e))
		return NAME_MODIFIES;
	if (place == PLACE_NONE || e->preposition != UINT32_MAX || e->part.n || e->hint.n || e->end >= s->end)
		return NAME_STANDS;
	bool state = gazetteer_kind(s->g, place) == PLACE_COUNTRY || gazetteer_speaks_for(s->g, place) != PLACE_NONE;
	uint32_t i = e->end;

	/* "Russia and Turkey agreed": the verb of all of them */
	for (int n = 0; n < MOST_FELLOWS && i < s->end && (name_token_is(s, i, "and") || is_capital(s, i)); n++)
		i++;
	if (i >= s->end)
		return NAME_STANDS;
	const struct token *t = name_token(s, i);
	bool acts = t->tag ? (tag_is_verb(t->tag) && t->tag != TAG_VBN && t->tag != TAG_VBG) || t->tag == TAG_MD
			   : reading_hit(s->r, i, LEXICON_CUES) != NULL;

	return state && acts ? NAME_ACTS : NAME_STANDS;
}

static void add_value(struct buf *b, const char *key, struct str value)
{
	if (value.n)
		buf_printf(b, ";%s=%.*s", key, STR_ARG(value));
}

/* Text without the marks of the form. */
static struct str clean(struct naming *s, struct str text)
{
	struct str folded = str_fold_space(s->r->arena, text);
	char *to = (char *)folded.at;

	for (size_t i = 0; i < folded.n; i++)
		if (to[i] == ';' || to[i] == '=')
			to[i] = ' ';
	return folded;
}

static struct str text_form(struct naming *s, const struct expression *e)
{
	struct buf b = {.arena = s->r->arena};

	buf_add(&b, clean(s, reading_text(s->r, e->head_first, e->head.n)));
	add_value(&b, "part", e->part);
	add_value(&b, "hint", e->hint);
	add_value(&b, "near", e->near ? STR("yes") : STR(""));
	for (uint32_t i = 0; i < e->n_in; i++)
		add_value(&b, "in", clean(s, e->in[i]));
	return buf_str(&b);
}

/* Which of "the city", "the province", "the country" may stand for it later. */
static void remember(struct naming *s, const struct expression *e, uint32_t place)
{
	enum place_kind kind = place == PLACE_NONE ? PLACE_CITY : gazetteer_kind(s->g, place);
	bool area = str_eq(e->hint, STR("province")) || str_eq(e->hint, STR("region"));

	if (kind == PLACE_COUNTRY)
		s->last[2] = (uint32_t)s->out->n;
	else if (area || kind == PLACE_ADMIN1 || kind == PLACE_REGION)
		s->last[1] = (uint32_t)s->out->n;
	else if (kind == PLACE_CITY || kind == PLACE_VILLAGE)
		s->last[0] = (uint32_t)s->out->n;
}

bool place_read(struct naming *s, uint32_t head, const struct match *m, uint32_t *next)
{
	struct expression e = {.first = head, .end = head + m->n, .head = *m, .head_first = head};

	read_left(s, &e);
	read_preposition(s, &e);
	read_nouns(s, &e);
	read_containers(s, &e);
	if (!is_place(s, &e))
		return false;
	uint32_t place = m->node ? *gazetteer_list(s->g, m->node) : PLACE_NONE;
	struct name name = {.first = e.first, .n = e.end - e.first, .head = head, .head_n = m->n};

	name.sentence = s->sentence;
	name.preposition = e.preposition;
	name.place = place;
	name.kind = NAME_PLACE;
	name.stance = (uint8_t)stance_of(s, &e, place);
	name.where = text_form(s, &e);
	name_add(s, &name);
	if (m->node)
		see_country(s, m);
	remember(s, &e, place);
	*next = e.end;
	return true;
}

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

bool place_back(struct naming *s, uint32_t i, uint32_t *next)
{
	struct str part = {0};
	bool held;
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
	struct name name = s->out->at[meant - 1];

	name.first = i;
	name.n = end + 1 - i;
	name.sentence = s->sentence;
	struct place_word w = place_word_before(s, i);

	name.preposition = w.kind >= WORD_NEAR ? w.first : UINT32_MAX;
	name.stance = NAME_STANDS;
	name.back = true;
	name.where = part.n ? with_part(s, name.where, part) : without_part(s, name.where);
	name_add(s, &name);
	*next = end + 1;
	return true;
}
