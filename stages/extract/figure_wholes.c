#include "figure_wholes.h"
#include "figure_parts.h"
#include "measures.h"
#include "nouns.h"

static bool same_sentence(const struct figure *a, const struct figure *b)
{
	return a->sentence == b->sentence;
}

static bool can_be_whole(const struct figure *g)
{
	return (g->number.kind == AMOUNT_COUNT || g->number.kind == AMOUNT_SHARE) && g->part_of < 0 &&
	       !(g->rules & RULE_BIT(OLD_VALUE));
}

int32_t figure_whole_before(const struct figures *all, uint32_t at, bool across)
{
	const struct figure *f = &all->at[at];

	for (uint32_t i = at; i-- > 0;) {
		const struct figure *g = &all->at[i];

		if (f->sentence - g->sentence > (across ? FIGURE_LOOK_BACK : 0))
			return -1;
		if (can_be_whole(g))
			return (int32_t)i;
	}
	return -1;
}

bool figure_whole_holds(const struct figures *all, int32_t whole, uint32_t at)
{
	const struct figure *f = &all->at[at], *g = whole >= 0 ? &all->at[whole] : NULL;

	return g && (f->number.kind != AMOUNT_COUNT || g->number.kind != AMOUNT_COUNT ||
		     g->number.form == NUMERAL_VAGUE || decimal_cmp(f->number.value, g->number.value) <= 0);
}

int32_t figure_whole_holder(const struct figures *all, uint32_t at, int32_t whole)
{
	for (uint32_t i = at; i-- > 0 && same_sentence(&all->at[i], &all->at[at]);)
		if (can_be_whole(&all->at[i]) && figure_whole_holds(all, (int32_t)i, at))
			return (int32_t)i;
	return whole;
}

int32_t figure_whole_of_the_same(const struct figure_scan *s, const struct figures *all, uint32_t at, int32_t whole)
{
	const struct figure *f = &all->at[at];

	for (uint32_t i = at; f->noun_n && i-- > 0 && same_sentence(&all->at[i], f);) {
		const struct figure *g = &all->at[i];

		if (can_be_whole(g) && g->noun_n == f->noun_n && decimal_cmp(f->number.value, g->number.value) < 0 &&
		    str_eq_fold(reading_text(s->r, g->noun_first, g->noun_n),
				reading_text(s->r, f->noun_first, f->noun_n)))
			return (int32_t)i;
	}
	return whole;
}

/* "found the victims, one of whom": those who were told of before; "Greek rescuers, five of whom" are others. */
static bool is_of_known(const struct figure_scan *s, const struct figure *f)
{
	uint32_t noun = f->first - 2;

	return f->first >= s->start + 3 && tag_is_noun(scan_tag(s, noun)) &&
	       (scan_text(s, noun - 1, "the") || scan_text(s, noun - 2, "the"));
}

int32_t figure_whole_people(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	bool earlier = all->at[at].first < s->start + 2 || is_of_known(s, &all->at[at]);

	for (uint32_t i = at;
	     i-- > 0 && all->at[at].sentence - all->at[i].sentence <= (earlier ? FIGURE_LOOK_BACK : 0);) {
		struct str kind;

		noun_kind_of(s, &all->at[i], &kind);
		if (can_be_whole(&all->at[i]) && !str_eq(kind, STR("thing")))
			return (int32_t)i;
	}
	return -1;
}

int32_t figure_whole_of_kind(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	int32_t whole = figure_whole_before(all, at, true), people;
	struct str kind, of = STR_NULL;

	noun_kind_of(s, &all->at[at], &kind);
	if (whole >= 0)
		noun_kind_of(s, &all->at[whole], &of);
	people = str_eq(kind, STR("person")) && str_eq(of, STR("thing")) ? figure_whole_people(s, all, at) : -1;
	return people >= 0 ? people : whole;
}

static bool counts_people(struct str kind)
{
	return str_eq(kind, STR("person")) || str_eq(kind, STR("group"));
}

/* "Some 40 roads were cut. Most roads, including two": is the noun there the one that g counts? */
static bool is_same_noun(const struct figure_scan *s, const struct figure *g, uint32_t noun)
{
	return g->noun_n && str_eq(s->r->tokens.at[g->noun_first + g->noun_n - 1].lower, s->r->tokens.at[noun].lower);
}

/* "five children were abducted ... The slain men, including": a participle before the noun tells of another fate. */
static bool suffered_else(const struct figure_scan *s, uint32_t first, uint32_t head, const struct figure *g)
{
	for (uint32_t i = first; i < head; i++) {
		size_t last, k = scan_triggers(s, i, &last);

		for (; k < last; k++)
			if (trigger_is_verb(&s->triggers[k]) && !str_eq(s->triggers[k].measure, g->measure))
				return true;
	}
	return false;
}

/* Does an uncounted noun for people stand before "including", which does not mean those of the figure g? "The victims,
 * including 12 children," behind a count of people are those. */
static bool goes_on_from_others(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	uint32_t end = measure_whole_end(s, f);
	const struct noun_phrase *n = end > s->start ? phrases_noun_at(&s->phrases, end - 1) : NULL;
	struct str kind = STR_NULL, class;

	if (!n || !tag_is_noun(scan_tag(s, end - 1)))
		return false;
	class = noun_class(s, n->first, end - 1, &kind);
	bool included = figure_word_before(s->r, s->start, f->first, FUNCTION_INCLUDE) > 0;

	if (included && !f->noun_n && !is_same_noun(s, g, end - 1) && scan_tag(s, end - 1) == TAG_NNS &&
	    !counts_people(kind))
		return true; /* "12 people died. It cut many roads, including two in the north" */
	if (!counts_people(kind))
		return false;
	if (suffered_else(s, n->first, end - 1, g))
		return true;
	bool bare = n->determiner == PHRASE_NONE && !scan_text(s, end - 1, "victims"); /* "Victims included" */

	return bare || scan_text(s, n->determiner, "a") ||
	       !(str_eq(class, g->subject) || str_eq(class, noun_parent(s->r, g->subject)));
}

/* "asked for equipment, including two vehicles", after people were counted: things are no part of people. */
static bool is_of_another_kind(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	struct str kind, of;

	noun_kind_of(s, f, &kind);
	noun_kind_of(s, g, &of);
	return (str_eq(kind, STR("thing")) && str_eq(of, STR("person"))) ||
	       (str_eq(kind, STR("person")) && str_eq(of, STR("thing")));
}

/* "Twelve bodies were found. The rescued came to Lampedusa. They included two women": of whom the sentence before
 * tells, and not of those counted earlier. */
static bool is_of_those_between(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	return f->sentence > g->sentence + 1 && scan_text(s, s->start, "they") &&
	       scan_has(s, s->start + 1, FUNCTION_INCLUDE);
}

int32_t figure_whole_counted(const struct figure_scan *s, const struct figures *all, uint32_t at, int32_t whole)
{
	const struct figure *f = &all->at[at], *g = whole >= 0 ? &all->at[whole] : NULL;

	if (g && is_of_those_between(s, f, g))
		return -1;
	const struct trigger *state = measure_whole_state(s, f);

	if (state)
		return figure_counted_before(s, all, at, state->measure);
	return g && g->sentence != f->sentence && (is_of_another_kind(s, f, g) || goes_on_from_others(s, f, g)) ? -1
														: whole;
}
