/* Named times: "today", "last week", "that month", "next Friday", "the day before". */
#include "times_grammar.h"

/* "following Tuesday's earthquake", "following Friday prayers": after it; "the following Tuesday" is another day. */
static bool is_after(const struct scan *s, uint32_t i)
{
	enum atom_kind next = i + 1 < s->end ? (enum atom_kind)s->atoms[i + 1].kind : ATOM_NONE;

	return scan_is(s, i, "following") && (next == ATOM_WEEKDAY || next == ATOM_MONTH || next == ATOM_FEAST);
}

/* "last", "the previous", "that": how many units away, and counted from what. */
static uint32_t which_at(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0;
	const struct atom *a = scan_atom(s, i, ATOM_WHICH_TOLD);

	if (!a)
		a = scan_atom(s, i, ATOM_WHICH);
	if (!a && the && !(a = scan_atom(s, i + 1, ATOM_WHICH_TOLD)))
		a = scan_atom(s, i + 1, ATOM_WHICH);
	if (!a || is_after(s, i))
		return 0;
	the = a == &s->atoms[i] ? 0 : 1;
	p->from = a->kind == ATOM_WHICH_TOLD ? FROM_TOLD : FROM_NOW;
	p->which = a->value;
	/* "the next day", "the last week" are told from the story, "next week" from now */
	if (the && a->value == 1)
		p->from = FROM_TOLD;
	return the + a->n;
}

/* "today", "yesterday morning": the lexicon says unit, distance and part of day. */
static uint32_t deictic(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_DEICTIC);

	if (!a)
		return 0;
	p->from = FROM_NOW;
	p->unit = a->from;
	p->which = a->value;
	p->daypart = a->more;
	return a->n;
}

/* The calendar's word that "last", "this", "next" stand before: "May", "Friday", "summer", "Christmas", "quarter". */
static uint32_t whiched_word(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = i < s->end ? &s->atoms[i] : NULL;

	if (!a)
		return 0;
	switch (a->kind) {
	case ATOM_MONTH:
		p->month = a->value;
		return a->n;
	case ATOM_WEEKDAY:
		p->weekday = a->value;
		if (p->which == 1 && i > s->start && scan_is_any(s, i - 1, "coming", "upcoming"))
			p->which = 2;
		return a->n;
	case ATOM_SEASON:
		p->part = a->value;
		return a->n;
	case ATOM_FEAST:
		p->feast = a->value;
		return a->n;
	default:
		return 0;
	}
}

/* The unit behind "last", "this", "that": days and longer. */
static uint32_t whiched_unit(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_UNIT), *part = scan_atom(s, i, ATOM_DAYPART);

	if (a && a->value >= UNIT_DAY) {
		p->unit = a->value;
		return a->n;
	}
	if (!part || p->from == FROM_NOTHING)
		return 0;
	p->unit = UNIT_DAY; /* "that night", "the next morning" */
	p->daypart = part->value;
	return part->n;
}

/* "last week", "the same month", "this Friday", "next May 5". */
static uint32_t whiched(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t n = which_at(s, i, p), m;
	const struct atom *day;

	if (!n)
		return 0;
	m = whiched_unit(s, i + n, p);
	if (m) {
		/* "this month's", "last year": but "this day in 1969", "that day when" are as good */
		if (scan_is(s, i + n + m, "-") && scan_glued(s, i + n + m))
			return 0;
		if (p->unit == UNIT_QUARTER && p->which == -1 && scan_is(s, i + n + m, "of"))
			return 0; /* "the last quarter of 2012" is its fourth */
		if (p->unit == UNIT_WEEK && scan_is(s, i + n + m, "'s") && scan_atom(s, i + n + m + 1, ATOM_WEEKDAY))
			m++;								     /* "last week's Sunday" */
		if (p->unit == UNIT_WEEK && (day = scan_atom(s, i + n + m, ATOM_WEEKDAY))) { /* "next week Wednesday" */
			p->weekday = day->value;
			m += day->n;
		}
		return n + m;
	}
	if (p->from == FROM_TOLD && p->which == 0)
		return 0; /* "that Friday" names a day of the week that was told */
	m = whiched_word(s, i + n, p);
	if (!m)
		return 0;
	if (p->from == FROM_TOLD && p->which == 1)
		p->from = FROM_NOTHING;
	if (p->from == FROM_NOW)
		p->from = FROM_NOTHING;
	if (p->weekday && (day = scan_atom(s, i + n + m, ATOM_DATE)) && day->value < 10000) {
		p->month = day->value / 100; /* "next Friday 5/12" */
		p->day = day->value % 100;
		p->weekday = 0;
		p->which = TIMEX_NO_WHICH;
		m += day->n;
	} else if (p->month && (day = scan_atom(s, i + n + m, ATOM_NUMBER)) && day->digits <= 2 && day->value >= 1 &&
		   day->value <= 31) {
		p->day = day->value;
		m += day->n;
	}
	return n + m;
}

/* "the day before", "the week after next", "the year before last": and then nothing that it could belong to. */
static uint32_t unit_before(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, k;
	const struct atom *unit = scan_atom(s, i + the, ATOM_UNIT), *part = scan_atom(s, i + the, ATOM_DAYPART);
	int sign;

	if (!the || (!unit && !part) || (unit && unit->value < UNIT_DAY))
		return 0;
	k = i + the + (unit ? unit->n : part->n);
	sign = scan_is(s, k, "before") || scan_is(s, k, "previous")   ? -1
	       : scan_is(s, k, "after") || scan_is(s, k, "following") ? 1
								      : 0;
	if (!sign)
		return 0;
	p->unit = unit ? unit->value : UNIT_DAY;
	p->daypart = unit ? DAYPART_NONE : part->value;
	if (scan_is(s, k + 1, sign < 0 ? "last" : "next")) {
		p->from = FROM_NOW;
		p->which = 2 * sign;
		return k + 2 - i;
	}
	p->from = FROM_TOLD;
	p->which = sign;
	/* "the day after the raid" is no date that is known */
	if (k + 1 < s->end && !scan_is_any(s, k + 1, ".", ",", ";", ":", ")", "and", "but", "-", "?", "!"))
		return 0;
	return k + 1 - i;
}

/* "over the weekend": the last or the next one, as the verb tells. */
static uint32_t the_weekend(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i + 1, ATOM_UNIT);

	if (!scan_is(s, i, "the") || !a || a->value != UNIT_WEEKEND || i == s->start)
		return 0;
	if (!scan_is_any(s, i - 1, "over", "at", "for", "during", "on", "by", "in", "since", "before", "until",
			 "throughout", "after", "of") ||
	    scan_is(s, i + 2, "of"))
		return 0;
	p->unit = UNIT_WEEKEND;
	return 1 + a->n;
}

static bool is_frame(const struct timex_point *p)
{
	return p->unit && p->which != TIMEX_NO_WHICH;
}

/* "Monday of last week", "the 20th of next month", "Wednesday next week". */
static uint32_t picked(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *w = scan_atom(s, i, ATOM_WEEKDAY);
	struct timex_point day = TIMEX_POINT_INIT;
	uint32_t n = w ? w->n : times_day(s, i, &day), k = i + n, m;

	if (!n)
		return 0;
	if (w)
		k += times_daypart(s, k, &day);
	if (scan_is(s, k, "day"))
		k++;
	if (scan_is_any(s, k, "of", "in") || (w && scan_is(s, k, "from")))
		k++;
	else if (!w)
		return 0;
	k += scan_is(s, k, "the") ? 1 : 0;
	m = whiched(s, k, p);
	if (!m || !is_frame(p) || p->unit != (w ? UNIT_WEEK : UNIT_MONTH))
		return 0;
	if (w)
		p->weekday = w->value;
	else
		p->day = day.day;
	p->daypart = day.daypart ? day.daypart : p->daypart;
	return k + m - i;
}

/* "the third week of January", "last Monday of March", "the first day of 2014". */
static uint32_t nth_of(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i + (scan_is(s, i, "the") ? 1 : 0), n;
	const struct atom *nth = scan_atom(s, k, ATOM_ORDINAL), *w, *unit;
	bool last = scan_is(s, k + (nth ? nth->n : 0), "last") || scan_is(s, k, "final");
	struct timex_point part = TIMEX_POINT_INIT;

	if ((!nth && !last) || (nth && last && nth->value != 2)) /* "the last", "the second", "the second last" */
		return 0;
	k += (nth ? nth->n : 0) + (last ? 1 : 0);
	w = scan_atom(s, k, ATOM_WEEKDAY);
	unit = scan_atom(s, k, ATOM_UNIT);
	if ((!w && !unit) || (unit && (unit->value < UNIT_DAY || unit->value > UNIT_MONTH)))
		return 0;
	k += w ? w->n : unit->n;
	k += w ? times_daypart(s, k, &part) : 0; /* "the first Monday evening of May" */
	if (!scan_is_any(s, k, "of", "in"))
		return 0;
	n = times_calendar(s, k + 1, p);
	if (!n || p->day || p->weekday) {
		*p = (struct timex_point)TIMEX_POINT_INIT;
		n = times_named(s, k + 1, p);
		if (!n || !is_frame(p) || p->unit < UNIT_MONTH || p->nth)
			return 0;
	}
	p->nth = nth && last ? 2 * TIMEX_LAST : nth ? nth->value : TIMEX_LAST;
	p->daypart = part.daypart;
	p->of = unit ? unit->value : UNIT_NONE;
	p->weekday = w ? w->value : 0;
	return k + 1 + n - i;
}

/* "the week of April 10", "the week beginning February 4". */
static uint32_t week_of(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i + (scan_is(s, i, "the") ? 1 : 0), n;
	int of;

	if (scan_is(s, i, "w/c"))
		n = i + 1;
	else if (!scan_is_any(s, k, "week", "weekend") ||
		 !scan_is_any(s, k + 1, "of", "beginning", "starting", "commencing", "ending"))
		return 0;
	else
		n = k + 2 + (scan_is(s, k + 2, "on") ? 1 : 0);
	p->nth = 1;
	p->of = scan_is(s, k, "weekend") ? UNIT_WEEKEND : UNIT_WEEK;
	k = n;
	of = p->of;
	n = times_calendar(s, k, p);
	if (!n)
		n = times_day(s, k, p); /* "the week of the 18th" */
	if (!n || (!p->day && !p->feast) || (p->feast && p->nth))
		return 0;
	p->nth = 1;
	p->of = p->feast ? of : UNIT_WEEK;
	p->weekday = 0;
	return k + n - i;
}

/* "Monday two weeks from now", "Tuesday, three weeks ago" */
static uint32_t weekday_away(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *w = scan_atom(s, i, ATOM_WEEKDAY), *d;
	struct timex_expr amount = timex_none();
	uint32_t k, n;

	if (!w)
		return 0;
	k = i + w->n + (scan_is(s, i + w->n, ",") ? 1 : 0);
	n = times_amount(s, k, &amount);
	d = n ? scan_atom(s, k + n, ATOM_DIRECTION) : NULL;
	if (!d || d->from != FROM_NOW || amount.unit != UNIT_WEEK || amount.n_milli % 1000 || amount.n_milli > 99000 ||
	    !amount.n_milli || amount.more_milli)
		return 0;
	p->from = FROM_NOW;
	p->unit = UNIT_WEEK;
	p->which = d->value * amount.n_milli / 1000;
	p->weekday = w->value;
	return k + n + d->n - i;
}

static uint32_t year_to_date(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t dash = scan_is(s, i + 1, "-") ? 1 : 0;

	if (!scan_is(s, i, "year") || !scan_is(s, i + 1 + dash, "to") || !scan_is(s, i + 2 + 2 * dash, "date"))
		return 0;
	p->from = FROM_NOW;
	p->unit = UNIT_YEAR;
	p->which = 0;
	return 3 + 2 * dash;
}

uint32_t times_named(const struct scan *s, uint32_t i, struct timex_point *p)
{
	static const struct point_form forms[] = {
		{deictic, KIND(DEICTIC)},
		{year_to_date, ANY_KIND},
		{weekday_away, KIND(WEEKDAY)},
		{nth_of, ANY_KIND},
		{week_of, ANY_KIND},
		{picked, KIND(WEEKDAY) | KIND(ORDINAL) | KIND(NUMBER)},
		{whiched, KIND(WHICH) | KIND(WHICH_TOLD)},
		{unit_before, KIND(UNIT) | KIND(DAYPART)},
		{the_weekend, KIND(UNIT)},
	};

	return scan_point(s, i, forms, sizeof forms / sizeof *forms, p);
}
