#include "base/hash.h"
#include "where_parts.h"

/* What speaks for a candidate, in points. */
enum {
	HELD = 300, /* the text says what holds it, and it does */
	NOT_HELD = -200,
	CALLED = 80, /* it is what the text calls it */
	NOT_CALLED = -80,
	BY_RANK = 14,	    /* for each better known one */
	COUNTRY_NAMED = 60, /* its country is named or has other places, at least */
	COUNTRY_VOTES = 60, /* and so much more for the country most named */
	IN_AREA = 40,	    /* in a province or state that the document names */
	NEAR_ANCHOR = 30,
	NOT_FAR = 15,
	SAME_LETTERS = 10,
	KNOWN_PEOPLE = 6, /* for each time that its people are doubled above 1,000 */
};

enum { VOTE_NAMED = 6, VOTE_HOLDER = 8, VOTE_ALONE = 3, VOTE_KNOWN = 2, VOTE_GUESS = 1 };

enum { NEAR_KM = 60, FAR_KM = 400 };

static const struct called {
	const char *hint;
	uint32_t kinds; /* bit (1u << enum place_kind) */
} called[] = {
	{"city", 1u << PLACE_CITY | 1u << PLACE_VILLAGE},
	{"town", 1u << PLACE_CITY | 1u << PLACE_VILLAGE},
	{"village", 1u << PLACE_VILLAGE | 1u << PLACE_CITY},
	{"province", 1u << PLACE_ADMIN1},
	{"district", 1u << PLACE_ADMIN2 | 1u << PLACE_DISTRICT},
	{"region", 1u << PLACE_REGION | 1u << PLACE_ADMIN1 | 1u << PLACE_REGION_WORLD},
	{"island", 1u << PLACE_REGION | 1u << PLACE_OTHER},
	{"camp", 1u << PLACE_OTHER | 1u << PLACE_DISTRICT},
	{"river", 1u << PLACE_LINE},
	{"mountains", 1u << PLACE_LINE},
	{"sea", 1u << PLACE_SEA},
	{"crossing", 1u << PLACE_OTHER | 1u << PLACE_VILLAGE | 1u << PLACE_CITY},
	{"base", 1u << PLACE_OTHER | 1u << PLACE_VILLAGE | 1u << PLACE_CITY},
	{"airport", 1u << PLACE_OTHER | 1u << PLACE_CITY},
	{"border", 1u << PLACE_COUNTRY},
	{"coast", 1u << PLACE_COUNTRY | 1u << PLACE_SEA},
};

static void vote(struct where *w, uint32_t place, uint32_t weight)
{
	int slot = gazetteer_country_code(w->g, place);

	if (slot < 0)
		return;
	w->votes[slot] += weight;
	if (w->votes[slot] > w->most_votes)
		w->most_votes = w->votes[slot];
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

static bool named_so(const struct where *w, struct str name, uint32_t place)
{
	const struct where_name *of = where_name_of(w->names, name, w->arena);

	for (size_t i = 0; i < of->n && i < WHERE_CANDIDATES; i++)
		if (of->places[i] != place && gazetteer_within(w->g, place, of->places[i]))
			return true;
	return of->demonym != PLACE_NONE && gazetteer_within(w->g, place, of->demonym);
}

static int by_hint(const struct expression *e, enum place_kind kind)
{
	for (size_t i = 0; e->hint.n && i < sizeof called / sizeof *called; i++)
		if (str_is(e->hint, called[i].hint))
			return called[i].kinds & (1u << kind) ? CALLED : NOT_CALLED;
	/* "northern Idlib" is more often the province than the city, "eastern Aleppo" the city. */
	return 0;
}

/* What the document's other places say of the candidate's country; `own` is what the expression itself has
 * voted for it. */
static int by_country(const struct where *w, const struct place_brief *p, uint32_t own)
{
	int slot = p->country;

	if (slot < 0 || w->votes[slot] <= own)
		return 0;
	return COUNTRY_NAMED + (int)((uint64_t)COUNTRY_VOTES * (w->votes[slot] - own) / w->most_votes);
}

/* Is the place surely farther from the anchor than FAR_KM? Told without the sphere: four degrees
 * of latitude are 445 km, and so are ten of longitude at least up to the 60th parallel. */
static bool is_far(const struct place_brief *p, const struct anchor *anchor)
{
	enum { DEGREE = 10000 };
	int32_t down = p->lat - anchor->lat, along = p->lon - anchor->lon, parallel = 60 * DEGREE;

	if (down > 4 * DEGREE || down < -4 * DEGREE)
		return true;
	if (along < 0)
		along = -along;
	return along > 10 * DEGREE && along < 350 * DEGREE && p->lat < parallel && p->lat > -parallel &&
	       anchor->lat < parallel && anchor->lat > -parallel;
}

/* `own`: the expression's best known candidate, which is no witness for the others. */
static int by_distance(const struct where *w, uint32_t own, uint32_t place, const struct place_brief *p)
{
	int32_t least = INT32_MAX;

	if (p->kind <= PLACE_COUNTRY)
		return 0;
	for (size_t i = 0; i < w->n_anchors && least > NEAR_KM; i++) {
		const struct anchor *a = &w->anchors[i];
		int32_t km;

		if (is_far(p, a))
			continue;
		if (a->place == own)
			continue;
		km = gazetteer_distance_km(w->g, a->place, place);
		if (km < least)
			least = km;
	}
	return least <= NEAR_KM ? NEAR_ANCHOR : least <= FAR_KM ? NOT_FAR : 0;
}

static int by_area(const struct where *w, uint32_t place, enum place_kind kind)
{
	for (size_t i = 0; i < w->n_areas && kind > PLACE_ADMIN1 && kind < PLACE_SEA; i++)
		if (gazetteer_within(w->g, place, w->areas[i]))
			return IN_AREA;
	return 0;
}

static int by_people(int64_t people)
{
	int points = 0;

	for (people /= 1000; people > 0; people /= 2)
		points += KNOWN_PEOPLE;
	return points;
}

static int points(const struct where *w, const struct expression *e, uint32_t place, const struct place_brief *p,
		  size_t rank, uint32_t first, uint32_t own)
{
	int sum = by_hint(e, p->kind) + by_country(w, p, own) + by_area(w, place, p->kind) +
		  by_distance(w, first, place, p) - BY_RANK * (int)rank;

	/* The people of a division are those of its cities: they don't make its name better known. */
	sum += by_people(p->kind == PLACE_ADMIN1 || p->kind == PLACE_ADMIN2 ? p->population / 8 : p->population);
	for (size_t i = 0; i < e->n_in; i++)
		sum += named_so(w, e->in[i], place) ? HELD : NOT_HELD;
	return sum + (str_eq_fold(e->name, gazetteer_name(w->g, place)) ? SAME_LETTERS : 0);
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
	return w->most_votes >= MANY && FEW * w->votes[slot] < w->most_votes && by_distance(w, place, place, &p) == 0;
}

uint32_t where_choose(const struct where *w, const struct expression *e)
{
	const uint32_t *candidates;
	uint32_t best = PLACE_NONE;
	size_t n = where_candidates(w, e, &candidates);
	int country = n ? gazetteer_country_code(w->g, candidates[0]) : -1;
	int most = 0;

	for (size_t i = 0; i < n; i++) {
		struct place_brief p = gazetteer_brief(w->g, candidates[i]);
		/* the country of the best known candidate has the expression's own vote */
		bool voted = n > 1 && !e->n_in && p.country == country;
		int sum = points(w, e, candidates[i], &p, i, candidates[0], voted ? VOTE_KNOWN : 0);

		if (best == PLACE_NONE || sum > most) {
			best = candidates[i];
			most = sum;
		}
	}
	if (best != PLACE_NONE && !e->n_in && is_out_of_the_way(w, e, best))
		return PLACE_NONE;
	/* Held by a place that it is not in: another place of that name, which we do not know. */
	return e->n_in && most < NOT_HELD / 2 ? PLACE_NONE : best;
}

uint32_t where_holder(const struct where *w, const struct expression *e)
{
	for (size_t i = 0; i < e->n_in; i++) {
		struct expression holder = {.name = e->in[i]};

		/* A village "in Idlib" is in the province, a neighbourhood in the city. */
		if (!str_eq(e->hint, STR("district")) && !str_eq(e->hint, STR("site")))
			holder.hint = STR("province");
		for (size_t k = i + 1; k < e->n_in; k++)
			holder.in[holder.n_in++] = e->in[k];
		uint32_t place = where_choose(w, &holder);

		if (place == PLACE_NONE)
			place = where_name_of(w->names, e->in[i], w->arena)->demonym;
		if (place != PLACE_NONE)
			return place;
	}
	return PLACE_NONE;
}

static void add_anchor(struct where *w, uint32_t place)
{
	struct place_brief p = gazetteer_brief(w->g, place);

	if (p.kind <= PLACE_REGION || p.kind >= PLACE_SEA || w->n_anchors == WHERE_ANCHORS)
		return;
	for (size_t i = 0; i < w->n_anchors; i++)
		if (w->anchors[i].place == place)
			return;
	w->anchors[w->n_anchors++] = (struct anchor){place, p.lat, p.lon};
}

static void add_area(struct where *w, uint32_t place)
{
	for (size_t i = 0; i < w->n_areas; i++)
		if (w->areas[i] == place)
			return;
	if (w->n_areas < WHERE_AREAS && gazetteer_kind(w->g, place) == PLACE_ADMIN1)
		w->areas[w->n_areas++] = place;
}

/* Has no expression of that name voted yet? A name of several places says the same however often it stands. */
static bool is_first(struct where *w, struct str name)
{
	uint64_t hash = hash64(name) | 1;
	size_t i = hash & (w->slots - 1), tried = 0;

	while (w->voted[i] && w->voted[i] != hash && ++tried < w->slots)
		i = (i + 1) & (w->slots - 1);
	if (w->voted[i])
		return false;
	w->voted[i] = hash;
	return true;
}

/* "Georgia": a country that shares its name with a state of more people says nothing for certain. */
static bool is_shared(const struct where *w, const uint32_t *candidates, size_t n)
{
	int64_t people = gazetteer_population(w->g, candidates[0]);

	for (size_t i = 1; i < n; i++)
		if (gazetteer_kind(w->g, candidates[i]) == PLACE_ADMIN1 &&
		    gazetteer_population(w->g, candidates[i]) > people)
			return true;
	return false;
}

/* What an expression says of the countries before anything is chosen. */
static void vote_for(struct where *w, const struct expression *e)
{
	const uint32_t *candidates;
	size_t n = where_candidates(w, e, &candidates);
	uint32_t holder = where_holder(w, e);

	if (holder != PLACE_NONE) {
		vote(w, holder, VOTE_HOLDER);
		add_area(w, holder);
	}
	if (!n)
		return;
	add_area(w, candidates[0]);
	struct place_brief p = gazetteer_brief(w->g, candidates[0]);

	if (p.kind <= PLACE_COUNTRY && !is_shared(w, candidates, n))
		vote(w, candidates[0], VOTE_NAMED);
	else if (n == 1)
		vote(w, candidates[0], VOTE_ALONE);
	else if (is_first(w, e->name))
		vote(w, candidates[0], p.population >= 500000 ? VOTE_KNOWN : VOTE_GUESS);
	if (n == 1 || p.population >= 1000000)
		add_anchor(w, candidates[0]);
}

void where_vote(struct where *w, const struct mention *mentions, size_t n)
{
	for (size_t i = 0; n && i < mentions[0].places.n; i++) {
		struct expression e = expression_parse(mentions[0].places.at[i]);

		vote_for(w, &e);
	}
	if (n && mentions[0].dateline_place.n) {
		struct expression e = {.name = mentions[0].dateline_place};

		vote_for(w, &e);
	}
}
