/* Of those whom a verb takes and nobody counts: "killed civilians, including 11 children". */
#include "figure_words.h"
#include "measures.h"

enum { MOST_WORDS = 8 };

/* Where the words that are counted from end: before "including", "among them" and their comma; s->start: none. */
static uint32_t end_of_whole(const struct figure_scan *s, const struct figure *f)
{
	uint32_t n = figure_word_before(s->r, s->start, f->first, "include"), end = f->first - n;

	if (!n)
		return s->start;
	return end > s->start && scan_text(s, end - 1, ",") ? end - 1 : end;
}

static bool is_taken(const struct figure_scan *s, const struct figure *f, const struct trigger *t, uint32_t end)
{
	if (t->first + t->n >= end || t->particle.n || !measure_fits(s, f, t))
		return false;
	if (t->form == FORM_NOUN) /* "the deaths of civilians, including 11 children" */
		return t->counts == COUNTS_OF && scan_text(s, t->first + t->n, "of");
	bool at = scan_tag(s, t->first + t->n) == TAG_IN; /* "shot at a crowd" */

	return trigger_is_verb(t) && !measure_is_passive(s, t) && !at &&
	       (t->counts == COUNTS_OBJECT || t->counts == COUNTS_BOTH);
}

struct stated measure_included(const struct figure_scan *s, const struct figure *f)
{
	struct stated none = {0};
	uint32_t end = end_of_whole(s, f);

	for (uint32_t i = end; i > s->start && end - i < MOST_WORDS; i--) {
		size_t last, k = scan_triggers(s, i - 1, &last);
		enum tag tag = scan_tag(s, i - 1);

		for (; k < last; k++)
			if (is_taken(s, f, &s->triggers[k], end))
				return (struct stated){.trigger = &s->triggers[k], .rules = RULE_BIT(INHERITED)};
		if (tag == TAG_CD || tag == TAG_COMMA || tag == TAG_CC || tag_is_verb(tag))
			return none;
	}
	return none;
}
