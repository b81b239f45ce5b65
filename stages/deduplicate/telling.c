#include "telling.h"

#include "base/ranks.h"
#include "values/interval.h"

static bool counts(const struct event *e, const struct articles *all, uint32_t article)
{
	return block_counts(e->block) && (article == NO_ARTICLE || !all->at[article].dropped);
}

static void take_days(struct telling *t)
{
	const struct event *e = t->event;
	struct interval i;

	t->first = t->last = NO_DAY;
	if (!interval_parse(e->when, &i, NULL) && !interval_parse(e->stated, &i, NULL))
		return;
	interval_first_day(&i, &t->first);
	interval_last_day(&i, &t->last);
}

static struct str days_text(const struct telling *t, struct arena *arena)
{
	char *text = arena_text(arena, 2 * sizeof t->first);
	int32_t days[] = {t->first, t->last};

	for (size_t i = 0; i < 2 * sizeof t->first; i++)
		text[i] = (char)((uint32_t)days[i / 4] >> 8 * (i % 4));
	return (struct str){text, 2 * sizeof t->first};
}

static struct str either(struct str id, struct str name)
{
	return id.n ? id : name;
}

struct told {
	struct str sentence;
	uint64_t wording;
};

/* Events of one sentence follow each other: `before` is the sentence told before this one. */
static uint64_t wording_memo(struct str sentence, struct told *before)
{
	if (!str_eq(sentence, before->sentence))
		*before = (struct told){sentence, wording_of(sentence)};
	return before->wording;
}

static struct telling telling_of(struct event *e, uint32_t article, const struct articles *all,
				 const struct overrides *overrides, struct told *before, struct arena *arena)
{
	struct telling t = {.event = e, .article = article, .record.source = e->source};

	if (article != NO_ARTICLE) {
		record_date_event(e, &all->at[article], arena);
		t.record = record_of(&e->source, &e->source_org, all, article, arena);
	}
	record_rename(&t.record.source, overrides, arena);
	take_days(&t);
	t.days = days_text(&t, arena);
	t.wording = e->quoted ? 0 : wording_memo(e->sentence, before);
	/* Who halts or completes a process is told in many words; only a known body tells two apart. */
	t.agent = e->status ? e->agent_id : either(e->agent_id, e->agent_name);
	t.target = e->status ? STR_NULL : either(e->target_id, e->target_name);
	return t;
}

/* Places and types are few: compared by their ranks. */
static void rank_texts(struct tellings *all, struct arena *arena)
{
	struct str *texts = ARENA_ARRAY(arena, struct str, all->n);
	uint32_t *ranks;

	for (size_t i = 0; i < all->n; i++)
		texts[i] = all->at[i].event->place.parent_id;
	ranks = ranks_of(texts, all->n, arena);
	for (size_t i = 0; i < all->n; i++) {
		all->at[i].place = ranks[i];
		texts[i] = all->at[i].event->type;
	}
	ranks = ranks_of(texts, all->n, arena);
	for (size_t i = 0; i < all->n; i++)
		all->at[i].type = ranks[i];
}

void tellings_make(struct events *events, const struct articles *all, const struct overrides *overrides,
		   struct tellings *out, struct arena *arena)
{
	struct told before = {0};

	out->at = ARENA_ARRAY(arena, struct telling, events->n);
	for (size_t i = 0; i < events->n; i++) {
		struct event *e = &events->at[i];
		uint32_t article = events->article  ? events->article[i]
				   : e->documents.n ? articles_find(all, e->documents.at[0])
						    : NO_ARTICLE;

		if (counts(e, all, article))
			out->at[out->n++] = telling_of(e, article, all, overrides, &before, arena);
	}
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
	return c ? c : cmp_int(a->event->status, b->event->status);
}

int telling_cmp_source(const struct telling *a, const struct telling *b)
{
	int c = telling_cmp_happening(a, b);

	c = c ? c : str_cmp(a->record.source.id, b->record.source.id);
	c = c ? c : cmp_int(a->event->polarity == POLARITY_DENIED, b->event->polarity == POLARITY_DENIED);
	return c ? c
		 : cmp_int(a->event->modality > MODALITY_ACTUAL ? a->event->modality : 0,
			   b->event->modality > MODALITY_ACTUAL ? b->event->modality : 0);
}

int telling_cmp_version(const struct telling *a, const struct telling *b)
{
	int c = telling_cmp_source(a, b);

	c = c ? c : str_cmp(a->agent, b->agent);
	return c ? c : str_cmp(a->target, b->target);
}

int telling_cmp(const struct telling *a, const struct telling *b)
{
	int c = cmp_int(a->article, b->article);

	c = c ? c : (a->event->documents.n ? str_cmp(a->event->documents.at[0], b->event->documents.at[0]) : 0);
	c = c ? c
	      : (a->event->spans.n && b->event->spans.n ? str_cmp(a->event->spans.at[0], b->event->spans.at[0]) : 0);
	return c ? c : str_cmp(a->event->id, b->event->id);
}
