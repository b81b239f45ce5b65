/* names - proper names in a document's tokens, and the place expressions built on
 * them: "eastern Aleppo", "the northern city of Homs", "Homs' Waer district", "Aleppo
 * province", "Springfield, Illinois", "in and around Kabul", "the rebel-held east of
 * the city". Names are found by capitals (and without them in upper-case text, by the
 * gazetteer alone), by the lexicon's tables place_nouns, not_places, actors and titles,
 * and by tags where a sentence has them; it works without tags. Linear in the text. */
#ifndef RECOUNT_NAMES_H
#define RECOUNT_NAMES_H

#include "reading.h"

enum name_kind { NAME_PERSON, NAME_ORGANISATION, NAME_PLACE, NAME_DEMONYM, NAME_OTHER };

/* How a place stands in its sentence. */
enum name_stance {
	NAME_STANDS,	/* somewhere that is told: "in Aleppo", "Aleppo province" */
	NAME_POSSESSES, /* "Syria's army", "Turkey's foreign minister" */
	NAME_MODIFIES,	/* before a noun that is no place: "the Aleppo deal", "a Syria expert" */
	NAME_ACTS	/* a state that speaks or acts: "Ankara said", "Russia and Turkey agreed" */
};

enum { NAME_TOKENS_MOST = 24 };

struct name {
	uint32_t first, n;     /* [tokens] the whole expression: "the northern city of Homs" */
	uint32_t head, head_n; /* [tokens] the proper name in it: "Homs" */
	uint32_t sentence;
	uint32_t preposition; /* the token of in, near, from, to, at … before it; UINT32_MAX: none */
	uint32_t place;	      /* best known candidate of the gazetteer; PLACE_NONE for no place */
	uint8_t kind, stance; /* enums */
	bool back;	      /* refers back to a place named before: "the city", "the rebel-held east" */
	struct str where;     /* text form of a place or demonym, for normalise: see below; else empty */
};

/* The text form of a place expression: the name as written (white space folded), then
 * ";KEY=VALUE" in this order, each only when told:
 *   part=   north, northeast … northwest, centre, outskirts, suburbs, countryside, old_city …
 *   hint=   what it is called: city, town, village, province, district, camp, river, border …
 *   near=yes   near it, outside it, around it, not in it
 *   is=demonym the name is a demonym ("Syrian"): its country is meant
 *   in=     a place that holds it, as written; once for each, innermost first
 *   beside= a town near it, as written
 * "Aleppo;part=east;hint=city;in=Syria". The name holds neither ';' nor '='. */

struct names {
	struct name *at; /* by first token */
	size_t n, room;
	struct strs implied; /* countries that words tell, not names: "sheriff's deputies", "crore" */
	/* [hits of the reading] the row of place_nouns that the hit stands for, where it stands for one: it lies far
	 * off in the lexicon, and is asked for again and again */
	const uint32_t *place_rows;
};

/* Find all names of the document, in text order; the reading's arena holds them. */
void names_find(struct reading *r, struct names *out);

#endif
