#include "values/timex_spot.h"

struct spot spot_make(enum timex_unit grain, struct date date, const char *rule)
{
	return (struct spot){.grain = date_is_none(date) ? UNIT_NONE : grain, .date = date, .rule = rule};
}

/* First month and number of months of a part of the year. */
static void part_months(int part, int *first, int *months)
{
	*months = part >= 40 ? 6 : 3;
	*first = part >= 40 ? 6 * (part - 40) + 1 : part >= 33 ? 3 * (part - 33) + 1 : 3 * (part - 20);
}

enum timex_unit spot_part_unit(int part)
{
	return part >= 40 ? UNIT_HALF : part >= 33 ? UNIT_QUARTER : UNIT_SEASON;
}

static int32_t cut(int64_t day)
{
	return day < DATE_DAYS_MIN ? DATE_DAYS_MIN : day > DATE_DAYS_MAX ? DATE_DAYS_MAX : (int32_t)day;
}

void spot_days(const struct spot *s, int32_t *first, int32_t *last)
{
	int month, months;
	struct date end;

	*first = date_first_day(s->date);
	*last = date_last_day(s->date);
	switch (s->grain) {
	case UNIT_DAY:
		if (s->length > 1)
			*last = cut((int64_t)*first + s->length - 1);
		break;
	case UNIT_WEEKEND:
		*last = cut((int64_t)*first + 1);
		break;
	case UNIT_WEEK:
		*last = cut((int64_t)*first + 6);
		break;
	case UNIT_QUARTER:
	case UNIT_HALF:
	case UNIT_SEASON:
		part_months(s->part, &month, &months);
		*first = date_first_day(date_of(s->date.year, month, 0));
		end = date_add_months(date_of(s->date.year, month, 0), months - 1);
		*last = date_is_none(end) ? DATE_DAYS_MAX : date_last_day(end);
		break;
	case UNIT_DECADE:
	case UNIT_CENTURY:
	case UNIT_MILLENNIUM:
		month = s->grain == UNIT_DECADE ? 9 : s->grain == UNIT_CENTURY ? 99 : 999;
		end = date_of(s->date.year + month, 0, 0);
		*last = date_is_none(end) ? DATE_DAYS_MAX : date_last_day(end);
		break;
	default:
		break;
	}
}

static int years_of(enum timex_unit unit)
{
	return unit == UNIT_DECADE ? 10 : unit == UNIT_CENTURY ? 100 : unit == UNIT_MILLENNIUM ? 1000 : 1;
}

/* The years, decades, centuries: year 1 begins none of the latter. */
struct spot spot_years(int year, enum timex_unit unit, int64_t n)
{
	int length = years_of(unit);
	int64_t y = (year / length + n) * length;

	return spot_make(unit, y > 0 && y <= 9999 ? date_of((int)y, 0, 0) : (struct date){0}, "named-unit");
}

/* Quarters, halves and seasons, counted from a month. */
static struct spot part_of_year(struct date day, enum timex_unit unit, int64_t n)
{
	int months = unit == UNIT_HALF ? 6 : 3, base = unit == UNIT_HALF ? 40 : unit == UNIT_QUARTER ? 33 : 21;
	/* seasons begin in March: count from there, so that January is in the winter of the year before */
	int64_t m = (int64_t)day.year * 12 + day.month - 1 - (unit == UNIT_SEASON ? 2 : 0) + n * months;
	int64_t year = m / 12;
	struct spot s =
		spot_make(unit, m >= 12 && year <= 9999 ? date_of((int)year, 0, 0) : (struct date){0}, "named-unit");

	s.part = base + (int)(m % 12) / months;
	return s;
}

struct spot spot_unit(struct date day, enum timex_unit unit, int64_t n)
{
	int32_t days = date_first_day(day);
	int weekday = date_weekday(days);

	switch (unit) {
	case UNIT_DAY:
		return spot_make(unit, date_of_days(days + n), "named-day");
	case UNIT_WEEK:
		return spot_make(unit, date_of_days(days - weekday + 1 + 7 * n), "named-unit");
	case UNIT_WEEKEND: /* on a Saturday or Sunday, the one that runs */
		return spot_make(unit, date_of_days(days - weekday + 6 + 7 * n), "named-unit");
	case UNIT_MONTH:
		return spot_make(unit, date_add_months(date_at(day, DATE_MONTH), n), "named-unit");
	case UNIT_QUARTER:
	case UNIT_HALF:
	case UNIT_SEASON:
		return part_of_year(day, unit, n);
	case UNIT_YEAR:
	case UNIT_DECADE:
	case UNIT_CENTURY:
	case UNIT_MILLENNIUM:
		return spot_years(day.year, unit, n);
	default:
		return spot_make(UNIT_NONE, (struct date){0}, "named-unit");
	}
}

struct date spot_first_day(const struct spot *s)
{
	int32_t first, last;

	spot_days(s, &first, &last);
	return date_of_days(first);
}

/* The grain that an offset has: "a year earlier" than a quarter is a quarter. */
static enum timex_unit shift_grain(const struct spot *s, enum timex_unit unit, bool keep)
{
	if (unit <= UNIT_WEEK)
		return s->grain == UNIT_WEEK || s->grain == UNIT_WEEKEND ? s->grain : UNIT_DAY;
	if (s->grain == UNIT_DAY)
		return keep ? UNIT_DAY : unit;
	if (s->grain == UNIT_WEEK || s->grain == UNIT_WEEKEND || s->grain > unit)
		return unit;
	return s->grain;
}

struct spot spot_shift(struct spot s, int n, enum timex_unit unit, bool keep)
{
	bool rough = s.rough || (unit == UNIT_WEEK && !keep && s.grain == UNIT_DAY);
	int64_t months = (int64_t)n * (unit == UNIT_MONTH     ? 1
				       : unit == UNIT_QUARTER ? 3
				       : unit == UNIT_HALF    ? 6
							      : 12 * years_of(unit));
	struct spot out = spot_make(UNIT_NONE, (struct date){0}, "offset");
	enum timex_unit grain = shift_grain(&s, unit, keep);
	struct date day = spot_first_day(&s);

	if (s.grain == UNIT_NONE || unit == UNIT_NONE)
		return s;
	if (unit <= UNIT_HOUR)
		return s;
	if (unit <= UNIT_WEEK && s.grain > UNIT_WEEK)
		return out; /* two days after a month: nobody knows which */
	if (unit <= UNIT_WEEK)
		out = spot_make(grain, date_add_days(day, (int64_t)n * (unit == UNIT_DAY ? 1 : 7)), "offset");
	else if (grain == UNIT_DAY)
		out = spot_make(UNIT_DAY, date_add_months(day, months), "offset");
	else if (!date_is_none(day = date_add_months(date_at(day, DATE_MONTH), months)))
		out = spot_unit(date_of(day.year, day.month, 1), grain, 0);
	out.rough = rough;
	out.rule = "offset";
	return out;
}

struct spot spot_of_interval(const struct interval *i)
{
	static const enum timex_unit grains[] = {UNIT_NONE, UNIT_YEAR, UNIT_MONTH, UNIT_DAY};
	const struct interval_end *e = moment_is_none(i->first.at) ? &i->last : &i->first;
	struct spot s = spot_make(grains[e->at.date.grain], e->at.date, "told");
	int32_t first, last;

	if (interval_is_none(i))
		return spot_make(UNIT_NONE, (struct date){0}, "told");
	if (e->unit == INTERVAL_PART) {
		s.part = e->part;
		s.grain = spot_part_unit(e->part);
	} else if (e->unit != INTERVAL_DATE) {
		s.grain = e->unit == INTERVAL_DECADE ? UNIT_DECADE : UNIT_CENTURY;
	} else if (interval_first_day(i, &first) && interval_last_day(i, &last) && last - first == 6 &&
		   date_weekday(first) == 1) {
		s.grain = UNIT_WEEK;
	}
	return s;
}
