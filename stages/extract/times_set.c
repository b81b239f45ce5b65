/* What recurs: "every Friday", "daily", "on Saturdays". */
#include "times_grammar.h"

static uint32_t recurring(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	const struct atom *a = i < s->end ? &s->atoms[i] : NULL, *b;
	uint32_t k;

	*t = timex_none();
	t->kind = TIMEX_SET;
	t->n_milli = 1000;
	if (!a || !a->kind || i + a->n > s->end)
		return 0;
	k = i + a->n;
	switch (a->kind) {
	case ATOM_SET:
		t->unit = (enum timex_unit)a->value;
		return a->n;
	case ATOM_SET_FORTNIGHT:
		t->unit = UNIT_WEEK;
		t->n_milli = 2000;
		return a->n;
	case ATOM_WEEKDAYS:
		t->at.weekday = a->value;
		if ((b = scan_atom(s, k, ATOM_DAYPARTS))) {
			t->at.daypart = b->value;
			k += b->n;
		}
		return k - i;
	case ATOM_UNITS: /* "on weekends" */
		if (a->value != UNIT_WEEKEND ||
		    (i > s->start && !scan_is_any(s, i - 1, "on", "at", "during", "only", "mostly", "and")))
			return 0;
		t->unit = UNIT_WEEKEND;
		return a->n;
	case ATOM_EVERY:
		break;
	case ATOM_WEEKDAY:
		if (!(b = scan_atom(s, k, ATOM_DAYPARTS)))
			return 0;
		t->at.weekday = a->value;
		t->at.daypart = b->value;
		return k + b->n - i;
	default:
		return 0;
	}
	t->n_milli = 1000 * a->value;
	b = k < s->end ? &s->atoms[k] : NULL;
	if (!b || k + b->n > s->end)
		return 0;
	if (b->kind == ATOM_WEEKDAY)
		t->at.weekday = b->value;
	else if (b->kind == ATOM_DAYPART)
		t->at.daypart = b->value;
	else if (b->kind == ATOM_MONTH)
		t->at.month = b->value;
	else if (b->kind == ATOM_SEASON)
		t->at.part = b->value;
	else if (b->kind == ATOM_UNIT)
		t->unit = (enum timex_unit)b->value;
	else {
		struct timex_expr amount = timex_none();
		uint32_t n = times_amount(s, k, &amount); /* "every two weeks" */

		t->n_milli = amount.n_milli;
		t->unit = amount.unit;
		return n && amount.n_milli ? k + n - i : 0;
	}
	if (b->kind == ATOM_WEEKDAY && scan_atom(s, k + b->n, ATOM_DAYPART)) {
		t->at.daypart = s->atoms[k + b->n].value;
		k += s->atoms[k + b->n].n;
	}
	return k + b->n - i;
}

/* "every Monday at 4 p.m.", "3 p.m. each day": the clock of what recurs. */
uint32_t times_set(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	struct timex_point clock = TIMEX_POINT_INIT;
	uint32_t n = 0, m, k;

	if (scan_atom(s, i, ATOM_CLOCK) || scan_atom(s, i, ATOM_NUMBER))
		n = times_clock(s, i, &clock);
	m = n && !scan_atom(s, i + n, ATOM_EVERY) && !scan_atom(s, i + n, ATOM_SET) ? 0 : recurring(s, i + n, t);
	if (!m)
		return 0;
	k = i + n + m;
	if (!n && !t->at.daypart) {
		n = times_clock(s, k + (scan_is_any(s, k, "at", "@") ? 1 : 0), &clock);
		n += n && scan_is_any(s, k, "at", "@") ? 1 : 0;
	}
	if (clock.hour != TIMEX_NO_CLOCK) {
		t->at.hour = clock.hour;
		t->at.minute = clock.minute;
	}
	return n + m;
}
