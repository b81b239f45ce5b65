/* A figure as a mention: who states it, when and where it was. */
#include "figure_rules.h"
#include "findings.h"
#include "flows.h"
#include "pointed.h"

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
	struct times_governing t = findings_times(f, dated);

	if (g->rules & RULE_BIT(RELATIVE) && t.when != TIME_NONE &&
	    times_is_of_main(&f->r, &f->times.at[t.when], g->trigger_first + g->trigger_n))
		t.when = TIME_NONE;
	return t;
}

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

/* The figure as its k-th speaker states it. */
static struct mention figure_mention(struct findings *f, const struct figure *g, uint32_t k)
{
	struct mention m = findings_blank(f->r.doc);
	uint32_t token = g->number.number_first, dated = dated_at(f, g);
	uint32_t last = g->trigger_n && g->trigger_first > token ? g->trigger_first : token;

	m.kind = MENTION_FIGURE;
	figure_fill(&f->r, g, &m);
	findings_fill_times(f, figure_times(f, g, dated), dated, last,
			    &m); /* what is counted since long ago is of a whole country */
	findings_fill_circumstances(f, speaking_of(f, g), k, token, placed_at(f, g), &m);
	if (m.measure.n)
		fill_pointed(f, token, &m);
	if (m.measure.n)
		findings_fill_recalled(f, token, &m);
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
	uint32_t n = findings_speakers(speaking_of(f, g));

	for (uint32_t k = 1; k < n; k++) {
		struct mention m = figure_mention(f, g, k);

		m.part_of = part_of;
		if (m.source.n)
			findings_add_for_another(f, out, id, &m);
	}
}

void found_figures_add(struct findings *f, struct extracted *out)
{
	size_t first = out->mentions.n;

	for (size_t i = 0; i < f->figures.n; i++) {
		struct mention m = figure_mention(f, &f->figures.at[i], 0);

		findings_add(f, out, &m);
	}
	/* a part may stand before its whole: ids first */
	for (size_t i = 0; i < f->figures.n; i++)
		if (f->figures.at[i].part_of >= 0)
			out->mentions.at[first + i].part_of =
				out->mentions.at[first + (size_t)f->figures.at[i].part_of].id;
	for (size_t i = 0; i < f->figures.n; i++)
		add_joint(f, out, &f->figures.at[i], &out->mentions.at[first + i]);
}
