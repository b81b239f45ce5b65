#include "where_parts.h"

/* What speaks for a candidate, in points. */
enum {
	HELD = 300, /* the text says what holds it, and it does */
	NOT_HELD = -200,
	IS_BESIDE = 150, /* near the town that it is told to be near */
	NOT_BESIDE = -400,
	CALLED = 80, /* it is what the text calls it */
	NOT_CALLED = -80,
	BY_RANK = 14,	    /* for each better known one */
	COUNTRY_NAMED = 60, /* its country is named or has other places, at least */
	COUNTRY_VOTES = 60, /* and so much more for the country most named */
	IN_AREA = 40,	    /* in a province or state that the document names */
	BESIDE_ANCHOR = 30, /* in that of a place whose meaning is certain */
	NEAR_ANCHOR = 30,
	NOT_FAR = 15,
	SAME_LETTERS = 10,
	OTHER_LETTERS = -40, /* the name is the same by its key alone: "Annapolis" and Anápolis */
	NO_COUNTRY = 60,     /* best known is a sea or a river: no country can be named for it */
	KNOWN_PEOPLE = 6,    /* for each time that its people are doubled above 1,000 */
};

enum { NEAR_KM = 60, BESIDE_KM = 120, FAR_KM = 400 };

static const struct called {
	const char *hint;
	uint32_t kinds; /* bit (1u << enum place_kind) */
} called[] = {
	{"city", 1u << PLACE_CITY | 1u << PLACE_VILLAGE},
	{"town", 1u << PLACE_CITY | 1u << PLACE_VILLAGE},
	{"village", 1u << PLACE_VILLAGE | 1u << PLACE_CITY},
	{"province", 1u << PLACE_ADMIN1},
	{"district", 1u << PLACE_ADMIN2 | 1u << PLACE_DISTRICT},
	{"quarter", 1u << PLACE_DISTRICT},
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

/* A city holds what lies around it: "Tulkarm's Nur Shams camp". */
static bool holds(const struct where *w, uint32_t holder, uint32_t place)
{
	enum { AROUND_KM = 30 };

	if (holder == place)
		return false;
	if (gazetteer_within(w->g, place, holder))
		return true;
	return gazetteer_kind(w->g, holder) == PLACE_CITY && gazetteer_kind(w->g, place) > PLACE_ADMIN1 &&
	       gazetteer_kind(w->g, place) < PLACE_SEA && gazetteer_distance_km(w->g, holder, place) <= AROUND_KM;
}

static bool named_so(const struct where *w, struct str name, uint32_t place)
{
	const struct where_name *of = where_name_of(w->names, name, w->arena);

	for (size_t i = 0; i < of->n && i < WHERE_HOLDERS; i++)
		if (holds(w, of->places[i], place))
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
int where_by_distance(const struct where *w, uint32_t own, uint32_t place, const struct place_brief *p)
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

static bool is_among(uint32_t place, const uint32_t *places, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (places[i] == place)
			return true;
	return false;
}

int where_by_area(const struct where *w, uint32_t own, uint32_t place, enum place_kind kind)
{
	uint32_t wholes[GAZETTEER_WHOLES];

	if (kind <= PLACE_ADMIN1 || kind >= PLACE_SEA || !(w->n_areas + w->n_anchored))
		return 0;
	size_t n = gazetteer_wholes(w->g, place, wholes);

	for (size_t i = 0; i < w->n_areas; i++)
		if (is_among(w->areas[i], wholes, n))
			return IN_AREA;
	for (size_t i = 0; i < w->n_anchored; i++)
		if (w->anchored[i].place != own && is_among(w->anchored[i].area, wholes, n))
			return BESIDE_ANCHOR;
	return 0;
}

static int by_people(int64_t people)
{
	int points = 0;

	for (people /= 1000; people > 0; people /= 2)
		points += KNOWN_PEOPLE;
	return points;
}

/* Do the letters agree, marks aside? A letter with a mark is any letter: "Cordoba" is Córdoba. */
static bool same_letters(struct str name, struct str canonical)
{
	size_t i = 0, k = 0;

	if (str_eq(name, canonical))
		return true;
	while (i < name.n && k < canonical.n) {
		unsigned char a = (unsigned char)name.at[i++], b = (unsigned char)canonical.at[k++];

		for (; a >= 0x80 && i < name.n && ((unsigned char)name.at[i] & 0xC0) == 0x80;)
			i++;
		for (; b >= 0x80 && k < canonical.n && ((unsigned char)canonical.at[k] & 0xC0) == 0x80;)
			k++;
		if (a < 0x80 && b < 0x80 && ascii_to_lower((char)a) != ascii_to_lower((char)b))
			return false;
	}
	return i == name.n && k == canonical.n;
}

/* A place under another of its names, "Odessa" for Odesa, has no say here. */
bool where_is_by_key(const struct where *w, struct str name, uint32_t place, const struct place_brief *p)
{
	struct str canonical = gazetteer_name(w->g, place);

	if (p->respelled || same_letters(name, canonical) ||
	    ascii_to_lower(name.at[0]) != ascii_to_lower(canonical.at[0]))
		return false;
	return str_eq(gazetteer_key(w->arena, name), gazetteer_key(w->arena, canonical));
}

bool where_is_by_other_name(const struct where *w, struct str name, uint32_t place)
{
	struct str canonical = gazetteer_name(w->g, place);

	return !same_letters(name, canonical) &&
	       !str_eq(gazetteer_key(w->arena, name), gazetteer_key(w->arena, canonical));
}

static int by_letters(const struct where *w, struct str name, uint32_t place, const struct place_brief *p)
{
	if (same_letters(name, gazetteer_name(w->g, place)))
		return SAME_LETTERS;
	return where_is_by_key(w, name, place, p) ? OTHER_LETTERS : 0;
}

/* What the expression itself has voted for the country of the best known. */
static uint32_t own_vote(const struct where *w, const struct sought *of, const struct place_brief *p)
{
	bool voted = of->n > 1 && !of->e->n_in && p->country == gazetteer_country_code(w->g, of->first);

	return voted ? VOTE_KNOWN : 0;
}

int where_points(const struct where *w, const struct sought *of, uint32_t place, size_t rank)
{
	const struct expression *e = of->e;
	struct place_brief brief = gazetteer_brief(w->g, place), *p = &brief;
	int sum = by_hint(e, p->kind) + by_country(w, p, own_vote(w, of, p)) +
		  where_by_area(w, of->first, place, p->kind) + where_by_distance(w, of->first, place, p) -
		  BY_RANK * (int)rank;

	/* The people of a division are those of its cities: they don't make its name better known. */
	sum += by_people(p->kind == PLACE_ADMIN1 || p->kind == PLACE_ADMIN2 ? p->population / 8 : p->population);
	for (size_t i = 0; i < e->n_in; i++)
		sum += named_so(w, e->in[i], place) ? HELD : NOT_HELD;
	if (of->beside != PLACE_NONE)
		sum += gazetteer_distance_km(w->g, of->beside, place) <= BESIDE_KM ? IS_BESIDE : NOT_BESIDE;
	if (p->country < 0 && rank == 0)
		sum += NO_COUNTRY;
	return of->n > 1 ? sum + by_letters(w, e->name, place, p) : sum;
}
