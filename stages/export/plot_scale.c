#include "plot_scale.h"

#include "values/date.h"

__extension__ typedef __int128 wide; /* products of two 64-bit numbers */

enum { POWERS = DECIMAL_DIGITS_MAX + 1 };
static const int64_t UNITS_MAX = 1000000000000000000;

static bool fits(struct decimal d, unsigned places)
{
	wide v = places >= d.scale ? (wide)d.digits * decimal_power(places - d.scale)
				   : d.digits / decimal_power(d.scale - places);

	return v <= UNITS_MAX && v >= -UNITS_MAX;
}

static int64_t units(struct decimal d, unsigned places)
{
	if (places < d.scale)
		return d.digits / decimal_power(d.scale - places);
	wide v = (wide)d.digits * decimal_power(places - d.scale);

	return v > UNITS_MAX ? UNITS_MAX : v < -UNITS_MAX ? -UNITS_MAX : (int64_t)v;
}

/* As many places as the finest number needs and the greatest leaves room for. */
static unsigned places_of(const struct decimal *values, size_t n)
{
	unsigned places = 0;

	for (size_t i = 0; i < n; i++)
		if (values[i].known && values[i].scale > places)
			places = values[i].scale;
	for (size_t i = 0; i < n; i++)
		while (values[i].known && places && !fits(values[i], places))
			places--;
	return places;
}

static int64_t down_to(int64_t v, int64_t step)
{
	int64_t whole = v / step * step;

	return whole > v ? whole - step : whole;
}

static int64_t step_of(int64_t low, int64_t high, int most)
{
	static const int64_t nice[] = {1, 2, 5};

	for (int p = 0; p < POWERS; p++)
		for (int i = 0; i < 3; i++) {
			wide step = (wide)decimal_power(p) * nice[i];

			if (step <= UNITS_MAX &&
			    (wide)-down_to(-high, (int64_t)step) - down_to(low, (int64_t)step) <= step * most)
				return (int64_t)step;
		}
	return UNITS_MAX;
}

struct plot_scale plot_scale_of(const struct decimal *values, size_t n, int most)
{
	struct plot_scale s = {.places = places_of(values, n)};
	int64_t low = INT64_MAX, high = INT64_MIN;

	for (size_t i = 0; i < n; i++) {
		int64_t v = values[i].known ? units(values[i], s.places) : 0;

		if (!values[i].known)
			continue;
		low = v < low ? v : low;
		high = v > high ? v : high;
	}
	if (low > high)
		low = high = 0;
	if (low > 0 && (low == high || low <= high / 2))
		low = 0;
	if (low > high - high / 5) /* a change of one in a hundred must not look like a fall by half */
		low = high - high / 5;
	if (low == high)
		high++;
	s.step = step_of(low, high, most);
	s.low = down_to(low, s.step);
	if (low > 0 && s.low == low) /* a mark on the axis itself would look like none */
		s.low -= s.step;
	s.high = -down_to(-high, s.step);
	return s;
}

int plot_scale_at(const struct plot_scale *s, struct decimal value, int height)
{
	int64_t v = units(value, s->places);

	v = v < s->low ? s->low : v > s->high ? s->high : v;
	return (int)(((wide)s->high - v) * height / ((wide)s->high - s->low));
}

struct decimal plot_scale_tick(const struct plot_scale *s, int i)
{
	wide v = (wide)s->low + (wide)s->step * i;

	return v <= s->high ? decimal_make((int64_t)v, s->places) : DECIMAL_NULL;
}

static int64_t days_of(const struct plot_days *d)
{
	return (int64_t)d->last - d->first + 1;
}

int plot_days_edge(const struct plot_days *d, int64_t day)
{
	int64_t at = (day - d->first) * PLOT_WIDTH / days_of(d);

	return at < 0 ? 0 : at > PLOT_WIDTH ? PLOT_WIDTH : (int)at;
}

int plot_days_at(const struct plot_days *d, int32_t day, int i, int n)
{
	enum { NEAR = 8, FAR = 72, MARGIN = 5 };
	int64_t slot = PLOT_WIDTH / days_of(d), apart = slot * 8 / 10 / n;
	int64_t middle = (2 * ((int64_t)day - d->first) + 1) * PLOT_WIDTH / (2 * days_of(d));

	apart = apart < NEAR ? NEAR : apart > FAR ? FAR : apart;
	middle += (2 * i - (n - 1)) * apart / 2;
	return middle < MARGIN ? MARGIN : middle > PLOT_WIDTH - MARGIN ? PLOT_WIDTH - MARGIN : (int)middle;
}

/* First days of months, `every` months apart. */
static int label_months(const struct plot_days *d, int every, int32_t *labels)
{
	struct date at = date_at(date_of_days(d->first), every % 12 ? DATE_MONTH : DATE_YEAR);
	int n = 0;

	at = date_of(at.year, at.month ? at.month : 1, 1);
	while (n <= PLOT_LABELS && !date_is_none(at) && date_first_day(at) <= d->last) {
		if (date_first_day(at) >= d->first && n < PLOT_LABELS)
			labels[n] = date_first_day(at);
		n += date_first_day(at) >= d->first;
		at = date_add_months(at, every);
	}
	return n;
}

static int label_days(const struct plot_days *d, int every, int32_t *labels)
{
	int n = 0;

	for (int64_t day = d->first; day <= d->last && n <= PLOT_LABELS; day += every, n++)
		if (n < PLOT_LABELS)
			labels[n] = (int32_t)day;
	return n;
}

int plot_days_labels(const struct plot_days *d, int32_t labels[PLOT_LABELS])
{
	static const struct {
		int days, months;
	} every[] = {{1, 0},  {2, 0},  {3, 0},	{7, 0},	  {14, 0},  {0, 1},   {0, 2},	 {0, 3},    {0, 6},
		     {0, 12}, {0, 24}, {0, 60}, {0, 120}, {0, 240}, {0, 600}, {0, 1200}, {0, 6000}, {0, 120000}};

	for (size_t i = 0; i < sizeof every / sizeof *every; i++) {
		int n = every[i].days ? label_days(d, every[i].days, labels) : label_months(d, every[i].months, labels);

		if (n > 0 && n <= PLOT_LABELS)
			return n;
	}
	labels[0] = d->first;
	return 1;
}
