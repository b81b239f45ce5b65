/* Years and their parts, decades and centuries, feasts. */
#include "amount.h"
#include "figure_words.h"
#include "times_grammar.h"

/* "winter clothes", "a summer camp", "the winter storm": what a thing is for, or is like, dates nothing; "winter
 * months" are winter, and a summer offensive is made in summer. */
static bool is_sort(const struct scan *s, uint32_t behind)
{
	return scan_is_noun(s, behind) && !scan_is(s, behind, "'s") && !scan_atom(s, behind, ATOM_UNIT) &&
	       !scan_atom(s, behind, ATOM_UNITS) &&
	       !scan_is_any(s, behind, "season", "seasons", "period", "holiday", "holidays", "break", "term",
			    "semester", "vacation", "offensive", "offensives", "counter", "counteroffensive",
			    "invasion", "campaign", "meeting", "meetings", "session");
}

/* "2022-23", "2022/23" behind "winter of", whose year has been read up to k: the winter that began in the first. */
static uint32_t next_year(const struct scan *s, uint32_t k, int year)
{
	const struct atom *a = scan_atom(s, k + 1, ATOM_NUMBER);

	if (!a || !scan_is_any(s, k, "-", "/", "\xe2\x80\x93") || !scan_glued(s, k) || !scan_glued(s, k + 1))
		return 0;
	return (a->digits == 2 && a->value == (year + 1) % 100) || (a->digits == 4 && a->value == year + 1) ? 2 : 0;
}

static uint32_t season(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, lead = scan_year(s, i + the) ? 1 : 0, n; /* "1982 summer" */
	const struct atom *a = scan_atom(s, i + the + lead, ATOM_SEASON);
	struct timex_point year = TIMEX_POINT_INIT;

	if (!a)
		return 0;
	uint32_t name = i + the + lead, end = name + a->n;

	const struct atom *years = scan_atom(s, end + (scan_is(s, end, "of") ? 1 : 0), ATOM_YEARS);

	if (years) { /* "winter of 2022/23" */
		year.year = years->value;
		n = scan_is(s, end, "of") ? 2 : 1;
	} else if ((n = times_year_after(s, end, &year)) > 0 && year.year) {
		n += next_year(s, end + n, year.year);
	}
	if (!n && !lead && is_sort(s, end))
		return 0;
	if (a->guard == GUARD_CONTEXT && !n && !lead) {
		bool led =
			name > s->start && scan_is_any(s, name - 1, "in", "the", "last", "next", "this", "early",
						       "late", "mid", "previous", "following", "that", "by", "since");

		if (tag_is_verb((enum tag)s->tokens[name].tag)) /* "buildings that fall" */
			return 0;
		if (!led || scan_is(s, end, "of") || scan_is(s, end, "-") || scan_is_noun(s, end))
			return 0;
		if (scan_is(s, name - 1, "the") &&
		    (name < s->start + 2 ||
		     !scan_is_any(s, name - 2, "in", "by", "during", "since", "until", "of", "through", "throughout")))
			return 0;
	}
	if (lead)
		year.year = scan_year(s, i + the);
	*p = year;
	p->part = a->value;
	return end + n - i;
}

/* The year of a part: "of 2012", "last year", and "of the year", the one that runs. */
static uint32_t year_of_part(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t n = times_year_after(s, i, p);

	if (n || !scan_is(s, i, "of") || !scan_is_any(s, i + 1, "the", "its", "their") || !scan_is(s, i + 2, "year"))
		return n;
	p->from = FROM_NOW;
	p->unit = UNIT_YEAR;
	p->which = 0;
	return 3;
}

/* "the fiscal second quarter": no quarter that the calendar knows. */
static bool is_fiscal(const struct scan *s, uint32_t i)
{
	return i > s->start && scan_is(s, i - 1, "fiscal");
}

/* "second quarter of 2012", "last quarter of last year", "the latter half of 2008". */
static uint32_t nth_part(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, k = i + the, n;
	const struct atom *nth = scan_atom(s, k, ATOM_ORDINAL);
	bool last = scan_is_any(s, k, "last", "final", "closing"), latter = last || scan_is(s, k, "latter");

	if ((!nth && !latter) || is_fiscal(s, i))
		return 0;
	k += nth ? nth->n : 1;
	if ((nth ? nth->value <= 4 : last) && scan_is(s, k, "quarter")) {
		p->part = 32 + (nth ? nth->value : 4);
		n = year_of_part(s, k + 1, p);
		if (n || nth) /* "the last quarter" alone is the one before this */
			return k + 1 + n - i;
	} else if ((nth ? nth->value <= 2 : latter) && scan_is(s, k, "half")) {
		p->part = nth ? 39 + nth->value : 41;
		if ((n = year_of_part(s, k + 1, p)) > 0)
			return k + 1 + n - i;
		p->part = 0;
		if (scan_is(s, k + 1, "of") && (n = times_calendar(s, k + 2, p)) > 0 && p->month && !p->day) {
			p->mod = nth && nth->value == 1 ? MOD_START : MOD_END; /* "the first half of April" */
			return k + 2 + n - i;
		}
	}
	return 0;
}

/* "Q2 2013", "2019 H2", and a part by its number. */
static uint32_t part_of_year(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *q = scan_atom(s, i, ATOM_YEAR_PART);
	uint32_t k = i + 1, n;

	if (!q && scan_year(s, i) && (q = scan_atom(s, i + 1, ATOM_YEAR_PART))) {
		p->part = q->value;
		p->year = scan_year(s, i);
		return 2;
	}
	if (!q)
		return nth_part(s, i, p);
	if (is_fiscal(s, i) || scan_is_any(s, i + 1, "fiscal", "fy"))
		return 0;
	p->part = q->value;
	if (scan_is(s, k, "-") && scan_year(s, k + 1))
		k++;
	n = year_of_part(s, k, p);
	return k - i + n;
}

/* "her early 40s", "in their mid-20s", "temperatures in the 90s": years of age, degrees. */
static bool is_no_decade(const struct scan *s, uint32_t i)
{
	enum { REACH = 8 };
	uint32_t k = i;

	while (k > s->start && scan_is_any(s, k - 1, "early", "late", "mid", "-", "to", "or", "and"))
		k--;
	if (k > s->start && ((enum tag)s->tokens[k - 1].tag == TAG_PRPS || scan_is(s, k - 1, "low")))
		return true;
	for (uint32_t at = i > s->start + REACH ? i - REACH : s->start; at < i; at++)
		if (scan_is_any(s, at, "temperature", "temperatures", "highs", "lows", "degrees", "mercury", "aged",
				"low", "upper"))
			return true;
	return false;
}

/* "1990s", "'90s", "19th century". */
static uint32_t decade(const struct scan *s, uint32_t i, struct timex_point *p)
{
	uint32_t the = scan_is(s, i, "the") ? 1 : 0, at = i + the, k;
	const struct atom *a = scan_atom(s, at, ATOM_DECADE), *nth = scan_atom(s, at, ATOM_ORDINAL);

	if (scan_is_any(s, at, "'", "\xe2\x80\x99", "\xe2\x80\x98") && scan_glued(s, at + 1) &&
	    (a = scan_atom(s, at + 1, ATOM_DECADE)) && a->value < 100) {
		p->year = TIMEX_SHORT_YEAR + a->value;
		p->span = 10;
		return the + 2;
	}
	if (scan_year(s, at) && scan_year(s, at) % 10 == 0 &&
	    scan_is(s, at + 1, "s")) { /* "1990 s", as bad copies have it */
		p->year = scan_year(s, at);
		p->span = 10;
		return the + 2;
	}
	if (a && a->value >= 1000) {
		p->year = a->value;
		p->span = a->value % 100 == 0 && a->value < 2000 ? 100 : 10;
		return the + 1;
	}
	if (a && at > s->start && scan_is_any(s, at - 1, "the", "early", "late", "mid", "-") && a->value >= 20 &&
	    !is_no_decade(s, at)) {
		p->year = TIMEX_SHORT_YEAR + a->value;
		p->span = 10;
		return the + 1;
	}
	if (!nth || nth->value < 2 || nth->value > 21)
		return 0;
	k = at + nth->n + (scan_is(s, at + nth->n, "-") ? 1 : 0);
	if (!scan_is_any(s, k, "century", "centuries") || scan_is_any(s, k + 1, "bc", "bce", "b.c."))
		return 0;
	p->year = (nth->value - 1) * 100;
	p->span = 100;
	return k + 1 - i;
}

static uint32_t feast(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i, ATOM_FEAST), *w = a ? scan_atom(s, i + a->n, ATOM_UNIT) : NULL;
	uint32_t n;

	if (a && w && w->value == UNIT_WEEKEND) { /* "Easter weekend", "the Labor Day weekend" */
		n = a->n + w->n;
		p->feast = a->value;
		p->nth = 1;
		p->of = UNIT_WEEKEND;
		return n + times_year_after(s, i + n, p);
	}
	if (!a || (!(s->tokens[i].flags & TOKEN_CAPITAL) && scan_is_any(s, i, "may", "victory", "labor")))
		return 0;
	p->feast = a->value;
	n = times_year_after(s, i + a->n, p);
	if (!n)
		p->year = times_year_by_name(s, i);
	return a->n + n;
}

uint32_t times_spelled_year(const struct scan *s, uint32_t i, int *year)
{
	const struct atom *a = scan_atom(s, i, ATOM_COUNT), *b = scan_atom(s, i + 1, ATOM_COUNT), *c;
	uint32_t k;
	int rest = 0;

	*year = 0;
	if (!a || !b || a->n > 1 || b->n > 1)
		return 0;
	k = i + 2;
	if (a->value >= 13 && a->value <= 20 && b->value >= 10 && b->value < 100) { /* nineteen eighty-six */
		c = scan_atom(s, k + (scan_is(s, k, "-") ? 1 : 0), ATOM_COUNT);
		if (b->value >= 20 && c && c->n == 1 && c->value >= 1 && c->value < 10) {
			rest = c->value;
			k += scan_is(s, k, "-") ? 2 : 1;
		}
		*year = a->value * 100 + b->value + rest;
		return k - i;
	}
	if (a->value >= 11 && a->value <= 20 && b->value == 100) { /* seventeen hundred and thirty-three */
		k += scan_is(s, k, "and") ? 1 : 0;
		b = scan_atom(s, k, ATOM_COUNT);
		if (!b || b->n > 1 || b->value < 1 || b->value > 99)
			return 0;
		*year = a->value * 100 + b->value;
		k++;
		c = scan_atom(s, k + (scan_is(s, k, "-") ? 1 : 0), ATOM_COUNT);
		if (b->value >= 20 && b->value % 10 == 0 && c && c->n == 1 && c->value >= 1 && c->value < 10) {
			*year += c->value;
			k += scan_is(s, k, "-") ? 2 : 1;
		}
		return k - i;
	}
	if (a->value != 2 || b->value != 1000) /* two thousand and twenty */
		return 0;
	k += scan_is(s, k, "and") ? 1 : 0;
	c = scan_atom(s, k, ATOM_COUNT);
	if (c && c->value >= 1 && c->value < 100) {
		rest = c->value;
		k++;
		c = rest >= 20 && rest % 10 == 0 ? scan_atom(s, k + (scan_is(s, k, "-") ? 1 : 0), ATOM_COUNT) : NULL;
		if (c && c->value >= 1 && c->value < 10) {
			rest += c->value;
			k += scan_is(s, k, "-") ? 2 : 1;
		}
	} else if (scan_is(s, k - 1, "and")) {
		k--;
	}
	*year = 2000 + rest;
	return k - i;
}

/* What stands before a year that is one. */
static bool year_lead(const struct scan *s, uint32_t i)
{
	if (i > s->start + 1 && scan_is(s, i - 1, "-") && scan_atom(s, i - 2, ATOM_MOD))
		return true;
	if (i > s->start + 1 && scan_is(s, i - 1, "and") && scan_year(s, i - 2))
		return true;		   /* "in 1782 and 1783" */
	uint32_t hedge = scan_hedge(s, i); /* "since at least 2015" */

	if (hedge && (scan_is_any(s, i - hedge - 1, "since", "until", "till", "by", "from") ||
		      (hedge == 1 && scan_is(s, i - hedge - 1, "in"))))
		return true;
	return i > s->start &&
	       scan_is_any(s, i - 1, "in", "since", "until", "till", "by", "from", "during", "before", "after", "early",
			   "late", "mid", "between", "circa", "year", "years", "through", "throughout", "of", "(",
			   "spring", "summer", "autumn", "fall", "winter", "for", "as");
}

/* "the 2008 elections", "its 2006 highs": what a year has; people and round numbers are counted ("the 2000 houses"). */
static bool is_of_year(const struct scan *s, uint32_t i)
{
	enum { ROUND = 50 };
	const struct hit *hit = i + 1 < s->end ? reading_hit(s->r, i + 1, LEXICON_SUBJECTS) : NULL;

	if (i == s->start || scan_year(s, i) % ROUND == 0 ||
	    !scan_is_any(s, i - 1, "the", "its", "their", "his", "her", "'s"))
		return false;
	return !hit || str_eq(subject_of_hit(s->r, hit)->kind, STR("thing"));
}

/* What a number of four digits is when it is no year. */
static bool counts_things(const struct scan *s, uint32_t i)
{
	const struct token *t = &s->tokens[i + 1 < s->end ? i + 1 : i];

	if (i > s->start && (scan_atom(s, i - 1, ATOM_NUMBERED) || scan_is_any(s, i - 1, "#", "$", "£", "€", "act", "-",
									       "/", "+", "at", "up", "only", "some")))
		return true;
	if (i + 1 >= s->end)
		return false;
	if (scan_atom(s, i + 1, ATOM_UNITS) || scan_atom(s, i + 1, ATOM_ZONE) || scan_is_counted(s, i + 1) ||
	    scan_atom(s, i + 1, ATOM_OCLOCK))
		return true;
	return (t->tag == TAG_NNS && !is_of_year(s, i)) ||
	       scan_is_any(s, i + 1, "%", "km", "m", "kg", "metres", "meters", "feet", "miles", "of", "hrs");
}

/* "the 1777 campaign", "its 1861 constitution" */
static bool attributive(const struct scan *s, uint32_t i)
{
	enum { FIRST = 1600 };

	return i > s->start && i + 1 < s->end && scan_is_any(s, i - 1, "the", "its", "their", "his") &&
	       (s->tokens[i + 1].tag == TAG_NN || s->tokens[i + 1].tag == TAG_NNP ||
		(s->tokens[i + 1].tag == TAG_NNS && scan_year(s, i) >= FIRST && is_of_year(s, i)));
}

/* A unit right behind: "1008 mbar", "1500 m"; but "in 1980 Mt Qwert", "in 2015 in Paris". */
static bool unit_behind(const struct scan *s, uint32_t i)
{
	static const char *const kinds[] = {"pressure", "length", "area", "mass", "speed", "frequency", "energy"};
	struct unit unit = unit_after(s->r, i + 1, s->end);

	if (!unit.n || (s->tokens[i + 1].flags & TOKEN_CAPITAL && !str_is(unit.quantity, "pressure")))
		return false;
	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		if (str_is(unit.quantity, kinds[k]))
			return true;
	return false;
}

/* "a pressure of 1008 mbar", "from 1012 to 1006 mbar" */
static bool is_measured(const struct scan *s, uint32_t i)
{
	return unit_behind(s, i) || (scan_is_any(s, i + 1, "to", "-", "\xe2\x80\x93", "and") &&
				     scan_atom(s, i + 2, ATOM_NUMBER) && unit_behind(s, i + 2));
}

/* "the storm Qwert (1311)", "a number of 1002": so long ago only where words say so ("in 1066"). */
static bool is_numbering(const struct scan *s, uint32_t i)
{
	enum { BRACKETED = 1600, PLAIN = 1100 };

	return (scan_year(s, i) < BRACKETED && i > s->start && scan_is(s, i - 1, "(")) ||
	       (scan_year(s, i) < PLAIN && i > s->start && scan_is(s, i - 1, "of"));
}

uint32_t times_year(const struct scan *s, uint32_t i, struct timex_point *p)
{
	const struct atom *a = scan_atom(s, i + 1, ATOM_NUMBER);
	int year = scan_year(s, i);

	if (!year && scan_is_any(s, i, "'", "\xe2\x80\x99", "\xe2\x80\x98") && a && a->digits == 2 &&
	    scan_glued(s, i + 1)) {
		if (i > s->start && scan_is_any(s, i - 1, "in", "since", "of", "from", "until", "to", "by", "summer",
						"winter", "spring", "fall", "class", "late", "early")) {
			p->year = TIMEX_SHORT_YEAR + a->value;
			return 2;
		}
		return 0;
	}
	if (!year) {
		uint32_t n = times_spelled_year(s, i, &year);

		p->year = year;
		return n && year_lead(s, i) ? n : 0;
	}
	if (is_measured(s, i) || is_numbering(s, i) || scan_is_any(s, i + 1, "block", "blocks"))
		return 0; /* "in the 1900 block of Oak Street" */
	if (year_lead(s, i)) {
		if (scan_is_counted(s, i + 1) ||
		    (scan_atom(s, i + 1, ATOM_ZONE) && !scan_is_any(s, i + 1, "ct", "mt", "pt")) ||
		    (s->tokens[i].tag == TAG_CD && i + 1 < s->end && s->tokens[i + 1].tag == TAG_NNS &&
		     (year < 1900 || year % 100 == 0)))
			return 0;
	} else if ((year < 1900 && !attributive(s, i)) || year > 2035 || counts_things(s, i)) {
		return 0;
	}
	p->year = year;
	if (i > s->start && scan_is(s, i - 1, "fiscal")) /* it may have begun in the year before */
		p->mod = MOD_APPROX;
	return 1;
}

uint32_t times_year_part(const struct scan *s, uint32_t i, struct timex_point *p)
{
	static const struct point_form forms[] = {
		{part_of_year, ANY_KIND},
		{season, KIND(SEASON) | KIND(NUMBER)},
		{decade, KIND(NONE) | KIND(NUMBER) | KIND(DECADE) | KIND(ORDINAL)},
		{feast, KIND(FEAST)},
	};

	return scan_point(s, i, forms, sizeof forms / sizeof *forms, p);
}
