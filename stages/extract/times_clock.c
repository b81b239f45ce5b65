/* Clock times and parts of the day. */
#include "times.h"
#include "times_grammar.h"

static void set_clock(struct timex_point *p, int seconds, bool with_seconds)
{
	p->hour = seconds / 3600;
	p->minute = seconds / 60 % 60;
	p->second = with_seconds ? seconds % 60 : -1;
}

/* "p.m.", "a m" behind the hour. */
static uint32_t half_day(const struct scan *s, uint32_t i, int *half)
{
	const struct atom *a = scan_atom(s, i, ATOM_HALFDAY);

	if (a) {
		*half = a->value;
		return a->n;
	}
	if (scan_is_any(s, i, "a", "p")) {
		uint32_t dot = scan_is(s, i + 1, ".") ? 1 : 0; /* "p . m ." */

		*half = scan_is(s, i, "p");
		if (scan_is_any(s, i + 1 + dot, "m", "m."))
			return 2 + dot + (dot && scan_is(s, i + 3, ".") ? 1 : 0);
	}
	return 0;
}

/* The day of the n-th Sunday of a month. */
static int sunday(int year, int month, int n)
{
	enum { WEEK = 7 };

	return 1 + WEEK - date_weekday(date_first_day(date_of(year, month, 1))) + WEEK * (n - 1);
}

/* Do clocks in North America stand an hour ahead: from the second Sunday of March to the first of November? */
static bool is_summer_time(struct date d)
{
	enum { MARCH = 3, NOVEMBER = 11 };

	if (d.grain != DATE_DAY || d.month < MARCH || d.month > NOVEMBER)
		return false;
	return d.month == MARCH	     ? d.day >= sunday(d.year, MARCH, 2)
	       : d.month == NOVEMBER ? d.day < sunday(d.year, NOVEMBER, 1)
				     : true;
}

/* "ET", "Pacific time": the time there, in summer or in winter, as on the day of publication. */
static bool is_of_both(const struct scan *s, uint32_t i)
{
	return scan_is_any(s, i, "et", "ct", "mt", "pt") ||
	       (scan_is_any(s, i, "eastern", "central", "mountain", "pacific") && scan_is(s, i + 1, "time"));
}

/* "Moscow time", "New York time", "Israeli time": the time of a place that the lexicon gives no zone. */
static uint32_t place_time(const struct scan *s, uint32_t i)
{
	enum { NAME = 2 };

	for (uint32_t k = i; k < s->end && k < i + NAME && s->tokens[k].flags & TOKEN_CAPITAL; k++)
		if (scan_is(s, k + 1, "time"))
			return k + 2 - i;
	return 0;
}

uint32_t times_zone(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *z = scan_atom(s, i, ATOM_ZONE);

	if (z) {
		p->zone = z->value + (is_of_both(s, i) && is_summer_time(s->r->published.date) ? 60 : 0);
		return z->n;
	}
	return 0;
}

/* The zone, or "local time", "Moscow time". */
static uint32_t zone_at(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t n = times_zone(s, i, p);
	const struct atom *local = scan_atom(s, i, ATOM_LOCAL);

	return n ? n : local ? local->n : place_time(s, i);
}

/* "past", "to", and the hour: "half past seven", "twenty minutes to 3". */
static uint32_t past_hour(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i, n = 0;
	int minutes = 0, hour, sign;
	bool named = false; /* "10 to 12" is a range, "10 minutes to 12" a time */
	const struct atom *a;

	if (scan_is(s, k, "a") && scan_is(s, k + 1, "quarter"))
		k++;
	if (scan_is(s, k, "half") || scan_is(s, k, "quarter")) {
		minutes = scan_is(s, k, "half") ? 30 : 15;
		named = true;
		n = 1;
	} else {
		n = times_count(s, k, &minutes);
		minutes /= 1000;
	}
	if (!n || minutes < 1 || minutes > 59)
		return 0;
	k += n;
	if (scan_is_any(s, k, "minutes", "minute", "min", "mins")) {
		named = true;
		k++;
	}
	sign = scan_is_any(s, k, "past", "after") ? 1 : scan_is_any(s, k, "to", "before") ? -1 : 0;
	if (!sign)
		return 0;
	k++;
	if ((a = scan_atom(s, k, ATOM_CLOCK)) && a->value % 3600 == 0) {
		hour = a->value / 3600;
		n = a->n;
	} else {
		n = times_count(s, k, &hour);
		hour /= 1000;
	}
	if (!n || hour < 1 || hour > 23 || (sign < 0 && !named) || (!named && minutes % 5))
		return 0;
	k += n;
	p->hour = sign > 0 ? hour : hour - 1;
	p->minute = sign > 0 ? minutes : 60 - minutes;
	return k - i;
}

bool times_is_level(const struct reading *r, uint32_t at)
{
	return at > r->sentences.at[r->sentence_of[at]].first &&
	       scan_word_in(r->tokens.at[at - 1].lemma, "stand", "put", "remain", "estimate", "hold", "stay", "peak");
}

/* "stood at 1200", "was put at around 1500", "approximately 1700": so many, no clock. */
static bool is_level(const struct scan *s, uint32_t i)
{
	bool hedged = scan_is_any(s, i - 1, "around", "approximately");
	uint32_t at = i - (hedged ? 2 : 1);

	if (hedged && (i < s->start + 2 || !scan_is(s, at, "at")))
		return scan_is(s, i - 1, "approximately");
	return times_is_level(s->r, at);
}

/* "2230 GMT", "0800 hours local time", "1400hrs": four digits that a zone makes a clock. */
static uint32_t military(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_NUMBER);
	uint32_t k = i + 1, n;

	if (!a || a->digits != 4 || a->value / 100 > 23 || a->value % 100 > 59)
		return 0;
	int half;

	if ((n = half_day(s, k, &half)) > 0) { /* "1140 a.m." */
		p->hour = a->value / 100 % 12 + (half ? 12 : 0);
		p->minute = a->value % 100;
		return 1 + n;
	}
	if (i > s->start && scan_is_any(s, i - 1, "at", "around", "approximately") && !is_level(s, i) &&
	    (k >= s->end || scan_is_any(s, k, ".", ",", ";", "on", "when"))) { /* "at 1030" */
		p->hour = a->value / 100;
		p->minute = a->value % 100;
		return 1;
	}
	if (scan_is_any(s, k, "hrs", "hours", "hr")) {
		p->hour = a->value / 100;
		p->minute = a->value % 100;
		k++;
		return k - i + zone_at(s, k, p);
	}
	n = zone_at(s, k, p);
	if (!n || (a->value >= 1900 && is_of_both(s, k))) /* "in 2019 CT scans …" */
		return 0;
	p->hour = a->value / 100;
	p->minute = a->value % 100;
	return 1 + n;
}

/* "10:30", "16:00:05", "9am", "noon". */
static uint32_t digital(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_CLOCK);
	int half;
	uint32_t n, k;

	if (!a)
		return 0;
	set_clock(p, a->value, a->more);
	k = i + a->n;
	n = half_day(s, k, &half);
	if (n && p->hour <= 12) {
		p->hour = p->hour % 12 + (half ? 12 : 0);
		k += n;
	}
	if (scan_is_any(s, k, "hrs", "hr", "hours", "o'clock"))
		k++;
	return k - i + zone_at(s, k, p);
}

/* "10 p.m.", "seven o'clock", "ten thirty am", "8 GMT". */
static uint32_t spoken(const struct scan *s, uint32_t i, struct timex_point *p)
{
	int hour, half = -1;
	uint32_t n = times_count(s, i, &hour), k = i + n, m;

	hour /= 1000;
	if (!n || hour < 1 || hour > 12 || scan_is_any(s, i, "a", "an"))
		return 0;
	if (scan_is_any(s, k, "fifteen", "thirty", "forty-five")) {
		p->minute = scan_is(s, k, "thirty") ? 30 : scan_is(s, k, "fifteen") ? 15 : 45;
		k++;
	}
	m = half_day(s, k, &half);
	if (!m && !scan_atom(s, k, ATOM_OCLOCK))
		return 0;
	k += m;
	if (scan_atom(s, k, ATOM_OCLOCK)) {
		k++;
		k += half < 0 ? half_day(s, k, &half) : 0;
	}
	p->hour = half < 0 ? hour : hour % 12 + (half ? 12 : 0);
	return k - i + zone_at(s, k, p);
}

/* With a clock, a count, or "quarter" without one. */
static bool may_begin(const struct scan *s, uint32_t i)
{
	return times_may_count(s, i) || scan_atom(s, i, ATOM_CLOCK) || scan_is(s, i, "quarter");
}

uint32_t times_clock(const struct scan *s, uint32_t i, struct timex_point *p)
{
	static const struct point_form forms[] = {
		{digital, KIND(CLOCK)},
		{military, KIND(NUMBER)},
		{past_hour, ANY_KIND},
		{spoken, ANY_KIND},
	};

	struct timex_point point;

	if (!may_begin(s, i))
		return 0;
	uint32_t n = scan_point(s, i, forms, sizeof forms / sizeof *forms, &point);

	if (n) {
		p->hour = point.hour;
		p->minute = point.minute;
		p->second = point.second;
		p->zone = point.zone;
	}
	return n;
}

uint32_t times_daypart(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0;
	const struct atom *a = scan_atom(s, i + the, ATOM_DAYPART);

	if (!a)
		return 0;
	p->daypart = a->value;
	return the + a->n;
}
