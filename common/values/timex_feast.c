/* Days of the year that have a name: fixed, by weekday of a month, by Easter. */
#include "values/calendars.h"
#include "values/timex_spot.h"

/* Easter Sunday. Source: J. Meeus, "Astronomical Algorithms", chapter 8 (Butcher's rule). */
static struct date easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;

	return date_of(year, n / 31, n % 31 + 1);
}

/* Easter of the churches that keep the Julian calendar. Source: Meeus, chapter 8. */
static struct date orthodox_easter(int year)
{
	int d = (19 * (year % 19) + 15) % 30, e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
	int month = (d + e + 114) / 31, day = (d + e + 114) % 31 + 1;

	return date_add_days(date_of(year, month, day), year / 100 - year / 400 - 2);
}

/* The nth weekday of a month; 5 is the last one. */
static struct date nth_weekday(int year, int month, int weekday, int nth)
{
	struct date m = date_of(year, month, 0);

	if (date_is_none(m) || weekday < 1 || weekday > 7 || nth < 1)
		return (struct date){0};

	int32_t first = date_first_day(m), last = date_last_day(m);
	int32_t day = first + (weekday - date_weekday(first) + 7) % 7 + 7 * (nth - 1);

	if (nth == 5)
		day = last - (date_weekday(last) - weekday + 7) % 7;
	return day <= last ? date_of_days(day) : (struct date){0};
}

/* Feasts that the moon sets. The window is the first day that the new moon may fall on. */
static struct date lunar_feast(int feast, int year)
{
	static const struct {
		int month, day, offset;
		double hours;
	} moons[] = {
		{10, 17, 0, 12.5},   /* Diwali */
		{10, 17, -1, 12.5},  /* Kali Chaudas */
		{10, 17, -2, 12.5},  /* Dhanteras */
		{10, 17, -11, 12.5}, /* Karva Chauth */
		{10, 17, -20, 12.5}, /* Dussehra */
		{2, 19, 15, 12.5},   /* Holi */
		{1, 18, 6, 12.5},    /* Vasant Panchami */
		{3, 19, 10, 12.5},   /* Rama Navami */
		{4, 22, 15, 12.5},   /* Vesak */
		{6, 20, 2, 12.5},    /* Ratha Yatra */
		{1, 9, 15, 12.5},    /* Ravidas Jayanti */
		{1, 21, 0, -8},	     /* Lunar New Year */
		{1, 21, 14, -8},     /* Lantern Festival */
		{5, 24, 4, -8},	     /* Dragon Boat Festival */
		{8, 25, 14, -8},     /* Mid-Autumn Festival */
		{2, 13, -2, 0},	     /* Maha Shivaratri */
		{3, 17, 12, 0},	     /* Mahavir Jayanti */
		{7, 19, 14, 0},	     /* Raksha Bandhan */
		{7, 19, 23, 0},	     /* Krishna Janmashtami */
		{8, 18, 4, 12.5},    /* Ganesh Chaturthi */
		{9, 18, 1, 0},	     /* Navaratri */
		{10, 17, 15, 0},     /* Guru Nanak Jayanti */
	};
	size_t i = (size_t)(feast - TIMEX_LUNAR);

	if (i >= sizeof moons / sizeof *moons || year < 1600 || year > 2600)
		return (struct date){0};
	return date_of_days((int64_t)calendar_new_moon(date_first_day(date_of(year, moons[i].month, moons[i].day)),
						       moons[i].hours) +
			    moons[i].offset);
}

/* Feasts that count from another: the last Friday of Ramadan, Purim a month before Passover. */
static struct date counted_feast(int feast, int year)
{
	int32_t day;

	switch (feast - TIMEX_COUNTED) {
	case 0:
		if (!calendar_islamic(year, 10, 1, &day))
			return (struct date){0};
		return date_of_days((int64_t)day - 1 - (date_weekday(day - 1) - 5 + 7) % 7);
	case 1:
		return calendar_hebrew(year, 1, 15, &day) ? date_of_days((int64_t)day - 30) : (struct date){0};
	default:
		return (struct date){0};
	}
}

struct date spot_feast(int feast, int year)
{
	int32_t day;

	feast %= TIMEX_FEAST_LENGTH;
	if (year < 1 || year > 9999)
		return (struct date){0};
	if (feast >= TIMEX_COUNTED)
		return counted_feast(feast, year);
	if (feast >= TIMEX_LUNAR)
		return lunar_feast(feast, year);
	if (feast >= TIMEX_HEBREW)
		return calendar_hebrew(year, feast / 100 - TIMEX_HEBREW / 100, feast % 100, &day) ? date_of_days(day)
												  : (struct date){0};
	if (feast >= TIMEX_ISLAMIC)
		return calendar_islamic(year, feast / 100 - TIMEX_ISLAMIC / 100, feast % 100, &day) ? date_of_days(day)
												    : (struct date){0};
	if (feast < 1300)
		return date_of(year, feast / 100, feast % 100);
	if (feast >= TIMEX_ORTHODOX - 100)
		return date_add_days(orthodox_easter(year), feast - TIMEX_ORTHODOX);
	if (feast >= TIMEX_FEAST_NTH)
		return nth_weekday(year, (feast - TIMEX_FEAST_NTH) / 100, feast / 10 % 10, feast % 10);
	return date_add_days(easter(year), feast - TIMEX_EASTER);
}
