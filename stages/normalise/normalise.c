#include "normalise.h"

#include <stdlib.h>

#include "base/hash.h"
#include "once.h"
#include "value.h"
#include "where.h"
#include "whose.h"

/* One document on its way. */
struct work {
	const struct words *words;
	const struct mention_list *mentions;
	struct where *where; /* how the document's places are told apart */
	struct arena *arena;
	struct normalised *out;
};

/* Events told of a day longer than this before publication are background. */
enum { BACKGROUND_DAYS = 31 };

static void add_rule(struct work *w, struct strs *rules, struct str group, const char *name)
{
	struct str parts[] = {group, str_of(name)};

	if (name)
		strs_add(w->arena, rules, str_concat(w->arena, parts, 2));
}

static void add_rules(struct work *w, struct strs *rules, const struct when *when, const struct who *who)
{
	add_rule(w, rules, STR("when."), when->time_rule);
	add_rule(w, rules, STR("said."), when->said_rule);
	add_rule(w, rules, STR("who."), who->rule);
}

/* A copy with room for the rules that are added here. */
static struct strs copy_list(struct arena *arena, struct strs list)
{
	enum { ADDED = 3 };

	list.room = list.n + ADDED;
	list.at = arena_more(arena, list.at, list.n, list.room, sizeof *list.at);
	return list;
}

static void reject(struct work *w, const struct mention *m, const char *why)
{
	struct err err;

	err_set(&err, "number", "%s in '%.*s' of document %.*s", why, STR_ARG(str_slice(m->surface, 0, 80)),
		STR_ARG(m->document));
	LIST_ADD(w->arena, &w->out->rejects, err);
}

/* "revised down to 14,000, from 15,500": the old value was stated before; on the day before at the latest. */
static void date_old_value(struct work *w, struct claim *c)
{
	int32_t day;

	if (!c->former || !once_first_day(w->words->once, c->stated, &day))
		return;
	c->stated = date_format(w->arena, date_of_days(day - 1));
	strs_add(w->arena, &c->rules, STR("said.old-value"));
}

/* Of a figure that several state together, each has a claim: the further ones are told apart by their source. */
static struct str id_of(struct work *w, const struct mention *m, const struct who *who)
{
	struct str parts[] = {claim_id(w->arena, m->document, m->start, m->end, m->measure), who->source.id};

	for (size_t i = 0; i < m->rules.n; i++)
		if (str_eq(m->rules.at[i], STR("said.joint")))
			return hash_id(w->arena, 'c', parts, 2);
	return parts[0];
}

/* "The health ministry said": that of the country that the article is about. */
static struct who at_home(struct work *w, const struct who *who, const struct place_ref *place)
{
	return where_is_home(w->where, place->country) ? once_at_home(w->words->once, who, place->country) : *who;
}

static void add_claim(struct work *w, const struct mention *m)
{
	struct value value = value_of(m);

	if (!value.low.known && !value.best.known && !value.high.known) {
		reject(w, m, "no number");
		return;
	}
	struct when when = once_when(w->words->once, m);
	struct who who = once_who(w->words->once, m);
	struct claim c = {
		.id = id_of(w, m, &who),
		.document = m->document,
		.mention = m->id,
		.start = m->start,
		.end = m->end,
		.block = m->block,
		.surface = m->surface,
		.sentence = m->sentence,
		.sentence_start = m->sentence_start,
		.sentence_end = m->sentence_end,
		.measure = m->measure,
		.subject = m->subject,
		.noun = m->noun,
		.unit = m->unit,
		.qualifier = m->qualifier,
		.low = value.low,
		.best = value.best,
		.high = value.high,
		.aspect = m->aspect,
		.period = when.period,
		.stated = when.stated,
		.period_timex = when.period_timex,
		.stated_timex = when.stated_timex,
		.chain = who.chain,
		.part_of = m->part_of, /* the mention's id, until link_parts */
		.polarity = m->polarity,
		.modality = m->modality,
		.quoted = m->quoted,
		.some = strs_has(m->rules, STR("part.severity")) || strs_has(m->rules, STR("part.own")),
		.former = strs_has(m->rules, STR("range.old_value")),
		.confidence = m->confidence,
		.rules = copy_list(w->arena, m->rules),
	};

	where_resolve(w->where, m, &c.place);
	who = at_home(w, &who, &c.place);
	c.source = who.source;
	c.source_org = who.organisation;
	add_rules(w, &c.rules, &when, &who);
	date_old_value(w, &c);
	c.side = whose_side(&c, w->out->claims.n ? &w->out->claims.at[w->out->claims.n - 1] : NULL, w->words->places);
	LIST_ADD(w->arena, &w->out->claims, c);
}

static bool is_background(struct once *once, struct str when, struct str published)
{
	int32_t end, now;

	return once_first_day(once, when, &end) && once_first_day(once, published, &now) && end < now - BACKGROUND_DAYS;
}

/* The day of a date-time; events are dated by days. */
static struct str day_of(struct str moment)
{
	enum { DAY_BYTES = 10 };

	return moment.n > DAY_BYTES && moment.at[DAY_BYTES] == 'T' ? str_slice(moment, 0, DAY_BYTES) : moment;
}

/* News tells what is new: what happened without a time of its own happened on the day
 * that it was told. What is planned or feared has no day until one is told. */
static void default_time(const struct mention *m, const struct when *when, struct event *e)
{
	bool told = m->modality == MODALITY_ACTUAL && when->period.n == 0 && when->period_timex.n == 0;

	e->when = day_of(told ? when->stated : when->period);
	e->when_timex = told ? when->stated_timex : when->period_timex;
}

/* "d0f…:812-960": the sentence in its document. */
static struct str span_in(struct arena *arena, const struct mention *m)
{
	struct str parts[] = {m->document, STR(":"), span_format(arena, m->sentence_start, m->sentence_end)};

	return str_concat(arena, parts, 3);
}

static void add_event(struct work *w, const struct mention *m)
{
	struct when when = once_when(w->words->once, m);
	struct who who = once_who(w->words->once, m);
	struct source_ref agent = once_named(w->words->once, m->agent);
	struct source_ref target = once_target(w->words->once, m->target);
	struct coding coding = once_coding(w->words->once, m->type);
	struct event e = {
		.id = m->id,
		.document = m->document,
		.block = m->block,
		.type = m->type,
		.status = m->status,
		.agent_id = agent.id,
		.agent_name = agent.name,
		.target_id = target.id,
		.target_name = target.name,
		.stated = day_of(when.stated),
		.stated_timex = when.stated_timex,
		.chain = who.chain,
		.polarity = m->polarity,
		.modality = m->modality,
		.quoted = m->quoted,
		.surface = m->surface,
		.sentence = m->sentence,
		.plover = coding.plover,
		.cameo = coding.cameo,
		.reports = 1,
		.independent = 1,
		.confidence = m->confidence,
		.rules = copy_list(w->arena, m->rules),
	};

	default_time(m, &when, &e);
	strs_add(w->arena, &e.documents, m->document);
	strs_add(w->arena, &e.spans, span_in(w->arena, m));
	e.background = is_background(w->words->once, e.when, m->published);
	where_resolve(w->where, m, &e.place);
	who = at_home(w, &who, &e.place);
	e.source = who.source;
	e.source_org = who.organisation;
	add_rules(w, &e.rules, &when, &who);
	LIST_ADD(w->arena, &w->out->events, e);
}

static void add_time(struct work *w, const struct mention *m)
{
	struct when when = once_when(w->words->once, m);
	struct time_record t = {
		.document = m->document,
		.start = m->start,
		.end = m->end,
		.surface = m->surface,
		.type = str_of(when.type),
		.value = when.timex3,
		.edtf = when.period,
		.rule = str_of(when.time_rule),
	};

	LIST_ADD(w->arena, &w->out->times, t);
}

static void add_attribution(struct work *w, const struct mention *m)
{
	struct who who = once_who(w->words->once, m);
	struct attribution_record a = {
		.document = m->document,
		.source = m->source_spans,
		.cue = m->cue_spans,
		.content = m->content_spans,
		.speaker = who.source,
		.organisation = who.organisation,
		.rules = m->rules,
	};

	LIST_ADD(w->arena, &w->out->attributions, a);
}

static void ignore(struct work *w, const struct mention *m)
{
	(void)w;
	(void)m;
}

static void (*const adders[])(struct work *, const struct mention *) = {
	[MENTION_NONE] = ignore,      [MENTION_FIGURE] = add_claim, [MENTION_EVENT] = add_event,
	[MENTION_STATUS] = add_event, [MENTION_TIME] = add_time,    [MENTION_ATTRIBUTION] = add_attribution,
};

static int by_mention(const void *a, const void *b)
{
	return str_cmp((*(const struct claim *const *)a)->mention, (*(const struct claim *const *)b)->mention);
}

/* part_of names a mention; the claim that was made from it is what it shall name. */
static void link_parts(struct work *w)
{
	size_t n = w->out->claims.n;
	const struct claim **sorted = ARENA_ARRAY(w->arena, const struct claim *, n + 1);

	for (size_t i = 0; i < n; i++)
		sorted[i] = &w->out->claims.at[i];
	qsort(sorted, n, sizeof *sorted, by_mention);
	for (size_t i = 0; i < n; i++) {
		struct claim whole = {.mention = w->out->claims.at[i].part_of}, *key = &whole, **hit = NULL;

		if (whole.mention.n)
			hit = bsearch(&key, sorted, n, sizeof *sorted, by_mention);
		w->out->claims.at[i].part_of = hit ? (*hit)->id : STR_NULL;
	}
}

struct normalised normalise(const struct mention_list *mentions, const struct words *words, struct arena *arena)
{
	struct normalised out = {0};
	struct work w = {
		.words = words,
		.mentions = mentions,
		.where = where_document(words->names, mentions->at, mentions->n, arena),
		.arena = arena,
		.out = &out,
	};

	once_document(words->once);
	for (size_t i = 0; i < mentions->n; i++)
		adders[mentions->at[i].kind](&w, &mentions->at[i]);
	link_parts(&w);
	return out;
}
