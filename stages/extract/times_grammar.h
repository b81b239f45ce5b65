/* times_grammar - the pieces that times.c puts time expressions together from. Each
 * reads one form that begins at token i and ends before `end`, fills what it is given
 * and returns the tokens read; 0 when that form does not stand there. Nothing looks
 * behind the sentence. */
#ifndef RECOUNT_TIMES_GRAMMAR_H
#define RECOUNT_TIMES_GRAMMAR_H

#include <assert.h>

#include "times_atoms.h"
#include "values/timex.h"

/* The point and the count read last: several forms ask for the one that begins where they do. */
struct scan_memo {
	bool has_point, has_count;
	uint32_t point_first, point_n, count_first, count_n; /* [tokens] */
	struct timex_point point;
	int count;
};

struct scan {
	const struct reading *r;
	const struct token *tokens;
	const struct atom *atoms;
	const uint8_t *marks; /* of struct atoms */
	uint32_t start, end;  /* the sentence [tokens] */
	struct scan_memo *memo;
};

/* Words are compared in line, whatever the compiler thinks of so many: only there it knows their lengths. */
#define SCAN_INLINE inline __attribute__((always_inline))

/* Token i in lower case; empty beyond the sentence. */
static SCAN_INLINE struct str scan_lower(const struct scan *s, uint32_t i)
{
	return i >= s->start && i < s->end ? s->tokens[i].lower : STR_NULL;
}
static SCAN_INLINE bool scan_word_is(struct str lower, const char *word)
{
	size_t n = strlen(word);

	return n && lower.n == n && memcmp(lower.at, word, n) == 0;
}
static SCAN_INLINE bool scan_word_in(struct str lower, const char *a, const char *b, const char *c, const char *d,
				     const char *e, const char *f, const char *g)
{
	return scan_word_is(lower, a) || scan_word_is(lower, b) || scan_word_is(lower, c) || scan_word_is(lower, d) ||
	       scan_word_is(lower, e) || scan_word_is(lower, f) || scan_word_is(lower, g);
}
/* Is token i this word (lower case)? False beyond the sentence. */
static inline bool scan_is(const struct scan *s, uint32_t i, const char *word)
{
	return scan_word_is(scan_lower(s, i), word);
}
/* Is it one of these words, 28 at most? The grammar asks so often that each list is compared
 * in line, where lengths are known: most words differ in theirs. */
#define scan_is_any(s, i, ...)                                                                                         \
	SCAN_ANY(scan_lower(s, i), __VA_ARGS__, "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "",    \
		 "", "", "", "", "", "", "", "", "", "", "")
/* clang-format off */
#define SCAN_ANY(w, a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, x, y, z, A, B, C, ...) \
	(scan_word_in(w, a, b, c, d, e, f, g) || scan_word_in(w, h, i, j, k, l, m, n) || \
	 scan_word_in(w, o, p, q, r, s, t, u) || scan_word_in(w, v, x, y, z, A, B, C))
/* clang-format on */
/* The atom that begins there, of that kind; NULL else. */
static inline const struct atom *scan_atom(const struct scan *s, uint32_t i, enum atom_kind kind)
{
	if (i < s->start || i >= s->end || s->atoms[i].kind != kind)
		return NULL;
	return i + s->atoms[i].n <= s->end ? &s->atoms[i] : NULL;
}
/* The tag of the token; TAG_NONE outside of the scan. */
static inline enum tag scan_tag_at(const struct scan *s, uint32_t i)
{
	return i >= s->start && i < s->end ? (enum tag)s->tokens[i].tag : TAG_NONE;
}
/* A hyphen or dash that joins the ends of a range. */
static inline bool scan_is_dash(const struct scan *s, uint32_t i)
{
	return scan_is_any(s, i, "-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\x91");
}
bool scan_is_noun(const struct scan *s, uint32_t i);
/* No white space between token i and the one before it. */
bool scan_glued(const struct scan *s, uint32_t i);
/* The value of a number or ordinal that may be a day of the month; 0 else. */
int scan_day(const struct scan *s, uint32_t i);
/* The value of four digits that may be a year; 0 else. */
int scan_year(const struct scan *s, uint32_t i);
/* Do the words at i say that the number before them counts them? */
bool scan_is_counted(const struct scan *s, uint32_t i);

/* How many tokens before i hedge what begins there: "since | at least 2015", "from | as early as March", "in | about
 * 1910". */
static inline uint32_t scan_hedge(const struct scan *s, uint32_t i)
{
	if (i <= s->start + 1)
		return 0;
	if (scan_is_any(s, i - 1, "about", "around", "roughly", "approximately", "circa"))
		return 1;
	if (scan_is(s, i - 1, "least") && scan_is(s, i - 2, "at"))
		return 2;
	return i > s->start + 3 && scan_is(s, i - 1, "as") && scan_is(s, i - 3, "as") &&
			       scan_is_any(s, i - 2, "early", "late", "recently")
		       ? 3
		       : 0;
}

/* A form of a point, and the kinds of atom that it begins with, at once or behind "the": for
 * most forms most tokens can be told to begin none. ANY_KIND: it begins with a word. */
struct point_form {
	uint32_t (*read)(const struct scan *s, uint32_t i, struct timex_point *p);
	uint64_t begins; /* KIND() of each */
};
#define ANY_KIND UINT64_MAX

/* The kinds at i: of its token, and of the one behind when it is "the"; none beyond the sentence. */
uint64_t scan_kinds(const struct scan *s, uint32_t i);
/* The first of n forms that stands at i. *p is set only then. */
uint32_t scan_point(const struct scan *s, uint32_t i, const struct point_form *forms, size_t n, struct timex_point *p);

/* times_calendar: "Dec. 16, 2016", "16 December", "Monday, Dec. 5", "March", "2011",
 * "the second quarter of 2012", "summer 2007", "the 1990s", "Christmas", "2016-12-16". */
uint32_t times_calendar(const struct scan *s, uint32_t i, struct timex_point *p);
/* A day of the month without month, in a range or list that names it later: "3" in "3 to 9 March". */
uint32_t times_day(const struct scan *s, uint32_t i, struct timex_point *p);
/* ", 2016", "of 2016", "of that year", "last year" behind a month, a season, a feast. */
uint32_t times_year_after(const struct scan *s, uint32_t i, struct timex_point *p);
/* The year of the event that is known by the day which begins at i ("September 11 attacks"), in an article that may
 * know of it: published in that year or later; 0: none. */
int times_year_by_name(const struct scan *s, uint32_t i);
/* times_year: "the second quarter of 2012", "summer 2007", "the 1990s", "Christmas". */
uint32_t times_year_part(const struct scan *s, uint32_t i, struct timex_point *p);
/* A year by itself: digits that the words around make one. */
uint32_t times_spelled_year(const struct scan *s, uint32_t i, int *year); /* "nineteen eighty-six" */
uint32_t times_year(const struct scan *s, uint32_t i, struct timex_point *p);

/* times_relative: "today", "last week", "that month", "next Friday", "the 20th of last month". */
uint32_t times_named(const struct scan *s, uint32_t i, struct timex_point *p);

/* Can a count begin there: with a number, an article, "half"? */
static inline bool times_may_count(const struct scan *s, uint32_t i)
{
	struct str lower = scan_lower(s, i);

	return lower.n && (s->atoms[i].kind == ATOM_COUNT || s->atoms[i].kind == ATOM_NUMBER ||
			   s->tokens[i].kind == TOKEN_NUMBER || lower.at[0] == 'a' || lower.at[0] == 'h');
}
/* Can an amount begin there: with a count, a unit, "3h"? */
static inline bool times_may_last(const struct scan *s, uint32_t i)
{
	struct str lower = scan_lower(s, i);
	enum atom_kind kind = lower.n ? (enum atom_kind)s->atoms[i].kind : ATOM_NONE;

	return kind == ATOM_UNITS || kind == ATOM_UNIT || kind == ATOM_FORTNIGHT || times_may_count(s, i) ||
	       (lower.n && lower.at[lower.n - 1] == 'h');
}
/* times_amount: "two and a half", "a", "several", "about 20" before a unit [1/1000]; *n 0: vague. */
uint32_t times_count(const struct scan *s, uint32_t i, int *n);
/* "two weeks", "a year", "24-hour", "days": count and unit, with a second part ("two hours and 30 minutes"). */
uint32_t times_amount(const struct scan *s, uint32_t i, struct timex_expr *t);
/* times_relation: what begins with an amount, or points with one: "two days ago", "the past week", "a day
 * after the raid", "for two weeks", "three times a week". */
uint32_t times_relation(const struct scan *s, uint32_t i, struct timex_expr *t);
/* times_set: "every Friday", "daily", "on Fridays", "per day". */
uint32_t times_set(const struct scan *s, uint32_t i, struct timex_expr *t);

/* times_clock: "10:30 p.m.", "2230 GMT", "noon", "half past seven". */
uint32_t times_clock(const struct scan *s, uint32_t i, struct timex_point *p);
/* "ET", "Pacific time", "GMT". */
uint32_t times_zone(const struct scan *s, uint32_t i, struct timex_point *p);
/* "morning", "the night": the part of the day alone. */
uint32_t times_daypart(const struct scan *s, uint32_t i, struct timex_point *p);

/* times_point: a date with its clock, part of day and modifier, in any order. */
uint32_t times_point(const struct scan *s, uint32_t i, struct timex_point *p);
bool times_has_date(const struct timex_point *p);
/* Does it name a single day, or a weekday? */
bool times_has_day(const struct timex_point *p);
/* The date alone, with no clock and no part of the day behind it. */
uint32_t times_date(const struct scan *s, uint32_t i, struct timex_point *p);
/* "the year", "the month", "the week": the one that runs. */
uint32_t times_running(const struct scan *s, uint32_t i, struct timex_point *p);

/* times_range: "3 to 9 March", "March 3-9", "1939-1945": one expression that shares its month or year. */
struct range_cut {
	uint32_t first;	 /* [tokens] of the first end; 0: not two dates ("3 to 5 pm") */
	uint32_t second; /* [tokens] where the second begins, from the first's begin */
	bool list;	 /* "3 and 4 March": two dates, not a range */
};
uint32_t times_range(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut);
/* What joins the ends of a range that begins at i: "to", "-", "until", "and" behind "between". */
bool times_joins(const struct scan *s, uint32_t i, uint32_t k);

/* times_days: "12, 14 and 16 March", "April 4-6 and 11-13": three days or more of one month, each an expression. */
enum { DAYS_MOST = 8 };
struct day_list {
	struct listed_day {
		struct timex_point at;
		uint32_t first, n; /* [tokens] */
		bool joined;	   /* with the next it is a range */
	} of[DAYS_MOST];
	uint32_t n;
};
uint32_t times_days(const struct scan *s, uint32_t i, struct day_list *out);

/* times_span: ranges told by a length or by the present: "between now and 5 May", "a week starting Monday",
 * "from 2 pm for three hours", "the first six months of 2016". */
uint32_t times_span(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut);

/* times_lead: what stands before the point that is the tokens [i, i + n). How many tokens before it belong to it ("on",
 * "since", "no later than"); an open end that they make is set in *t. */
uint32_t times_lead(const struct scan *s, uint32_t i, uint32_t n, struct timex_expr *t);
/* The verb of saying that it hangs on ("said on Friday"); TIME_NONE: none. */
uint32_t times_said_by(const struct scan *s, uint32_t i, uint32_t n);
/* Set `reach`, and `reach_end` of what is compared with: a time says nothing of what stands before a comparison or an
 * addition that it is part of, nor of "the deadliest since | December, when 11 died". Needs its lead. */
struct time_mention;
void times_reach(const struct scan *s, struct time_mention *m);
/* times_scope: a time right behind the verb of a relative clause, or behind a participle that another verb follows,
 * dates nothing outside of it: sets `reach` and `reach_end`. Needs its lead and the verb of saying. */
void times_scope(const struct scan *s, struct time_mention *m);
/* times_scope_since: the same of a "since" in an aside or in a relative clause: "soldiers died, despite the truce in
 * force since May", "rebels that held it since 2013 gave up". */
void times_scope_since(const struct scan *s, struct time_mention *m);
/* times_scope_before: of a point behind "before" or "until" and a verb: "some fled before | rebels took it in May". */
void times_scope_before(const struct scan *s, struct time_mention *m);
/* times_attributive: "a 1985 quake that killed 12" dates nothing behind it, "on Monday" nothing of the clause of
 * "after" behind it: sets `reach_end`. */
void times_attributive(const struct scan *s, struct time_mention *m);
/* times_thing: "$12 million (2023 USD)", "a 2012 Nissan": the year of a price or of a car, in which nothing happened.
 */
bool times_is_of_thing(const struct scan *s, const struct time_mention *m);
/* times_stamp: "Posted: Friday, June 10, 2016" in the midst of a story: nothing that it tells happened then. */
bool times_is_stamp(const struct scan *s, const struct time_mention *m);

/* times_tense: of the verb that governs the tokens [i, i + n). */
enum timex_tense times_tense(const struct scan *s, uint32_t i, uint32_t n);
/* "what officials are calling an accident on Monday": a word for what was, neither a plan nor a statement of that day.
 */
bool times_is_naming(const struct scan *s, uint32_t v);
/* Does an infinitive alone, or a verb behind it, put what stands at i ahead ("sent troops to clear the square on
 * Monday", "the killing of two men on Monday could not pass")? What happened then is past. False where a plan or a
 * modal does. */
bool times_is_aim(const struct scan *s, uint32_t i);

struct time_mentions;
/* "A day after | gunmen killed 12": what each distance is counted from, the clause that it dates, and that no other
 * time of the sentence dates that clause. */
void times_scope_distances(const struct reading *r, struct time_mentions *times);
/* "A year after the war began in March": that March is last year's, also in March. */
void times_year_ago(const struct reading *r, struct time_mentions *times);
/* times_listed: "on Saturday and Sunday", "3, 5 and 7 May": what is told of them is told of their span. */
void times_listed(const struct reading *r, struct time_mentions *times);
/* times_link: what each mention counts from, which two make one range, whose year a month takes. */
void times_link(const struct reading *r, struct time_mentions *times);

#endif
