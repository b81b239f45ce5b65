#include "figure_members.h"
#include "figure_parts.h"
#include "measures.h"
#include "nouns.h"

/* Numbers that take their measure from one before: told again, referred to, old and new values. */

enum { LOOK_BACK = 2 }; /* [sentences] */

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

static bool same_sentence(const struct figure *a, const struct figure *b)
{
	return a->sentence == b->sentence;
}

void figure_take_measure(struct figure *f, const struct figure *from, uint64_t rule)
{
	f->measure = from->measure;
	f->polarity = from->polarity;
	f->modality = from->modality;
	f->aspect = from->aspect;
	f->trigger_first = from->trigger_first;
	f->trigger_n = from->trigger_n;
	f->rules |= rule | (from->rules & RULE_BIT(DISOWNED));
	f->confidence = (uint8_t)(from->confidence > 8 ? from->confidence - 8 : from->confidence);
}

/* Does the number stand behind "to": "down to 14,000", "rose to 12"? */
static bool is_led_to(const struct figure_scan *s, const struct figure *f)
{
	return f->first > s->start && scan_text(s, f->first - 1, "to");
}

/* "up from 10", "down from an earlier 15", "to 14,000 on Thursday, from 15,500" behind a figure: what it was before. */
static bool was_before(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	uint32_t i = f->first;

	while (i > s->start && (scan_tag(s, i - 1) == TAG_DT || tag_is_adjective(scan_tag(s, i - 1))))
		i--;
	if (at == 0 || !same_sentence(&all->at[at - 1], f) || f->measure.n || f->noun_n || i < s->start + 2 ||
	    !all->at[at - 1].measure.n || f->number.kind != all->at[at - 1].number.kind || !scan_text(s, i - 1, "from"))
		return false;
	if (!scan_text(s, i - 2, "up") && !scan_text(s, i - 2, "down") && !is_led_to(s, &all->at[at - 1]))
		return false;
	figure_take_measure(f, &all->at[at - 1], RULE_BIT(OLD_VALUE));
	f->subject = all->at[at - 1].subject;
	return true;
}

/* Families and households, whose number says nothing of how many people they are. */
static bool is_group(const struct figure_scan *s, const struct figure *f)
{
	struct str kind;

	noun_kind_of(s, f, &kind);
	return str_eq(kind, STR("group"));
}

/* "80 displaced families, or 400 people,", "5,000 people or 1,100 households": the same ones, counted otherwise. */
static bool is_counted_otherwise(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	uint32_t or = f->first - 1;

	return f->first >= s->start + 2 && scan_text(s, or, "or") && or
	       -scan_text(s, or -1, ",") == end_of(g) && is_group(s, f) != is_group(s, g);
}

bool figure_restated(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];

	if (at == 0 || !same_sentence(&all->at[at - 1], f) || f->measure.n || f->first == s->start)
		return false;
	const struct figure *g = &all->at[at - 1];
	bool bracketed = scan_text(s, f->first - 1, "(") || figure_is_dash(s->r, f->first - 1);

	if (!(bracketed && f->first - 1 == end_of(g)) && !is_counted_otherwise(s, f, g))
		return false;
	bool areas = str_eq(f->subject, STR("area")) && str_eq(g->subject, STR("area")); /* "222 ha (550 acres)" */

	if (!g->measure.n || (!areas && (f->number.kind != AMOUNT_COUNT || !f->noun_n)))
		return false;
	if (!areas && decimal_cmp(f->number.value, g->number.value) < 0 && !is_group(s, f) && !is_group(s, g))
		f->part_of = (int32_t)at - 1; /* "six priests (five of them Spaniards)" */
	figure_take_measure(f, g, RULE_BIT(PART_BRACKET));
	return true;
}

/* The figure with a measure that "a figure of", "the total" refers to. */
static int32_t antecedent(const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];

	for (uint32_t i = at; i-- > 0 && f->sentence - all->at[i].sentence <= LOOK_BACK;)
		if (all->at[i].measure.n && all->at[i].part_of < 0 && all->at[i].number.kind == AMOUNT_COUNT)
			return (int32_t)i;
	return -1;
}

/* "the tally of nations hit": a word of reference that says itself what it counts, and no people. word: its last. */
static bool counts_another(const struct figure_scan *s, uint32_t word)
{
	const struct noun_phrase *n = scan_text(s, word + 1, "of") ? phrases_noun_at(&s->phrases, word + 2) : NULL;
	struct str kind = STR_NULL;

	if (!n || n->flags & (NOUN_BARE | NOUN_PRONOUN | NOUN_NOMINAL))
		return false;
	noun_class(s, n->first, n->head, &kind);
	return !str_eq(kind, STR("person")) && !str_eq(kind, STR("group"));
}

/* Is a word of reference what the number stands for: "a figure of around 8,000", "put the total at 25,000"? */
static bool refers(const struct figure_scan *s, const struct figure *f)
{
	uint32_t from = f->first > s->start + 6 ? f->first - 6 : s->start;

	if (f->noun_n || f->number.kind != AMOUNT_COUNT || f->measure.n)
		return false;
	if (figure_word_before(s->r, s->start, f->first, FUNCTION_REFERENCE))
		return true;
	for (uint32_t i = from, n; i < f->first; i++)
		if ((n = figure_word(s->r, i, FUNCTION_REFERENCE)) > 0)
			return !counts_another(s, i + n - 1);
	return false;
}

static bool same_value(const struct figure *a, const struct figure *b)
{
	return decimal_eq(a->number.value, b->number.value) && decimal_eq(a->number.value_to, b->number.value_to) &&
	       str_eq(a->subject, b->subject) && a->number.kind == b->number.kind;
}

/* A number told again shortly after is what it was: "There are 50,000 people" after "50,000 people trapped". */
static void restate(struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];

	if (f->measure.n || f->number.kind != AMOUNT_COUNT || !f->noun_n || f->part_of >= 0 ||
	    f->number.form == NUMERAL_VAGUE || /* "hundreds" are others each time */
	    decimal_cmp(f->number.value, decimal_of(20)) < 0)
		return;
	for (uint32_t i = at; i-- > 0 && f->sentence - all->at[i].sentence <= LOOK_BACK;)
		if (all->at[i].measure.n && same_value(&all->at[i], f)) {
			figure_take_measure(f, &all->at[i], RULE_BIT(RESTATED));
			return;
		}
}

/* Make those that the number before is made of its parts. */
static bool break_down(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	const struct figure *g = at ? &all->at[at - 1] : NULL;
	uint32_t n;

	if (!g || !same_sentence(g, &all->at[at]) || !g->measure.n || g->number.kind != AMOUNT_COUNT ||
	    all->at[at].first <= s->start || all->at[at].part_of >= 0)
		return false;
	n = (uint32_t)figure_breakdown(s, g);
	n = n ? n : (uint32_t)figure_split(s, g);
	for (uint32_t i = at; i < at + n; i++) {
		if (!all->at[i].noun_n)
			all->at[i].subject = g->subject;
		all->at[i].rules &= ~(RULE_BIT(SHARED) | RULE_BIT(TOLL));
		figure_take_measure(&all->at[i], g, RULE_BIT(INHERITED) | RULE_BIT(PART));
		all->at[i].part_of = (int32_t)at - 1;
	}
	return n > 0;
}

/* "a figure of around 8,000", "bringing the total to 57" */
bool figure_refer(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	int32_t whole = refers(s, f) ? antecedent(all, at) : -1;

	if (whole < 0)
		return false;
	figure_take_measure(f, &all->at[whole], RULE_BIT(REFERRED));
	f->subject = all->at[whole].subject;
	f->trigger_n = 0;
	if (f->aspect == ASPECT_FLOW && measure_brings_total(s, f))
		f->aspect = ASPECT_CUMULATIVE;
	return true;
}

/* "A convoy carrying 350 people left … The 350 were evacuated after talks": the one load again, and no total. */
static void repeat_load(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	enum { LONG_BACK = 8 }; /* [sentences] */
	struct figure *f = &all->at[at];
	uint32_t number = f->number.number_first;

	if (f->aspect != ASPECT_CUMULATIVE || number == s->start || !scan_text(s, number - 1, "the"))
		return;
	for (uint32_t i = at; i-- > 0 && f->sentence - all->at[i].sentence <= LONG_BACK;)
		if (all->at[i].aspect == ASPECT_FLOW && str_eq(all->at[i].measure, f->measure) &&
		    decimal_eq(all->at[i].number.value, f->number.value)) {
			f->aspect = ASPECT_FLOW;
			return;
		}
}

void figure_continue(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	if (was_before(s, all, at) || break_down(s, all, at))
		return;
	figure_continue_list(s, all, at);
	restate(all, at);
	repeat_load(s, all, at);
}
