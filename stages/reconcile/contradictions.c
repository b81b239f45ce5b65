#include "contradictions.h"

#include <stdlib.h>

#include "base/hash.h"
#include "rules.h"
#include "words.h"

void contradiction_side(struct contradiction *c, struct str source, struct str words, struct str statement,
			struct str sentence, struct strs documents, struct arena *arena)
{
	strs_add(arena, &c->sources, source);
	strs_add(arena, &c->sides, words);
	strs_add(arena, &c->statements, statement);
	strs_add(arena, &c->sentences, sentence);
	for (size_t i = 0; i < documents.n; i++)
		strs_add(arena, &c->documents, documents.at[i]);
}

struct side {
	struct str source, words, statement, sentence;
};

static int by_source(const void *pa, const void *pb)
{
	const struct side *a = pa, *b = pb;
	int c = str_cmp(a->source, b->source);

	c = c ? c : str_cmp(a->words, b->words);
	return c ? c : str_cmp(a->statement, b->statement);
}

/* By source; what a source states twice is one side. */
static void sort_sides(struct contradiction *c, struct arena *arena)
{
	size_t n = c->sources.n;
	struct side *sides = ARENA_ARRAY(arena, struct side, n);

	for (size_t i = 0; i < n; i++)
		sides[i] = (struct side){c->sources.at[i], c->sides.at[i], c->statements.at[i], c->sentences.at[i]};
	if (n)
		qsort(sides, n, sizeof *sides, by_source);
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (kept && str_eq(sides[i].source, c->sources.at[kept - 1]) &&
		    str_eq(sides[i].words, c->sides.at[kept - 1]))
			continue;
		c->sources.at[kept] = sides[i].source;
		c->sides.at[kept] = sides[i].words;
		c->statements.at[kept] = sides[i].statement;
		c->sentences.at[kept++] = sides[i].sentence;
	}
	c->sources.n = c->sides.n = c->statements.n = c->sentences.n = kept;
}

void contradiction_finish(struct contradiction *c, struct str denial, struct arena *arena)
{
	struct str parts[] = {str_of(contradiction_kinds[c->kind]),
			      c->place.parent_id,
			      c->track.n ? c->track : c->type,
			      c->subject,
			      c->since,
			      denial};

	sort_sides(c, arena);
	strs_sort(&c->documents);
	c->id = hash_id(arena, 'x', parts, sizeof parts / sizeof *parts - !denial.n);
}

static struct str side_words(const struct assertion *a, struct arena *arena)
{
	struct str parts[] = {words_source(arena, &a->source, &a->speaker), STR(": "),
			      a->polarity == POLARITY_DENIED ? STR("denies ") : STR_NULL, assertion_words(arena, a)};

	return str_concat(arena, parts, 4);
}

static void add_statement(struct contradiction *c, const struct statement *s, struct arena *arena)
{
	const struct assertion *a = s->a;

	contradiction_side(c, a->source.id, side_words(a, arena), a->id, a->sentence, a->documents, arena);
}

/* "Thousands" that one of the numbers goes with contradicts nobody. */
static bool goes_with_one(const struct statement *s, const struct sides *sides)
{
	for (size_t i = 0; s->vague && i < sides->n; i++)
		if (!sides->at[i]->vague && rules_vague_agrees(s, sides->at[i]))
			return true;
	return false;
}

static struct contradiction figures_of(const struct line *l, size_t first, size_t last, struct arena *arena)
{
	const struct track *t = &l->track;
	const struct estimate *e = &l->estimates.at[last];
	struct contradiction c = {.kind = CONTRADICTION_FIGURES,
				  .subject = words_quantity(arena, t->measure, t->subject, t->unit, &t->place),
				  .track = t->id,
				  .place = t->place,
				  .since = l->estimates.at[first].as_of,
				  .until = e->as_of};

	c.why = str_concat(arena, (struct str[]){STR("the figures have no number in common: "), e->why}, 2);
	for (size_t i = 0; i < l->sides[last].n; i++)
		if (!goes_with_one(l->sides[last].at[i], &l->sides[last]))
			add_statement(&c, l->sides[last].at[i], arena);
	contradiction_finish(&c, STR_NULL, arena);
	return c;
}

void contradictions_figures(const struct tracks *tracks, struct contradictions *out, struct arena *arena)
{
	for (size_t i = 0; i < tracks->n; i++) {
		const struct line *l = &tracks->at[i];

		for (size_t k = 0, end; k < l->estimates.n; k = end) {
			end = k + 1;
			if (l->estimates.at[k].status != ESTIMATE_CONTESTED)
				continue;
			while (end < l->estimates.n && l->estimates.at[end].status == ESTIMATE_CONTESTED)
				end++;
			struct contradiction c = figures_of(l, k, end - 1, arena);

			LIST_ADD(arena, out, c);
		}
	}
}

/* Statements looked at on each side of a denial, and sources named beside the one that denies. */
enum { LOOK_MOST = 256, SIDES_MOST = 16 };

/* A denial may come days later where it repeats the number that it denies. */
static bool is_denied_by(const struct statement *told, const struct statement *s, long window)
{
	enum { REPEATED_DAYS = 7 };
	bool repeated = !s->vague && decimal_eq(told->least, s->least) && decimal_eq(told->most, s->most);
	long after = (long)s->said - told->said;

	return after >= -window && after <= (repeated && window < REPEATED_DAYS ? REPEATED_DAYS : window) &&
	       statement_counts(told) && statement_overlaps(s, told) && !str_eq(s->organisation, told->organisation);
}

/* The statements that s denies, among those of its quantity. */
static void deny(const struct statement *at, size_t n, size_t denied, const struct terms *terms,
		 struct contradictions *out, struct arena *arena)
{
	const struct statement *s = &at[denied];
	struct contradiction c = {.kind = CONTRADICTION_DENIAL, .place = s->a->place};

	for (size_t i = denied > LOOK_MOST ? denied - LOOK_MOST : 0; i < n && i <= denied + LOOK_MOST; i++)
		if (c.sides.n < SIDES_MOST && is_denied_by(&at[i], s, terms->conf->total_window_days))
			add_statement(&c, &at[i], arena);
	if (c.sides.n == 0)
		return;
	add_statement(&c, s, arena);
	c.subject = words_quantity(arena, s->a->measure, s->subject, s->a->unit, &s->a->place);
	c.since = c.until = track_day(arena, s->said);
	c.why = str_printf(arena, "%.*s denied what others state",
			   STR_ARG(words_source(arena, &s->a->source, &s->a->speaker)));
	contradiction_finish(&c, s->a->id, arena);
	LIST_ADD(arena, out, c);
}

/* A publication denies nothing, and whoever speaks for nobody tells of one whom he knows. */
static bool can_deny(const struct statement *s)
{
	return s->a->polarity == POLARITY_DENIED && !str_is(s->a->source.type, "none") &&
	       !str_is(s->a->source.type, "person");
}

void contradictions_denials(const struct statements *all, const struct terms *terms, struct contradictions *out,
			    struct arena *arena)
{
	for (size_t i = 0, end; i < all->n; i = end) {
		for (end = i + 1; end < all->n; end++)
			if (statement_cmp_quantity(&all->at[i], &all->at[end]) != 0)
				break;
		for (size_t k = i; k < end; k++)
			if (can_deny(&all->at[k]))
				deny(all->at + i, end - i, k - i, terms, out, arena);
	}
}
