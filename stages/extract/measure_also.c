#include "measure_verb.h"

/* Two things of one count: "were abducted and killed", "kidnapped and later murdered six nuns". Each is a figure. */

/* Adverbs between two verbs that are joined: "and later killed". */
static uint32_t past_adverbs(const struct figure_scan *s, uint32_t i)
{
	while (verb_is_adverb(s, i) || scan_text(s, i, "later") || scan_text(s, i, "then"))
		i++;
	return i;
}

/* "were abducted and killed": behind the word, where the auxiliaries hold for both. */
static const struct trigger *joined_behind(const struct figure_scan *s, const struct figure *f,
					   const struct stated *found)
{
	uint32_t i = found->trigger->first + found->trigger->n;
	bool passive = found->rules & (RULE_BIT(PASSIVE) | RULE_BIT(PARTICIPLE));

	if (!trigger_is_verb(found->trigger) || found->trigger->first < f->first + f->n)
		return NULL;
	i += scan_text(s, i, ",");
	if (!scan_text(s, i, "and"))
		return NULL;
	i = past_adverbs(s, i + 1);
	return verb_begins(s, i) ? verb_shared(s, f, i, passive).trigger : NULL;
}

/* "kidnapped and killed six nuns": before the word that has the object. */
static const struct trigger *joined_before(const struct figure_scan *s, const struct figure *f,
					   const struct stated *found)
{
	uint32_t i = found->trigger->first;

	if (!(found->rules & RULE_BIT(ACTIVE)) || i > f->first)
		return NULL;
	while (i > s->start &&
	       (verb_is_adverb(s, i - 1) || scan_text(s, i - 1, "later") || scan_text(s, i - 1, "then")))
		i--;
	if (i <= s->start + 1 || !scan_text(s, i - 1, "and"))
		return NULL;
	for (size_t k = s->first_trigger[i - 1 - s->start]; k-- > 0;) {
		const struct trigger *t = &s->triggers[k];

		if (t->first + t->n != i - 1)
			return NULL;
		if (t->form == found->trigger->form && t->counts == COUNTS_OBJECT && !t->particle.n &&
		    tag_is_verb(scan_tag(s, t->first)) && measure_fits(s, f, t))
			return t;
	}
	return NULL;
}

/* "evacuated the 20 people being held hostage" */
static const struct trigger *related_being(const struct figure_scan *s, const struct figure *f, uint32_t i)
{
	struct stated found = verb_complement(s, f, i - 1, false);

	if (!found.trigger)
		found = verb_shared(s, f, i, true);
	return found.trigger;
}

/* "released two journalists who had been kidnapped": behind the word that has the object, a clause right behind it. */
static const struct trigger *related_behind(const struct figure_scan *s, const struct figure *f,
					    const struct stated *found)
{
	uint32_t i = f->first + f->n;
	struct stated relative = {0};

	if (found->trigger->first > f->first)
		return NULL;
	if (scan_text(s, i, "being"))
		return related_being(s, f, i + 1);
	i += scan_text(s, i, ",");
	if (scan_has(s, i, FUNCTION_RELATIVE))
		relative = measure_right(s, f);
	return relative.rules & RULE_BIT(RELATIVE) ? relative.trigger : NULL;
}

/* "one of the two men who was kidnapped": by its number the verb is the one's. */
static bool is_of_one(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first + f->n + 1;

	return decimal_eq(f->number.value, decimal_of(1)) && scan_has(s, i - 1, FUNCTION_RELATIVE) &&
	       (scan_text(s, i, "was") || scan_text(s, i, "is") || scan_text(s, i, "has"));
}

/* "six of the nine climbers who went missing" */
static bool is_of_counted(const struct figure_scan *s, const struct figure *f)
{
	if (is_of_one(s, f))
		return false;
	for (size_t i = 0; f->rules & RULE_BIT(NOUN_OF) && i < s->figures_n; i++)
		if (s->figures[i].first > f->first && s->figures[i].first < f->first + f->n)
			return true;
	return false;
}

/* "were treated and released": sent home, and no captives. */
static bool is_sent_home(const struct trigger *found, const struct trigger *also)
{
	return (str_eq(found->measure, STR("needing_care")) || str_eq(found->measure, STR("injured"))) &&
	       str_eq(also->measure, STR("released"));
}

const struct trigger *measure_also(const struct figure_scan *s, const struct figure *f, const struct stated *found)
{
	const struct trigger *t = found->also;

	if (is_of_counted(s, f))
		return NULL; /* what the clause says goes for the nine */
	if (!t)
		t = joined_behind(s, f, found);
	if (!t)
		t = joined_before(s, f, found);
	if (!t)
		t = related_behind(s, f, found);
	return t && !str_eq(t->measure, found->trigger->measure) && !is_sent_home(found->trigger, t) ? t : NULL;
}
