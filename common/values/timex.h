/* timex - a time expression as it was read, before it is known when that is:
 * "on Friday" after a verb in the past, "a day earlier", "since 2011". Resolving
 * needs the document's publication date, which may be found out later than the
 * words were read; so the words travel as one line of text (timex_format) and can
 * be resolved at any time, and again. Values are TIMEX3's, beside EDTF.
 * Source: ISO-TimeML (ISO 24617-1:2012) for types and values. */
#ifndef RECOUNT_TIMEX_H
#define RECOUNT_TIMEX_H

#include "values/interval.h"

enum timex_kind {
	TIMEX_NONE,
	TIMEX_POINT,	/* a date or a time: "Friday", "in 2011", "last week", "two days ago" */
	TIMEX_SINCE,	/* open towards now: "since 2011" */
	TIMEX_UNTIL,	/* open towards the past: "by December", "until Sunday" */
	TIMEX_RANGE,	/* point to end: "March 3-9", "overnight into Friday" */
	TIMEX_PAST,	/* n units that end now: "the past week", "the last three months" */
	TIMEX_COMING,	/* n units that begin now: "the next six months" */
	TIMEX_DURATION, /* "for two weeks", "a five-year low" */
	TIMEX_DISTANT,	/* a duration that places an event without a date: "a day after the raid" */
	TIMEX_SET,	/* "every Friday", "daily" */
	TIMEX_VAGUE,	/* "now", "recently", "soon": which: -1 PAST_REF, 0 PRESENT_REF, 1 FUTURE_REF */
};

enum timex_unit {
	UNIT_NONE,
	UNIT_SECOND,
	UNIT_MINUTE,
	UNIT_HOUR,
	UNIT_DAY,
	UNIT_WEEKEND,
	UNIT_WEEK,
	UNIT_MONTH,
	UNIT_QUARTER,
	UNIT_HALF,
	UNIT_SEASON,
	UNIT_YEAR,
	UNIT_DECADE,
	UNIT_CENTURY,
	UNIT_MILLENNIUM,
};

/* What a point counts from, or takes its missing year from. */
enum timex_from {
	FROM_NOTHING, /* its own fields; blanks are filled from the publication date by tense */
	FROM_NOW,     /* the publication date: "ago", "last week" */
	FROM_TOLD,    /* the last date told: "earlier", "that day", a month in a tale of long ago */
};

enum timex_tense { TIMEX_TENSE_UNKNOWN, TIMEX_TENSE_PAST, TIMEX_TENSE_PRESENT, TIMEX_TENSE_FUTURE };

/* Part of the day, and of longer units. */
enum timex_daypart { DAYPART_NONE, DAYPART_MO, DAYPART_MI, DAYPART_AF, DAYPART_EV, DAYPART_NI, DAYPART_DT };
enum timex_mod { MOD_NONE, MOD_START, MOD_MID, MOD_END, MOD_APPROX, MOD_BEFORE, MOD_AFTER };

/* "last", "this", "next" are -1, 0, 1; this stands for none of them. */
#define TIMEX_NO_WHICH 100
/* No clock time. */
#define TIMEX_NO_CLOCK (-1)
/* nth: the last one; -2 is the last but one. */
#define TIMEX_LAST (-1)

/* All zero but `which` and `hour` is nothing: start with TIMEX_POINT_INIT. Read
 * from the frame inwards: from + unit + which give a named unit ("last week"),
 * the calendar's fields what is picked in it ("Monday of last week"), shift an
 * offset from all that ("two days after Christmas", "two weeks ago"). */
struct timex_point {
	int from;	 /* enum timex_from */
	int unit, which; /* named unit: "this week" WEEK 0, "yesterday" DAY -1; with unit NONE: "last May", "next
			    Friday" */
	int year;	 /* 1..9999, or 0..99 + TIMEX_SHORT_YEAR for '98 */
	int month, day;	 /* 1..12, 1..31 */
	int weekday;	 /* 1 Monday .. 7 */
	int week;	 /* ISO week of the year, 1..53 */
	int part;	 /* season 21..24, quarter 33..36, half 40, 41 (EDTF) */
	int span;	 /* 10, 100: the year begins a decade, a century */
	int nth, of;	 /* "third week of January": 3, UNIT_WEEK; with a weekday `of` is NONE */
	int feast;	 /* holiday: MMDD, or TIMEX_EASTER + days from Easter Sunday, or TIMEX_NTH_DAY forms */
	int mod;	 /* enum timex_mod */
	int daypart;	 /* enum timex_daypart */
	int hour, minute, second; /* clock; second -1 when not told */
	int zone;		  /* [minutes east], MOMENT_NO_ZONE when not told */
	int shift, per;		  /* n of unit `per` later; vague: shift is TIMEX_VAGUE_SHIFT or minus that */
};

#define TIMEX_SHORT_YEAR  10000
#define TIMEX_VAGUE_SHIFT 100000 /* "a few days later" */
/* feast codes beyond MMDD: Easter + d (d in -100..100), and the nth weekday of a
 * month as FEAST_NTH + month * 100 + weekday * 10 + nth (nth 5: the last). */
#define TIMEX_EASTER	3000
#define TIMEX_FEAST_NTH 4000
/* Orthodox Easter + d. */
#define TIMEX_ORTHODOX 5500
/* Days of other calendars as ISLAMIC or HEBREW + month * 100 + day, and feasts set by a
 * new moon as LUNAR + number (timex_feast.c). LENGTH * n added: the feast lasts n days. */
#define TIMEX_ISLAMIC	   6000
#define TIMEX_HEBREW	   8000
#define TIMEX_LUNAR	   10000
#define TIMEX_COUNTED	   11000 /* counted from another feast: 0 the last Friday of Ramadan, 1 Purim */
#define TIMEX_FEAST_LENGTH 100000

#define TIMEX_POINT_INIT                                                                                               \
	{                                                                                                              \
		.which = TIMEX_NO_WHICH, .hour = TIMEX_NO_CLOCK, .second = -1, .zone = MOMENT_NO_ZONE                  \
	}

struct timex_expr {
	enum timex_kind kind;
	enum timex_tense tense; /* of the verb that governs it */
	struct timex_point at;	/* POINT, SINCE, UNTIL, RANGE; SET: what recurs (its weekday, daypart or clock) */
	struct timex_point end; /* RANGE */
	int n_milli;		/* [1/1000] number of units: PAST, COMING, DURATION, DISTANT, SET; 0: vague ("weeks") */
	enum timex_unit unit;
	int more_milli; /* second part: "two hours and 30 minutes"; 0: none */
	enum timex_unit more_unit;
	bool whole; /* of a lone sentence: the TIMEX3 value tells open sides and stretches too ("2011/..") */
	bool exact; /* DISTANT: "to the day" */
	int sign;   /* DISTANT: 1 "after the raid", -1 "before the raid" */
	int which;  /* VAGUE: -1, 0, 1 */
};

/* Everything empty. */
static inline struct timex_expr timex_none(void)
{
	return (struct timex_expr){.at = TIMEX_POINT_INIT, .end = TIMEX_POINT_INIT};
}

/* One line: the kind, then key=value pairs apart by one space, the end of a range
 * after "to"; what is nothing is not written. Examples:
 *   point weekday=5 tense=past              on Friday, said of something past
 *   point weekday=4 daypart=EV tense=past   late Thursday
 *   since year=2011
 *   point unit=week which=-1 from=now       last week
 *   point from=told shift=-1 per=day        a day earlier
 *   range month=3 day=3 to month=3 day=9 tense=past
 *   duration n=2 n_unit=week
 *   vague ref=-1
 * Keys and words are those of the structs and enums above, in lower case (day parts
 * in capitals); numbers are decimal,
 * n and more with up to three decimals; n_unit is the unit of n, ref the which of VAGUE. */
struct str timex_format(struct arena *arena, const struct timex_expr *t);
/* Reads just that; out is set only on true, err only on false. */
bool timex_parse(struct str text, struct timex_expr *out, struct err *err);

enum timex_type { TIMEX_DATE, TIMEX_TIME, TIMEX_LASTING, TIMEX_RECURRING };
/* "DATE", "TIME", "DURATION", "SET". */
const char *timex_type_name(enum timex_type type);

struct timex_anchor {
	struct moment published; /* none: not known (yet) */
	struct interval told;	 /* the last date told; none: there was none, the publication date serves */
};

struct timex_value {
	enum timex_type type;
	char timex3[48];      /* "2016-12-15TEV", "2013-W11", "P2W", "PAST_REF", "XXXX-WXX-5" while floating */
	struct interval edtf; /* none for durations, sets, vague ones, and while floating */
	bool floating;	      /* it needs a date that the anchor doesn't have */
	const char *rule;     /* what decided: "absolute", "weekday-past", "offset-told", … (static text) */
};

/* When is that? Always gives a value; a date that cannot be (30 February, 31 June
 * of a leap month) gives type DATE with empty timex3 and no edtf. */
void timex_resolve(const struct timex_expr *t, const struct timex_anchor *anchor, struct timex_value *out);

/* A chain "TIMEX <- TIMEX <- …": each counts from what stands right of its arrow (the
 * last date told), so that the text alone says all. At most TIMEX_CHAIN links. */
#define TIMEX_CHAIN 6
bool timex_resolve_text(struct str chain, struct moment published, struct timex_value *out, struct err *err);

/* Could a document published on that day say so? No, when a date told as past lies
 * more than a day (time zones) after it, or weekday and date disagree. Vague and
 * floating-free expressions fit any day. */
bool timex_fits(const struct timex_expr *t, struct date published);
/* [days] from what it names to that publication day (negative: ahead); INT32_MIN
 * when it names no single day. A report's freshest past weekday is 0 or 1 days old. */
int32_t timex_age(const struct timex_expr *t, struct date published);

#endif
