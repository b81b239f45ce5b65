/* Whether an expression names a place: what the words around it tell, and how well known the name is. */
#include "names_parts.h"

/* A name that other evidence must support: an ordinary word, a person's, an organisation's. */
static bool is_doubtful(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first;

	if (e->head.n == 1 && (not_place_at(s, i) || person_is_known(s, i)))
		return true;
	if (e->head.n > 1 && tag_is_proper(name_token(s, i + e->head.n - 1)->tag))
		return false; /* "Northern California's wildfires" */
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

	bool word = (e->head.n == 1 || !s->upper) && not_place_at(s, i);

	if (i == s->first || word || person_is_known(s, i + e->head.n - 1) || reading_hit(r, i, LEXICON_SOURCE_NOUNS))
		return false;
	/* "STATE OF EMERGENCY" */
	if (s->upper && e->of && !e->n_in && name_token_is(s, e->head_first - 2, "state"))
		return false;
	if (e->hint.n && (e->of || (e->n_in && !s->upper)))
		return true;
	/* "Macina area in Segou region" */
	if (e->noun && e->n_in && !s->upper)
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
bool is_followed_by_noun(const struct naming *s, const struct place_words *e)
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
	static const struct str people[] = {
		STR_WORD("man"),       STR_WORD("woman"),  STR_WORD("boy"),	STR_WORD("girl"),  STR_WORD("teen"),
		STR_WORD("teenager"),  STR_WORD("infant"), STR_WORD("toddler"), STR_WORD("baby"),  STR_WORD("resident"),
		STR_WORD("residents"), STR_WORD("couple"), STR_WORD("mother"),	STR_WORD("father")};

	return !s->upper && name_token_among(s, e->end, people, sizeof people / sizeof *people);
}

/* "SOUTH of Main Street", "the East": a compass word alone, though some province is called so. */
static bool is_bare_compass(const struct naming *s, const struct place_words *e)
{
	struct place_word w = place_word_at(s, e->head_first);

	bool division = str_eq(e->hint, STR("province")) || str_eq(e->hint, STR("region")) || e->n_in;

	return w.kind == WORD_COMPASS && w.n >= e->head.n && !division;
}

/* "Staunton police", "the Wheat Ridge Fire Department": those who serve a town tell that it is one. */
static bool is_served(const struct naming *s, const struct place_words *e)
{
	static const struct str offices[] = {STR_WORD("police"),       STR_WORD("sheriff"),	STR_WORD("fire"),
					     STR_WORD("firefighters"), STR_WORD("firefighter"), STR_WORD("mayor"),
					     STR_WORD("officials"),    STR_WORD("officers"),	STR_WORD("authorities"),
					     STR_WORD("residents"),    STR_WORD("resident"),	STR_WORD("councillor")};

	return !s->upper && name_token_among(s, e->end, offices, sizeof offices / sizeof *offices);
}

/* "the northern region", "Eastern Province": so are divisions of many countries called, and parts of any other. */
static bool is_anywhere(const struct naming *s, const struct place_words *e)
{
	struct place_word compass = place_word_at(s, e->head_first);
	struct place_word area = place_word_at(s, e->head_first + compass.n);

	return compass.kind == WORD_COMPASS && area.kind == WORD_AREA && compass.n + area.n == e->head.n && !e->n_in &&
	       !in_named_country(s, &e->head);
}

/* "between Peshawar and Nowshera": what stands beside a place in a list is one. */
static bool is_listed(const struct naming *s, const struct place_words *e)
{
	const struct name *last = s->out->n ? &s->out->at[s->out->n - 1] : NULL;

	return last && last->sentence == s->sentence && last->kind == NAME_PLACE &&
	       last->first + last->n + 1 == e->first && name_token_is(s, e->first - 1, "and");
}

/* "SWAT officers", "the TSU campus": letters that stand for words. Datelines and headlines have names in capitals. */
static bool is_acronym(const struct naming *s, const struct place_words *e)
{
	enum { LONGEST = 5 };
	const struct token *t = name_token(s, e->head_first);
	uint32_t behind = e->head_first + e->head.n;

	behind += name_token_is(s, behind, "-"); /* "the UN-brokered truce" */
	return !s->upper && e->head.n == 1 && t->flags & TOKEN_UPPER && t->text.n <= LONGEST &&
	       e->head_first != s->first && !e->settled && behind < s->end &&
	       name_token(s, behind)->kind == TOKEN_WORD && !(name_token(s, behind)->flags & TOKEN_UPPER);
}

static bool has_marks(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.at[i] >= 0x80)
			return true;
	return false;
}

/* "Plaza" is Płaza only to those who have no such letter; a name of their own country has lost its marks. */
static bool is_marked_elsewhere(const struct naming *s, const struct match *m, struct str text)
{
	struct str name = gazetteer_name(s->g, *gazetteer_list(s->g, m->node));

	return has_marks(name) && !has_marks(text) && !in_named_country(s, m);
}

/* "a Baptist church", "a Sunni mosque": whose it is; "Christian County" is a place. */
static bool is_faith(const struct naming *s, const struct place_words *e)
{
	return e->head.n == 1 && (!e->settled || str_eq(e->hint, STR("site"))) &&
	       not_place_at(s, e->head_first) == NOT_PLACE_FAITH;
}

/* "St Mary Church", "Saint George Catholic Church": whose it is, too. */
static bool is_patron(const struct naming *s, const struct place_words *e)
{
	static const struct str saints[] = {STR_WORD("st"), STR_WORD("st."), STR_WORD("saint")};
	static const struct str houses[] = {STR_WORD("church"), STR_WORD("cathedral"), STR_WORD("basilica"),
					    STR_WORD("chapel"), STR_WORD("seminary"),  STR_WORD("convent")};
	enum { MOST_WORDS = 3 };
	uint32_t i = e->head_first + e->head.n;

	if (s->upper || !name_token_among(s, e->head_first, saints, sizeof saints / sizeof *saints))
		return false;
	for (uint32_t n = 0; n < MOST_WORDS && is_capital(s, i + n); n++)
		if (name_token_among(s, i + n, houses, sizeof houses / sizeof *houses))
			return true;
	return false;
}

/* "the Secondary School, Kankara": where a house stands is told behind its name. */
static bool is_address(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first;

	return !s->upper && i >= s->first + 2 && name_token_is(s, i - 1, ",") && is_capital(s, i - 2) &&
	       str_eq(place_word_at(s, i - 2).hint, STR("site"));
}

bool is_place_told(const struct naming *s, const struct place_words *e)
{
	enum level level = match_level(s, &e->head);
	bool told = e->settled || e->part.n || e->preposition != UINT32_MAX || is_served(s, e) ||
		    (!s->upper && is_listed(s, e)) || is_address(s, e);

	if (is_faith(s, e) || is_patron(s, e))
		return false;
	if (level == LEVEL_NONE)
		return !e->head.node && is_place_by_words(s, e);
	if (is_bare_compass(s, e) || is_anywhere(s, e))
		return false;
	if (e->head.abbreviation)
		return true;
	if (is_acronym(s, e))
		return false;
	if (level < LEVEL_STRONG && e->head.n == 1 && !e->settled &&
	    is_marked_elsewhere(s, &e->head, name_token(s, e->head_first)->text))
		return false;
	if (is_doubtful(s, e)) {
		uint32_t place = *gazetteer_list(s->g, e->head.node);
		bool person = person_is_known(s, e->head_first);

		/* "in March" */
		if (e->head.n == 1 && !e->settled && not_place_at(s, e->head_first) == NOT_PLACE_TIME)
			return false;
		/* "Police Department" is not in Police, Poland. */
		if (reading_hit(s->r, e->head_first, LEXICON_SOURCE_NOUNS) && !e->of && !e->n_in)
			return false;

		/* "in Haiti" beside the charity Yele Haiti */
		if (gazetteer_kind(s->g, place) == PLACE_COUNTRY && (!person || is_locative(s, e)))
			return true;
		/* "IN SANTIAGO LAST SUNDAY" */
		if (s->upper && e->inner && level == LEVEL_STRONG && !person)
			return true;
		/* "SANTIAGO, 5 SEP" */
		if (s->upper && e->head_first == s->first && level == LEVEL_STRONG && name_token_is(s, e->end, ","))
			return true;
		if (!person && level >= LEVEL_MEDIUM && !s->upper && is_followed_by_noun(s, e) &&
		    not_place_at(s, e->head_first) != NOT_PLACE_WORD)
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
	return e->settled || (told && local) || is_locative(s, e) || is_address(s, e);
}
