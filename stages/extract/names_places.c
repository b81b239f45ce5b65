#include "names_parts.h"

enum { MOST_FELLOWS = 4 };

/* A name that other evidence must support: an ordinary word, a person's, an organisation's. */
static bool is_doubtful(const struct naming *s, const struct place_words *e)
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
static bool is_locative(const struct naming *s, const struct place_words *e)
{
	return e->preposition != UINT32_MAX && !e->verb && (e->near || e->inner) && e->preposition + 1 == e->first &&
	       !s->upper;
}

/* The same of a name of several words in capitals alone: "IN SANTA ROSA DE LAS FLORES". */
static bool is_locative_in_capitals(const struct place_words *e)
{
	return e->preposition != UINT32_MAX && !e->verb && (e->near || e->inner || e->n_in);
}

/* "IN QUETZALPAN, …" */
static bool is_mark_behind(const struct naming *s, const struct place_words *e)
{
	return tag_is_proper(name_token(s, e->head_first)->tag) && name_token(s, e->head_first)->text.n > 3 &&
	       (name_token_is(s, e->end, ",") || name_token_is(s, e->end, "."));
}

/* A name unknown to the gazetteer is a place only where the words say what it is, or where. */
static bool is_place_by_words(const struct naming *s, const struct place_words *e)
{
	const struct reading *r = s->r;
	enum { LONGEST_UNKNOWN = 3 };
	uint32_t i = e->head_first;

	bool word = (e->head.n == 1 || !s->upper) && not_place_why(s, i, 1).n;

	if (i == s->first || word || person_is_known(s, i + e->head.n - 1) || reading_hit(r, i, LEXICON_SOURCE_NOUNS))
		return false;
	/* "STATE OF EMERGENCY" */
	if (s->upper && e->of && !e->n_in && name_token_is(s, e->head_first - 2, "state"))
		return false;
	if (e->hint.n && (e->of || (e->n_in && !s->upper)))
		return true;
	if (s->upper && (e->head.n >= 3 || is_mark_behind(s, e)) && is_locative_in_capitals(e))
		return true;
	if (s->upper && e->settled && e->hint.n)
		return true;
	if (e->apposed)
		return true;
	bool proper = !name_token(s, i)->tag || tag_is_proper(name_token(s, i)->tag);

	return proper && e->head.n <= LONGEST_UNKNOWN && is_locative(s, e) && !name_token_is(s, e->preposition, "at") &&
	       !(name_token(s, i)->flags & TOKEN_UPPER) && !reading_hit(r, i, LEXICON_ACTORS) &&
	       !reading_hit(r, i, LEXICON_TITLES) && !reading_hit(r, i, LEXICON_TIMES);
}

/* A word that a place's name only qualifies: a noun in small letters right behind it. */
static bool is_followed_by_noun(const struct naming *s, const struct place_words *e)
{
	const struct token *t = e->end < s->end ? name_token(s, e->end) : NULL;

	if (!t || t->kind != TOKEN_WORD || e->hint.n)
		return false;
	if (is_joint(s, e->end))
		return true;
	return t->tag && tag_is_noun(t->tag) && !reading_hit(s->r, e->end, LEXICON_TIMES);
}

/* In capitals alone: right behind a word that the lexicon does not know, tagged as a name. */
static bool is_behind_name(const struct naming *s, const struct place_words *e)
{
	const struct reading *r = s->r;
	uint32_t i = e->first;

	if (i == s->first || gazetteer_kind(s->g, *gazetteer_list(s->g, e->head.node)) == PLACE_COUNTRY)
		return false;
	i--;
	return name_token(s, i)->kind == TOKEN_WORD && tag_is_proper(name_token(s, i)->tag) &&
	       r->first_hit[i] == r->first_hit[i + 1];
}

/* "A Klamath boy", "Rock Falls teen": one person, whom news tells by where he lives. */
static bool is_home(const struct naming *s, const struct place_words *e)
{
	static const struct small_word people[] = {{"man", 3},	  {"woman", 5},	   {"boy", 3},	     {"girl", 4},
						   {"teen", 4},	  {"teenager", 8}, {"infant", 6},    {"toddler", 7},
						   {"baby", 4},	  {"resident", 8}, {"residents", 9}, {"couple", 6},
						   {"mother", 6}, {"father", 6}};

	return !s->upper && name_token_among(s, e->end, people, sizeof people / sizeof *people);
}

/* "SOUTH of Main Street", "the East": a compass word alone, though some province is called so. */
static bool is_bare_compass(const struct naming *s, const struct place_words *e)
{
	struct place_word w = place_word_at(s, e->head_first);

	return w.kind == WORD_COMPASS && w.n >= e->head.n && !e->settled;
}

static bool is_place(const struct naming *s, const struct place_words *e)
{
	enum level level = match_level(s, &e->head);
	bool told = e->settled || e->part.n || e->preposition != UINT32_MAX;

	if (level == LEVEL_NONE)
		return !e->head.node && is_place_by_words(s, e);
	if (is_bare_compass(s, e))
		return false;
	if (e->head.abbreviation)
		return true;
	if (is_doubtful(s, e)) {
		uint32_t place = *gazetteer_list(s->g, e->head.node);
		bool person = person_is_known(s, e->head_first);

		/* "in March" */
		if (e->head.n == 1 && !e->settled && str_eq(not_place_why(s, e->head_first, 1), STR("time")))
			return false;
		/* "Police Department" is not in Police, Poland. */
		if (reading_hit(s->r, e->head_first, LEXICON_SOURCE_NOUNS) && !e->of && !e->n_in)
			return false;

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
	/* "EDUARDO CALDERON SOL": a word among names */
	if (s->upper && e->head.n == 1 && !told && is_behind_name(s, e))
		return false;
	/* "THE ENTRANCE", "THE BOTTOM" */
	if (s->upper && name_token_is(s, e->head_first, "the") && !e->settled &&
	    gazetteer_kind(s->g, *gazetteer_list(s->g, e->head.node)) > PLACE_COUNTRY)
		return false;
	if (level == LEVEL_STRONG)
		return true;
	bool local = in_named_country(s, &e->head);

	if (s->upper && e->head.n == 1)
		return e->settled || (told && (level == LEVEL_MEDIUM ? local || e->near || e->inner
								     : local && (e->near || e->inner)));
	if (is_home(s, e))
		return true;
	if (level == LEVEL_MEDIUM)
		return told || local;
	return e->settled || (told && local) || is_locative(s, e);
}

static enum name_stance stance_of(const struct naming *s, const struct place_words *e, uint32_t place)
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

static void add_value(struct buf *b, struct str key, struct str value)
{
	if (!value.n)
		return;
	buf_add(b, key);
	buf_add(b, value);
}

static bool is_clean(struct str text)
{
	return str_is_folded(text) && !memchr(text.at, ';', text.n) && !memchr(text.at, '=', text.n);
}

/* Text without the marks of the form. */
static struct str clean(struct naming *s, struct str text)
{
	if (!text.n || is_clean(text))
		return text;
	struct str folded = str_fold_space(s->r->arena, text);
	char *to = (char *)folded.at;

	for (size_t i = 0; i < folded.n; i++)
		if (to[i] == ';' || to[i] == '=')
			to[i] = ' ';
	return folded;
}

static struct str text_form(struct naming *s, const struct place_words *e)
{
	struct buf b = {.arena = s->r->arena};

	buf_add(&b, clean(s, reading_text(s->r, e->head_first, e->head.n)));
	add_value(&b, STR(";part="), e->part);
	/* "named": the gazetteer does not know it, but it is told as a place */
	add_value(&b, STR(";hint="), e->hint.n || e->head.node || e->n_in ? e->hint : STR("named"));
	add_value(&b, STR(";near="), e->near ? STR("yes") : STR(""));
	for (uint32_t i = 0; i < e->n_in; i++)
		add_value(&b, STR(";in="), clean(s, e->in[i]));
	return buf_str(&b);
}

/* Which of "the city", "the province", "the country" may stand for it later. */
static void remember(struct naming *s, const struct place_words *e, uint32_t place)
{
	enum place_kind kind = place == PLACE_NONE ? PLACE_CITY : gazetteer_kind(s->g, place);
	bool area = str_eq(e->hint, STR("province")) || str_eq(e->hint, STR("region"));

	if (kind == PLACE_COUNTRY)
		s->last[2] = (uint32_t)s->out->n;
	else if (area || kind == PLACE_ADMIN1 || kind == PLACE_REGION)
		s->last[1] = (uint32_t)s->out->n;
	else if (kind == PLACE_CITY || kind == PLACE_VILLAGE)
		s->last[0] = (uint32_t)s->out->n;
	if (e->part.n && kind == PLACE_CITY)
		s->last_part = (uint32_t)s->out->n;
}

/* "Lathrop Avenue", "the 5000 block of Harper Street": called after a place, and none. */
static bool is_street(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first + e->head.n;

	if (s->upper || !is_capital(s, i) || is_joint(s, i))
		return false;
	if (str_eq(e->hint, STR("road")) && e->end == i + 1)
		return true;
	static const struct small_word streets[] = {{"avenue", 6}, {"street", 6}, {"lane", 4},	{"drive", 5},
						    {"court", 5},  {"place", 5},  {"ave", 3},	{"ave.", 4},
						    {"st.", 3},	   {"rd.", 3},	  {"blvd.", 5}, {"boulevard", 9},
						    {"blvd", 4},   {"road", 4},	  {"st", 2},	{"parkway", 7}};

	return name_token_among(s, i, streets, sizeof streets / sizeof *streets);
}

/* "Pioneer Square", "Jackson Park", "the Lincoln Hotel": called after a place or a man; only a city of note has its
 * own "Tehran Hotel". */
static bool is_namesake(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first + e->head.n;
	static const struct small_word sites[] = {{"square", 6}, {"park", 4},	{"plaza", 5},	    {"hotel", 5},
						  {"inn", 3},	 {"bridge", 6}, {"mall", 4},	    {"stadium", 7},
						  {"towers", 6}, {"tower", 5},	{"apartments", 10}, {"cemetery", 8},
						  {"forest", 6}, {"hall", 4},	{"theater", 7},	    {"theatre", 7}};

	return !s->upper && is_capital(s, i) && e->head.node && match_level(s, &e->head) < LEVEL_STRONG &&
	       name_token_among(s, i, sites, sizeof sites / sizeof *sites);
}

bool place_read(struct naming *s, uint32_t head, const struct match *m, uint32_t *next)
{
	struct place_words e = {.first = head, .end = head + m->n, .head = *m, .head_first = head};

	read_left(s, &e);
	read_preposition(s, &e);
	read_nouns(s, &e);
	read_containers(s, &e);
	if (is_street(s, &e) || is_namesake(s, &e))
		return false;
	if (!e.n_in && !e.hint.n)
		read_apposition(s, &e);
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
