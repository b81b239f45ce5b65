/* Writing values: TIMEX3 of spots, clocks, durations; EDTF of spots. */
#include "values/timex_put.h"

#include <stdarg.h>
#include <stdio.h>

static const char *const dayparts[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};

static void put_text(struct timex_value *v, const char *text)
{
	size_t had = strlen(v->timex3), n = strlen(text), room = sizeof v->timex3 - 1 - had;

	n = n < room ? n : room;
	memcpy(v->timex3 + had, text, n);
	v->timex3[had + n] = '\0';
}

/* Append to the value's text; what does not fit is cut. */
void timex_put(struct timex_value *v, const char *format, ...)
{
	size_t n = strlen(v->timex3);
	va_list args;

	va_start(args, format);
	vsnprintf(v->timex3 + n, sizeof v->timex3 - n, format, args);
	va_end(args);
}

/* Most values are a day: "2016-12-15", written without a format. */
static void put_day(struct timex_value *v, struct date d)
{
	int parts[] = {d.year / 100, d.year % 100, d.month, d.day};
	char text[sizeof "2016-12-15"], *to = text;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (i > 1)
			*to++ = '-';
		*to++ = (char)('0' + parts[i] / 10);
		*to++ = (char)('0' + parts[i] % 10);
	}
	*to = '\0';
	put_text(v, text);
}

bool timex_is_time(const struct timex_point *p)
{
	return p->hour != TIMEX_NO_CLOCK || p->daypart;
}

/* "T14:30Z", "TEV" behind a day. */
void timex_put_clock(struct timex_value *v, const struct timex_point *p)
{
	int zone = p->zone < 0 ? -p->zone : p->zone;

	if (p->hour == TIMEX_NO_CLOCK) {
		if (p->daypart)
			timex_put(v, "T%s", dayparts[p->daypart]);
		return;
	}
	timex_put(v, "T%02d:%02d", p->hour, p->minute);
	if (p->second >= 0)
		timex_put(v, ":%02d", p->second);
	if (p->zone == 0)
		timex_put(v, "Z");
	else if (p->zone != MOMENT_NO_ZONE)
		timex_put(v, zone % 60 ? "%c%02d:%02d" : "%c%02d", p->zone < 0 ? '-' : '+', zone / 60, zone % 60);
}

static void put_part(struct timex_value *v, int part)
{
	static const char *const seasons[] = {"SP", "SU", "FA", "WI"};

	if (part >= 40)
		timex_put(v, "H%d", part - 39);
	else if (part >= 33)
		timex_put(v, "Q%d", part - 32);
	else if (part >= 21)
		timex_put(v, "%s", seasons[(part - 21) % 4]);
}

/* "/2018-12-09" behind the first day of a feast. */
static void put_last_day(struct timex_value *v, const struct spot *s)
{
	int32_t first, last;

	spot_days(s, &first, &last);

	struct date d = date_of_days(last);

	put_text(v, "/");
	put_day(v, d);
}

void timex_put_spot(struct timex_value *v, const struct spot *s)
{
	int year = s->date.year, week_year, week;

	switch (s->grain) {
	case UNIT_DAY:
		put_day(v, s->date);
		if (s->length > 1)
			put_last_day(v, s);
		break;
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		week = date_week(date_first_day(s->date), &week_year);
		timex_put(v, s->grain == UNIT_WEEK ? "%04d-W%02d" : "%04d-W%02d-WE", week_year, week);
		break;
	case UNIT_MONTH:
		timex_put(v, "%04d-%02d", year, s->date.month);
		break;
	case UNIT_QUARTER:
	case UNIT_HALF:
	case UNIT_SEASON:
		timex_put(v, "%04d-", year);
		put_part(v, s->part);
		break;
	case UNIT_DECADE:
		timex_put(v, "%03d", year / 10);
		break;
	case UNIT_CENTURY:
		timex_put(v, "%02d", year / 100);
		break;
	case UNIT_MILLENNIUM:
		timex_put(v, "%d", year / 1000);
		break;
	default:
		timex_put(v, "%04d", year);
	}
}

/* What can be said before the date is known: "XXXX-12-16", "XXXX-WXX-5". */
void timex_put_floating(struct timex_value *v, const struct timex_point *p)
{
	if (p->month && p->day)
		timex_put(v, "XXXX-%02d-%02d", p->month, p->day);
	else if (p->month)
		timex_put(v, "XXXX-%02d", p->month);
	else if (p->part) {
		timex_put(v, "XXXX-");
		put_part(v, p->part);
	} else if (p->weekday)
		timex_put(v, "XXXX-WXX-%d", p->weekday);
	else if (p->unit == UNIT_WEEK)
		timex_put(v, "XXXX-WXX");
	else if (p->unit == UNIT_MONTH)
		timex_put(v, "XXXX-XX");
	else if (p->unit >= UNIT_QUARTER)
		timex_put(v, "XXXX");
	else
		timex_put(v, "XXXX-XX-XX");
	if (timex_is_time(p))
		timex_put_clock(v, p);
}

bool timex_is_last_second(const struct timex_point *p)
{
	return p->hour == 23 && p->minute == 59 && p->second == 59;
}

/* One EDTF end of a spot that is no week or weekend (those are two). */
struct interval timex_spot_interval(const struct spot *s, const struct timex_point *p)
{
	int32_t first, last;
	struct interval i = interval_of_date(s->date);

	spot_days(s, &first, &last);
	if (s->grain == UNIT_DAY && s->length > 1)
		i = interval_of_days(first, last);
	if (s->grain == UNIT_WEEK || s->grain == UNIT_WEEKEND || s->grain == UNIT_MILLENNIUM)
		i = interval_of_days(first, last);
	if (s->grain == UNIT_DECADE || s->grain == UNIT_CENTURY)
		i.first.unit = s->grain == UNIT_DECADE ? INTERVAL_DECADE : INTERVAL_CENTURY;
	if (s->grain == UNIT_QUARTER || s->grain == UNIT_HALF || s->grain == UNIT_SEASON) {
		i.first.unit = INTERVAL_PART;
		i.first.part = (int8_t)s->part;
	}
	/* "the end of Sunday" is Sunday */
	if (s->grain == UNIT_DAY && p->hour != TIMEX_NO_CLOCK && !timex_is_last_second(p)) {
		i.first.at.clock = true;
		i.first.at.hour = (int8_t)(p->hour % 24);
		i.first.at.minute = (int8_t)p->minute;
		i.first.at.second = (int8_t)p->second;
		i.first.at.zone = (int16_t)p->zone;
	}
	if (s->rough && !i.slash)
		i.first.mark = '~';
	return i;
}

static const char *const unit_letters[] = {"X", "S", "M", "H", "D",  "WE", "W", "M",
					   "Q", "H", "S", "Y", "DE", "CE", "ML"};

static void put_count(struct timex_value *v, int milli, enum timex_unit unit)
{
	int whole = milli / 1000, fraction = milli % 1000;

	while (fraction && fraction % 10 == 0)
		fraction /= 10;
	if (!milli)
		timex_put(v, "X%s", unit_letters[unit]);
	else if (fraction)
		timex_put(v, "%d.%d%s", whole, fraction, unit_letters[unit]);
	else
		timex_put(v, "%d%s", whole, unit_letters[unit]);
}

void timex_put_duration(struct timex_value *v, const struct timex_expr *t)
{
	int milli = t->n_milli;
	enum timex_unit unit = t->unit;

	if (unit == UNIT_HALF) { /* half years, as months */
		unit = UNIT_MONTH;
		milli *= 6;
	}
	timex_put(v, unit <= UNIT_HOUR ? "PT" : "P");
	put_count(v, milli, unit);
	if (!t->more_milli)
		return;
	if (unit > UNIT_HOUR && t->more_unit <= UNIT_HOUR)
		timex_put(v, "T");
	put_count(v, t->more_milli, t->more_unit);
}
