/* Writing values: TIMEX3 of spots, clocks, durations; EDTF of spots. */
#include "values/timex_put.h"

static const char *const dayparts[] = {"", "MO", "MI", "AF", "EV", "NI", "DT"};

static void put(struct timex_value *v, struct str text)
{
	size_t n = strlen(v->timex3), room = sizeof v->timex3 - 1 - n;

	text = str_slice(text, 0, room);
	memcpy(v->timex3 + n, text.at, text.n);
	v->timex3[n + text.n] = '\0';
}

void timex_put(struct timex_value *v, const char *text)
{
	put(v, str_of(text));
}

void timex_put_number(struct timex_value *v, int number, int width)
{
	char text[16], *end = text + sizeof text, *at = end;

	for (; number || end - at < width; number /= 10)
		*--at = (char)('0' + number % 10);
	put(v, (struct str){at, (size_t)(end - at)});
}

/* The number behind a mark: "-12". */
static void put_behind(struct timex_value *v, const char *mark, int number, int width)
{
	timex_put(v, mark);
	timex_put_number(v, number, width);
}

static void put_date(struct timex_value *v, struct date d)
{
	timex_put_number(v, d.year, 4);
	put_behind(v, "-", d.month, 2);
	put_behind(v, "-", d.day, 2);
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
		if (p->daypart) {
			timex_put(v, "T");
			timex_put(v, dayparts[p->daypart]);
		}
		return;
	}
	put_behind(v, "T", p->hour, 2);
	put_behind(v, ":", p->minute, 2);
	if (p->second >= 0)
		put_behind(v, ":", p->second, 2);
	if (p->zone == 0) {
		timex_put(v, "Z");
	} else if (p->zone != MOMENT_NO_ZONE) {
		put_behind(v, p->zone < 0 ? "-" : "+", zone / 60, 2);
		if (zone % 60)
			put_behind(v, ":", zone % 60, 2);
	}
}

static void put_part(struct timex_value *v, int part)
{
	static const char *const seasons[] = {"SP", "SU", "FA", "WI"};

	if (part >= 40)
		put_behind(v, "H", part - 39, 1);
	else if (part >= 33)
		put_behind(v, "Q", part - 32, 1);
	else if (part >= 21)
		timex_put(v, seasons[(part - 21) % 4]);
}

/* "/2018-12-09" behind the first day of a feast. */
static void put_last_day(struct timex_value *v, const struct spot *s)
{
	int32_t first, last;

	spot_days(s, &first, &last);
	timex_put(v, "/");
	put_date(v, date_of_days(last));
}

void timex_put_spot(struct timex_value *v, const struct spot *s)
{
	int year = s->date.year, week_year, week;

	switch (s->grain) {
	case UNIT_DAY:
		put_date(v, s->date);
		if (s->length > 1)
			put_last_day(v, s);
		break;
	case UNIT_WEEK:
	case UNIT_WEEKEND:
		week = date_week(date_first_day(s->date), &week_year);
		timex_put_number(v, week_year, 4);
		put_behind(v, "-W", week, 2);
		if (s->grain == UNIT_WEEKEND)
			timex_put(v, "-WE");
		break;
	case UNIT_MONTH:
		timex_put_number(v, year, 4);
		put_behind(v, "-", s->date.month, 2);
		break;
	case UNIT_QUARTER:
	case UNIT_HALF:
	case UNIT_SEASON:
		timex_put_number(v, year, 4);
		timex_put(v, "-");
		put_part(v, s->part);
		break;
	case UNIT_DECADE:
		timex_put_number(v, year / 10, 3);
		break;
	case UNIT_CENTURY:
		timex_put_number(v, year / 100, 2);
		break;
	case UNIT_MILLENNIUM:
		timex_put_number(v, year / 1000, 1);
		break;
	default:
		timex_put_number(v, year, 4);
	}
}

/* What can be said before the date is known: "XXXX-12-16", "XXXX-WXX-5". */
void timex_put_floating(struct timex_value *v, const struct timex_point *p)
{
	if (p->month) {
		put_behind(v, "XXXX-", p->month, 2);
		if (p->day)
			put_behind(v, "-", p->day, 2);
	} else if (p->part) {
		timex_put(v, "XXXX-");
		put_part(v, p->part);
	} else if (p->weekday)
		put_behind(v, "XXXX-WXX-", p->weekday, 1);
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
	if (milli)
		timex_put_number(v, whole, 1);
	else
		timex_put(v, "X");
	if (fraction)
		put_behind(v, ".", fraction, 1);
	timex_put(v, unit_letters[unit]);
}

void timex_put_duration(struct timex_value *v, const struct timex_expr *t)
{
	int milli = t->n_milli;
	enum timex_unit unit = t->unit;

	if (unit == UNIT_HALF || (unit == UNIT_QUARTER && t->kind == TIMEX_SET)) { /* "each quarter", as months */
		milli *= unit == UNIT_HALF ? 6 : 3;
		unit = UNIT_MONTH;
	}
	timex_put(v, unit <= UNIT_HOUR ? "PT" : "P");
	put_count(v, milli, unit);
	if (!t->more_milli)
		return;
	if (unit > UNIT_HOUR && t->more_unit <= UNIT_HOUR)
		timex_put(v, "T");
	put_count(v, t->more_milli, t->more_unit);
}
