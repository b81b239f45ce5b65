/* where - places: which place of the gazetteer an expression of a document means. Names
 * are ambiguous; the document's other places tell: the countries it names, what lies
 * near, what an expression says itself ("Aleppo province", "Springfield, Illinois"),
 * then how well known a place is. One name has one meaning in a document unless the text
 * says otherwise.
 *
 * Extract hands an expression over in a text form: the name as written, then ";KEY=VALUE"
 * for each key that was told, in this order:
 *   part=      north, northeast … northwest, centre, outskirts, suburbs, countryside, old_city …
 *   hint=      what it is called: city, town, village, province, district, camp, river, border …
 *   near=yes   near it, not in it
 *   is=demonym the name is a demonym ("Syrian"): its country is meant
 *   in=        a place that holds it, as written; once for each, innermost first
 *   beside=    a town near it, as written
 * "Aleppo;part=east;hint=city;in=Syria".
 *
 * A part of a place is a place with a parent: "eastern Aleppo" is "geonames:170063/east",
 * named "Eastern Aleppo", whose parent_id is that of Aleppo. */
#ifndef RECOUNT_WHERE_H
#define RECOUNT_WHERE_H

#include "records/gazetteer.h"
#include "records/mention.h"

struct where;
struct where_names;

/* What the gazetteer has answered to names, from document to document: of fixed size, in the arena. */
struct where_names *where_names_open(const struct gazetteer *g, struct arena *arena);

/* Read the document's places (those of its first mention, and its dateline). The names, the
 * mentions and the arena outlive the result. n log n in the mentions. */
struct where *where_document(struct where_names *names, const struct mention *mentions, size_t n, struct arena *arena);

/* The place of a mention. False, and *out empty, when it has none or none is known.
 * A name that the gazetteer does not know gets the id "name:SLUG" and lies where the
 * place that holds it lies, if the text says which does. Precision as UCDP grades it:
 * 1 exact, 2 near, 3 second-order division or district, 4 first-order division, 5 vague
 * (part of a country, river, border), 6 country, 7 international or sea. */
bool where_resolve(struct where *w, const struct mention *m, struct place_ref *out);

/* Is it the country (alpha-2) of which the document's places tell most? */
bool where_is_home(const struct where *w, struct str country);

#endif
