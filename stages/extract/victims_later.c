/* What came of a wound: "the boy who was shot on Elm Street has died", "was shot in the leg and later died". */
#include "measure_verb.h"
#include "victims_parts.h"

enum { FARTHEST = 40 }; /* [tokens] */

static bool is_later(const struct figure_scan *s, uint32_t i)
{
	return verb_is_adverb(s, i) || scan_text(s, i, "later") || scan_text(s, i, "then");
}

/* "in a car on Elm Street", "Monday", "himself", ", and | later": past what tells where, when or whom; the token itself
 * where something else stands. */
static uint32_t past_adjunct(const struct figure_scan *s, uint32_t i)
{
	enum tag tag = scan_tag(s, i);
	const struct hit *time = i < s->end ? reading_hit(s->r, i, LEXICON_TIMES) : NULL;
	bool during = scan_text(s, i, "while") || scan_text(s, i, "when") || scan_text(s, i, "after");

	if (scan_text(s, i + 1, "times"))
		return i + 2; /* "was shot several times and pronounced dead" */
	if (scan_text(s, i, "once") || scan_text(s, i, "twice"))
		return i + 1;
	if (time)
		return i + time->n;
	if (scan_text(s, i, "where") && (scan_text(s, i + 1, "he") || scan_text(s, i + 1, "she")))
		return i + 2; /* "was taken to a hospital, where he died" */
	if (during)
		return scan_tag(s, i + 1) == TAG_VBG ? verb_past_noun(s, i + 2) : i;
	if (tag == TAG_IN && scan_tag(s, i + 1) == TAG_IN)
		return i + 1; /* "out of a car" */
	if (tag == TAG_IN || tag == TAG_TO || tag == TAG_PRP) {
		uint32_t past = verb_past_noun(s, i + 1);

		return tag == TAG_PRP ? i + str_ends(s->r->tokens.at[i].lower, STR("self")) : past > i + 1 ? past : i;
	}
	if (scan_text(s, i, ",") && scan_text(s, i + 1, "where"))
		return i + 1;
	if (scan_text(s, i, ",") && scan_tag(s, i + 1) == TAG_CC)
		i++;
	if (scan_tag(s, i) == TAG_CC) {
		uint32_t next = i + 1;

		while (is_later(s, next))
			next++;
		return verb_begins(s, next) ? next : i;
	}
	return i + (tag == TAG_RP || is_later(s, i));
}

/* The word behind the helpers of the verb group at the token; 0: it is not told as a fact. */
static uint32_t main_verb(const struct figure_scan *s, uint32_t i, bool *be)
{
	for (; verb_is_aux(s, i) || is_later(s, i); i++) {
		if (scan_has(s, i, FUNCTION_MODAL) || scan_has(s, i, FUNCTION_NEGATOR))
			return 0;
		*be |= scan_has(s, i, FUNCTION_BE);
	}
	return i;
}

static bool states_death(const struct figure_scan *s, uint32_t i, bool be)
{
	size_t end, k = scan_triggers(s, i, &end);

	for (; k < end; k++)
		if (str_eq(s->triggers[k].measure, STR("killed")) && trigger_is_verb(&s->triggers[k]) &&
		    !s->triggers[k].particle.n && str_eq(s->triggers[k].needs, STR("person")))
			return s->triggers[k].counts == COUNTS_SUBJECT ||
			       (be && !verb_object_follows(s, &s->triggers[k]));
	return false;
}

bool victims_died_later(const struct figure_scan *s, const struct trigger *t, uint32_t victim)
{
	bool passive = measure_is_passive(s, t);
	uint32_t i = t->first + t->n, last = i + FARTHEST < s->end ? i + FARTHEST : s->end;

	if (victim >= t->first)
		return false; /* "shot a clerk and later died" */
	while (i < last) {
		uint32_t to = past_adjunct(s, i);
		bool be = passive; /* "was shot and pronounced dead" */

		if (to == i && verb_begins(s, i)) {
			to = main_verb(s, i, &be);
			if (to == 0 || states_death(s, to, be))
				return to > 0;
			to++;
		}
		if (to <= i)
			return false;
		i = to;
	}
	return false;
}
