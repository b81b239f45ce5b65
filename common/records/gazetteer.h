/* gazetteer - the places of the world: GeoNames' populated places and divisions
 * (CC BY 4.0), and our own layers of countries, regions, provinces, districts and
 * villages with their spellings. Compiled at build, mapped at start. */
#ifndef RECOUNT_GAZETTEER_H
#define RECOUNT_GAZETTEER_H

#include "base/err.h"
#include "base/str.h"

enum place_kind {
	PLACE_CONTINENT,
	PLACE_REGION_WORLD, /* "Middle East" */
	PLACE_COUNTRY,
	PLACE_REGION, /* region of a country or across some: "Donbas", "Kashmir" */
	PLACE_ADMIN1,
	PLACE_ADMIN2,
	PLACE_CITY,
	PLACE_DISTRICT, /* part of a city: "eastern Aleppo" */
	PLACE_VILLAGE,
	PLACE_OTHER, /* camp, airport, crossing, base */
	PLACE_SEA,   /* sea, gulf, strait, ocean */
	PLACE_LINE   /* river, road, border, range of mountains, lake: long and vague */
};

/* Index into the gazetteer; PLACE_NONE is no place. */
#define PLACE_NONE UINT32_MAX

struct place {
	struct str id;	    /* "Q-like" stable text: "geonames:170063", "country:SY", "own:eastern-aleppo" */
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

/* Map the compiled file; it stays mapped as long as the program runs. NULL and err
 * for a file that is missing, truncated, foreign or of another version. */
const struct gazetteer *gazetteer_open(const char *path, struct err *err);
/* Only where it must go before the program ends (tests). */
void gazetteer_close(const struct gazetteer *g);
/* Hex digest of all that went into the file. */
struct str gazetteer_digest(const struct gazetteer *g);

uint32_t gazetteer_places(const struct gazetteer *g); /* how many there are */
struct place gazetteer_place(const struct gazetteer *g, uint32_t place);
/* Where it lies and what it is, without its texts: for those who compare many. */
struct place_brief {
	int32_t lat, lon; /* [1e-4 degree] */
	int64_t population;
	enum place_kind kind;
	int country;	/* gazetteer_country_code() */
	bool respelled; /* our own list says what else it is called */
};
struct place_brief gazetteer_brief(const struct gazetteer *g, uint32_t place);
struct str gazetteer_name(const struct gazetteer *g, uint32_t place);
/* Single members of it, where a scan asks often. The code is 26 * (A-Z) + (A-Z) of the alpha-2, -1: none. */
enum place_kind gazetteer_kind(const struct gazetteer *g, uint32_t place);
int64_t gazetteer_population(const struct gazetteer *g, uint32_t place);
int gazetteer_country_code(const struct gazetteer *g, uint32_t place);
/* Is it a row of our own layers? */
bool gazetteer_is_own(const struct gazetteer *g, uint32_t place);

/* The key under which a name is filed: folded case and diacritics; hyphens as
 * spaces; without the articles al-, el-, as- …; doubled letters single, "-ah" as
 * "-a", "St" as "saint". "Ar Raqqah" gives "ar raqa", "al-Raqqa" gives "raqa" (names
 * of countries that write Arabic or Persian are filed under both). "U.S." gives "^us":
 * abbreviations have keys of their own, so that "us" is no country. */
struct str gazetteer_key(struct arena *arena, struct str name);

/* Candidates for a key, best known first: countries, then by population, where a
 * division counts for less than the city that shares its name. */
size_t gazetteer_find(const struct gazetteer *g, struct str key, const uint32_t **places);

/* The same, walked word by word, for scanning a text. */
struct gazetteer_node {
	uint64_t key;
	uint32_t first;	  /* into the lists: places, then the countries whose demonym it is */
	uint16_t places;  /* how many places have just this name */
	uint8_t demonyms; /* "Syrian", "Syrians", "Spaniard" */
	uint8_t next;	  /* the bits of the words that some name goes on with; 0: none does */
};

/* How a word counts in a name: its hash, or 0 when it is silent (an article before a
 * hyphen is the caller's to skip: gazetteer_is_article). */
uint64_t gazetteer_word(struct str word);
/* The same for a word whose lower case and hash64 of it are known: that hash, for most words. */
uint64_t gazetteer_lower(struct str word, struct str lower, uint64_t hash);
/* As gazetteer_word, for a word in capitals of 2 to 5 letters ("US", "U.A.E."); 0 for others. */
uint64_t gazetteer_abbreviation(struct str word);
/* al, el, as, ad, ash …: silent where a hyphen follows; "al" always. */
bool gazetteer_is_article(struct str word);
/* Begin to fetch what gazetteer_step will look at when a name begins with the word. */
void gazetteer_fetch(const struct gazetteer *g, uint64_t word);
/* The node reached from `from` (NULL: the start of a name) by a word; NULL when no name begins so. */
const struct gazetteer_node *gazetteer_step(const struct gazetteer *g, const struct gazetteer_node *from,
					    uint64_t word);
/* The places of a node, best known first; n as in the node. */
const uint32_t *gazetteer_list(const struct gazetteer *g, const struct gazetteer_node *node);

/* The division that such an abbreviation behind a place and a comma stands for ("Springfield,
 * Ill.", "Fargo, ND"), or PLACE_NONE. Case counts for those of two capitals. */
uint32_t gazetteer_suffix(const struct gazetteer *g, struct str word);

/* The country with that alpha-2 code, or PLACE_NONE. */
uint32_t gazetteer_country(const struct gazetteer *g, struct str alpha2);
/* The country of a demonym ("Syrian", "Syrians", "Frenchman", "U.S."), or PLACE_NONE. */
uint32_t gazetteer_demonym(const struct gazetteer *g, struct str word);
/* "Syrian" for Syria; empty where there is none. */
struct str gazetteer_adjective(const struct gazetteer *g, uint32_t country);
/* The country whose capital this is, or PLACE_NONE. */
uint32_t gazetteer_capital_of(const struct gazetteer *g, uint32_t place);
/* The country for whose government this capital stands in reports ("Ankara said"), or PLACE_NONE. */
uint32_t gazetteer_speaks_for(const struct gazetteer *g, uint32_t place);

enum { GAZETTEER_WHOLES = 16 };
/* The place and what it is part of, the smallest first; returns how many. */
size_t gazetteer_wholes(const struct gazetteer *g, uint32_t place, uint32_t out[GAZETTEER_WHOLES]);
/* Is `part` the place `whole` or inside it, by the chain of parents? */
bool gazetteer_within(const struct gazetteer *g, uint32_t part, uint32_t whole);
/* The place that figures of an episode roll up to: the city of a district, the
 * place itself for cities, divisions and countries. */
uint32_t gazetteer_rolled_up(const struct gazetteer *g, uint32_t place);
/* Great-circle distance [km]. */
int32_t gazetteer_distance_km(const struct gazetteer *g, uint32_t a, uint32_t b);

/* Compile the three GeoNames tables and our own layers in `folder` into `out`. A wrong
 * row is err, its field FILE:LINE. */
bool gazetteer_compile(const char *folder, const char *out, struct err *err);

#endif
