/* "Four adults and two children were killed": six people, of whom the sentence tells in parts. */
#include "figure_members.h"
#include "figure_parts.h"
#include "nouns.h"

enum { FEWEST = 2, MOST = 8 }; /* [members] */

static bool is_summed(struct str measure)
{
	static const char *const measures[] = {"killed",   "injured", "abducted", "missing",
					       "detained", "rescued", "released"};

	for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
		if (str_is(measure, measures[i]))
			return true;
	return false;
}

static bool is_bound_below(const struct figure *f)
{
	return f->number.qualifier == QUALIFIER_AT_LEAST;
}

/* One, or a plain number of people. */
static bool can_be_member(const struct figure_scan *s, const struct figure *f)
{
	struct str kind;

	noun_kind_of(s, f, &kind);
	if (f->number.qualifier != QUALIFIER_EXACT && !is_bound_below(f))
		return false; /* "two men and about 20 women" */
	return f->number.kind == AMOUNT_COUNT && f->number.value.known && !f->number.value_to.known &&
	       f->number.form != NUMERAL_VAGUE && f->number.value.digits > 0 && f->part_of < 0 && f->trigger_n > 0 &&
	       f->polarity == POLARITY_ASSERTED && f->modality == MODALITY_ACTUAL && !(f->rules & RULE_BIT(RATE)) &&
	       is_summed(f->measure) &&
	       (f->rules & (RULE_BIT(SINGLE) | RULE_BIT(ARTICLE)) || str_eq(kind, STR("person")));
}

/* Past ", 33" behind whom it is said of; it counts nobody. */
static uint32_t past_age(const struct figure_scan *s, uint32_t i)
{
	bool number = scan_text(s, i, ",") && i + 1 < s->end && s->r->tokens.at[i + 1].kind == TOKEN_NUMBER;
	enum tag behind = scan_tag(s, i + 2);

	return number && !tag_is_noun(behind) && !tag_is_adjective(behind) && behind != TAG_CD ? i + 2 : i;
}

/* How the next stands behind the one before: by a comma, by "and", or not in one list with it. */
enum join { APART, BY_COMMA, BY_AND };

static enum join joined(const struct figure_scan *s, const struct figure *f, const struct figure *next)
{
	uint32_t i = past_age(s, f->first + f->n), comma;
	bool and;

	if (f->trigger_first != next->trigger_first || !str_eq(f->measure, next->measure) || f->aspect != next->aspect)
		return APART;
	comma = i;
	i += scan_text(s, i, ",");
	and = scan_text(s, i, "and");
	i += and;
	if (scan_text(s, i, "as") && scan_text(s, i + 1, "well") && scan_text(s, i + 2, "as")) {
		and = true;
		i += 3;
	}
	while (i < next->first && (scan_tag(s, i) == TAG_DT || scan_tag(s, i) == TAG_PRPS || scan_tag(s, i) == TAG_RB))
		i++;
	return i != next->first ? APART : and? BY_AND : i > comma ? BY_COMMA : APART;
}

/* "Two men were killed | and …", "were killed in a park | and …": what ends there is a clause, and nobody of the list.
 */
static bool ends_clause(const struct figure_scan *s, uint32_t i)
{
	static const char *const places[] = {"in", "at", "on", "near", "outside", "inside"};
	const struct noun_phrase *n = phrases_noun_at(&s->phrases, i);

	if (scan_tag(s, i) == TAG_VBN || scan_tag(s, i) == TAG_VBD || scan_tag(s, i) == TAG_JJ)
		return true;
	return n && n->preposition != PHRASE_NONE &&
	       scan_is_one_of(s, n->preposition, places, sizeof places / sizeof *places);
}

/* "the ambassador | and two diplomats, as well as three journalists", "Ana Ruiz | , two men and a woman": the list has
 * begun with somebody who is not counted. */
static bool has_begun(const struct figure_scan *s, const struct figures *all, size_t from, size_t at)
{
	uint32_t i = all->at[at].first;
	const struct noun_phrase *n;

	while (i > s->start && (scan_tag(s, i - 1) == TAG_DT || scan_tag(s, i - 1) == TAG_PRPS))
		i--;
	if (i <= s->start + 1)
		return false;
	if ((scan_tag(s, i - 1) == TAG_CC &&
	     !(all->at[at].trigger_first > all->at[at].first && ends_clause(s, i - 2))) ||
	    scan_text(s, i - 2, "well") || (scan_text(s, i - 1, "with") && all->at[at].trigger_first < i))
		return true;
	for (size_t k = from; k < at; k++)
		if (all->at[k].measure.n && joined(s, &all->at[k], &all->at[at]) != APART)
			return true; /* "about 20 soldiers, | two men and a woman" */
	n = scan_text(s, i - 1, ",") ? phrases_noun_at(&s->phrases, i - 2) : NULL;
	return n && n->preposition == PHRASE_NONE && n->beside == PHRASE_NONE &&
	       !reading_hit(s->r, n->head, LEXICON_TIMES);
}

/* "The dead included", "among those killed were", "Of the injured": some of them, and no total. */
static bool tells_some(const struct figure_scan *s, const struct figure *first)
{
	for (uint32_t i = s->start; i < first->first; i++)
		if (scan_has(s, i, FUNCTION_INCLUDE) || scan_text(s, i, "among"))
			return true;
	return scan_text(s, s->start, "of");
}

/* The next figure of the sentence that is no age. */
static size_t next_count(const struct figures *all, size_t at)
{
	do
		at++;
	while (at < all->n && all->at[at].number.kind == AMOUNT_AGE);
	return at;
}

/* "A husband and a father was": the verb tells that the two are one. */
static bool are_one(const struct figure_scan *s, const struct figure *last)
{
	uint32_t i = past_age(s, last->first + last->n);

	return decimal_eq(last->number.value, decimal_of(1)) &&
	       (scan_text(s, i, "was") || scan_text(s, i, "is") || scan_text(s, i, "has"));
}

/* Those of the list that begins there, the last of them behind "and"; how many. */
static size_t members_from(const struct figure_scan *s, const struct figures *all, size_t at, size_t *members)
{
	size_t n = 0, listed = 0;

	if (!can_be_member(s, &all->at[at]))
		return 0;
	members[n++] = at;
	for (size_t i = next_count(all, at); n < MOST && i < all->n; i = next_count(all, i)) {
		enum join join =
			can_be_member(s, &all->at[i]) ? joined(s, &all->at[members[n - 1]], &all->at[i]) : APART;

		if (join == APART)
			break;
		members[n++] = i;
		listed = join == BY_AND ? n : listed;
	}
	return listed == n && !are_one(s, &all->at[members[n - 1]]) ? n : 0;
}

static struct decimal sum_of(const struct figures *all, const size_t *members, size_t n)
{
	struct decimal sum = decimal_of(0);

	for (size_t i = 0; i < n; i++)
		sum = decimal_add(sum, all->at[members[i]].number.value);
	return sum;
}

/* "two people, a man and a woman, were": the first counts the others. */
static bool is_whole(const struct figure_scan *s, const struct figures *all, const size_t *members, size_t n)
{
	const struct figure *first = &all->at[members[0]];

	for (size_t i = 1; i < n; i++)
		if (figure_is_apart(first, &all->at[members[i]]))
			return false;
	return n > FEWEST && decimal_cmp(first->number.value, decimal_of(1)) > 0 &&
	       joined(s, first, &all->at[members[1]]) == BY_COMMA &&
	       decimal_eq(first->number.value, sum_of(all, members + 1, n - 1));
}

/* "A passenger | in the car, | a woman of 27,": past where they were, told before a comma. */
static bool is_told_behind_place(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	enum { WORDS = 6 };
	uint32_t i = f->first + f->n;

	if (scan_tag(s, i) != TAG_IN || f->trigger_first != g->trigger_first || !str_eq(f->measure, g->measure))
		return false;
	for (uint32_t k = i + 1; k < g->first && k - i < WORDS; k++) {
		enum tag t = scan_tag(s, k);

		if (t == TAG_COMMA)
			return k + 1 == g->first;
		if (t != TAG_DT && t != TAG_PRPS && t != TAG_CD && !tag_is_noun(t) && !tag_is_adjective(t))
			break;
	}
	return false;
}

/* "One victim, a woman of 27, was killed": who the first is. */
static bool is_the_same(const struct figure_scan *s, const struct figures *all, size_t at, size_t next)
{
	const struct figure *f = &all->at[at], *g = next < all->n ? &all->at[next] : NULL;
	uint32_t end = g ? g->first + g->n : 0;

	return g && can_be_member(s, f) && can_be_member(s, g) && decimal_eq(f->number.value, g->number.value) &&
	       (joined(s, f, g) == BY_COMMA || is_told_behind_place(s, f, g)) && scan_text(s, end, ",") &&
	       (scan_has(s, end + 1, FUNCTION_BE) || tag_is_finite(scan_tag(s, end + 1)));
}

static void link(struct figures *all, const size_t *members, size_t n, size_t whole)
{
	for (size_t i = 0; i < n; i++) {
		all->at[members[i]].part_of = (int32_t)whole;
		all->at[members[i]].rules |= RULE_BIT(PART_SUM);
	}
}

/* "three of her children - a boy and two girls - were": where what stands between dashes or in brackets right behind
 * the figure ends; its own end where nothing does. */
static uint32_t aside_end(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 40 }; /* [tokens] */
	uint32_t i = f->first + f->n;
	bool bracket = scan_text(s, i, "(");

	if (!bracket && !(i < s->end && figure_is_dash(s->r, i) && s->r->tokens.at[i].flags & TOKEN_SPACE))
		return i;
	for (uint32_t k = i + 1; k < s->end && k < i + REACH; k++)
		if (bracket ? scan_text(s, k, ")") : figure_is_dash(s->r, k) && s->r->tokens.at[k].flags & TOKEN_SPACE)
			return k;
	return i;
}

static void link_aside(const struct figure_scan *s, struct figures *all, size_t at)
{
	uint32_t end = aside_end(s, &all->at[at]);

	for (size_t i = next_count(all, at); i < all->n && all->at[i].first < end; i = next_count(all, i))
		if (can_be_member(s, &all->at[i]) && str_eq(all->at[i].measure, all->at[at].measure) &&
		    decimal_cmp(all->at[i].number.value, all->at[at].number.value) < 0)
			link(all, &i, 1, at);
}

static void add_sum(const struct figure_scan *s, struct figures *all, size_t *members, size_t n)
{
	const uint64_t kept = RULE_BIT(ACTIVE) | RULE_BIT(PASSIVE) | RULE_BIT(PARTICIPLE) | RULE_BIT(INTRANSITIVE) |
			      RULE_BIT(NOMINAL) | RULE_BIT(COMPLEMENT) | RULE_BIT(CUMULATIVE) | RULE_BIT(FLOW);
	struct figure f = all->at[members[0]];
	const struct figure *last = &all->at[members[n - 1]];

	for (size_t i = 1; i < n; i++)
		if (is_bound_below(&all->at[members[i]]))
			f.number = all->at[members[i]].number; /* "two men and at least three women" */
	f.n = last->first + last->n - f.first;
	f.number.value = sum_of(all, members, n);
	f.number.first = f.number.number_first = f.first;
	f.number.n = f.n;
	f.number.number_n = 0;
	f.number.form = NUMERAL_SPELLED;
	f.noun_n = f.phrase_n = 0;
	f.subject = STR("people");
	f.rules = RULE_BIT(SUM) | (f.rules & kept);
	f.confidence = last->confidence < f.confidence ? last->confidence : f.confidence;
	figure_insert(s->r, all, members[0], f);
	for (size_t i = 0; i < n; i++)
		members[i]++;
	link(all, members, n, members[0] - 1);
}

void figure_add_sums(const struct figure_scan *s, struct figures *all, size_t from)
{
	size_t members[MOST + 1];

	for (size_t i = from; i < all->n; i++) {
		if (can_be_member(s, &all->at[i]))
			link_aside(s, all, i);

		size_t n = members_from(s, all, i, members), next = next_count(all, i);

		if (is_the_same(s, all, i, next))
			link(all, &next, 1, i);
		if (n >= FEWEST && is_whole(s, all, members, n))
			link(all, members + 1, n - 1, i);
		else if (n >= FEWEST && !has_begun(s, all, from, i) && !tells_some(s, &all->at[i]))
			add_sum(s, all, members, n);
		if (n >= FEWEST)
			i = members[n - 1];
	}
}
