#include "figure_habit.h"

#include "figure_words.h"
#include "measures.h"

/* "a year", "per year", "annually" at the token; but not "a year ago", "a year into the war". */
static bool is_yearly(const struct figure_scan *s, uint32_t i)
{
	if (figure_word(s->r, i, FUNCTION_HABIT))
		return true;
	return scan_text(s, i, "a") && scan_text(s, i + 1, "year") && scan_tag(s, i + 2) != TAG_RB &&
	       scan_tag(s, i + 2) != TAG_RBR && (scan_tag(s, i + 2) != TAG_IN || scan_text(s, i + 2, "in"));
}

static bool is_of_now(enum tag tag)
{
	return tag == TAG_VBZ || tag == TAG_VBP;
}

/* "flu causes 500 deaths", "is a factor in 500 deaths", "500 deaths occur": the verb that goes with the noun that tells
 * the measure, before it or else behind it. Without any it is of all times. */
static bool is_of_present_verb(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->trigger_first + f->trigger_n;

	for (uint32_t i = f->first; i-- > s->start && !scan_text(s, i, ";");)
		if (tag_is_finite(scan_tag(s, i)) || scan_tag(s, i) == TAG_VBN)
			return is_of_now(scan_tag(s, i));
	for (uint32_t i = end; i < s->end && s->r->tokens.at[i].kind != TOKEN_MARK; i++)
		if (tag_is_finite(scan_tag(s, i)))
			return is_of_now(scan_tag(s, i));
	return true;
}

/* "kills", "die", "are killed", "are dying": a verb of the present. */
static bool is_present(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->trigger_first;
	enum tag tag = scan_tag(s, i);

	if (tag_is_noun(tag))
		return is_of_present_verb(s, f);
	if (tag == TAG_VB) /* "diseases, most of them rare, kill": taken for an infinitive */
		return scan_tag(s, i - 1) != TAG_TO && scan_tag(s, i - 1) != TAG_MD && !scan_has(s, i - 1, FUNCTION_DO);
	if (tag != TAG_VBN && tag != TAG_VBD && tag != TAG_VBG)
		return is_of_now(tag);
	while (i > s->start && scan_tag(s, i - 1) == TAG_RB)
		i--;
	return scan_text(s, i - 1, "are") || scan_text(s, i - 1, "is");
}

/* What stands before it, "Every year some 700 people die", or follows in the clause: not "kills 20 in floods, which
 * come every year". */
static bool is_told_of_years(const struct figure_scan *s, const struct figure *f)
{
	enum { REACH = 16 }; /* [tokens] */
	uint32_t end = f->trigger_first + f->trigger_n;

	for (uint32_t i = s->start; i < f->first; i++)
		if (figure_word(s->r, i, FUNCTION_HABIT))
			return true;
	for (uint32_t i = end; i < s->end && i < end + REACH; i++) {
		if (i >= f->first + f->n && (scan_text(s, i, ",") || scan_has(s, i, FUNCTION_RELATIVE)))
			return false;
		if (is_yearly(s, i))
			return true;
	}
	return false;
}

/* "36,000 deaths a year in Kenya | and 90,000 deaths worldwide": beside one of every year. */
static bool is_beside_habit(const struct figure_scan *s, const struct figure *f)
{
	/* a victim's figure is none of the sentence's until it is put among them */
	bool among = s->figures_n && f > s->figures && f < s->figures + s->figures_n;
	const struct figure *before = among ? f - 1 : NULL;

	return before && before->aspect == ASPECT_NONE && before->rules & RULE_BIT(RATE) &&
	       str_eq(before->measure, f->measure) && scan_text(s, f->first - 1, "and");
}

bool figure_is_habit(const struct figure_scan *s, const struct figure *f)
{
	return is_yearly(s, f->first + f->n) || is_beside_habit(s, f) ||
	       (f->trigger_n && is_present(s, f) && is_told_of_years(s, f));
}

bool figure_is_daily(const struct figure_scan *s, const struct figure *f)
{
	for (uint32_t i = s->start; f->trigger_n && i < f->first; i++)
		if ((scan_text(s, i, "every") || scan_text(s, i, "each")) && measure_past_rate(s, i) > i)
			return is_present(s, f);
	return false;
}
