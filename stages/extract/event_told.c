#include "event_told.h"

#include "figure_words.h"

/* "The incident took place near the port": what was told last before it, of those that happen. */
struct str event_told_happened(const struct event_words *w, const struct found_events *all)
{
	enum { LOOK_BACK = 16 };

	for (size_t i = all->n; i-- > 0 && all->n - i <= LOOK_BACK;)
		if (all->at[i].status == STATUS_NONE && event_words_kin(w, all->at[i].type).n)
			return all->at[i].type;
	return STR_NULL;
}

/* "This never happened", "said that it had not happened": what somebody says, and not "lines meant this had not
 * happened".
 */
static bool opens_statement(const struct event_words *w, uint32_t sentence, uint32_t subject)
{
	uint32_t first = w->r->sentences.at[sentence].first;

	if (subject <= first || w->r->tokens.at[subject - 1].kind == TOKEN_MARK)
		return true;
	return str_is(w->r->tokens.at[subject - 1].lower, "that") || figure_word(w->r, subject - 1, FUNCTION_SAID);
}

/* "The incident took place", "it happened": of what was told before, not of "the end of the world". */
bool event_told_again(const struct event_words *w, uint32_t sentence, const struct hit *hit)
{
	static const char *const words[] = {"it",    "this",   "that",	   "which",    "incident", "incidents",
					    "event", "events", "accident", "disaster", "tragedy"};
	const struct phrases *p = reading_phrases(w->r, sentence);
	const struct verb_group *v = phrases_verb_at(p, hit->first);
	const struct noun_phrase *subject = v ? phrases_noun(p, v->subject) : NULL;

	if (subject && v->flags & VERB_NEGATED && !opens_statement(w, sentence, subject->first))
		return false;
	/* "this never happens here" tells of no day */
	for (size_t i = 0; subject && v->tense != TENSE_PRESENT && i < sizeof words / sizeof *words; i++)
		if (str_is(w->r->tokens.at[subject->head].lower, words[i]))
			return true;
	return false;
}

/* "The disaster", "the accident": the collapse or the quake that was told before. */
struct str event_told_accident(const struct event_words *w, const struct found_events *all)
{
	enum { LOOK_BACK = 16 };

	for (size_t i = all->n; i-- > 0 && all->n - i <= LOOK_BACK;)
		if (all->at[i].status == STATUS_NONE && event_words_kin(w, all->at[i].type).n &&
		    !event_words_is_act(w, all->at[i].type))
			return all->at[i].type;
	return STR("accident");
}

/* "52 people have been killed": a count of those that were told of. */
static bool is_count(const struct event_words *w, const struct found_event *e)
{
	const struct phrases *p = reading_phrases(w->r, e->sentence);
	const struct verb_group *v = phrases_verb_at(p, e->first);
	const struct noun_phrase *target = phrases_noun(p, e->target);

	return v && v->flags & VERB_PERFECT && target && target->numbers;
}

/* Who is killed, nobody says by whom, of a mine that collapsed is not killed by others; nor is it news of an attack
 * that was told before how many have been. (An explosion may be a bomb's; who is murdered is so by somebody.) */
bool event_told_killing(const struct event_words *w, const struct found_events *all, const struct found_event *e)
{
	enum { LOOK_BACK = 32 };
	bool accident = false;

	if (!str_eq(e->type, STR("killing")) || e->agent != PHRASE_NONE ||
	    !str_starts(w->r->tokens.at[e->first].lower, STR("kill")))
		return false;
	for (size_t i = all->n; i-- > 0 && all->n - i <= LOOK_BACK;) {
		struct str kin = event_words_kin(w, all->at[i].type);

		if (kin.n && event_words_is_act(w, all->at[i].type))
			return is_count(w, e);
		accident |= kin.n && !str_eq(kin, STR("attack"));
	}
	return accident;
}
