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
	s->known = day_of(a->first_seen);
	if (s->known == NO_DAY)
		s->known = as_of < DATE_DAYS_MAX ? as_of : s->said;
	if (s->said == NO_DAY || s->said > s->known)
		s->said = s->known;
	s->adds = aspect_adds(a->aspect);
	s->covers = s->adds && day_of(a->period) != NO_DAY ? day_of(a->period) : s->said;
	return s->known != NO_DAY && s->known <= as_of;
}

static struct str merged_subject(const struct assertion *a, const struct overrides *overrides)
{
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

int statement_cmp(const void *a, const void *b)
{
	int c = statement_cmp_quantity(a, b);

	return c ? c : cmp_told(a, b);
}

/* Where the statements of the quantity of `i` end; *ascends: what follows them is of a greater one. */
static size_t quantity_end(const struct statements *all, size_t i, bool *ascends)
{
	size_t end = i + 1;
	int c = -1;

	while (end < all->n && (c = statement_cmp_quantity(&all->at[i], &all->at[end])) == 0)
		end++;
	*ascends = end == all->n || c < 0;
	return end;
}

void statements_sort(struct statements *all)
{
	bool ascends = true;

	for (size_t i = 0, end; i < all->n && ascends; i = end) {
		end = quantity_end(all, i, &ascends);
		qsort(all->at + i, end - i, sizeof *all->at, cmp_told);
	}
	if (!ascends)
		qsort(all->at, all->n, sizeof *all->at, statement_cmp);
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
