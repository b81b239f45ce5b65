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

/* Of the words of a list that begin with a letter: nearly every word that is none of them is told so by its size and
 * its first and last letters. */
struct word_initial {
	uint32_t last;	/* bits of their last letters; bit 26: no letter */
	uint32_t sizes; /* bits of their sizes [bytes] */
};
extern const struct word_initial abbreviations_initials[26], splits_initials[26];

static inline bool words_may_hold(const struct word_initial *initials, struct str lower)
{
	enum { LONGEST = 12 };

	if (lower.n == 0 || lower.n > LONGEST)
		return false;
	unsigned first = (unsigned char)lower.at[0] - 'a', last = (unsigned char)lower.at[lower.n - 1] - 'a';

	return first < 26 && (initials[first].sizes >> lower.n & 1) &&
	       (initials[first].last >> (last < 26 ? last : 26) & 1);
}

/* As those below, of a word that may be in the list. */
unsigned abbreviation_search(struct str lower);
size_t words_split_search(struct str lower);

/* Kinds (OR of enum abbreviation) of a word in lower case without its dot; 0: none. */
static inline unsigned abbreviation_kinds(struct str lower)
{
	return words_may_hold(abbreviations_initials, lower) ? abbreviation_search(lower) : 0;
}

/* Where a word in lower case is cut in two [bytes]; 0: nowhere. "cannot" gives 3. */
static inline size_t words_cut_at(struct str lower)
{
	return words_may_hold(splits_initials, lower) ? words_split_search(lower) : 0;
}

#endif
