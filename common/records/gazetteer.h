/* gazetteer - the places of the world: GeoNames' populated places and divisions
 * (CC BY 4.0), and our own layers of countries, regions, provinces, districts and
 * villages with their spellings. Compiled at build, mapped at start. */
#ifndef RECOUNT_GAZETTEER_H
#define RECOUNT_GAZETTEER_H

#include "base/err.h"
#include "base/str.h"

enum place_kind {
	PLACE_CONTINENT, PLACE_REGION_WORLD, /* "Middle East" */
	PLACE_COUNTRY, PLACE_REGION,         /* region of a country or across some: "Donbas", "Kashmir" */
	PLACE_ADMIN1, PLACE_ADMIN2, PLACE_CITY, PLACE_DISTRICT, /* part of a city: "eastern Aleppo" */
	PLACE_VILLAGE, PLACE_OTHER /* sea, river, camp, airport, crossing */
};

/* Index into the gazetteer; PLACE_NONE is no place. */
#define PLACE_NONE UINT32_MAX

struct place {
	struct str id;      /* "Q-like" stable text: "geonames:170063", "country:SY", "own:eastern-aleppo" */
	struct str name;    /* canonical English name: "Aleppo" */
	struct str admin1;  /* name of the first-order division, or empty */
	struct str country; /* ISO 3166-1 alpha-2, or empty */
	struct str country_name;
	int32_t lat, lon; /* [1e-4 degree], WGS 84 */
	int64_t population;
	enum place_kind kind;
	uint32_t parent; /* place it is part of, or PLACE_NONE */
};

struct gazetteer;

const struct gazetteer *gazetteer_open(const char *path, struct err *err);
struct place gazetteer_place(const struct gazetteer *g, uint32_t place);

/* The key under which a name is filed: folded case and diacritics; hyphens as
 * spaces; without the articles al-, el-, as- …; doubled letters single. */
struct str gazetteer_key(struct arena *arena, struct str name);

/* Candidates for a key, best known (kind, then population) first. */
size_t gazetteer_find(const struct gazetteer *g, struct str key, const uint32_t **places);

/* Is `part` the place `whole` or inside it, by the chain of parents? */
bool gazetteer_within(const struct gazetteer *g, uint32_t part, uint32_t whole);
/* The place that figures of an episode roll up to: the city of a district, the
 * place itself for cities, divisions and countries. */
uint32_t gazetteer_rolled_up(const struct gazetteer *g, uint32_t place);
/* Great-circle distance [km]. */
int32_t gazetteer_distance_km(const struct gazetteer *g, uint32_t a, uint32_t b);

/* Compile the three GeoNames tables and our own layers in `folder` into `out`. */
bool gazetteer_compile(const char *folder, const char *out, struct err *err);

#endif
