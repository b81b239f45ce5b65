#include "statements.h"

#include <stdlib.h>

#include "values/interval.h"

static int32_t day_of(struct str text)
{
	struct interval i;
	int32_t day;

	return interval_parse(text, &i, NULL) && interval_is_day(&i) && interval_first_day(&i, &day) ? day : NO_DAY;
}

static bool has_bound(const struct assertion *a, struct str strict, struct str weak)
{
	return strs_has(a->qualifiers, strict) || strs_has(a->qualifiers, weak) ||
	       str_eq(str_of(qualifiers[a->qualifier]), strict) || str_eq(str_of(qualifiers[a->qualifier]), weak);
}

/* Share of a number that "about" reaches to, [%] of it. */
static struct decimal share(struct decimal number, long percent)
{
	return decimal_mul(number, decimal_make(percent, 2));
}

static void take_numbers(struct statement *s, long tolerance)
{
	const struct assertion *a = s->a;

	s->least = a->best.known ? a->best : a->low.known ? a->low : a->high;
	s->most = a->best.known ? a->best : a->high.known ? a->high : a->low;
	s->low = a->best.known ? a->best : a->low;
	s->high = a->best.known ? a->best : a->high;
	if (a->qualifier == QUALIFIER_APPROX || a->qualifier == QUALIFIER_APPROX_BELOW)
		s->low = share(a->best, 100 - tolerance);
	if (a->qualifier == QUALIFIER_APPROX || a->qualifier == QUALIFIER_APPROX_ABOVE)
		s->high = share(a->best, 100 + tolerance);
	s->vague = a->qualifier == QUALIFIER_ORDER;
	s->opens_high = has_bound(a, STR("more_than"), STR("at_least"));
	s->opens_low = has_bound(a, STR("less_than"), STR("at_most"));
	if (s->opens_high)
		s->high = DECIMAL_NULL;
	if (s->opens_low)
		s->low = DECIMAL_NULL;
}

static bool take_days(struct statement *s, int32_t as_of)
{
	const struct assertion *a = s->a;

	s->said = day_of(a->stated);
	s->known = NO_DAY;
	if (moment_parse(a->first_seen, &s->seen, NULL))
		s->known = date_first_day(s->seen.date);
	else
		s->known = as_of < DATE_DAYS_MAX ? as_of : s->said;
	if (s->said == NO_DAY || s->said > s->known)
		s->said = s->known;
	s->adds = aspect_adds(a->aspect);
	s->covers = s->adds && day_of(a->period) != NO_DAY ? day_of(a->period) : s->said;
	s->spans = s->adds && a->period.n && day_of(a->period) == NO_DAY;
	return s->known != NO_DAY && s->known <= as_of;
}

static struct str merged_subject(const struct assertion *a, const struct overrides *overrides)
{
	if (overrides->n == 0)
		return a->subject;

	struct override_case c = {.measure = a->measure,
				  .subject = a->subject,
				  .place = &a->place,
				  .source = &a->source,
				  .day = day_of(a->stated)};

	for (size_t i = 0; i < overrides->n; i++)
		if (overrides->at[i].action == OVERRIDE_MERGE && override_fits(&overrides->at[i], &c))
			return overrides->at[i].value;
	return a->subject;
}

bool statement_of(const struct assertion *a, const struct terms *terms, struct statement *out, struct arena *arena)
{
	struct statement s = {.a = a};

	if (!take_days(&s, terms->as_of))
		return false;
	take_numbers(&s, terms->conf->tolerance_percent);
	if (!s.least.known)
		return false;
	s.subject = merged_subject(a, terms->overrides);
	s.scope = assertion_scope(a->period, s.said, arena);
	s.organisation = a->source_part_of.n ? a->source_part_of : a->source.id;
	s.press = str_is(a->source.type, "none") || str_is(a->source.type, "media");
	*out = s;
	return true;
}

bool statement_counts(const struct statement *s)
{
	return s->a->polarity != POLARITY_DENIED && s->a->modality <= MODALITY_ACTUAL;
}

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int statement_cmp_quantity(const struct statement *a, const struct statement *b)
{
	int c = str_cmp(a->a->place.parent_id, b->a->place.parent_id);

	c = c ? c : str_cmp(a->a->measure, b->a->measure);
	c = c ? c : str_cmp(a->subject, b->subject);
	c = c ? c : str_cmp(a->a->unit, b->a->unit);
	c = c ? c : cmp_int(a->adds, b->adds);
	return c ? c : str_cmp(a->scope, b->scope);
}

/* Statements of one quantity. */
static int cmp_told(const void *pa, const void *pb)
{
	const struct statement *a = pa, *b = pb;
	int c = cmp_int(a->said, b->said);

	c = c ? c : cmp_int(a->known, b->known);
	c = c ? c : str_cmp(a->organisation, b->organisation);
	return c ? c : str_cmp(a->a->id, b->a->id);
}

/* Most come in that order: nothing is moved then. */
static void sort_told(struct statement *at, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (cmp_told(&at[i - 1], &at[i]) > 0) {
			qsort(at, n, sizeof *at, cmp_told);
			return;
		}
}

/* Statements of one quantity that follow each other. */
struct run {
	const struct statement *at;
	size_t n;
};

static int by_quantity(const void *a, const void *b)
{
	return statement_cmp_quantity(((const struct run *)a)->at, ((const struct run *)b)->at);
}

static size_t find_runs(const struct statements *all, struct run *runs)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (i && statement_cmp_quantity(&all->at[i - 1], &all->at[i]) == 0)
			runs[n - 1].n++;
		else
			runs[n++] = (struct run){&all->at[i], 1};
	return n;
}

void statements_sort(struct statements *all)
{
	struct arena own = {0};
	struct run *runs = ARENA_ARRAY(&own, struct run, all->n);
	struct statement *sorted = arena_more(&own, NULL, 0, all->n, sizeof *sorted);
	size_t n = find_runs(all, runs), put = 0;

	if (n)
		qsort(runs, n, sizeof *runs, by_quantity);
	for (size_t i = 0, end; i < n; i = end) {
		size_t first = put;

		for (end = i; end < n && by_quantity(&runs[i], &runs[end]) == 0; end++) {
			memcpy(sorted + put, runs[end].at, runs[end].n * sizeof *sorted);
			put += runs[end].n;
		}
		sort_told(sorted + first, put - first);
	}
	if (put)
		memcpy(all->at, sorted, put * sizeof *sorted);
	arena_free(&own);
}

bool statement_own_days(const struct statement *s, int32_t *first, int32_t *last)
{
	struct interval i;

	return interval_parse(s->a->period, &i, NULL) && interval_first_day(&i, first) && interval_last_day(&i, last);
}

size_t statements_episode_end(const struct statements *all, size_t i, long silence_days)
{
	size_t end = i + 1;

	while (end < all->n && statement_cmp_quantity(&all->at[end - 1], &all->at[end]) == 0 &&
	       all->at[end].said - all->at[end - 1].said <= silence_days)
		end++;
	return end;
}

bool *statements_of_episodes(const struct statements *all, const struct terms *terms, statements_test *is,
			     struct arena *arena)
{
	bool *of = NULL;

	for (size_t i = 0, end; i < all->n; i = end) {
		end = statements_episode_end(all, i, terms->conf->episode_silence_days);
		if (!is(all, all->at + i, end - i, terms))
			continue;
		if (!of)
			of = ARENA_ARRAY(arena, bool, all->n);
		memset(of + i, true, end - i);
	}
	return of;
}

bool statement_allows(const struct statement *s, struct decimal number)
{
	return (!s->low.known || decimal_cmp(s->low, number) <= 0) &&
	       (!s->high.known || decimal_cmp(number, s->high) <= 0);
}

bool statement_overlaps(const struct statement *a, const struct statement *b)
{
	return (!a->low.known || !b->high.known || decimal_cmp(a->low, b->high) <= 0) &&
	       (!b->low.known || !a->high.known || decimal_cmp(b->low, a->high) <= 0);
}

int statement_specificity(const struct statement *s)
{
	static const int ranks[] = {
		[QUALIFIER_NONE] = 0,	      [QUALIFIER_ORDER] = 1,	 [QUALIFIER_LESS_THAN] = 2,
		[QUALIFIER_AT_MOST] = 2,      [QUALIFIER_MORE_THAN] = 3, [QUALIFIER_AT_LEAST] = 3,
		[QUALIFIER_RANGE] = 4,	      [QUALIFIER_APPROX] = 5,	 [QUALIFIER_APPROX_BELOW] = 6,
		[QUALIFIER_APPROX_ABOVE] = 6, [QUALIFIER_EXACT] = 7,
	};

	return ranks[s->a->qualifier];
}
