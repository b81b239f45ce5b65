/* Numbers of a whole country in a story about one of its towns, or told from abroad: "the UN says 9,000 people have
 * been killed since the protests began". */
#include "values/timex.h"
#include "whereabouts_parts.h"

enum {
	NEAR = 60,     /* tokens around a figure that tell of what it is */
	LARGE = 500,   /* from which a toll may be of more than a town: of an unrest */
	STATED = 1000, /* … stated in a text of one */
	SINCE = 100,   /* … counted since long ago */
	LONG_AGO = 60, /* days */
	SENTENCES = 3, /* that make a text one of unrest or war */
	CODES = 26 * 26
};

/* "two deaths, | bringing the nationwide total to 19": another's number, behind a comma. */
static bool is_result(const struct whereabouts *w, uint32_t i)
{
	return str_is(w->r->tokens.at[i].text, ",") && w->r->tokens.at[i + 1].tag == TAG_VBG;
}

static bool tells(const struct whereabouts *w, uint32_t token, enum place_scope scope)
{
	uint32_t sentence = w->r->sentence_of[token];
	struct sentence s = w->r->sentences.at[sentence];
	uint32_t from = token > s.first + NEAR ? token - NEAR : s.first;

	if (!whereabouts_scoped(w, sentence, scope))
		return false;
	for (uint32_t i = from; i < s.first + s.n && i < token + NEAR; i++) {
		if (whereabouts_scope(w, i) == scope)
			return true;
		if (i > token && i + 1 < s.first + s.n && is_result(w, i))
			return false;
	}
	return false;
}

/* Do several sentences tell of unrest or war? */
static bool is_troubled(const struct whereabouts *w)
{
	uint32_t sentences = 0;

	for (uint32_t i = 0; i < w->r->sentences.n && sentences < SENTENCES; i++)
		sentences += whereabouts_scoped(w, i, SCOPE_NATION) || whereabouts_scoped(w, i, SCOPE_UNREST);
	return sentences == SENTENCES;
}

static int code_of(const struct whereabouts *w, uint32_t place)
{
	return place == PLACE_NONE ? -1 : gazetteer_country_code(w->r->know->places, place);
}

/* A place of the country that the text tells most; PLACE_NONE: it tells none. times: of each country, by its code. */
static uint32_t most_told(const struct whereabouts *w, uint32_t *times)
{
	uint32_t best = PLACE_NONE, most = 0;

	for (size_t i = 0; i < w->n; i++) {
		uint32_t place = w->at[i].name->place;
		int code = code_of(w, place);

		if (code >= 0 && ++times[code] > most) {
			most = times[code];
			best = place;
		}
	}
	return best;
}

/* How often a country is told by its own name. */
struct telling {
	uint32_t by_name, by_people; /* "Syria", "Syrian" */
};

/* Its towns don't count: they may have namesakes. */
static void count_named(const struct whereabouts *w, const struct name *name, bool adjective, struct telling *of)
{
	if (name->place == PLACE_NONE || gazetteer_kind(w->r->know->places, name->place) != PLACE_COUNTRY)
		return;
	struct telling *t = &of[code_of(w, name->place)];

	t->by_name += name->kind == NAME_PLACE && !adjective;
	t->by_people += name->kind == NAME_DEMONYM || adjective;
}

/* A people alone may be that of an embassy. */
static uint32_t times_of(const struct telling *t)
{
	return t->by_name ? t->by_name + t->by_people : 0;
}

/* GENEVA - "UNICEF said Samoa had declared an emergency": a country that is named again and again, where that of the
 * dateline is hardly told, is where the story is; or where no town is told. PLACE_NONE: there is none. told: all
 * tellings of each country. */
static uint32_t told_abroad(const struct whereabouts *w, const uint32_t *told)
{
	enum { OFTEN = 2, FEWER = 3 };
	uint32_t all = 0;
	int home = w->main ? code_of(w, w->main->place) : -1, best = 0;

	if (w->main && (home < 0 || !w->main_untold))
		return PLACE_NONE;
	struct telling *of = ARENA_ARRAY(w->r->arena, struct telling, CODES);

	for (size_t i = 0; i < w->n; i++)
		count_named(w, w->at[i].name, w->at[i].adjective, of);
	for (size_t i = 0; i < w->title.names.n; i++)
		count_named(w, &w->title.names.at[i], false, of);
	for (int i = 0; i < CODES; i++) {
		all += times_of(&of[i]);
		best = times_of(&of[i]) > times_of(&of[best]) ? i : best;
	}
	uint32_t at_home = home < 0 ? 0 : told[home] - 1, most = times_of(&of[best]); /* without the dateline */

	if (best == home || most < OFTEN || FEWER * at_home > most || 2 * most <= all)
		return PLACE_NONE;
	char code[] = {(char)('A' + best / 26), (char)('A' + best % 26)};

	return gazetteer_country(w->r->know->places, (struct str){code, sizeof code});
}

void whereabouts_find_nation(struct whereabouts *w)
{
	uint32_t *times = ARENA_ARRAY(w->r->arena, uint32_t, CODES);

	w->troubled = is_troubled(w);
	w->nation = w->topic ? w->topic->place : most_told(w, times);
	w->abroad = w->topic ? PLACE_NONE : told_abroad(w, times);
}

/* "Since March", in autumn. */
static bool is_since_long(const struct whereabouts *w, const struct mention *m)
{
	struct moment published = w->r->published;
	struct timex_value v;
	struct err err;
	int32_t first;

	return str_starts(m->time, STR("since ")) && !moment_is_none(published) &&
	       timex_resolve_text(m->time, published, &v, &err) && interval_first_day(&v.edtf, &first) &&
	       first <= date_first_day(published.date) - LONG_AGO;
}

static bool is_at_least(struct decimal value, int least)
{
	return value.known && decimal_cmp(value, decimal_of(least)) >= 0;
}

/* Tolls are told of a whole war; those who leave a town, or stay, are told of the town. */
static bool is_toll(const struct mention *m)
{
	return !m->unit.n && (str_is(m->measure, "killed") || str_is(m->measure, "injured") ||
			      str_is(m->measure, "detained") || str_is(m->measure, "casualties"));
}

/* "in 11 districts", "across four states": the noun of divisions that the token's count is spread over; 0: none. */
static uint32_t divisions_behind(const struct whereabouts *w, uint32_t token)
{
	static const struct str leading[] = {STR_WORD("in"), STR_WORD("across"), STR_WORD("throughout"),
					     STR_WORD("over")};
	struct sentence s = w->r->sentences.at[w->r->sentence_of[token]];

	for (uint32_t i = token; i + 2 < s.first + s.n && i < token + NEAR; i++) {
		const struct token *number = &w->r->tokens.at[i + 1], *unit = number + 1;
		const struct place_row *row = whereabouts_word(w, i + 2);

		if (whereabouts_is_one_of(w, i, leading, sizeof leading / sizeof *leading) && number->tag == TAG_CD &&
		    unit->tag == TAG_NNS && row && row->kind == WORD_AREA)
			return i + 2;
	}
	return 0;
}

bool whereabouts_is_of_one_division(const struct whereabouts *w, const struct name *here, uint32_t token)
{
	uint32_t unit = here->first > token ? divisions_behind(w, token) : 0;

	if (!unit || here->first < unit || here->place == PLACE_NONE ||
	    gazetteer_kind(w->r->know->places, here->place) <= PLACE_COUNTRY)
		return false;
	for (uint32_t i = unit + 1; i < here->first; i++)
		if (w->r->tokens.at[i].kind == TOKEN_MARK)
			return true;
	return false;
}

/* Is a count that is spread over the divisions named at `unit` of more than the story's place: over districts, of more
 * than a town, over states, of more than one? */
static bool is_of_more(const struct whereabouts *w, uint32_t unit)
{
	static const struct str first[] = {STR_WORD("states"), STR_WORD("provinces"), STR_WORD("regions"),
					   STR_WORD("governorates")};
	bool wide = unit && whereabouts_is_one_of(w, unit, first, sizeof first / sizeof *first);

	return unit && w->main && w->main->place != PLACE_NONE &&
	       gazetteer_kind(w->r->know->places, w->main->place) > (wide ? PLACE_COUNTRY : PLACE_ADMIN1);
}

/* "Nationwide, 4.5 million people were affected. | More than 85,200 homes were damaged": what goes on from a sentence
 * that opens so. */
static bool goes_on_nationwide(const struct whereabouts *w, uint32_t token)
{
	uint32_t sentence = w->r->sentence_of[token], first = w->r->sentences.at[sentence].first;

	return sentence > 0 && !(w->r->tokens.at[first].flags & (TOKEN_PARA | TOKEN_BREAK)) &&
	       whereabouts_scoped(w, sentence - 1, SCOPE_NATION) &&
	       whereabouts_scope(w, w->r->sentences.at[sentence - 1].first) == SCOPE_NATION;
}

bool whereabouts_is_nationwide(const struct whereabouts *w, uint32_t token, const struct mention *m)
{
	if (tells(w, token, SCOPE_NATION) || is_of_more(w, divisions_behind(w, token)) ||
	    (m->measure.n && goes_on_nationwide(w, token)))
		return true;
	if (!is_toll(m))
		return false;
	if (is_at_least(m->value, LARGE) && tells(w, token, SCOPE_UNREST))
		return true;
	if (!w->troubled)
		return false;
	if (is_at_least(m->value, STATED) && !m->time.n && speakers_of(w->said, token))
		return true;
	return is_at_least(m->value, SINCE) && is_since_long(w, m);
}
