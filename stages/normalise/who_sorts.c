#include "who_parts.h"

/* What sort of source stands behind a name that no table knows. */

static struct str cell(const struct who_words *w, int64_t row, uint32_t column)
{
	return row < 0 ? STR_NULL : lexicon_cell(w->lex, LEXICON_SOURCE_NOUNS, (uint32_t)row, column);
}

/* "images analysed by Maxar": one word that gives a paper is a body's. */
static bool gives(struct str surface, struct str word, struct str name)
{
	ptrdiff_t at = str_find(surface, word);

	return at >= 0 && str_starts(str_slice(surface, (size_t)at + word.n, surface.n), name);
}

bool who_noun_is(const struct who_words *w, int64_t row, const char *kind)
{
	return str_is(cell(w, row, w->column.kind), kind);
}

bool who_is_thing(const struct mention *m)
{
	struct str s = m->source_surface;

	struct str the = STR("the ");

	if (str_eq_fold(s, STR("it")))
		return true;
	for (size_t i = 0; m->source.n && i + the.n + m->source.n <= s.n; i++)
		if (str_eq_fold(str_slice(s, i, i + the.n), the) && str_starts(str_slice(s, i + the.n, s.n), m->source))
			return i == 0 || s.at[i - 1] == ' ';
	return str_find(m->source, STR(" ")) < 0 &&
	       (gives(s, STR(" by "), m->source) || gives(s, STR(" from "), m->source));
}

static bool is_international(const struct who_phrase p)
{
	static const char *const words[] = {"international", "world", "global", "european", "african", "arab",
					    "asian",	     "un",    "u.n.",	"united",   NULL};

	return p.n > 1 && p.at[0].flags & TOKEN_CAPITAL && who_is_one_of(p.at[0].lower, words);
}

bool who_is_police(const struct token *t)
{
	return t->flags & TOKEN_UPPER && t->text.n >= 2 && t->text.n <= 5 && str_ends(t->lower, STR("pd"));
}

/* "NOPD", "the Iraqi News": what the letters or the last word of a name tell. */
static struct str sort_by_form(struct who_phrase p)
{
	static const char *const media[] = {"news",	 "herald",   "gazette",	  "tribune",	  "times",
					    "chronicle", "dispatch", "courier",	  "journal",	  "enquirer",
					    "inquirer",	 "observer", "statesman", "examiner",	  "sentinel",
					    "bulletin",	 "advocate", "telegraph", "constitution", NULL};
	const struct token *last = p.n ? &p.at[p.n - 1] : NULL;

	if (!last || !(last->flags & TOKEN_CAPITAL))
		return STR_NULL;
	if (who_is_police(last) && (p.n == 1 || last->text.n == 2))
		return STR("government");
	return p.n > 1 && who_is_one_of(last->lower, media) ? STR("media") : STR_NULL;
}

struct str who_sort_of_name(const struct who_words *w, struct who_phrase p, int64_t noun)
{
	static const char *const of_states[] = {"agency",	"commission",	"council", "court",
						"organisation", "organization", NULL};
	struct str type = cell(w, noun, w->column.noun_type);

	if (noun < 0) {
		struct str form = sort_by_form(p);

		return form.n ? form : type;
	}
	if (!(p.at[p.n - 1].flags & TOKEN_CAPITAL))
		return type;
	if (is_international(p) && who_is_one_of(p.at[who_head(p) - 1].lower, of_states))
		return STR("igo");
	/* an institute, a university: it has a name */
	return str_eq(type, STR("anonymous")) && !str_eq(cell(w, noun, w->column.kind), STR("person")) ? STR("ngo")
												       : type;
}

/* "state-run MRTV" is a broadcaster, "state-owned Petronor" a company. */
static struct str sort_of_owner(struct who_phrase role)
{
	if (role.n < 3 || role.at[role.n - 2].kind != TOKEN_MARK)
		return STR_NULL;
	if (str_eq(role.at[role.n - 1].lower, STR("run")))
		return STR("media");
	return str_eq(role.at[role.n - 1].lower, STR("owned")) ? STR("company") : STR_NULL;
}

/* "an agency | working in the area": the first noun of bodies, where none ends the head; -1 too for people, "police
 * spokesman Maj.". */
static int64_t first_body(const struct who_words *w, struct who_phrase role)
{
	int64_t body = -1;
	uint32_t row;

	for (size_t i = 0; role.n && i < who_head(role); i++) {
		if (who_match(w, role, i, LEXICON_TITLES, &row))
			return -1;
		if (!who_match(w, role, i, LEXICON_SOURCE_NOUNS, &row))
			continue;
		if (str_eq(cell(w, row, w->column.kind), STR("person")))
			return -1;
		body = body < 0 && str_eq(cell(w, row, w->column.kind), STR("group")) ? row : body;
	}
	return body;
}

/* "the Salem Post": a paper's name, which without its article could be a person's. */
static bool is_paper(struct who_phrase p)
{
	static const char *const words[] = {"post",   "star",  "sun",	"banner",  "mail",   "mirror", "register",
					    "ledger", "globe", "press", "citizen", "record", "daily",  NULL};

	return p.n > 1 && p.at[p.n - 1].flags & TOKEN_CAPITAL && who_is_one_of(p.at[p.n - 1].lower, words);
}

/* "Ministry of Health | spokesman": the post of a person stands behind the body. */
static bool ends_with_post(const struct who_words *w, struct who_phrase role)
{
	uint32_t row;

	if (role.n < 2 || who_head(role) >= role.n - 1 || role.at[role.n - 1].flags & TOKEN_CAPITAL ||
	    who_is_preposition(&role.at[role.n - 2]))
		return false;
	return who_match(w, role, role.n - 1, LEXICON_TITLES, &row) == 1 ||
	       (who_match(w, role, role.n - 1, LEXICON_SOURCE_NOUNS, &row) == 1 &&
		str_eq(cell(w, row, w->column.kind), STR("person")));
}

struct str who_sort_of_body(const struct who_words *w, const struct mention *m, struct str by_name)
{
	struct who_phrase role = who_phrase(w, m->source_role);
	size_t words;
	int64_t noun = role.n ? who_noun(w, role, &words) : -1;

	noun = noun < 0 ? first_body(w, role) : noun;
	struct str kind = cell(w, noun, w->column.kind), type = cell(w, noun, w->column.noun_type);

	if ((str_eq(kind, STR("person")) || ends_with_post(w, role)) && !who_is_thing(m))
		return STR_NULL;
	if (str_eq(kind, STR("group")) || str_eq(kind, STR("media")))
		return type.n && !str_eq(type, STR("anonymous")) ? type : STR("ngo");
	if (role.n && sort_of_owner(role).n)
		return sort_of_owner(role);
	if (by_name.n && noun < 0)
		return by_name;
	if (!who_is_thing(m))
		return STR_NULL;
	return is_paper(who_phrase(w, m->source)) ? STR("media") : STR("ngo");
}
