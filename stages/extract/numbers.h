/* numbers - the quantities of a text: values with bounds, ranges and units. The numbers
 * that are no quantities (years, dates, clock times, scores, ordinals, phone numbers,
 * addresses, labels such as "Resolution 2254", list numbering, names with numbers) are
 * left out here, so that all later steps see figures alone. */
#ifndef RECOUNT_NUMBERS_H
#define RECOUNT_NUMBERS_H

#include "amount.h"
#include "figure_rules.h"
#include "records/refs.h"

struct time_mentions;

struct number {
	uint32_t first, n;		       /* [tokens] all of it: qualifier, currency, numerals, unit */
	uint32_t number_first, number_n;       /* [tokens] the numerals: "1,500 and 5,000" */
	uint32_t qualifier_first, qualifier_n; /* [tokens]; n 0: none */
	uint32_t unit_first, unit_n;	       /* [tokens]; n 0: none, or glued to the digits */
	struct decimal value, value_to;	       /* value_to: of a range or a vague count */
	struct str unit;		       /* canonical; empty: a count */
	struct str quantity; /* what the unit measures: "length", "time", "money"; empty: a count, a share */
	uint8_t kind;	     /* enum amount_kind */
	uint8_t form;	     /* enum numeral_form of the first numeral */
	uint8_t qualifier;   /* enum qualifier */
	bool weak;	     /* a figure only where a measure is stated */
	bool hyphened;	     /* a hyphen and a word follow: "131-page" */
	uint64_t rules;	     /* RULE_BIT() of those that made it */
};

struct numbers {
	struct number *at; /* in text order */
	size_t n, room;
};

/* All quantities of the reading, in order. `times` (may be NULL: dates are then told by
 * the words beside them) keeps the numbers of dates out. Linear in the text. */
void numbers_find(struct reading *r, const struct time_mentions *times, struct numbers *out);

/* --- parts --------------------------------------------------------------------------------- */

struct number_scan {
	const struct reading *r;
	const uint8_t *dated; /* [tokens] not 0: part of a date (1) or of one with a clock (2) */
	uint32_t start, end;  /* the sentence [tokens] */
	bool upper;	      /* the sentence is in capitals: they tell nothing */
	bool titled;	      /* most of its words begin with one: a headline */
};

/* The tag of a token of the sentence; TAG_NONE outside of it. */
static inline enum tag number_tag(const struct number_scan *s, uint32_t i)
{
	return i >= s->start && i < s->end ? (enum tag)s->r->tokens.at[i].tag : TAG_NONE;
}

/* Is the token a word, or a word of a name, of the sentence? */
static inline bool number_at_word(const struct number_scan *s, uint32_t i)
{
	return i >= s->start && i < s->end && s->r->tokens.at[i].kind == TOKEN_WORD;
}
static inline bool number_at_name(const struct number_scan *s, uint32_t i)
{
	return number_at_word(s, i) && tag_is_proper(number_tag(s, i)) && s->r->tokens.at[i].flags & TOKEN_CAPITAL;
}

/* What opens a range before the token: tokens of "between" or "from" (with "about" behind); 0: nothing. */
struct range_opener {
	uint32_t n;
	bool between;
};
struct range_opener range_opener_before(const struct number_scan *s, uint32_t token);

/* What follows amount a: a second end, that makes a range or, after a verb of change, an old
 * and a new value; a score, which is neither. */
enum range_kind { RANGE_NONE, RANGE_JOINED, RANGE_CHANGE, RANGE_SCORE };
/* Joins *a and *b: units and magnitudes told once go to both. `opener`: what range_opener_before gave. */
enum range_kind range_behind(const struct number_scan *s, struct amount *a, struct range_opener opener,
			     struct amount *b);

/* Bounds before out->first and behind it; widens first and n, sets qualifier. */
void bounds_read(const struct number_scan *s, struct number *out);
/* Those behind out->first + out->n alone. */
void bounds_behind(const struct number_scan *s, struct number *out);

/* Is the amount no quantity? Also decides that a bare number is an age (*age). */
bool not_count(const struct number_scan *s, const struct amount *a, bool *age);
/* Is the amount how old somebody is: "Omar, 44, said", "aged six and 11", "three children, 4, 7 and 9, were"? */
bool number_is_age(const struct number_scan *s, const struct amount *a);
/* Does it name something: an address, a telephone, a postcode? */
bool number_is_code(const struct number_scan *s, const struct amount *a);
/* Is it a way of speaking: "no one", "both … and …", "no longer", "at one point"? */
bool number_is_idiom(const struct number_scan *s, const struct amount *a);
/* "a 35 million pound loan", "worth 2 million pounds": pounds are money where the words around tell of paying. before:
 * the numbers found so far. */
void pounds_read(const struct number_scan *s, struct number *n, const struct numbers *before);
/* Known people or things right behind: "1998 men", "2000 armed rebels". */
bool number_subject_behind(const struct number_scan *s, uint32_t i);

#endif
