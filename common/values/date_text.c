#include "values/date_text.h"

static const char *const months[] = {"january", "february", "march",	 "april",   "may",	"june",
				     "july",	"august",   "september", "october", "november", "december"};
static const char *const weekdays[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/* Zones by name [minutes east]. Source: RFC 5322, section 4.3; the rest as news sites write them. */
static const struct {
	const char *name;
	int16_t minutes;
} zones[] = {
	{"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},	    {"est", -300}, {"edt", -240},
	{"et", -300},  {"cst", -360}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
	{"pdt", -420}, {"bst", 60},   {"wet", 0},    {"cet", 60},   {"cest", 120}, {"eet", 120},
	{"eest", 180}, {"msk", 180},  {"ist", 330},  {"jst", 540},  {"aest", 600},
};

/* Words that stand around a date and say nothing about it. */
static const char *const fillers[] = {"published", "updated", "posted", "last", "modified", "first", "created",
				      "date",	   "on",      "at",	"of",	"the",	    "time",  "local",
				      "by",	   "hrs",     "hours",	"h",	"t"};

static bool word_is(struct str word, const char *text)
{
	return str_eq_fold(word, str_of(text));
}

/* Is it the name, or its first letters, at least three of them? 1 + index, or 0. */
static int name_find(struct str word, const char *const *names, int n)
{
	if (word.n && word.at[word.n - 1] == '.')
		word.n--;
	for (int i = 0; word.n >= 3 && i < n; i++)
		if (word.n <= strlen(names[i]) && str_eq_fold(word, (struct str){names[i], word.n}))
			return i + 1;
	return 0;
}

int date_text_month(struct str word)
{
	return name_find(word, months, 12);
}

int date_text_weekday(struct str word)
{
	return name_find(word, weekdays, 7);
}

/* What was found so far; 0 or -1 is nothing yet. */
struct reading {
	struct str rest; /* what is still to be read */
	int year, month, day, weekday;
	int hour, minute, second;
	int16_t zone;
	bool month_unsure; /* day and month came as two small numbers */
};

static struct str take(struct str *rest, bool (*is)(unsigned char c))
{
	size_t n = 0;

	while (n < rest->n && is((unsigned char)rest->at[n]))
		n++;

	struct str run = str_slice(*rest, 0, n);

	*rest = str_slice(*rest, n, rest->n);
	return run;
}

static bool next_is(const struct reading *r, char c)
{
	return r->rest.n && r->rest.at[0] == c;
}

static bool skip(struct reading *r, char c)
{
	if (!next_is(r, c))
		return false;
	r->rest = str_slice(r->rest, 1, r->rest.n);
	return true;
}

/* Up to two digits in [0, max]. */
static bool take_small(struct reading *r, int max, int *out)
{
	struct str run = take(&r->rest, ascii_is_digit);
	int64_t v;

	if (run.n > 2 || !str_to_int(run, 0, max, &v))
		return false;
	*out = (int)v;
	return true;
}

/* The minutes, seconds and fraction after "10:". */
static bool clock_read(struct reading *r, int hour)
{
	if (r->hour >= 0 || hour > 23 || !take_small(r, 59, &r->minute))
		return false;
	r->hour = hour;
	if (skip(r, ':')) {
		if (!take_small(r, 60, &r->second))
			return false;
		if (skip(r, '.'))
			take(&r->rest, ascii_is_digit);
	}
	return true;
}

/* "+0100", "-05:00" after a clock time. */
static bool offset_read(struct reading *r, int sign)
{
	struct str run = take(&r->rest, ascii_is_digit);
	int64_t hours, minutes = 0;
	int small;

	if ((run.n != 2 && run.n != 4) || !str_to_int(str_slice(run, 0, 2), 0, 14, &hours))
		return false;
	if (run.n == 4 && !str_to_int(str_slice(run, 2, 4), 0, 59, &minutes))
		return false;
	if (run.n == 2 && skip(r, ':')) {
		if (!take_small(r, 59, &small))
			return false;
		minutes = small;
	}
	r->zone = (int16_t)(sign * (hours * 60 + minutes));
	return true;
}

/* Two-digit years are this century's up to 49, as in RFC 5322. */
static int year_of(int64_t n, size_t digits)
{
	return digits == 4 ? (int)n : n < 50 ? 2000 + (int)n : 1900 + (int)n;
}

/* Three numbers with the same mark between: y-m-d, d.m.y, m/d/y. `a` is read already. */
static bool triple_read(struct reading *r, int64_t a, size_t a_digits, char sep)
{
	struct str second, third;
	int64_t b, c;

	skip(r, sep);
	second = take(&r->rest, ascii_is_digit);
	if (second.n == 0 || second.n > 2 || !str_to_int(second, 1, 31, &b) || !skip(r, sep))
		return false;
	third = take(&r->rest, ascii_is_digit);
	if (r->year || r->day || r->month || !str_to_int(third, 1, 9999, &c))
		return false;
	if (a_digits == 4) {
		r->year = (int)a, r->month = (int)b, r->day = (int)c;
		return third.n <= 2;
	}
	if (third.n != 4 && third.n != 2)
		return false;
	r->year = year_of(c, third.n);
	r->month = a > 12 || (sep == '.' && b <= 12) ? (int)b : (int)a;
	r->day = r->month == a ? (int)b : (int)a;
	if (a == r->month && b == r->day)
		r->month_unsure = a <= 12 && b <= 12 && a != b;
	return true;
}

/* Does "am" or "p.m." come next? */
static bool half_day_follows(const struct reading *r)
{
	struct str s = str_trim(r->rest);

	return s.n >= 2 && strchr("apAP", s.at[0]) && ((s.at[1] | 32) == 'm' || s.at[1] == '.') &&
	       (s.n == 2 || !ascii_is_alpha((unsigned char)s.at[2]) || s.at[1] == '.');
}

/* "16", "16th", "2016", "10:30", "1030" after nothing else, "10pm". */
static bool number_read(struct reading *r)
{
	static const char *const endings[] = {"st", "nd", "rd", "th"};
	struct str run = take(&r->rest, ascii_is_digit);
	int64_t n;

	if (run.n > 4 || !str_to_int(run, 0, 9999, &n))
		return false;
	if (run.n <= 2 && skip(r, ':'))
		return clock_read(r, (int)n);
	if (r->rest.n >= 2 && strchr("-/.", r->rest.at[0]) && ascii_is_digit((unsigned char)r->rest.at[1]))
		return triple_read(r, n, run.n, r->rest.at[0]);
	if (run.n <= 2 && n >= 1 && n <= 12 && half_day_follows(r))
		return r->hour < 0 && (r->hour = (int)n, r->minute = 0, true);
	if (run.n == 4 && !r->year) {
		r->year = (int)n;
		return true;
	}
	for (int i = 0; i < 4; i++)
		if (str_eq_fold(str_slice(r->rest, 0, 2), str_of(endings[i])))
			r->rest = str_slice(r->rest, 2, r->rest.n);
	if (run.n <= 2 && !r->day) {
		r->day = (int)n;
		return true;
	}
	return false;
}

/* "am", "p.m." after an hour of the twelve. */
static bool half_day_read(struct reading *r, struct str word)
{
	bool pm = word_is(word, "pm") || word_is(word, "p.m.") || word_is(word, "p.m");
	bool am = word_is(word, "am") || word_is(word, "a.m.") || word_is(word, "a.m");

	if ((!am && !pm) || r->hour < 1 || r->hour > (pm ? 23 : 12))
		return false;
	if (r->hour <= 12)
		r->hour = r->hour % 12 + (pm ? 12 : 0);
	return true;
}

static bool is_word(unsigned char c)
{
	return ascii_is_alpha(c) || c == '.';
}

static bool word_read(struct reading *r)
{
	struct str word = take(&r->rest, is_word);
	int month = date_text_month(word), weekday = date_text_weekday(word);

	if (month && !r->month) {
		r->month = month;
		return true;
	}
	if (weekday) {
		r->weekday = weekday;
		return true;
	}
	if (half_day_read(r, word))
		return true;
	for (size_t i = 0; i < sizeof zones / sizeof *zones; i++)
		if (word_is(word, zones[i].name)) {
			r->zone = zones[i].minutes;
			return true;
		}
	for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
		if (word_is(word, fillers[i]))
			return true;
	return false;
}

/* The marks beyond ASCII that pages put between a date and a time. */
static bool separator_skip(struct reading *r)
{
	static const char *const marks[] = {"\u00a0", "\u00b7", "\u2013", "\u2014", "\u2022", "\u2009", "\u202f"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(r->rest, str_of(marks[i]))) {
			r->rest = str_slice(r->rest, strlen(marks[i]), r->rest.n);
			return true;
		}
	return false;
}

static bool piece_read(struct reading *r)
{
	char c = r->rest.at[0];

	if (ascii_is_digit((unsigned char)c))
		return number_read(r);
	if (ascii_is_alpha((unsigned char)c))
		return word_read(r);
	if ((unsigned char)c >= 0x80)
		return separator_skip(r);
	r->rest = str_slice(r->rest, 1, r->rest.n);
	if ((c == '+' || c == '-') && r->hour >= 0 && r->rest.n && ascii_is_digit((unsigned char)r->rest.at[0]))
		return offset_read(r, c == '-' ? -1 : 1);
	return strchr(" \t\r\n,.:;-|()/", c) != NULL && c;
}

/* Which of two small numbers is the month? The weekday may know. */
static bool month_settle(struct reading *r)
{
	struct date given = date_of(r->year, r->month, r->day), swapped = date_of(r->year, r->day, r->month);
	bool fits = r->weekday && date_weekday(date_first_day(given)) == r->weekday;

	if (!r->weekday || fits == (date_weekday(date_first_day(swapped)) == r->weekday))
		return false;
	if (!fits) {
		r->month = swapped.month;
		r->day = swapped.day;
	}
	return true;
}

/* 20161216, 20161216T100000Z, 20161216100000, seconds or milliseconds since 1970. */
static bool digits_parse(struct str text, struct moment *out)
{
	struct str rest = text, run = take(&rest, ascii_is_digit);
	int64_t n;
	char iso[32];

	if (!str_to_int(run, 0, 99999999999999, &n))
		return false;
	if ((run.n == 10 || run.n == 13) && rest.n == 0) {
		n /= run.n == 13 ? 1000 : 1;
		*out = moment_of_date(date_of_days(n / 86400));
		out->clock = true;
		out->hour = (int8_t)(n / 3600 % 24);
		out->minute = (int8_t)(n / 60 % 60);
		out->second = (int8_t)(n % 60);
		out->zone = 0;
		return true;
	}
	if (run.n != 8 && (run.n != 14 || rest.n))
		return false;
	if (rest.n > 12)
		return false;

	const char *t = run.at;
	size_t len = 10;

	memcpy(iso, (char[]){t[0], t[1], t[2], t[3], '-', t[4], t[5], '-', t[6], t[7]}, len);
	if (run.n == 14) {
		iso[len++] = 'T';
		memcpy(iso + len, t + 8, 6);
		len += 6;
	}
	memcpy(iso + len, rest.at ? rest.at : "", rest.n);
	return moment_parse((struct str){iso, len + rest.n}, out, NULL);
}

bool date_text_parse(struct str text, struct moment *out, struct err *err)
{
	struct reading r = {.rest = str_trim(text), .hour = -1, .second = -1, .zone = MOMENT_NO_ZONE};

	if (moment_parse(r.rest, out, NULL) || digits_parse(r.rest, out))
		return true;
	if (r.rest.n > 200)
		return err_set(err, "date", "too long for a date: '%.40s…'", r.rest.at);
	while (r.rest.n)
		if (!piece_read(&r))
			return err_set(err, "date", "not a date: '%.*s'", STR_ARG(text));
	if (r.month_unsure && !month_settle(&r))
		return err_set(err, "month", "day or month first? '%.*s'", STR_ARG(text));

	struct moment m = moment_of_date(date_of(r.year, r.month, r.day));

	if (moment_is_none(m))
		return err_set(err, "date", "no such date: '%.*s'", STR_ARG(text));
	if (r.hour >= 0 && m.date.grain == DATE_DAY) {
		m.clock = true;
		m.hour = (int8_t)r.hour;
		m.minute = (int8_t)r.minute;
		m.second = (int8_t)r.second;
		m.zone = r.zone;
	}
	*out = m;
	return true;
}
