#include "telling.h"

#include "values/interval.h"

static bool counts(const struct event *e, const struct article *article)
{
	return block_counts(e->block) && !article->dropped;
}

static void take_days(struct telling *t, const struct event *e)
{
	struct interval i;

	t->first = t->last = NO_DAY;
	if (!interval_parse(e->when, &i, NULL) && !interval_parse(e->stated, &i, NULL))
		return;
	interval_first_day(&i, &t->first);
	interval_last_day(&i, &t->last);
}

static struct str either(struct str id, struct str name)
{
	return id.n ? id : name;
}

/* The ranks of its texts are their numbers until all are there. */
static struct telling telling_of(const struct event *e, struct tellings *to, struct arena *arena)
{
	struct telling t = {.id = e->id,
			    .span = e->spans.n ? e->spans.at[0] : STR_NULL,
			    .place = ranks_add(&to->places, e->place.parent_id, arena),
			    .type = ranks_add(&to->types, e->type, arena),
			    .status = (uint8_t)e->status,
			    .modality = (uint8_t)(e->modality > MODALITY_ACTUAL ? e->modality : 0),
			    .denied = e->polarity == POLARITY_DENIED};
	/* Who halts or completes a process is told in many words; only a known body tells two apart. */
	struct str agent = e->status ? e->agent_id : either(e->agent_id, e->agent_name);
	struct str target = e->status ? STR_NULL : either(e->target_id, e->target_name);

	take_days(&t, e);
	t.agent = ranks_add(&to->actors, agent, arena);
	t.target = ranks_add(&to->actors, target, arena);
	return t;
}

static void rank_texts(struct tellings *all, struct arena *arena)
{
	struct arena own = {0};
	const uint32_t *place = ranks_settle(&all->places, &own), *type = ranks_settle(&all->types, &own),
		       *actor = ranks_settle(&all->actors, &own);

	for (size_t i = 0; i < all->n; i++) {
		struct telling *t = &all->at[i];

		t->place = place[t->place];
		t->type = type[t->type];
		t->agent = actor[t->agent];
		t->target = actor[t->target];
	}
	arena_free(&own);
	recorded_rank(&all->recorded, arena);
}

void tellings_make(const struct held *events, const struct overrides *overrides, struct tellings *out,
		   struct arena *arena)
{
	struct arena scratch = {0};

	*out = (struct tellings){.at = arena_more(arena, NULL, 0, events->n, sizeof *out->at)};
	ranks_add(&out->actors, STR_NULL, arena); /* the least of all: rank 0 */
	for (size_t i = 0; i < events->n; i++) {
		uint32_t article = events->article[i];
		struct event e;

		if (i % 256 == 0)
			arena_reset(&scratch);
		held_event(events, i, &e, &scratch);
		if (!counts(&e, &events->all->at[article]))
			continue;
		struct record record = record_of(&e.source, &e.source_org, events->all, article, &scratch);
		struct telling t = telling_of(&e, out, arena);

		record_rename(&record.source, overrides, &scratch);
		t.row = (uint32_t)i;
		t.wording = e.quoted ? 0 : held_wording(events, i);
		t.article = article;
		t.record = recorded_add(&out->recorded, &record, arena);
		out->at[out->n++] = t;
	}
	arena_free(&scratch);
	rank_texts(out, arena);
}

static int cmp_int(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

int telling_cmp_happening(const struct telling *a, const struct telling *b)
{
	int c = cmp_int(a->place, b->place);

	c = c ? c : cmp_int(a->first, b->first);
	c = c ? c : cmp_int(a->last, b->last);
	c = c ? c : cmp_int(a->type, b->type);
	return c ? c : cmp_int(a->status, b->status);
}

int telling_cmp_source(const struct telling *a, const struct telling *b)
{
	int c = telling_cmp_happening(a, b);

	c = c ? c : cmp_int(a->record->rank, b->record->rank);
	c = c ? c : cmp_int(a->denied, b->denied);
	return c ? c : cmp_int(a->modality, b->modality);
}

int telling_cmp_version(const struct telling *a, const struct telling *b)
{
	int c = telling_cmp_source(a, b);

	c = c ? c : cmp_int(a->agent, b->agent);
	return c ? c : cmp_int(a->target, b->target);
}

int telling_cmp(const struct telling *a, const struct telling *b)
{
	int c = cmp_int(a->article, b->article);

	c = c ? c : str_cmp(a->span, b->span);
	return c ? c : str_cmp(a->id, b->id);
}
