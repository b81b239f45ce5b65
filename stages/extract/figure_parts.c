#include "figure_parts.h"
#include "figure_members.h"
#include "figure_wholes.h"
#include "measures.h"
#include "nouns.h"

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

static bool same_sentence(const struct figure *a, const struct figure *b)
{
	return a->sentence == b->sentence;
}

/* "137 hostages, 76 female and 61 male": the figure that this one is a member of; -1 for none. */
static int32_t member_of(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	for (uint32_t back = 1;
	     back <= FIGURE_MEMBERS && back <= at && same_sentence(&all->at[at - back], &all->at[at]); back++) {
		size_t members = figure_members(s, &all->at[at - back]);

		if (members)
			return members >= back ? (int32_t)(at - back) : -1;
	}
	return -1;
}

/* "$96 million, of which 23 per cent has come": no part of people who were told of before. */
static bool is_of_money(const struct figure_scan *s, const struct figure *g, const struct figure *f)
{
	return same_sentence(g, f) && g->number.kind != AMOUNT_COUNT && scan_text(s, f->first - 1, "which");
}

/* "Of the 163, 97 died, including all seven crew", "12 of the 40, including three women": the nearest that is itself
 * some of others, and no member of another list that "including" opens. */
static int32_t whole_of_opened(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];

	if (f->rules & RULE_BIT(COMPLEMENT) && f->trigger_n && f->trigger_first < f->first)
		return figure_counted_before(s, all, at, f->measure); /* "the dead included" */
	for (uint32_t back = 1; back <= 2 && back <= at; back++) {
		const struct figure *g = &all->at[at - back];

		if (!same_sentence(g, &all->at[at]))
			break;
		if (g->part_of >= 0 && g->rules & RULE_BIT(PART_OF) && (back == 1 || g->part_of == (int32_t)at - 1))
			return (int32_t)(at - back);
	}
	int32_t whole = figure_whole_before(all, at, at == 0 || !is_of_money(s, &all->at[at - 1], f));

	return figure_whole_counted(s, all, at,
				    figure_whole_of_the_same(s, all, at, figure_whole_holder(all, at, whole)));
}

/* ", and 15 more wounded": behind a comma and a conjunction what states another measure opens a clause. */
static bool opens_clause(const struct figure_scan *s, const struct figure *f, const struct figure *whole, uint32_t list)
{
	return f->measure.n && !(f->rules & RULE_BIT(SHARED)) && !str_eq(f->measure, whole->measure) &&
	       scan_text(s, list, ",") && scan_tag(s, list + 1) == TAG_CC;
}

/* Does an opener of a subset stand right before the token, determiners skipped? */
static bool opened(const struct figure_scan *s, uint32_t at)
{
	while (at > s->start && (scan_tag(s, at - 1) == TAG_DT || scan_tag(s, at - 1) == TAG_RB))
		at--;
	uint32_t n = figure_word_before(s->r, s->start, at, FUNCTION_INCLUDE);

	return n > 0 && !(at > s->start + n && scan_has(s, at - n - 1, FUNCTION_NEGATOR)); /* "does not include" */
}

/* "including one person in a tornado in Ohio, two people in New York": nothing but where or how the one before was. */
static bool leads_back(const struct figure_scan *s, uint32_t i, const struct figure *before)
{
	if (i > end_of(before) && !measure_include_list(s, before) && !opened(s, before->first))
		return false;
	for (; i > end_of(before); i--) {
		enum tag t = scan_tag(s, i - 1);

		if (t != TAG_IN && t != TAG_DT && t != TAG_HYPH && !tag_is_noun(t) && !tag_is_adjective(t))
			return false;
	}
	return i == end_of(before);
}

/* "five children under the age of five | and seven women": how old they are, and no member of a list. */
static bool is_age_bound(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->number.number_first;

	return !f->noun_n && i > s->start + 2 &&
	       (scan_text(s, i - 1, "under") || (scan_text(s, i - 1, "of") && scan_text(s, i - 2, "age")));
}

/* "including 9 women and 3 children": a further member of the list that "including" opened. */
static int32_t list_part(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t i = f->first;

	if (at > 1 && same_sentence(&all->at[at - 1], f) && is_age_bound(s, &all->at[at - 1])) {
		const struct figure *older = &all->at[at - 2];
		bool joined = scan_tag(s, i - 1) == TAG_CC && end_of(&all->at[at - 1]) == i - 1;

		return joined && same_sentence(older, f) && older->rules & RULE_BIT(PART) ? older->part_of : -1;
	}
	if (at == 0 || !same_sentence(&all->at[at - 1], f) || all->at[at - 1].part_of < 0 ||
	    !(all->at[at - 1].rules & (RULE_BIT(PART) | RULE_BIT(PART_OF))))
		return -1;
	while (i > s->start &&
	       (scan_tag(s, i - 1) == TAG_CC || scan_text(s, i - 1, ",") || scan_tag(s, i - 1) == TAG_DT))
		i--;
	if (i >= f->first || !leads_back(s, i, &all->at[at - 1]))
		return -1;
	if (scan_text(s, i, ",") && scan_tag(s, i + 1) == TAG_CC && opened(s, all->at[at - 1].first))
		return -1; /* "160 passengers, including 23 children, and six crew" */
	return opens_clause(s, f, &all->at[all->at[at - 1].part_of], i) ? -1 : all->at[at - 1].part_of;
}

/* "including the mayor and two guards": where the list begins that "including" opens before this one; 0: none does. */
static uint32_t list_opener(const struct figure_scan *s, const struct figure *f)
{
	uint32_t opener = measure_include_list(s, f);
	bool closed = scan_text(s, end_of(f), ","); /* what follows is told of the whole, too */

	if (f->measure.n && !(f->rules & RULE_BIT(SHARED)) && !closed)
		return 0;
	return opener < f->first ? opener : 0;
}

/* What such a list is some of: no member of it. */
static int32_t whole_of_list(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	uint32_t opener = list_opener(s, &all->at[at]);
	int32_t whole = opener ? figure_whole_before(all, at, false) : -1;

	while (whole >= 0 && all->at[whole].first >= opener)
		whole = figure_whole_before(all, (uint32_t)whole, false);
	return whole;
}

/* "Nine of the dead were refugees and two were Tanzanians": what the others are said to be, of the same dead. */
static int32_t told_on(const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at], *g = at ? f - 1 : NULL;
	bool by_its_word = g && f->trigger_n && f->trigger_first >= g->first && f->trigger_first < end_of(g);

	return g && same_sentence(g, f) && g->part_of >= 0 && g->rules & RULE_BIT(PART_OF) &&
			       f->rules & RULE_BIT(NOUN_PREDICATE) && (!f->measure.n || by_its_word)
		       ? g->part_of
		       : -1;
}

/* "12 people died. Seven were soldiers.", ", and five were soldiers": what a number is said to be, which states
 * nothing else, is said of some of those before it. */
static int32_t told_what(const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at], *g;
	int32_t whole = f->rules & RULE_BIT(NOUN_PREDICATE) && !f->measure.n ? figure_whole_before(all, at, true) : -1;

	if (whole < 0)
		return -1;
	g = &all->at[whole];
	return g->measure.n && g->number.kind == AMOUNT_COUNT && decimal_cmp(f->number.value, g->number.value) < 0
		       ? whole
		       : -1;
}

/* Words of a state ("wounded", "missing") are a class of people where the whole states something else. */
static bool is_state_class(struct str subject)
{
	return str_eq(subject, STR("wounded")) || str_eq(subject, STR("sick")) || str_eq(subject, STR("missing")) ||
	       str_eq(subject, STR("displaced")) || str_eq(subject, STR("evacuees")) ||
	       str_eq(subject, STR("refugees")) || str_eq(subject, STR("homeless"));
}

/* "9,486 suspected cases, of which 1,022 have been confirmed" */
static bool is_confirmed(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = end_of(f);

	while (!scan_has(s, i, FUNCTION_NEGATOR) &&
	       (scan_has(s, i, FUNCTION_HAVE) || scan_has(s, i, FUNCTION_BE) || scan_tag(s, i) == TAG_RB))
		i++;
	return scan_text(s, i, "confirmed");
}

/* "eight bodies, four of them shot in the head": hurt, and dead. */
static bool is_wounded_body(const struct figure *f, const struct figure *g)
{
	return str_eq(f->measure, STR("injured")) && str_eq(g->measure, STR("killed")) && g->rules & RULE_BIT(OWN_NOUN);
}

static void make_part(const struct figure_scan *s, struct figures *all, uint32_t at, int32_t whole, uint64_t rule)
{
	struct figure *f = &all->at[at];
	const struct figure *g = &all->at[whole];
	bool own_class = f->rules & RULE_BIT(OWN_NOUN) && is_state_class(f->subject);

	f->part_of = whole;
	f->rules |= rule;
	if (g->measure.n && !measure_is_excepted(s, f) &&
	    (!f->measure.n || own_class || f->rules & RULE_BIT(SHARED) || is_wounded_body(f, g))) {
		f->rules &= ~(RULE_BIT(OWN_NOUN) | RULE_BIT(SHARED));
		figure_take_measure(f, g, RULE_BIT(INHERITED));
	}
	if (!f->subject.n && !f->noun_n)
		f->subject = g->subject;
	if (str_eq(f->subject, STR("suspected")) && is_confirmed(s, f))
		f->subject = STR("infected");
}

/* "Of the 41 killed, nine were children": the first figure behind the comma is of those that "of" opened with. */
static int32_t of_opened(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at], *g = at ? &all->at[at - 1] : NULL;
	uint32_t i;

	if (!g || !same_sentence(g, f) || f->number.kind != AMOUNT_COUNT || g->number.kind != AMOUNT_COUNT ||
	    decimal_cmp(f->number.value, g->number.value) >= 0)
		return -1;
	for (i = g->first; i > s->start && scan_tag(s, i - 1) == TAG_DT; i--)
		;
	if (i == s->start || !scan_text(s, i - 1, "of") || (i > s->start + 1 && !scan_text(s, i - 2, ",")))
		return -1;
	return f->first > s->start && scan_text(s, f->first - 1, ",") ? (int32_t)at - 1 : -1;
}

/* "Of the 175 deaths, 113 occurred in hospitals and 62 at home": the next of those that "of" opened with. */
static int32_t also_of_opened(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at], *g = at ? &all->at[at - 1] : NULL;
	const struct figure *whole = g && same_sentence(g, f) && g->part_of >= 0 ? &all->at[g->part_of] : NULL;
	bool open = whole && whole < g && whole->first >= s->start + 2 && scan_text(s, whole->first - 1, "the") &&
		    scan_text(s, whole->first - 2, "of") && g->rules & RULE_BIT(PART_OF);

	if (!open || f->measure.n || f->noun_n || scan_tag(s, end_of(f)) != TAG_IN ||
	    !(scan_tag(s, f->first - 1) == TAG_CC || scan_text(s, f->first - 1, ",")))
		return -1;
	return decimal_cmp(decimal_add(f->number.value, g->number.value), whole->number.value) <= 0 ? g->part_of : -1;
}

/* "six deaths, with two in the Philippines", "two bridges, one in the north, the other in the west": where some of
 * those before were. */
static int32_t by_place(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	enum { REACH = 12 }; /* [tokens] */
	const struct figure *f = &all->at[at], *g = at ? &all->at[at - 1] : NULL;
	uint32_t i = f->first, end = end_of(f);
	bool with, other = false;

	if (!g || !same_sentence(g, f) || f->noun_n || !g->measure.n || g->number.kind != AMOUNT_COUNT ||
	    f->number.kind != AMOUNT_COUNT || i < s->start + 2 || scan_tag(s, end) != TAG_IN ||
	    decimal_cmp(f->number.value, g->number.value) >= 0)
		return -1;
	with = scan_text(s, i - 1, "with") && scan_text(s, i - 2, ",") && i - 2 == end_of(g) && !f->measure.n;
	for (i = end; i < s->end && i < end + REACH; i++)
		other |= scan_text(s, i, ",") && scan_text(s, i + 1, "the") && scan_text(s, i + 2, "other");
	other &= scan_text(s, f->first - 1, ",") && decimal_eq(f->number.value, decimal_of(1));
	if (with && !scan_text(s, end, "in") && !scan_text(s, end, "at") && !scan_text(s, end, "from"))
		return -1;
	return with || other ? (int32_t)at - 1 : -1;
}

/* "Two officers were among the nine killed". */
static bool is_among(const struct figure_scan *s, const struct figure *f, const struct figure *whole)
{
	uint32_t i = whole->first;

	if (decimal_cmp(f->number.value, whole->number.value) >= 0 || whole->number.kind != AMOUNT_COUNT)
		return false;
	while (i > end_of(f) && (scan_tag(s, i - 1) == TAG_DT || scan_tag(s, i - 1) == TAG_JJ))
		i--;
	if (i <= end_of(f) + 1 || !scan_text(s, i - 1, "among"))
		return false;
	for (i -= 1; i > end_of(f); i--)
		if (!scan_has(s, i - 1, FUNCTION_BE) && scan_tag(s, i - 1) != TAG_RB)
			return false;
	return true;
}

/* "The boy was shot. Two of them were out": no two of one. */
static int32_t holding(const struct figures *all, uint32_t at, int32_t whole)
{
	return figure_whole_holds(all, whole, at) ? whole : -1;
}

/* "raided three villages ... and killed scores of them": what happens to people is no villages'. */
static int32_t whole_of_pronoun(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	static const struct str harms[] = {STR_WORD("killed"), STR_WORD("injured"), STR_WORD("abducted"),
					   STR_WORD("detained")};
	int32_t whole = figure_whole_of_kind(s, all, at);
	struct str kind = STR_NULL;

	if (whole < 0 || !str_is_one_of(all->at[at].measure, harms, sizeof harms / sizeof *harms))
		return whole;
	noun_kind_of(s, &all->at[whole], &kind);
	if (!str_eq(kind, STR("thing")) || str_eq(all->at[whole].subject, STR("animals")))
		return whole;
	return figure_whole_people(s, all, at);
}

/* "12 of the 40 hostages", "three of them". */
static int32_t of_whole(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t i = end_of(f);

	if (scan_text(s, i - 1, "whom"))
		return figure_whole_counted(s, all, at, figure_whole_people(s, all, at));
	if (scan_text(s, i - 1, "them") || scan_text(s, i - 1, "which") || scan_text(s, i - 1, "those") ||
	    scan_text(s, i - 1, "these"))
		return holding(all, at, figure_whole_counted(s, all, at, whole_of_pronoun(s, all, at)));
	if (scan_text(s, i, "among") && scan_text(s, i + 1, "them"))
		return figure_whole_of_kind(s, all, at); /* "40 people, 12 children among them" */
	if (at + 1 >= all->n || !same_sentence(&all->at[at + 1], f))
		return -1;
	if (f->rules & RULE_BIT(NOUN_OF) && all->at[at + 1].first < i)
		return (int32_t)at + 1;
	return is_among(s, f, &all->at[at + 1]) ? (int32_t)at + 1 : -1;
}

/* "The rest are fighters, numbering between 1,500 and 5,000." */
static int32_t rest_of(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	bool rest = false;

	for (uint32_t i = s->start; i < f->first && !rest; i++)
		rest = figure_word(s->r, i, FUNCTION_REST) > 0;
	if (!rest || at == 0)
		return -1;
	const struct figure *g = &all->at[at - 1];

	if (f->sentence - g->sentence > FIGURE_LOOK_BACK ||
	    (g->number.kind != AMOUNT_COUNT && g->number.kind != AMOUNT_SHARE))
		return -1;
	return g->part_of >= 0 ? g->part_of : (int32_t)at - 1;
}

void figure_insert(struct reading *r, struct figures *all, size_t at, struct figure f)
{
	if (f.part_of >= (int32_t)at)
		f.part_of++;
	LIST_ADD(r->arena, all, f);
	for (size_t i = all->n - 1; i > at; i--)
		all->at[i] = all->at[i - 1];
	all->at[at] = f;
	for (size_t i = 0; i < all->n; i++)
		if (i != at && all->at[i].sentence == f.sentence && all->at[i].part_of >= (int32_t)at)
			all->at[i].part_of++;
}

void figure_link(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	int32_t whole;

	if (f->number.kind == AMOUNT_MEASURED)
		figure_restated(s, all, at);
	if (f->number.kind != AMOUNT_COUNT && f->number.kind != AMOUNT_SHARE && f->number.kind != AMOUNT_PERCENT)
		return;
	if ((whole = member_of(s, all, at)) >= 0)
		make_part(s, all, at, whole, RULE_BIT(PART));
	else if (opened(s, f->first) && figure_whole_holds(all, whole = whole_of_opened(s, all, at), at))
		make_part(s, all, at, whole, RULE_BIT(PART));
	else if ((whole = list_part(s, all, at)) >= 0)
		make_part(s, all, at, figure_whole_of_the_same(s, all, at, whole), RULE_BIT(PART));
	else if (figure_whole_holds(all, whole = whole_of_list(s, all, at), at))
		make_part(s, all, at, whole, RULE_BIT(PART));
	else if ((whole = of_whole(s, all, at)) >= 0)
		make_part(s, all, at, whole, RULE_BIT(PART_OF));
	else if ((whole = figure_some_of_told(s, all, at)) >= 0)
		make_part(s, all, at, whole, RULE_BIT(PART_OF));
	else if ((whole = by_place(s, all, at)) >= 0)
		make_part(s, all, at, whole, RULE_BIT(PART));
	else if ((whole = of_opened(s, all, at)) >= 0 || (whole = also_of_opened(s, all, at)) >= 0) {
		if (!f->noun_n && all->at[whole].noun_n)
			figure_take_noun(f, &all->at[whole]);
		make_part(s, all, at, whole, RULE_BIT(PART_OF));
	} else if ((whole = told_on(all, at)) >= 0 || (whole = told_what(all, at)) >= 0)
		make_part(s, all, at, whole, RULE_BIT(PART_OF));
	else if (!f->measure.n && (whole = rest_of(s, all, at)) >= 0)
		make_part(s, all, at, whole, RULE_BIT(PART_REST));
	else if (!figure_refer(s, all, at) && !figure_restated(s, all, at))
		figure_continue(s, all, at);
}
