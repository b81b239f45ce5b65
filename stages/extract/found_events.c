/* An event as a mention, and the statements that are told with their day. */
#include "event_denial.h"
#include "event_when.h"
#include "findings.h"
#include "flows.h"
#include "retold.h"

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

void found_events_add(struct findings *f, struct extracted *out)
{
	const struct event_time *told = event_times(&f->r, &f->times, &f->occasions, &f->events);
	const uint32_t *retold = retold_times(&f->r, &f->times, told, &f->events);

	for (size_t i = 0; i < f->events.n; i++) {
		const struct found_event *e = &f->events.at[i];
		const struct attribution *a = speakers_of(&f->said, e->first);

		if (told[i].undated && retold[i] == TIME_NONE)
			continue;
		for (uint32_t k = 0; k < findings_speakers(a); k++) {
			struct mention m = findings_blank(f->r.doc);

			event_fill(&f->r, e, &m);
			if (lasts_since(f, e))
				m.status = STATUS_BEGUN;
			if (events_is_mutual(&f->r, e) && a && a->n_speakers == 2)
				m.agent = a->speakers[1 - k].name; /* "the army and the rebels blamed each other" */
			findings_fill_circumstances(f, a, k, e->first, e->first, &m);
			findings_fill_times(f, told[i].t, e->first, e->first, &m);
			mend_denial(f, a, e, &m);
			if (told[i].apart || (told[i].later && retold[i] != TIME_NONE))
				m.time = m.time_surface = STR_NULL;
			findings_fill_recalled(f, e->first, &m);
			retell(f, retold[i], &m);
			if (told[i].apart && !m.time.n)
				m.time = flow_total_time(&f->r, times_text(f->r.arena, &f->times, told[i].t.when));
			if (k)
				findings_add_for_another(f, out, mention_id(f->r.arena, &m), &m);
			else
				findings_add(f, out, &m);
		}
	}
}

/* "Late Thursday the envoy said …": saying something on a day that is told is an event. */
void found_statements_add(struct findings *f, struct extracted *out)
{
	for (size_t i = 0; i < f->said.n; i++) {
		const struct attribution *a = &f->said.at[i];
		struct mention m = findings_blank(f->r.doc);

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
		findings_fill_circumstances(f, a, 0, content, content, &m);
		findings_fill_times(f, findings_times(f, content), content, content, &m);
		m.time = m.said;
		m.time_surface = m.said_surface;
		m.agent = m.source;
		findings_add(f, out, &m);
	}
}
