/* The tense of the verb that a time expression hangs on, from the tags around it. */
#include "figure_words.h"
#include "sudden.h"
#include "times_grammar.h"

enum { REACH = 30 };

/* "set for talks", "set to open", "set a hearing for Monday"; but "set fire to a house on Monday", "was set on Monday".
 */
static bool is_set_ahead(const struct scan *s, uint32_t i)
{
	for (uint32_t k = i + 1; k + 1 < s->end && k < i + 8; k++)
		if ((scan_is(s, k, "for") && (k == i + 1 || s->atoms[k + 1].kind)) ||
		    (scan_is(s, k, "to") && scan_tag_at(s, k + 1) == TAG_VB))
			return true;
	return false;
}

/* What is planned has its time ahead: "due Monday", "scheduled for Tuesday". */
static bool is_plan(const struct scan *s, uint32_t i)
{
	return scan_atom(s, i, ATOM_PLAN) && (!scan_is(s, i, "set") || is_set_ahead(s, i));
}

/* Verbs whose infinitive happened when they did. */
static bool is_done(const struct scan *s, uint32_t i)
{
	return scan_atom(s, i, ATOM_DONE) != NULL;
}

/* "faces charges over the killing of a girl on Monday": charges are on no day to come, as a hearing is. */
static bool faces_charges(const struct scan *s, uint32_t i)
{
	enum { NEAR = 6 };

	for (uint32_t k = i + 1; scan_is_any(s, i, "faces", "face") && k < s->end && k - i < NEAR; k++)
		if (scan_is_any(s, k, "charge", "charges", "count", "counts"))
			return true;
	return false;
}

/* Verbs whose present tells a plan: "the summit begins on Monday". */
static bool is_timetable(const struct scan *s, uint32_t i)
{
	if (faces_charges(s, i))
		return false;
	return scan_atom(s, i, ATOM_TIMETABLE) || scan_is_any(s, i, "begin", "start", "expire", "expires");
}

/* Verbs that move something to another time: "adjourned to 12 October". */
static bool is_put_off(const struct scan *s, uint32_t i)
{
	return scan_atom(s, i, ATOM_PUT_OFF) != NULL;
}

/* The auxiliaries to the left of a verb, as far as they are glued to it by adverbs and "not". */
struct group {
	bool will, past, present, perfect, to, would;
	uint32_t first;
};

static struct group group_of(const struct scan *s, uint32_t v)
{
	struct group g = {.first = v};
	uint32_t i = v;

	for (int steps = 0; i > s->start && steps < 6; steps++) {
		uint32_t k = i - 1;
		enum tag t = scan_tag_at(s, k);

		if (t == TAG_MD) {
			g.will |= scan_is_any(s, k, "will", "shall", "'ll", "wo", "can", "may", "might", "must",
					      "should", "ca");
			g.would |= scan_is_any(s, k, "would", "could", "'d");
		} else if (t == TAG_TO || scan_is(s, k, "to")) {
			g.to = true;
			g.first = k;
			break;
		} else if (scan_is_any(s, k, "has", "have", "had", "'ve", "'s", "been", "having")) {
			g.perfect |= !scan_is(s, k, "'s");
			g.past |= scan_is(s, k, "had");
			g.present |= scan_is(s, k, "'s");
		} else if (scan_is_any(s, k, "was", "were", "did")) {
			g.past = true;
		} else if (scan_is_any(s, k, "is", "are", "am", "do", "does", "'re", "'m")) {
			g.present = true;
		} else if (t != TAG_RB && !scan_is_any(s, k, "not", "n't", "be", "being", "got", "get", "gets")) {
			break;
		}
		if (t != TAG_RB)
			g.first = k;
		i = k;
	}
	return g;
}

static enum timex_tense tense_of_verb(const struct scan *s, uint32_t v, int depth);
static uint32_t governor_left(const struct scan *s, uint32_t i);

/* The word before "to", adverbs aside: what the infinitive hangs on. s->end: none. */
static uint32_t before_infinitive(const struct scan *s, uint32_t to)
{
	while (to > s->start && scan_tag_at(s, to - 1) == TAG_RB)
		to--;
	return to > s->start ? to - 1 : s->end;
}

/* "drowned while trying to cross on Sunday": a participle that goes along has the tense of the verb before it. */
static enum timex_tense tense_of_participle(const struct scan *s, uint32_t v, int depth)
{
	uint32_t main = governor_left(s, v);

	return main < s->end ? tense_of_verb(s, main, depth + 1) : TIMEX_TENSE_UNKNOWN;
}

/* "the second | to shake the city in 12 days", "the first woman | to win": it has happened. */
static bool is_ranked(const struct scan *s, uint32_t i)
{
	enum { PHRASE = 4 };

	for (uint32_t k = i + 1; k > s->start && i + 1 - k < PHRASE; k--) {
		if (scan_atom(s, k - 1, ATOM_ORDINAL) || scan_is_any(s, k - 1, "first", "last", "only", "latest"))
			return k > s->start + 1 && scan_is_any(s, k - 2, "the", "its", "his", "her", "their");
		if (!tag_is_noun(scan_tag_at(s, k - 1)) && scan_tag_at(s, k - 1) != TAG_JJ)
			return false;
	}
	return false;
}

/* "to meet on Friday": what governs the infinitive? */
static enum timex_tense tense_of_infinitive(const struct scan *s, uint32_t to, int depth)
{
	uint32_t k = before_infinitive(s, to);
	enum timex_tense tense;

	if (k == s->end || depth > 2)
		return TIMEX_TENSE_FUTURE;
	if (is_plan(s, k)) {
		struct group g = group_of(s, k);

		return g.perfect && g.past ? TIMEX_TENSE_PAST : TIMEX_TENSE_FUTURE;
	}
	if (is_ranked(s, k))
		return TIMEX_TENSE_PAST;
	if (!is_done(s, k) || !tag_is_verb(scan_tag_at(s, k)))
		return TIMEX_TENSE_FUTURE;
	tense = tense_of_verb(s, k, depth + 1);
	if (tense == TIMEX_TENSE_PRESENT && scan_tag_at(s, k) == TAG_VBG) /* "are trying to arrange a visit" */
		return TIMEX_TENSE_FUTURE;
	return tense == TIMEX_TENSE_UNKNOWN ? tense_of_participle(s, k, depth) : tense;
}

bool times_is_naming(const struct scan *s, uint32_t v)
{
	enum { NEAR = 8 };

	for (uint32_t k = v; scan_is_any(s, v, "calling", "call", "describe") && k > s->start && v - k < NEAR; k--)
		if (scan_is(s, k - 1, "what"))
			return true;
	return false;
}

static enum timex_tense tense_of_verb(const struct scan *s, uint32_t v, int depth)
{
	enum tag t = scan_tag_at(s, v);
	struct group g = group_of(s, v);

	if (is_plan(s, v) && (t == TAG_VBN || t == TAG_VBD || t == TAG_VBG))
		return g.perfect && g.past ? TIMEX_TENSE_PAST : TIMEX_TENSE_FUTURE;
	if (t == TAG_MD)
		return TIMEX_TENSE_FUTURE;
	if (g.will || g.would)
		return g.perfect ? TIMEX_TENSE_PAST : TIMEX_TENSE_FUTURE;
	if (g.to)
		return g.perfect ? TIMEX_TENSE_PAST : tense_of_infinitive(s, g.first, depth);
	if (t == TAG_VBD || g.past || g.perfect)
		return TIMEX_TENSE_PAST;
	if (t == TAG_VB && !g.present) /* "please call on Friday" */
		return TIMEX_TENSE_FUTURE;
	if (t == TAG_VBG && g.present) /* "is meeting them on Friday", "are investigating a killing on Friday" */
		return figure_word(s->r, v, FUNCTION_ARRANGED) && !times_is_naming(s, v) ? TIMEX_TENSE_FUTURE
											 : TIMEX_TENSE_PRESENT;
	if (t == TAG_VBG)
		return TIMEX_TENSE_UNKNOWN;
	if (t == TAG_VBN && !g.present)
		return TIMEX_TENSE_PAST;
	return is_timetable(s, v) && t != TAG_VBN ? TIMEX_TENSE_FUTURE : TIMEX_TENSE_PRESENT;
}

/* A verb that says when: not a participle that names a thing ("wounded men"). */
static bool is_governor(const struct scan *s, uint32_t i)
{
	enum tag t = scan_tag_at(s, i);

	if (t == TAG_MD || t == TAG_VBD || t == TAG_VBZ || t == TAG_VBP || t == TAG_VB)
		return !scan_is(s, i + 1, "-") && !scan_is(s, i - 1, "-"); /* a "would-be" victim */
	if (t == TAG_VBN &&
	    scan_is_any(s, i - 1, "stay", "stays", "stayed", "remain", "remains", "remained", "keep", "keeps", "kept"))
		return false;
	if (t == TAG_VBN)
		return !scan_is_noun(s, i + 1) || (i + 1 < s->end && s->atoms[i + 1].kind);
	return t == TAG_VBG && scan_is_any(s, i - 1, "is", "are", "was", "were", "be", "been");
}

static bool is_clause_end(const struct scan *s, uint32_t i)
{
	return scan_is_any(s, i, ";", ":", "--", "\xe2\x80\x94", "\xe2\x80\x93", "...", "\xe2\x80\xa6");
}

/* The verb to the left that says when, within its clause; s->end: none. */
static uint32_t governor_left(const struct scan *s, uint32_t i)
{
	uint32_t steps = 0;

	for (uint32_t k = i; k > s->start && steps++ < REACH && !is_clause_end(s, k - 1); k--)
		if (is_governor(s, k - 1))
			return k - 1;
	return s->end;
}

/* "abducted 50 in four raids | beginning May 27": with a verb that tells what is past. */
static bool began_by_then(const struct scan *s, uint32_t i)
{
	uint32_t verb = governor_left(s, i);

	return verb < s->end && !is_plan(s, verb) && scan_tag_at(s, verb) == TAG_VBD &&
	       tense_of_verb(s, verb, 0) == TIMEX_TENSE_PAST && scan_is_noun(s, i - 1) &&
	       !scan_is_any(s, verb, "said", "announced", "agreed", "ordered", "was", "were");
}

static enum timex_tense tense_left(const struct scan *s, uint32_t i)
{
	uint32_t steps = 0;

	for (uint32_t k = i; k > s->start && steps++ < REACH; k--) {
		if (is_clause_end(s, k - 1))
			break;
		if (is_plan(s, k - 1) && i - k < 4 && !tag_is_verb(scan_tag_at(s, k - 1)))
			return TIMEX_TENSE_FUTURE;
		if (scan_is_any(s, k - 1, "starting", "beginning", "effective") && i - k < 2)
			return began_by_then(s, k - 1) ? TIMEX_TENSE_PAST : TIMEX_TENSE_FUTURE;
		if (is_governor(s, k - 1) && is_put_off(s, k - 1) &&
		    scan_is_any(s, i - 1, "to", "until", "till", "for"))
			return TIMEX_TENSE_FUTURE;
		if (is_governor(s, k - 1))
			return tense_of_verb(s, k - 1, 0);
	}
	return TIMEX_TENSE_UNKNOWN;
}

static enum timex_tense tense_right(const struct scan *s, uint32_t i)
{
	uint32_t steps = 0;

	for (uint32_t k = i; k < s->end && steps++ < REACH; k++) {
		enum tag t = scan_tag_at(s, k);

		if (is_clause_end(s, k))
			break;
		if (t == TAG_MD)
			return scan_is_any(s, k, "would", "could") && scan_tag_at(s, k + 1) == TAG_VB &&
					       scan_is(s, k + 1, "have")
				       ? TIMEX_TENSE_PAST
				       : TIMEX_TENSE_FUTURE;
		if (t == TAG_VBD)
			return TIMEX_TENSE_PAST;
		if ((t == TAG_VBZ || t == TAG_VBP) && scan_is_any(s, k, "has", "have", "'ve"))
			return TIMEX_TENSE_PAST;
		if (t == TAG_VBZ || t == TAG_VBP) {
			if (is_plan(s, k + 1))
				return TIMEX_TENSE_FUTURE;
			return scan_tag_at(s, k + 1) == TAG_TO || scan_is(s, k + 1, "to") ? TIMEX_TENSE_FUTURE
											  : TIMEX_TENSE_PRESENT;
		}
	}
	return TIMEX_TENSE_UNKNOWN;
}

/* The last noun of the phrase that begins there; s->end: none. */
static uint32_t head_right(const struct scan *s, uint32_t i)
{
	enum { LONG = 6 };
	uint32_t head = s->end;

	for (uint32_t k = i; k < s->end && k < i + LONG; k++) {
		enum tag t = scan_tag_at(s, k);

		if (tag_is_noun(t))
			head = k;
		else if (t != TAG_JJ && t != TAG_CD && t != TAG_VBN && t != TAG_VBG && !scan_glued(s, k))
			break;
	}
	return head;
}

/* "the quake on Tuesday", "that attack on Tuesday": one that is pointed at. */
static bool is_pointed_at(const struct scan *s, uint32_t noun)
{
	enum { LONG = 4 };

	for (uint32_t k = noun; k > s->start && noun - k < LONG; k--) {
		if (scan_is_any(s, k - 1, "the", "that", "this", "those", "these"))
			return true;
		if (!tag_is_noun(scan_tag_at(s, k - 1)) && scan_tag_at(s, k - 1) != TAG_JJ)
			return false;
	}
	return false;
}

/* "Tuesday's earthquake", "the 12 January earthquake", "victims of the attack on Tuesday": nobody plans these, whatever
 * the verb. */
static bool is_of_sudden(const struct scan *s, uint32_t i, uint32_t n)
{
	uint32_t after = i + n, before = i > s->start && scan_is(s, i - 1, "on") ? i - 1 : i;

	uint32_t own = scan_is_any(s, after, "'s", "\xe2\x80\x99s", "'", "\xe2\x80\x99") ? 1 : 0;
	uint32_t head = head_right(s, after + own);

	if (head < s->end && (own || (i > s->start && scan_is(s, i - 1, "the"))))
		return sudden_noun(s->r, head);
	return before > s->start && sudden_noun(s->r, before - 1) && is_pointed_at(s, before - 1);
}

enum timex_tense times_tense(const struct scan *s, uint32_t i, uint32_t n)
{
	if (is_of_sudden(s, i, n))
		return TIMEX_TENSE_PAST;
	enum timex_tense tense = tense_left(s, i);

	return tense != TIMEX_TENSE_UNKNOWN ? tense : tense_right(s, i + n);
}

bool times_is_aim(const struct scan *s, uint32_t i)
{
	uint32_t verb = governor_left(s, i);

	if (verb == s->end)
		return true;
	enum tag t = scan_tag_at(s, verb);
	struct group g = group_of(s, verb);

	if (t == TAG_MD || g.will || g.would || is_plan(s, verb))
		return false;
	if (g.to) {
		uint32_t before = before_infinitive(s, g.first);

		return before == s->end || !is_plan(s, before);
	}
	return t == TAG_VBG;
}
