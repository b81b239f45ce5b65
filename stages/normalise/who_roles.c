#include "who_parts.h"

/* The body that a role speaks for. */

/* Posts that speak for a government when only a country stands before them: "a Turkish official". */
static bool speaks_for_country(struct str word)
{
	static const char *const words[] = {"official",	  "officials",	 "diplomat", "diplomats",  "envoy",
					    "ambassador", "negotiator",	 "delegate", "delegation", "source",
					    "sources",	  "authorities", NULL};

	return who_is_one_of(word, words);
}

/* "foreign minister of Turkey" | "Turkish foreign minister" | "Turkey's President". */
static bool office_of_title(const struct who_words *w, struct who_phrase p, size_t title, size_t n, struct str office,
			    struct body *body)
{
	uint32_t country;

	for (size_t i = 0; i < title; i++)
		if (who_country(w, p, i, &country)) {
			*body = body_of_office(w, country, office);
			return true;
		}
	if (title + n + 1 < p.n && who_is_preposition(&p.at[title + n]))
		for (size_t i = title + n + 1; i < p.n; i++)
			if (who_country(w, p, i, &country)) {
				*body = body_of_office(w, country, office);
				return true;
			}
	return false;
}

/* "spokesman for the army", "head of the UN mission", "official with the ICRC". */
static bool body_behind(const struct who_words *w, struct who_phrase p, struct body *body)
{
	static const char *const words[] = {"for", "of", "with", "at", "from", NULL};

	for (size_t i = 1; i + 1 < p.n; i++) {
		if (!who_is_one_of(p.at[i].lower, words))
			continue;
		struct who_phrase rest = who_phrase(w, who_text(w, who_part(p, i + 1, p.n)));

		*body = body_of(w, rest);
		if (body->known)
			return true;
		*body = body_of(w, who_part(rest, 0, who_head(rest)));
		return body->known;
	}
	return false;
}

/* "Energy Minister Selim Aksoy" of a country that goes without saying: the Energy Ministry, as articles call it. A
 * government has more offices without a name of their own than one. */
static bool body_of_bare_office(const struct who_words *w, struct str office, struct body *body)
{
	if (str_eq(office, STR("government")) || !str_ends(office, STR("Ministry")))
		return false;
	*body = (struct body){.ref = {who_slug(w->arena, office), office, who_type_of_office(w, office)},
			      .known = true,
			      .bare = true};
	return true;
}

/* "UN | peace envoy", "ICRC | Syria head", "Turkish | officials". */
static struct body body_before_post(const struct who_words *w, struct who_phrase role)
{
	struct body body = {0};
	uint32_t country;
	size_t n = who_country(w, role, 0, &country);

	for (size_t to = role.n - 1; to > 0 && !body.known; to--) {
		if (n == to && !speaks_for_country(role.at[role.n - 1].lower))
			break; /* "Syrian rebel spokesman" is not Syria's */
		body = body_of(w, who_part(role, 0, to));
	}
	return body.known ? body : (struct body){0};
}

/* "Deputy | Police Chief", "Interim": of the post, and not of the body's name. */
static struct who_phrase behind_rank_words(struct who_phrase role)
{
	static const char *const words[] = {"deputy", "assistant", "associate", "interim", "acting", "vice",
					    "former", "senior",	   "chief",	"then",	   NULL};

	while (role.n > 1 && who_is_one_of(role.at[0].lower, words))
		role = who_part(role, 1, role.n);
	return role;
}

/* "Lee County | Sheriff", "Lee County | Sheriff's deputies" */
static bool is_of_sheriff(struct who_phrase role, size_t to)
{
	static const char *const lands[] = {"county", "parish", NULL};

	return to < role.n && who_is_one_of(role.at[to - 1].lower, lands) && str_eq(role.at[to].lower, STR("sheriff"));
}

/* A county is no office: its sheriff's is. */
static struct who_phrase office_of_sheriff(const struct who_words *w, struct who_phrase county)
{
	struct buf name = {.arena = w->arena};

	buf_printf(&name, "%.*s Sheriff's Office", STR_ARG(who_text(w, county)));
	return who_phrase(w, buf_str(&name));
}

/* "Kaduna State Police Command | spokesman", "LAPD | Sgt.": known only by its name, which a noun of bodies ends. */
static struct body body_by_role_name(const struct who_words *w, struct who_phrase role)
{
	size_t words;

	role = behind_rank_words(role);
	for (size_t to = role.n; to > 0; to--)
		if (who_is_police(&role.at[to - 1])) {
			struct body police = body_by_name(w, who_part(role, 0, to));

			police.ref.type = STR("government");
			return police;
		}

	for (size_t to = role.n; to > 1; to--) {
		struct who_phrase p = who_part(role, 0, to);
		int64_t noun = p.at[to - 1].flags & TOKEN_CAPITAL ? who_noun(w, p, &words) : -1;

		if (noun >= 0 && words < to && who_noun_is(w, noun, "group"))
			return body_by_name(w, is_of_sheriff(role, to) ? office_of_sheriff(w, p) : p);
	}
	return (struct body){0};
}

static bool is_rank(const struct who_words *w, uint32_t row)
{
	return str_eq(lexicon_cell(w->lex, LEXICON_TITLES, row, w->column.title_kind), STR("rank"));
}

/* "Israel's | Rear Adm.", not "Syrian rebel | Col.": the country stands right before it. */
static bool body_of_rank(const struct who_words *w, struct who_phrase p, size_t rank, struct str office,
			 struct body *body)
{
	uint32_t country;

	for (size_t i = 0; office.n && i < rank; i++)
		if (who_country(w, p, i, &country) == rank - i) {
			*body = body_of_office(w, country, office);
			return true;
		}
	return false;
}

/* "police spokesman | Maj.", "State Police | Col.": a rank tells no body behind what does. */
static struct who_phrase before_ranks(const struct who_words *w, struct who_phrase p)
{
	uint32_t row, country;

	for (size_t i = 1; i < p.n; i++)
		if (who_match(w, p, i, LEXICON_TITLES, &row) == p.n - i && is_rank(w, row))
			return who_country(w, p, 0, &country) == i ? p : who_part(p, 0, i);
	return p;
}

/* Before the body there may be lower-case words and numbers: "two senior | Turkish officials". */
struct body body_of_role(const struct who_words *w, struct who_phrase role)
{
	struct body body = {0};
	uint32_t row;
	role = before_ranks(w, role);
	size_t head = role.n ? who_head(role) : 0, n;
	struct str bare = STR_NULL;

	for (size_t i = 0; i < head; i++) {
		n = who_match(w, role, i, LEXICON_TITLES, &row);
		struct str office = n ? lexicon_cell(w->lex, LEXICON_TITLES, row, w->column.title_office) : STR_NULL;

		if (n && is_rank(w, row)) {
			if (body_of_rank(w, role, i, office, &body))
				return body;
			continue;
		}
		if (office.n && office_of_title(w, role, i, n, office, &body))
			return body;
		bare = bare.n ? bare : office;
	}
	for (size_t from = 0; from < head; from++) {
		body = body_before_post(w, who_part(role, from, head));
		if (body.known)
			return body;
		if (role.at[from].flags & TOKEN_CAPITAL && !who_match(w, role, from, LEXICON_NUMBERS, &row))
			break;
	}
	if (head < role.n && body_behind(w, role, &body))
		return body;
	if (bare.n && body_of_bare_office(w, bare, &body))
		return body;
	return body_by_role_name(w, who_part(role, 0, head));
}
