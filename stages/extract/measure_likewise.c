/* "The driver died, as did two firefighters", "two women were hurt, and so were their sons": an auxiliary for the verb
 * before it, which is stated of those behind it, too. */
#include "measure_verb.h"

/* The auxiliary behind "as" or "and so" that opens the list which the figure is in; the sentence's start: none. */
static uint32_t stands_for_verb(const struct figure_scan *s, const struct figure *f)
{
	enum { LONGEST_LIST = 48 }; /* [tokens] */
	uint32_t i = f->first;

	while (i > s->start && f->first - i < LONGEST_LIST && measure_in_list(s, i - 1) && !verb_is_aux(s, i - 1))
		i--;
	if (i < s->start + 3 || !verb_is_aux(s, i - 1))
		return s->start;
	i--;
	bool so = scan_text(s, i - 1, "so") && (scan_tag(s, i - 2) == TAG_CC || scan_text(s, i - 2, ";"));

	return so || (scan_text(s, i - 1, "as") && scan_text(s, i - 2, ",")) ? i : s->start;
}

struct stated measure_likewise(const struct figure_scan *s, const struct figure *f)
{
	uint32_t aux = stands_for_verb(s, f);
	bool be = aux > s->start && scan_has(s, aux, FUNCTION_BE);

	for (size_t k = aux > s->start ? s->first_trigger[aux - s->start] : 0; k-- > 0;) {
		const struct trigger *t = &s->triggers[k];
		bool object = t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH;
		bool subject = t->counts == COUNTS_SUBJECT || t->counts == COUNTS_BOTH;

		if (!trigger_is_verb(t))
			continue;
		if (!t->particle.n && measure_fits(s, f, t) &&
		    (be ? object && measure_is_passive(s, t) : subject && !verb_object_follows(s, t)))
			return (struct stated){.trigger = t, .rules = RULE_BIT(ELLIPSIS)};
		if (k == 0 || s->triggers[k - 1].first != t->first)
			break;
	}
	return (struct stated){0};
}
