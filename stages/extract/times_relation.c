/* What an amount does: it lasts, points from now or from what was told, recurs. */
#include "times_grammar.h"

static uint32_t finish(struct timex_expr *t, enum timex_kind kind, uint32_t n)
{
	t->kind = kind;
	return n;
}

/* The amount as an offset of the point. */
static void offset(struct timex_expr *t, int from, int sign)
{
	bool whole = t->n_milli && t->n_milli % 1000 == 0;
	int n = whole ? t->n_milli / 1000 : 0;
	int per = t->unit;

	if (!whole && t->n_milli == 500 && t->unit == UNIT_HOUR) { /* "half an hour ago" */
		n = 30;
		per = UNIT_MINUTE;
	} else if (t->n_milli == 500 && t->unit == UNIT_YEAR) {
		n = 6;
		per = UNIT_MONTH;
	} else if (!whole && t->n_milli % 500 == 0 && t->n_milli && t->unit == UNIT_YEAR) {
		n = t->n_milli * 12 / 1000;
		per = UNIT_MONTH;
	}
	if (!n && !t->n_milli && t->unit <= UNIT_HOUR && from == FROM_TOLD)
		n = 1; /* "hours later": of the same day, as far as anybody knows */
	if (n && n < 1000 && (per == UNIT_DECADE || per == UNIT_CENTURY)) {
		n *= per == UNIT_DECADE ? 10 : 100;
		per = UNIT_YEAR;
	}
	t->at.from = from;
	t->at.shift = sign * (n ? n : TIMEX_VAGUE_SHIFT);
	if (n >= TIMEX_VAGUE_SHIFT)
		t->at.shift = sign * TIMEX_VAGUE_SHIFT;
	t->at.per = per;
	t->n_milli = 0;
	t->unit = UNIT_NONE;
	t->more_milli = 0;
	t->more_unit = UNIT_NONE;
}

/* "ago", "earlier", "from now", "later" behind the amount. */
static uint32_t directed(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	const struct atom *d = scan_atom(s, k, ATOM_DIRECTION);

	if (!d || scan_is_any(s, k, "before", "after"))
		return 0;
	offset(t, d->from, d->value);
	return d->n;
}

/* "two days after Christmas", "a month before 5 March", "three weeks from Tuesday". */
static uint32_t from_date(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	int sign = scan_is(s, k, "before") ? -1 : scan_is_any(s, k, "after", "from", "following") ? 1 : 0;
	struct timex_point base = TIMEX_POINT_INIT;
	uint32_t skip = scan_is(s, k + 1, "the") ? 1 : 0, n;
	bool clocked;

	if (!sign)
		return 0;
	n = times_point(s, k + 1, &base);
	if (!n && skip) { /* "after the 21 February raid" */
		n = times_calendar(s, k + 2, &base);
		n += n ? 1 : 0;
	}
	clocked = base.hour != TIMEX_NO_CLOCK || base.daypart;
	if (!n || clocked || base.shift)
		return 0;
	offset(t, base.from, sign);
	base.shift = t->at.shift;
	base.per = t->at.per;
	t->at = base;
	return 1 + n;
}

/* "a month to the day after troops crossed the river": no date is told for that. */
static uint32_t from_event(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	int sign = scan_is(s, k, "before") ? -1 : scan_is_any(s, k, "after", "following") ? 1 : 0;

	/* "32 years to the day that a quake killed 10,000" */
	if (k > s->start && scan_is(s, k - 1, "day") && scan_is_any(s, k, "that", "since", "when"))
		sign = 1;
	if (!sign || k + 1 >= s->end || scan_is_any(s, k + 1, ".", ",", ";", ":", ")", "?", "!"))
		return 0;
	t->sign = sign;
	return 1;
}

/* "two days before", and nothing behind: before what was told. */
static uint32_t from_told(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	int sign = scan_is(s, k, "before") ? -1 : scan_is(s, k, "after") ? 1 : 0;

	if (!sign || (k + 1 < s->end && !scan_is_any(s, k + 1, ".", ",", ";", ":", ")", "?", "!")))
		return 0;
	offset(t, FROM_TOLD, sign);
	return 1;
}

/* What follows an amount. */
static uint32_t relation_after(const struct scan *s, uint32_t i, uint32_t n, struct timex_expr *t)
{
	uint32_t k = i + n, exact = 0, m;
	bool is_short = t->n_milli == 0 && s->atoms[i].kind == ATOM_UNITS;

	if (scan_is(s, k, "to") && scan_is(s, k + 1, "the") && scan_is(s, k + 2, "day"))
		exact = 3;
	m = exact ? 0 : directed(s, k, t);
	if (m)
		return finish(t, TIMEX_POINT, n + m);
	if (is_short && !scan_is_any(s, k, "before", "after"))
		return 0;
	if ((m = from_date(s, k + exact, t)) > 0 || (m = from_told(s, k + exact, t)) > 0)
		return finish(t, TIMEX_POINT, n + exact + m);
	if (t->unit >= UNIT_DAY && t->n_milli && (m = from_event(s, k + exact, t)) > 0) {
		t->exact = exact > 0;
		return finish(t, TIMEX_DISTANT, n + exact + (exact ? m : 0));
	}
	return 0;
}

/* "the two coming years", "2 next days", "two upcoming week" */
static uint32_t counted_stretch(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	int n;
	uint32_t m = times_count(s, i, &n), k = i + m;
	const struct atom *a, *unit;

	if (!m || !n || scan_is_any(s, i, "a", "an") || scan_is(s, k, "the")) /* "up from 998 | the previous day" */
		return 0;
	if (!(a = scan_atom(s, k, ATOM_WHICH)) && !(a = scan_atom(s, k, ATOM_STRETCH)) &&
	    !(a = scan_atom(s, k, ATOM_WHICH_TOLD)))
		return 0;
	if (!a->value)
		return 0;
	/* "killed 28 and injured 72 | last month": so many people, and no months */
	unit = scan_atom(s, k + a->n, ATOM_UNITS);
	if (!unit && !(scan_is_any(s, k, "coming", "upcoming") && (unit = scan_atom(s, k + a->n, ATOM_UNIT))))
		return 0;
	t->n_milli = n;
	t->unit = (enum timex_unit)unit->value;
	return finish(t, a->value < 0 ? TIMEX_PAST : TIMEX_COMING, k + a->n + unit->n - i);
}

/* "the past week", "the last three months", "the next six months", "in recent days". */
static uint32_t stretch(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, k = i + the, n;
	const struct atom *a = scan_atom(s, k, ATOM_STRETCH);
	bool plain = a != NULL;
	const struct atom *unit;

	if (!a && !(a = scan_atom(s, k, ATOM_WHICH)) && !(a = scan_atom(s, k, ATOM_WHICH_TOLD)))
		return (n = counted_stretch(s, k, t)) > 0 ? n + the : 0;
	/* "the talks may last two weeks" */
	if (scan_is(s, k, "last") &&
	    (tag_is_verb((enum tag)s->tokens[k].tag) ||
	     (k > s->start && (scan_is_any(s, k - 1, "n't", "not", "to") || s->tokens[k - 1].tag == TAG_MD))))
		return 0;
	if (a->value == 0 && !scan_is_any(s, k, "these"))
		return 0;
	k += a->n;
	n = times_amount(s, k, t);
	unit = n ? NULL : scan_atom(s, k, ATOM_UNIT);
	if (unit && (plain ? unit->value >= UNIT_DAY : a->kind == ATOM_WHICH && unit->value == UNIT_HOUR)) {
		t->n_milli = 1000; /* "the past week", "the next hour" */
		t->unit = (enum timex_unit)unit->value;
		n = unit->n;
	}
	if (!n || (!plain && t->n_milli == 1000 && s->atoms[k].kind != ATOM_COUNT && t->unit != UNIT_HOUR))
		return 0;
	k += n;
	if (a->kind == ATOM_WHICH_TOLD && a->n < 2 && !the)
		return 0;
	if (a->kind == ATOM_WHICH_TOLD)
		t->sign = a->value;
	if (a->kind == ATOM_WHICH_TOLD && a->value < 0 && s->end - s->start > k - i + 3)
		t->at.from = FROM_TOLD; /* "in the previous 24 hours" */
	else if (a->kind == ATOM_WHICH_TOLD)
		return finish(t, TIMEX_DURATION, k - i);
	return finish(t, a->value < 0 ? TIMEX_PAST : TIMEX_COMING, k - i);
}

/* "the first two weeks", "the second day" are not this; "in two weeks" is, said of what will be. */
static uint32_t coming(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	uint32_t n;

	if (i == s->start || !scan_is(s, i - 1, "in"))
		return 0;
	n = times_amount(s, i, t);
	if (!n || !t->n_milli || t->unit == UNIT_NONE)
		return 0;
	if (scan_is(s, i + n, "'s") || scan_is(s, i + n, "'"))
		n += scan_is(s, i + n + 1, "time") ? 2 : 0;
	enum timex_tense tense = times_tense(s, i, n);

	if (tense != TIMEX_TENSE_FUTURE && s->end - s->start > n + 3)
		return 0;
	offset(t, FROM_NOW, 1);
	return finish(t, TIMEX_POINT, n);
}

/* "a day", "a year" behind "three times" or "$5": so much each. */
static bool is_rate(const struct scan *s, uint32_t i)
{
	const struct token *t;

	if (i == s->start || !scan_is_any(s, i, "a", "an"))
		return false;
	t = &s->tokens[i - 1];
	return scan_is_any(s, i - 1, "once", "twice", "thrice", "times", "%", "percent", "dollars", "barrels",
			   "people") ||
	       t->tag == TAG_NNS || t->kind == TOKEN_NUMBER;
}

/* "two Sundays ago", "three Fridays from now" */
static uint32_t weekdays_away(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	int n;
	uint32_t m = times_count(s, i, &n), k = i + m;
	const struct atom *a = scan_atom(s, k, ATOM_WEEKDAYS), *d;

	if (!m || n < 1000 || n > 99000 || n % 1000 || (!a && !(a = scan_atom(s, k, ATOM_WEEKDAY))))
		return 0;
	d = scan_atom(s, k + a->n, ATOM_DIRECTION);
	if (!d || d->from != FROM_NOW)
		return 0;
	t->at.weekday = a->value;
	t->at.which = d->value < 0 ? -1 : 2;
	t->at.shift = d->value * (n / 1000 - 1);
	t->at.per = t->at.shift ? UNIT_WEEK : UNIT_NONE;
	return finish(t, TIMEX_POINT, m + a->n + d->n);
}

uint32_t times_relation(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	struct timex_expr blank = timex_none();
	const struct atom *unit;
	uint32_t n, m;

	*t = blank;
	if ((n = stretch(s, i, t)) > 0)
		return n;
	*t = blank;
	if ((n = coming(s, i, t)) > 0)
		return n;
	*t = blank;
	if ((n = weekdays_away(s, i, t)) > 0)
		return n;
	*t = blank;
	if (scan_is(s, i, "all") && (unit = scan_atom(s, i + 1, ATOM_UNIT)) && unit->value >= UNIT_DAY) {
		t->n_milli = 1000; /* "all week" */
		t->unit = (enum timex_unit)unit->value;
		return finish(t, TIMEX_DURATION, 1 + unit->n);
	}
	n = times_amount(s, i, t);
	if (!n)
		return 0;
	m = relation_after(s, i, n, t);
	if (m)
		return m;
	if (is_rate(s, i) && t->n_milli == 1000)
		return finish(t, TIMEX_SET, n);
	/* a bare "days", "months": only as a length ("for months") */
	if (s->atoms[i].kind == ATOM_UNITS &&
	    (i == s->start || !scan_is_any(s, i - 1, "for", "after", "within", "of", "over", "in") ||
	     scan_is_any(s, i, "seconds", "minutes", "seasons", "quarters")))
		return 0;
	/* "one day", "a time", "first year" */
	if (scan_is(s, i, "one") && scan_is(s, i + 1, "day") &&
	    (i == s->start || !scan_is_any(s, i - 1, "for", "in", "of", "just", "only", "after", "least", "than")))
		return 0;
	return finish(t, TIMEX_DURATION, n);
}
