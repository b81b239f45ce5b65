#include "figure_parts.h"
#include "measures.h"
#include "nouns.h"

/* Numbers that take their measure from the one before, whose verb or toll goes for both: of other places, of another
 * speaker, of another name. */

static uint32_t end_of(const struct figure *f)
{
	return f->first + f->n;
}

static bool same_sentence(const struct figure *a, const struct figure *b)
{
	return a->sentence == b->sentence;
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
	figure_take_measure(f, g, RULE_BIT(ELLIPSIS));
	f->subject = g->subject;
	f->part_of = g->part_of;
}

/* Behind a mark or "and", that no further number goes on from: "said 20 and 30 shells fell". */
static bool ends_there(const struct figure_scan *s, uint32_t end)
{
	return end >= s->end || s->r->tokens.at[end].kind == TOKEN_MARK ||
	       (scan_tag(s, end) == TAG_CC && scan_tag(s, end + 1) != TAG_CD);
}

/* "put the toll at five, but activists said 20", "12 died, the army said, while residents spoke of 40": what another
 * says that it was. */
static void continue_rival(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	const struct figure *g = at ? &all->at[at - 1] : NULL;
	uint32_t n, end = end_of(f);

	if (!g || !same_sentence(f, g) || f->measure.n || f->noun_n || f->number.kind != AMOUNT_COUNT ||
	    !g->measure.n || g->number.kind != AMOUNT_COUNT || !ends_there(s, end))
		return;
	n = figure_word_before(s->r, s->start, f->first, FUNCTION_SAID);
	if (!n || f->first - n <= end_of(g) || !tag_is_verb(scan_tag(s, f->first - n)))
		return; /* "drove asylum claims over 150,000" */
	figure_take_measure(f, g, RULE_BIT(ELLIPSIS));
	f->subject = g->subject;
}

/* One past the figure, and past the word that states its measure where that stands behind it. */
static uint32_t behind_measure(const struct figure *g)
{
	uint32_t trigger = g->trigger_first + g->trigger_n;

	return g->trigger_n && trigger > end_of(g) ? trigger : end_of(g);
}

/* "and the insurgents 60.": where the noun with its article begins that stands right before the number, behind which
 * the clause ends; the number itself for none. */
static uint32_t noun_before(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	while (i > s->start && (tag_is_noun(scan_tag(s, i - 1)) || tag_is_adjective(scan_tag(s, i - 1))))
		i--;
	return i < f->first && i > s->start && scan_text(s, i - 1, "the") && ends_there(s, end_of(f)) ? i - 1
												      : f->first;
}

/* "Italy reported 793 deaths, Spain 324 and Iran 123": the same of another, without its verb. */
static void continue_gapped(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	const struct figure *g = at ? &all->at[at - 1] : NULL;
	uint32_t name = f->first, i;

	while (name > s->start && tag_is_proper(scan_tag(s, name - 1)))
		name--;
	name = name == f->first ? noun_before(s, f) : name;
	for (i = name; i > s->start && (scan_text(s, i - 1, ",") || scan_tag(s, i - 1) == TAG_CC);)
		i--;
	if (!g || !same_sentence(f, g) || f->measure.n || f->noun_n || f->number.kind != AMOUNT_COUNT ||
	    !g->measure.n || g->number.kind != AMOUNT_COUNT || name == f->first || i == name ||
	    (i != end_of(g) && i != behind_measure(g)))
		return;
	figure_take_measure(f, g, RULE_BIT(ELLIPSIS));
	figure_take_noun(f, g);
}

/* "(in) three other provinces", "(in) nearby villages" */
static bool in_other_places(const struct figure_scan *s, uint32_t i)
{
	while (scan_tag(s, i) == TAG_CD || tag_is_adjective(scan_tag(s, i)))
		i++;
	return scan_tag(s, i) == TAG_NNS && reading_hit(s->r, i, LEXICON_PLACE_NOUNS);
}

/* "in Hama", "in the central city of Homs", "on Tuesday": a place, a day or a means right behind the number. "2 in
 * custody" is another state. */
static bool tells_where(const struct figure_scan *s, uint32_t i)
{
	enum { REACH = 6 }; /* [tokens] */

	if (scan_text(s, i, "last") && i + 1 < s->end && reading_hit(s->r, i + 1, LEXICON_TIMES))
		return true; /* "six were killed in April and one last week" */
	if (scan_tag(s, i) != TAG_IN || i + 1 >= s->end)
		return false;
	if (in_other_places(s, i + 1))
		return true;
	enum tag next = scan_tag(s, i + 1);

	if (scan_text(s, i, "by") && tag_is_noun(next))
		return true; /* "3,200 people by boat and 45 by helicopter" */
	if (scan_text(s, i + 1, "another") || (scan_text(s, i + 1, "the") && scan_text(s, i + 2, "other")))
		return true; /* "six people in one village and four in another" */

	if (next != TAG_DT && next != TAG_VBG && !tag_is_adjective(next)) /* "in neighboring Hama" */
		return s->r->tokens.at[i + 1].flags & TOKEN_CAPITAL;
	for (uint32_t k = i + 1; k < s->end && k < i + REACH && s->r->tokens.at[k].kind == TOKEN_WORD; k++)
		if (s->r->tokens.at[k].flags & TOKEN_CAPITAL)
			return true;
	return false;
}

/* "12 bodies in the basement and 15 on the second floor": any place will do where a noun of what happened is counted
 * on. */
static bool is_further_event(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	uint32_t i = end_of(f);

	bool where = scan_text(s, i, "in") || scan_text(s, i, "on") || scan_text(s, i, "at") || scan_text(s, i, "near");

	return !f->noun_n && g->rules & RULE_BIT(OWN_NOUN) && where && scan_tag(s, i + 1) == TAG_DT &&
	       !scan_triggers_any(s, i) && !scan_triggers_any(s, i + 1);
}

/* Where a list goes on with the number: behind a comma or "and", "another" and the like skipped; 0: it does not. */
static uint32_t list_goes_on(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	if (i > s->start && scan_has(s, i - 1, FUNCTION_FLOW))
		i--;
	return i > s->start && (scan_text(s, i - 1, "and") || scan_text(s, i - 1, ",")) ? i : 0;
}

/* "17 people died in India and one woman in Tibet": others of whom the same can be stated, where no verb of their own
 * follows. */
static bool counts_alike(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	enum { REACH = 10 }; /* [tokens] */
	struct str kind, of;

	if (str_eq(f->subject, g->subject))
		return true;
	noun_kind_of(s, f, &kind);
	noun_kind_of(s, g, &of);
	bool others = !g->noun_n && f->noun_n == 1 && scan_text(s, f->noun_first, "others");

	if (!others && (!str_eq(kind, STR("person")) || !str_eq(of, STR("person"))))
		return false; /* but "31 were killed in Homs and 19 others in Hama" */
	for (uint32_t i = end_of(f); i < s->end && i < end_of(f) + REACH && !scan_text(s, i, ","); i++)
		if (tag_is_verb(scan_tag(s, i)) || scan_tag(s, i) == TAG_MD)
			return false;
	return true;
}

/* "six people in one village and four in another": the figure before the place that is counted; NULL: none. */
static const struct figure *before_one_place(const struct figure_scan *s, const struct figures *all, uint32_t at)
{
	const struct figure *g = at ? &all->at[at - 1] : NULL;
	bool place = g && g->first > s->start && !g->measure.n && decimal_eq(g->number.value, decimal_of(1)) &&
		     scan_tag(s, g->first - 1) == TAG_IN;

	return place && at > 1 ? g - 1 : g;
}

/* "20 deaths | were counted | in Nicaragua, six in Honduras": past the verb of a noun that states by itself what
 * happened; else past what states it. */
static uint32_t past_statement(const struct figure_scan *s, const struct figure *g)
{
	uint32_t i = behind_measure(g);

	if (!(g->rules & RULE_BIT(OWN_NOUN)) || i != end_of(g))
		return i;
	while (tag_is_verb(scan_tag(s, i)) || scan_tag(s, i) == TAG_RB)
		i++;
	return i;
}

/* "120 people were killed in Homs and 30 in Hama", "and 37 people on Tuesday", "and two more in Idlib": one verb for
 * several places or days. */
static void continue_places(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	uint32_t list = list_goes_on(s, f), end = end_of(f);
	const struct figure *g = before_one_place(s, all, at);

	end += !f->noun_n && (scan_text(s, end, "more") || scan_text(s, end, "others"));
	if (!g || f->measure.n || f->number.kind != AMOUNT_COUNT || !list)
		return;
	if (!same_sentence(f, g) || !g->measure.n || (f->noun_n && !counts_alike(s, f, g)) ||
	    !(tells_where(s, end) || is_further_event(s, f, g)) || behind_measure(g) + 2 > list)
		return;
	for (uint32_t i = past_statement(s, g); i < list; i++)
		if ((tag_is_verb(scan_tag(s, i)) && !(g->part_of >= 0 && scan_has(s, i, FUNCTION_BE))) ||
		    scan_text(s, i, ";"))
			return;
	figure_take_measure(f, g, RULE_BIT(ELLIPSIS));
	f->subject = f->noun_n ? f->subject : g->subject;
	f->part_of = g->part_of; /* "of whom 26 were in Homs, six in Idlib" */
}

/* "47 deaths in three states: 14 in Assam, 11 in Bihar": a list by place of what was counted before the mark. */
static void continue_split(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	uint32_t mark = f->first - 1, whole = at;

	if (at == 0 || f->first < s->start + 2 || f->measure.n || f->noun_n || f->number.kind != AMOUNT_COUNT ||
	    !(scan_text(s, mark, ":") || figure_is_dash(s->r, mark)) || !tells_where(s, end_of(f)) ||
	    at + 1 >= all->n || !same_sentence(&all->at[at + 1], f))
		return;
	while (whole-- > 0 && same_sentence(&all->at[whole], f))
		if (all->at[whole].measure.n)
			break;
	if (whole >= at || !same_sentence(&all->at[whole], f) ||
	    decimal_cmp(f->number.value, all->at[whole].number.value) > 0)
		return;
	figure_take_measure(f, &all->at[whole], RULE_BIT(ELLIPSIS));
	f->subject = all->at[whole].subject;
	f->part_of = (int32_t)whole;
}

/* "killed 41 people, including nine children, and 12 soldiers": the list of the whole goes on behind the aside. */
static void continue_past_aside(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	const struct figure *part = at ? &all->at[at - 1] : NULL, *whole;

	if (!part || !same_sentence(f, part) || part->part_of < 0 || f->measure.n || !f->noun_n)
		return;
	whole = &all->at[part->part_of];
	if (same_sentence(f, whole) && whole->measure.n && scan_text(s, end_of(part), ",") &&
	    scan_tag(s, end_of(part) + 1) == TAG_CC && end_of(part) + 2 == f->first && counts_alike(s, f, whole))
		figure_take_measure(f, whole, RULE_BIT(ELLIPSIS));
}

/* "162 houses were totally destroyed and 258 partially": damaged. */
static void continue_partly(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	const struct figure *g = at ? &all->at[at - 1] : NULL;
	uint32_t end = end_of(f);
	bool partly = scan_text(s, end, "partially") || scan_text(s, end, "partly");

	if (!g || !same_sentence(f, g) || !partly || f->measure.n || f->noun_n || !str_eq(g->measure, STR("destroyed")))
		return;
	if (end + 1 < s->end && s->r->tokens.at[end + 1].kind != TOKEN_MARK)
		return;
	figure_take_measure(f, g, RULE_BIT(ELLIPSIS));
	f->measure = STR("damaged");
	figure_take_noun(f, g);
}

/* "The number of missing has fallen from 200 to 42 people who may be trapped": both ends are of what changes. */
static void continue_change(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	const struct figure *g = at ? &all->at[at - 1] : NULL;

	if (!g || !same_sentence(f, g) || !(g->rules & RULE_BIT(TOLL)) || g->noun_n || g->first == s->start ||
	    !scan_text(s, g->first - 1, "from") || f->first == s->start || !scan_text(s, f->first - 1, "to") ||
	    f->rules & RULE_BIT(TOLL))
		return;
	for (uint32_t i = end_of(g); i < f->first; i++)
		if (tag_is_verb(scan_tag(s, i)) || s->r->tokens.at[i].kind == TOKEN_MARK)
			return;
	figure_take_measure(f, g, RULE_BIT(TOLL));
}

/* The subject of cases that a word before "cases" counts apart: "suspected"; otherwise: of all. */
static struct str cases_subject(const struct figure_scan *s, uint32_t word, struct str otherwise)
{
	static const char *const apart[][2] = {{"suspected", "suspected"},
					       {"probable", "suspected"},
					       {"severe", "severe"},
					       {"active", "active"},
					       {"confirmed", "infected"}};

	for (size_t k = 0; k < sizeof apart / sizeof *apart; k++)
		if (scan_text(s, word, apart[k][0]))
			return str_of(apart[k][1]);
	return otherwise;
}

/* "18 suspected and 2 confirmed cases", "1,079 and 2,067 cases": the noun behind the last is of those before it, too.
 */
static void share_cases(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	if (!(all->at[at].rules & RULE_BIT(OWN_NOUN)) || !str_eq(all->at[at].measure, STR("infected")))
		return;
	for (uint32_t k = at; k > 0; k--) {
		const struct figure *g = &all->at[k];
		struct figure *f = &all->at[k - 1];
		uint32_t word = end_of(f), i = word;

		if (!same_sentence(f, g) || f->measure.n || f->noun_n || f->number.kind != AMOUNT_COUNT)
			return;
		i += tag_is_adjective(scan_tag(s, i)) || scan_tag(s, i) == TAG_VBN;
		if (i + 1 != g->first || !(scan_text(s, i, "and") || scan_text(s, i, ",")))
			return;
		figure_take_measure(f, g, RULE_BIT(ELLIPSIS));
		figure_take_noun(f, g);
		if (word < i) { /* "cases", not "confirmed cases" */
			f->noun_first += f->noun_n - 1;
			f->noun_n = 1;
			f->subject = cases_subject(s, word, g->subject);
		}
	}
}

void figure_continue_list(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	continue_change(s, all, at);
	continue_toll(s, all, at);
	continue_rival(s, all, at);
	continue_gapped(s, all, at);
	continue_split(s, all, at);
	continue_places(s, all, at);
	continue_past_aside(s, all, at);
	continue_partly(s, all, at);
	share_cases(s, all, at);
}
