#include "who.h"

#include "who_parts.h"

static struct str noun_cell(const struct who_words *w, int64_t row, uint32_t column)
{
	return row < 0 ? STR_NULL : lexicon_cell(w->lex, LEXICON_SOURCE_NOUNS, (uint32_t)row, column);
}

static bool has_capital(struct who_phrase p)
{
	for (size_t i = 0; i < p.n; i++)
		if (p.at[i].flags & TOKEN_CAPITAL)
			return true;
	return false;
}

static bool is_personal_noun(const struct who_words *w, int64_t row)
{
	return str_eq(noun_cell(w, row, w->column.kind), STR("person"));
}

/* The first noun of the role that stands for a person: "a doctor helping coordinate the evacuation". */
static int64_t first_noun(const struct who_words *w, struct who_phrase role)
{
	uint32_t row;

	for (size_t i = 0; i < role.n; i++)
		if (who_match(w, role, i, LEXICON_SOURCE_NOUNS, &row) && is_personal_noun(w, row) &&
		    !(i + 1 < role.n && str_eq(role.at[i].lower, STR("local")))) /* "a local hospital chief" */
			return row;
	return -1;
}

/* Is there an office of a government in the role: "President", "Deputy Prime Minister"? */
static bool has_office(const struct who_words *w, struct who_phrase role)
{
	uint32_t row;

	for (size_t i = 0; i < role.n; i++)
		if (who_match(w, role, i, LEXICON_TITLES, &row) &&
		    str_eq(lexicon_cell(w->lex, LEXICON_TITLES, row, w->column.title_kind), STR("office")))
			return true;
	return false;
}

/* What sort of person: a doctor is medical, a resident a witness; with an organisation just a person. */
static struct str type_of_person(const struct who_words *w, struct who_phrase role, bool speaks_for)
{
	struct str type = noun_cell(w, first_noun(w, role), w->column.noun_type);

	if (speaks_for)
		return STR("person");
	if (type.n && !str_eq(type, STR("anonymous")))
		return type;
	return has_office(w, role) ? STR("government") : STR("person");
}

/* "a Russian outlet's editor", "the mayor of Bafoussam": a country's adjective speaks for no government, and a town is
 * no organisation. */
static bool is_only_place(const struct who_words *w, struct who_phrase org)
{
	const uint32_t *found;
	uint32_t country;

	return org.n && (who_country(w, org, 0, &country) == org.n ||
			 gazetteer_find(w->places, gazetteer_key(w->arena, who_text(w, org)), &found));
}

/* The organisation told with a person: by the role first, which names the office, then as written. */
static struct body org_of_person(const struct who_words *w, const struct mention *m, struct who_phrase role)
{
	struct body body = body_of_role(w, role);
	struct who_phrase org = who_phrase(w, m->source_org);

	if (body.known && !body.bare)
		return body;
	if (is_only_place(w, org))
		return body;
	struct body told = org.n ? body_of(w, org) : (struct body){0};

	if (told.known && !(told.ref.type.n && body.known))
		return told;
	return told.ref.id.n && has_capital(org) && !body.known && who_head(org) > 0 ? told : body;
}

static struct who named_person(const struct who_words *w, const struct mention *m, struct who_phrase name)
{
	struct who_phrase role = who_phrase(w, m->source_role);
	struct body org = org_of_person(w, m, role);
	struct who who = {.rule = "person"};

	who.source.name = who_text(w, name);
	who.source.id = who_slug(w->arena, who.source.name);
	who.source.type = type_of_person(w, role, org.ref.id.n > 0);
	if (org.ref.id.n)
		who.organisation = org.ref;
	return who;
}

/* "Pakistan Railways", "St Therese hospital": a noun of bodies ends its head. */
static bool is_body(const struct who_words *w, struct who_phrase p)
{
	size_t words;
	struct str kind = noun_cell(w, who_noun(w, p, &words), w->column.kind);

	return str_eq(kind, STR("group")) || str_eq(kind, STR("media"));
}

/* "Syrian activists", "U.S. researchers": only who is of the state speaks for the government of a land. */
static bool speaks_for_land(const struct who_words *w, struct who_phrase p, size_t before, struct str type)
{
	return str_eq(type, STR("government")) || str_eq(type, STR("military")) ||
	       !is_only_place(w, who_part(p, 0, before));
}

/* "a Syrian military source", "hospital officials": nobody's name, perhaps somebody's body. */
static struct who unnamed_person(const struct who_words *w, const struct mention *m, struct who_phrase p, int64_t noun,
				 size_t words)
{
	size_t head = who_head(p);
	struct body named = body_of_role(w, p), org = named;
	struct who_phrase told = who_phrase(w, m->source_org);
	struct who who = {.rule = "unnamed"};

	who.source.name = who_text(w, p);
	who.source.id = who_slug(w->arena, who.source.name);
	who.source.type = noun_cell(w, noun, w->column.noun_type);
	if (!org.known && head > words && speaks_for_land(w, p, head - words, who.source.type))
		org = body_of(w, who_part(p, 0, head - words));
	if (!org.known && told.n && !is_only_place(w, told))
		org = body_of(w, told);
	if (!org.known && has_capital(told) && is_body(w, told))
		who.organisation = org.ref;
	if (org.known && (!org.bare || str_ends(org.ref.name, STR("Ministry"))))
		who.organisation = org.ref;
	if (!org.known && !named.known && named.ref.id.n) /* "Leeton Police detectives" */
		who.organisation = named.ref;
	return who;
}

static struct who who_body(const struct body *body, const char *rule)
{
	return (struct who){.source = body->ref, .organisation = body->whole, .rule = rule};
}

static bool looks_like_person(struct who_phrase p)
{
	size_t capitals = 0;

	for (size_t i = 0; i < p.n; i++)
		capitals += (p.at[i].flags & TOKEN_CAPITAL) != 0;
	return capitals > 0 && who_head(p) == p.n && p.at[p.n - 1].flags & TOKEN_CAPITAL;
}

/* "Women for Peace" */
static bool is_cause(struct who_phrase p)
{
	return p.n > 2 && p.at[0].flags & TOKEN_CAPITAL && str_eq(p.at[1].lower, STR("for")) &&
	       p.at[p.n - 1].flags & TOKEN_CAPITAL;
}

/* "spokesman | Saad Maan": a person's name, whoever else is called by the last word of it. */
static bool is_named_person(const struct who_words *w, const struct mention *m, struct who_phrase p)
{
	uint32_t row;

	return p.n > 1 && p.n < 4 && looks_like_person(p) && first_noun(w, who_phrase(w, m->source_role)) >= 0 &&
	       who_match(w, p, 0, LEXICON_ACTORS, &row) != p.n;
}

/* "Hall Reyes & Sons" */
static bool is_firm(struct who_phrase p)
{
	for (size_t i = 1; i + 1 < p.n; i++)
		if (str_eq(p.at[i].lower, STR("&")))
			return p.at[i - 1].flags & TOKEN_CAPITAL && p.at[i + 1].flags & TOKEN_CAPITAL;
	return false;
}

static struct who resolve(const struct who_words *w, const struct mention *m)
{
	struct who_phrase p = who_phrase(w, m->source);
	struct who who = {.source.type = STR("none"), .rule = "narrator"};
	size_t words = 0;

	if (p.n == 0)
		return who;
	struct body body = body_of(w, p);
	int64_t noun = who_noun(w, p, &words);
	size_t head = who_head(p); /* of one word it may begin a sentence: "Sources in the town" */
	bool last_capital = head > 1 && p.at[head - 1].flags & TOKEN_CAPITAL;

	if (noun >= 0 && is_personal_noun(w, noun) && !last_capital && !body.known)
		return unnamed_person(w, m, p, noun, words);
	if (noun >= 0 && is_personal_noun(w, noun) && !last_capital && who_head(p) >= words)
		return unnamed_person(w, m, p, noun, words);
	if (body.known && is_named_person(w, m, p))
		return named_person(w, m, p);
	if (body.known)
		return who_body(&body, body.bare ? "office" : "body");
	if (noun >= 0 && words == p.n && str_eq(noun_cell(w, noun, w->column.kind), STR("document")))
		body.ref.type = STR("anonymous"); /* "Reports", at the beginning of a sentence */
	if (m->source_role.n || (looks_like_person(p) && body.ref.type.n == 0)) {
		struct str sort = who_sort_of_body(w, m, body.ref.type);

		if (sort.n == 0)
			return named_person(w, m, p);
		body.ref.type = sort;
	}
	if (body.ref.type.n == 0)
		body.ref.type = is_cause(p) ? STR("ngo") : is_firm(p) ? STR("company") : STR("anonymous");
	return who_body(&body, "name");
}

/* --- those who relay it ----------------------------------------------------------------------- */

void who_add_relay(struct who *who, struct str id, struct arena *arena)
{
	if (id.n && !str_eq(id, who->source.id) && !strs_has(who->chain, id))
		strs_add(arena, &who->chain, id);
}

/* "The Russian statement claims Russia said": who relays is part of who is relayed, so it is one source,
 * under the more specific name. */
static void take_more_specific(const struct who_words *w, const struct mention *m, struct who *who)
{
	if (m->chain.n == 0 || str_is_empty(who->source.id))
		return;
	struct body relay = body_of(w, who_phrase(w, m->chain.at[0]));
	struct body above = relay.whole.id.n ? body_of(w, who_phrase(w, relay.whole.name)) : (struct body){0};

	if (relay.known &&
	    (str_eq(relay.whole.id, who->source.id) || (above.whole.id.n && str_eq(above.whole.id, who->source.id))))
		*who = who_body(&relay, "more-specific");
}

struct who who_speaks(const struct who_words *w, const struct mention *m)
{
	struct who who = resolve(w, m);

	take_more_specific(w, m, &who);
	return who;
}

struct who who_of(const struct mention *m, const struct lexicon *lex, const struct gazetteer *places,
		  struct arena *arena)
{
	struct who_words w = who_words_open(lex, places, arena);
	struct who who = who_speaks(&w, m);

	for (size_t i = 0; i < m->chain.n; i++)
		who_add_relay(&who, who_named(&w, m->chain.at[i]).id, arena);
	who_add_relay(&who, who_named(&w, m->agency).id, arena);
	who_add_relay(&who, who_named(&w, m->publisher).id, arena);
	return who;
}

struct source_ref who_named(const struct who_words *w, struct str text)
{
	return body_of(w, who_phrase(w, text)).ref;
}
