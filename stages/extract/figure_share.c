#include "figure_parts.h"
#include "measures.h"
#include "nouns.h"

/* A number without a noun of its own counts what the one before it counted. */

/* "628,000 relocated", "483 homeless": what was counted before is shared when it may have come to the same. */
static bool may_share(const struct figure_scan *s, const struct figure *f, const struct figure *g)
{
	size_t end, k = scan_triggers(s, f->trigger_first, &end);
	struct str kind;

	noun_kind_of(s, g, &kind);
	if (f->noun_n && str_eq(kind, STR("thing")) && !str_eq(f->measure, g->measure))
		return false; /* "destroyed six vehicles, while it put losses at three dead" */

	if (g->number.form == NUMERAL_ZERO && !g->measure.n)
		return false; /* "there was no water, and hundreds were dying" */
	if (g->number.hyphened || (g->noun_n && scan_text(s, g->noun_first, "lives")))
		return false; /* "the 11-floor building"; "claimed 500 lives and drove thousands from their homes" */
	if (g->rules & RULE_BIT(OWN_NOUN) && g->trigger_n && g->noun_first == g->trigger_first)
		return false; /* "46 deaths", "10 dead": the word of what happened, none for whom */
	for (; f->trigger_n && k < end; k++)
		if (str_eq(s->triggers[k].measure, f->measure))
			return measure_fits(s, g, &s->triggers[k]);
	return true;
}

void figure_take_noun(struct figure *f, const struct figure *g)
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
	if (harm && f->sentence == g->sentence && str_eq(kind, STR("thing")) && f->noun_n == 1 &&
	    scan_text(s, f->noun_first, "others"))
		f->subject = g->subject;
}

/* "412 cases of cholera and 18 deaths": a word for what happened ("100 injured" is one for the people), whom nobody
 * counts among the cases. */
static bool is_happening(const struct figure_scan *s, const struct figure *f)
{
	struct str word = s->r->tokens.at[f->noun_first].lower;

	return str_ends(word, STR("s")) && !str_ends(word, STR("ss")) && scan_tag(s, f->noun_first) == TAG_NNS;
}

/* "killed 26 civilians, nine of them children, and wounded 70": whose kin the 70 are, the whole's and no part's. */
static const struct figure *counted_before(const struct figures *all, uint32_t at)
{
	const struct figure *g = &all->at[at - 1];

	while (g->part_of >= 0 && (uint32_t)g->part_of < at && all->at[g->part_of].sentence == g->sentence)
		g = &all->at[g->part_of];
	return g;
}

void figure_share_noun(const struct figure_scan *s, struct figures *all, uint32_t at)
{
	struct figure *f = &all->at[at];

	if (at == 0 || f->number.kind != AMOUNT_COUNT || f->number.form == NUMERAL_ZERO || f->part_of >= 0 ||
	    !f->measure.n || f->rules & (RULE_BIT(TOLL) | RULE_BIT(REFERRED)))
		return;
	const struct figure *g = counted_before(all, at);

	if (g->part_of == (int32_t)at)
		return; /* "two patients were among the eight dead" */
	if (g->part_of >= 0 && !str_eq(f->measure, g->measure))
		return; /* "109 children are among the dead, and 20,000 are affected" */
	share_thing(s, f, g);
	bool own = f->noun_n == 1 &&
		   s->first_trigger[f->noun_first - s->start] != s->first_trigger[f->noun_first - s->start + 1] &&
		   !is_happening(s, f);

	if (f->sentence != g->sentence || !g->noun_n || g->number.kind != AMOUNT_COUNT ||
	    (f->noun_n && !(own && f->rules & RULE_BIT(OWN_NOUN) && g->measure.n)) || !may_share(s, f, g))
		return;
	for (uint32_t i = g->first + g->n; i < f->first; i++)
		if (scan_text(s, i, ";") || scan_text(s, i, ":"))
			return;
	figure_take_noun(f, g);
}
