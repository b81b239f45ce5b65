/* Ranges in one expression, whose ends share a month, a year, a day. */
#include "times_grammar.h"

static const char *const dashes = "- \xe2\x80\x93 \xe2\x80\x94 \xe2\x80\x91";

/* "to", "-", "and" behind "between": what joins the ends. */
static bool joins(const struct scan *s, uint32_t i, uint32_t k)
{
	if (scan_is_any(s, k, "to until till through thru") || scan_is_any(s, k, dashes))
		return true;
	return scan_is(s, k, "and") && i > s->start && scan_is(s, i - 1, "between");
}

/* "3 to 9 March", "the 3rd through the 9th of March". */
static uint32_t days_first(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	uint32_t n = times_day(s, i, &t->at), k = i + n, m;

	if (!n || !joins(s, i, k))
		return 0;
	m = times_calendar(s, k + 1, &t->end);
	if (!m || !t->end.day || !t->end.month || t->end.weekday || t->at.day >= t->end.day)
		return 0;
	t->at.month = t->end.month;
	t->at.year = t->end.year;
	t->at.from = t->end.from;
	t->at.unit = t->end.unit;
	t->at.which = t->end.which;
	*cut = (struct range_cut){n, n + 1};
	return k + 1 + m - i;
}

/* "March 3-9, 2013", "April 9th through 17th". */
static uint32_t month_shared(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	uint32_t n = times_calendar(s, i, &t->at), k = i + n, m, year;
	const struct atom *a;

	if (!n || !t->at.month || !t->at.day || t->at.year || t->at.weekday || !joins(s, i, k))
		return 0;
	m = times_day(s, k + 1, &t->end);
	k += 1 + m;
	if (!m || t->end.day <= t->at.day || scan_atom(s, k, ATOM_MONTH) || scan_is(s, k, "of"))
		return 0;
	if ((a = scan_atom(s, k, ATOM_UNITS)) || scan_atom(s, k, ATOM_HALFDAY))
		return 0;
	*cut = (struct range_cut){n, n + 1};
	t->end.month = t->at.month;
	year = times_year_after(s, k, &t->end);
	t->at.year = t->end.year;
	t->at.from = t->end.from;
	t->at.unit = t->end.unit;
	t->at.which = t->end.which;
	return k + year - i;
}

/* "1939-1945", "2012-13". */
static uint32_t years_joined(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	uint32_t n = times_year(s, i, &t->at), k = i + n;
	const struct atom *a = scan_atom(s, k + 1, ATOM_NUMBER), *first = scan_atom(s, i, ATOM_NUMBER);

	if (!first && !(n == 0 && (first = scan_atom(s, i, ATOM_NUMBER))))
		return 0;
	if (!n) { /* the second year says that the first is one */
		n = 1;
		k = i + 1;
		t->at.year = first->value;
		a = scan_atom(s, k + 1, ATOM_NUMBER);
	}
	if (first->digits != 4 || first->value < 1000 || first->value > 2100 || !a || !scan_is_any(s, k, dashes) ||
	    !scan_glued(s, k) || !scan_glued(s, k + 1) || scan_glued(s, k + 2))
		return 0;
	t->end.year = a->digits == 4 ? a->value : a->digits == 2 ? first->value / 100 * 100 + a->value : 0;
	if (t->end.year <= t->at.year || t->end.year > 2100)
		return 0;
	*cut = (struct range_cut){n, n + 1};
	return k + 2 - i;
}

/* "from 9:30 to 11:00 on Thursday", "3-4 pm", "between 5 and 6 in the afternoon". */
static uint32_t clocks(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	(void)cut;
	struct timex_point first = TIMEX_POINT_INIT;
	uint32_t n = times_point(s, i, &first), k, m;
	const struct atom *a = scan_atom(s, i, ATOM_NUMBER);
	bool bare = !n || first.hour == TIMEX_NO_CLOCK;

	if (bare) {
		if (!a || a->value < 1 || a->value > 12 || a->digits > 2)
			return 0;
		first = (struct timex_point)TIMEX_POINT_INIT;
		first.hour = a->value;
		n = 1;
	}
	k = i + n;
	if (!joins(s, i, k))
		return 0;
	m = times_point(s, k + 1, &t->end);
	if (!m || t->end.hour == TIMEX_NO_CLOCK || (bare && t->end.hour < first.hour))
		return 0;
	if (bare && t->end.hour >= 12 && first.hour + 12 <= t->end.hour)
		first.hour += 12;
	t->at = first;
	if (!times_has_date(&first) && times_has_date(&t->end)) {
		t->at = t->end;
		t->at.hour = first.hour;
		t->at.minute = first.minute;
	} else if (times_has_date(&first) && !times_has_date(&t->end)) {
		struct timex_point end = t->end;

		t->end = first;
		t->end.hour = end.hour;
		t->end.minute = end.minute;
	}
	return k + 1 + m - i;
}

/* "overnight into Friday", "the night from Thursday to Friday". */
static uint32_t into(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	(void)cut;
	uint32_t k = i, n;

	if (scan_atom(s, k, ATOM_OVERNIGHT))
		k++;
	else if ((n = times_point(s, k, &t->at)) > 0 && t->at.daypart && times_has_date(&t->at))
		k += n;
	else
		return 0;
	if (!scan_is(s, k, "into") && !(scan_is(s, k, "to") && k == i + 1))
		return 0;
	n = times_point(s, k + 1, &t->end);
	if (!n || !times_has_date(&t->end) || t->end.hour != TIMEX_NO_CLOCK)
		return 0;
	if (k == i + 1) { /* the night before that day */
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
	static uint32_t (*const forms[])(const struct scan *, uint32_t, struct timex_expr *,
					 struct range_cut *) = {days_first, month_shared, years_joined, clocks, into};

	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		uint32_t n;

		*cut = (struct range_cut){0};
		*t = timex_none();
		t->kind = TIMEX_RANGE;
		if ((n = forms[f](s, i, t, cut)) > 0)
			return n;
	}
	return 0;
}
