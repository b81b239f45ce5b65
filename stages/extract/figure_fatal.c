#include "figure_parts.h"

/* "Five men were shot, three of them fatally": words of harm that leave open who lives. Where some of those whom they
 * count are told to have died, the count is one of killed and injured. */

static bool counts_people(const struct figure *f)
{
	return f->number.kind == AMOUNT_COUNT && f->modality == MODALITY_ACTUAL && f->polarity == POLARITY_ASSERTED &&
	       decimal_cmp(f->number.value, decimal_of(1)) > 0;
}

/* "shot", "with gunshot wounds"; not "shot and wounded" */
static bool may_be_fatal(const struct reading *r, const struct figure *f)
{
	bool harm = false;

	for (uint32_t i = f->trigger_first; i < f->trigger_first + f->trigger_n; i++) {
		if (figure_token_is(r, i, "and"))
			return false;
		harm |= figure_word(r, i, FUNCTION_HARM) > 0;
	}
	return harm && counts_people(f) && str_is(f->measure, "injured") && f->part_of < 0;
}

/* "two", "one", "two dead", "one person": nobody but some of those who were counted before. */
static bool has_no_noun(const struct reading *r, const struct figure *g)
{
	return !g->noun_n || g->rules & RULE_BIT(NOUN_SHARED) ||
	       (g->noun_first >= g->trigger_first && g->noun_first < g->trigger_first + g->trigger_n) ||
	       figure_token_is(r, g->noun_first, "victim") || figure_token_is(r, g->noun_first, "victims");
}

/* ", killing one", ", killing a boy": what came of it. */
static bool is_outcome(const struct reading *r, const struct figure *f, const struct figure *g)
{
	return g->sentence == f->sentence && f->trigger_first < g->trigger_first && g->trigger_first > 0 &&
	       str_ends(r->tokens.at[g->trigger_first].lower, STR("ing")) && g->trigger_first < g->first &&
	       figure_token_is(r, g->trigger_first - 1, ",");
}

/* "one person is dead after seven were shot", "a man died after he and four others were shot"; not "was killed after
 * shooting seven", "after he shot seven" */
static bool is_led_to(const struct reading *r, const struct figure *g, const struct figure *f)
{
	for (uint32_t i = f->first + 1; i-- > g->first + g->n;)
		if (figure_token_is(r, i, "after") || figure_token_is(r, i, "when"))
			return (f->rules & RULE_BIT(SUM) && f->first == i + 1) ||
			       (r->tokens.at[i + 1].tag != TAG_PRP && r->tokens.at[i + 1].tag != TAG_VBG);
	return false;
}

/* Is the dead figure g some of those whom f counts? */
static bool is_among(const struct reading *r, const struct figures *all, const struct figure *f, const struct figure *g)
{
	uint32_t start = r->sentences.at[g->sentence].first;

	if (!str_is(g->measure, "killed") || g->modality != MODALITY_ACTUAL || g->polarity != POLARITY_ASSERTED ||
	    g->number.kind != AMOUNT_COUNT || decimal_cmp(g->number.value, f->number.value) >= 0)
		return false;
	if (g->part_of >= 0)
		return &all->at[g->part_of] == f;
	if (g->sentence == f->sentence + 1)
		return g->first == start && has_no_noun(r, g); /* "Two died at the scene." */
	if (g->sentence != f->sentence || g->aspect == ASPECT_FLOW)
		return false;
	if (g < f)
		return is_led_to(r, g, f);
	return has_no_noun(r, g) || is_outcome(r, f, g);
}

/* "shot seven people, including three children, killing two": of any seven the same holds. The "he" of "he and four
 * others" is the one who died. */
static void hand_on(const struct reading *r, struct figures *all, int32_t whole)
{
	for (size_t i = 0; i < all->n; i++) {
		struct figure *f = &all->at[i];
		bool same = f->rules & RULE_BIT(INHERITED) ||
			    (f->rules & RULE_BIT(PART_SUM) && r->tokens.at[f->first].tag == TAG_PRP);

		if (f->part_of == whole && same && str_is(f->measure, "injured"))
			f->measure = all->at[whole].measure;
	}
}

static void look_around(const struct reading *r, struct figures *all, size_t at)
{
	enum { BEFORE = 2, BEHIND = 6 }; /* [figures] */
	struct figure *f = &all->at[at];

	for (size_t i = at > BEFORE ? at - BEFORE : 0; i < all->n && i <= at + BEHIND; i++) {
		struct figure *g = &all->at[i];

		if (i == at || !is_among(r, all, f, g))
			continue;
		f->measure = STR("casualties");
		f->rules |= RULE_BIT(FATAL);
		g->rules |= g->part_of < 0 ? RULE_BIT(PART_OF) : 0;
		g->part_of = (int32_t)at;
	}
}

/* What killed and injured come to, where a sentence tells both: "one person was killed and three others were wounded".
 */
enum { SUMS_MOST = 8 };

struct sums {
	struct decimal at[SUMS_MOST];
	size_t n;
};

static bool is_told(const struct figure *f, const char *measure)
{
	return str_is(f->measure, measure) && f->number.kind == AMOUNT_COUNT && f->modality == MODALITY_ACTUAL &&
	       f->polarity == POLARITY_ASSERTED && f->part_of < 0 && decimal_cmp(f->number.value, decimal_of(0)) > 0;
}

static struct sums sums_of(const struct reading *r, const struct figures *all)
{
	struct sums sums = {.n = 0};

	for (size_t i = 1; i < all->n && sums.n < SUMS_MOST; i++) {
		const struct figure *f = &all->at[i - 1], *g = &all->at[i];
		bool injured_behind = is_told(f, "killed") && is_told(g, "injured") && !may_be_fatal(r, g);
		bool injured_before = is_told(g, "killed") && is_told(f, "injured") && !may_be_fatal(r, f);

		if (f->sentence == g->sentence && (injured_behind || injured_before))
			sums.at[sums.n++] = decimal_add(f->number.value, g->number.value);
	}
	return sums;
}

/* "Four people were shot", where another sentence tells of one dead and three wounded. */
static void count_sum(const struct sums *sums, struct figure *f)
{
	for (size_t i = 0; i < sums->n; i++)
		if (decimal_eq(sums->at[i], f->number.value)) {
			f->measure = STR("casualties");
			f->rules |= RULE_BIT(FATAL);
		}
}

void figure_count_fatal(const struct reading *r, struct figures *all)
{
	struct sums sums = sums_of(r, all);

	for (size_t i = 0; i < all->n; i++) {
		if (!may_be_fatal(r, &all->at[i]))
			continue;
		look_around(r, all, i);
		count_sum(&sums, &all->at[i]);
		if (all->at[i].rules & RULE_BIT(FATAL))
			hand_on(r, all, (int32_t)i);
	}
}
