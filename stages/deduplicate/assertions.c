#include "assertions.h"

#include <stdlib.h>

#include "base/hash.h"
#include "reports.h"
#include "stating.h"

static int by_statement(const void *pa, const void *pb)
{
	int c = stating_cmp(pa, pb);

	return c ? c : stating_cmp_telling(pa, pb);
}

/* Among sources of one statement, one that is part of another speaks for it: the
 * government's number is that of its ministry, the ministry's that of its centre. n is
 * small: the sources of one number. */
static bool give_to_part(struct stating *at, size_t n)
{
	enum { DEPTH = 4 }; /* of bodies within bodies */
	bool given = false;

	for (size_t round = 0, i; round < DEPTH; round++)
		for (i = 0; i < n; i++)
			for (size_t k = 0; k < n; k++)
				if (at[k].record.part_of.n && !str_eq(at[k].record.source.id, at[i].record.source.id) &&
				    str_eq(at[k].record.part_of, at[i].record.source.id)) {
					at[i].record = at[k].record;
					given = true;
				}
	return given;
}

static size_t statement_end(const struct statings *all, size_t i,
			    int (*cmp)(const struct stating *, const struct stating *))
{
	size_t end = i + 1;

	while (end < all->n && cmp(&all->at[i], &all->at[end]) == 0)
		end++;
	return end;
}

static void merge_parts(struct statings *all)
{
	enum { FEW = 64 };

	for (size_t i = 0, end; i < all->n; i = end) {
		end = statement_end(all, i, stating_cmp_statement);
		if (end - i > 1 && end - i <= FEW && give_to_part(all->at + i, end - i))
			qsort(all->at + i, end - i, sizeof *all->at, by_statement);
	}
}

/* How much a wording says, the most specific last. */
static int specificity(int qualifier)
{
	static const int ranks[] = {
		[QUALIFIER_NONE] = 0,	      [QUALIFIER_ORDER] = 1,	 [QUALIFIER_LESS_THAN] = 2,
		[QUALIFIER_AT_MOST] = 3,      [QUALIFIER_MORE_THAN] = 4, [QUALIFIER_AT_LEAST] = 5,
		[QUALIFIER_RANGE] = 6,	      [QUALIFIER_APPROX] = 7,	 [QUALIFIER_APPROX_BELOW] = 8,
		[QUALIFIER_APPROX_ABOVE] = 9, [QUALIFIER_EXACT] = 10,
	};

	return ranks[qualifier];
}

/* The number of the most specific wording; a bound in another wording opens that side. */
static void take_number(struct assertion *a, const struct stating *at, size_t n, struct arena *arena)
{
	const struct claim *best = at[0].claim;

	for (size_t i = 0; i < n; i++) {
		const struct claim *c = at[i].claim;

		if (specificity(c->qualifier) > specificity(best->qualifier))
			best = c;
		if (c->qualifier)
			strs_add(arena, &a->qualifiers, str_of(qualifiers[c->qualifier]));
	}
	strs_sort(&a->qualifiers);
	a->qualifier = best->qualifier;
	a->low = best->low;
	a->best = best->best;
	a->high = best->high;
	if (strs_has(a->qualifiers, STR("more_than")) || strs_has(a->qualifiers, STR("at_least")))
		a->high = DECIMAL_NULL;
	if (strs_has(a->qualifiers, STR("less_than")) || strs_has(a->qualifiers, STR("at_most")))
		a->low = DECIMAL_NULL;
}

/* The place that all its claims name, else the one whose episode it belongs to. */
static struct place_ref place_of(const struct stating *at, size_t n)
{
	struct place_ref p = at[0].claim->place;
	bool same = true;

	for (size_t i = 0; i < n; i++) {
		if (str_eq(at[i].claim->place.id, p.parent_id))
			return at[i].claim->place;
		same &= str_eq(at[i].claim->place.id, p.id);
	}
	if (same || str_is_empty(p.parent_id))
		return p;
	return (struct place_ref){.id = p.parent_id,
				  .name = p.parent_name,
				  .admin1 = p.admin1,
				  .country = p.country,
				  .precision = COLUMN_NO_INT,
				  .parent_id = p.parent_id,
				  .parent_name = p.parent_name};
}

static struct str day_text(int32_t day, struct arena *arena)
{
	return day == NO_DAY ? STR_NULL : date_format(arena, date_of_days(day));
}

static struct str id_of(const struct stating *s, struct arena *arena)
{
	const struct claim *c = s->claim;
	struct str parts[] = {
		c->measure,
		c->subject,
		c->unit,
		c->place.parent_id,
		s->record.source.id,
		aspect_adds(c->aspect) ? STR("flow") : STR("total"),
		s->scope,
		c->polarity == POLARITY_DENIED ? STR("denied") : STR("asserted"),
		c->modality > MODALITY_ACTUAL ? str_of(modalities[c->modality]) : STR("actual"),
		decimal_format(arena, s->least),
		decimal_format(arena, s->most),
		c->qualifier == QUALIFIER_ORDER ? STR("order") : STR_NULL,
		day_text(s->day, arena),
	};

	return hash_id(arena, 'a', parts, sizeof parts / sizeof *parts);
}

static void take_reports(struct assertion *a, const struct stating *at, size_t n, const struct articles *all,
			 struct arena *arena)
{
	struct reports reports = {0};
	struct reported r;

	for (size_t i = 0; i < n; i++) {
		const struct claim *c = at[i].claim;
		struct report one = {c->document, at[i].article, c->quoted ? 0 : at[i].wording};

		LIST_ADD(arena, &reports, one);
		strs_add(arena, &a->claims, c->id);
		if (decimal_cmp(c->confidence, a->confidence) > 0)
			a->confidence = c->confidence;
	}
	strs_sort(&a->claims);
	r = reports_count(&reports, all, arena);
	a->documents = r.documents;
	a->reports = (int64_t)r.documents.n;
	a->independent = r.independent;
	a->first_seen = day_text(r.first_day, arena);
	a->last_seen = day_text(r.last_day, arena);
}

/* What the claims say in one way or not at all: the first that says it. */
static void take_words(struct assertion *a, const struct stating *at, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct claim *c = at[i].claim;

		a->noun = a->noun.n ? a->noun : c->noun;
		a->period = a->period.n ? a->period : c->period;
		a->speaker = a->speaker.id.n ? a->speaker : at[i].record.speaker;
		a->source_part_of = a->source_part_of.n ? a->source_part_of : at[i].record.whole;
		if (a->aspect == ASPECT_NULL || a->aspect == ASPECT_NONE)
			a->aspect = c->aspect ? c->aspect : a->aspect;
	}
}

/* The n statings are in the order of telling. */
static struct assertion assertion_of(const struct stating *at, size_t n, const struct articles *all,
				     struct arena *arena)
{
	const struct claim *c = at[0].claim;
	struct assertion a = {
		.id = id_of(at, arena),
		.measure = c->measure,
		.subject = c->subject,
		.unit = c->unit,
		.place = place_of(at, n),
		.source = at[0].record.source,
		.stated = day_text(at[0].day, arena),
		.polarity = c->polarity,
		.modality = c->modality,
		.sentence = c->sentence,
	};

	take_words(&a, at, n);
	take_number(&a, at, n, arena);
	take_reports(&a, at, n, all, arena);
	for (size_t i = 0; i < n; i++)
		at[i].claim->assertion = a.id;
	return a;
}

static int by_claim_id(const void *a, const void *b)
{
	return str_cmp((*(const struct claim *const *)a)->id, (*(const struct claim *const *)b)->id);
}

static int id_against_claim(const void *id, const void *claim)
{
	return str_cmp(*(const struct str *)id, (*(const struct claim *const *)claim)->id);
}

/* An assertion is part of the one that its claims are part of. */
static void link_wholes(struct assertions *out, struct statings *all, struct arena *arena)
{
	const struct claim **by_id = ARENA_ARRAY(arena, const struct claim *, all->n);
	size_t at = 0;

	for (size_t i = 0; i < all->n; i++)
		by_id[i] = all->at[i].claim;
	if (all->n)
		qsort(by_id, all->n, sizeof *by_id, by_claim_id);
	for (size_t i = 0; i < all->n; i++) {
		const struct claim *c = all->at[i].claim;

		while (!str_eq(out->at[at].id, c->assertion))
			at++;
		const struct claim **whole =
			str_is_empty(c->part_of) ? NULL
						 : bsearch(&c->part_of, by_id, all->n, sizeof *by_id, id_against_claim);

		if (whole && !str_eq((*whole)->assertion, c->assertion) && str_is_empty(out->at[at].part_of))
			out->at[at].part_of = (*whole)->assertion;
	}
}

static bool same_quantity(const struct stating *a, const struct stating *b)
{
	const struct claim *x = a->claim, *y = b->claim;

	return str_eq(x->place.parent_id, y->place.parent_id) && str_eq(x->measure, y->measure) &&
	       str_eq(x->subject, y->subject) && str_eq(x->unit, y->unit) && str_eq(a->scope, b->scope);
}

static struct str organisation(const struct assertion *a)
{
	return a->source_part_of.n ? a->source_part_of : a->source.id;
}

static bool is_current(const struct assertion *a)
{
	return !aspect_adds(a->aspect) && a->polarity != POLARITY_DENIED && a->modality <= MODALITY_ACTUAL &&
	       a->qualifier != QUALIFIER_ORDER && a->stated.n;
}

static int by_organisation(const void *pa, const void *pb)
{
	const struct assertion *a = *(const struct assertion *const *)pa, *b = *(const struct assertion *const *)pb;
	int c = str_cmp(organisation(a), organisation(b));

	c = c ? c : str_cmp(a->stated, b->stated);
	c = c ? c : str_cmp(a->first_seen, b->first_seen);
	c = c ? c : decimal_cmp(a->best, b->best);
	return c ? c : str_cmp(a->id, b->id);
}

/* Within the assertions of one quantity each source's later day takes the place of its earlier one. */
static void supersede(struct assertion *at, size_t n, struct arena *arena)
{
	struct assertion **current = ARENA_ARRAY(arena, struct assertion *, n);
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (is_current(&at[i]))
			current[k++] = &at[i];
	if (k)
		qsort(current, k, sizeof *current, by_organisation);
	for (size_t i = 1, before = 0; i < k; i++) {
		if (!str_eq(organisation(current[i]), organisation(current[i - 1])))
			before = i;
		else if (!str_eq(current[i]->stated, current[i - 1]->stated))
			before = i - 1;
		if (before < i && !str_eq(current[before]->stated, current[i]->stated) &&
		    str_eq(organisation(current[before]), organisation(current[i])))
			current[i]->supersedes = current[before]->id;
	}
}

static void merge(struct statings *all, const struct articles *articles, struct assertions *out, struct arena *arena)
{
	size_t quantity = 0; /* first assertion of the quantity */

	out->at = arena_more(arena, NULL, 0, all->n, sizeof *out->at);
	out->room = all->n;
	for (size_t i = 0, end; i < all->n; i = end) {
		end = statement_end(all, i, stating_cmp);
		struct assertion a = assertion_of(all->at + i, end - i, articles, arena);

		LIST_ADD(arena, out, a);
		if (end < all->n && same_quantity(&all->at[i], &all->at[end]))
			continue;
		supersede(out->at + quantity, out->n - quantity, arena);
		quantity = out->n;
	}
}

void assertions_make(struct claims *claims, const struct articles *all, const struct overrides *overrides,
		     struct assertions *out, struct arena *arena)
{
	struct statings found = {0};

	claims_prepare(claims, all, arena);
	statings_make(claims, all, overrides, &found, arena);
	if (found.n)
		qsort(found.at, found.n, sizeof *found.at, by_statement);
	merge_parts(&found);
	merge(&found, all, out, arena);
	link_wholes(out, &found, arena);
}
