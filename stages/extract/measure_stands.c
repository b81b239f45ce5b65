/* How a counted phrase stands in its sentence: within another phrase, between commas, behind "left". */
#include "figure_words.h"
#include "measure_verb.h"

/* "in 14 districts", "of 12 people": a phrase that hangs on another one governs no verb behind it. */
bool measure_stands_inside(const struct figure_scan *s, const struct figure *f)
{
	static const char *const prepositions[] = {"in",   "at",      "from",	 "of",	    "for",
						   "near", "on",      "by",	 "to",	    "across",
						   "into", "between", "through", "against", "around"};
	uint32_t i = f->first;

	if (scan_tag(s, i - 1) == TAG_POS)
		return true; /* "half of the camp's 12,000 residents" */
	while (i > s->start && (scan_tag(s, i - 1) == TAG_DT || scan_tag(s, i - 1) == TAG_PRPS))
		i--;
	if (i > s->start + 1 && scan_text(s, i - 1, "of") && figure_word_before(s->r, s->start, i - 1, FUNCTION_CROWD))
		return false; /* "a group of 12 people fled" */
	if (i > s->start + 1 && scan_text(s, i - 1, "in") && str_starts(s->r->tokens.at[i - 2].lower, STR("result")))
		return false; /* "resulted in 40 people losing their lives" */
	return i > s->start && scan_is_one_of(s, i - 1, prepositions, sizeof prepositions / sizeof *prepositions);
}

/* ", a man and two women,": the last of a list that a comma opens. */
static bool ends_aside(const struct figure_scan *s, const struct figure *f)
{
	enum { LONGEST = 12 }; /* [tokens] */
	uint32_t i = f->first;

	if (i == s->start || !scan_text(s, i - 1, "and") || !scan_text(s, f->first + f->n, ","))
		return false;
	for (i--; i > s->start && f->first - i < LONGEST && measure_in_list(s, i - 1); i--)
		if (scan_text(s, i - 1, ","))
			return scan_tag(s, i) == TAG_DT || scan_tag(s, i) == TAG_CD;
	return false;
}

/* "all residents - about 6,900 people - were": how many those before the dash are, whom nothing counts. */
static bool is_dashed(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = f->first + f->n;

	return f == s->figures && f->first > s->start + 1 && f->first != s->start &&
	       figure_is_dash(s->r, f->first - 1) && s->r->tokens.at[f->first - 1].flags & TOKEN_SPACE &&
	       end < s->end && figure_is_dash(s->r, end) && s->r->tokens.at[end].flags & TOKEN_SPACE;
}

/* ", or 7,900 people" */
bool measure_stands_aside(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first;

	if (i > s->start + 3 && scan_text(s, i - 1, "as") && scan_text(s, i - 2, "well") && scan_text(s, i - 4, ","))
		return true; /* ", as well as three journalists," */
	if (ends_aside(s, f) || is_dashed(s, f))
		return true;
	return f->first > s->start && (scan_text(s, f->first - 1, "or") || scan_text(s, f->first - 1, ",") ||
				       scan_has(s, f->first - 1, FUNCTION_INCLUDE));
}

bool measure_is_left(const struct figure_scan *s, const struct figure *f)
{
	static const char *const words[] = {"left", "leaving", "leaves", "leave"};

	return f->first > s->start && scan_is_one_of(s, f->first - 1, words, sizeof words / sizeof *words);
}
