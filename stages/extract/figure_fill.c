#include "figure_rules.h"
#include "figures.h"

static struct strs rule_names(const struct reading *r, uint64_t rules)
{
	struct strs out = {0};

	for (int k = 0; k < RULE_COUNT; k++)
		if (rules & UINT64_C(1) << k)
			LIST_ADD(r->arena, &out, str_of(figure_rule_name((enum figure_rule)k)));
	return out;
}

bool figure_is_total(const struct figure *f)
{
	return f->rules & (RULE_BIT(CUMULATIVE) | RULE_BIT(TOLL));
}

void figure_fill(const struct reading *r, const struct figure *f, struct mention *m)
{
	const struct number *n = &f->number;

	m->kind = MENTION_FIGURE;
	m->start = r->tokens.at[f->first].start;
	m->end = r->tokens.at[f->first + f->n - 1].end;
	m->surface = reading_folded(r, f->first, f->n);
	m->number = reading_folded(r, n->number_first, n->number_n);
	m->value = n->value;
	m->value_to = n->value_to;
	m->vague = n->form == NUMERAL_VAGUE ? m->number : STR_NULL;
	m->qualifier = n->qualifier;
	m->qualifier_surface = reading_folded(r, n->qualifier_first, n->qualifier_n);
	m->unit = n->unit;
	m->unit_surface = reading_folded(r, n->unit_first, n->unit_n);
	m->noun = reading_folded(r, f->noun_first, f->noun_n);
	m->noun_phrase = reading_folded(r, f->phrase_first, f->phrase_n);
	m->subject = f->subject;
	m->measure = f->measure;
	m->trigger = reading_folded(r, f->trigger_first, f->trigger_n);
	m->aspect = f->aspect;
	m->polarity = f->polarity;
	m->modality = f->modality;
	m->confidence = decimal_make(f->confidence, 2);
	m->rules = rule_names(r, f->rules);
}
