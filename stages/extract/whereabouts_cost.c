/* How likely a place of the sentence is where a token is: what stands between them, and what the place is there for. */
#include "figure_words.h"
#include "whereabouts_parts.h"

/* "beaten by Germany's Paul Qwert": a person's country, or that of what has a name of its own. */
static bool is_persons(const struct whereabouts *w, const struct name *n)
{
	uint32_t behind = n->first + n->n + 1; /* behind the "'s" */

	/* "Peru's Pacific coast" */
	if (n->stance != NAME_POSSESSES || n->place == PLACE_NONE || behind + 1 >= w->r->tokens.n ||
	    reading_hit(w->r, behind + 1, LEXICON_PLACE_NOUNS))
		return false;
	return w->r->tokens.at[behind].flags & TOKEN_CAPITAL &&
	       gazetteer_kind(w->r->know->places, n->place) == PLACE_COUNTRY;
}

/* "a Georgia man was killed in Alabama", "two Arkansas high school students": where somebody comes from. */
static bool is_home(const struct whereabouts *w, const struct name *n)
{
	enum { REACH = 3 }; /* [tokens] */
	uint32_t i = n->first + n->n;

	if (n->stance != NAME_MODIFIES || n->kind == NAME_DEMONYM)
		return false;
	for (uint32_t last = i + REACH; i < last && i < w->r->tokens.n; i++) {
		const struct hit *hit = reading_hit(w->r, i, LEXICON_SUBJECTS);

		if (!tag_is_noun((enum tag)w->r->tokens.at[i].tag) &&
		    !tag_is_adjective((enum tag)w->r->tokens.at[i].tag))
			return false;
		if (hit && str_eq(subject_of_hit(w->r, hit)->kind, STR("person")))
			return !str_eq(subject_of_hit(w->r, hit)->subject, STR("infected")); /* "US cases" */
	}
	return false;
}

/* "Islamabad: Five people were killed in Swat": where it was written, which is the story's place if none else is. */
static bool is_dateline(const struct whereabouts *w, const struct whereabouts_place *p)
{
	return p->name->first == w->r->sentences.at[p->sentence].first &&
	       whereabouts_is(w, p->name->first + p->name->n, ":");
}

/* "Ten died in Oregon and | at least five in Texas": the place of the count before the conjunction. */
static bool is_of_count_before(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	uint32_t end = n->first + n->n, i = token;

	while (i > end && (w->r->tokens.at[i - 1].tag == TAG_DT || reading_hit(w->r, i - 1, LEXICON_QUALIFIERS) ||
			   (w->r->tokens.at[i - 1].tag == TAG_IN && !whereabouts_is(w, i - 1, "while")) ||
			   w->r->tokens.at[i - 1].tag == TAG_JJS))
		i--;
	return i == end + 1 && (whereabouts_is(w, i - 1, "and") || whereabouts_is(w, i - 1, "but") ||
				whereabouts_is(w, i - 1, "while"));
}

/* "killed 12 before fleeing to Chad": where they went from there. */
static bool is_flight(const struct whereabouts *w, const struct name *n, struct sought of)
{
	static const struct str ways[] = {STR_WORD("to"),      STR_WORD("into"), STR_WORD("toward"),
					  STR_WORD("towards"), STR_WORD("for"),	 STR_WORD("across")};
	uint32_t to = n->preposition, verb = to - 1;

	if (to == UINT32_MAX || to < 2 || n->first < of.token || !figure_word(w->r, verb, FUNCTION_FLIGHT) ||
	    !whereabouts_is_one_of(w, to, ways, sizeof ways / sizeof *ways))
		return false;
	return !of.leaves || whereabouts_is(w, verb - 1, "before") || whereabouts_is(w, verb - 1, "then");
}

/* "Bangladesh's death toll to 120 and India's to 169", "the UK total so far to 5,937": whose toll the number is. */
static bool is_toll_owner(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	static const struct str tolls[] = {STR_WORD("toll"),  STR_WORD("total"),  STR_WORD("tally"),
					   STR_WORD("count"), STR_WORD("number"), STR_WORD("figure")};
	enum { REACH = 6 }; /* [tokens] */
	bool owner = n->stance == NAME_POSSESSES, toll = false;
	uint32_t behind = n->first + n->n + owner, i = behind;

	if (token <= behind || token > behind + REACH)
		return false;
	for (; i < token && !whereabouts_is(w, i, "to") && !whereabouts_is(w, i, "at"); i++) {
		enum tag tag = (enum tag)w->r->tokens.at[i].tag;

		if (!tag_is_noun(tag) && !tag_is_adjective(tag) && !(toll && tag == TAG_RB))
			return false;
		toll |= whereabouts_is_one_of(w, i, tolls, sizeof tolls / sizeof *tolls);
	}
	return i + 1 == token && (toll || (owner && i == behind));
}

/* "US air strikes have killed 16", "Sudan's paramilitary forces attacked a camp": whose they are, not where. A
 * country's name in letters is an adjective, as its people's is. */
static bool is_forces(const struct whereabouts *w, const struct name *n)
{
	struct str text = w->r->tokens.at[n->first].text;
	uint32_t behind = n->first + n->n;
	bool owner = n->stance == NAME_POSSESSES,
	     letters = text.n >= 2 && w->r->tokens.at[n->first].flags & TOKEN_CAPITAL &&
		       (text.at[1] == '.' || (text.at[1] >= 'A' && text.at[1] <= 'Z'));

	if (n->place == PLACE_NONE || gazetteer_kind(w->r->know->places, n->place) != PLACE_COUNTRY)
		return false;
	return owner ? figure_word(w->r, behind + 1, FUNCTION_FORCE) || figure_word(w->r, behind + 2, FUNCTION_FORCE)
		     : letters && n->stance == NAME_MODIFIES && figure_word(w->r, behind, FUNCTION_FORCE);
}

/* "25 people from Potosi", "arms from Managua": where they come from, not where they are. */
static bool is_origin(const struct whereabouts *w, const struct name *n)
{
	uint32_t from = n->preposition;

	return from != UINT32_MAX && from > 0 && whereabouts_is(w, from, "from") &&
	       tag_is_noun(w->r->tokens.at[from - 1].tag);
}

/* Does ", a port on the", ", across the" begin at the comma and lead to the token, without a verb or another comma? */
static bool describes(const struct whereabouts *w, uint32_t comma, uint32_t to)
{
	static const struct str beside[] = {STR_WORD("across"), STR_WORD("about"), STR_WORD("some"), STR_WORD("just")};
	const struct token *at = w->r->tokens.at;
	bool article = whereabouts_is(w, comma + 1, "a") || whereabouts_is(w, comma + 1, "an") ||
		       whereabouts_is(w, comma + 1, "the");
	bool described = whereabouts_is_one_of(w, comma + 1, beside, sizeof beside / sizeof *beside);

	for (uint32_t i = comma + 1; i < to; i++) {
		if (whereabouts_is(w, i, ",") || whereabouts_is(w, i, "and") || tag_is_verb(at[i].tag))
			return false;
		described |= article && reading_hit(w->r, i, LEXICON_PLACE_NOUNS) && tag_is_noun(at[i].tag);
	}
	return described;
}

/* "moved on towards Zimbabwe": not there yet, but "moved towards Zimbabwe. There, 40 people died". */
static bool is_ahead(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	uint32_t to = n->preposition, opens = w->r->sentences.at[w->r->sentence_of[token]].first;

	return to != UINT32_MAX && (whereabouts_is(w, to, "toward") || whereabouts_is(w, to, "towards")) &&
	       !(whereabouts_is(w, opens, "there") && whereabouts_is(w, opens + 1, ","));
}

/* "lessons from Libya, where rebels killed 40" */
static bool is_where(const struct whereabouts *w, const struct name *n, uint32_t token)
{
	uint32_t end = n->first + n->n;

	end += whereabouts_is(w, end, ",");
	return end < token && whereabouts_is(w, end, "where");
}

/* "Poti, a port on the Black Sea, was bombed", "in Jamshoro, across the Indus, five": what is told of the town before
 * the comma names no place for others. */
static bool is_description(const struct whereabouts *w, const struct whereabouts_place *p)
{
	const struct name *town = p > w->at && p[-1].sentence == p->sentence ? p[-1].name : NULL;
	uint32_t comma = town ? town->head + town->head_n : 0, end = p->name->first + p->name->n;

	if (!town || town->kind != NAME_PLACE || comma >= p->name->first ||
	    p->name->first - comma > WHEREABOUTS_TELLING || !whereabouts_is(w, comma, ","))
		return false;
	if (town->place != PLACE_NONE && gazetteer_kind(w->r->know->places, town->place) <= PLACE_ADMIN1)
		return false;
	bool closed =
		end >= w->r->tokens.n || w->r->tokens.at[end].kind == TOKEN_MARK || whereabouts_is(w, end, "from");

	return closed && describes(w, comma, p->name->first);
}

/* "As an aftershock jolted Nepal, authorities said 2,152 people had died": what struck the place opens the sentence. */
static bool is_struck_first(const struct whereabouts *w, const struct whereabouts_place *p, uint32_t token)
{
	static const struct str words[] = {STR_WORD("as"), STR_WORD("after"), STR_WORD("when"), STR_WORD("since")};
	uint32_t opens = w->r->sentences.at[p->sentence].first, verb = p->name->first - 1;
	const struct place_row *row = p->name->first > opens + 1 ? whereabouts_word(w, verb) : NULL;

	if (!row || p->name->first > token || row->kind != WORD_VERB)
		return false;
	return whereabouts_is_one_of(w, opens, words, sizeof words / sizeof *words);
}

/* "Sudan has been gripped by a war that has killed tens of thousands": what the sentence is of. */
static bool is_afflicted_first(const struct whereabouts *w, const struct whereabouts_place *p)
{
	enum { REACH = 4 }; /* [tokens] */
	uint32_t end = p->name->first + p->name->n;

	if (p->name->first != w->r->sentences.at[p->sentence].first || p->name->stance != NAME_STANDS)
		return false;
	for (uint32_t i = end; i < end + REACH && i < w->r->tokens.n; i++)
		if (figure_word(w->r, i, FUNCTION_AFFLICTED))
			return i > end;
	return false;
}

/* "In Mexico, the only country with deaths, the government puts the toll at 150": what a sentence opens with holds for
 * all of it, also for what people of the place say, who are told by no name. */
bool whereabouts_sets_scene(const struct whereabouts *w, const struct whereabouts_place *p, uint32_t token)
{
	static const struct str words[] = {STR_WORD("in"), STR_WORD("across"), STR_WORD("throughout")};
	uint32_t first = w->r->sentences.at[p->sentence].first, in = p->name->preposition;
	const struct attribution *a = speakers_of(w->said, token);

	if (is_struck_first(w, p, token) || is_afflicted_first(w, p))
		return true;
	if (in == UINT32_MAX || in > first + 1 || p->name->first > token ||
	    !whereabouts_is(w, p->name->first + p->name->n, ","))
		return false;
	bool leads = whereabouts_is_one_of(w, in, words, sizeof words / sizeof *words);

	for (uint32_t i = a && leads ? a->source.first : 0; leads && a && i < a->source.end; i++)
		leads = i > p->name->first && !(w->r->tokens.at[i].flags & TOKEN_CAPITAL);
	return leads;
}

bool whereabouts_is_beyond(const struct whereabouts *w, const struct name *n)
{
	uint32_t with = n->preposition;

	if (n->first > 0 && whereabouts_is(w, n->first - 1, "bordering")) /* "the region bordering Niger" */
		return true;
	if (n->head > n->first && whereabouts_is(w, n->head - 1, "with") &&
	    str_find(n->where, STR(";hint=border")) >= 0)
		return true;
	return with != UINT32_MAX && with > 0 && whereabouts_is(w, with, "with") &&
	       whereabouts_is(w, with - 1, "border");
}

bool whereabouts_is_of_press(const struct whereabouts *w, const struct name *n)
{
	static const struct str words[] = {STR_WORD("journalists"), STR_WORD("reporters"), STR_WORD("newsmen"),
					   STR_WORD("conference"), STR_WORD("briefing")};

	return n->preposition != UINT32_MAX && n->preposition &&
	       whereabouts_is_one_of(w, n->preposition - 1, words, sizeof words / sizeof *words);
}

uint32_t whereabouts_cost(const struct whereabouts *w, const struct whereabouts_place *p, struct sought of)
{
	enum {
		BEFORE = 3,
		MODIFIES = 8,
		POSSESSES = 12,
		NOT_LOCATED = 15,
		SPOKEN = 15,
		ABOUT = 20,
		TOWARD = 30,
		OTHER_SPEECH = 40,
		OFFICE = 15,
		PERSONS = 15,
		HOME = 15,
		ORIGIN = 20,
		ANOTHERS = 30,
		DESCRIBES = 25,
		BORDER = 30,
		FORCES = 30,
		ALONE = 20,
		WHERE = 6,
		BEFORE_AND = 10,
		DATELINED = 30,
		FLIGHT = 30,
		SCENE = 18
	};
	uint32_t token = of.token, first = p->name->first, far = first > token ? first - token : token - first + BEFORE;

	/* a long sentence may tell of nothing but its one place */
	if (is_toll_owner(w, p->name, token))
		return 0;
	if (w->first_of[p->sentence + 1] - w->first_of[p->sentence] == 1 && far > ALONE)
		far = ALONE;
	if (is_where(w, p->name, token) && far > WHERE)
		far = WHERE;
	if (p->name->stance == NAME_MODIFIES)
		far += MODIFIES;
	if (is_home(w, p->name))
		far += HOME;
	if (p->name->stance == NAME_POSSESSES)
		far += POSSESSES;
	/* "objections over Fuaa": no word says that anything is there */
	if (p->name->preposition == UINT32_MAX && p->name->stance == NAME_STANDS && !is_where(w, p->name, token))
		far += NOT_LOCATED;
	/* "objections over Fuaa", "a row over Crimea" */
	if (p->name->preposition != UINT32_MAX && whereabouts_is(w, p->name->preposition, "over"))
		far += ABOUT;
	if (is_ahead(w, p->name, token))
		far += TOWARD;
	if (whereabouts_is_of_press(w, p->name))
		far += OTHER_SPEECH;
	if (whereabouts_is_office(w, p->name))
		far += OFFICE;
	if (is_persons(w, p->name))
		far += PERSONS;
	if (!of.leaves && is_origin(w, p->name) && !is_where(w, p->name, token))
		far += ORIGIN;
	if (whereabouts_is_anothers(w, p->name, token))
		far += ANOTHERS;
	/* "near the Tennessee state line", "near the border with Niger": on this side of it, in the place of the story
	 */
	if (p->name->preposition != UINT32_MAX && str_find(p->name->where, STR(";hint=border;near=yes")) >= 0)
		far += BORDER;
	if (whereabouts_is_beyond(w, p->name))
		far += BORDER;
	if (first < token && is_of_count_before(w, p->name, token))
		far += BEFORE_AND;
	if (is_dateline(w, p))
		far += DATELINED;
	if (is_flight(w, p->name, of))
		far += FLIGHT;
	if (is_forces(w, p->name))
		far += FORCES;
	if (is_description(w, p))
		far += DESCRIBES;
	if (whereabouts_sets_scene(w, p, token))
		return far < SCENE ? far : SCENE;
	if (whereabouts_holder(w, p->name->head) != whereabouts_holder(w, token))
		far += OTHER_SPEECH;
	else if (p->spoken)
		far += SPOKEN;
	return far;
}
