/* Days that share one month: "12, 14 and 16 March", "April 4-6 and 11-13". Two of them are times_range's. */
#include "times_grammar.h"

/* What stands between two of the days: a comma, "and", or what joins the ends of a range; 0: nothing that does. */
static uint32_t separator(const struct scan *s, uint32_t i, bool *joins, bool *closes)
{
	uint32_t comma = scan_is(s, i, ",") ? 1 : 0;

	*joins = scan_is_dash(s, i) || scan_is_any(s, i, "to", "through", "until");
	*closes = scan_is_any(s, i + comma, "and", "or", "&");
	if (*joins)
		return 1;
	return comma + (*closes ? 1 : 0);
}

static uint32_t bare_day(const struct scan *s, uint32_t i, struct timex_point *p)
{
	*p = (struct timex_point)TIMEX_POINT_INIT;
	return times_day(s, i, p);
}

static void put(struct day_list *out, uint32_t first, uint32_t n, const struct timex_point *p)
{
	out->of[out->n++] = (struct listed_day){.at = *p, .first = first, .n = n};
}

static bool is_later(const struct day_list *out, const struct timex_point *p)
{
	return out->n < DAYS_MOST && (!out->n || p->day > out->of[out->n - 1].at.day);
}

/* The month, and the year or what stands for it, of one of them for all. */
static void share(struct day_list *out, const struct timex_point *p)
{
	for (uint32_t d = 0; d < out->n; d++) {
		int day = out->of[d].at.day;

		out->of[d].at = *p;
		out->of[d].at.day = day;
	}
}

/* "12, 14 and 16 March 2014" */
static uint32_t month_last(const struct scan *s, uint32_t i, struct day_list *out)
{
	struct timex_point p = TIMEX_POINT_INIT;
	uint32_t k = i, n, between;
	bool joins, closes;

	/* "in Operation Dawn 5, and 22 to 24 February" */
	if (i > s->start + 1 && s->tokens[i - 1].flags & TOKEN_CAPITAL && !scan_atom(s, i - 1, ATOM_WEEKDAY))
		return 0;
	while ((n = bare_day(s, k, &p)) > 0) {
		struct timex_point whole = TIMEX_POINT_INIT;

		if (!is_later(out, &p))
			return 0;
		between = separator(s, k + n, &joins, &closes);
		if (!between) {
			n = times_calendar(s, k, &whole);
			put(out, k, n, &whole);
			share(out, &whole);
			return n && whole.month && whole.day == p.day && !whole.weekday ? k + n - i : 0;
		}
		put(out, k, n, &p);
		out->of[out->n - 1].joined = joins;
		k += n + between;
	}
	return 0;
}

/* "April 4-6 and 11-13", "June 3, 5 and 7, 2014"; but "on June 3, 5 and 7 people were hurt" counts people. */
static uint32_t month_first(const struct scan *s, uint32_t i, struct day_list *out)
{
	struct timex_point month = TIMEX_POINT_INIT, p;
	uint32_t n = scan_atom(s, i, ATOM_MONTH) ? times_calendar(s, i, &month) : 0, k = i + n, between, day;
	bool joins, closes, closed = false;

	if (!n || !month.month || !month.day || month.year || month.weekday)
		return 0;
	put(out, i, n, &month);
	while ((between = separator(s, k, &joins, &closes)) > 0 && (day = bare_day(s, k + between, &p)) > 0) {
		if (!is_later(out, &p))
			return 0;
		out->of[out->n - 1].joined = joins;
		put(out, k + between, day, &p);
		k += between + day;
		closed = closes || joins;
	}
	if (!closed || scan_is_noun(s, k) || scan_is_counted(s, k) || scan_atom(s, k, ATOM_UNITS) ||
	    scan_atom(s, k, ATOM_MONTH) || scan_atom(s, k, ATOM_HALFDAY) || scan_is(s, k, "of"))
		return 0;
	n = times_year_after(s, k, &month);
	out->of[out->n - 1].n += n;
	share(out, &month);
	return k + n - i;
}

uint32_t times_days(const struct scan *s, uint32_t i, struct day_list *out)
{
	enum { LEAST = 3 };
	uint32_t n;

	out->n = 0;
	if (!(scan_kinds(s, i) & (KIND(NUMBER) | KIND(ORDINAL) | KIND(MONTH))))
		return 0;
	n = scan_atom(s, i, ATOM_MONTH) ? month_first(s, i, out) : month_last(s, i, out);
	return out->n >= LEAST ? n : 0;
}
