#include "stating.h"

#include <stdlib.h>

bool stating_counts(const struct claim *c)
{
	return c->measure.n && c->aspect != ASPECT_NONE && block_counts(c->block) &&
	       (c->best.known || c->low.known || c->high.known);
}

static bool is_dropped(const struct claim *c, const struct record *record, uint32_t article, int32_t day,
		       const struct articles *all, const struct overrides *overrides)
{
	const struct source_ref *sources[] = {&record->source, &record->speaker};
	const struct article *a = &all->at[article];
	struct override_case k = {.measure = c->measure,
				  .subject = c->subject,
				  .url = a->url,
				  .place = &c->place,
				  .number = c->best.known ? c->best : c->low,
				  .day = day};

	if (a->dropped)
		return true;
	for (size_t i = 0; i < overrides->n; i++)
		for (size_t n = 0; n < sizeof sources / sizeof *sources; n++) {
			k.source = sources[n];
			if (overrides->at[i].action == OVERRIDE_DROP_CLAIM && override_fits(&overrides->at[i], &k))
				return true;
		}
	return false;
}

/* The claim as a stating; the ranks of its texts are their numbers until all are there. */
static struct stating stating_of(const struct claim *c, struct str scope, int32_t day, struct statings *to,
				 struct arena *arena)
{
	return (struct stating){.id = c->id,
				.start = c->start,
				.least = c->best.known ? c->best : c->low,
				.most = c->best.known ? c->best : c->high,
				.place = ranks_add(&to->texts[0], c->place.parent_id, arena),
				.measure = ranks_add(&to->texts[1], c->measure, arena),
				.subject = ranks_add(&to->texts[2], claim_counted(c, arena), arena),
				.unit = ranks_add(&to->texts[3], c->unit, arena),
				.scope = ranks_add(&to->texts[STATING_SCOPES], scope, arena),
				.day = day,
				.modality = (uint8_t)(c->modality > MODALITY_ACTUAL ? c->modality : 0),
				.adds = aspect_adds(c->aspect),
				.denied = c->polarity == POLARITY_DENIED,
				.vague = c->qualifier == QUALIFIER_ORDER,
				.is_part = c->part_of.n > 0};
}

static void add_claim(const struct claims *claims, size_t i, const struct overrides *overrides, struct statings *to,
		      struct arena *scratch, struct arena *arena)
{
	const struct articles *all = claims->rows.all;
	uint32_t article = claims->rows.article[i];
	struct claim c;

	held_claim(&claims->rows, i, &c, scratch);
	if (!stating_counts(&c))
		return;
	struct record record = record_of(&c.source, &c.source_org, all, article, scratch);
	int32_t day = record_day(c.stated, all, article);

	record_rename(&record.source, overrides, scratch);
	if (is_dropped(&c, &record, article, day, all, overrides))
		return;
	struct str scope = aspect_adds(c.aspect) ? c.period : assertion_scope(c.period, day, scratch);
	struct stating s = stating_of(&c, scope, day, to, arena);

	s.claim = (uint32_t)i;
	s.wording = held_wording(&claims->rows, i);
	s.article = article;
	s.record = recorded_add(&to->recorded, &record, arena);
	to->at[to->n++] = s;
}

static void rank_texts(struct statings *all, struct arena *arena)
{
	struct arena own = {0};
	uint32_t *rank[STATING_SCOPES + 1];

	for (size_t k = 0; k <= STATING_SCOPES; k++)
		rank[k] = ranks_settle(&all->texts[k], &own);
	for (size_t i = 0; i < all->n; i++) {
		struct stating *s = &all->at[i];

		s->place = rank[0][s->place];
		s->measure = rank[1][s->measure];
		s->subject = rank[2][s->subject];
		s->unit = rank[3][s->unit];
		s->scope = rank[STATING_SCOPES][s->scope];
	}
	arena_free(&own);
	recorded_rank(&all->recorded, arena);
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
static void give_to_first_narrator(struct statings *all, const struct articles *articles)
{
	struct arena own = {0};
	struct stating **told = ARENA_ARRAY(&own, struct stating *, all->n);
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->at[i].record->narrator && all->at[i].wording)
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
	arena_free(&own);
}

void statings_make(const struct claims *claims, const struct overrides *overrides, const struct bodies *bodies,
		   struct statings *out, struct arena *arena)
{
	struct arena scratch = {0};
	size_t n = claims->rows.n;

	*out = (struct statings){.at = arena_more(arena, NULL, 0, n, sizeof *out->at)};
	for (size_t i = 0; i < n; i++) {
		if (i % 256 == 0)
			arena_reset(&scratch);
		add_claim(claims, i, overrides, out, &scratch, arena);
	}
	arena_free(&scratch);
	give_to_first_narrator(out, claims->rows.all);
	recorded_learn_parts(&out->recorded, bodies, arena);
	rank_texts(out, arena);
}

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

bool stating_same_quantity(const struct stating *a, const struct stating *b)
{
	return a->place == b->place && a->measure == b->measure && a->subject == b->subject && a->unit == b->unit &&
	       a->scope == b->scope;
}

int stating_cmp_statement(const struct stating *a, const struct stating *b)
{
	int c = cmp_int(a->place, b->place);

	c = c ? c : cmp_int(a->measure, b->measure);
	c = c ? c : cmp_int(a->subject, b->subject);
	c = c ? c : cmp_int(a->unit, b->unit);
	c = c ? c : cmp_int(a->adds, b->adds);
	c = c ? c : cmp_int(a->scope, b->scope);
	c = c ? c : cmp_int(a->denied, b->denied);
	c = c ? c : cmp_int(a->modality, b->modality);
	c = c ? c : cmp_int(a->day, b->day);
	c = c ? c : decimal_cmp(a->least, b->least);
	c = c ? c : decimal_cmp(a->most, b->most);
	return c ? c : cmp_int(a->vague, b->vague);
}

int stating_cmp(const struct stating *a, const struct stating *b)
{
	int c = stating_cmp_statement(a, b);

	return c ? c : cmp_int(a->record->rank, b->record->rank);
}

int stating_cmp_telling(const struct stating *a, const struct stating *b)
{
	int c = cmp_int(a->article, b->article);

	c = c ? c : cmp_int(a->start, b->start);
	return c ? c : str_cmp(a->id, b->id);
}
