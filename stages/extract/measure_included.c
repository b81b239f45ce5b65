/* Some of those whom nobody counts: "killed civilians, including 11 children", "the dead, including two doctors". */
#include "figure_words.h"
#include "measures.h"
#include "nouns.h"

enum { MOST_WORDS = 8 };

/* How many words that open some of a whole end right before the token: "including", "among them"; 0: none do. */
static uint32_t include_before(const struct figure_scan *s, uint32_t i)
{
	enum tag tag = scan_tag(s, i - 1);
	bool may = tag == TAG_PRP || tag == TAG_WP || tag == TAG_WDT || tag == TAG_DT || tag == TAG_IN;

	if (!may && !scan_has(s, i - 1, FUNCTION_INCLUDE))
		return 0; /* as nearly always */
	return figure_word_before(s->r, s->start, i, FUNCTION_INCLUDE);
}

uint32_t measure_include_list(const struct figure_scan *s, const struct figure *f)
{
	enum { LONGEST_LIST = 16 }; /* [tokens] */

	for (uint32_t i = f->first; i > s->start + 1 && f->first - i < LONGEST_LIST; i--) {
		if (include_before(s, i))
			return i;
		if (!measure_in_list(s, i - 1) || (scan_tag(s, i - 1) == TAG_CC && scan_text(s, i - 2, ",")))
			return 0;
	}
	return 0;
}

uint32_t measure_whole_end(const struct figure_scan *s, const struct figure *f)
{
	uint32_t i = f->first, n;

	if (i > s->start + 2 && scan_text(s, i - 1, "of") && scan_text(s, i - 2, "those"))
		i -= 2; /* "bodies, including those of three children" */
	n = include_before(s, i);
	if (!n && i > s->start + 1 && scan_text(s, i - 1, "the"))
		n = include_before(s, --i); /* "including the two doctors" */
	if (n)
		i -= n;
	else if (!scan_text(s, f->first + f->n - 1, "them") && !scan_text(s, f->first + f->n - 1, "whom"))
		return s->start;
	if (i > s->start && (scan_text(s, i - 1, ",") || scan_text(s, i - 1, "(") || figure_is_dash(s->r, i - 1)))
		return i - 1; /* "the injured - 14 of them seriously -" */
	return n ? i : s->start;
}

/* "the dead, including", "the bodies, including those of": the word that names them, and what happened to them. */
const struct trigger *measure_whole_state(const struct figure_scan *s, const struct figure *f)
{
	uint32_t end = measure_whole_end(s, f);
	size_t last = 0, k = end > s->start ? scan_triggers(s, end - 1, &last) : 0;

	for (; k < last && scan_text(s, f->first - 1, "of"); k++)
		if (s->triggers[k].form == FORM_NOUN && s->triggers[k].counts == COUNTS_SELF &&
		    measure_fits(s, f, &s->triggers[k]))
			return &s->triggers[k];
	return end > s->start ? measure_named_before(s, f, end) : NULL;
}

/* What happens to the subject before it: "were killed, among them", "died in the blast, including". */
static bool is_suffered(const struct figure_scan *s, const struct trigger *t, uint32_t end)
{
	bool passive = measure_is_passive(s, t) && (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH);

	if (!trigger_is_verb(t) || (!passive && t->counts != COUNTS_SUBJECT))
		return false;
	for (uint32_t i = t->first + t->n; i < end; i++)
		if (scan_text(s, i, "by"))
			return false; /* "were killed by gunmen, including 12 foreigners" */
	return true;
}

/* "two people wounded, including a boy": a participle right behind them. */
static bool is_reduced(const struct figure_scan *s, const struct trigger *t, uint32_t end)
{
	bool participle = (t->form == FORM_PAST || t->form == FORM_PARTICIPLE) &&
			  (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH);

	return participle && t->first + t->n == end && t->first > s->start && tag_is_noun(scan_tag(s, t->first - 1));
}

/* Does the word state something of those who are named before the end? */
static bool is_stated(const struct figure_scan *s, const struct figure *f, const struct trigger *t, uint32_t end)
{
	bool first = f == s->figures, at = scan_tag(s, t->first + t->n) == TAG_IN; /* "shot at a crowd" */
	bool compound = tag_is_noun(scan_tag(s, t->first)) && tag_is_noun(scan_tag(s, t->first + t->n));

	if (t->first + t->n > end || t->particle.n || !measure_fits(s, f, t) ||
	    compound) /* "a rescue team, made up of", "rescue teams, including two from Japan" */
		return false;
	if (is_reduced(s, t, end) || (first && is_suffered(s, t, end))) /* behind another figure it is that one's */
		return true;
	if (t->form == FORM_NOUN) /* "the deaths of civilians, including 11 children" */
		return t->counts == COUNTS_OF && scan_text(s, t->first + t->n, "of");
	return t->first + t->n < end && trigger_is_verb(t) && !measure_is_passive(s, t) && !at &&
	       (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH);
}

struct stated measure_included(const struct figure_scan *s, const struct figure *f)
{
	const struct trigger *state = measure_whole_state(s, f);
	uint32_t end = measure_whole_end(s, f);
	struct stated none = {0};

	if (state)
		return (struct stated){.trigger = state, .rules = RULE_BIT(COMPLEMENT)};
	for (uint32_t i = end; i > s->start && end - i < MOST_WORDS; i--) {
		size_t last, k = scan_triggers(s, i - 1, &last);
		enum tag tag = scan_tag(s, i - 1);
		bool person =
			reading_hit(s->r, i - 1, LEXICON_SUBJECTS); /* "villagers", that taggers take for a verb */

		for (; k < last; k++)
			if (is_stated(s, f, &s->triggers[k], end))
				return (struct stated){.trigger = &s->triggers[k], .rules = RULE_BIT(INHERITED)};
		if (tag == TAG_CD || tag == TAG_COMMA || tag == TAG_CC || (tag_is_verb(tag) && !person))
			return none;
	}
	return none;
}
