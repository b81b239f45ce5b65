/* Ranges that a length or the present ends: no second date is told. */
#include "times_grammar.h"

static struct timex_point today(void)
{
	struct timex_point p = TIMEX_POINT_INIT;

	p.from = FROM_NOW;
	p.unit = UNIT_DAY;
	p.which = 0;
	return p;
}

/* "now", "date", "the present", "the current date" as the end of a range. */
static uint32_t present_at(const struct scan *s, uint32_t i)
{
	uint32_t k = i + (scan_is(s, i, "the") ? 1 : 0);

	k += scan_is_any(s, k, "current", "present") && scan_is_any(s, k + 1, "date", "day") ? 1 : 0;
	return scan_is_any(s, k, "now", "date", "present", "day") && (k > i || !scan_is(s, k, "day")) ? k + 1 - i : 0;
}

static bool is_dated(const struct timex_point *p)
{
	return times_has_date(p) && p->hour == TIMEX_NO_CLOCK;
}

/* "between now and 15 November", "from January 2019 until now". */
static uint32_t with_present(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	uint32_t n, m;

	if (i == s->start || !scan_is_any(s, i - 1, "between", "from", "since"))
		return 0;
	if ((n = present_at(s, i)) > 0) {
		t->at = today();
		if (!times_joins(s, i, i + n) || !(m = times_point(s, i + n + 1, &t->end)) || !is_dated(&t->end))
			return 0;
		return n + 1 + m;
	}
	n = times_date(s, i, &t->at);
	if (!n || !is_dated(&t->at) || !times_joins(s, i, i + n) || !(m = present_at(s, i + n + 1)))
		return 0;
	t->end = today();
	return n + 1 + m;
}

/* The end of what lasts so long from there; false: it cannot be told. */
static bool end_after(const struct timex_expr *amount, const struct timex_point *from, struct timex_point *end)
{
	enum { MINUTES_OF_DAY = 24 * 60, MOST = 1000 };
	int n = amount->n_milli / 1000, minutes;

	*end = *from;
	if (amount->unit <= UNIT_HOUR) {
		if (amount->unit < UNIT_MINUTE || from->hour == TIMEX_NO_CLOCK)
			return false;
		minutes = amount->n_milli / (amount->unit == UNIT_HOUR ? 1 : 60) * 60 / 1000;
		minutes += from->hour * 60 + from->minute;
		end->hour = minutes / 60;
		end->minute = minutes % 60;
		return minutes < MINUTES_OF_DAY;
	}
	if (!n || n > MOST || amount->n_milli % 1000 || !times_has_date(from) || from->shift || amount->more_milli)
		return false;
	end->shift = amount->unit == UNIT_DAY ? n - 1 : amount->unit == UNIT_WEEK ? 7 * n - 1 : n;
	end->per = amount->unit <= UNIT_WEEK ? UNIT_DAY : amount->unit;
	return amount->unit == UNIT_DAY || amount->unit == UNIT_WEEK || amount->unit == UNIT_MONTH ||
	       amount->unit == UNIT_YEAR;
}

/* A bare hour of the twelve where a clock is expected: "from 9". */
static uint32_t clock_or_hour(const struct scan *s, uint32_t i, struct timex_point *p)
{
	int count;
	uint32_t n = times_clock(s, i, p);

	if (n)
		return n;
	n = times_count(s, i, &count);
	if (!n || count < 1000 || count > 24000 || count % 1000 || scan_is_any(s, i, "a", "an"))
		return 0;
	p->hour = count / 1000;
	return n;
}

/* "a week starting Monday", "three days from today" behind "for", "for 2.5 hours from 9". */
static uint32_t from_start(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	if (!times_may_last(s, i))
		return 0;
	struct timex_expr amount = timex_none();
	uint32_t n = times_amount(s, i, &amount), k = i + n, m;

	if (!n || !amount.n_milli)
		return 0;
	bool starting = scan_is_any(s, k, "starting", "beginning"), lasting = i > s->start && scan_is(s, i - 1, "for");

	if (!starting && !(lasting && scan_is(s, k, "from")))
		return 0;
	k += 1 + (starting && scan_is_any(s, k + 1, "from", "on", "at") ? 1 : 0);
	m = amount.unit <= UNIT_HOUR ? clock_or_hour(s, k, &t->at) : times_point(s, k, &t->at);
	return m && end_after(&amount, &t->at, &t->end) ? k + m - i : 0;
}

/* "from 2 pm for two hours", "14 February from 9:30am for seven hours". */
static uint32_t for_length(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	uint32_t n = times_point(s, i, &t->at), k;

	if (!n && i > s->start && scan_is(s, i - 1, "from"))
		n = clock_or_hour(s, i, &t->at);
	k = i + n;
	if (!n || t->at.hour == TIMEX_NO_CLOCK || !scan_is(s, k, "for"))
		return 0;
	struct timex_expr amount = timex_none();

	n = times_amount(s, k + 1, &amount);
	return n && amount.unit <= UNIT_HOUR && end_after(&amount, &t->at, &t->end) ? k + 1 + n - i : 0;
}

/* Months of the amount, whole ones; 0: none. */
static int months_of(const struct timex_expr *amount)
{
	int n = amount->n_milli / 1000;

	return amount->unit == UNIT_YEAR      ? 12 * n
	       : amount->unit == UNIT_HALF    ? 6 * n
	       : amount->unit == UNIT_QUARTER ? 3 * n
	       : amount->unit == UNIT_MONTH   ? n
					      : 0;
}

/* Is it the last day of its month, whatever the year: "31 March", "30 June"? */
static bool ends_month(const struct timex_point *p)
{
	enum { COMMON_YEAR = 2023 };

	return p->month && (p->day >= date_last_day(date_of(COMMON_YEAR, p->month, 0)) -
					      date_first_day(date_of(COMMON_YEAR, p->month, 0)) + 1);
}

/* The first day or month of what lasts so long up to there; false: it cannot be told. */
static bool start_before(const struct timex_expr *amount, const struct timex_point *end, struct timex_point *from)
{
	enum { HOURS = 24, MOST = 1000 };
	int n = amount->n_milli / 1000;
	bool month = end->month && !end->day && !end->weekday;

	*from = *end;
	from->hour = TIMEX_NO_CLOCK;
	from->daypart = DAYPART_NONE;
	from->per = UNIT_DAY;
	if (!n || n > MOST || amount->n_milli % 1000 || amount->more_milli || end->shift)
		return false;
	if (month || (months_of(amount) && ends_month(end))) { /* "the year to March", "three months ended March 31" */
		from->day = 0;
		from->per = UNIT_MONTH;
		from->shift = 1 - months_of(amount);
		return months_of(amount) > 0;
	}
	if (amount->unit == UNIT_HOUR)
		from->shift = -n / HOURS;
	else
		from->shift = 1 - (amount->unit == UNIT_WEEK ? 7 * n : n);
	return times_has_day(end) &&
	       (amount->unit == UNIT_DAY || amount->unit == UNIT_WEEK || (amount->unit == UNIT_HOUR && n % HOURS == 0));
}

/* "the 24 hours to Monday morning", "the week to Oct. 5", "the year ending in March", "three months ended March 31". */
static uint32_t to_end(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, k = i + the;

	if (the ||
	    scan_atom(s, k, ATOM_ORDINAL)) { /* "the first quarter ended June 30", "fiscal third quarter ended" */
		const struct atom *nth;

		k += scan_is(s, k, "fiscal") ? 1 : 0;
		nth = scan_atom(s, k, ATOM_ORDINAL);
		if (nth && scan_is_any(s, k + nth->n, "quarter", "half") &&
		    scan_is_any(s, k + nth->n + 1, "ended", "ending")) {
			k += nth->n;
			the = 1;
		}
	}
	if (!times_may_last(s, k))
		return 0;
	the |= i > s->start && scan_is(s, i - 1, "the");
	struct timex_expr amount = timex_none();
	uint32_t n = times_amount(s, k, &amount);
	const struct atom *unit = n || !the ? NULL : scan_atom(s, k, ATOM_UNIT);

	if (unit) {
		amount.n_milli = 1000;
		amount.unit = (enum timex_unit)unit->value;
		n = unit->n;
	}
	if (!n)
		return 0;
	k += n;
	if (!scan_is_any(s, k, "ending", "ended") && (!the || !scan_is_any(s, k, "to", "until", "through")))
		return 0;
	if (scan_is(s, k, "ended"))
		t->tense = TIMEX_TENSE_PAST;
	k += scan_is_any(s, k + 1, "on", "in") ? 2 : 1;
	n = times_point(s, k, &t->end);
	return n && start_before(&amount, &t->end, &t->at) ? k + n - i : 0;
}

/* "the first six months of 2016", "the last two weeks of May". */
static uint32_t part_of(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	uint32_t k = i + (scan_is(s, i, "the") ? 1 : 0), n;
	int sign = scan_is_any(s, k, "first", "opening")	   ? 1
		   : scan_is_any(s, k, "last", "final", "closing") ? -1
								   : 0,
	    count;

	if (!sign)
		return 0;
	struct timex_expr amount = timex_none();

	if (!(n = times_amount(s, k + 1, &amount)) || amount.more_milli || amount.n_milli % 1000)
		return 0;
	k += 1 + n;
	count = amount.n_milli / 1000;
	if (count < 2 || count > 99 || !scan_is_any(s, k, "of", "in") || amount.unit < UNIT_DAY ||
	    amount.unit > UNIT_QUARTER || amount.unit == UNIT_WEEKEND)
		return 0;
	n = times_date(s, k + 1, &t->at);
	if (!n)
		n = times_running(s, k + 1, &t->at);
	if (!n || is_dated(&t->at) == false || t->at.day || t->at.weekday || t->at.nth || t->at.shift || t->at.mod)
		return 0;
	t->end = t->at;
	t->at.of = t->end.of = (int)amount.unit;
	t->at.nth = sign > 0 ? 1 : -count;
	t->end.nth = sign > 0 ? count : -1;
	return k + 1 + n - i;
}

uint32_t times_span(const struct scan *s, uint32_t i, struct timex_expr *t, struct range_cut *cut)
{
	static uint32_t (*const forms[])(const struct scan *, uint32_t,
					 struct timex_expr *) = {with_present, from_start, for_length, part_of, to_end};

	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		uint32_t n;

		*t = timex_none();
		t->kind = TIMEX_RANGE;
		if ((n = forms[f](s, i, t)) > 0) {
			*cut = (struct range_cut){0};
			return n;
		}
	}
	return 0;
}
