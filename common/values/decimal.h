/* decimal - an exact number: whole digits and a scale, never binary floating
 * point. 0.1 is {1, 1}, 4,500 is {4500, 0}. Always kept in lowest terms (no
 * trailing zero behind the point), so equal numbers have equal members. */
#ifndef RECOUNT_DECIMAL_H
#define RECOUNT_DECIMAL_H

#include "base/err.h"
#include "base/str.h"

struct decimal {
	int64_t digits; /* the number times 10^scale, at most 18 digits */
	uint8_t scale;	/* 0..DECIMAL_SCALE_MAX */
	bool known;	/* false: no number (null); the other members are 0 */
};

enum { DECIMAL_DIGITS_MAX = 18, DECIMAL_SCALE_MAX = 15, DECIMAL_TEXT_MAX = 40 };

#define DECIMAL_NULL ((struct decimal){0, 0, false})

struct decimal decimal_of(int64_t whole);
/* 10 to the n-th; n at most DECIMAL_DIGITS_MAX. */
int64_t decimal_power(unsigned n);
/* digits / 10^scale, brought to lowest terms. */
struct decimal decimal_make(int64_t digits, unsigned scale);

/* Read "-12", "4500", "0.25": digits with at most one point, nothing else; ""
 * gives null. err for more than 18 digits. Grouping is the number grammar's job. */
bool decimal_parse(struct str text, struct decimal *out, struct err *err);
/* Digits with a point where needed, "" for null. */
struct str decimal_format(struct arena *arena, struct decimal d);
/* A whole number of any size. */
struct str decimal_format_int(struct arena *arena, int64_t v);
/* The same, into memory that has room for DECIMAL_TEXT_MAX bytes; the end. */
char *decimal_put(char *to, struct decimal d);
char *decimal_put_int(char *to, int64_t v);

/* As decimal_format, with thousands set apart for readers: "4,500". */
struct str decimal_grouped(struct arena *arena, struct decimal d);

/* Null sorts before every number. */
int decimal_cmp(struct decimal a, struct decimal b);
bool decimal_eq(struct decimal a, struct decimal b);

/* Sums and products; null when an operand is null or the result does not fit. */
struct decimal decimal_add(struct decimal a, struct decimal b);
struct decimal decimal_sub(struct decimal a, struct decimal b);
struct decimal decimal_mul(struct decimal a, struct decimal b);
/* a / b to at most 6 places, rounded half away from zero; null for b = 0. */
struct decimal decimal_div(struct decimal a, struct decimal b);
struct decimal decimal_min(struct decimal a, struct decimal b); /* null only when both are */
struct decimal decimal_max(struct decimal a, struct decimal b);
bool decimal_is_whole(struct decimal d);
/* Number of decimal digits of the coefficient: decides number or string in JSON. */
unsigned decimal_width(struct decimal d);

#endif
