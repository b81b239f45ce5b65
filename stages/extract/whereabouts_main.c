/* The main place of a story: where what hangs on no other place is. */
#include "base/hash.h"
#include "whereabouts_ballot.h"

/* Places on which something can be told to happen; a country that acts or a demonym is none. */
static bool is_told_of(const struct name *n)
{
	return n->kind == NAME_PLACE &&
	       (n->stance == NAME_STANDS || n->stance == NAME_MODIFIES || n->stance == NAME_POSSESSES);
}

bool whereabouts_governs(const struct whereabouts_place *p)
{
	return !p->adjective && is_told_of(p->name);
}

/* "checkpoint", "base": a country has them abroad. */
static bool is_outpost(const struct whereabouts *w, uint32_t noun)
{
	const struct place_row *row = whereabouts_word(w, noun);

	return row && (str_is(row->hint, "base") || str_is(row->hint, "crossing"));
}

/* "the US states", "US Capitol Building": what lies there; "the US death toll", "US cases": what is counted there. */
static bool is_of_land(const struct whereabouts *w, uint32_t noun)
{
	static const struct str counted[] = {STR_WORD("death"), STR_WORD("deaths"),	STR_WORD("toll"),
					     STR_WORD("total"), STR_WORD("tally"),	STR_WORD("case"),
					     STR_WORD("cases"), STR_WORD("fatalities"), STR_WORD("casualties"),
					     STR_WORD("count"), STR_WORD("population")};
	const struct place_row *row = whereabouts_word(w, noun);

	return w->r->tokens.at[noun].flags & TOKEN_CAPITAL ||
	       whereabouts_is_one_of(w, noun, counted, sizeof counted / sizeof *counted) ||
	       (row && row->kind != WORD_NONE && !is_outpost(w, noun));
}

/* "the North Africa nation", "the Mediterranean city": one that lies there, and was named before. */
static bool is_of_one_there(const struct whereabouts *w, const struct name *n)
{
	static const struct str ones[] = {STR_WORD("nation"),  STR_WORD("country"), STR_WORD("state"),
					  STR_WORD("kingdom"), STR_WORD("city"),    STR_WORD("town"),
					  STR_WORD("port"),    STR_WORD("republic")};
	enum place_kind kind = gazetteer_kind(w->r->know->places, n->place);
	uint32_t behind = n->first + n->n;

	if (kind != PLACE_CONTINENT && kind != PLACE_REGION_WORLD && kind != PLACE_SEA)
		return false;
	return whereabouts_is_one_of(w, behind, ones, sizeof ones / sizeof *ones) ||
	       (n->n > n->head_n && whereabouts_is_one_of(w, behind - 1, ones, sizeof ones / sizeof *ones));
}

/* "a Liberia-flagged tanker", "the Iran-aligned movement": whose it is, wherever it is. */
static bool is_tied(const struct whereabouts *w, const struct name *n)
{
	static const struct str ties[] = {
		STR_WORD("based"),    STR_WORD("flagged"),   STR_WORD("registered"), STR_WORD("owned"),
		STR_WORD("operated"), STR_WORD("bound"),     STR_WORD("born"),	     STR_WORD("trained"),
		STR_WORD("backed"),   STR_WORD("aligned"),   STR_WORD("allied"),     STR_WORD("led"),
		STR_WORD("brokered"), STR_WORD("mediated"),  STR_WORD("sponsored"),  STR_WORD("supported"),
		STR_WORD("funded"),   STR_WORD("armed"),     STR_WORD("supplied"),   STR_WORD("made"),
		STR_WORD("linked"),   STR_WORD("installed"), STR_WORD("appointed"),  STR_WORD("friendly")};

	uint32_t dash = n->first + n->n;

	return whereabouts_is(w, dash, "-") && whereabouts_is_one_of(w, dash + 1, ties, sizeof ties / sizeof *ties);
}

bool whereabouts_is_adjective(const struct whereabouts *w, const struct name *n)
{
	enum { LETTERS = 3 };
	const struct token *at = w->r->tokens.at;
	struct str text = at[n->first].text;
	uint32_t behind = n->first + n->n, before = n->first;
	bool letters =
		text.n >= 2 && (text.at[1] == '.' || (text.n <= LETTERS && text.at[1] >= 'A' && text.at[1] <= 'Z'));

	if (n->place != PLACE_NONE && (is_tied(w, n) || is_of_one_there(w, n)))
		return true;
	if (!letters || n->place == PLACE_NONE || gazetteer_kind(w->r->know->places, n->place) != PLACE_COUNTRY ||
	    (n->stance != NAME_MODIFIES && n->stance != NAME_STANDS))
		return false;
	if (n->n > n->head_n) /* "a US checkpoint", a place of its own */
		return is_outpost(w, behind - 1);
	before -= before > 0 && whereabouts_is(w, before - 1, "the");
	bool led = before > 0 && at[before - 1].tag == TAG_IN; /* "in the US people fled" */

	return !led && behind < w->r->tokens.n && tag_is_noun((enum tag)at[behind].tag) && !is_of_land(w, behind);
}

/* "'s defence ministry": a noun of bodies ends the phrase behind the owner. */
static bool is_ministry(const struct whereabouts *w, uint32_t mark)
{
	enum { REACH = 4 }; /* [tokens] */

	for (uint32_t i = mark + 1; i < w->r->tokens.n && i < mark + REACH; i++) {
		if (!tag_is_noun((enum tag)w->r->tokens.at[i].tag) &&
		    !tag_is_adjective((enum tag)w->r->tokens.at[i].tag))
			return false;
		if (whereabouts_is(w, i, "ministry"))
			return true;
	}
	return false;
}

bool whereabouts_is_office(const struct whereabouts *w, const struct name *n)
{
	uint32_t behind = n->first + n->n;

	if (n->stance == NAME_POSSESSES && w->r->tokens.at[n->first].flags & TOKEN_CAPITAL && is_ministry(w, behind))
		return true; /* "Moscow's defence ministry" */
	return n->stance == NAME_MODIFIES && behind < w->r->tokens.n && w->r->tokens.at[behind].flags & TOKEN_CAPITAL &&
	       reading_hit(w->r, behind, LEXICON_SOURCE_NOUNS);
}

/* A country is named beside every town of it: half a vote. */
static uint32_t by_width(const struct whereabouts *w, const struct name *name, uint32_t weight)
{
	bool wide = name->place != PLACE_NONE && gazetteer_kind(w->r->know->places, name->place) <= PLACE_COUNTRY;

	if (whereabouts_is_office(w, name))
		return weight / 4;
	if (wide && name->stance == NAME_MODIFIES) /* "U.S. policy", "a Syria expert" */
		return weight / 4;
	return wide ? weight / 2 : weight;
}

/* "In 2014 the group took 276 girls from Chibok": what happened in another year is told to compare. */
static bool is_of_other_year(const struct reading *r, uint32_t sentence)
{
	enum { DIGITS = 4, EARLIEST = 1900 };
	const struct sentence *s = &r->sentences.at[sentence];
	int64_t year, published = r->published.date.year;

	if (!(r->tables[sentence] & READING_DIGITS) || moment_is_none(r->published))
		return false;
	for (uint32_t i = s->first + 1; i < s->first + s->n; i++) {
		const struct token *t = &r->tokens.at[i];
		bool month = t[-1].flags & TOKEN_CAPITAL && i > s->first + 1 && reading_hit(r, i - 1, LEXICON_TIMES);

		if (t->text.n != DIGITS || !str_to_int(t->text, EARLIEST, published, &year))
			continue;
		if (str_is(t[month ? -2 : -1].lower, "in") && year < published - month) /* last December is near */
			return true;
	}
	return false;
}

bool whereabouts_is_beside(const struct whereabouts *w, const struct name *name)
{
	static const struct str words[] = {STR_WORD("neighbouring"), STR_WORD("neighboring"), STR_WORD("nearby")};

	return whereabouts_is_one_of(w, name->first, words, sizeof words / sizeof *words) ||
	       (name->first > 0 && whereabouts_is_one_of(w, name->first - 1, words, sizeof words / sizeof *words));
}

/* What something counts for among the candidates for the main place. "Des Moines police said": those who tell of a
 * town speak of it, a little each time. */
static uint32_t weight(const struct whereabouts *w, const struct whereabouts_place *p)
{
	int block = w->r->block_of[p->sentence];

	if (!whereabouts_governs(p) || (!block_counts(block) && block != BLOCK_TITLE) ||
	    whereabouts_is_beyond(w, p->name))
		return 0;
	if (whereabouts_is_beside(w, p->name))
		return by_width(w, p->name, WHEREABOUTS_SPEAKS);
	if (p->spoken)
		return p->name->stance == NAME_STANDS ? 0 : by_width(w, p->name, WHEREABOUTS_SPEAKS);
	if (is_of_other_year(w->r, p->sentence))
		return 1;
	return by_width(w, p->name,
			block == BLOCK_TITLE	  ? WHEREABOUTS_TITLE
			: block == BLOCK_DATELINE ? WHEREABOUTS_DATELINE
						  : WHEREABOUTS_TOLD);
}

/* The place's number in the gazetteer; for a name that it does not know, the name's hash. */
static uint64_t identity(const struct name *name)
{
	return name->place != PLACE_NONE ? name->place : hash64(name->where) | 1ull << 63;
}

static void vote(struct ballot *b, const struct name *name, uint32_t more, bool told, bool title)
{
	if (!more)
		return;
	uint64_t place = identity(name);
	size_t slot = (place * 0x9E3779B97F4A7C15u >> 32) & (b->room - 1);

	while (b->votes[slot].name && b->votes[slot].place != place)
		slot = (slot + 1) & (b->room - 1);
	struct vote *v = &b->votes[slot];

	/* the plain name stands for the place: "Aleppo", not "eastern Aleppo" */
	if (!v->name || v->name->where.n > name->where.n) {
		v->name = name;
		v->title = title;
	}
	v->place = place;
	v->weight += more;
	v->told |= told;
	if (!b->best || v->weight > b->best->weight)
		b->best = v;
}

/* The police of Des Moines speak of Des Moines: where no other place is told, the first that speaks. */
static const struct name *speaking_place(const struct whereabouts *w)
{
	for (size_t i = 0; i < w->n; i++)
		if (whereabouts_governs(&w->at[i]) && !whereabouts_is_of_press(w, w->at[i].name) &&
		    block_counts(w->r->block_of[w->at[i].sentence]))
			return w->at[i].name;
	return NULL;
}

/* The name of the text that the title's stands for, and which may tell what holds it: "the Philippine island of
 * Mindoro". NULL: the text has none. */
static const struct name *in_text(const struct whereabouts *w, const struct name *titled)
{
	struct str words = reading_text(&w->title.r, titled->head, titled->head_n);

	for (size_t i = 0; i < w->n; i++)
		if (whereabouts_governs(&w->at[i]) &&
		    str_eq_fold(reading_text(w->r, w->at[i].name->head, w->at[i].name->head_n), words))
			return w->at[i].name;
	return NULL;
}

static void vote_title(const struct whereabouts *w, struct ballot *b)
{
	for (size_t i = 0; i < w->title.names.n; i++) {
		const struct name *name = &w->title.names.at[i];

		if (!is_told_of(name))
			continue;
		const struct name *same = in_text(w, name);

		vote(b, same ? same : name, by_width(w, name, WHEREABOUTS_TITLE), true, !same);
	}
}

/* "10 died in Cumilla, five in Noakhali, two in Feni": what holds a story of so many towns that none of them is more
 * than a few of its tellings. */
static enum scattering scattering(const struct whereabouts *w, const struct ballot *b)
{
	enum { TOWNS = 4, PART = 3 };
	uint32_t towns = 0, sum = 0;
	struct str division = STR_NULL;
	bool divided = false;

	if (!b->best || b->best->title || ballot_country(w, b->best) < 0 || !ballot_is_town(w, b->best))
		return SCATTERED_NOT;
	for (size_t i = 0; i < b->room; i++) {
		const struct vote *v = &b->votes[i];

		if (!v->told || !v->name || ballot_country(w, v) != ballot_country(w, b->best) || !ballot_is_town(w, v))
			continue;
		struct str in = gazetteer_place(w->r->know->places, v->name->place).admin1;

		divided |= towns > 0 && !str_eq(in, division);
		division = in;
		towns++;
		sum += v->weight;
	}
	if (towns < TOWNS || PART * b->best->weight >= sum)
		return SCATTERED_NOT;
	return divided || !division.n ? SCATTERED_IN_COUNTRY : SCATTERED_IN_DIVISION;
}

/* "Syrian forces opened fire … UN estimates 3,000 have been killed … Troops also raided the town of Kafruma": a town
 * told once, and late, in the story of a country told from its first sentence on. */
static bool is_aside(const struct whereabouts *w, const struct vote *v)
{
	enum { LATE = 2 }; /* [sentences] */
	uint32_t sentence;

	if (!v || v->title || v->weight > WHEREABOUTS_TOLD || (ballot_country(w, v) >= 0 && !ballot_is_town(w, v)))
		return false;
	sentence = w->r->sentence_of[v->name->first];
	for (size_t i = 0; i < w->n && w->at[i].sentence == 0 && sentence >= LATE; i++) {
		uint32_t place = w->at[i].name->place;

		if (place != PLACE_NONE &&
		    (ballot_country(w, v) < 0 ||
		     gazetteer_country_code(w->r->know->places, place) == ballot_country(w, v)) &&
		    gazetteer_kind(w->r->know->places, place) == PLACE_COUNTRY)
			return true;
	}
	return false;
}

void whereabouts_choose_main(struct whereabouts *w)
{
	struct ballot b = {.room = 16};

	while (b.room < 2 * (w->n + w->title.names.n))
		b.room *= 2;
	b.votes = ARENA_ARRAY(w->r->arena, struct vote, b.room);
	vote_title(w, &b);
	for (size_t i = 0; i < w->n; i++)
		vote(&b, w->at[i].name, weight(w, &w->at[i]), w->r->block_of[w->at[i].sentence] != BLOCK_DATELINE,
		     false);
	if (b.best && !b.best->told && b.best->name->place != PLACE_NONE) {
		bool far = dateline_is_far(w, b.best->name->place);
		const struct vote *elsewhere = dateline_elsewhere(w, &b, far);

		w->main_untold = !elsewhere;
		w->main_far = !elsewhere && far;
		b.best = elsewhere ? elsewhere : b.best;
	}
	w->scattered = is_aside(w, b.best) ? SCATTERED_IN_COUNTRY : scattering(w, &b);
	w->main = b.best ? b.best->name : speaking_place(w);
	w->main_in_title = b.best && b.best->title;
	if (w->topic && (!w->main || w->bulletin || whereabouts_is_off_topic(w, w->main))) {
		w->main = w->topic;
		w->main_in_title = !w->topic_in_text;
		w->main_untold = w->main_far = false;
		w->scattered = SCATTERED_NOT;
	}
}
