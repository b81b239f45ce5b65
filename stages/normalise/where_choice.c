#include "where_parts.h"

static bool is_quarter(const struct expression *e)
{
	return str_eq(e->hint, STR("quarter"));
}

size_t where_candidates(const struct where *w, const struct expression *e, const uint32_t **out)
{
	if (!e->name.n)
		return 0;
	const struct where_name *name = where_name_of(w->names, e->name, w->arena);

	if (e->demonym) {
		uint32_t *country = ARENA_NEW(w->arena, uint32_t); /* the name's slot may become another's */

		*out = country;
		return (*country = name->demonym) != PLACE_NONE;
	}
	*out = name->places;
	return name->n < WHERE_CANDIDATES ? name->n : WHERE_CANDIDATES;
}

/* A small place of a country that the document has nothing else of, far from all its places: not the
 * one that is meant, but another of that name. */
static bool is_out_of_the_way(const struct where *w, const struct expression *e, uint32_t place)
{
	enum { WELL_KNOWN = 100000, MANY = 12, FEW = 4 };
	struct place_brief p = gazetteer_brief(w->g, place);
	int slot = p.country;

	if (slot < 0 || e->demonym || (p.kind != PLACE_CITY && p.kind != PLACE_VILLAGE && p.kind != PLACE_ADMIN2) ||
	    p.population >= WELL_KNOWN)
		return false;
	return w->most_votes >= MANY && FEW * w->votes[slot] < w->most_votes &&
	       where_by_distance(w, place, place, &p) == 0;
}

static bool is_town(enum place_kind kind)
{
	return kind == PLACE_CITY || kind == PLACE_DISTRICT || kind == PLACE_VILLAGE;
}

/* Is another town of that name and country nearly as well known? */
static bool has_rival(const struct where *w, const uint32_t *candidates, size_t n, uint32_t best)
{
	enum { OUTSTANDING = 5 };
	struct place_brief p = gazetteer_brief(w->g, best);

	for (size_t i = 0; i < n; i++) {
		struct place_brief other = gazetteer_brief(w->g, candidates[i]);

		if (candidates[i] != best && other.country == p.country && is_town(other.kind) &&
		    OUTSTANDING * other.population > p.population)
			return true;
	}
	return false;
}

/* Far from all that the document tells of, a town that has a rival: "in Homewood", in the news of Pittsburgh, is
 * neither that of Alabama nor that of Illinois. In American news so is any small one, since a town of another
 * state is told with its state. */
static bool is_anyones(const struct where *w, const uint32_t *candidates, size_t n, uint32_t best)
{
	enum { WELL_KNOWN = 100000, SMALL = 15000 };
	struct place_brief p = gazetteer_brief(w->g, best);
	size_t others = w->n_anchors;

	for (size_t i = 0; i < w->n_anchors; i++)
		others -= w->anchors[i].place == best;
	if (!others || !is_town(p.kind) || p.population >= WELL_KNOWN || where_by_distance(w, best, best, &p) != 0 ||
	    where_by_area(w, best, best, p.kind) != 0)
		return false;
	bool american = p.country == gazetteer_country_code(w->g, gazetteer_country(w->g, STR("US")));

	return (american && p.population < SMALL) || has_rival(w, candidates, n, best);
}

/* Are all places of that name elsewhere small beside it? "Miami" in the news of the Bahamas is the one of Florida. */
static bool outshines(const struct where *w, const uint32_t *candidates, size_t n, const struct place_brief *p)
{
	enum { BESIDE = 20 };

	for (size_t i = 0; i < n; i++) {
		struct place_brief other = gazetteer_brief(w->g, candidates[i]);

		if (other.country != p->country && BESIDE * other.population > p->population)
			return false;
	}
	return true;
}

/* "near Tempe", in the news of Greece, is not in Arizona: half the world's names are American towns', and news tells
 * those with their state. Nor is "the port of Mina" of Lebanon a Minna of Nigeria. */
static bool is_foreign_namesake(const struct where *w, const struct expression *e, const uint32_t *candidates, size_t n,
				uint32_t place)
{
	enum { NAMED = 6, WELL_KNOWN = 500000, KNOWN = 250000 };
	struct place_brief p = gazetteer_brief(w->g, place);

	if (!is_town(p.kind) || p.country < 0 || w->most_votes < NAMED || p.country == w->most_named ||
	    where_by_area(w, place, place, p.kind) != 0)
		return false;
	if (!w->told_of[p.country] && where_is_by_key(w, e->name, place, &p))
		return true;
	if (!w->told_of[p.country] && p.population < WELL_KNOWN && where_is_by_other_name(w, e->name, place))
		return true; /* "Bale" of Nigeria is no Basel */
	bool american = p.country == gazetteer_country_code(w->g, gazetteer_country(w->g, STR("US"))),
	     alone = w->told_of[p.country] || outshines(w, candidates, n, &p);

	return american && p.population < (alone ? KNOWN : WELL_KNOWN);
}

/* "near Hope School", "Fatima hospital", "Cedar Island": that it bears a small town's name does not make a story that
 * tells of another country happen there. */
static bool is_named_after(const struct where *w, const struct expression *e, uint32_t place)
{
	enum { WELL_KNOWN = 100000 };
	struct place_brief p = gazetteer_brief(w->g, place);

	return (str_eq(e->hint, STR("site")) || str_eq(e->hint, STR("island"))) && is_town(p.kind) &&
	       p.population < WELL_KNOWN && p.country >= 0 && w->most_votes && w->told_of[w->most_named] &&
	       !w->told_of[p.country] && where_by_area(w, place, place, p.kind) == 0;
}

/* "in Garfield, Pittsburgh police said", "of Dorchester, according to Boston police": no town of another state or
 * country, but a quarter that bears its name. */
static bool is_quarter_of_seat(const struct where *w, uint32_t place)
{
	enum { WELL_KNOWN = 100000, BESIDE_KM = 80 };
	struct place_brief p = gazetteer_brief(w->g, place);

	return w->seat != PLACE_NONE && is_town(p.kind) && p.population < WELL_KNOWN &&
	       where_by_area(w, place, place, p.kind) == 0 && gazetteer_distance_km(w->g, w->seat, place) > BESIDE_KM;
}

/* "Cascades", "Northland": a division of a country that American news tells nothing of. */
static bool is_unseen_division(const struct where *w, const struct expression *e, uint32_t place)
{
	enum { NAMED = 6, WELL_KNOWN = 500000, KNOWN = 100000 };
	struct place_brief p = gazetteer_brief(w->g, place);
	int american = gazetteer_country_code(w->g, gazetteer_country(w->g, STR("US")));

	if (p.country < 0 || p.country == american || w->told_of[p.country] || p.kind <= PLACE_COUNTRY)
		return false;
	if (p.kind <= PLACE_ADMIN2 && !e->hint.n && where_is_by_key(w, e->name, place, &p))
		return true;
	return w->most_votes >= NAMED && w->most_named == american &&
	       p.population < (is_town(p.kind) ? KNOWN : WELL_KNOWN);
}

/* "the Austin neighborhood" is no town: a quarter lies in the city that is told, or near what is. */
static bool is_no_quarter(const struct where *w, const struct expression *e, uint32_t place)
{
	struct place_brief p = gazetteer_brief(w->g, place);

	return is_quarter(e) && !e->n_in && !gazetteer_is_own(w->g, place) &&
	       (p.kind != PLACE_DISTRICT || where_by_distance(w, place, place, &p) == 0);
}

static bool is_refused(const struct where *w, const struct expression *e, const uint32_t *candidates, size_t n,
		       uint32_t best)
{
	return is_quarter_of_seat(w, best) || is_unseen_division(w, e, best) || is_out_of_the_way(w, e, best) ||
	       is_foreign_namesake(w, e, candidates, n, best) || is_named_after(w, e, best) ||
	       is_no_quarter(w, e, best) || is_anyones(w, candidates, n, best);
}

/* "the Austin neighborhood", told of Chicago: no city of Texas. */
static bool is_far_from_city(const struct where *w, const struct expression *e, uint32_t place)
{
	enum { BESIDE_KM = 80 };
	uint32_t holder = is_quarter(e) && e->n_in ? where_holder(w, e) : PLACE_NONE;

	return holder != PLACE_NONE && is_town(gazetteer_kind(w->g, holder)) && is_town(gazetteer_kind(w->g, place)) &&
	       gazetteer_distance_km(w->g, holder, place) > BESIDE_KM;
}

uint32_t where_choose(const struct where *w, const struct expression *e)
{
	const uint32_t *candidates = NULL;
	uint32_t best = PLACE_NONE;
	size_t n = where_candidates(w, e, &candidates), counties = n;
	struct sought of = {.e = e, .first = n ? candidates[0] : PLACE_NONE, .n = n, .beside = where_beside(w, e)};
	int most = 0, rivals = 0;

	for (size_t i = 0; i < n; i++) {
		/* no county is better known than another */
		bool county = gazetteer_kind(w->g, candidates[i]) == PLACE_ADMIN2;

		if (county && counties > i)
			counties = i;
		int sum = where_points(w, &of, candidates[i], county ? counties : i);

		rivals = sum > most || best == PLACE_NONE ? 0 : rivals + (county && sum == most);
		if (best == PLACE_NONE || sum > most) {
			best = candidates[i];
			most = sum;
		}
	}
	if (best == PLACE_NONE)
		return PLACE_NONE;
	bool told = e->n_in || of.beside != PLACE_NONE;

	if (told ? is_far_from_city(w, e, best) : is_refused(w, e, candidates, n, best))
		return PLACE_NONE;
	/* "DeKalb County" of five states: which one, nobody tells. */
	if (rivals && gazetteer_kind(w->g, best) == PLACE_ADMIN2)
		return PLACE_NONE;
	/* Held by a place that it is not in: another place of that name, which we do not know. */
	return told && most < WHERE_FOREIGN ? PLACE_NONE : best;
}

uint32_t where_holder(const struct where *w, const struct expression *e)
{
	for (size_t i = 0; i < e->n_in; i++) {
		struct expression holder = {.name = e->in[i]};
		const uint32_t *candidates;
		size_t n = where_candidates(w, &holder, &candidates);

		/* "Larissa in Greece": no town of New York, though the story began near an American name */
		if (n && gazetteer_kind(w->g, candidates[0]) == PLACE_COUNTRY && !where_is_shared(w, candidates, n))
			return candidates[0];
		/* A village "in Idlib" is in the province, a neighbourhood in the city. */
		if (!is_quarter(e) && !str_eq(e->hint, STR("district")) && !str_eq(e->hint, STR("site")))
			holder.hint = STR("province");
		for (size_t k = i + 1; k < e->n_in; k++)
			holder.in[holder.n_in++] = e->in[k];
		where_inherit(w, &holder);
		uint32_t place = where_choose(w, &holder);

		if (place == PLACE_NONE)
			place = where_name_of(w->names, e->in[i], w->arena)->demonym;
		if (place != PLACE_NONE)
			return place;
	}
	return PLACE_NONE;
}

uint32_t where_beside(const struct where *w, const struct expression *e)
{
	struct expression town = {.name = e->beside};

	memcpy(town.in, e->in, sizeof town.in); /* "X, near Y in Z" */
	town.n_in = e->n_in;
	return e->beside.n ? where_choose(w, &town) : PLACE_NONE;
}
