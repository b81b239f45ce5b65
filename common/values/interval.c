#include "values/interval.h"

/* Months, from January as 1, that a part of the year spans; winter runs on into the next year. */
static const struct {
	int8_t part, first, months;
} parts[] = {
	{21, 3, 3}, {22, 6, 3}, {23, 9, 3},  {24, 12, 3}, {33, 1, 3},
	{34, 4, 3}, {35, 7, 3}, {36, 10, 3}, {40, 1, 6},  {41, 7, 6},
};

static int part_row(int part)
{
	for (int i = 0; i < (int)(sizeof parts / sizeof *parts); i++)
		if (parts[i].part == part)
			return i;
	return -1;
}

/* "199X" or "19XX". */
static bool decade_parse(struct str text, struct interval_end *out)
{
	if (text.n != 4 || text.at[3] != 'X')
		return false;

	bool century = text.at[2] == 'X';
	int64_t n;

	if (!ascii_is_digit((unsigned char)text.at[0]) || !str_to_int(str_slice(text, 0, century ? 2 : 3), 0, 999, &n))
		return false;
	out->unit = century ? INTERVAL_CENTURY : INTERVAL_DECADE;
	out->at = moment_of_date(date_of((int)n * (century ? 100 : 10), 0, 0));
	return !moment_is_none(out->at);
}

/* "2016-21", "2016-33", "2016-40". */
static bool part_parse(struct str text, struct interval_end *out)
{
	struct date year;
	int64_t part;

	if (text.n != 7 || text.at[4] != '-' || !date_parse(str_slice(text, 0, 4), &year, NULL))
		return false;
	if (!str_to_int(str_slice(text, 5, 7), 21, 41, &part) || part_row((int)part) < 0)
		return false;
	*out = (struct interval_end){moment_of_date(year), INTERVAL_PART, (int8_t)part, 0};
	return true;
}

static bool end_parse(struct str text, struct interval_end *out, struct err *err)
{
	*out = (struct interval_end){0};
	if (str_eq(text, STR("..")))
		return true;

	char mark = text.n ? text.at[text.n - 1] : '\0';

	mark = mark == '~' || mark == '?' || mark == '%' ? mark : '\0';
	if (mark)
		text.n--;
	if (!decade_parse(text, out) && !part_parse(text, out)) {
		*out = (struct interval_end){0};
		if (!moment_parse(text, &out->at, err))
			return false;
	}
	out->mark = mark;
	return true;
}

/* Most intervals are one plain day. */
static bool day_parse(struct str text, struct interval *out)
{
	struct date day;

	if (text.n != strlen("2016-12-15") || !date_parse(text, &day, NULL))
		return false;
	*out = (struct interval){.first.at = moment_of_date(day)};
	return true;
}

bool interval_parse(struct str text, struct interval *out, struct err *err)
{
	if (day_parse(text, out))
		return true;

	struct str rest = text, first = str_cut(&rest, '/');
	struct interval i = {.slash = rest.at != NULL};

	if (!end_parse(first, &i.first, err) || (i.slash && !end_parse(rest, &i.last, err)))
		return false;
	if (interval_is_none(&i))
		return err_set(err, "interval", "no date in '%.*s'", STR_ARG(text));

	int32_t a, b;

	interval_first_day(&i, &a);
	interval_last_day(&i, &b);
	if (a > b)
		return err_set(err, "interval", "ends before it begins: '%.*s'", STR_ARG(text));
	*out = i;
	return true;
}

static void end_format(struct buf *b, const struct interval_end *e)
{
	int year = e->at.date.year;

	if (moment_is_none(e->at))
		buf_add(b, STR(".."));
	else if (e->unit == INTERVAL_DECADE)
		buf_printf(b, "%03dX", year / 10);
	else if (e->unit == INTERVAL_CENTURY)
		buf_printf(b, "%02dXX", year / 100);
	else if (e->unit == INTERVAL_PART)
		buf_printf(b, "%04d-%02d", year, e->part);
	else
		buf_add(b, moment_format(b->arena, e->at));
	if (e->mark)
		buf_add_char(b, e->mark);
}

struct str interval_format(struct arena *arena, const struct interval *i)
{
	struct buf b = {.arena = arena};

	if (interval_is_none(i))
		return STR_NULL;
	end_format(&b, &i->first);
	if (i->slash) {
		buf_add_char(&b, '/');
		end_format(&b, &i->last);
	}
	return buf_str(&b);
}

struct interval interval_of_date(struct date d)
{
	return (struct interval){.first = {.at = moment_of_date(d)}};
}

struct interval interval_of_days(int32_t first, int32_t last)
{
	struct date a = date_of_days(first), b = date_of_days(last);
	struct interval i = interval_of_date(a);

	for (enum date_grain g = DATE_YEAR; g < DATE_DAY && !date_is_none(a); g++)
		if (date_first_day(date_at(a, g)) == first && date_last_day(date_at(a, g)) == last)
			return interval_of_date(date_at(a, g));
	if (first != last) {
		i.slash = true;
		i.last.at = moment_of_date(b);
	}
	return i;
}

struct interval interval_between(const struct interval *a, const struct interval *b)
{
	struct interval i = {.slash = true};

	if (!interval_is_none(a))
		i.first = a->first;
	if (!interval_is_none(b))
		i.last = b->slash ? b->last : b->first;
	return i;
}

/* First and last day that one end covers. */
static void end_days(const struct interval_end *e, int32_t *first, int32_t *last)
{
	struct date d = e->at.date;

	*first = date_first_day(d);
	*last = date_last_day(d);
	if (e->unit == INTERVAL_DECADE || e->unit == INTERVAL_CENTURY) {
		*last = date_last_day(date_of(d.year + (e->unit == INTERVAL_DECADE ? 9 : 99), 0, 0));
	} else if (e->unit == INTERVAL_PART) {
		int row = part_row(e->part);
		struct date end = date_add_months(date_of(d.year, parts[row].first, 0), parts[row].months - 1);

		*first = date_first_day(date_of(d.year, parts[row].first, 0));
		*last = date_is_none(end) ? DATE_DAYS_MAX : date_last_day(end);
	}
}

bool interval_first_day(const struct interval *i, int32_t *days)
{
	int32_t last;

	*days = DATE_DAYS_MIN;
	if (moment_is_none(i->first.at))
		return false;
	end_days(&i->first, days, &last);
	return true;
}

bool interval_last_day(const struct interval *i, int32_t *days)
{
	const struct interval_end *e = i->slash ? &i->last : &i->first;
	int32_t first;

	*days = DATE_DAYS_MAX;
	if (moment_is_none(e->at))
		return false;
	end_days(e, &first, days);
	return true;
}

bool interval_is_day(const struct interval *i)
{
	int32_t a, b;

	return interval_first_day(i, &a) && interval_last_day(i, &b) && a == b;
}

/* First and last day, open ends at the edges of time; false when it is none. */
struct days {
	int32_t first, last;
};

static bool days_of(const struct interval *i, struct days *out)
{
	if (interval_is_none(i))
		return false;
	interval_first_day(i, &out->first);
	interval_last_day(i, &out->last);
	return true;
}

bool interval_overlaps(const struct interval *a, const struct interval *b)
{
	struct days x, y;

	return days_of(a, &x) && days_of(b, &y) && x.first <= y.last && y.first <= x.last;
}

bool interval_contains(const struct interval *a, const struct interval *b)
{
	struct days x, y;

	return days_of(a, &x) && days_of(b, &y) && x.first <= y.first && y.last <= x.last;
}

static int end_cmp(const struct interval_end *a, const struct interval_end *b)
{
	int by_time = moment_cmp(a->at, b->at);

	if (by_time)
		return by_time;
	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	return a->part != b->part ? a->part - b->part : a->mark - b->mark;
}

int interval_cmp(const struct interval *a, const struct interval *b)
{
	int32_t a1, a2, b1, b2;

	if (interval_is_none(a) || interval_is_none(b))
		return (int)interval_is_none(b) - (int)interval_is_none(a);
	interval_first_day(a, &a1);
	interval_last_day(a, &a2);
	interval_first_day(b, &b1);
	interval_last_day(b, &b2);
	if (a1 != b1)
		return a1 < b1 ? -1 : 1;
	if (a2 != b2)
		return a2 < b2 ? -1 : 1;

	int by_end = end_cmp(&a->first, &b->first);

	if (!by_end)
		by_end = a->slash != b->slash ? (int)a->slash - (int)b->slash : end_cmp(&a->last, &b->last);
	return by_end;
}
