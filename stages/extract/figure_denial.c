/* Is a figure denied, or only a part in it, or what it is told beside? */
#include "figure_words.h"
#include "measure_verb.h"

/* "denied any part in the murder of 12": who did it is denied, not that it was done. */
static bool disowned(const struct figure_scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end && i < from + 5; i++)
		if (figure_word(s->r, i, FUNCTION_COMPLICITY) || figure_word(s->r, i, FUNCTION_CONNECTION))
			return true;
	return false;
}

/* "denied that the trip was linked to the murder of six": a finite verb between, so that the murder is no more than
 * spoken of. */
static bool is_spoken_of(const struct figure_scan *s, const struct figure *f, uint32_t denial)
{
	if (!(f->rules & RULE_BIT(NOMINAL)))
		return false;
	for (uint32_t i = denial + 1; i < f->trigger_first; i++)
		if (scan_has(s, i, FUNCTION_BE) || scan_has(s, i, FUNCTION_HAVE) || scan_tag(s, i) == TAG_MD ||
		    scan_tag(s, i) == TAG_VBD || scan_tag(s, i) == TAG_VBZ)
			return true;
	return false;
}

/* "denied that 40 people killed in the raid were armed": a finite verb beside the participle, so that it is only told
 * who they are; "denied reports of 40 people killed" has none. */
static bool is_told_apart(const struct figure_scan *s, const struct figure *f, uint32_t denial)
{
	uint32_t behind = f->trigger_first + f->trigger_n;

	if (f->trigger_first != f->first + f->n || scan_tag(s, f->trigger_first) != TAG_VBN)
		return false;
	for (uint32_t i = denial + 1; i < s->end; i++) {
		if (i > behind && s->r->tokens.at[i].kind == TOKEN_MARK)
			break;
		if (tag_is_finite(scan_tag(s, i)) && (i < f->first || i > behind))
			return true;
	}
	return false;
}

/* "denied being behind the blast that killed 40": what a clause tells of a thing is so, whoever did it; "denied the
 * claim that it killed 40" is no such clause. */
static bool is_told_of(const struct figure_scan *s, const struct figure *f, uint32_t denial)
{
	for (uint32_t i = denial + 2; i < f->trigger_first && i < f->first; i++)
		if (scan_has(s, i, FUNCTION_RELATIVE) && ((tag_is_noun(scan_tag(s, i - 1)) && verb_begins(s, i + 1) &&
							   !figure_word(s->r, i + 1, FUNCTION_SAID)) ||
							  scan_tag(s, i - 1) == TAG_IN))
			return true;
	return false;
}

/* "denied knowledge of the campaign, during which 180,000 were killed": the narrator tells that, and nobody denies it.
 */
static bool in_aside(const struct figure_scan *s, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i + 1 < end; i++) {
		uint32_t pronoun = scan_tag(s, i + 1) == TAG_IN ? i + 2 : i + 1;
		enum tag tag = scan_tag(s, pronoun);

		if (scan_text(s, i, ",") && pronoun < end &&
		    (tag == TAG_WDT || tag == TAG_WP || scan_text(s, pronoun, "where")))
			return true;
	}
	return false;
}

/* "it is not true that 12 died": the word of truth that stands right before the clause is negated. */
static bool is_not_true(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = f->first; i > s->start + 2 && s->r->tokens.at[i - 1].kind != TOKEN_MARK; i--)
		if (scan_text(s, i - 1, "that"))
			return scan_text(s, i - 2, "true") && scan_has(s, i - 3, FUNCTION_NEGATOR);
	return false;
}

/* "reports that 12 died are false": what the clause of hearsay is said to be behind it. */
static bool is_false_behind(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 12 }; /* [tokens] */
	uint32_t i = f->first, trigger = f->trigger_first + f->trigger_n, end = f->first + f->n;

	while (i > s->start && s->r->tokens.at[i - 1].kind != TOKEN_MARK && !scan_text(s, i - 1, "that"))
		i--;
	if (i < s->start + 2 || !scan_text(s, i - 1, "that") ||
	    !figure_word_before(s->r, s->start, i - 1, FUNCTION_HEARSAY))
		return false;
	for (i = trigger > end ? trigger : end; i + 1 < s->end && i < end + REACH; i++) {
		if (scan_text(s, i, ",") || scan_text(s, i, ";"))
			return false;
		if (scan_has(s, i, FUNCTION_BE) && figure_word(s->r, i + 1, FUNCTION_UNTRUE))
			return true;
		if (scan_has(s, i, FUNCTION_BE) && scan_has(s, i + 1, FUNCTION_NEGATOR) && scan_text(s, i + 2, "true"))
			return true;
	}
	return false;
}

/* Does the denial leave the figure as it is? */
static bool leaves(const struct figure_scan *s, const struct figure *f, uint32_t denial)
{
	return disowned(s, denial + 1, f->first) || is_spoken_of(s, f, denial) || is_told_apart(s, f, denial) ||
	       is_told_of(s, f, denial) || in_aside(s, denial + 1, f->first);
}

/* "over the disputed election", "after a rejected bid": what they are called, and no denial of what is told of them. */
static bool is_attribute(const struct figure_scan *s, uint32_t i)
{
	enum tag before = scan_tag(s, i - 1), behind = scan_tag(s, i + 1);

	if (!str_ends(s->r->tokens.at[i].lower, STR("ed")) || !(tag_is_noun(behind) || tag_is_adjective(behind)))
		return false;
	return before == TAG_DT || before == TAG_PRPS || before == TAG_POS || before == TAG_IN ||
	       tag_is_adjective(before);
}

uint64_t figure_denial(const struct figure_scan *s, const struct figure *f)
{
	uint32_t from = figure_clause_start(s, f->first);

	if (is_not_true(s, f) || is_false_behind(s, f))
		return RULE_BIT(DENIED);
	for (uint32_t i = f->first; i-- > s->start;)
		if (scan_has(s, i, FUNCTION_DENIAL) && !is_attribute(s, i)) {
			if (leaves(s, f, i))
				return RULE_BIT(DISOWNED);
			return i >= from ? RULE_BIT(DENIED) : 0;
		}
	return 0;
}
