/* times_atoms - what each token can be in a time expression: a month, a weekday, a
 * unit, "ago", a number that may be a day or a year, a clock, a numeric date. Words
 * come from the lexicon's table of times; numbers are read here. */
#ifndef RECOUNT_TIMES_ATOMS_H
#define RECOUNT_TIMES_ATOMS_H

#include "reading.h"

/* The first ones are the values of the column `kind` in times.csv. Those from PLAN on are
 * words around times that begin none: planned ahead, past by their infinitive, telling a plan
 * in the present, moving something to another time; what a number counts, what it numbers;
 * a day with the event that is known by it. */
/* clang-format off */
#define ATOM_LIST(X) \
	X(MONTH, "month") X(WEEKDAY, "weekday") X(WEEKDAYS, "weekdays") X(SEASON, "season") \
	X(DAYPART, "daypart") X(DAYPARTS, "dayparts") X(UNIT, "unit") X(UNITS, "units") \
	X(FORTNIGHT, "fortnight") X(COUNT, "count") X(ORDINAL, "ordinal") X(DEICTIC, "deictic") \
	X(OVERNIGHT, "overnight") X(WHICH, "which") X(WHICH_TOLD, "which_told") \
	X(STRETCH, "stretch") X(MOD, "mod") X(DIRECTION, "direction") X(VAGUE, "vague") \
	X(ADJECTIVE, "adjective") X(SET, "set") X(SET_FORTNIGHT, "set_fortnight") \
	X(EVERY, "every") X(TIMES, "times") X(HALFDAY, "halfday") X(CLOCK, "clock") \
	X(OCLOCK, "oclock") X(ZONE, "zone") X(LOCAL, "local") X(FEAST, "feast") X(PLAN, "plan") \
	X(DONE, "done") X(TIMETABLE, "timetable") X(PUT_OFF, "put_off") X(COUNTED, "counted") \
	X(NUMBERED, "numbered") X(DATED, "dated")
/* clang-format on */

enum atom_kind {
	ATOM_NONE,
#define X(name, text) ATOM_##name,
	ATOM_LIST(X)
#undef X
		ATOM_NUMBER, /* plain digits: value; `digits` of them */
	ATOM_DECADE,	     /* "1990s": 1990; "90s": 90 */
	ATOM_DATE,	     /* numeric date: value year * 10000 + month * 100 + day, year or day 0 when not told */
	ATOM_YEARS,	     /* "2022/23": the first of the two */
	ATOM_YEAR_PART,	     /* "q2", "h1": EDTF code */
	ATOM_KINDS,
};

/* A set of kinds. */
#define KIND(name) (UINT64_C(1) << ATOM_##name)
static_assert(ATOM_KINDS <= 64, "kinds of atom make a set");

struct atom {
	uint8_t kind;	/* enum atom_kind */
	uint8_t n;	/* [tokens] */
	uint8_t digits; /* NUMBER: as written; CLOCK: 1 when the hour is of the twelve and its half still open */
	uint8_t guard;	/* enum atom_guard */
	int32_t value;	/* number; unit, day part, month …; CLOCK: seconds of the day */
	int8_t more;	/* DEICTIC: day part; CLOCK: 1 when seconds are told */
	int8_t from;	/* DIRECTION, WHICH_TOLD: enum timex_from; DEICTIC: enum timex_unit */
};

/* What a word of several meanings asks of its surroundings (column `guard`). */
enum atom_guard { GUARD_NONE, GUARD_CAPITAL, GUARD_CONTEXT, GUARD_NUMBER, GUARD_COUNT, GUARD_UPPER };

/* All rows of times.csv, in the arena: [lexicon_rows()]. */
const struct atom *atom_rows_read(const struct lexicon *lex, struct arena *arena);

enum { ATOMS_NEAR = 4 };

struct atoms {
	struct atom *at; /* [r->tokens.n + 1] the longest that begins at the token */
	uint8_t *marks;	 /* [r->tokens.n + ATOMS_NEAR] is there one, or a number? */
	bool *in;	 /* [r->sentences.n] the sentence has one, or a number: without, it tells no time */
};
struct atoms atoms_read(const struct reading *r);

/* times_digits: the date of its parts, 0 where one is not told; NONE for one that never was. */
struct atom atom_of_date(int year, int month, int day);
/* A number's text by itself: NUMBER, ORDINAL, DECADE, DATE or CLOCK; NONE for others. */
struct atom atom_of_number(struct str lower);

#endif
