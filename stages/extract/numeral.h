/* numeral - one number as a text writes it, in digits or words or both: "4,500",
 * "12 500", "1.2m", "four thousand five hundred", "4 thousand 3 hundred", "two and a half
 * million", "half a dozen", "two-thirds", "tens of thousands", "no". Currency, unit, bounds
 * and ranges are numbers.h. */
#ifndef RECOUNT_NUMERAL_H
#define RECOUNT_NUMERAL_H

#include "figure_words.h"

enum numeral_form {
	NUMERAL_NONE,
	NUMERAL_DIGITS,
	NUMERAL_SPELLED,
	NUMERAL_FRACTION, /* half, two-thirds, 1/4: less than one and no whole number before it */
	NUMERAL_VAGUE,	  /* dozens: value to value_to */
	NUMERAL_ZERO,	  /* "no", "nobody": zero only where something is counted */
	NUMERAL_BOTH,	  /* both, twin: two known ones */
	NUMERAL_FOLD	  /* threefold */
};

struct numeral {
	uint32_t first, n;		/* [tokens] */
	struct decimal value, value_to; /* value_to: of a vague count */
	struct decimal factor;		/* the magnitude that it was multiplied by; 1 for none */
	struct str before;		/* letters glued before the digits: a currency, or nothing */
	struct str after; /* letters glued behind them that are not a magnitude, or may be a unit as well: "m", "km" */
	struct decimal after_factor; /* the magnitude that `after` may be; null: it is none */
	uint8_t form;		     /* enum numeral_form */
	uint8_t places;		     /* DIGITS: enum digits_form of the first token */
	uint8_t whole;		     /* DIGITS: digits before the point */
	bool bare;		     /* DIGITS: no grouping, point, magnitude or letters: may be a year */
	bool padded;		     /* DIGITS: "007" */
	bool weak;		     /* several, a few, both, no: a figure only where a measure is stated */
};

/* The numeral that begins at the token and ends before `end`. False when none does. */
bool numeral_at(const struct reading *r, uint32_t token, uint32_t end, struct numeral *out);

/* The parts, for numeral.c: digits with what follows; words; both false where none begins. */
bool numeral_digits(const struct reading *r, uint32_t token, uint32_t end, struct numeral *out);
bool numeral_words(const struct reading *r, uint32_t token, uint32_t end, struct numeral *out);
/* "and a half", "-and-a-quarter" behind a whole number at `token`: its tokens and value; 0 for none. */
uint32_t numeral_and_fraction(const struct reading *r, uint32_t token, uint32_t end, struct decimal *part);
/* "point zero three" behind the numeral: added to it. */
void numeral_point(const struct reading *r, uint32_t end, struct numeral *out);
/* Magnitude words from `token` on: "million", "-million", "hundred thousand". Multiplies *factor; tokens. */
uint32_t numeral_magnitude(const struct reading *r, uint32_t token, uint32_t end, struct decimal *factor);

#endif
