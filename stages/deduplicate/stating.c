#include "stating.h"

#include <stdlib.h>

#include "values/interval.h"

bool stating_counts(const struct claim *c)
{
	return c->measure.n && block_counts(c->block) && (c->best.known || c->low.known || c->high.known);
}

static bool is_dropped(const struct claim *c, const struct stating *s, const struct articles *all,
		       const struct overrides *overrides)
{
	const struct source_ref *sources[] = {&s->record.source, &s->record.speaker};
	const struct article *a = s->article == NO_ARTICLE ? NULL : &all->at[s->article];
	struct override_case k = {.measure = c->measure,
				  .subject = c->subject,
				  .url = a ? a->url : STR_NULL,
				  .place = &c->place,
				  .number = c->best.known ? c->best : c->low,
				  .day = s->day};

	if (a && a->dropped)
		return true;
	for (size_t i = 0; i < overrides->n; i++)
		for (size_t n = 0; n < sizeof sources / sizeof *sources; n++) {
			k.source = sources[n];
			if (overrides->at[i].action == OVERRIDE_DROP_CLAIM && override_fits(&overrides->at[i], &k))
				return true;
		}
	return false;
}

static struct stating stating_of(struct claim *c, uint32_t article, const struct articles *all,
				 const struct overrides *overrides, struct arena *arena)
{
	struct stating s = {.claim = c, .article = article, .day = NO_DAY};
	struct interval stated;

	s.wording = wording_of(c->sentence);
	s.least = c->best.known ? c->best : c->low;
	s.most = c->best.known ? c->best : c->high;
	if (s.article != NO_ARTICLE) {
		s.record = record_of(&c->source, &c->source_org, all, s.article, arena);
		s.day = record_day(c->stated, all, s.article);
	} else {
		s.record.source = c->source;
		if (interval_parse(c->stated, &stated, NULL) && !interval_last_day(&stated, &s.day))
			s.day = NO_DAY;
	}
	record_rename(&s.record.source, overrides, arena);
	s.scope = aspect_adds(c->aspect) ? c->period : assertion_scope(c->period, s.day, arena);
	return s;
}

static int by_wording(const void *pa, const void *pb)
{
	const struct stating *a = *(const struct stating *const *)pa, *b = *(const struct stating *const *)pb;

	if (a->wording != b->wording)
		return a->wording < b->wording ? -1 : 1;
	return (a->article > b->article) - (a->article < b->article);
}

/* Where several publications tell something in the very same sentence, one of them wrote
 * it: the first. (A paper's article that a live page of another one contains.) */
static void give_to_first_narrator(struct statings *all, const struct articles *articles, struct arena *arena)
{
	struct stating **told = ARENA_ARRAY(arena, struct stating *, all->n);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].record.narrator && all->at[i].wording)
			told[n++] = &all->at[i];
	if (n)
		qsort(told, n, sizeof *told, by_wording);
	for (size_t i = 1; i < n; i++) {
		if (told[i]->wording != told[i - 1]->wording)
			continue;
		told[i]->record = told[i - 1]->record;
		if (told[i]->day != NO_DAY && articles->at[told[i]->article].day == told[i]->day &&
		    told[i - 1]->day != NO_DAY)
			told[i]->day = told[i - 1]->day;
	}
}

struct part {
	struct str source, of;
};

static int by_source(const void *pa, const void *pb)
{
	const struct part *a = pa, *b = pb;
	int c = str_cmp(a->source, b->source);

	return c ? c : str_cmp(a->of, b->of);
}

static int by_source_alone(const void *a, const void *b)
{
	return str_cmp(((const struct part *)a)->source, ((const struct part *)b)->source);
}

static const struct part *part_of(const struct part *parts, size_t n, struct str source)
{
	const struct part key = {.source = source};

	return bsearch(&key, parts, n, sizeof *parts, by_source_alone);
}

/* The outermost body: a ministry's centre is part of the government, too. */
static struct str whole_of(const struct part *parts, size_t n, struct str body)
{
	enum { DEPTH = 4 }; /* bodies within bodies, should they go round */
	const struct part *found = NULL;

	for (int i = 0; i < DEPTH && body.n && (found = part_of(parts, n, body)); i++)
		body = found->of;
	return body;
}

/* A minister speaks for the ministry, and the text says nothing of the government; but
 * where another claim says what the ministry is part of, it holds for the minister too. */
static void learn_parts(struct statings *all, struct arena *arena)
{
	struct part *parts = ARENA_ARRAY(arena, struct part, all->n);
	size_t n = 0, kept = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].record.part_of.n)
			parts[n++] = (struct part){all->at[i].record.source.id, all->at[i].record.part_of};
	if (n == 0)
		return;
	qsort(parts, n, sizeof *parts, by_source);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || by_source_alone(&parts[i], &parts[kept - 1]) != 0)
			parts[kept++] = parts[i];
	for (size_t i = 0; i < all->n; i++) {
		struct record *r = &all->at[i].record;
		const struct part *found = part_of(parts, kept, r->source.id);

		if (found)
			r->part_of = found->of;
	}
	for (size_t i = 0; i < all->n; i++)
		all->at[i].record.whole = whole_of(parts, kept, all->at[i].record.part_of);
}

void statings_make(struct claims *claims, const struct articles *all, const struct overrides *overrides,
		   struct statings *out, struct arena *arena)
{
	out->at = ARENA_ARRAY(arena, struct stating, claims->n);
	for (size_t i = 0; i < claims->n; i++) {
		struct stating s;

		if (!stating_counts(&claims->at[i]))
			continue;
		s = stating_of(&claims->at[i], claims->article[i], all, overrides, arena);
		if (!is_dropped(&claims->at[i], &s, all, overrides))
			out->at[out->n++] = s;
	}
	give_to_first_narrator(out, all, arena);
	learn_parts(out, arena);
}

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int stating_cmp_statement(const struct stating *a, const struct stating *b)
{
	const struct claim *x = a->claim, *y = b->claim;
	int c = str_cmp(x->place.parent_id, y->place.parent_id);

	c = c ? c : str_cmp(x->measure, y->measure);
	c = c ? c : str_cmp(x->subject, y->subject);
	c = c ? c : str_cmp(x->unit, y->unit);
	c = c ? c : cmp_int(aspect_adds(x->aspect), aspect_adds(y->aspect));
	c = c ? c : str_cmp(a->scope, b->scope);
	c = c ? c : cmp_int(x->polarity == POLARITY_DENIED, y->polarity == POLARITY_DENIED);
	c = c ? c
	      : cmp_int(x->modality > MODALITY_ACTUAL ? x->modality : 0,
			y->modality > MODALITY_ACTUAL ? y->modality : 0);
	c = c ? c : cmp_int(a->day, b->day);
	c = c ? c : decimal_cmp(a->least, b->least);
	c = c ? c : decimal_cmp(a->most, b->most);
	return c ? c : cmp_int(x->qualifier == QUALIFIER_ORDER, y->qualifier == QUALIFIER_ORDER);
}

int stating_cmp(const struct stating *a, const struct stating *b)
{
	int c = stating_cmp_statement(a, b);

	return c ? c : str_cmp(a->record.source.id, b->record.source.id);
}

int stating_cmp_telling(const struct stating *a, const struct stating *b)
{
	int c = cmp_int(a->article, b->article);

	c = c ? c : str_cmp(a->claim->document, b->claim->document);
	c = c ? c : cmp_int(a->claim->start, b->claim->start);
	return c ? c : str_cmp(a->claim->id, b->claim->id);
}
