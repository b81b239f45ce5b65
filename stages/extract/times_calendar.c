/* Calendar dates: days, weekdays, months. */
#include "times_grammar.h"

/* Beside a month: a day or a year. */
static bool number_beside(const struct scan *s, uint32_t i, uint32_t n)
{
	uint32_t after = i + n, before = i;

	if (scan_is_any(s, after, ",", "the", "/", "-"))
		after++;
	if (scan_day(s, after) || scan_year(s, after) || scan_atom(s, after, ATOM_DECADE))
		return true;
	if (before > s->start && scan_is_any(s, before - 1, "of", "-", "/"))
		before--;
	return before > s->start && scan_day(s, before - 1);
}

/* Words that a month stands behind. */
static bool month_lead(const struct scan *s, uint32_t i)
{
	if (i > s->start + 1 && scan_is(s, i - 1, "-") && scan_atom(s, i - 2, ATOM_MOD))
		return true;
	return i > s->start &&
	       scan_is_any(s, i - 1, "in", "by", "since", "until", "till", "last", "next", "this", "early", "late",
			   "mid", "of", "through", "from", "during", "for", "between", "before", "after", "previous",
			   "following", "that", "every", "each", "mid-", "throughout", "to");
}

/* What joins two months: "April and May", "March-May", "January, February and March". */
static bool joins_months(const struct scan *s, uint32_t i)
{
	return scan_is_any(s, i, "and", "or", "&", "to", "through", "until", "-", "\xe2\x80\x93");
}

/* "January-March", "in April and May": a month, though the word alone could be a name or a verb; "In April, May said"
 * is none. */
static bool is_joined(const struct scan *s, uint32_t i)
{
	bool listed = scan_is(s, i - 1, ",") && (joins_months(s, i + 1) || scan_is(s, i + 1, ","));
	uint32_t more = i > s->start + 2 && scan_is(s, i - 2, ",") ? 1 : 0; /* ", and" */

	if (i > s->start + 3 && scan_is(s, i - 1, "-") && joins_months(s, i - 2) && scan_is(s, i - 3, "-"))
		more = 2; /* "January-to-March" */
	if (i > s->start + 1 + more && (listed || joins_months(s, i - 1)) && scan_atom(s, i - 2 - more, ATOM_MONTH))
		return true;
	return (joins_months(s, i + 1) || scan_is(s, i + 1, ",")) && scan_atom(s, i + 2, ATOM_MONTH) &&
	       s->tokens[i + 2].flags & TOKEN_CAPITAL && (scan_is(s, i + 1, ",") ? joins_months(s, i + 3) : true);
}

static const struct atom *month_at(const struct scan *s, uint32_t i)
{
	const struct atom *a = scan_atom(s, i, ATOM_MONTH);
	bool capital = i < s->end && (s->tokens[i].flags & TOKEN_CAPITAL);

	if (!a || a->guard == GUARD_NONE)
		return a;
	if (number_beside(s, i, a->n) || s->end - s->start == a->n)
		return a;
	if (a->guard == GUARD_CAPITAL && !month_lead(s, i)) {
		/* "an august assembly", "June Smith said" */
		bool named = i + a->n < s->end && (s->tokens[i + a->n].flags & TOKEN_CAPITAL) &&
			     scan_is_noun(s, i + a->n) && !scan_atom(s, i + a->n, ATOM_WEEKDAY);

		return named || (!capital &&
				 (s->end - s->start > 6 || (i > s->start && scan_is_any(s, i - 1, "a", "an"))))
			       ? NULL
			       : a;
	}
	if (a->guard == GUARD_CAPITAL)
		return a;
	if (!capital)
		return NULL;
	if (is_joined(s, i))
		return a;
	if (!month_lead(s, i))
		return NULL;
	if (scan_is(s, i - 1, "-"))
		return a;
	/* "to May", "by March" without a number may be a person or a verb */
	if (scan_is_any(s, i - 1, "to", "for", "by") && !scan_is_any(s, i + 1, ".", ",", ";", "-", ")", "and", "when"))
		return NULL;
	return a;
}

/* "(March) two years ago", "(Christmas) in five years", "(May) three years from now" */
static uint32_t years_away(const struct scan *s, uint32_t i, struct timex_point *p)
{
	enum { MOST = 99 };
	struct timex_expr amount = timex_none();
	uint32_t n = times_amount(s, i, &amount);
	const struct atom *side = n ? scan_atom(s, i + n, ATOM_DIRECTION) : NULL;
	bool ahead = !side && p->feast && i > s->start && scan_is(s, i - 1, "in");

	if (!n || amount.unit != UNIT_YEAR || !amount.n_milli || amount.n_milli % 1000 || amount.more_milli ||
	    amount.n_milli > 1000 * MOST || !(ahead || (side && side->from == FROM_NOW)))
		return 0;
	p->from = FROM_NOW;
	p->unit = UNIT_YEAR;
	p->which = amount.n_milli / 1000 * (side ? side->value : 1);
	return n + (side ? side->n : 0);
}

/* "last year", "that year", "the same year", "two years ago" as the year of what stands before. */
static uint32_t year_frame(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *which = scan_atom(s, i, ATOM_WHICH);
	const struct atom *unit;

	if (!which)
		which = scan_atom(s, i, ATOM_WHICH_TOLD);
	if (!which || !(unit = scan_atom(s, i + which->n, ATOM_UNIT)) || unit->value != UNIT_YEAR)
		return years_away(s, i, p);
	p->from = which->kind == ATOM_WHICH ? FROM_NOW : FROM_TOLD;
	p->unit = UNIT_YEAR;
	p->which = which->value;
	return (uint32_t)which->n + unit->n;
}

uint32_t times_year_after(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t skip = scan_is_any(s, i, ",", "of", "in") ? 1 : 0, n;
	const struct atom *a;

	if (scan_year(s, i + skip)) {
		/* "In March, 2000 people fled" */
		if (skip && scan_is(s, i, ",") && (!p->day || !p->month) && scan_is_noun(s, i + 2))
			return 0;
		p->year = scan_year(s, i + skip);
		return skip + 1;
	}
	if ((n = times_spelled_year(s, i + skip, &p->year)) > 0)
		return skip + n;
	if (scan_is(s, i, ","))
		return 0;
	a = scan_atom(s, i + skip + 1, ATOM_NUMBER);
	if (scan_is_any(s, i + skip, "'", "\xe2\x80\x99", "\xe2\x80\x98") && a && a->digits == 2 &&
	    scan_glued(s, i + skip + 1)) {
		p->year = TIMEX_SHORT_YEAR + a->value;
		return skip + 2;
	}
	n = year_frame(s, i + skip, p);
	return n ? n + skip : 0;
}

/* "Dec. 16, 2016", "March the 3rd", "May 2013", "April". */
static uint32_t month_first(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *m = month_at(s, i);
	uint32_t k, the;

	if (!m)
		return 0;
	p->month = m->value;
	k = i + m->n;
	the = scan_is(s, k, "the") ? 1 : 0;
	if (scan_is_any(s, k, "/", "-") && scan_glued(s, k) && scan_glued(s, k + 1))
		the = 1; /* May/22, Dec-2018 */
	if (scan_day(s, k + the) && !scan_is_counted(s, k + the + 1)) {
		const struct atom *d = &s->atoms[k + the];

		p->day = d->value;
		k += the + d->n;
		if (scan_is_any(s, k, "/", "-") && scan_year(s, k + 1) && scan_glued(s, k + 1))
			k++;
	} else if (the && scan_year(s, k + 1)) {
		k++;
	}
	return k - i + times_year_after(s, k, p);
}

/* "16 December", "the 3rd of March", "31/Oct/1974", "31-Oct-74". */
static uint32_t day_first(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = scan_is(s, i, "the") ? i + 1 : i;
	int day = scan_day(s, k);
	const struct atom *m, *year;

	if (!day || (i > s->start && scan_is_any(s, i - 1, "$", "£", "€", "us$")))
		return 0;
	k += s->atoms[k].n;
	if (scan_is(s, k, "day"))
		k++;
	if (scan_is_any(s, k, "of", "/", "-"))
		k++;
	if (!(m = month_at(s, k)))
		return 0;
	p->day = day;
	p->month = m->value;
	k += m->n;
	year = scan_atom(s, k + 1, ATOM_NUMBER);
	if (scan_is_any(s, k, "/", "-") && scan_glued(s, k) && scan_glued(s, k + 1) && year &&
	    (year->digits == 2 || year->digits == 4)) {
		p->year = year->digits == 4 ? year->value : TIMEX_SHORT_YEAR + year->value;
		return k + 2 - i;
	}
	return k - i + times_year_after(s, k, p);
}

/* "1/2", "24/7", "7/10" are fractions, slogans, scores; a date without year says so by what stands before. */
static bool is_bare_date_lead(const struct scan *s, uint32_t i)
{
	return i == s->start ||
	       scan_is_any(s, i - 1, "on", "by", "from", "since", "until", "till", "to", "before", "after", "-", ",",
			   "(", "this", "next", "the") ||
	       s->atoms[i - 1].kind == ATOM_WEEKDAY;
}

static uint32_t numeric_date(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_DATE);
	bool bare;

	if (!a)
		return 0;
	bare = a->value < 10000;
	if (bare && !a->digits && !is_bare_date_lead(s, i))
		return 0;
	if (bare && (scan_atom(s, i + 1, ATOM_UNITS) || scan_is_any(s, i + 1, "of", "cup", "cups", "percent")))
		return 0;
	p->year = a->value / 10000;
	p->month = a->value / 100 % 100;
	p->day = a->value % 100;
	return 1 + (a->digits ? times_year_after(s, i + 1, p) : 0);
}

/* "2019-Aug-1", "2015-3" */
static uint32_t year_first(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *m, *d;
	uint32_t k = i + 2;

	if (!scan_year(s, i) || !scan_is_any(s, i + 1, "-", "/") || !scan_glued(s, i + 1) || !scan_glued(s, k))
		return 0;
	if ((d = scan_atom(s, k, ATOM_NUMBER)) && d->digits == 1 && d->value && !scan_glued(s, k + 1)) {
		p->year = scan_year(s, i);
		p->month = d->value;
		return 3;
	}
	if (!(m = scan_atom(s, k, ATOM_MONTH)))
		return 0;
	p->year = scan_year(s, i);
	p->month = m->value;
	k += m->n;
	if (scan_is_any(s, k, "-", "/") && scan_glued(s, k) && scan_glued(s, k + 1) && scan_day(s, k + 1)) {
		p->day = scan_day(s, k + 1);
		k += 2;
	}
	return k - i;
}

int times_year_by_name(const struct scan *s, uint32_t i)
{
	const struct reading *r = s->r;

	for (uint32_t h = r->first_hit[i]; h < r->first_hit[i + 1]; h++)
		if (r->hits.at[h].tables & 1u << LEXICON_TIMES) {
			const struct atom *a = &r->know->time_words[hit_row(r, &r->hits.at[h], LEXICON_TIMES)];

			if (a->kind == ATOM_DATED)
				return a->value <= r->published.date.year ? a->value : 0;
		}
	return 0;
}

static uint32_t month_and_day(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t n = numeric_date(s, i, p);

	if (!n)
		n = month_first(s, i, p);
	if (!n)
		n = day_first(s, i, p);
	if (n && !p->year && p->day) /* "the 7 July bombings" */
		p->year = times_year_by_name(s, i + (scan_is(s, i, "the") ? 1 : 0));
	return n;
}

/* "Sat", "Sun", "Wed" are also words: they need a date or a clock beside them. */
static const struct atom *weekday_at(const struct scan *s, uint32_t i)
{
	const struct atom *a = scan_atom(s, i, ATOM_WEEKDAY);
	uint32_t k;

	if (!a || a->guard != GUARD_NUMBER)
		return a;
	k = i + a->n + (scan_is_any(s, i + a->n, ",", "at", "@") ? 1 : 0);
	if (scan_atom(s, k, ATOM_MONTH) || scan_atom(s, k, ATOM_CLOCK) || scan_atom(s, k, ATOM_NUMBER) ||
	    scan_atom(s, k, ATOM_DATE) || scan_atom(s, k, ATOM_ORDINAL))
		return (s->tokens[i].flags & TOKEN_CAPITAL) || s->end - s->start < 6 ? a : NULL;
	return s->end - s->start <= a->n + 1u ? a : NULL;
}

/* "On a Tuesday morning in January": one of them, and not the last; "on a Tuesday flight" is that of the week. */
static bool is_any(const struct scan *s, uint32_t i, uint32_t n)
{
	uint32_t behind = i + n + (scan_atom(s, i + n, ATOM_DAYPART) ? 1 : 0);

	return i > s->start + 1 && scan_is(s, i - 1, "a") && scan_is(s, i - 2, "on") && !scan_is_noun(s, behind);
}

/* "Monday, Dec. 5", "Friday 16 December", "Tuesday the 19th", "Friday". */
static uint32_t weekday_first(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *w = weekday_at(s, i);
	uint32_t k, n;

	if (!w)
		return 0;
	p->weekday = w->value;
	k = i + w->n;
	n = k + (scan_is(s, k, ",") ? 1 : 0);
	n += month_and_day(s, n, p);
	if (p->day)
		return n - i;
	p->month = 0;
	p->year = 0;
	p->unit = UNIT_NONE;
	p->which = TIMEX_NO_WHICH;
	p->from = FROM_NOTHING;
	n = scan_is(s, k, "the") ? 1 : 0;
	if (scan_atom(s, k + n, ATOM_ORDINAL) && scan_day(s, k + n) && !scan_is_noun(s, k + n + 1)) {
		p->day = scan_day(s, k + n);
		return k + n + s->atoms[k + n].n - i;
	}
	if (is_any(s, i, w->n)) {
		p->weekday = 0;
		return 0;
	}
	return k - i;
}

uint32_t times_day(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0;

	p->day = scan_day(s, i + the);
	return p->day ? the + s->atoms[i + the].n : 0;
}

/* "on the 13th": of the month that fits. */
static uint32_t day_alone(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, k = i + the;
	const struct atom *a = scan_atom(s, k, ATOM_ORDINAL);

	if (!a || !scan_day(s, k) || !(s->tokens[k].flags & TOKEN_DIGIT))
		return 0;
	if (i > s->start && !scan_is_any(s, i - 1, "on", "by", "since", "until", "before", "after", "from"))
		return 0;
	if (k + 1 < s->end && s->tokens[k + 1].tag != TAG_PRP && s->tokens[k + 1].tag != TAG_DT &&
	    !scan_is_any(s, k + 1, ".", ",", ";", ":", ")", "?", "!", "at", "in", "for", "and", "when", "as", "to"))
		return 0;
	p->day = a->value;
	return the + 1;
}

uint32_t times_calendar(const struct scan *s, uint32_t i, struct timex_point *p)
{
	static const struct point_form forms[] = {
		{year_first, KIND(NUMBER)},
		{weekday_first, KIND(WEEKDAY)},
		{times_year_part, ANY_KIND},
		{month_and_day, KIND(DATE) | KIND(MONTH) | KIND(NUMBER) | KIND(ORDINAL)},
		{times_year, KIND(NUMBER) | KIND(COUNT) | KIND(NONE)},
		{day_alone, KIND(ORDINAL)},
	};

	return scan_point(s, i, forms, sizeof forms / sizeof *forms, p);
}
