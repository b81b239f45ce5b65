#include "event_denial.h"

#include "figure_words.h"

/* [tokens] between what is denied and the event: "reports of a second attack". */
enum { REACH = 14 };

/* What stands for the event that it leads to: "denied reports of an attack". (Who denies "any role in the massacre"
 * leaves the massacre as it is.) */
static bool stands_for_event(const struct reading *r, const struct noun_phrase *noun)
{
	return figure_word(r, noun->head, FUNCTION_HEARSAY) > 0;
}

bool event_is_disowned(const struct reading *r, const struct attribution *a, const struct found_event *e)
{
	if (a->sentence != e->sentence)
		return false;
	for (uint32_t i = a->verb; i < e->first && i < a->verb + 2 * REACH; i++)
		if ((figure_word(r, i, FUNCTION_COMPLICITY) || figure_word(r, i, FUNCTION_CONNECTION)) &&
		    (figure_token_is(r, i + 1, "in") || figure_token_is(r, i + 1, "for") ||
		     figure_token_is(r, i + 1, "of") || figure_token_is(r, i + 1, "with") ||
		     figure_token_is(r, i + 1, "to")))
			return true;
	return false;
}

/* Is the event what the phrase says, or what it leads to? */
static bool is_said_by(const struct reading *r, const struct noun_phrase *noun, const struct found_event *e)
{
	if (!noun || e->first < noun->first)
		return false;
	return e->first < noun->first + noun->n || (stands_for_event(r, noun) && e->first < noun->head + REACH);
}

/* The first verb group behind the token; NULL: none. */
static const struct verb_group *group_behind(const struct phrases *p, uint32_t token)
{
	for (uint32_t i = token + 1; i < p->first + p->n && i < token + 2 * REACH; i++) {
		const struct verb_group *v = phrases_verb_at(p, i);

		if (v && v->first == i)
			return v;
	}
	return NULL;
}

/* "denied that it had shelled, bombed or burned the town": the clause goes on. */
static bool goes_on(const struct reading *r, const struct verb_group *v, uint32_t token)
{
	for (uint32_t i = v->first; i < token; i++) {
		struct str lower = r->tokens.at[i].lower;

		if (str_is(lower, "who") || str_is(lower, "which") || str_is(lower, "that") || str_is(lower, "as") ||
		    str_is(lower, "but") || str_is(lower, "after") || str_is(lower, "since") || str_is(lower, "saying"))
			return false;
	}
	return true;
}

/* By the clause behind the cue: the event is its verb, or that verb's subject or object. */
static bool is_told_by(const struct reading *r, const struct phrases *p, const struct verb_group *v,
		       const struct found_event *e)
{
	if (!v)
		return false;
	if (phrases_verb_at(p, e->first))
		return e->first >= v->first && e->first < v->first + v->n + REACH && goes_on(r, v, e->first);
	return is_said_by(r, phrases_noun(p, v->subject), e) || is_said_by(r, phrases_noun(p, v->object), e);
}

bool event_is_denied(struct reading *r, const struct attribution *a, const struct found_event *e)
{
	const struct phrases *p = reading_phrases(r, e->sentence);

	/* "Twelve were killed. The army denied it.": across sentences the words of denying hold all that they quote */
	if (a->sentence != e->sentence || a->verb > e->first)
		return true;
	return is_said_by(r, phrases_noun_after(p, a->verb), e) || is_told_by(r, p, group_behind(p, a->verb), e);
}
