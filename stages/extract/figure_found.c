#include "figure_parts.h"

enum { NEAR = 24 }; /* [tokens] "the five people missing since a wildfire swept through their hamlet were found" */

static bool is_finding(const struct figure_scan *s, uint32_t i)
{
	return i < s->end && figure_word(s->r, i, FUNCTION_FINDING);
}

/* The verb by which whoever was missing was found, behind the word "missing" and in its clause; 0: none. */
static uint32_t finding_behind(const struct figure_scan *s, uint32_t from)
{
	for (uint32_t i = from; i + 1 < s->end && i < from + NEAR; i++) {
		if (scan_tag(s, i) == TAG_CC || s->r->tokens.at[i].kind == TOKEN_NUMBER || scan_text(s, i, ";"))
			return 0;
		if (!scan_has(s, i, FUNCTION_BE))
			continue;
		while (i + 1 < s->end && (scan_has(s, i + 1, FUNCTION_BE) || scan_tag(s, i + 1) == TAG_RB))
			i++;
		if (is_finding(s, i + 1))
			return i + 1;
	}
	return 0;
}

/* "found dead", and not "found alive" */
static bool is_dead(const struct figure_scan *s, uint32_t found)
{
	return scan_text(s, found + 1, "dead") || scan_text(s, found + 1, "drowned");
}

/* "five people are missing": told as it is, unless the clause of "who" goes on to tell more of them. */
static bool are_missing(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n, i = f->trigger_first;
	bool who = scan_text(s, end, "who") || scan_text(s, end, "that");

	while (i > end && scan_tag(s, i - 1) == TAG_RB)
		i--;
	return i > end && !who && (scan_has(s, i - 1, FUNCTION_BE) || tag_is_verb(scan_tag(s, i - 1))) &&
	       !scan_text(s, i - 1, "reported");
}

static bool is_whole(const struct figures *all, size_t from, size_t at)
{
	for (size_t i = from; i < all->n; i++)
		if (all->at[i].part_of == (int32_t)at)
			return true;
	return false;
}

static void settle(const struct figure_scan *s, struct figures *all, size_t from, size_t at)
{
	struct figure *f = &all->at[at];
	uint32_t found;

	if (f->also && str_is(f->also->measure, "missing") && !str_is(f->measure, "missing"))
		f->also = NULL; /* "two hikers who had been missing were rescued" */
	if (!str_is(f->measure, "missing") || f->trigger_n == 0 || f->trigger_first < f->first + f->n ||
	    are_missing(s, f) || !(found = finding_behind(s, f->trigger_first + f->trigger_n)))
		return;
	/* "three of the five people missing": of the others nothing is told */
	f->measure = is_whole(all, from, at) ? STR_NULL : is_dead(s, found) ? STR("killed") : STR("rescued");
	f->aspect = f->measure.n ? ASPECT_CUMULATIVE : ASPECT_NONE;
	f->trigger_n = f->measure.n ? f->trigger_n : 0;
	f->rules |= RULE_BIT(KNOWN);
}

void figure_find_missing(const struct figure_scan *s, struct figures *all, size_t from)
{
	for (size_t i = from; i < all->n; i++)
		settle(s, all, from, i);
}
