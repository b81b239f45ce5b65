#include "figure_parts.h"
#include "figure_wholes.h"

/* Some of those who were told of before, in this sentence or an earlier one. */

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

/* "the dead", "the injured": a word that by itself states the measure. */
static bool is_state_word(const struct figure_scan *s, uint32_t i, struct str measure)
{
	size_t end;

	for (size_t k = scan_triggers(s, i, &end); k < end; k++)
		if (str_eq(s->triggers[k].measure, measure))
			return true;
	return false;
}

/* "since 2013, when 115 died", "In 1990, 1,426 people were killed": told of another time. */
static bool is_past_event(const struct figure_scan *s, const struct figure *f)
{
	uint32_t from = s->r->sentences.at[f->sentence].first;

	if (f->first > 0 && figure_token_is(s->r, f->first - 1, "when"))
		return true;
	for (uint32_t i = from; i + 1 < f->first; i++)
		if (figure_token_is(s->r, i, "in") && figure_is_year(s->r, i + 1))
			return true;
	return false;
}

/* Soldiers, fighters: people are no part of them. */
static bool is_armed(const struct figure *f)
{
	return str_eq(f->subject, STR("soldiers")) || str_eq(f->subject, STR("fighters")) ||
	       str_eq(f->subject, STR("police"));
}

int32_t figure_counted_before(const struct figure_scan *s, const struct figures *all, uint32_t at, struct str measure)
{
	enum { FARTHEST = 64 }; /* [figures] */
	const struct figure *f = &all->at[at];

	for (uint32_t i = at; i-- > 0 && at - i <= FARTHEST;) {
		const struct figure *g = &all->at[i];

		if (f->trigger_n && g->first > f->trigger_first)
			continue; /* "among the dead were 12 women and two boys": named by the same word */
		if (str_eq(g->measure, measure) && g->part_of < 0 && g->number.kind == AMOUNT_COUNT &&
		    (!f->noun_n || !str_eq(f->subject, STR("people")) || !is_armed(g)) &&
		    decimal_cmp(f->number.value, g->number.value) < 0 && !is_past_event(s, g))
			return (int32_t)i;
	}
	return -1;
}

/* "Three of the dead were under 18": of those told before. */
static int32_t of_the_counted(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t end = end_of(f);

	if (!f->measure.n || f->n < 4 || !is_state_word(s, end - 1, f->measure) || !scan_text(s, end - 2, "the") ||
	    !scan_text(s, end - 3, "of"))
		return -1;
	return figure_counted_before(s, all, at, f->measure);
}

/* "Four of the dead children were siblings": of those whom the word before the noun tells of. */
static int32_t of_the_dead_ones(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t end = end_of(f);
	size_t last;

	if (f->measure.n || !(f->rules & RULE_BIT(NOUN_OF)) || f->n < 5 || !scan_text(s, end - 3, "the") ||
	    !scan_has(s, end, FUNCTION_BE) || tag_is_verb(scan_tag(s, end + 1)))
		return -1;
	for (size_t k = scan_triggers(s, end - 2, &last); k < last; k++)
		if (s->triggers[k].n == 1 && s->triggers[k].counts == COUNTS_COMPLEMENT)
			return figure_counted_before(s, all, at, s->triggers[k].measure);
	return -1;
}

/* "Three men were shot. Two of those men died.", "two of the men died": of those counted by that noun. */
static int32_t of_those_of_noun(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t noun = end_of(f) - 1;
	bool shown = scan_text(s, noun - 1, "those") || scan_text(s, noun - 1, "these");

	if (!(f->rules & RULE_BIT(NOUN_OF)) || f->noun_n != 1 || f->n < 4 || f->noun_first != noun ||
	    !(shown || (f->measure.n && scan_text(s, noun - 1, "the"))))
		return -1;
	for (uint32_t i = at; i-- > 0 && f->sentence - all->at[i].sentence <= FIGURE_LOOK_BACK;) {
		const struct figure *g = &all->at[i];

		if (g->noun_n == 1 && g->number.kind == AMOUNT_COUNT && g->part_of < 0 &&
		    s->r->tokens.at[g->noun_first].hash == s->r->tokens.at[noun].hash &&
		    decimal_cmp(f->number.value, g->number.value) < 0)
			return (int32_t)i;
	}
	return -1;
}

/* "Among the wounded were four women", "of those killed, 19 were children", "four were among the dead": of those told
 * before. */
static int32_t of_those_named(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t i = f->trigger_first;

	if (!(f->rules & RULE_BIT(COMPLEMENT)) || !f->trigger_n || f->number.kind != AMOUNT_COUNT)
		return -1;
	while (i > s->start &&
	       (scan_tag(s, i - 1) == TAG_DT || scan_tag(s, i - 1) == TAG_PRPS || scan_tag(s, i - 1) == TAG_CD))
		i--;
	return i > s->start && i < f->trigger_first && (scan_text(s, i - 1, "among") || scan_text(s, i - 1, "of"))
		       ? figure_counted_before(s, all, at, f->measure)
		       : -1;
}

/* Was it told how many were hurt? Then nobody knows whether victims are the dead. */
static bool injured_counted(const struct figures *all, uint32_t at)
{
	for (uint32_t i = 0; i < at; i++)
		if (str_eq(all->at[i].measure, STR("injured")) && all->at[i].number.form != NUMERAL_VAGUE)
			return true;
	return false;
}

/* "Three of the victims were children": what they are, said of some of those who were killed. */
static int32_t of_the_victims(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t i = end_of(f);

	if (f->measure.n || !(f->rules & RULE_BIT(NOUN_OF)) || !scan_text(s, i - 1, "victims") ||
	    !scan_has(s, i, FUNCTION_BE) || !(scan_tag(s, i - 2) == TAG_DT || scan_tag(s, i - 2) == TAG_POS))
		return -1;
	for (i++; scan_tag(s, i) == TAG_DT || scan_tag(s, i) == TAG_RB || tag_is_adjective(scan_tag(s, i));)
		i++;
	return tag_is_noun(scan_tag(s, i)) && !injured_counted(all, at)
		       ? figure_counted_before(s, all, at, STR("killed"))
		       : -1;
}

/* "A dozen were hurt, three seriously": how badly some of those before were hurt. */
static int32_t by_degree(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at], *g = at ? &all->at[at - 1] : NULL;
	uint32_t i = end_of(f);

	if (!g || f->sentence != g->sentence || !str_eq(g->measure, STR("injured")) || g->number.kind != AMOUNT_COUNT ||
	    f->noun_n || f->first == s->start || !scan_text(s, f->first - 1, ",") || !scan_has(s, i, FUNCTION_GRAVE) ||
	    !str_ends(s->r->tokens.at[i].lower, STR("ly")) || decimal_cmp(f->number.value, g->number.value) >= 0)
		return -1;
	return scan_text(s, i + 1, ",") || scan_text(s, i + 1, ".") || i + 1 >= s->end ? (int32_t)at - 1 : -1;
}

int32_t figure_some_of_told(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	int32_t whole = of_the_counted(s, all, at);

	if (whole < 0)
		whole = of_those_named(s, all, at);
	if (whole < 0)
		whole = of_the_victims(s, all, at);
	if (whole < 0)
		whole = of_the_dead_ones(s, all, at);
	if (whole < 0)
		whole = of_those_of_noun(s, all, at);
	return whole >= 0 ? whole : by_degree(s, all, at);
}
