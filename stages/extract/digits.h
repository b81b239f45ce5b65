/* digits - the number that one token writes in digits, with the letters stuck to it:
 * "4,500", "3,50,000", "1.2m", "51.9kg", "USD34.6m", "2½", "1/4". Text such as "1,2,3,4,5",
 * "1.2.3" or 200 digits has no value and is DIGITS_NONE. */
#ifndef RECOUNT_DIGITS_H
#define RECOUNT_DIGITS_H

#include "values/decimal.h"

enum digits_form {
	DIGITS_NONE,
	DIGITS_PLAIN,	 /* 4500 */
	DIGITS_GROUPED,	 /* 4,500 or 3,50,000 or 1.200.000 */
	DIGITS_POINT,	 /* 0.25, .5 */
	DIGITS_THREE,	 /* 1.200: a decimal fraction, or grouped the European way */
	DIGITS_FRACTION, /* 1/4, ½, 2½ */
};

struct digits {
	struct str before; /* letters before the digits: "USD" of USD34.6m */
	struct str after;  /* letters behind them: "m" */
	struct decimal value;
	uint8_t form;  /* enum digits_form */
	uint8_t whole; /* digits before the point, leading zeros counted */
	bool padded;   /* begins with a zero that no point follows: "00", "007" */
};

/* Read the whole token; form is DIGITS_NONE when it writes no number. */
struct digits digits_parse(struct str token);

/* "1.200" as 1200: the reading of DIGITS_THREE that counts things. */
struct decimal digits_regroup(struct decimal value);

#endif
