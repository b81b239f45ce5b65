/* place_words - the lexicon's words that stand with places, and those that look like places, as the rules of names ask
 * about them: the rows of its tables place_nouns and not_places, read once when the program starts (struct knowledge).
 */
#ifndef RECOUNT_PLACE_WORDS_H
#define RECOUNT_PLACE_WORDS_H

#include "records/lexicon.h"

/* Kinds of the lexicon's place_nouns. */
enum place_word_kind {
	WORD_NONE,
	WORD_SETTLEMENT,
	WORD_AREA,
	WORD_PART,
	WORD_SITE,
	WORD_WATER,
	WORD_LINE,
	WORD_COMPASS,
	WORD_NEAR,
	WORD_INNER,
	WORD_TOWARD,
	WORD_VERB,
	WORD_IMPLIES
};

/* Kinds of words that stand with no name, and tell of how much a number or a speaker is. */
enum place_scope {
	SCOPE_NONE,
	SCOPE_NATION, /* of a whole country: "population" */
	SCOPE_UNREST, /* what a country goes through: "the unrest" */
	SCOPE_WORLD,  /* of all countries: "worldwide" */
	SCOPE_COUNTS, /* by which a country tells the number of its own: "recorded" */
	SCOPE_HAS,    /* by which a country has what is counted within it: "hosts" */
	SCOPE_SERVES  /* who speaks of the place that he serves: "sheriff" */
};

/* A row of the table. */
struct place_row {
	enum place_word_kind kind;
	enum place_scope scope;
	struct str part, hint;
};

/* Why a word that looks like a place mostly is none. */
enum not_place {
	NOT_PLACE_NONE,	   /* it is no such word */
	NOT_PLACE_WORD,	   /* an ordinary word */
	NOT_PLACE_TIME,	   /* a month, a day */
	NOT_PLACE_COMPANY, /* the form of one */
	NOT_PLACE_FAITH,   /* whose church or mosque it is */
	NOT_PLACE_OTHER	   /* a person's name, an organisation, a thing, a deal */
};

/* All rows, in the arena: [lexicon_rows()]. */
const struct place_row *place_rows_read(const struct lexicon *lex, struct arena *arena);
/* The same of not_places: enum not_place. */
const uint8_t *not_places_read(const struct lexicon *lex, struct arena *arena);

#endif
