/* Which word is believed where more than one may state something of a figure: the verb behind it, what the counted
 * noun says by itself, the list that it stands in. */
#include "measures.h"
#include "nouns.h"

/* "25 missing and 628,000 relocated": the participle is the next one's where the noun has a word of its own. */
static struct stated nearest(const struct figure_scan *s, const struct figure *f, struct stated found)
{
	struct stated own;

	if (!(found.rules & RULE_BIT(PARTICIPLE)) || !f->noun_n)
		return found;
	for (uint32_t i = f->first + f->n; i < found.trigger->first; i++)
		if (scan_tag(s, i) == TAG_CD) {
			own = measure_own(s, f);
			return own.trigger ? own : found;
		}
	return found;
}

/* "the injured were a baker and two others who were treated": the list that it stands in states something as well as
 * the clause behind it, which comes second. */
static struct stated with_list(const struct figure_scan *s, const struct figure *f, struct stated found)
{
	struct stated list;

	if (!(found.rules & RULE_BIT(RELATIVE)))
		return found;
	list = measure_named(s, f);
	if (!list.trigger)
		list = measure_shared(s, f);
	if (!list.trigger)
		return found;
	list.also = found.trigger;
	return list;
}

/* "the bodies of 10 soldiers and 12 rebels were exchanged": the dead are given back, and not released. */
static struct stated of_bodies(const struct figure_scan *s, const struct figure *f, struct stated found)
{
	struct stated list = {0};

	if (found.trigger && str_eq(found.trigger->measure, STR("released")))
		list = measure_shared(s, f);
	return list.trigger && list.rules & RULE_BIT(NOMINAL) && str_eq(list.trigger->measure, STR("killed")) ? list
													      : found;
}

/* "four dead miners were brought to the surface", "three wounded soldiers were sent to a clinic": the dead are not
 * rescued, nor are the hurt deployed. */
static struct stated of_harmed(const struct figure_scan *s, const struct figure *f, struct stated found)
{
	static const struct str lives[] = {STR_WORD("rescued"), STR_WORD("deployed"), STR_WORD("returned"),
					   STR_WORD("released"), STR_WORD("relocated")};
	static const struct str harms[] = {STR_WORD("killed"),	    STR_WORD("injured"),  STR_WORD("missing"),
					   STR_WORD("surrendered"), STR_WORD("detained"), STR_WORD("abducted")};

	if (!found.trigger || !f->noun_n || found.trigger->first < f->first + f->n ||
	    !str_is_one_of(found.trigger->measure, lives, sizeof lives / sizeof *lives))
		return found;
	bool sent = str_eq(found.trigger->measure, STR("deployed"));

	for (uint32_t i = f->phrase_first; i < f->noun_first; i++) {
		size_t end, k = scan_triggers(s, i, &end);

		if (k < end && (str_eq(s->triggers[k].measure, STR("killed")) ||
				(sent && str_is_one_of(s->triggers[k].measure, harms, sizeof harms / sizeof *harms))))
			return measure_own(s, f); /* none where they are known: "the four" */
	}
	return found;
}

/* "the dead included 30 girls crushed at a school and 20 soldiers": what the figure before has from whom the sentence
 * names first. */
static struct stated named_before(const struct figure_scan *s, const struct figure *f)
{
	const struct figure *g = f == s->figures ? NULL : f - 1;
	size_t end, k = g && g->trigger_n ? scan_triggers(s, g->trigger_first, &end) : 0;
	struct stated none = {0};

	if (!g || !g->trigger_n || !(g->rules & RULE_BIT(COMPLEMENT)) || g->trigger_first > g->first ||
	    !scan_text(s, f->first - 1, "and"))
		return none;
	for (; k < end; k++)
		if (str_eq(s->triggers[k].measure, g->measure))
			return (struct stated){.trigger = &s->triggers[k], .rules = RULE_BIT(COMPLEMENT)};
	return none;
}

/* "freed 53 hostages, including nine children whom they seized on a bus": how those of a list came to be held, of whom
 * it tells that they are free. */
static bool is_how_held(const struct figure_scan *s, const struct figure *f, const struct stated *found)
{
	static const struct str held[] = {STR_WORD("abducted"), STR_WORD("detained")};
	static const struct str free[] = {STR_WORD("released"), STR_WORD("rescued")};
	const struct figure *whole = f;

	if (!found->trigger || !(found->rules & RULE_BIT(RELATIVE)) || measure_include_list(s, f) == 0 ||
	    !str_is_one_of(found->trigger->measure, held, sizeof held / sizeof *held))
		return false;
	while (whole > s->figures && !str_is_one_of(whole->measure, free, sizeof free / sizeof *free))
		whole--;
	return whole < f && str_is_one_of(whole->measure, free, sizeof free / sizeof *free);
}

/* "killed 12, including two refugees living in camps", "the dead included 20 soldiers on duty": where those were, right
 * behind them, whom the list tells that they were harmed. */
static struct stated of_list(const struct figure_scan *s, const struct figure *f, struct stated found)
{
	static const struct str states[] = {STR_WORD("sheltered"), STR_WORD("deployed"), STR_WORD("participated")};
	static const struct str harms[] = {STR_WORD("killed"), STR_WORD("injured"), STR_WORD("missing"),
					   STR_WORD("abducted"), STR_WORD("detained")};
	struct stated list;

	if (is_how_held(s, f, &found))
		return (struct stated){0}; /* takes it from the whole */
	if (!found.trigger || found.trigger->first != f->first + f->n ||
	    !str_is_one_of(found.trigger->measure, states, sizeof states / sizeof *states))
		return found;
	if (f != s->figures && measure_include_list(s, f) > 0 &&
	    str_is_one_of(f[-1].measure, harms, sizeof harms / sizeof *harms))
		return (struct stated){0}; /* takes it from the whole */
	list = measure_named(s, f);
	if (!list.trigger)
		list = measure_shared(s, f);
	if (!list.trigger)
		list = measure_included(s, f);
	if (!list.trigger)
		list = named_before(s, f);
	return list.trigger && str_is_one_of(list.trigger->measure, harms, sizeof harms / sizeof *harms) ? list : found;
}

/* "lifted evacuation orders for 3,000 residents": nobody is moved any more. */
static bool is_lifted(const struct figure_scan *s, const struct trigger *t)
{
	static const char *const words[] = {"lift",    "lifts",	    "lifted",	"lifting",  "rescinded",
					    "rescind", "cancelled", "canceled", "withdrew", "withdrawn"};
	enum { REACH = 5 }; /* [tokens] "lifted all mandatory" */

	if (!t || t->counts != COUNTS_ON || !scan_text(s, t->first, "evacuation"))
		return false;
	for (uint32_t i = t->first; i > s->start && t->first - i < REACH; i--)
		if (scan_is_one_of(s, i - 1, words, sizeof words / sizeof *words))
			return true;
	return false;
}

struct stated measure_settle(const struct figure_scan *s, const struct figure *f, struct stated found)
{
	if (is_lifted(s, found.trigger))
		return (struct stated){0};
	found = of_bodies(s, f, with_list(s, f, nearest(s, f, found)));
	return of_list(s, f, of_harmed(s, f, found));
}
