#include "figure_words.h"
#include "names_parts.h"

enum { MOST_FELLOWS = 4 };

/* "Sudan has been | gripped by a war", "Haiti was struck by a quake": what a country suffers is no deed of it. */
static bool is_afflicted(const struct naming *s, uint32_t verb)
{
	enum { REACH = 4 }; /* [tokens] */

	for (uint32_t i = verb; i < s->end && i < verb + REACH; i++)
		if (figure_word(s->r, i, FUNCTION_AFFLICTED))
			return i > verb;
	return false;
}

/* The last word before the name, past "both": "accused | Baku". */
static uint32_t word_before(const struct naming *s, uint32_t i)
{
	return i > s->first && name_token_is(s, i - 1, "both") ? i - 1 : i;
}

/* "accused Moscow of", "blamed Israel", "urged Tehran": a state is spoken to and of, as one that acts. A country that
 * is urged is often the one that the story is of: only its capital stands for those who are. */
static bool is_addressed(const struct naming *s, uint32_t i, bool capital)
{
	static const struct str charges[] = {STR_WORD("accuse"),   STR_WORD("accused"), STR_WORD("accuses"),
					     STR_WORD("accusing"), STR_WORD("blame"),	STR_WORD("blamed"),
					     STR_WORD("blames"),   STR_WORD("blaming")};
	static const struct str verbs[] = {STR_WORD("urge"),	 STR_WORD("urged"),	 STR_WORD("urges"),
					   STR_WORD("urging"),	 STR_WORD("told"),	 STR_WORD("tells"),
					   STR_WORD("asked"),	 STR_WORD("asks"),	 STR_WORD("warn"),
					   STR_WORD("warned"),	 STR_WORD("warns"),	 STR_WORD("warning"),
					   STR_WORD("press"),	 STR_WORD("pressed"),	 STR_WORD("condemned"),
					   STR_WORD("condemns"), STR_WORD("gave"),	 STR_WORD("gives"),
					   STR_WORD("thanked"),	 STR_WORD("criticised"), STR_WORD("criticized")};
	uint32_t before = word_before(s, i);

	if (before == s->first)
		return false;
	return name_token_among(s, before - 1, charges, sizeof charges / sizeof *charges) ||
	       (capital && name_token_among(s, before - 1, verbs, sizeof verbs / sizeof *verbs));
}

/* "the rebels", "opposition forces", in the words that begin at i: no "airport". */
static bool is_opponent(const struct naming *s, uint32_t i)
{
	static const struct str others[] = {STR_WORD("rebels"),	    STR_WORD("rebel"),	     STR_WORD("opposition"),
					    STR_WORD("insurgents"), STR_WORD("insurgent"),   STR_WORD("militants"),
					    STR_WORD("guerrillas"), STR_WORD("separatists"), STR_WORD("fighters"),
					    STR_WORD("militias"),   STR_WORD("militia"),     STR_WORD("groups")};
	enum { REACH = 4 }; /* [tokens] */

	for (uint32_t k = i; k < s->end && k < i + REACH; k++)
		if (name_token_among(s, k, others, sizeof others / sizeof *others))
			return true;
	return false;
}

/* "a deal with Damascus", "brokered by Ankara", "between Damascus and the rebels": the government in that capital. */
static bool is_party(const struct naming *s, uint32_t first, uint32_t end)
{
	static const struct str ties[] = {STR_WORD("deal"),   STR_WORD("talks"),       STR_WORD("agreement"),
					  STR_WORD("truce"),  STR_WORD("ceasefire"),   STR_WORD("pact"),
					  STR_WORD("ties"),   STR_WORD("relations"),   STR_WORD("negotiations"),
					  STR_WORD("allied"), STR_WORD("coordination")};
	uint32_t i = first;

	if (i < s->first + 2)
		return false;
	if (name_token_is(s, i - 1, "by"))
		return name_token(s, i - 2)->tag == TAG_VBN || name_token(s, i - 2)->tag == TAG_VBD;
	if (name_token_is(s, i - 1, "with"))
		return name_token_among(s, i - 2, ties, sizeof ties / sizeof *ties);
	return name_token_is(s, i - 1, "between") && name_token_is(s, end, "and") && is_opponent(s, end + 1);
}

/* Past those who act with it: "Russia | and Turkey | agreed", "Damascus | and the rebels | agreed". */
static uint32_t past_fellows(const struct naming *s, uint32_t i)
{
	for (int n = 0; n < MOST_FELLOWS && i < s->end && (name_token_is(s, i, "and") || is_capital(s, i)); n++)
		i++;
	if (i + 2 < s->end && name_token_is(s, i - 1, "and") && name_token_is(s, i, "the") &&
	    tag_is_noun((enum tag)name_token(s, i + 1)->tag))
		i += 2;
	return i;
}

static enum name_stance stance_of(const struct naming *s, const struct place_words *e, uint32_t place)
{
	if (name_token_is(s, e->end, "'s") || name_token_is(s, e->end, "'"))
		return NAME_POSSESSES;
	if (is_followed_by_noun(s, e))
		return NAME_MODIFIES;
	if (place == PLACE_NONE || e->part.n || e->hint.n || e->end >= s->end)
		return NAME_STANDS;
	bool capital = gazetteer_speaks_for(s->g, place) != PLACE_NONE;
	bool state = capital || gazetteer_kind(s->g, place) == PLACE_COUNTRY;

	if ((state && is_addressed(s, e->first, capital)) || (capital && is_party(s, e->first, e->end)))
		return NAME_ACTS;
	if (e->preposition != UINT32_MAX)
		return NAME_STANDS;
	uint32_t i = past_fellows(s, e->end);

	if (i >= s->end)
		return NAME_STANDS;
	const struct token *t = name_token(s, i);

	if (is_afflicted(s, i))
		return NAME_STANDS;
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
	add_value(&b, STR(";beside="), clean(s, e->beside));
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

static bool is_street_word(const struct naming *s, uint32_t i)
{
	static const struct str streets[] = {
		STR_WORD("avenue"), STR_WORD("street"), STR_WORD("lane"),  STR_WORD("drive"),
		STR_WORD("court"),  STR_WORD("place"),	STR_WORD("ave"),   STR_WORD("ave."),
		STR_WORD("st."),    STR_WORD("rd."),	STR_WORD("blvd."), STR_WORD("boulevard"),
		STR_WORD("blvd"),   STR_WORD("road"),	STR_WORD("st"),	   STR_WORD("parkway")};

	return name_token_among(s, i, streets, sizeof streets / sizeof *streets);
}

/* "the 4500 block of South Wolcott" */
static bool is_behind_block(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first - (place_word_before(s, e->head_first).kind == WORD_COMPASS);

	return name_token_is(s, i - 1, "of") && (name_token_is(s, i - 2, "block") || name_token_is(s, i - 2, "blocks"));
}

/* "Lathrop Avenue", "the 5000 block of Harper Street", "near Grandwood Drive": called after a place, and none. */
static bool is_street(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first + e->head.n;

	if (s->upper)
		return false;
	if (is_behind_block(s, e) || (!e->head.node && e->head.n > 1 && is_street_word(s, i - 1)))
		return true;
	if (!is_capital(s, i) || is_joint(s, i))
		return false;
	return (str_eq(e->hint, STR("road")) && e->end == i + 1) || is_street_word(s, i);
}

/* "Pioneer Square", "Jackson Park", "the Lincoln Hotel": called after a place or a man; only a city of note has its
 * own "Tehran Hotel". */
static bool is_namesake(const struct naming *s, const struct place_words *e)
{
	uint32_t i = e->head_first + e->head.n;
	static const struct str sites[] = {
		STR_WORD("square"),   STR_WORD("park"),	   STR_WORD("plaza"),	   STR_WORD("hotel"),
		STR_WORD("inn"),      STR_WORD("bridge"),  STR_WORD("mall"),	   STR_WORD("stadium"),
		STR_WORD("towers"),   STR_WORD("tower"),   STR_WORD("apartments"), STR_WORD("cemetery"),
		STR_WORD("forest"),   STR_WORD("hall"),	   STR_WORD("theater"),	   STR_WORD("theatre"),
		STR_WORD("hospital"), STR_WORD("medical"), STR_WORD("children's")};

	return !s->upper && is_capital(s, i) && e->head.node && match_level(s, &e->head) < LEVEL_STRONG &&
	       name_token_among(s, i, sites, sizeof sites / sizeof *sites);
}

/* "the Lahore-Karachi Express", "a Tunis-Rome flight": between which it runs, and not where it is. */
static bool is_route(const struct naming *s, const struct place_words *e)
{
	static const struct str lines[] = {STR_WORD("express"), STR_WORD("train"), STR_WORD("flight"), STR_WORD("bus"),
					   STR_WORD("ferry"),	STR_WORD("mail"),  STR_WORD("service")};
	uint32_t i = e->head_first + e->head.n, before = e->head_first - 1;
	bool first = is_joint(s, i) && is_capital(s, i + 1),
	     last = e->head_first > s->first + 1 && is_joint(s, before) && is_capital(s, before - 1);

	i += first ? 2 : 0;
	return (first || last) && !s->upper && name_token_among(s, i, lines, sizeof lines / sizeof *lines);
}

/* "Peru's Pacific coast", "the Black Sea coast": of the country, not the sea. */
static bool is_shore(struct naming *s, const struct place_words *e)
{
	if (!e->noun || !str_eq(e->hint, STR("coast")))
		return false;
	struct match sea = match_at(s, e->head_first);

	return sea.n && sea.node->places && gazetteer_kind(s->g, *gazetteer_list(s->g, sea.node)) == PLACE_SEA;
}

/* Is what was read before such a name that a noun behind a list can make a place's? */
static bool takes_noun(const struct naming *s, const struct name *n)
{
	enum { LONGEST = 3 };

	if (n->sentence != s->sentence || n->back)
		return false;
	if (n->kind == NAME_PLACE)
		return str_find(n->where, STR(";")) == str_find(n->where, STR(";in="));
	return (n->kind == NAME_OTHER || n->kind == NAME_PERSON) && n->n <= LONGEST && n->first > s->first;
}

/* "Tana River and Garissa counties", "in Kafr Ayn, Kafr Nun and Idlib districts": the noun is that of all of them. */
static void share_noun(struct naming *s, const struct place_words *e)
{
	uint32_t next = e->first;

	if (!e->noun || !e->hint.n || !is_plural(s, e->noun))
		return;
	for (size_t i = s->out->n; i-- > 0;) {
		struct name *n = &s->out->at[i];
		bool listed = n->first + n->n + 1 == next &&
			      (name_token_is(s, next - 1, ",") || name_token_is(s, next - 1, "and"));

		if (!listed || !takes_noun(s, n))
			return;
		struct str holders = n->kind == NAME_PLACE ? n->where : clean(s, reading_text(s->r, n->first, n->n));
		struct str form[] = {str_cut(&holders, ';'), STR(";hint="), e->hint, STR(";"), holders};

		n->where = str_concat(s->r->arena, form, holders.n ? 5 : 3);
		n->kind = NAME_PLACE;
		n->stance = NAME_STANDS;
		next = n->first;
	}
}

/* "the Roseland neighborhood": of the city named last. */
static void lie_in_last_city(struct naming *s, struct place_words *e)
{
	const struct name *city = s->last[0] ? &s->out->at[s->last[0] - 1] : NULL;

	if (city && city->place != PLACE_NONE && gazetteer_kind(s->g, city->place) == PLACE_CITY)
		add_container(s, e, reading_text(s->r, city->head, city->head_n), NULL);
}

/* "In Kutum, 40 people were killed in the Kassab camp": in what the sentence begins with. */
static void lie_in_opening(struct naming *s, struct place_words *e)
{
	static const char *const small[] = {"camp", "village", "district", "site"};
	const struct name *opening = NULL;
	bool is_small = false;

	for (size_t i = s->out->n; i-- > 0 && s->out->at[i].sentence == s->sentence;)
		opening = &s->out->at[i];
	for (size_t i = 0; i < sizeof small / sizeof *small; i++)
		is_small |= str_is(e->hint, small[i]);
	if (!is_small || !opening || opening->place == PLACE_NONE || opening->preposition != s->first ||
	    !name_token_is(s, s->first, "in") || !e->inner || !name_token_is(s, opening->first + opening->n, ","))
		return;
	for (uint32_t i = opening->first + opening->n; i < e->first; i++)
		if (reading_hit(s->r, i, LEXICON_CUES)) /* "In Geneva, the UN said" */
			return;
	add_container(s, e, reading_text(s->r, opening->head, opening->head_n), NULL);
}

bool place_read(struct naming *s, uint32_t head, const struct match *m, uint32_t *next)
{
	/* what the gazetteer does not know is told to be a place by the words around it alone */
	if (!m->node && is_bare_left(s, head) && is_bare_right(s, head + m->n))
		return false;
	struct place_words e = {.first = head, .end = head + m->n, .head = *m, .head_first = head};

	read_left(s, &e);
	read_nouns(s, &e);
	read_owner_of_division(s, &e);
	read_preposition(s, &e);
	read_containers(s, &e);
	read_beside(s, &e);
	if (is_street(s, &e) || is_namesake(s, &e) || is_shore(s, &e) || is_route(s, &e))
		return false;
	if (!e.n_in && !e.hint.n)
		read_apposition(s, &e);
	if (!e.n_in && str_eq(e.hint, STR("quarter")))
		lie_in_last_city(s, &e);
	if (!e.n_in && !m->node)
		lie_in_opening(s, &e);
	if (!is_place_told(s, &e))
		return false;
	uint32_t place = m->node ? *gazetteer_list(s->g, m->node) : PLACE_NONE;
	struct name name = {.first = e.first, .n = e.end - e.first, .head = head, .head_n = m->n};

	name.sentence = s->sentence;
	name.preposition = e.preposition;
	name.place = place;
	name.kind = NAME_PLACE;
	name.stance = (uint8_t)stance_of(s, &e, place);
	name.where = text_form(s, &e);
	share_noun(s, &e);
	name_add(s, &name);
	if (m->node)
		see_country(s, m);
	remember(s, &e, place);
	*next = e.end;
	return true;
}
