#include "values/moment.h"

struct moment moment_of_date(struct date d)
{
	return (struct moment){.date = d, .second = -1, .zone = MOMENT_NO_ZONE};
}

/* n digits at *i, in [0, max]; moves past them. */
static bool digits(struct str s, size_t *i, size_t n, int max, int *out)
{
	int v = 0;

	if (s.n - *i < n)
		return false;
	for (size_t end = *i + n; *i < end; (*i)++) {
		if (!ascii_is_digit((unsigned char)s.at[*i]))
			return false;
		v = v * 10 + (s.at[*i] - '0');
	}
	*out = v;
	return v <= max;
}

static bool skip(struct str s, size_t *i, char c)
{
	if (*i >= s.n || s.at[*i] != c)
		return false;
	(*i)++;
	return true;
}

/* "Z", "+01:00", "+0100", "+01" at *i; nothing there is a zone not told. */
static bool zone_parse(struct str s, size_t *i, int16_t *out)
{
	int hours, minutes = 0, sign = 1;

	*out = MOMENT_NO_ZONE;
	skip(s, i, ' ');
	if (*i == s.n)
		return true;
	if (skip(s, i, 'Z') || skip(s, i, 'z')) {
		*out = 0;
		return true;
	}
	if (skip(s, i, '-'))
		sign = -1;
	else if (!skip(s, i, '+'))
		return false;
	if (!digits(s, i, 2, 14, &hours))
		return false;
	skip(s, i, ':');
	if (*i < s.n && !digits(s, i, 2, 59, &minutes))
		return false;
	*out = (int16_t)(sign * (hours * 60 + minutes));
	return true;
}

/* What follows the T. */
static bool clock_parse(struct str s, struct moment *m)
{
	size_t i = 0;
	int hour, minute = 0, second = -1, fraction;

	if (!digits(s, &i, 2, 24, &hour))
		return false;
	bool colon = skip(s, &i, ':');
	if (!digits(s, &i, 2, 59, &minute))
		return false;
	if (colon ? skip(s, &i, ':') : (i < s.n && ascii_is_digit((unsigned char)s.at[i]))) {
		if (!digits(s, &i, 2, 60, &second))
			return false;
		if (skip(s, &i, '.') || skip(s, &i, ','))
			while (i < s.n && digits(s, &i, 1, 9, &fraction))
				;
	}
	if (!zone_parse(s, &i, &m->zone) || i != s.n || (hour == 24 && (minute || second > 0)))
		return false;
	if (hour == 24)
		m->date = date_add_days(m->date, 1);
	m->clock = true;
	m->hour = (int8_t)(hour % 24);
	m->minute = (int8_t)minute;
	m->second = (int8_t)second;
	return !date_is_none(m->date);
}

bool moment_parse(struct str text, struct moment *out, struct err *err)
{
	struct moment m = moment_of_date((struct date){0});

	if (!date_parse(text.n > 10 ? str_slice(text, 0, 10) : text, &m.date, err))
		return false;
	if (text.n > 10) {
		char sep = text.at[10];

		if ((sep != 'T' && sep != 't' && sep != ' ') || !clock_parse(str_slice(text, 11, text.n), &m))
			return err_set(err, "time", "want 00:00 to 23:59 in '%.*s'", STR_ARG(text));
	}
	*out = m;
	return true;
}

static void zone_format(char out[8], int16_t zone)
{
	int z = zone < 0 ? -zone : zone;

	if (zone == MOMENT_NO_ZONE) {
		out[0] = '\0';
	} else if (zone == 0) {
		memcpy(out, "Z", 2);
	} else {
		int h = z / 60 % 24, m = z % 60;
		char text[8] = {zone < 0 ? '-' : '+',
				(char)('0' + h / 10),
				(char)('0' + h % 10),
				':',
				(char)('0' + m / 10),
				(char)('0' + m % 10),
				'\0'};

		memcpy(out, text, sizeof text);
	}
}

struct str moment_format(struct arena *arena, struct moment m)
{
	struct str day = date_format(arena, m.date);
	char zone[8];

	if (!m.clock || m.date.grain != DATE_DAY)
		return day;
	zone_format(zone, m.zone);
	if (m.second < 0)
		return str_printf(arena, "%.*sT%02d:%02d%s", STR_ARG(day), m.hour, m.minute, zone);
	return str_printf(arena, "%.*sT%02d:%02d:%02d%s", STR_ARG(day), m.hour, m.minute, m.second, zone);
}

/* [seconds since 1970] in UTC; without a clock, the second before the day begins. */
static int64_t instant(struct moment m)
{
	int64_t s = (int64_t)date_first_day(m.date) * 86400;

	if (!m.clock)
		return s - 1;
	s += m.hour * 3600 + m.minute * 60 + (m.second > 0 ? m.second : 0);
	return m.zone == MOMENT_NO_ZONE ? s : s - m.zone * 60;
}

int moment_cmp(struct moment a, struct moment b)
{
	if (moment_is_none(a) || moment_is_none(b))
		return (int)moment_is_none(b) - (int)moment_is_none(a);
	if (!a.clock || !b.clock) {
		int by_date = date_cmp(a.date, b.date);

		return by_date ? by_date : (int)a.clock - (int)b.clock;
	}

	int64_t x = instant(a), y = instant(b);

	if (x != y)
		return x < y ? -1 : 1;
	return a.zone != b.zone ? (a.zone < b.zone ? -1 : 1) : a.second - b.second;
}
