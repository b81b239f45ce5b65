#include "values/calendars.h"

enum { ISLAMIC_EPOCH = -492148, HEBREW_EPOCH = -1373427 - 719163 };

static int32_t islamic_day(int year, int month, int day)
{
	return ISLAMIC_EPOCH + day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 1;
}

static bool falls_in(int32_t day, int year)
{
	return year >= 1 && year <= 9999 && day >= date_first_day(date_of(year, 0, 0)) &&
	       day <= date_last_day(date_of(year, 0, 0));
}

static bool hebrew_leap(int year)
{
	return (7 * year + 1) % 19 < 7;
}

/* Days from the epoch to the new year, by the mean new moon and one of the postponements. */
static int32_t hebrew_elapsed(int year)
{
	int32_t months = (235 * year - 234) / 19;
	int64_t parts = 12084 + (int64_t)13753 * months;
	int32_t day = 29 * months + (int32_t)(parts / 25920);

	return 3 * (day + 1) % 7 < 3 ? day + 1 : day;
}

static int32_t hebrew_new_year(int year)
{
	int32_t before = hebrew_elapsed(year - 1), now = hebrew_elapsed(year), after = hebrew_elapsed(year + 1);

	return HEBREW_EPOCH + now + (after - now == 356 ? 2 : now - before == 382 ? 1 : 0);
}

static int hebrew_month_days(int year, int month)
{
	int length = hebrew_new_year(year + 1) - hebrew_new_year(year);

	switch (month) {
	case 2:
	case 4:
	case 6:
	case 10:
	case 13:
		return 29;
	case 8:
		return length % 10 == 5 ? 30 : 29;
	case 9:
		return length % 10 == 3 ? 29 : 30;
	case 12:
		return hebrew_leap(year) ? 30 : 29;
	default:
		return 30;
	}
}

/* The year begins in Tishri, the seventh month. */
static int32_t hebrew_day(int year, int month, int day)
{
	int32_t d = hebrew_new_year(year) + day - 1;

	for (int m = 7; m != month; m = m == (hebrew_leap(year) ? 13 : 12) ? 1 : m + 1)
		d += hebrew_month_days(year, m);
	return d;
}

bool calendar_hebrew(int year, int month, int day, int32_t *days)
{
	if (month < 1 || month > 12 || year < 2)
		return false;
	for (int y = year + 3760; y <= year + 3761; y++) {
		*days = hebrew_day(y, month, day);
		if (falls_in(*days, year))
			return true;
	}
	return false;
}

/* Sine of an angle in degrees, to a thousandth and a half (Bhaskara I): minutes of the
 * moon's way, and the same on every machine. */
static double sine(double degrees)
{
	double turns = degrees / 360, sign = 1, x;

	x = 360 * (turns - (double)(int64_t)turns);
	x = x < 0 ? x + 360 : x;
	if (x > 180) {
		x -= 180;
		sign = -1;
	}
	return sign * 4 * x * (180 - x) / (40500 - x * (180 - x));
}

/* The k-th new moon of this millennium [days since 1970, UTC]. */
static double new_moon(int k)
{
	double t = k / 1236.85, e = 1 - 0.002516 * t;
	double sun = 2.5534 + 29.10535670 * k, moon = 201.5643 + 385.81693528 * k, node = 160.7108 + 390.67050284 * k;
	double at = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t;

	at += -0.40720 * sine(moon) + 0.17241 * e * sine(sun) + 0.01608 * sine(2 * moon) + 0.01039 * sine(2 * node);
	at += 0.00739 * e * sine(moon - sun) - 0.00514 * e * sine(moon + sun) + 0.00208 * e * e * sine(2 * sun);
	at += -0.00111 * sine(moon - 2 * node) - 0.00057 * sine(moon + 2 * node) + 0.00056 * e * sine(2 * moon + sun);
	return at - 2440587.5;
}

int32_t calendar_new_moon(int32_t from, double hours_utc)
{
	int k = (int)((from - 10962) / 29.530588861) - 2;

	for (;; k++) {
		double at = new_moon(k) - hours_utc / 24;
		int32_t day = (int32_t)at - (at < (double)(int32_t)at);

		if (day >= from)
			return day;
	}
}

/* The month begins in the evening after the one that follows the new moon, near the
 * day that the tables say: the sickle is looked for at sunset in Mecca. */
static int32_t sighted(int32_t tabular)
{
	return calendar_new_moon(tabular - 5, 15.5) + 2;
}

bool calendar_islamic(int year, int month, int day, int32_t *days)
{
	int first = (year - 622) * 33 / 32 - 1;

	for (int y = first > 1 ? first : 1; y <= first + 4; y++) {
		*days = sighted(islamic_day(y, month, 1)) + day - 1;
		if (falls_in(*days, year))
			return true;
	}
	return false;
}
