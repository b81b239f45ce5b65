/* Ranges in one expression, whose ends share a month, a year, a day. */
#include "times_grammar.h"

bool times_joins(const struct scan *s, uint32_t i, uint32_t k)
{
	if (scan_is_any(s, k, "to", "until", "till", "through", "thru") || scan_is_dash(s, k))
		return true;
	return scan_is(s, k, "and") && i > s->start && scan_is(s, i - 1, "between");
}

/* "3 to 9 March", "the 3rd through the 9th of March". */
static uint32_t days_first(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	uint32_t n = times_day(s, i, &t->at), k = i + n, m;

	cut->list = scan_is_any(s, k, "and", "or", ",") && !times_joins(s, i, k);
	if (!n || (!times_joins(s, i, k) && !cut->list))
		return 0;
	m = times_calendar(s, k + 1, &t->end);
	if (!m || !t->end.day || !t->end.month || t->end.weekday || t->at.day >= t->end.day)
		return 0;
	t->at.month = t->end.month;
	t->at.year = t->end.year;
	t->at.from = t->end.from;
	t->at.unit = t->end.unit;
	t->at.which = t->end.which;
	cut->first = n;
	cut->second = n + 1;
	return k + 1 + m - i;
}

/* "March 3-9, 2013", "April 9th through 17th". */
static uint32_t month_shared(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	uint32_t n = times_calendar(s, i, &t->at), k = i + n, m, year;
	const struct atom *a;

	if (!n || !t->at.month || !t->at.day || t->at.year || t->at.weekday)
		return 0;
	cut->list = scan_is_any(s, k, "and", "or") && !times_joins(s, i, k);
	if (!times_joins(s, i, k) && !cut->list)
		return 0;
	m = times_day(s, k + 1, &t->end);
	k += 1 + m;
	if (!m || t->end.day <= t->at.day || scan_atom(s, k, ATOM_MONTH) || scan_is(s, k, "of"))
		return 0;
	if ((a = scan_atom(s, k, ATOM_UNITS)) || scan_atom(s, k, ATOM_HALFDAY))
		return 0;
	/* "On Nov. 3 and 4 people died" */
	if (cut->list && (scan_is_noun(s, k) || scan_is_counted(s, k)))
		return 0;
	cut->first = n;
	cut->second = n + 1;
	t->end.month = t->at.month;
	year = times_year_after(s, k, &t->end);
	t->at.year = t->end.year;
	t->at.from = t->end.from;
	t->at.unit = t->end.unit;
	t->at.which = t->end.which;
	return k + year - i;
}

/* "0800-2012-13", "2012-13/4", "2012-13a": a number of another kind; "(1939-1945)" ends there. */
static bool goes_on(const struct scan *s, uint32_t i)
{
	return i < s->end && scan_glued(s, i) &&
	       (s->tokens[i].kind != TOKEN_MARK || scan_is_dash(s, i) || scan_is_any(s, i, "/", "+"));
}

/* "1939-1945", "2012-13". */
static uint32_t years_joined(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	const struct atom *first = scan_atom(s, i, ATOM_NUMBER), *a, *years = scan_atom(s, i, ATOM_YEARS);
	uint32_t n, k;

	if (years) { /* "2022/23" */
		t->at.year = years->value;
		t->end.year = years->value + 1;
		return years->n;
	}
	if (!first || first->digits != 4)
		return 0;
	n = times_year(s, i, &t->at);
	k = i + n;
	a = scan_atom(s, k + 1, ATOM_NUMBER);
	if (!n) { /* the second year says that the first is one */
		n = 1;
		k = i + 1;
		t->at.year = first->value;
		a = scan_atom(s, k + 1, ATOM_NUMBER);
	}
	if (first->value < 1000 || first->value > 2100 || !a || !scan_is_dash(s, k) || !scan_glued(s, k) ||
	    !scan_glued(s, k + 1) || goes_on(s, k + 2))
		return 0;
	t->end.year = a->digits == 4 ? a->value : a->digits == 2 ? first->value / 100 * 100 + a->value : 0;
	if (t->end.year <= t->at.year || t->end.year > 2100)
		return 0;
	*cut = (struct range_cut){n, n + 1, false};
	return k + 2 - i;
}

/* One end of a span of hours: a clock, or a bare hour of the twelve. *open: its half of the day is not told. */
static uint32_t clock_end(const struct scan *s, uint32_t i, struct timex_point *p, bool *open, bool *bare)
{
	uint32_t n = times_clock(s, i, p);
	const struct atom *a = scan_atom(s, i, ATOM_CLOCK);
	int count;

	*bare = n == 0;
	*open = !n || (a && a->digits && n == a->n);
	if (n)
		return n;
	n = times_count(s, i, &count);
	if (!n || count < 1000 || count > 12000 || count % 1000 || scan_is_any(s, i, "a", "an"))
		return 0;
	p->hour = count / 1000;
	return n;
}

/* "9:30 to 11:00", "3-4 pm", "5 and 6" behind "between". */
static uint32_t clock_span(const struct scan *s, uint32_t i, struct timex_expr *t, bool *bare)
{
	bool open_a, open_b, bare_a, bare_b;
	uint32_t n = clock_end(s, i, &t->at, &open_a, &bare_a), m;

	if (!n || !times_joins(s, i, i + n))
		return 0;
	m = clock_end(s, i + n + 1, &t->end, &open_b, &bare_b);
	if (!m)
		return 0;
	*bare = bare_a && bare_b;
	if (open_a && !open_b && t->at.hour < 12 && t->end.hour >= 12 && t->at.hour + 12 <= t->end.hour)
		t->at.hour += 12;
	if (open_a && open_b && t->end.hour < t->at.hour && t->at.hour <= 12)
		t->end.hour += 12; /* "between 9 and 6" */
	return n + 1 + m;
}

/* The span of hours on a date, or in a part of the day: "7 and 9 last night". */
static void on_date(struct timex_expr *t, const struct timex_point *date)
{
	struct timex_point *ends[] = {&t->at, &t->end};
	bool late = date->daypart == DAYPART_AF || date->daypart == DAYPART_EV || date->daypart == DAYPART_NI;

	for (int e = 0; e < 2; e++) {
		struct timex_point clock = *ends[e];

		*ends[e] = *date;
		ends[e]->hour = clock.hour + (late && clock.hour < 12 ? 12 : 0);
		ends[e]->minute = clock.minute;
		ends[e]->second = clock.second;
		ends[e]->zone = clock.zone;
		ends[e]->daypart = DAYPART_NONE;
	}
}

/* "from 9:30 to 11:00 on Thursday", "yesterday afternoon from 3-8pm", "between 5 and 6 in the afternoon". */
static uint32_t clocks(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	struct timex_point date = TIMEX_POINT_INIT;
	uint32_t k = i, n, m;
	bool bare, led = i > s->start && scan_is_any(s, i - 1, "from", "between");

	(void)cut;
	if ((n = clock_span(s, i, t, &bare)) > 0) {
		k = i + n;
		k += scan_is_any(s, k, "on", "in", ",") ? 1 : 0;
		m = scan_is(s, k - 1, "in") ? times_daypart(s, k, &date) : times_point(s, k, &date);
		if (m && date.hour == TIMEX_NO_CLOCK && (times_has_day(&date) || date.daypart)) {
			on_date(t, &date);
			n = k + m - i;
		} else if (bare) {
			return 0;
		}
		return bare && !led ? 0 : n;
	}
	n = times_point(s, i, &date);
	if (n && date.hour != TIMEX_NO_CLOCK) { /* "Tuesday from 2:00": the clock begins the span */
		date = (struct timex_point)TIMEX_POINT_INIT;
		n = times_date(s, i, &date);
	}
	if (!n || date.hour != TIMEX_NO_CLOCK || !times_has_day(&date))
		return 0;
	k = i + n + (scan_is(s, i + n, ",") ? 1 : 0);
	led = scan_is_any(s, k, "from", "between");
	k += led || scan_is(s, k, "at") ? 1 : 0;
	m = clock_span(s, k, t, &bare);
	if (!m || (bare && !led))
		return 0;
	on_date(t, &date);
	return k + m - i;
}

/* "overnight", "the night" before "into Friday": its length, or 0. */
static uint32_t night(const struct scan *s, uint32_t i)
{
	struct timex_point p = TIMEX_POINT_INIT;
	uint32_t n;

	if (scan_atom(s, i, ATOM_OVERNIGHT))
		return 1;
	n = times_daypart(s, i, &p);
	return n && p.daypart == DAYPART_NI && scan_is(s, i + n, "into") ? n : 0;
}

/* "overnight into Friday", "the night from Thursday to Friday". */
static uint32_t into(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	(void)cut;
	uint32_t alone = night(s, i), k = i + alone, n;

	if (!alone) {
		n = times_point(s, k, &t->at);
		if (!n || !t->at.daypart || !times_has_date(&t->at))
			return 0;
		k += n;
	}
	if (!scan_is(s, k, "into") && !(scan_is(s, k, "to") && alone))
		return 0;
	n = times_point(s, k + 1, &t->end);
	if (!n || !times_has_date(&t->end) || t->end.hour != TIMEX_NO_CLOCK)
		return 0;
	if (alone) { /* the night before that day */
		t->at = t->end;
		t->at.daypart = DAYPART_NI;
		t->at.shift = -1;
		t->at.per = UNIT_DAY;
	}
	t->end.daypart = DAYPART_NONE;
	return k + 1 + n - i;
}

uint32_t times_range(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	static const struct {
		uint32_t (*read)(const struct scan *, uint32_t, struct timex_expr *, struct range_cut *);
		uint64_t begins;
	} forms[] = {
		{days_first, KIND(NUMBER) | KIND(ORDINAL)},
		{month_shared, KIND(DATE) | KIND(MONTH) | KIND(NUMBER) | KIND(ORDINAL)},
		{years_joined, KIND(NUMBER) | KIND(YEARS)},
		{clocks, ANY_KIND},
		{into, ANY_KIND},
		{times_span, ANY_KIND},
	};
	uint64_t kinds = scan_kinds(s, i);

	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		uint32_t n;

		if (!(forms[f].begins & kinds))
			continue;
		*cut = (struct range_cut){0};
		*t = timex_none();
		t->kind = TIMEX_RANGE;
		if ((n = forms[f].read(s, i, t, cut)) > 0)
			return n;
	}
	return 0;
}
