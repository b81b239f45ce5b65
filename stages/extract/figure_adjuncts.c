#include "measures.h"

/* Words around what states a measure that no verb of plan or possibility reaches, or that are none themselves. */

bool measure_is_attribute(const struct figure_scan *s, const struct figure *f)
{
	uint32_t behind = f->trigger_first + f->trigger_n;

	return f->rules & RULE_BIT(OWN_NOUN) && behind <= f->noun_first && !tag_is_noun(scan_tag(s, behind - 1));
}

bool measure_is_of_noun(const struct figure_scan *s, const struct figure *f, uint32_t at)
{
	bool before = tag_is_noun(scan_tag(s, at + 1)) && at + 1 < f->trigger_first;

	return before && (tag_is_adjective(scan_tag(s, at)) || scan_tag(s, at) == TAG_VBN) &&
	       !(f->rules & (RULE_BIT(NOMINAL) | RULE_BIT(OWN_NOUN)));
}

bool measure_is_nearly(const struct figure_scan *s, const struct figure *f)
{
	uint32_t before = f->trigger_first - 1;

	return f->trigger_first > s->start && f->rules & (RULE_BIT(ACTIVE) | RULE_BIT(PASSIVE)) &&
	       (scan_text(s, before, "nearly") || scan_text(s, before, "almost"));
}
