/* words - the words that cutting text depends on, from
 * common/lexicon/abbreviations.csv and splits.csv, compiled into the program:
 * abbreviations that keep their dot, and words that are two ("dont", "cannot").
 */
#ifndef RECOUNT_WORDS_H
#define RECOUNT_WORDS_H

#include "base/str.h"

/* The kinds of abbreviation; one word may be of several ("sec": title, number).
 */
enum abbreviation {
	ABBREVIATION_TITLE = 1,	      /* Gen.: a name follows, never a new sentence */
	ABBREVIATION_MONTH = 2,	      /* Oct. */
	ABBREVIATION_DAY = 4,	      /* Thurs. */
	ABBREVIATION_NUMBER = 8,      /* No.: abbreviated only before a digit */
	ABBREVIATION_LATIN = 16,      /* vs.: in any case, the sentence goes on */
	ABBREVIATION_FINAL = 32,      /* Inc., etc.: may end a sentence */
	ABBREVIATION_STATE = 64,      /* Calif. */
	ABBREVIATION_UNIT = 128,      /* km.: abbreviated only after a digit */
	ABBREVIATION_DOMAIN = 256,    /* com: the last part of an internet name */
	ABBREVIATION_PREFIX = 512,    /* no abbreviation: "MID-2012" is cut at its hyphen */
	ABBREVIATION_NAME = 1024,     /* no abbreviation: "Covid-19" is not */
	ABBREVIATION_TIME = 2048,     /* a.m.: ends a sentence unless a day follows */
	ABBREVIATION_CALENDAR = 8192, /* no abbreviation: "Monday" goes on after "a.m." */
	ABBREVIATION_STARTER = 4096,  /* no abbreviation: "The" begins a sentence even after "U.S." */
};

/* Kinds (OR of enum abbreviation) of a word in lower case without its dot; 0:
 * none. */
unsigned abbreviation_kinds(struct str lower);

/* Where a word in lower case is cut in two [bytes]; 0: nowhere. "cannot"
 * gives 3. */
size_t words_cut_at(struct str lower);

#endif
