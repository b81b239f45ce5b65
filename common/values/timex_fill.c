/* Filling what an expression leaves out: the year of a month, the week of a
 * weekday, by the tense of its verb or by what was told last. */
#include "values/timex_spot.h"

static struct spot spot_floating(void)
{
	return (struct spot){.floating = true, .rule = "floating"};
}

/* A way to make the k-th candidate around a day: years, months or weeks away from it. */
typedef struct spot candidate_fn(const struct timex_point *p, struct date base, int k);

static struct spot calendar_spot(const struct timex_point *p, int year)
{
	struct spot s = spot_make(UNIT_NONE, (struct date){0}, "absolute");

	if (p->feast) {
		s = spot_make(UNIT_DAY, spot_feast(p->feast, year), "feast");
		s.length = p->feast / TIMEX_FEAST_LENGTH;
		s.rough =
			p->feast % TIMEX_FEAST_LENGTH >= TIMEX_ISLAMIC && p->feast % TIMEX_FEAST_LENGTH < TIMEX_HEBREW;
		return s;
	}
	if (p->week) {
		int32_t monday;

		return date_of_week(year, p->week, &monday) ? spot_make(UNIT_WEEK, date_of_days(monday), "absolute")
							    : s;
	}
	if (p->part) {
		s = spot_make(spot_part_unit(p->part), date_of(year, 0, 0), "absolute");
		s.part = p->part;
		return s;
	}
	return spot_make(p->day	    ? UNIT_DAY
			 : p->month ? UNIT_MONTH
				    : UNIT_YEAR,
			 date_of(year, p->month, p->day), "absolute");
}

/* "Monday, Dec. 5": only a year nearby in which that is so. */
static struct spot year_candidate(const struct timex_point *p, struct date base, int k)
{
	struct spot s = calendar_spot(p, base.year + k);

	if (p->weekday && s.grain == UNIT_DAY &&
	    (k < -1 || k > 1 || date_weekday(date_first_day(s.date)) != p->weekday))
		s.grain = UNIT_NONE;
	return s;
}

/* "the 13th", "Tuesday the 19th" */
static struct spot month_candidate(const struct timex_point *p, struct date base, int k)
{
	struct date m = date_add_months(date_at(base, DATE_MONTH), k);
	struct spot s = spot_make(UNIT_DAY, date_is_none(m) ? m : date_of(m.year, m.month, p->day), "day-of-month");

	if (p->weekday && s.grain == UNIT_DAY && date_weekday(date_first_day(s.date)) != p->weekday)
		s.grain = UNIT_NONE;
	return s;
}

static struct spot week_candidate(const struct timex_point *p, struct date base, int k)
{
	int32_t days = date_first_day(base);

	return spot_make(UNIT_DAY, date_of_days((int64_t)days - date_weekday(days) + p->weekday + 7 * k), "weekday");
}

/* How far a candidate lies from the base; ahead is positive, and 0 when it holds the base. */
static int32_t distance(const struct spot *s, int32_t base)
{
	int32_t first, last;

	spot_days(s, &first, &last);
	return first > base ? first - base : last < base ? last - base : 0;
}

enum { REACH = 8, NEAR_AHEAD = 31, YEAR_AGO = 300, TURN = 7 };

/* The nearest candidate behind the base (side -1) or ahead of it (1): from the one beside it
 * outwards, for each lies farther than the one before. Which of them holds the base is not
 * known: the winter of one year reaches into the next. */
static struct spot nearest(candidate_fn *candidate, const struct timex_point *p, struct date base, int side,
			   bool touching)
{
	int32_t day = date_first_day(base);

	for (int k = -1; k <= REACH; k++) {
		struct spot s = candidate(p, base, side * k);
		int32_t away = s.grain ? side * distance(&s, day) : 0;

		if (s.grain && (away > 0 || (away == 0 && touching)))
			return s;
	}
	return spot_make(UNIT_NONE, (struct date){0}, "absolute");
}

/* On either side; of two as near the one behind. */
static struct spot nearest_of_both(candidate_fn *candidate, const struct timex_point *p, struct date base)
{
	struct spot behind = nearest(candidate, p, base, -1, true), ahead = nearest(candidate, p, base, 1, true);
	int32_t day = date_first_day(base);

	if (!behind.grain || !ahead.grain)
		return behind.grain ? behind : ahead;
	return -distance(&behind, day) <= distance(&ahead, day) ? behind : ahead;
}

/* "this May", "this Friday": of the year or the week that runs. */
static struct spot this_one(candidate_fn *candidate, const struct timex_point *p, struct date base)
{
	struct spot s = candidate(p, base, 0);

	return s.grain ? s : nearest_of_both(candidate, p, base);
}

/* "next Friday" is next week's, "next May" the first that has not begun. */
static struct spot next_one(candidate_fn *candidate, const struct timex_point *p, struct date base)
{
	if (candidate == week_candidate)
		return week_candidate(p, base, 1);
	return nearest(candidate, p, base, 1, false);
}

/* A past day of the month nearly a year ago, when the same day comes within a
 * month: what was announced, not what happened. */
static bool is_announced(candidate_fn *candidate, const struct spot *past, const struct spot *coming, int32_t day)
{
	return candidate == year_candidate && past->grain == UNIT_DAY && coming->grain &&
	       distance(past, day) < -YEAR_AGO && distance(coming, day) <= NEAR_AHEAD;
}

/* The other way round: a day nearly a year ahead that has just been. */
static bool is_over(candidate_fn *candidate, const struct spot *coming, const struct spot *past, int32_t day)
{
	return candidate == year_candidate && coming->grain == UNIT_DAY && past->grain &&
	       distance(coming, day) > YEAR_AGO && distance(past, day) >= -NEAR_AHEAD;
}

static struct spot choose(candidate_fn *candidate, const struct timex_point *p, const struct spot_base *base)
{
	struct spot s;

	if (date_is_none(base->day))
		return spot_floating();
	if (p->which == -1) {
		s = nearest(candidate, p, base->day, -1, false);
		s.rule = "named-last";
	} else if (p->which == 0) {
		s = this_one(candidate, p, base->day);
		s.rule = "named-this";
	} else if (p->which == 2) {
		s = nearest(candidate, p, base->day, 1, false);
		s.rule = "named-coming";
	} else if (p->which == 1) {
		s = next_one(candidate, p, base->day);
		s.rule = "named-next";
	} else if (base->tense == TIMEX_TENSE_FUTURE) {
		struct spot past = nearest(candidate, p, base->day, -1, true);

		s = nearest(candidate, p, base->day, 1, true);
		s.rule = "tense-future";
		if (is_over(candidate, &s, &past, date_first_day(base->day)))
			s = past;
	} else if (base->tense == TIMEX_TENSE_PAST || candidate == week_candidate) {
		struct spot coming = nearest(candidate, p, base->day, 1, true);

		s = nearest(candidate, p, base->day, -1, true);
		s.rule = "tense-past";
		if (base->tense != TIMEX_TENSE_PAST && is_announced(candidate, &s, &coming, date_first_day(base->day)))
			s = coming;
	} else {
		s = nearest_of_both(candidate, p, base->day);
		s.rule = "nearest";
	}
	return s;
}

/* '98 is the latest such year that is not ahead of the base. */
static int year_of(const struct timex_point *p, struct date base)
{
	int year = p->year - TIMEX_SHORT_YEAR;

	if (p->year < TIMEX_SHORT_YEAR || date_is_none(base))
		return p->year < TIMEX_SHORT_YEAR ? p->year : 0;
	year += base.year / 100 * 100;
	return year > base.year ? year - 100 : year;
}

/* The year of a month in a tale: that of the month told last, or the next when it
 * comes round again within half a year; else the one before. */
static struct spot told_year(const struct timex_point *p, const struct spot *told)
{
	int months = told->date.month && p->month ? p->month - told->date.month : 0;
	int year = told->date.year + (months < -TURN) - (months > TURN);
	struct spot s = calendar_spot(p, year);

	for (int k = 1; !s.grain && k < 4; k++) /* 29 February: the leap year near */
		s = calendar_spot(p, year + k);
	s.rule = "year-told";
	return s;
}

/* Without year: by tense around the publication date, or in the year that the story has come to. */
static struct spot fill_year(const struct timex_point *p, const struct spot_base *base)
{
	if (p->from == FROM_TOLD && base->told.grain)
		return told_year(p, &base->told);

	struct spot s = choose(year_candidate, p, base);

	if (!s.grain && !s.floating && p->weekday) { /* no year near has that weekday: the date stands */
		struct timex_point without = *p;

		without.weekday = 0;
		s = choose(year_candidate, &without, base);
		s.rule = "weekday-contradicts";
	}
	return s;
}

static bool has_calendar(const struct timex_point *p)
{
	return p->month || p->part || p->week || p->feast;
}

/* The calendar's fields alone, with no frame around them. */
static struct spot calendar(const struct timex_point *p, const struct spot_base *base)
{
	int year = p->year ? year_of(p, base->day) : 0;

	if (p->year && !year)
		return spot_floating();
	if (p->span) {
		struct spot s = spot_years(year, p->span == 10 ? UNIT_DECADE : UNIT_CENTURY, 0);

		s.rule = "absolute";
		return s;
	}
	if (year)
		return calendar_spot(p, year);
	if (has_calendar(p))
		return fill_year(p, base);
	if (p->day)
		return choose(month_candidate, p, base);
	if (p->weekday && !p->nth)
		return choose(week_candidate, p, base);
	return spot_make(UNIT_NONE, (struct date){0}, "absolute");
}

/* What is picked inside a named unit: "Monday of last week", "May of that year", "the 20th of next month". */
static struct spot pick(const struct timex_point *p, struct spot frame)
{
	int32_t first, last;
	struct timex_point inner = *p;

	spot_days(&frame, &first, &last);
	if (frame.grain == UNIT_WEEK && p->weekday && !p->nth)
		return spot_make(UNIT_DAY, date_of_days((int64_t)first + p->weekday - 1), frame.rule);
	if (frame.grain == UNIT_MONTH && p->day)
		inner.month = frame.date.month;
	if (!has_calendar(&inner))
		return frame;

	struct spot s = calendar_spot(&inner, frame.date.year);

	s.rule = frame.rule;
	return s;
}

/* "Labor Day weekend": from Saturday to the Monday, from Thanksgiving to the Sunday. */
static struct spot feast_weekend(int32_t feast, const char *rule)
{
	enum { MONDAY = 1, TUESDAY = 2, SATURDAY = 6, SUNDAY = 7 };
	int weekday = date_weekday(feast);
	int32_t first = weekday <= TUESDAY ? feast - weekday - 1 : weekday == SUNDAY ? feast - 1 : feast;
	int32_t last = weekday <= TUESDAY ? feast : feast + SUNDAY - weekday;
	struct spot s = spot_make(UNIT_DAY, date_of_days(first), rule);

	s.length = last - first + 1;
	return s;
}

/* "the third week of January", "the last Monday of March", "the first two …" is not one. */
static struct spot nth_of(const struct timex_point *p, struct spot frame)
{
	int32_t first, last, day;
	int n = p->nth;

	spot_days(&frame, &first, &last);
	if (p->weekday) {
		day = n > 0 ? first + (p->weekday - date_weekday(first) + 7) % 7 + 7 * (n - 1)
			    : last - (date_weekday(last) - p->weekday + 7) % 7 + 7 * (n + 1);
		return spot_make(UNIT_DAY, day >= first && day <= last ? date_of_days(day) : (struct date){0},
				 frame.rule);
	}

	if (p->feast && p->of == UNIT_WEEKEND)
		return feast_weekend(first, frame.rule);

	if (p->of == UNIT_WEEKEND) { /* one is of the month of its Saturday */
		first += (6 - date_weekday(first) + 7) % 7;
		last -= (date_weekday(last) - 6 + 7) % 7;
	}

	struct spot s = spot_unit(date_of_days(n > 0 ? first : last), (enum timex_unit)p->of, n > 0 ? n - 1 : n + 1);

	/* the first week of a month is the one with its first Thursday, as of a year */
	if (p->of == UNIT_WEEK && n > 0 && date_weekday(first) > 4)
		s = spot_unit(date_of_days(first), UNIT_WEEK, n);
	if (p->of == UNIT_WEEK && n < 0 && date_weekday(last) < 4)
		s = spot_unit(date_of_days(last), UNIT_WEEK, n);
	s.rule = frame.rule;
	return s;
}

static struct spot shifted(const struct timex_point *p, struct spot s)
{
	bool vague = p->shift >= TIMEX_VAGUE_SHIFT || p->shift <= -TIMEX_VAGUE_SHIFT;
	bool relative = p->from == FROM_NOW || p->from == FROM_TOLD;

	if (!s.grain || vague)
		return vague ? spot_make(UNIT_NONE, (struct date){0}, "vague") : s;

	struct spot out = spot_shift(s, p->shift, (enum timex_unit)p->per, !relative && s.grain == UNIT_DAY);

	if (!out.grain && p->from == FROM_TOLD) { /* days after a month: nobody knows which of it */
		out = s;
		out.rough = true;
	}
	out.rule = p->from == FROM_NOW ? "offset-published" : p->from == FROM_TOLD ? "offset-told" : "offset-date";
	return out;
}

/* The weekend that runs, else the last; the next for what will be. */
static struct spot weekend(struct date day, enum timex_tense tense)
{
	bool runs = date_weekday(date_first_day(day)) >= 6;

	return spot_unit(day, UNIT_WEEKEND, runs || tense == TIMEX_TENSE_FUTURE ? 0 : -1);
}

/* The point before its offset. */
static struct spot unshifted(const struct timex_point *p, const struct spot_base *base)
{
	bool told = p->from == FROM_TOLD && base->told.grain;
	struct date day = told ? spot_first_day(&base->told) : base->day;

	if (p->unit == UNIT_WEEKEND && p->which == TIMEX_NO_WHICH)
		return date_is_none(day) ? spot_floating() : weekend(day, base->tense);
	if (p->unit && p->which != TIMEX_NO_WHICH) {
		struct spot frame =
			date_is_none(day) ? spot_floating() : spot_unit(day, (enum timex_unit)p->unit, p->which);

		if (told && p->unit == UNIT_DAY && base->told.grain > UNIT_DAY && p->which == 0)
			frame = spot_floating(); /* "that day", when only a month was told */
		return frame.grain ? pick(p, frame) : frame;
	}
	if (p->year || has_calendar(p) || p->day || (p->weekday && !p->nth)) {
		struct spot_base local = *base;

		if (told)
			local.day = day;
		return calendar(p, &local);
	}
	if (told)
		return base->told;
	return date_is_none(day) ? spot_floating() : spot_make(UNIT_DAY, day, "published");
}

struct spot spot_find(const struct timex_point *p, const struct spot_base *base)
{
	struct timex_point frame = *p;

	if (p->nth && p->weekday)
		frame.weekday = 0;

	struct spot s = unshifted(&frame, base);

	if (s.grain && p->nth)
		s = nth_of(p, s);
	if (p->shift)
		s = shifted(p, s);
	if (p->mod && p->mod < MOD_BEFORE && s.grain > UNIT_DAY)
		s.rough = true;
	return s;
}
