/* Amounts of time: a count and its unit. */
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
	if (scan_is(s, i, "1/2"))
		return 500;
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
		uint32_t at = k + (scan_is_any(s, k, "-", "and") ? 1 : 0);
		const struct atom *a = scan_atom(s, at, ATOM_COUNT);

		if (!a || !a->value || scan_is_any(s, at, "couple", "dozen"))
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

static uint32_t read_count(const struct scan *s, uint32_t i, int *n)
{
	uint32_t k = i, m;

	if (scan_is_any(s, k, "a", "an", "another") && !scan_atom(s, k, ATOM_COUNT)) {
		*n = 1000;
		if (scan_atom(s, k + 1, ATOM_COUNT)) { /* "a dozen years", "a further two days" */
			m = read_count(s, k + 1, n);
			return m ? m + 1 : 0;
		}
		if (scan_is_any(s, k + 1, "half", "quarter") && !scan_is(s, k + 1, "quarter")) {
			*n = 500;
			return 2;
		}
		k++;
		if (scan_is_any(s, k, "full", "single", "whole", "solid", "mere", "further"))
			k++;
		return k - i;
	}
	if (scan_is(s, k, "half") && scan_is_any(s, k + 1, "a", "an")) {
		*n = 500;
		return 2;
	}
	m = count_words(s, k, n);
	if (!m)
		return 0;
	k += m;
	if (scan_is(s, k, "and") && scan_is(s, k + 1, "a") && scan_is_any(s, k + 2, "half", "quarter")) {
		*n += scan_is(s, k + 2, "half") ? 500 : 250;
		k += 3;
	} else if (scan_is(s, k, "and") && scan_is(s, k + 1, "half")) {
		*n += 500;
		k += 2;
	}
	if (scan_is_any(s, k, "full", "more", "whole", "long", "other", "further", "additional", "consecutive",
			"straight", "successive", "short"))
		k++;
	return k - i;
}

uint32_t times_count(const struct scan *s, uint32_t i, int *n)
{
	struct scan_memo *memo = s->memo;

	if (!times_may_count(s, i))
		return 0;
	if (!memo->has_count || memo->count_first != i) {
		memo->count_n = read_count(s, i, &memo->count);
		memo->count_first = i;
		memo->has_count = true;
	}
	if (memo->count_n)
		*n = memo->count;
	return memo->count_n;
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
	if (counted && scan_is(s, i, "second") && i > s->start &&
	    scan_is_any(s, i - 1, "one", "-", "single", "split")) {
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
	return scan_is_any(s, k, "old", "olds", "younger", "older") ||
	       (scan_is(s, k, "of") && scan_is(s, k + 1, "age"));
}

/* ", and 30 minutes", "and a half" behind the first part. */
static uint32_t second_part(const struct scan *s, uint32_t k, struct timex_expr *t)
{
	uint32_t and = scan_is(s, k, "and") ? 1 : 0, m, u;
	int n;
	enum timex_unit unit;

	if (and&&scan_is(s, k + 1, "a") && scan_is_any(s, k + 2, "half", "quarter") && t->n_milli) {
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

/* "3h", "48h": hours written as one. */
static uint32_t glued_hours(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	struct str lower = i < s->end ? s->tokens[i].lower : STR("");
	int64_t n;

	if (lower.n < 2 || lower.at[lower.n - 1] != 'h' || !str_to_int(str_slice(lower, 0, lower.n - 1), 1, 999, &n))
		return 0;
	t->n_milli = (int)n * 1000;
	t->unit = UNIT_HOUR;
	return 1;
}

uint32_t times_amount(const struct scan *s, uint32_t i, struct timex_expr *t)
{
	int n = 0;
	enum timex_unit unit;

	if (!times_may_last(s, i))
		return 0;
	uint32_t k = i, m = times_count(s, i, &n), u;

	if (!m && (u = glued_hours(s, i, t)) > 0)
		return u;
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
	bool fraction = unit == UNIT_QUARTER && (n == 1000 || n == 3000) && m < 2;

	/* "three quarters of the town" */
	if (is_age(s, k + u) || (fraction && scan_is(s, k + u, "of") && !scan_year(s, k + u + 1)))
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
