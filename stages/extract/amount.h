/* amount - a numeral with its currency or unit: "$3.4bn", "RM79", "9 billion shekels a year",
 * "12.5 km", "16-metre", "90 per cent", "half a mile", "12-year-old", "one in five", "half the
 * town". A count has no unit. */
#ifndef RECOUNT_AMOUNT_H
#define RECOUNT_AMOUNT_H

#include "numeral.h"

enum amount_kind {
	AMOUNT_COUNT,
	AMOUNT_MONEY,
	AMOUNT_PERCENT,
	AMOUNT_SHARE,
	AMOUNT_TIME,	/* hours, days, years: a duration */
	AMOUNT_AGE,	/* 12-year-old */
	AMOUNT_MEASURED /* any other unit */
};

struct amount {
	struct numeral numeral;
	uint32_t first, n; /* [tokens] with currency and unit */
	struct decimal value, value_to;
	struct str quantity;	     /* what the unit measures: "length", "time", "money"; empty: a count, a share */
	struct str unit;	     /* canonical; empty: a count */
	uint32_t unit_first, unit_n; /* [tokens] as written; 0: none, or glued to the digits */
	uint8_t kind;		     /* enum amount_kind */
	bool whole_unit;	     /* the unit is told here, not taken from the other end of a range */
};

/* The amount that begins at the token (at its currency, sign or first number word) and ends
 * before `end`. False when none does: also for "F-16", "21st", "1980s", "1,2,3". */
bool amount_at(const struct reading *r, uint32_t token, uint32_t end, struct amount *out);

/* --- parts, in amount_parts.c ----------------------------------------------------------- */

/* Further parts in smaller units: "6 feet | 2 inches"; the amount is then in the smallest, "74 inches". */
void amount_parts(const struct reading *r, uint32_t end, struct amount *out);
/* "12 deaths | per 100,000 people": no count, but so many of each; its unit is "per 100,000". */
void amount_rate(const struct reading *r, uint32_t end, struct amount *out);
/* Does "per" or "for every" stand right before that token, not before `first`? */
bool amount_is_denominator(const struct reading *r, uint32_t first, uint32_t token);

/* --- parts, in unit.c ------------------------------------------------------------------- */

struct unit {
	struct str name;
	struct str quantity; /* kind of units.csv, or "money" */
	uint8_t kind;	     /* enum amount_kind */
	uint32_t n;	     /* [tokens]; 0: none there */
};

/* Currency symbol or code at the token, before an amount: n tokens of it; n = 0 for none. */
struct unit unit_currency_before(const struct reading *r, uint32_t token);
/* The currency that letters glued before the digits name ("RM"); n = 1 when one does. */
struct unit unit_currency_glued(const struct reading *r, struct str letters);
/* The unit or currency behind a number, the token after its last; hyphens before it counted. */
struct unit unit_after(const struct reading *r, uint32_t token, uint32_t end);
/* The unit that letters glued behind the digits name ("km"). */
struct unit unit_glued(const struct reading *r, struct str letters);
/* "per hour", "a year", "/km" at the token: the name is that of the second unit. */
struct unit unit_per(const struct reading *r, uint32_t token, uint32_t end);

#endif
