#include "values/date.h"

static const int month_days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

bool date_is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int year, int month)
{
	return month == 2 && date_is_leap(year) ? 29 : month_days[month - 1];
}

struct date date_of(int year, int month, int day)
{
	struct date d = {year, month, day, day ? DATE_DAY : month ? DATE_MONTH : DATE_YEAR};

	if (year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || (day && !month))
		return (struct date){0};
	if (day > 0 && day > date_month_days(year, month))
		return (struct date){0};
	return d;
}

static bool digits_parse(struct str text, int *out)
{
	int64_t n;

	for (size_t i = 0; i < text.n; i++)
		if (!ascii_is_digit((unsigned char)text.at[i]))
			return false;
	if (!str_to_int(text, 0, 9999, &n))
		return false;
	*out = (int)n;
	return true;
}

/* The two digits after a hyphen at offset i. */
static bool part_parse(struct str text, size_t i, int *out)
{
	return text.at[i] == '-' && digits_parse(str_slice(text, i + 1, i + 3), out);
}

bool date_parse(struct str text, struct date *out, struct err *err)
{
	int year, month = 0, day = 0;

	if (text.n < 4 || !digits_parse(str_slice(text, 0, 4), &year) || year < 1)
		return err_set(err, "year", "want 0001 to 9999 in '%.*s'", STR_ARG(text));
	if (text.n > 4 && text.at[4] != '-')
		return err_set(err, "year", "want four digits in '%.*s'", STR_ARG(text));
	if (text.n > 4 && (text.n < 7 || !part_parse(text, 4, &month) || month < 1 || month > 12))
		return err_set(err, "month", "want 01 to 12 in '%.*s'", STR_ARG(text));
	if (text.n > 7 && (text.n != 10 || !part_parse(text, 7, &day) || day < 1 || day > date_month_days(year, month)))
		return err_set(err, "day", "no such day of the month in '%.*s'", STR_ARG(text));
	*out = date_of(year, month, day);
	return true;
}

/* Its last `width` digits; returns the end. */
static char *put_digits(char *to, int number, int width)
{
	for (int i = width; i-- > 0; number /= 10)
		to[i] = (char)('0' + number % 10);
	return to + width;
}

struct str date_format(struct arena *arena, struct date d)
{
	if (d.grain == DATE_NONE)
		return STR_NULL;
	char *text = arena_text(arena, sizeof "2016-12-15"), *to = put_digits(text, d.year, 4);

	if (d.grain != DATE_YEAR) {
		*to++ = '-';
		to = put_digits(to, d.month, 2);
	}
	if (d.grain == DATE_DAY) {
		*to++ = '-';
		to = put_digits(to, d.day, 2);
	}
	*to = '\0';
	return (struct str){text, (size_t)(to - text)};
}

/* Days from 1970-01-01, by counting in years that begin in March, so that the
 * leap day comes last. Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
static int32_t days_of(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

int32_t date_first_day(struct date d)
{
	return days_of(d.year, d.month ? d.month : 1, d.day ? d.day : 1);
}

int32_t date_last_day(struct date d)
{
	int month = d.month ? d.month : 12;

	return days_of(d.year, month, d.day ? d.day : date_month_days(d.year, month));
}

struct date date_of_days(int64_t days)
{
	if (days < DATE_DAYS_MIN || days > DATE_DAYS_MAX)
		return (struct date){0};

	int z = (int)days + 719468; /* positive in the whole range */
	int era = z / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;
	int month = mp < 10 ? mp + 3 : mp - 9;

	return date_of(yoe + era * 400 + (month <= 2), month, doy - (153 * mp + 2) / 5 + 1);
}

int date_weekday(int32_t days)
{
	int w = (days + 3) % 7; /* 1970-01-01 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}

struct date date_at(struct date d, enum date_grain grain)
{
	if (grain < DATE_DAY)
		d.day = 0;
	if (grain < DATE_MONTH)
		d.month = 0;
	if (grain < d.grain)
		d.grain = grain;
	return d;
}

struct date date_add_days(struct date d, int64_t n)
{
	if (d.grain != DATE_DAY || n < -4000000 || n > 4000000)
		return (struct date){0};
	return date_of_days(date_first_day(d) + n);
}

struct date date_add_months(struct date d, int64_t n)
{
	if (d.grain == DATE_NONE || n < -120000 || n > 120000 || (d.grain == DATE_YEAR && n % 12 != 0))
		return (struct date){0};

	int64_t m = (int64_t)d.year * 12 + (d.month ? d.month - 1 : 0) + n;
	int year = (int)(m / 12), month = d.month ? (int)(m % 12) + 1 : 0;

	if (m < 12 || year > 9999)
		return (struct date){0};
	if (d.day > 28 && d.day > date_month_days(year, month))
		d.day = date_month_days(year, month);
	return date_of(year, month, d.day);
}

int date_week(int32_t days, int *year)
{
	/* a week belongs to the year of its Thursday */
	int32_t thursday = days - date_weekday(days) + 4;
	struct date t = date_of_days(thursday);

	if (date_is_none(t)) /* the last days of 9999 fall in week 52 of it or later */
		t = date_of(thursday < 0 ? 1 : 9999, 12, 31);
	*year = t.year;
	return (thursday - days_of(t.year, 1, 1)) / 7 + 1;
}

bool date_of_week(int year, int week, int32_t *days)
{
	int check;

	if (year < 1 || year > 9999 || week < 1 || week > 53)
		return false;

	int32_t fourth = days_of(year, 1, 4); /* always in week 1 */
	int32_t monday = fourth - date_weekday(fourth) + 1 + 7 * (week - 1);

	if (monday < DATE_DAYS_MIN || monday > DATE_DAYS_MAX || date_week(monday, &check) != week || check != year)
		return false;
	*days = monday;
	return true;
}

int date_cmp(struct date a, struct date b)
{
	if (date_is_none(a) || date_is_none(b))
		return (int)date_is_none(b) - (int)date_is_none(a);

	int32_t x = date_first_day(a), y = date_first_day(b);

	if (x != y)
		return x < y ? -1 : 1;
	return (int)b.grain - (int)a.grain;
}
