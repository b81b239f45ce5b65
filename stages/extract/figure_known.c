#include "figure_parts.h"

enum { LOOK_BACK_FIGURES = 64 };

/* Is the measure only what tells them apart ("the murder of the six", "the six killed in May"), no statement? */
static bool is_presupposed(const struct figure *f)
{
	return f->rules & (RULE_BIT(NOMINAL) | RULE_BIT(PARTICIPLE) | RULE_BIT(RELATIVE));
}

/* Was the same count stated in an earlier sentence? */
static bool was_stated(const struct figures *all, uint32_t at)
{
	const struct figure *f = &all->at[at];

	for (uint32_t i = at; i-- > 0 && at - i <= LOOK_BACK_FIGURES;) {
		const struct figure *g = &all->at[i];

		if (g->sentence < f->sentence && str_eq(g->measure, f->measure) && str_eq(g->subject, f->subject) &&
		    decimal_eq(g->number.value, f->number.value) && g->modality == MODALITY_ACTUAL &&
		    g->polarity == POLARITY_ASSERTED)
			return true;
	}
	return false;
}

/* "one of the six priests killed in May": somebody of those who are known. */
static bool is_one_of_known(const struct figures *all, const struct figure *f)
{
	return decimal_eq(f->number.value, decimal_of(1)) && f->part_of >= 0 &&
	       all->at[f->part_of].rules & RULE_BIT(KNOWN) && f->rules & (RULE_BIT(PARTICIPLE) | RULE_BIT(RELATIVE));
}

static void forget(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];
	bool known = is_presupposed(f) && scan_is_definite(s, f->first) &&
		     decimal_cmp(f->number.value, decimal_of(1)) > 0 && was_stated(all, at);

	if (!f->measure.n || f->number.kind != AMOUNT_COUNT || !(known || is_one_of_known(all, f)))
		return;
	f->measure = STR_NULL;
	f->trigger_n = 0;
	f->aspect = ASPECT_NONE;
	f->rules = (f->rules & ~(RULE_BIT(NOMINAL) | RULE_BIT(PARTICIPLE) | RULE_BIT(RELATIVE) | RULE_BIT(SHARED) |
				 RULE_BIT(PASSIVE) | RULE_BIT(INTRANSITIVE))) |
		   RULE_BIT(KNOWN);
}

void figure_forget_known(const struct figure_scan *s, struct figures *all, size_t from)
{
	for (size_t i = all->n; i-- > from;) /* the whole stands behind "one of" */
		forget(s, all, (uint32_t)i);
}
