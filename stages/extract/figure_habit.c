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

/* "kills", "die", "are killed": a verb of the simple present. */
static bool is_present(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->trigger_first;
	enum tag tag = scan_tag(s, i);

	if (tag == TAG_VB) /* "diseases, most of them rare, kill": taken for an infinitive */
		return scan_tag(s, i - 1) != TAG_TO && scan_tag(s, i - 1) != TAG_MD && !scan_has(s, i - 1, FUNCTION_DO);
	if (tag != TAG_VBN && tag != TAG_VBD)
		return tag == TAG_VBZ || tag == TAG_VBP;
	while (i > s->start && scan_tag(s, i - 1) == TAG_RB)
		i--;
	return scan_text(s, i - 1, "are") || scan_text(s, i - 1, "is");
}

/* What opens the sentence, "Every year some 700 people die", or follows in the clause: not "floods, which come every
 * year". */
static bool is_told_of_years(const struct figure_scan *s, const struct figure *f)
{
	enum { OPENING = 2, REACH = 16 }; /* [tokens] */
	uint32_t end = f->trigger_first + f->trigger_n;

	for (uint32_t i = s->start; i < s->start + OPENING && i < f->first; i++)
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

bool figure_is_habit(const struct figure_scan *s, const struct figure *f)
{
	return is_yearly(s, f->first + f->n) || (f->trigger_n && is_present(s, f) && is_told_of_years(s, f));
}
