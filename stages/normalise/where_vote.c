#include "base/hash.h"
#include "where_parts.h"

enum { VOTE_NAMED = 6, VOTE_HOLDER = 8, VOTE_ALONE = 3, VOTE_GUESS = 1 };

static void vote(struct where *w, uint32_t place, uint32_t weight)
{
	int slot = gazetteer_country_code(w->g, place);

	if (slot < 0)
		return;
	w->votes[slot] += weight;
	w->told_of[slot] |= weight >= VOTE_NAMED;
	w->all_votes += weight;
	if (w->votes[slot] <= w->most_votes)
		return;
	w->most_votes = w->votes[slot];
	w->most_named = slot;
}

static uint32_t division_of(const struct where *w, uint32_t place)
{
	while (place != PLACE_NONE && gazetteer_kind(w->g, place) != PLACE_ADMIN1)
		place = gazetteer_place(w->g, place).parent;
	return place;
}

static void add_anchored(struct where *w, uint32_t area, uint32_t place)
{
	if (area == PLACE_NONE)
		return;
	for (size_t i = 0; i < w->n_anchored; i++)
		if (w->anchored[i].area == area) {
			w->anchored[i].place = PLACE_NONE;
			return;
		}
	w->anchored[w->n_anchored++] = (struct anchored){area, place};
}

static void add_anchor(struct where *w, uint32_t place)
{
	if (place == PLACE_NONE)
		return;
	struct place_brief p = gazetteer_brief(w->g, place);

	if (p.kind <= PLACE_REGION || p.kind >= PLACE_SEA || w->n_anchors == WHERE_ANCHORS)
		return;
	for (size_t i = 0; i < w->n_anchors; i++)
		if (w->anchors[i].place == place)
			return;
	w->anchors[w->n_anchors++] = (struct anchor){place, p.lat, p.lon};
	add_anchored(w, division_of(w, place), place);
}

static void add_area(struct where *w, uint32_t place)
{
	for (size_t i = 0; i < w->n_areas; i++)
		if (w->areas[i] == place)
			return;
	if (w->n_areas < WHERE_AREAS && gazetteer_kind(w->g, place) == PLACE_ADMIN1)
		w->areas[w->n_areas++] = place;
}

static size_t told_slot(const struct where *w, uint64_t name)
{
	size_t i = name & (w->slots - 1), tried = 0;

	while (w->told[i].name && w->told[i].name != name && ++tried < w->slots)
		i = (i + 1) & (w->slots - 1);
	return i;
}

static void tell(struct where *w, const struct expression *e, struct str text)
{
	uint64_t name = hash64(str_lower(w->arena, e->name)) | 1;
	size_t slot = told_slot(w, name);

	if (w->told[slot].name)
		return;
	w->told[slot] = (struct told){name, text};
	w->n_told++;
}

void where_inherit(const struct where *w, struct expression *e)
{
	if (e->n_in || e->demonym || !e->name.n || !w->n_told)
		return;
	uint64_t name = hash64(str_lower(w->arena, e->name)) | 1;
	const struct told *told = &w->told[told_slot(w, name)];

	if (told->name != name)
		return;
	struct expression from = expression_parse(told->text);

	memcpy(e->in, from.in, sizeof e->in);
	e->n_in = from.n_in;
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

bool where_is_shared(const struct where *w, const uint32_t *candidates, size_t n)
{
	int64_t people = gazetteer_population(w->g, candidates[0]);

	for (size_t i = 1; i < n; i++)
		if (gazetteer_kind(w->g, candidates[i]) == PLACE_ADMIN1 &&
		    gazetteer_population(w->g, candidates[i]) > people)
			return true;
	return false;
}

/* The only place of that name, or one that all its namesakes are small beside. */
static bool is_certain(const struct where *w, const uint32_t *candidates, size_t n)
{
	enum { METROPOLIS = 1000000, LARGE = 100000, BESIDE = 10 };
	int64_t people = gazetteer_population(w->g, candidates[0]);

	return n == 1 || people >= METROPOLIS ||
	       (people >= LARGE && people >= BESIDE * gazetteer_population(w->g, candidates[1]));
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

	if (p.kind <= PLACE_COUNTRY && !where_is_shared(w, candidates, n))
		vote(w, candidates[0], VOTE_NAMED);
	else if (n == 1)
		vote(w, candidates[0], VOTE_ALONE);
	else if (is_first(w, e->name))
		vote(w, candidates[0], p.population >= 500000 ? VOTE_KNOWN : VOTE_GUESS);
	if (is_certain(w, candidates, n))
		add_anchor(w, candidates[0]);
	else if (e->n_in && holder != PLACE_NONE && gazetteer_kind(w->g, holder) == PLACE_ADMIN1)
		add_anchor(w, where_choose(w, e));
}

/* The town of the expression, where it is an American one of so many people. Elsewhere the police or the reporters of a
 * town speak of what lies around it, too; a small town has no quarters of a name. */
static uint32_t american_town(struct where *w, struct expression *e, int64_t people)
{
	uint32_t american = gazetteer_country(w->g, STR("US"));

	where_inherit(w, e);
	uint32_t town = where_choose(w, e);

	if (town == PLACE_NONE || gazetteer_population(w->g, town) < people ||
	    gazetteer_country_code(w->g, town) != gazetteer_country_code(w->g, american))
		return PLACE_NONE;
	return town;
}

void where_vote(struct where *w, const struct mention *mentions, size_t n)
{
	enum { LARGE = 50000, METROPOLIS = 250000 };
	struct expression seat = {0}, dateline = {0};

	for (size_t i = 0; n && i < mentions[0].places.n; i++) {
		struct expression e = expression_parse(mentions[0].places.at[i]);

		if (e.seat)
			seat = e;
		if (e.n_in)
			tell(w, &e, mentions[0].places.at[i]);
		vote_for(w, &e);
	}
	if (n && mentions[0].dateline_place.n) {
		dateline.name = mentions[0].dateline_place;
		vote_for(w, &dateline);
	}
	w->seat = american_town(w, &seat, LARGE);
	if (w->seat == PLACE_NONE && !seat.name.n) /* "CHICAGO - ... in the Austin neighborhood" */
		w->seat = american_town(w, &dateline, METROPOLIS);
}
