/* A point in time as news puts it together: a date with its clock, its part of the day and its modifier. */
#include "times.h"
#include "times_grammar.h"

bool times_has_date(const struct timex_point *p)
{
	return p->unit || p->year || p->month || p->day || p->weekday || p->part || p->week || p->feast || p->shift;
}

/* The fields of a date into a point that has a clock or a part of the day already. */
static void take_date(struct timex_point *p, const struct timex_point *date)
{
	struct timex_point clock = *p;

	*p = *date;
	if (clock.hour != TIMEX_NO_CLOCK) {
		p->hour = clock.hour;
		p->minute = clock.minute;
		p->second = clock.second;
		p->zone = clock.zone;
	}
	if (clock.daypart)
		p->daypart = clock.daypart;
}

uint32_t times_running(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0;
	const struct atom *a = scan_atom(s, i + the, ATOM_UNIT);

	if (!a || a->value < UNIT_DAY)
		return 0;
	p->from = FROM_NOW;
	p->unit = a->value;
	p->which = 0;
	return the + a->n;
}

static uint32_t a_date(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t n = times_named(s, i, p);

	return n ? n : times_calendar(s, i, p);
}

bool times_has_day(const struct timex_point *p)
{
	return p->day || p->weekday || p->unit == UNIT_DAY || p->feast;
}

/* "the end of Sunday" */
static void last_second(struct timex_point *p)
{
	p->hour = 23;
	p->minute = p->second = 59;
}

/* Early and late of one day are parts of that day. */
static void apply_mod(struct timex_point *p, int mod)
{
	bool day = times_has_day(p);

	if (p->nth || p->shift || p->daypart)
		return;
	if (!day)
		p->mod = mod;
	else if (mod == MOD_START)
		p->daypart = DAYPART_MO;
	else if (mod == MOD_END)
		p->daypart = DAYPART_EV;
	else
		p->daypart = DAYPART_MI;
}

/* "early 2012", "the end of last year", "mid-March", "late on Friday", "later this week". */
static uint32_t modified(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i + (scan_is(s, i, "the") ? 1 : 0), n;
	const struct atom *a = scan_atom(s, k, ATOM_MOD);
	int mod = a ? a->value : scan_is(s, k, "earlier") ? MOD_START : scan_is(s, k, "later") ? MOD_END : MOD_NONE;
	bool in_unit, of;

	if (!mod)
		return 0;
	k += a ? a->n : 1;
	of = a && scan_is(s, k - 1, "of");
	in_unit = of || (a && scan_is(s, k - 1, "in"));
	if (scan_is_any(s, k, "-", "on", "in"))
		k++;
	if (a && a->value == MOD_MID && scan_is(s, k, "the") && scan_atom(s, k + 1, ATOM_DECADE))
		k++;
	n = a_date(s, k, p);
	if (!n && scan_is(s, k, "the")) {
		n = a_date(s, k + 1, p); /* "the early 1990s", "late in the 1980s" */
		n += n ? 1 : 0;
	}
	if (!n && (in_unit || scan_is(s, k - 1, "in") || scan_is(s, k, "the")))
		n = times_running(s, k, p);
	if (!n)
		return 0;
	/* "late Thursday" is its evening, "later on Thursday" is Thursday */
	if (a && mod == MOD_END && of && times_has_day(p) && !p->daypart)
		last_second(p);
	else if (a || !times_has_day(p))
		apply_mod(p, mod);
	return k + n - i;
}

/* "year-end", "month's end", "end of year". */
static uint32_t unit_end(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_UNIT);
	uint32_t k;

	if (!a || a->value < UNIT_DAY)
		return 0;
	k = i + a->n;
	if (!scan_is_any(s, k, "-", "'s") || !scan_is(s, k + 1, "end"))
		return 0;
	p->from = FROM_NOW;
	p->unit = a->value;
	p->which = 0;
	p->mod = MOD_END;
	return k + 2 - i;
}

uint32_t times_date(const struct scan *s, uint32_t i, struct timex_point *p)
{
	static const struct point_form forms[] = {
		{modified, ANY_KIND},
		{unit_end, KIND(UNIT)},
		{a_date, ANY_KIND},
	};

	return scan_point(s, i, forms, sizeof forms / sizeof *forms, p);
}

/* An afternoon's five o'clock is 17:00. */
static void settle_half(struct timex_point *p)
{
	if (p->hour == TIMEX_NO_CLOCK)
		return;
	if (p->hour < 12 &&
	    (p->daypart == DAYPART_AF || p->daypart == DAYPART_EV || (p->daypart == DAYPART_NI && p->hour > 5)))
		p->hour += 12;
	p->daypart = DAYPART_NONE;
}

/* "2.30" behind "at" */
static uint32_t dotted_clock(const struct scan *s, uint32_t i, struct timex_point *p)
{
	struct str minutes = i < s->end ? s->tokens[i].lower : STR(""), hours = str_cut(&minutes, '.');
	int64_t h, m;

	if (minutes.n != 2 || !str_to_int(hours, 0, 23, &h) || !str_to_int(minutes, 0, 59, &m))
		return 0;
	p->hour = (int)h;
	p->minute = (int)m;
	return 1;
}

/* "16h" behind a date: hours of the day, and no length as in "16h after". */
static uint32_t glued_hour(const struct scan *s, uint32_t i, struct timex_point *p)
{
	struct str lower = i < s->end ? s->tokens[i].lower : STR("");
	int64_t hour;

	if (!str_ends(lower, STR("h")) || scan_is(s, i - 1, ",") || scan_atom(s, i + 1, ATOM_DIRECTION) ||
	    !str_to_int(str_slice(lower, 0, lower.n - 1), 0, 23, &hour))
		return 0;
	p->hour = (int)hour;
	return 1;
}

/* ", at 10:30", "at 5", "16h" behind a date. */
static uint32_t clock_behind(const struct scan *s, uint32_t i, struct timex_point *p)
{
	int count;
	uint32_t k = i + (scan_is(s, i, ",") ? 1 : 0), n;

	k += scan_is_any(s, k, "at", "around", "about", "by", "@", "from") ? 1 : 0;
	k += scan_is_any(s, k, "around", "about", "exactly") ? 1 : 0;
	if ((n = times_clock(s, k, p)) > 0 || (n = glued_hour(s, k, p)) > 0)
		return k + n - i;
	if (k > i && scan_is_any(s, k - 1, "at", "@") && (n = dotted_clock(s, k, p)) > 0)
		return k + n - i;
	if (k == i || !scan_is_any(s, k - 1, "at", "@") || !(n = times_count(s, k, &count)) || count < 1000 ||
	    count > 12000)
		return 0;
	if (k + n < s->end && !scan_is_any(s, k + n, ".", ",", ";", "in", "on", "for"))
		return 0;
	p->hour = count / 1000;
	return k + n - i;
}

/* "tonight", "in the morning", "on Tuesday night", "on Monday": what makes a number before it an hour. A day alone does
 * so only for minutes ("at 9.15 on Monday"), for "5 on Monday" may count. Its tokens; 0: nothing of the kind. */
static uint32_t part_behind(const struct scan *s, uint32_t i, bool minutes, struct timex_point *p)
{
	uint32_t n, m;

	if (scan_is(s, i, "in"))
		return (n = times_daypart(s, i + 1, p)) > 0 ? n + 1 : 0;
	if (!scan_is(s, i, "on")) {
		n = times_named(s, i, p);
		return n && p->unit == UNIT_DAY ? n : 0;
	}
	n = times_date(s, i + 1, p);
	if (!n || !times_has_day(p))
		return 0;
	m = p->daypart ? 0 : times_daypart(s, i + 1 + n, p);
	return p->daypart || minutes ? 1 + n + m : 0;
}

/* "8 tonight", "at 5 tomorrow afternoon", "3 in the morning", "just after 2.30 on Tuesday afternoon": an hour by what
 * stands behind it. */
static uint32_t hour_before(const struct scan *s, uint32_t i, struct timex_point *p)
{
	struct timex_point behind = TIMEX_POINT_INIT, clock = TIMEX_POINT_INIT;
	int count;
	uint32_t n, m;
	bool after = i > s->start && scan_is_any(s, i - 1, "after", "before", "past", "until"), dotted;
	uint32_t hedge = i > s->start && scan_is_any(s, i - 1, "around", "about") ? 1 : 0, lead = i - hedge;
	bool at = lead > s->start && scan_is_any(s, lead - 1, "at", "@"), level = at && times_is_level(s->r, lead - 1);

	if ((i != s->start && !after && !at && !hedge && !scan_is(s, i - 1, "by")) || level)
		return 0; /* "stood at 2.30 on Monday" */
	dotted = (n = dotted_clock(s, i, &clock)) > 0;
	if (!dotted) {
		n = times_count(s, i, &count);
		if (!n || count < 1000 || count > 12000 || count % 1000 || scan_is_any(s, i, "a", "an"))
			return 0;
		clock.hour = count / 1000;
	}
	m = part_behind(s, i + n, dotted && at, &behind);
	if (!m || (after && !behind.daypart))
		return 0;
	/* "rose to about 5 on Monday night", "by 9 on Friday morning": so many, but for what stands first */
	if (scan_is(s, i + n, "on") && !at && !after && lead > s->start &&
	    !(lead == s->start + 1 || scan_is(s, lead - (hedge ? 1 : 2), ",")))
		return 0;
	*p = behind;
	p->hour = clock.hour;
	p->minute = clock.minute;
	return n + m;
}

/* "morning", "in the evening", "at night", "late at night" behind a date. */
static uint32_t daypart_behind(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i, n;
	const struct atom *mod;

	if (scan_is(s, k, "'s"))
		k++;
	if (scan_is_any(s, k, "in", "at", "during") && !scan_atom(s, k, ATOM_DAYPART))
		k++;
	if ((mod = scan_atom(s, k, ATOM_MOD)))
		k += mod->n;
	n = times_daypart(s, k, p);
	return n ? k + n - i : 0;
}

static uint32_t date_behind(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i + (scan_is(s, i, ",") ? 1 : 0), n;
	struct timex_point date = TIMEX_POINT_INIT;

	k += scan_is_any(s, k, "on", "of", "into") ? 1 : 0;
	n = times_date(s, k, &date);
	if (!n && scan_is(s, k, "the")) {
		n = times_date(s, k + 1, &date);
		n += n ? 1 : 0;
	}
	if (!n || (date.hour != TIMEX_NO_CLOCK && p->hour != TIMEX_NO_CLOCK))
		return 0;
	/* "in the evening, 2011 …" is not one point */
	if (!date.day && !date.weekday && date.unit != UNIT_DAY && !date.feast)
		return 0;
	take_date(p, &date);
	return k + n - i;
}

/* What a part of the day by itself stands behind. */
static bool daypart_lead(const struct scan *s, uint32_t i)
{
	return i > s->start && scan_is_any(s, i - 1, "in", "at", "by", "during", "through", "throughout", "before",
					   "until", "since", "overnight");
}

/* "early Saturday | morning": the part of the day itself. */
static uint32_t own_daypart(const struct scan *s, uint32_t i, struct timex_point *p)
{
	struct timex_point part = TIMEX_POINT_INIT;
	uint32_t n = p->weekday && p->daypart && p->hour == TIMEX_NO_CLOCK ? times_daypart(s, i, &part) : 0;

	if (!n || scan_is(s, i, "the"))
		return 0;
	p->daypart = part.daypart;
	return n;
}

/* "Saturday morning, | Oct. 5": the day of the month behind the part of the day. */
static uint32_t day_behind(const struct scan *s, uint32_t i, struct timex_point *p)
{
	struct timex_point day = TIMEX_POINT_INIT;
	uint32_t comma = scan_is(s, i, ",") ? 1 : 0, n;

	if (!p->weekday || p->day || !p->daypart || p->which != TIMEX_NO_WHICH)
		return 0;
	n = times_calendar(s, i + comma, &day);
	if (!n || !day.day || !day.month || day.weekday)
		return 0;
	p->day = day.day;
	p->month = day.month;
	p->year = day.year;
	return comma + n;
}

static uint32_t read_point(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t k = i, n;
	bool date, clock;

	*p = (struct timex_point)TIMEX_POINT_INIT;
	date = (n = times_date(s, k, p)) > 0;
	if (!date && scan_atom(s, k, ATOM_OVERNIGHT)) {
		p->daypart = DAYPART_NI;
		return 1;
	}
	if (!date && (n = hour_before(s, k, p)) > 0) {
		date = times_has_date(p);
		clock = true;
	} else if (!date) {
		n = times_clock(s, k, p);
		clock = n > 0;
	} else {
		clock = p->hour != TIMEX_NO_CLOCK;
	}
	if (!n)
		n = times_daypart(s, k, p);
	if (!n)
		return 0;
	k += n;
	k += date ? own_daypart(s, k, p) : 0;
	/* "next year at 6 p.m.": of which day is not told */
	for (int piece = 0; piece < 3 && (!date || times_has_day(p)); piece++) {
		n = 0;
		if (!clock)
			clock = (n = clock_behind(s, k, p)) > 0;
		if (!n && !p->daypart)
			n = daypart_behind(s, k, p);
		if (!n && !date)
			date = (n = date_behind(s, k, p)) > 0;
		if (!n)
			break;
		k += n;
	}
	k += date ? day_behind(s, k, p) : 0;
	if (clock && date && p->zone == MOMENT_NO_ZONE)
		k += times_zone(s, k, p); /* "5 p.m. Thursday ET" */
	if (!date && !clock && !daypart_lead(s, i))
		return 0;
	settle_half(p);
	return k - i;
}

uint32_t times_point(const struct scan *s, uint32_t i, struct timex_point *p)
{
	struct scan_memo *memo = s->memo;

	if (!memo->has_point || memo->point_first != i) {
		memo->point_n = read_point(s, i, &memo->point);
		memo->point_first = i;
		memo->has_point = true;
	}
	*p = memo->point;
	return memo->point_n;
}
