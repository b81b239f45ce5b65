/* Amounts of time, and what they do: durations, offsets, sets. */
#include "times_grammar.h"

/* A number of the text or of the lexicon, as thousandths; -1: none. */
static int count_value(const struct scan *s, uint32_t i)
{
	const struct atom *a = scan_atom(s, i, ATOM_NUMBER);
	const struct token *t = &s->tokens[i];
	struct str fraction, whole;
	int64_t n, f;

	if (a)
		return a->value <= 2000000 ? a->value * 1000 : -1;
	if ((a = scan_atom(s, i, ATOM_COUNT)))
		return a->value * 1000;
	if (i >= s->end || t->kind != TOKEN_NUMBER)
		return -1;
	fraction = t->lower;
	whole = str_cut(&fraction, '.');
	if (fraction.n == 1 && str_to_int(whole, 0, 10000, &n) && str_to_int(fraction, 0, 9, &f))
		return (int)(n * 1000 + f * 100);
	return -1;
}

/* "twenty-five", "one hundred and twenty": words of the lexicon put together. */
static uint32_t count_words(const struct scan *s, uint32_t i, int *n)
{
	uint32_t k = i;
	int value = count_value(s, i), next;

	if (value < 0 || k >= s->end)
		return 0;
	k += s->atoms[i].n ? s->atoms[i].n : 1;
	while (value > 0 && value < 1000000000 && s->atoms[i].kind == ATOM_COUNT) {
		uint32_t at = k + (scan_is_any(s, k, "- and") ? 1 : 0);
		const struct atom *a = scan_atom(s, at, ATOM_COUNT);

		if (!a || !a->value || scan_is_any(s, at, "couple dozen"))
			break;
		next = a->value * 1000;
		if (next == 100000 || next == 1000000)
			value = value < 1000000 ? value / 1000 * next : value;
		else if (next < value && value % 100000 == 0)
			value += next;
		else if (next < 10000 && value % 10000 == 0 && value <= 90000)
			value += next;
		else
			break;
		k = at + a->n;
	}
	*n = value;
	return k - i;
}

uint32_t times_count(const struct scan *s, uint32_t i, int *n)
{
	uint32_t k = i, m;

	if (scan_is_any(s, k, "a an another") && !scan_atom(s, k, ATOM_COUNT)) {
		*n = 1000;
		if (scan_atom(s, k + 1, ATOM_COUNT)) { /* "a dozen years", "a further two days" */
			m = times_count(s, k + 1, n);
			return m ? m + 1 : 0;
		}
		if (scan_is_any(s, k + 1, "half quarter") && !scan_is(s, k + 1, "quarter")) {
			*n = 500;
			return 2;
		}
		k++;
		if (scan_is_any(s, k, "full single whole solid mere further"))
			k++;
		return k - i;
	}
	if (scan_is(s, k, "half") && scan_is_any(s, k + 1, "a an")) {
		*n = 500;
		return 2;
	}
	m = count_words(s, k, n);
	if (!m)
		return 0;
	k += m;
	if (scan_is(s, k, "and") && scan_is(s, k + 1, "a") && scan_is_any(s, k + 2, "half quarter")) {
		*n += scan_is(s, k + 2, "half") ? 500 : 250;
		k += 3;
	} else if (scan_is(s, k, "and") && scan_is(s, k + 1, "half")) {
		*n += 500;
		k += 2;
	}
	if (scan_is_any(s, k, "full more whole long other further additional consecutive straight successive short"))
		k++;
	return k - i;
}

/* The unit behind a count; fortnights are two weeks. */
static uint32_t unit_at(const struct scan *s, uint32_t i, int *n, enum timex_unit *unit, bool counted)
{
	const struct atom *a = i < s->end ? &s->atoms[i] : NULL;

	if (!a || i + a->n > s->end)
		return 0;
	if (a->kind == ATOM_FORTNIGHT) {
		*n *= 2;
		*unit = UNIT_WEEK;
		return a->n;
	}
	if (a->kind == ATOM_UNIT || (a->kind == ATOM_UNITS && (a->guard != GUARD_COUNT || counted))) {
		*unit = (enum timex_unit)a->value;
		return a->n;
	}
	if (counted && scan_is(s, i, "second") && i > s->start && scan_is_any(s, i - 1, "one - single split")) {
		*unit = UNIT_SECOND;
		return 1;
	}
	return 0;
}

/* "two-year-old", "44 years of age", "years old" are ages. */
static bool is_age(const struct scan *s, uint32_t k)
{
	if (scan_is(s, k, "-") || scan_is(s, k, "\xe2\x80\x91"))
		k++;
	return scan_is_any(s, k, "old olds younger older") || (scan_is(s, k, "of") && scan_is(s, k + 1, "age"));
}

/* ", and 30 minutes", "and a half" behind the first part. */
static uint32_t second_part(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	uint32_t and = scan_is(s, k, "and") ? 1 : 0, m, u;
	int n;
	enum timex_unit unit;

	if (and&&scan_is(s, k + 1, "a") && scan_is_any(s, k + 2, "half quarter") && t->n_milli) {
		t->n_milli += scan_is(s, k + 2, "half") ? 500 : 250;
		return 3;
	}
	m = times_count(s, k + and, &n);
	u = m ? unit_at(s, k + and+m, &n, &unit, true) : 0;
	if (!u || !n || unit >= t->unit || unit > UNIT_MONTH || t->unit < UNIT_HOUR)
		return 0;
	if (t->unit > UNIT_HOUR && unit < UNIT_HOUR)
		return 0;
	t->more_milli = n;
	t->more_unit = unit;
	return and+m + u;
}

uint32_t times_amount(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	int n = 0;
	enum timex_unit unit;
	uint32_t k = i, m = times_count(s, i, &n), u;

	k += m;
	if (m && scan_is(s, k, "-"))
		k++;
	if (!m && scan_is(s, k + 1, "-") && scan_is(s, k + 2, "long") && unit_at(s, k, &n, &unit, false)) {
		t->n_milli = 1000; /* "week-long" */
		t->unit = unit;
		return 3;
	}
	u = unit_at(s, k, &n, &unit, m > 0);
	if (!u || (!m && s->atoms[k].kind != ATOM_UNITS))
		return 0;
	if (m && s->atoms[k].kind == ATOM_UNIT && n > 1000 && !scan_is(s, k - 1, "-") && s->tokens[k].tag == TAG_NN &&
	    scan_is(s, k, "quarter"))
		return 0;
	if (is_age(s, k + u))
		return 0;
	t->n_milli = n;
	t->unit = unit;
	k += u;
	if (m && n)
		k += second_part(s, k, t);
	if (is_age(s, k))
		return 0;
	return k - i;
}

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

	if (!d || scan_is_any(s, k, "before after"))
		return 0;
	offset(t, d->from, d->value);
	return d->n;
}

/* "two days after Christmas", "a month before 5 March", "three weeks from Tuesday". */
static uint32_t from_date(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	int sign = scan_is(s, k, "before") ? -1 : scan_is_any(s, k, "after from following") ? 1 : 0;
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
	int sign = scan_is(s, k, "before") ? -1 : scan_is_any(s, k, "after following") ? 1 : 0;

	if (!sign || k + 1 >= s->end || scan_is_any(s, k + 1, ". , ; : ) ? !"))
		return 0;
	t->sign = sign;
	return 1;
}

/* "two days before", and nothing behind: before what was told. */
static uint32_t from_told(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	int sign = scan_is(s, k, "before") ? -1 : scan_is(s, k, "after") ? 1 : 0;

	if (!sign || (k + 1 < s->end && !scan_is_any(s, k + 1, ". , ; : ) ? !")))
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
	if (is_short && !scan_is_any(s, k, "before after"))
		return 0;
	if ((m = from_date(s, k + exact, t)) > 0 || (m = from_told(s, k + exact, t)) > 0)
		return finish(t, TIMEX_POINT, n + exact + m);
	if (t->unit >= UNIT_DAY && t->n_milli && (m = from_event(s, k + exact, t)) > 0) {
		t->exact = exact > 0;
		return finish(t, TIMEX_DISTANT, n + exact + (exact ? m : 0));
	}
	return 0;
}

/* "the two coming years", "2 next days" */
static uint32_t counted_stretch(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	int n;
	uint32_t m = times_count(s, i, &n), k = i + m;
	const struct atom *a, *unit;

	if (!m || !n || scan_is_any(s, i, "a an"))
		return 0;
	if (!(a = scan_atom(s, k, ATOM_WHICH)) && !(a = scan_atom(s, k, ATOM_STRETCH)) &&
	    !(a = scan_atom(s, k, ATOM_WHICH_TOLD)))
		return 0;
	if (!a->value)
		return 0;
	unit = scan_atom(s, k + a->n, ATOM_UNITS);
	if (!unit && !(unit = scan_atom(s, k + a->n, ATOM_UNIT)))
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
		return counted_stretch(s, k, t);
	/* "the talks may last two weeks" */
	if (tag_is_verb((enum tag)s->tokens[k].tag) && scan_is(s, k, "last"))
		return 0;
	if (a->value == 0 && !scan_is_any(s, k, "these"))
		return 0;
	k += a->n;
	n = times_amount(s, k, t);
	if (!n && plain && (unit = scan_atom(s, k, ATOM_UNIT)) && unit->value >= UNIT_DAY) {
		t->n_milli = 1000; /* "the past week" */
		t->unit = (enum timex_unit)unit->value;
		n = unit->n;
	}
	if (!n || (!plain && t->n_milli == 1000 && s->atoms[k].kind != ATOM_COUNT))
		return 0;
	k += n;
	if (a->kind == ATOM_WHICH_TOLD && a->n < 2 && !the)
		return 0;
	return finish(t, a->kind == ATOM_WHICH_TOLD ? TIMEX_DURATION : a->value < 0 ? TIMEX_PAST : TIMEX_COMING, k - i);
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

	if (i == s->start || !scan_is_any(s, i, "a an"))
		return false;
	t = &s->tokens[i - 1];
	return scan_is_any(s, i - 1, "once twice thrice times % percent dollars barrels people") || t->tag == TAG_NNS ||
	       t->kind == TOKEN_NUMBER;
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
	if (s->atoms[i].kind == ATOM_UNITS && (i == s->start || !scan_is_any(s, i - 1, "for after within of over in") ||
					       scan_is_any(s, i, "seconds minutes seasons quarters")))
		return 0;
	/* "one day", "a time", "first year" */
	if (scan_is(s, i, "one") && scan_is(s, i + 1, "day") &&
	    (i == s->start || !scan_is_any(s, i - 1, "for in of just only after least than")))
		return 0;
	return finish(t, TIMEX_DURATION, n);
}

uint32_t times_set(const struct scan *s, uint32_t i, struct timex_expr *t)
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
