#include "figure_parts.h"
#include "measures.h"
#include "nouns.h"

enum { LOOK_BACK = 2 }; /* [sentences] */

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

static void take_measure(struct figure *f, const struct figure *from, uint64_t rule)
{
	f->measure = from->measure;
	f->polarity = from->polarity;
	f->modality = from->modality;
	f->aspect = from->aspect;
	f->trigger_first = from->trigger_first;
	f->trigger_n = from->trigger_n;
	f->rules |= rule;
	f->confidence = (uint8_t)(from->confidence > 8 ? from->confidence - 8 : from->confidence);
}

static bool same_sentence(const struct figure *a, const struct figure *b)
{
	return a->sentence == b->sentence;
}

/* The figure before `at` that a part can be part of: a count, near enough; -1 for none. */
static int32_t whole_before(const struct figures *all, uint32_t at, bool across)
{
	const struct figure *f = &all->at[at];

	for (uint32_t i = at; i-- > 0;) {
		const struct figure *g = &all->at[i];

		if (f->sentence - g->sentence > (across ? LOOK_BACK : 0))
			return -1;
		if ((g->number.kind == AMOUNT_COUNT || g->number.kind == AMOUNT_SHARE) && g->part_of < 0 &&
		    !(g->rules & RULE_BIT(OLD_VALUE)))
			return (int32_t)i;
	}
	return -1;
}

/* Does an opener of a subset stand right before the token, determiners skipped? */
static bool opened(const struct figure_scan *s, uint32_t at)
{
	while (at > s->start && (scan_tag(s, at - 1) == TAG_DT || scan_tag(s, at - 1) == TAG_RB))
		at--;
	return figure_word_before(s->r, s->start, at, "include") > 0;
}

/* "including 9 women and 3 children": a further member of the list that "including" opened. */
static int32_t list_part(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t i = f->first;

	if (at == 0 || !same_sentence(&all->at[at - 1], f) || all->at[at - 1].part_of < 0 ||
	    !(all->at[at - 1].rules & (RULE_BIT(PART) | RULE_BIT(PART_OF))))
		return -1;
	while (i > s->start &&
	       (scan_tag(s, i - 1) == TAG_CC || scan_text(s, i - 1, ",") || scan_tag(s, i - 1) == TAG_DT))
		i--;
	return i == end_of(&all->at[at - 1]) && i < f->first ? all->at[at - 1].part_of : -1;
}

/* Words of a state ("wounded", "missing") are a class of people where the whole states something else. */
static bool is_state_class(struct str subject)
{
	return str_eq(subject, STR("wounded")) || str_eq(subject, STR("sick")) || str_eq(subject, STR("missing")) ||
	       str_eq(subject, STR("displaced")) || str_eq(subject, STR("evacuees")) ||
	       str_eq(subject, STR("refugees")) || str_eq(subject, STR("homeless"));
}

static void make_part(struct figures *all, uint32_t at, int32_t whole, uint64_t rule)
{
	struct figure *f = &all->at[at];
	const struct figure *g = &all->at[whole];
	bool own_class = f->rules & RULE_BIT(OWN_NOUN) && is_state_class(f->subject);

	f->part_of = whole;
	f->rules |= rule;
	if (g->measure.n && (!f->measure.n || own_class || f->rules & RULE_BIT(SHARED))) {
		f->rules &= ~(RULE_BIT(OWN_NOUN) | RULE_BIT(SHARED));
		take_measure(f, g, RULE_BIT(INHERITED));
	}
	if (!f->subject.n && !f->noun_n)
		f->subject = g->subject;
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

/* "12 of the 40 hostages", "three of them". */
static int32_t of_whole(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	uint32_t i = end_of(f);

	if (scan_text(s, i - 1, "them") || scan_text(s, i - 1, "whom") || scan_text(s, i - 1, "which") ||
	    scan_text(s, i - 1, "those") || scan_text(s, i - 1, "these"))
		return whole_before(all, at, true);
	if (at + 1 < all->n && all->at[at + 1].sentence == f->sentence && f->rules & RULE_BIT(NOUN_OF) &&
	    all->at[at + 1].first < i)
		return (int32_t)at + 1;
	return -1;
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
	take_measure(f, &all->at[at - 1], RULE_BIT(OLD_VALUE));
	f->subject = all->at[at - 1].subject;
	return true;
}

/* "The rest are fighters, numbering between 1,500 and 5,000." */
static int32_t rest_of(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];
	bool rest = false;

	for (uint32_t i = s->start; i < f->first && !rest; i++)
		rest = figure_word(s->r, i, "rest") > 0;
	if (!rest || at == 0)
		return -1;
	const struct figure *g = &all->at[at - 1];

	if (f->sentence - g->sentence > LOOK_BACK || (g->number.kind != AMOUNT_COUNT && g->number.kind != AMOUNT_SHARE))
		return -1;
	return g->part_of >= 0 ? g->part_of : (int32_t)at - 1;
}

/* Families and households, whose number says nothing of how many people they are. */
static bool is_group(const struct figure_scan *s, const struct figure *f)
{
	struct str kind;

	noun_kind_of(s, f, &kind);
	return str_eq(kind, STR("group"));
}

/* "921 families (3,500 people)": two counts of one thing. */
static bool restated_in_bracket(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];

	if (at == 0 || !same_sentence(&all->at[at - 1], f) || f->measure.n || f->first == s->start ||
	    !(scan_text(s, f->first - 1, "(") || figure_is_dash(s->r, f->first - 1)))
		return false;
	const struct figure *g = &all->at[at - 1];

	if (f->first - 1 != end_of(g) || f->number.kind != AMOUNT_COUNT || !g->measure.n || !f->noun_n)
		return false;
	if (decimal_cmp(f->number.value, g->number.value) < 0 && !is_group(s, f) && !is_group(s, g))
		f->part_of = (int32_t)at - 1; /* "six priests (five of them Spaniards)" */
	take_measure(f, g, RULE_BIT(PART_BRACKET));
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

/* "the tally of nations hit": a word of reference that says itself what it counts, and no people. */
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
	if (figure_word_before(s->r, s->start, f->first, "reference"))
		return true;
	for (uint32_t i = from; i < f->first; i++)
		if (figure_word(s->r, i, "reference"))
			return !counts_another(s, i);
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
	    decimal_cmp(f->number.value, decimal_of(20)) < 0)
		return;
	for (uint32_t i = at; i-- > 0 && f->sentence - all->at[i].sentence <= LOOK_BACK;)
		if (all->at[i].measure.n && same_value(&all->at[i], f)) {
			take_measure(f, &all->at[i], RULE_BIT(RESTATED));
			return;
		}
}

/* "the toll in Hatay was 31, in Adana 12": the list goes on without its toll. */
static void continue_toll(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];

	if (at == 0 || f->measure.n || f->noun_n || f->number.kind != AMOUNT_COUNT)
		return;
	const struct figure *g = &all->at[at - 1];

	if (!same_sentence(f, g) || !(g->rules & (RULE_BIT(TOLL) | RULE_BIT(ELLIPSIS))))
		return;
	for (uint32_t i = end_of(g); i < f->first; i++)
		if (tag_is_verb(scan_tag(s, i)) && !scan_has(s, i, FUNCTION_BE))
			return;
	take_measure(f, g, RULE_BIT(ELLIPSIS));
	f->subject = g->subject;
}

static uint32_t behind_measure(const struct figure *g)
{
	uint32_t trigger = g->trigger_first + g->trigger_n;

	return g->trigger_n && trigger > end_of(g) ? trigger : end_of(g);
}

/* "120 people were killed in Homs and 30 in Hama": one verb for several places. "2 in custody" is another state. */
static void continue_places(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	uint32_t end = end_of(f);

	if (at == 0 || f->measure.n || f->noun_n || f->number.kind != AMOUNT_COUNT || f->first == s->start)
		return;
	const struct figure *g = &all->at[at - 1];
	bool listed = scan_text(s, f->first - 1, "and") || scan_text(s, f->first - 1, ",");

	if (!same_sentence(f, g) || !g->measure.n || !listed || scan_tag(s, end) != TAG_IN || end + 1 >= s->end ||
	    !(s->r->tokens.at[end + 1].flags & TOKEN_CAPITAL) || behind_measure(g) + 2 > f->first)
		return;
	for (uint32_t i = behind_measure(g); i < f->first; i++)
		if (tag_is_verb(scan_tag(s, i)) || scan_text(s, i, ";"))
			return;
	take_measure(f, g, RULE_BIT(ELLIPSIS));
	f->subject = g->subject;
}

/* "628,000 relocated", "483 homeless": what was counted before is shared when it may have come to the same. */
static bool may_share(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	size_t end, k = scan_triggers(s, f->trigger_first, &end);

	if (g->number.hyphened)
		return false; /* "the 11-floor building" */
	if (g->rules & RULE_BIT(OWN_NOUN) && g->trigger_n && g->noun_first == g->trigger_first)
		return false; /* "46 deaths", "10 dead": the word of what happened, none for whom */
	for (; f->trigger_n && k < end; k++)
		if (str_eq(s->triggers[k].measure, f->measure))
			return measure_fits(s, g, &s->triggers[k]);
	return true;
}

static void share_noun(struct figure *f, const struct figure *g)
{
	f->noun_first = g->noun_first;
	f->noun_n = g->noun_n;
	f->phrase_first = g->phrase_first;
	f->phrase_n = g->phrase_n;
	f->subject = g->subject;
	f->rules = (f->rules & ~RULE_BIT(NOUN_NONE)) | RULE_BIT(NOUN_SHARED);
}

/* "60 houses collapsed and 300 others were damaged": others of the same kind. */
static void share_thing(const struct figure_scan *s, struct figure *f, const struct figure *g)
{
	struct str kind;
	bool harm = str_eq(f->measure, STR("damaged")) || str_eq(f->measure, STR("destroyed")) ||
		    str_eq(f->measure, STR("confiscated"));

	noun_kind_of(s, g, &kind);
	if (harm && same_sentence(f, g) && str_eq(kind, STR("thing")) && f->noun_n == 1 &&
	    scan_text(s, f->noun_first, "others"))
		f->subject = g->subject;
}

void figure_share_noun(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];

	if (at == 0 || f->number.kind != AMOUNT_COUNT || f->number.form == NUMERAL_ZERO || f->part_of >= 0 ||
	    !f->measure.n || f->rules & (RULE_BIT(TOLL) | RULE_BIT(REFERRED)))
		return;
	const struct figure *g = &all->at[at - 1];
	share_thing(s, f, g);
	bool own = f->noun_n == 1 &&
		   s->first_trigger[f->noun_first - s->start] != s->first_trigger[f->noun_first - s->start + 1];

	if (!same_sentence(f, g) || !g->noun_n || g->number.kind != AMOUNT_COUNT ||
	    (f->noun_n && !(own && f->rules & RULE_BIT(OWN_NOUN) && g->measure.n)) || !may_share(s, f, g))
		return;
	for (uint32_t i = end_of(g); i < f->first; i++)
		if (scan_text(s, i, ";") || scan_text(s, i, ":"))
			return;
	share_noun(f, g);
}

void figure_link(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	int32_t whole;

	if (f->number.kind != AMOUNT_COUNT && f->number.kind != AMOUNT_SHARE && f->number.kind != AMOUNT_PERCENT)
		return;
	if (opened(s, f->first) && (whole = whole_before(all, at, true)) >= 0)
		make_part(all, at, whole, RULE_BIT(PART));
	else if ((whole = list_part(s, all, at)) >= 0)
		make_part(all, at, whole, RULE_BIT(PART));
	else if ((whole = of_whole(s, all, at)) >= 0)
		make_part(all, at, whole, RULE_BIT(PART_OF));
	else if ((whole = of_opened(s, all, at)) >= 0) {
		if (!f->noun_n && all->at[whole].noun_n)
			share_noun(f, &all->at[whole]);
		make_part(all, at, whole, RULE_BIT(PART_OF));
	} else if (!f->measure.n && (whole = rest_of(s, all, at)) >= 0)
		make_part(all, at, whole, RULE_BIT(PART_REST));
	else if (refers(s, f) && (whole = antecedent(all, at)) >= 0) {
		take_measure(f, &all->at[whole], RULE_BIT(REFERRED));
		f->subject = all->at[whole].subject;
		f->trigger_n = 0;
		if (f->aspect == ASPECT_FLOW && measure_brings_total(s, f))
			f->aspect = ASPECT_CUMULATIVE;
	} else if (!restated_in_bracket(s, all, at) && !was_before(s, all, at)) {
		continue_toll(s, all, at);
		continue_places(s, all, at);
		restate(all, at);
	}
}
