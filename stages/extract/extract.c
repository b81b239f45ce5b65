#include "extract.h"

#include "base/hash.h"
#include "event_denial.h"
#include "event_when.h"
#include "events.h"
#include "figures.h"
#include "flows.h"
#include "happened.h"
#include "occasions.h"
#include "outlining.h"
#include "pointed.h"
#include "recalled.h"
#include "retold.h"
#include "speakers.h"
#include "times.h"
#include "whereabouts.h"

/* What every grammar found in one document. */
struct findings {
	struct reading r;
	struct time_mentions times;
	struct attributions said;
	struct occasions occasions;
	struct names names;
	struct whereabouts where;
	struct figures figures;
	struct found_events events;
	bool all;
	uint32_t folded_of; /* the sentence whose words were folded last, and those; empty: none yet */
	struct str folded;
};

static struct mention blank(const struct document *doc)
{
	return (struct mention){
		.document = doc->id,
		.published = doc->published,
		.published_basis = doc->published_basis,
		.publisher = doc->publisher,
		.agency = doc->agency,
		.dateline_place = doc->dateline_place,
		.sentence_start = COLUMN_NO_INT,
		.sentence_end = COLUMN_NO_INT,
		.place_start = COLUMN_NO_INT,
		.source_start = COLUMN_NO_INT,
	};
}

static void fill_sentence(struct findings *f, uint32_t sentence, struct mention *m)
{
	const struct reading *r = &f->r;
	struct sentence s = r->sentences.at[sentence];

	if (!f->folded.n || f->folded_of != sentence)
		f->folded = reading_folded(r, s.first, s.n);
	f->folded_of = sentence;
	m->block = r->block_of[sentence];
	m->sentence_start = r->tokens.at[s.first].start;
	m->sentence_end = r->tokens.at[s.first + s.n - 1].end;
	m->sentence = f->folded;
}

static struct times_governing times_at(const struct findings *f, uint32_t token)
{
	return occasions_times(&f->r, &f->times, &f->occasions, token);
}

/* By the times of `token`, of what is told from there to `last`: a figure's number and the verb that measures it. */
static void fill_times(struct findings *f, struct times_governing t, uint32_t token, uint32_t last, struct mention *m)
{
	if (t.when != TIME_NONE && times_is_aside(&f->r, &f->times.at[t.when], last, m->measure))
		t.when = TIME_NONE;
	m->status = happened_status(&f->times, t.when, m->status);
	if (t.when != TIME_NONE)
		m->time = happened_time(&f->r, &f->times, &t, token, m);
	if (m->time.n)
		m->time_surface = reading_text(&f->r, f->times.at[t.when].first, f->times.at[t.when].n);
	if (t.said != TIME_NONE) {
		m->said = times_text(f->r.arena, &f->times, t.said);
		m->said_surface = reading_text(&f->r, f->times.at[t.said].first, f->times.at[t.said].n);
	}
}

/* What is only recalled, and dated by nothing, is none of today. */
static void fill_recalled(struct findings *f, uint32_t token, struct mention *m)
{
	if (m->time.n || m->modality != MODALITY_ACTUAL || !recalled_is(&f->r, token))
		return;
	m->time = recalled_time();
	strs_add(f->r.arena, &m->rules, STR("when.recalled"));
}

/* "Nearly 16,000 died in that disaster": when the sentence before has it. */
static void fill_pointed(struct findings *f, uint32_t token, struct mention *m)
{
	uint32_t time = m->time.n || m->modality != MODALITY_ACTUAL ? TIME_NONE : pointed_time(&f->r, &f->times, token);

	if (time == TIME_NONE)
		return;
	m->time = times_closed_text(f->r.arena, &f->times, time);
	m->time_surface = reading_text(&f->r, f->times.at[time].first, f->times.at[time].n);
	strs_add(f->r.arena, &m->rules, STR("when.pointed"));
}

/* Where and who of the token that a mention hangs on; the k-th of its speakers. placed: the token that tells where. */
static void fill_circumstances(struct findings *f, const struct attribution *a, uint32_t k, uint32_t token,
			       uint32_t placed, struct mention *m)
{
	fill_sentence(f, f->r.sentence_of[token], m);
	whereabouts_fill(&f->where, placed, m);
	speaker_fill(&f->r, &f->said, a, k, token, m);
}

static void add(struct findings *f, struct extracted *out, struct mention *m)
{
	m->id = mention_id(f->r.arena, m);
	LIST_ADD(f->r.arena, &out->mentions, *m);
}

/* The same as another mention, as a further speaker states it. */
static void add_for_another(struct findings *f, struct extracted *out, struct str id, struct mention *m)
{
	struct str parts[] = {id, m->source};

	m->id = hash_id(f->r.arena, 'm', parts, 2);
	strs_add(f->r.arena, &m->rules, STR("said.joint"));
	LIST_ADD(f->r.arena, &out->mentions, *m);
}

/* "The army and the police said": each of them states it. */
static uint32_t speakers_n(const struct attribution *a)
{
	return a && a->n_speakers ? a->n_speakers : 1;
}

/* Whoever states the figure. */
static const struct attribution *speaking_of(const struct findings *f, const struct figure *g)
{
	const struct attribution *a = speakers_of(&f->said, g->number.number_first);

	/* "denied that its planes had bombed a wedding, in which 131 people died": so many are not who denies it says
	 */
	if (g->rules & RULE_BIT(DISOWNED) && a && a->polarity == POLARITY_DENIED)
		return NULL;
	/* "accused them of seizing aid for two towns under siege": nobody denies the siege */
	return g->rules & RULE_BIT(BACKGROUND) && speakers_accuse(a) ? NULL : a;
}

/* "Five prisoners captured in 2014 | were released": what states the number may stand outside of the clause that a time
 * beside the number dates; "on Monday freed five men whom they had | captured in 2014": or within it, and the number
 * beside another. */
static uint32_t dated_at(const struct findings *f, const struct figure *g)
{
	uint32_t number = g->number.number_first, told = g->trigger_first, first = f->r.sentences.at[g->sentence].first;
	bool within = told > number && times_tell_apart(&f->r, &f->times, told, first);

	return g->trigger_n && (within || times_tell_apart(&f->r, &f->times, number, told)) ? told : number;
}

/* The times of the figure; "some of the 900 who had been | evacuated went home on Sunday": that day is of the others'
 * verb. */
static struct times_governing figure_times(const struct findings *f, const struct figure *g, uint32_t dated)
{
	struct times_governing t = times_at(f, dated);

	if (g->rules & RULE_BIT(RELATIVE) && t.when != TIME_NONE &&
	    times_is_of_main(&f->r, &f->times.at[t.when], g->trigger_first + g->trigger_n))
		t.when = TIME_NONE;
	return t;
}

/* The figure as its k-th speaker states it. */
static bool names_no_place(const struct findings *f, uint32_t sentence)
{
	return f->where.first_of[sentence + 1] == f->where.first_of[sentence];
}

/* "Some 250,000 are trapped near Mullaitivu. The government puts the number at 120,000": where the number is that it
 * refers to. The token by which the figure's place is told. */
static uint32_t placed_at(const struct findings *f, const struct figure *g)
{
	enum { LOOK_BACK = 2 }; /* [sentences] */

	if (!(g->rules & RULE_BIT(REFERRED)) || !names_no_place(f, g->sentence))
		return g->number.number_first;
	for (const struct figure *k = g; k-- > f->figures.at && g->sentence - k->sentence <= LOOK_BACK;)
		if (str_eq(k->measure, g->measure) && k->sentence < g->sentence)
			return k->number.number_first;
	return g->number.number_first;
}

static struct mention figure_mention(struct findings *f, const struct figure *g, uint32_t k)
{
	struct mention m = blank(f->r.doc);
	uint32_t token = g->number.number_first, dated = dated_at(f, g);
	uint32_t last = g->trigger_n && g->trigger_first > token ? g->trigger_first : token;

	m.kind = MENTION_FIGURE;
	figure_fill(&f->r, g, &m);
	fill_times(f, figure_times(f, g, dated), dated, last,
		   &m); /* what is counted since long ago is of a whole country */
	fill_circumstances(f, speaking_of(f, g), k, token, placed_at(f, g), &m);
	if (m.measure.n)
		fill_pointed(f, token, &m);
	if (m.measure.n)
		fill_recalled(f, token, &m);
	/* "a total of 900 were killed in March" counts those of March */
	if (g->rules & RULE_BIT(TOLL) || (m.time.n && flow_brings_total(&f->r, token)))
		m.time = flow_total_time(&f->r, m.time);
	if (g->rules & RULE_BIT(DISOWNED))
		m.polarity = POLARITY_ASSERTED; /* whoever denies a part in it doesn't deny it */
	if (flow_is_of_day(&f->r, &f->times, g)) {
		m.aspect = ASPECT_FLOW;
		strs_add(f->r.arena, &m.rules, STR("aspect.day"));
	}
	return m;
}

/* "The army and the police put it at 12": the others state it too. */
static void add_joint(struct findings *f, struct extracted *out, const struct figure *g, const struct mention *of)
{
	struct str part_of = of->part_of, id = of->id;
	uint32_t n = speakers_n(speaking_of(f, g));

	for (uint32_t k = 1; k < n; k++) {
		struct mention m = figure_mention(f, g, k);

		m.part_of = part_of;
		if (m.source.n)
			add_for_another(f, out, id, &m);
	}
}

static void add_figures(struct findings *f, struct extracted *out)
{
	size_t first = out->mentions.n;

	for (size_t i = 0; i < f->figures.n; i++) {
		struct mention m = figure_mention(f, &f->figures.at[i], 0);

		add(f, out, &m);
	}
	/* a part may stand before its whole: ids first */
	for (size_t i = 0; i < f->figures.n; i++)
		if (f->figures.at[i].part_of >= 0)
			out->mentions.at[first + i].part_of =
				out->mentions.at[first + (size_t)f->figures.at[i].part_of].id;
	for (size_t i = 0; i < f->figures.n; i++)
		add_joint(f, out, &f->figures.at[i], &out->mentions.at[first + i]);
}

/* "17 miners have been rescued since Monday": how many were, not when it began. */
static bool is_counted(const struct findings *f, const struct found_event *e)
{
	const struct phrases *p = f->r.phrases[e->sentence];
	const struct noun_phrase *target = p ? phrases_noun(p, e->target) : NULL;

	return target && target->numbers && phrases_verb_at(p, e->first);
}

/* "under siege since 2015": a process that lasts since then began then. */
static bool lasts_since(const struct findings *f, const struct found_event *e)
{
	struct times_governing t = times_governing(&f->r, &f->times, e->first);

	return e->status == STATUS_NONE && t.when != TIME_NONE && f->times.at[t.when].timex.kind == TIMEX_SINCE &&
	       events_is_process(&f->r, e->type) && !is_counted(f, e);
}

/* The day that other mentions of the same happening tell. */
static void retell(struct findings *f, uint32_t time, struct mention *m)
{
	if (time == TIME_NONE || m->time.n || m->modality != MODALITY_ACTUAL)
		return;
	m->time = times_text(f->r.arena, &f->times, time);
	m->time_surface = reading_text(&f->r, f->times.at[time].first, f->times.at[time].n);
	strs_add(f->r.arena, &m->rules, STR("when.retold"));
}

/* Not all that is told in words of denying is denied. */
static void mend_denial(struct findings *f, const struct attribution *a, const struct found_event *e, struct mention *m)
{
	if (!a || a->polarity != POLARITY_DENIED)
		return;
	bool disowned = event_is_disowned(&f->r, a, e);

	if (disowned)
		m->agent = STR_NULL;
	if (disowned || !event_is_denied(&f->r, a, e))
		m->polarity = e->polarity;
}

static void add_events(struct findings *f, struct extracted *out)
{
	const struct event_time *told = event_times(&f->r, &f->times, &f->occasions, &f->events);
	const uint32_t *retold = retold_times(&f->r, &f->times, told, &f->events);

	for (size_t i = 0; i < f->events.n; i++) {
		const struct found_event *e = &f->events.at[i];
		const struct attribution *a = speakers_of(&f->said, e->first);

		if (told[i].undated && retold[i] == TIME_NONE)
			continue;
		for (uint32_t k = 0; k < speakers_n(a); k++) {
			struct mention m = blank(f->r.doc);

			event_fill(&f->r, e, &m);
			if (lasts_since(f, e))
				m.status = STATUS_BEGUN;
			if (events_is_mutual(&f->r, e) && a && a->n_speakers == 2)
				m.agent = a->speakers[1 - k].name; /* "the army and the rebels blamed each other" */
			fill_circumstances(f, a, k, e->first, e->first, &m);
			fill_times(f, told[i].t, e->first, e->first, &m);
			mend_denial(f, a, e, &m);
			if (told[i].apart || (told[i].later && retold[i] != TIME_NONE))
				m.time = m.time_surface = STR_NULL;
			fill_recalled(f, e->first, &m);
			retell(f, retold[i], &m);
			if (told[i].apart && !m.time.n)
				m.time = flow_total_time(&f->r, times_text(f->r.arena, &f->times, told[i].t.when));
			if (k)
				add_for_another(f, out, mention_id(f->r.arena, &m), &m);
			else
				add(f, out, &m);
		}
	}
}

/* "Late Thursday the envoy said …": saying something on a day that is told is an event. */
static void add_statements(struct findings *f, struct extracted *out)
{
	for (size_t i = 0; i < f->said.n; i++) {
		const struct attribution *a = &f->said.at[i];
		struct mention m = blank(f->r.doc);

		if (!a->states || a->contents.n == 0 || a->source.first == a->source.end)
			continue;
		uint32_t content = a->contents.at[0].first, time = f->occasions.time[i];

		if (time == TIME_NONE || f->times.at[time].sentence != a->sentence)
			continue;
		m.kind = MENTION_EVENT;
		m.type = STR("statement");
		m.start = f->r.tokens.at[a->verb].start;
		m.end = f->r.tokens.at[a->verb].end;
		m.surface = f->r.tokens.at[a->verb].text;
		m.polarity = POLARITY_ASSERTED;
		m.modality = MODALITY_ACTUAL;
		m.confidence = decimal_make(8, 1);
		strs_add(f->r.arena, &m.rules, STR("event.statement"));
		fill_circumstances(f, a, 0, content, content, &m);
		fill_times(f, times_at(f, content), content, content, &m);
		m.time = m.said;
		m.time_surface = m.said_surface;
		m.agent = m.source;
		add(f, out, &m);
	}
}

static void add_times(struct findings *f, struct extracted *out)
{
	for (uint32_t i = 0; i < f->times.n; i++) {
		const struct time_mention *t = &f->times.at[i];
		struct mention m = blank(f->r.doc);

		m.kind = MENTION_TIME;
		fill_sentence(f, t->sentence, &m);
		m.start = t->start;
		m.end = t->end;
		m.surface = str_slice(f->r.doc->text, t->start, t->end);
		m.time = times_own_text(f->r.arena, &f->times, i);
		m.time_surface = m.surface;
		add(f, out, &m);
	}
}

static void add_attributions(struct findings *f, struct extracted *out)
{
	for (size_t i = 0; i < f->said.n; i++) {
		struct mention m = blank(f->r.doc);

		fill_sentence(f, f->said.at[i].sentence, &m);
		speaker_mention(&f->r, &f->said, &f->said.at[i], &m);
		add(f, out, &m);
	}
}

/* Normalise tells places apart by the document's others. */
static void note_places(struct findings *f, struct extracted *out)
{
	if (out->mentions.n)
		whereabouts_places(&f->where, &out->mentions.at[0].places);
}

/* Room for nearly all at once: a mention is large, and a list that grows copies each again. */
static void reserve(const struct findings *f, struct extracted *out)
{
	enum { OTHERS = 8 }; /* statements, and what a further speaker states */

	out->mentions.room = f->figures.n + f->events.n + OTHERS;
	out->mentions.at = arena_more(f->r.arena, NULL, 0, out->mentions.room, sizeof *out->mentions.at);
}

struct extracted extract(const struct document *doc, const struct knowledge *know, bool all, struct arena *arena)
{
	struct findings f = {.all = all};
	struct extracted out = {0};

	reading_open(&f.r, doc, know, arena);
	times_find(&f.r, &f.times);
	speakers_find(&f.r, &f.said);
	occasions_tell_apart(&f.r, &f.said, &f.times);
	occasions_find(&f.r, &f.said, &f.times, &f.occasions);
	names_find(&f.r, &f.names);
	whereabouts_find(&f.r, &f.names, &f.occasions, &f.where);
	figures_find(&f.r, &f.times, &f.figures);
	events_find(&f.r, &f.events);

	reserve(&f, &out);
	add_figures(&f, &out);
	add_events(&f, &out);
	add_statements(&f, &out);
	if (all) {
		add_times(&f, &out);
		add_attributions(&f, &out);
	}
	note_places(&f, &out);
	out.outline = outline_of(&f.r, &f.times);
	return out;
}
