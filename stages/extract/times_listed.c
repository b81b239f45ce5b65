/* "died on Saturday and Sunday", "on 12, 14 and 16 March", "in April and May": what is told of several dates at once
 * covers the span that they make. */
#include "times.h"
#include "times_grammar.h"

/* Days of the week, of a month, months, years: what is listed is alike. */
enum sort { SORT_NONE, SORT_WEEKDAY, SORT_DAY, SORT_MONTH, SORT_YEAR };

static enum sort sort_of(const struct time_mention *m)
{
	const struct timex_point *p = &m->timex.at;

	if (m->timex.kind != TIMEX_POINT || p->hour != TIMEX_NO_CLOCK || p->mod || p->shift || p->nth || p->span ||
	    p->part || p->feast || p->unit)
		return SORT_NONE;
	if (p->day && p->month)
		return SORT_DAY;
	if (p->weekday)
		return SORT_WEEKDAY;
	return p->month ? SORT_MONTH : p->year ? SORT_YEAR : SORT_NONE;
}

/* Is b later than a, by what both tell? A week goes on from its Sunday to Monday. */
static bool is_later(const struct timex_point *a, const struct timex_point *b, enum sort sort)
{
	enum { SUNDAY = 7 };

	switch (sort) {
	case SORT_WEEKDAY:
		return a->which == b->which && (b->weekday > a->weekday || (a->weekday == SUNDAY && b->weekday == 1));
	case SORT_DAY:
		return a->year == b->year && (b->month > a->month || (b->month == a->month && b->day > a->day)) &&
		       a->which == b->which;
	case SORT_MONTH:
		return a->year == b->year && b->month > a->month && a->which == b->which;
	default:
		return b->year > a->year;
	}
}

/* What stands between the two: "and" (1), a comma before it (2), words that another reading needs (0). */
static int link_of(const struct scan *s, const struct time_mention *a, const struct time_mention *b)
{
	uint32_t k = a->first + a->n, comma;

	if (a->sentence != b->sentence || b->first <= k || b->first - k > 4)
		return 0;
	comma = scan_is(s, k, ",") ? 1 : 0;
	k += comma;
	bool and = scan_is_any(s, k, "and", "&");

	k += and? 1 : 0;
	uint32_t again = scan_is_any(s, k, "on", "in") ? 1 : 0, behind = b->first + b->n;

	/* "on Saturday, and on Sunday 12 were hurt": another clause */
	if (again && (comma || (behind < s->end && s->tokens[behind].kind != TOKEN_MARK)))
		return 0;
	k += again;
	k += scan_is(s, k, "the") ? 1 : 0;
	if (k != b->first || scan_is(s, behind, "'s"))
		return 0;
	return and? 1 : comma ? 2 : 0;
}

/* The last of the list that begins at i; i when there is none, or none that "and" closes. */
static uint32_t last_of(const struct scan *s, const struct time_mentions *times, uint32_t i)
{
	enum sort sort = sort_of(&times->at[i]);
	uint32_t last = i, closed = i;

	while (sort && last + 1 < times->n && sort_of(&times->at[last + 1]) == sort) {
		const struct time_mention *a = &times->at[last], *b = &times->at[last + 1];
		int link = a->until == last + 1 ? 1 : link_of(s, a, b);

		if (!link || !is_later(&a->timex.at, &b->timex.at, sort) || (b->lead && b->timex.kind != TIMEX_POINT))
			break;
		last++;
		if (link == 1)
			closed = last;
	}
	return closed;
}

void times_listed(const struct reading *r, struct time_mentions *times)
{
	struct scan s = {.r = r, .tokens = r->tokens.at, .start = 0, .end = (uint32_t)r->tokens.n};

	for (uint32_t i = 0; i + 1 < times->n; i++) {
		uint32_t last = last_of(&s, times, i);

		for (uint32_t k = i; k < last; k++)
			times->at[k].until = last;
		if (last > i)
			i = last;
	}
}
