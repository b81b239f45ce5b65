#include "assertions.h"

#include <stdlib.h>

#include "base/hash.h"
#include "reports.h"
#include "superseding.h"

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
				if (at[k].record->part_of.n && at[k].record->rank != at[i].record->rank &&
				    str_eq(at[k].record->part_of, at[i].record->source.id)) {
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
static void take_number(struct assertion *a, const struct claim *at, size_t n, struct arena *arena)
{
	const struct claim *best = &at[0];

	for (size_t i = 0; i < n; i++) {
		const struct claim *c = &at[i];

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
static struct place_ref place_of(const struct claim *at, size_t n)
{
	struct place_ref p = at[0].place;
	bool same = true;

	for (size_t i = 0; i < n; i++) {
		if (str_eq(at[i].place.id, p.parent_id))
			return at[i].place;
		same &= str_eq(at[i].place.id, p.id);
	}
	if (same || str_is_empty(p.parent_id))
		return p;
	return place_parent(&p);
}

static struct str day_text(int32_t day, struct arena *arena)
{
	return day == NO_DAY ? STR_NULL : date_format(arena, date_of_days(day));
}

static struct str id_of(const struct statings *all, const struct stating *s, struct arena *arena)
{
	struct str parts[] = {
		all->texts[1].at[s->measure],
		all->texts[2].at[s->subject],
		all->texts[3].at[s->unit],
		all->texts[0].at[s->place],
		s->record->source.id,
		s->adds ? STR("flow") : STR("total"),
		all->texts[STATING_SCOPES].at[s->scope],
		s->denied ? STR("denied") : STR("asserted"),
		s->modality ? str_of(modalities[s->modality]) : STR("actual"),
		decimal_format(arena, s->least),
		decimal_format(arena, s->most),
		s->vague ? STR("order") : STR_NULL,
		day_text(s->day, arena),
	};

	return hash_id(arena, 'a', parts, sizeof parts / sizeof *parts);
}

static void take_reports(struct assertion *a, const struct stating *at, const struct claim *claims, size_t n,
			 const struct articles *all, struct arena *arena)
{
	struct reports reports = {0};
	struct reported r;

	for (size_t i = 0; i < n; i++) {
		const struct claim *c = &claims[i];
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
	a->first_seen = moment_is_none(r.first) ? STR_NULL : moment_format(arena, r.first);
	a->last_seen = day_text(r.last_day, arena);
}

/* What the claims say in one way or not at all: the first that says it. */
static void take_words(struct assertion *a, const struct stating *at, const struct claim *claims, size_t n)
{
	a->former = a->some = n > 0;
	for (size_t i = 0; i < n; i++) {
		const struct claim *c = &claims[i];
		const struct record *r = at[i].record;

		a->former = a->former && c->former;
		a->some = a->some && c->some;
		a->noun = a->noun.n ? a->noun : c->noun;
		a->period = a->period.n ? a->period : c->period;
		a->speaker = a->speaker.id.n ? a->speaker : r->speaker;
		a->source_part_of = a->source_part_of.n ? a->source_part_of : r->whole;
		if (a->aspect == ASPECT_NULL || a->aspect == ASPECT_NONE)
			a->aspect = c->aspect ? c->aspect : a->aspect;
	}
}

static int by_claim_id(const void *a, const void *b)
{
	return str_cmp((*(const struct stating *const *)a)->id, (*(const struct stating *const *)b)->id);
}

static int id_against_claim(const void *id, const void *stating)
{
	return str_cmp(*(const struct str *)id, (*(const struct stating *const *)stating)->id);
}

/* An assertion is part of the one that its claims are part of. */
static struct str whole_of(const struct merging *m, const struct stating *at, const struct claim *claims, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct stating **whole = !at[i].is_part ? NULL
							      : bsearch(&claims[i].part_of, m->by_id, m->found.n,
									sizeof *m->by_id, id_against_claim);

		if (whole && !str_eq(m->claims->assertion[(*whole)->claim], m->claims->assertion[at[i].claim]))
			return m->claims->assertion[(*whole)->claim];
	}
	return STR_NULL;
}

/* The n statings are in the order of telling. */
static struct assertion assertion_of(const struct merging *m, const struct stating *at, size_t n, struct arena *arena)
{
	struct claim *c = arena_more(arena, NULL, 0, n, sizeof *c);

	for (size_t i = 0; i < n; i++)
		held_claim(&m->claims->rows, at[i].claim, &c[i], arena);
	struct assertion a = {
		.id = m->claims->assertion[at[0].claim],
		.measure = c->measure,
		.subject = claim_counted(c, arena),
		.unit = c->unit,
		.place = place_of(c, n),
		.source = at[0].record->source,
		.stated = day_text(at[0].day, arena),
		.polarity = c->polarity,
		.modality = c->modality,
		.sentence = c->sentence,
		.part_of = whole_of(m, at, c, n),
	};

	take_words(&a, at, c, n);
	take_number(&a, c, n, arena);
	take_reports(&a, at, c, n, m->claims->rows.all, arena);
	return a;
}

/* Which claims are one statement. */
static void name_statements(struct merging *m, struct arena *arena)
{
	for (size_t i = 0, end; i < m->found.n; i = end) {
		struct str id = id_of(&m->found, &m->found.at[i], arena);

		end = statement_end(&m->found, i, stating_cmp);
		for (size_t k = i; k < end; k++)
			m->claims->assertion[m->found.at[k].claim] = id;
	}
}

static void index_claims(struct merging *m, struct arena *arena)
{
	bool parts = false;

	for (size_t i = 0; i < m->found.n; i++)
		parts |= m->found.at[i].is_part;
	if (!parts)
		return;
	m->by_id = ARENA_ARRAY(arena, const struct stating *, m->found.n);
	for (size_t i = 0; i < m->found.n; i++)
		m->by_id[i] = &m->found.at[i];
	qsort(m->by_id, m->found.n, sizeof *m->by_id, by_claim_id);
}

void assertions_begin(struct merging *m, struct claims *claims, const struct overrides *overrides,
		      const struct bodies *bodies, struct arena *arena)
{
	*m = (struct merging){.claims = claims};
	claims_prepare(claims, arena);
	statings_make(claims, overrides, bodies, &m->found, arena);
	if (m->found.n)
		qsort(m->found.at, m->found.n, sizeof *m->found.at, by_statement);
	merge_parts(&m->found);
	name_statements(m, arena);
	index_claims(m, arena);
}

bool assertions_next(struct merging *m, struct assertions *out)
{
	const struct statings *all = &m->found;
	const struct stating *at = all->at + m->next;
	size_t n = 0, statements = 0;

	arena_reset(&m->arena);
	while (m->next + n < all->n && (n == 0 || stating_same_quantity(at, &at[n]))) {
		statements += n == 0 || stating_cmp(&at[n - 1], &at[n]) != 0;
		n++;
	}
	*out = (struct assertions){arena_more(&m->arena, NULL, 0, statements, sizeof *out->at), 0, statements};
	for (size_t i = m->next, end; i < m->next + n; i = end) {
		end = statement_end(all, i, stating_cmp);
		out->at[out->n++] = assertion_of(m, all->at + i, end - i, &m->arena);
	}
	supersede(out->at, out->n, &m->arena);
	m->next += n;
	return n > 0;
}

void assertions_end(struct merging *m)
{
	arena_free(&m->arena);
}
