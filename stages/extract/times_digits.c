/* Numbers and dates in digits as atoms: "30/9/2012", "8:55", "2016-12-16". */
#include "times_atoms.h"
#include "values/date.h"

/* Runs of digits with the marks between: "30/9/2012" is 30 '/' 9 '/' 2012. */
struct digits {
	int32_t at[4];
	uint8_t length[4];
	char mark[4]; /* after the run; 0 at the end */
	int n;
	struct str tail; /* letters after the last run */
};

static bool digits_read(struct str s, struct digits *d)
{
	size_t i = 0;

	*d = (struct digits){0};
	while (i < s.n && d->n < 4) {
		size_t from = i;
		int32_t v = 0;

		for (; i < s.n && ascii_is_digit((unsigned char)s.at[i]) && i - from < 8; i++)
			v = v * 10 + (s.at[i] - '0');
		if (i == from)
			return false;
		d->at[d->n] = v;
		d->length[d->n++] = (uint8_t)(i - from);
		if (i < s.n && strchr(":./-", s.at[i]) && s.at[i] && i + 1 < s.n) {
			d->mark[d->n - 1] = s.at[i++];
			continue;
		}
		d->tail = str_slice(s, i, s.n);
		return true;
	}
	return false;
}

struct atom atom_of_date(int year, int month, int day)
{
	struct atom a = {.kind = ATOM_DATE, .value = year * 10000 + month * 100 + day};

	/* without a year, 29 February may be one */
	if (date_is_none(date_of(year ? year : 2000, month, day)))
		return (struct atom){0};
	return a;
}

/* d/m or m/d: the larger than 12 is the day; else the American order, as "9/11". */
static struct atom day_month(int a, int b, int year)
{
	return a > 12 ? atom_of_date(year, b, a) : atom_of_date(year, a, b);
}

static int year_of(const struct digits *d, int i)
{
	return d->length[i] == 2 ? d->at[i] + (d->at[i] < 50 ? 2000 : 1900) : d->at[i];
}

/* Three runs with equal marks. */
static struct atom date_of_three(const struct digits *d)
{
	if (d->mark[0] != d->mark[1] || d->mark[0] == ':')
		return (struct atom){0};
	if (d->length[0] == 4 && d->length[1] <= 2 && d->length[2] <= 2)
		return atom_of_date(d->at[0], d->at[1], d->at[2]);
	if (d->length[0] > 2 || d->length[1] > 2 || (d->length[2] != 4 && d->length[2] != 2) || !d->at[2])
		return (struct atom){0};
	if (d->length[2] == 2 && d->mark[0] == '.')
		return (struct atom){0};
	if (d->mark[0] == '.' && d->at[1] <= 12)
		return atom_of_date(year_of(d, 2), d->at[1], d->at[0]);
	return day_month(d->at[0], d->at[1], year_of(d, 2));
}

static bool tail_is(struct str tail, const char *a, const char *b, const char *c)
{
	return str_is(tail, a) || str_is(tail, b) || str_is(tail, c);
}

/* "10:30", "16:00:05", "10.30pm", "9am", "13h30". */
static struct atom clock_of(const struct digits *d)
{
	struct atom a = {.kind = ATOM_CLOCK, .digits = 1};
	bool colon = d->mark[0] == ':';
	bool am = tail_is(d->tail, "am", "a.m.", "a.m") || (colon && str_eq(d->tail, STR("a")));
	bool pm = tail_is(d->tail, "pm", "p.m.", "p.m") || (colon && str_eq(d->tail, STR("p")));
	int minute = d->n > 1 ? d->at[1] : 0, second = d->n > 2 ? d->at[2] : 0;

	if (d->n > 3 || d->length[0] > 2 || d->at[0] > 24 || minute > 59 || second > 59)
		return (struct atom){0};
	for (int i = 1; i < d->n; i++)
		if (d->length[i] != 2 || (d->mark[i - 1] != ':' && !(d->mark[i - 1] == '.' && (am || pm))))
			return (struct atom){0};
	if ((d->n == 1 && !am && !pm) || (d->tail.n && !am && !pm) || ((am || pm) && (d->at[0] > 12 || !d->at[0])))
		return (struct atom){0};
	a.value = d->at[0] * 3600 + minute * 60 + second;
	a.more = d->n > 2;
	if (am || pm) {
		a.value = a.value % 43200 + (pm ? 43200 : 0);
		a.digits = 0;
	}
	return a;
}

/* "13h30", "16h": a clock as the French write it; a lone "3h" may be three hours. */
static struct atom hours_of(const struct digits *d)
{
	struct atom a = {.kind = ATOM_CLOCK};
	int64_t minute;

	if (d->n != 1 || d->length[0] > 2 || d->at[0] > 23 || d->tail.n != 3 || d->tail.at[0] != 'h')
		return (struct atom){0};
	if (!str_to_int(str_slice(d->tail, 1, 3), 0, 59, &minute))
		return (struct atom){0};
	a.value = d->at[0] * 3600 + (int32_t)minute * 60;
	return a;
}

static struct atom atom_of_run(const struct digits *d)
{
	struct atom a = {.kind = ATOM_NUMBER, .value = d->at[0], .digits = d->length[0]};
	int n = d->at[0];

	if (d->tail.n == 0) {
		if (d->length[0] == 8 && n >= 19000101 && n <= 21001231)
			return atom_of_date(n / 10000, n / 100 % 100, n % 100);
		return a;
	}
	if (tail_is(d->tail, "st", "nd", "rd") || tail_is(d->tail, "th", "th", "th")) {
		a.kind = ATOM_ORDINAL;
		return a;
	}
	if (tail_is(d->tail, "s", "'s", "s") && n % 10 == 0 && (d->length[0] == 4 || d->length[0] == 2)) {
		a.kind = ATOM_DECADE;
		return a;
	}
	return hours_of(d);
}

/* "2022/23": no month has that number, or a season and a budget are told more often so ("2011/12"). */
static bool is_two_years(const struct digits *d)
{
	return d->n == 2 && d->tail.n == 0 && d->mark[0] == '/' && d->length[0] == 4 && d->at[0] >= 1800 &&
	       d->at[0] < 2100 &&
	       (d->length[1] == 2 ? d->at[1] == (d->at[0] + 1) % 100 : d->length[1] == 4 && d->at[1] == d->at[0] + 1);
}

struct atom atom_of_number(struct str lower)
{
	struct digits d;
	struct atom a = {0};

	if (lower.n > 20 || !digits_read(lower, &d))
		return a;
	if (d.n == 3 && d.tail.n == 0)
		a = date_of_three(&d);
	else if (is_two_years(&d))
		a = (struct atom){.kind = ATOM_YEARS, .value = d.at[0]};
	else if (d.n == 2 && d.tail.n == 0 && d.mark[0] == '/' && d.length[0] <= 2 && d.length[1] <= 2)
		a = day_month(d.at[0], d.at[1], 0);
	else if (d.n == 2 && d.tail.n == 0 && d.mark[0] != ':' && d.mark[0] != '.' && d.length[0] == 4 &&
		 d.length[1] <= 2)
		a = atom_of_date(d.at[0], d.at[1], 0);
	if (!a.kind)
		a = clock_of(&d);
	if (!a.kind && d.n == 1)
		a = atom_of_run(&d);
	return a;
}
