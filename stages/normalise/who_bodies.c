#include "who_parts.h"

static struct str noun_cell(const struct who_words *w, uint32_t row, uint32_t column)
{
	return lexicon_cell(w->lex, LEXICON_SOURCE_NOUNS, row, column);
}

static struct str actor_cell(const struct who_words *w, uint32_t row, uint32_t column)
{
	return lexicon_cell(w->lex, LEXICON_ACTORS, row, column);
}

/* Type of the sources of an office; "government" where the table has none. */
struct str who_type_of_office(const struct who_words *w, struct str office)
{
	int64_t row = lexicon_row(w->lex, LEXICON_SOURCE_NOUNS, office);

	return row >= 0 && noun_cell(w, (uint32_t)row, w->column.noun_type).n
		       ? noun_cell(w, (uint32_t)row, w->column.noun_type)
		       : STR("government");
}

static struct str whole_of_office(const struct who_words *w, struct str office)
{
	int64_t row = lexicon_row(w->lex, LEXICON_SOURCE_NOUNS, office);

	return row >= 0 ? noun_cell(w, (uint32_t)row, w->column.whole) : STR_NULL;
}

/* A body known by the id that a row of the actors gives as a parent: made by rule where it has no row. */
static struct source_ref ref_of_id(const struct who_words *w, struct str id)
{
	struct source_ref ref = {.id = id, .type = STR("government")};
	struct buf name = {.arena = w->arena};
	uint32_t rows = lexicon_rows(w->lex, LEXICON_ACTORS);

	for (size_t i = 0; i < id.n; i++)
		buf_add_char(&name, id.at[i] == '-' ? ' ' : id.at[i]);
	int64_t row = lexicon_row(w->lex, LEXICON_ACTORS, buf_str(&name));

	if (row < 0) { /* the name is not the id's words ("OCHA"): seldom, and the table is short */
		for (uint32_t k = 0; k < rows && row < 0; k++)
			if (str_eq(actor_cell(w, k, w->column.id), id))
				row = k;
	}
	if (row >= 0 && str_eq(actor_cell(w, (uint32_t)row, w->column.id), id)) {
		ref.name = actor_cell(w, (uint32_t)row, w->column.name);
		ref.type = actor_cell(w, (uint32_t)row, w->column.type);
		return ref;
	}
	ref.name = buf_str(&name);
	return ref;
}

/* "afghan government": its country's adjective has a capital. */
static struct source_ref parent_by_rule(const struct who_words *w, struct str id)
{
	struct source_ref ref = ref_of_id(w, id);
	struct who_phrase p;
	struct body body;

	if (!str_eq(ref.type, STR("government")) || !str_eq_fold(ref.name, str_lower(w->arena, ref.name)))
		return ref;
	char *text = arena_text(w->arena, ref.name.n + 1);

	for (size_t i = 0; i < ref.name.n; i++) /* "South Korean": every word may be the country's */
		text[i] = (i == 0 || ref.name.at[i - 1] == ' ') && ascii_is_lower((unsigned char)ref.name.at[i])
				  ? (char)(ref.name.at[i] & ~32)
				  : ref.name.at[i];
	p = who_phrase(w, (struct str){text, ref.name.n});
	body = body_of(w, p);
	return body.known && str_eq(body.ref.id, id) ? body.ref : ref;
}

static struct body body_of_actor(const struct who_words *w, uint32_t row)
{
	struct body body = {.known = true};
	struct str parent = actor_cell(w, row, w->column.parent);

	body.ref.id = actor_cell(w, row, w->column.id);
	body.ref.name = actor_cell(w, row, w->column.name);
	body.ref.type = actor_cell(w, row, w->column.type);
	if (parent.n)
		body.whole = parent_by_rule(w, parent);
	return body;
}

static struct source_ref office_ref(const struct who_words *w, struct str adjective, struct str office)
{
	struct str name = str_printf(w->arena, "%.*s %.*s", STR_ARG(adjective), STR_ARG(office));
	int64_t row = lexicon_row(w->lex, LEXICON_ACTORS, name);

	if (row >= 0)
		return (struct source_ref){actor_cell(w, (uint32_t)row, w->column.id),
					   actor_cell(w, (uint32_t)row, w->column.name),
					   actor_cell(w, (uint32_t)row, w->column.type)};
	return (struct source_ref){who_slug(w->arena, name), name, who_type_of_office(w, office)};
}

struct body body_of_office(const struct who_words *w, uint32_t country, struct str office)
{
	struct str adjective = gazetteer_adjective(w->places, country), whole = whole_of_office(w, office);
	struct body body = {.known = true};

	if (str_is_empty(adjective))
		adjective = gazetteer_place(w->places, country).name;
	body.ref = office_ref(w, adjective, office);
	if (whole.n)
		body.whole = office_ref(w, adjective, whole);
	return body;
}

static bool match_all(const struct who_words *w, struct who_phrase p, enum lexicon_table table, uint32_t *row)
{
	return p.n && who_match(w, p, 0, table, row) == p.n;
}

/* The office that the whole phrase names, over words such as "official", "state-run" before it. */
static struct str office_in(const struct who_words *w, struct who_phrase p)
{
	uint32_t row;

	for (size_t i = 0; i < p.n; i++)
		if (match_all(w, who_part(p, i, p.n), LEXICON_SOURCE_NOUNS, &row) &&
		    noun_cell(w, row, w->column.office).n)
			return noun_cell(w, row, w->column.office);
	return STR_NULL;
}

/* The phrase's last part that is an actor of the table: "state-run Anadolu Agency". */
static bool actor_at_end(const struct who_words *w, struct who_phrase p, struct body *body)
{
	uint32_t row;

	for (size_t i = 0; i < p.n; i++)
		if ((i == 0 || p.at[i].flags & TOKEN_CAPITAL) &&
		    match_all(w, who_part(p, i, p.n), LEXICON_ACTORS, &row)) {
			*body = body_of_actor(w, row);
			return true;
		}
	return false;
}

static bool is_generic(const struct who_words *w, struct who_phrase p)
{
	uint32_t row;

	return p.n == 0 || who_head(p) == 0 || match_all(w, who_part(p, 0, who_head(p)), LEXICON_SOURCE_NOUNS, &row);
}

bool who_is_preposition(const struct token *t)
{
	static const char *const words[] = {"in", "of", "for", "from", "at", "on", "near", "based", NULL};

	return who_is_one_of(t->lower, words);
}

/* The phrase begins with an actor, and what follows says only where or of what kind it is. */
static bool actor_at_start(const struct who_words *w, struct who_phrase p, struct body *body)
{
	uint32_t row;
	size_t n = who_match(w, p, 0, LEXICON_ACTORS, &row);
	bool long_enough = n > 1 || (n == 1 && p.at[0].flags & TOKEN_CAPITAL);

	struct who_phrase rest = who_part(p, n, p.n);
	uint32_t country;
	bool branch = rest.n && who_country(w, rest, 0, &country) == rest.n; /* "Oxfam Australia" */

	if (!long_enough || (rest.n && !branch && !who_is_preposition(&rest.at[0]) && !is_generic(w, rest)))
		return false;
	*body = body_of_actor(w, row);
	return true;
}

/* "U.N. | Office for the Coordination of Humanitarian Affairs": a known body behind the one whose part it is. */
static bool actor_of_actor(const struct who_words *w, struct who_phrase p, struct body *body)
{
	uint32_t row;
	size_t n = who_match(w, p, 0, LEXICON_ACTORS, &row);

	if (n == 0 || n == p.n)
		return false;
	struct body whole = body_of_actor(w, row);

	n += str_eq(p.at[n].lower, STR("'s"));
	if (n >= p.n || !match_all(w, who_part(p, n, p.n), LEXICON_ACTORS, &row))
		return false;
	*body = body_of_actor(w, row);
	return str_eq(body->whole.id, whole.ref.id);
}

/* "Russia's defence ministry", "Syrian state media", "Turkey", "Russian military's Center …". */
static bool body_of_country(const struct who_words *w, struct who_phrase p, struct body *body)
{
	uint32_t country;
	size_t n = who_country(w, p, 0, &country);
	struct who_phrase rest = who_part(p, n, p.n);

	if (n == 0)
		return false;
	struct str office = rest.n ? office_in(w, rest) : STR("government");

	if (rest.n && actor_at_end(w, rest, body))
		return true;
	for (size_t i = 0; i + 1 < rest.n; i++)
		if (str_eq(rest.at[i].lower, STR("'s")) && actor_at_start(w, who_part(rest, i + 1, rest.n), body))
			return true;
	if (str_is_empty(office) && rest.n) /* "Syrian health ministry in Damascus" */
		office = office_in(w, who_part(rest, 0, who_head(rest)));
	if (str_is_empty(office))
		return false;
	*body = body_of_office(w, country, office);
	return true;
}

/* "The official Syrian news agency": Syria's official news agency. */
static bool body_of_state_media(const struct who_words *w, struct who_phrase p, struct body *body)
{
	enum { BEFORE = 3, MOST = 8 }; /* [tokens] "state-run" */
	struct token words[MOST];
	uint32_t country;
	size_t n = 0;

	if (p.n > MOST)
		return false;
	for (size_t i = 1; i <= BEFORE && i < p.n; i++) {
		size_t of_country = who_country(w, p, i, &country);

		if (!of_country)
			continue;
		for (size_t k = 0; k < p.n; k++)
			if (k < i || k >= i + of_country)
				words[n++] = p.at[k];
		if (!str_is(office_in(w, (struct who_phrase){words, n}), "state media"))
			return false;
		*body = body_of_office(w, country, STR("state media"));
		return true;
	}
	return false;
}

/* "the health ministry" is the Ministry of Health; "the coast guard" is of the military, but
 * without a country to make a name with it goes by its own. */
static bool words_of_office(struct who_phrase p, struct str office)
{
	struct str rest = office;

	while (rest.at) {
		struct str word = str_cut(&rest, ' ');

		for (size_t i = 0; i < p.n; i++)
			if (str_eq_fold(p.at[i].text, word))
				return true;
	}
	return false;
}

/* "Ministry of Health in Gaza", "government of Syria", "defence ministry in Moscow". */
static bool body_of_office_first(const struct who_words *w, struct who_phrase p, struct body *body)
{
	const uint32_t *places;
	uint32_t row, country;
	size_t n = who_match(w, p, 0, LEXICON_SOURCE_NOUNS, &row);

	if (n == 0 || str_is_empty(noun_cell(w, row, w->column.office)))
		return false;
	struct str office = noun_cell(w, row, w->column.office);
	struct who_phrase rest = who_part(p, n + 1, p.n);

	if (n + 1 < p.n && who_is_preposition(&p.at[n])) {
		struct str place = who_text(w, rest);

		if (who_country(w, rest, 0, &country)) {
			*body = body_of_office(w, country, office);
			return true;
		}
		size_t found = gazetteer_find(w->places, gazetteer_key(w->arena, place), &places);

		for (size_t i = 0; i < found; i++)
			if ((country = gazetteer_speaks_for(w->places, places[i])) != PLACE_NONE) {
				*body = body_of_office(w, country, office);
				return true;
			}
	}
	if (n < p.n)
		return false;
	struct str name = words_of_office(p, office) ? office : who_text(w, p);

	*body = (struct body){
		.ref = {who_slug(w->arena, name), name, who_type_of_office(w, office)}, .known = true, .bare = true};
	return true;
}

/* A capital for its government: "Ankara", "Damascus". */
static bool body_of_capital(const struct who_words *w, struct who_phrase p, struct body *body)
{
	const uint32_t *places;
	uint32_t country;

	if (p.n == 0 || p.n > 3 || !(p.at[0].flags & TOKEN_CAPITAL) ||
	    !gazetteer_find(w->places, gazetteer_key(w->arena, who_text(w, p)), &places))
		return false;
	country = gazetteer_speaks_for(w->places, places[0]);
	if (country == PLACE_NONE)
		return false;
	*body = body_of_office(w, country, STR("government"));
	return true;
}

/* "the Syria delegation of", "a branch of | the Red Cross": speaks as the body does. */
static bool body_of_branch(const struct who_words *w, struct who_phrase p, struct body *body)
{
	static const char *const branches[] = {"delegation", "branch", "chapter", NULL};

	for (size_t i = 0; i + 2 < p.n && i < 3; i++)
		if (who_is_one_of(p.at[i].lower, branches) && str_is(p.at[i + 1].lower, "of"))
			return actor_at_start(w, who_part(p, i + 2 + str_is(p.at[i + 2].lower, "the"), p.n), body);
	return false;
}

struct body body_by_name(const struct who_words *w, struct who_phrase p)
{
	struct body body = {0};
	size_t words;
	int64_t row = who_noun(w, p, &words);

	body.ref.name = who_text(w, p);
	body.ref.id = who_slug(w->arena, body.ref.name);
	body.ref.type = who_sort_of_name(w, p, row);
	return body;
}

/* "the state Department of Transportation": one of a state, and neither the State Department nor a country's own. */
static bool is_of_state(struct who_phrase p)
{
	return p.n > 3 && str_is(p.at[0].lower, "state") && str_is(p.at[1].lower, "department") &&
	       str_is(p.at[2].lower, "of");
}

struct body body_of(const struct who_words *w, struct who_phrase p)
{
	struct body body = {0};
	uint32_t row;

	if (p.n == 0)
		return body;
	if (match_all(w, p, LEXICON_ACTORS, &row))
		return body_of_actor(w, row);
	if (is_of_state(p))
		return body_by_name(w, p);
	if (actor_of_actor(w, p, &body) || body_of_country(w, p, &body) || body_of_state_media(w, p, &body) ||
	    body_of_capital(w, p, &body) || body_of_office_first(w, p, &body) || body_of_branch(w, p, &body) ||
	    actor_at_start(w, p, &body) || actor_at_end(w, p, &body))
		return body;
	return body_by_name(w, p);
}
