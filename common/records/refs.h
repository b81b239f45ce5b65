/* refs - what several records say in the same way: a place, a source, the words of
 * polarity, modality, block kinds and qualifiers, with their columns. */
#ifndef RECOUNT_REFS_H
#define RECOUNT_REFS_H

#include "files/table.h"

struct place_ref {
	struct str id, name, admin1, country; /* country: ISO 3166-1 alpha-2 */
	struct decimal lat, lon;	      /* [degree] */
	int64_t precision;		      /* 1 exact .. 7 international, as UCDP grades it */
	struct str parent_id, parent_name;    /* the place whose episodes it belongs to (a district's city); the place
						 itself otherwise */
};

/* The place whose episodes it belongs to, as far as the place itself tells of it. */
struct place_ref place_parent(const struct place_ref *p);

struct source_ref {
	struct str id, name, type; /* type: see source_types */
};

/* Does a source of this type speak for the organisation that is named with it, rather
 * than being a part of it? (A person does, a ministry doesn't.) */
bool source_speaks_for(struct str type);

#define PLACE_COLUMNS(T, member, what)                                                                                   \
	{"place", "id", COLUMN_TEXT, offsetof(T, member.id), NULL, what ": id in the gazetteer", "geonames:170063"},     \
		{"place", "name", COLUMN_TEXT, offsetof(T, member.name), NULL, what ": English name", "Aleppo"},         \
		{"place", "admin1", COLUMN_TEXT, offsetof(T, member.admin1), NULL, "first-order division of the place",  \
		 "Aleppo"},                                                                                              \
		{"place", "country", COLUMN_TEXT, offsetof(T, member.country), NULL, "country, ISO 3166-1 alpha-2",      \
		 "SY"},                                                                                                  \
		{"place", "lat", COLUMN_DECIMAL, offsetof(T, member.lat), NULL, "latitude [degree, WGS 84]", "36.2012"}, \
		{"place",  "lon", COLUMN_DECIMAL, offsetof(T, member.lon), NULL, "longitude [degree, WGS 84]",           \
		 "37.1612"},                                                                                             \
		{"place",                                                                                                \
		 "precision",                                                                                            \
		 COLUMN_INT,                                                                                             \
		 offsetof(T, member.precision),                                                                          \
		 NULL,                                                                                                   \
		 "1 exact, 2 near, 3 second-order division, 4 first-order division, 5 vague, 6 country, 7 "              \
		 "international",                                                                                        \
		 "1"},                                                                                                   \
		{"place",                                                                                                \
		 "parent_id",                                                                                            \
		 COLUMN_TEXT,                                                                                            \
		 offsetof(T, member.parent_id),                                                                          \
		 NULL,                                                                                                   \
		 "the place that it rolls up to: a district's city, else itself",                                        \
		 "geonames:170063"},                                                                                     \
	{                                                                                                                \
		"place", "parent_name", COLUMN_TEXT, offsetof(T, member.parent_name), NULL, "name of place_parent_id",   \
			"Aleppo"                                                                                         \
	}

#define SOURCE_COLUMNS(T, group, member, what)                                                                         \
	{group,                                                                                                        \
	 "id",                                                                                                         \
	 COLUMN_TEXT,                                                                                                  \
	 offsetof(T, member.id),                                                                                       \
	 NULL,                                                                                                         \
	 what ": id, from the lexicon or made from the name",                                                          \
	 "russian-ministry-of-defence"},                                                                               \
		{group,                                                                                                \
		 "name",                                                                                               \
		 COLUMN_TEXT,                                                                                          \
		 offsetof(T, member.name),                                                                             \
		 NULL,                                                                                                 \
		 what ": name",                                                                                        \
		 "Russian Ministry of Defence"},                                                                       \
	{                                                                                                              \
		group, "type", COLUMN_TEXT, offsetof(T, member.type), NULL,                                            \
			what ": government, military, armed_group, igo, ngo, monitor, medical, media, company, "       \
			     "witness, person, "                                                                       \
			     "anonymous or none (the narrator)",                                                       \
			"government"                                                                                   \
	}

enum block_kind {
	BLOCK_NONE,
	BLOCK_TITLE,
	BLOCK_DATELINE,
	BLOCK_BODY,
	BLOCK_QUOTE,
	BLOCK_CAPTION,
	BLOCK_TIMESTAMP,
	BLOCK_TEASER,
	BLOCK_BOILERPLATE
};
extern const char *const block_kinds[];
/* Do claims of this kind of block reach tracks, events and dates? */
static inline bool block_counts(int kind)
{
	return kind == BLOCK_DATELINE || kind == BLOCK_BODY || kind == BLOCK_QUOTE;
}

enum qualifier {
	QUALIFIER_NONE,
	QUALIFIER_EXACT,
	QUALIFIER_APPROX,
	QUALIFIER_APPROX_BELOW,
	QUALIFIER_APPROX_ABOVE,
	QUALIFIER_AT_LEAST,
	QUALIFIER_MORE_THAN,
	QUALIFIER_AT_MOST,
	QUALIFIER_LESS_THAN,
	QUALIFIER_RANGE,
	QUALIFIER_ORDER
};
extern const char *const qualifiers[];
/* What people read before a number of that qualifier: "about ", with the space; empty where
 * nothing is said (exact numbers, ranges, vague counts). */
extern const char *const qualifier_words[];

enum polarity { POLARITY_NONE, POLARITY_ASSERTED, POLARITY_DENIED };
extern const char *const polarities[];
enum modality { MODALITY_NONE, MODALITY_ACTUAL, MODALITY_PLANNED, MODALITY_POSSIBLE, MODALITY_DEMANDED };
extern const char *const modalities[];
enum aspect { ASPECT_NULL, ASPECT_CUMULATIVE, ASPECT_STOCK, ASPECT_FLOW, ASPECT_NONE };
extern const char *const aspects[];
/* Status of an event of a process. */
enum status {
	STATUS_NONE,
	STATUS_ANNOUNCED,
	STATUS_SCHEDULED,
	STATUS_PLANNED,
	STATUS_DELAYED,
	STATUS_BEGUN,
	STATUS_SUSPENDED,
	STATUS_RESUMED,
	STATUS_TURNED_BACK,
	STATUS_COMPLETE,
	STATUS_NOT_COMPLETE,
	STATUS_CANCELLED
};
extern const char *const statuses[];
enum published_basis { BASIS_NULL, BASIS_METADATA, BASIS_URL, BASIS_TEXT, BASIS_INFERRED, BASIS_NONE };
extern const char *const published_bases[];

/* A span of a document's text: "12-30" [bytes]. */
struct str span_format(struct arena *arena, int64_t start, int64_t end);

/* Index of a word in such a list, or 0. */
int word_index(const char *const *words, struct str word);

#endif
