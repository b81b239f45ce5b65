#include "event_when.h"

#include "event_words.h"
#include "figure_words.h"

/* What leads to an event that something else is told of: "the toll from", "anger over", "victims of". */
static bool leads_apart(struct str preposition)
{
	static const char *const words[] = {"from", "of", "over", "about", "into", "for", "against", "with", "to"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_is(preposition, words[i]))
			return true;
	return false;
}

/* "the attack"; of a toll whatever it is from: "the toll from bomb attacks". */
static bool is_known(const struct reading *r, const struct noun_phrase *noun)
{
	if (str_is(r->tokens.at[noun->preposition].lower, "from") && noun->preposition > 0 &&
	    str_is(r->tokens.at[noun->preposition - 1].lower, "toll"))
		return true;
	return event_words_definite(r, noun);
}

/* "Two of the blasts", "the last of the attacks": what is told of some is told of the event. */
static bool is_some_of(const struct reading *r, const struct phrases *p, const struct noun_phrase *noun)
{
	const struct noun_phrase *whole = phrases_noun(p, noun->whole);

	return whole &&
	       (whole->flags & (NOUN_BARE | NOUN_PRONOUN) || !tag_is_noun((enum tag)r->tokens.at[whole->head].tag));
}

/* A verb of its own stands between, that tells no happening ("occurred") and is in no clause of the event's ("that
 * killed 12"). */
static bool verb_between(const struct reading *r, uint32_t from, uint32_t end)
{
	bool found = false;

	for (uint32_t i = from; i < end; i++) {
		enum tag t = (enum tag)r->tokens.at[i].tag;

		if (t == TAG_WDT || t == TAG_WP || t == TAG_WRB || figure_word(r, i, FUNCTION_HAPPENING))
			return false;
		found |= tag_is_finite(t);
	}
	return found;
}

/* "the people | who had been evacuated": does the token end the verb of a relative clause? */
static bool is_of_relative(const struct reading *r, uint32_t token)
{
	enum { REACH = 5 };
	const struct token *at = r->tokens.at;
	uint32_t first = r->sentences.at[r->sentence_of[token]].first;

	for (uint32_t i = token; i > first && token - i < REACH; i--) {
		if (at[i - 1].tag == TAG_WP || at[i - 1].tag == TAG_WDT)
			return true;
		if (!tag_is_verb((enum tag)at[i - 1].tag) && at[i - 1].tag != TAG_RB)
			return false;
	}
	return false;
}

static bool is_apart(struct reading *r, const struct time_mentions *times, uint32_t when, const struct found_event *e)
{
	if (when == TIME_NONE || times->at[when].timex.kind != TIMEX_POINT || times->at[when].sentence != e->sentence)
		return false;
	const struct phrases *p = reading_phrases(r, e->sentence);
	const struct noun_phrase *noun = phrases_noun_at(p, e->first);
	const struct time_mention *t = &times->at[when];

	if (is_of_relative(r, e->first) && times_is_of_main(r, t, e->first + 1))
		return true;
	if (!noun || phrases_verb_at(p, e->first) || noun->preposition == PHRASE_NONE || !is_known(r, noun) ||
	    !leads_apart(r->tokens.at[noun->preposition].lower) || is_some_of(r, p, noun))
		return false;
	return t->first > e->first ? verb_between(r, noun->first + noun->n, t->first)
				   : verb_between(r, t->first + t->n, noun->preposition);
}

/* "Was jailed on Monday | after a shooting", "a man accused in the shooting | was jailed on Monday". */
static bool is_later(const struct reading *r, const struct time_mention *t, const struct found_event *e)
{
	static const struct str links[] = {STR_WORD("after"), STR_WORD("following"), STR_WORD("for"),
					   STR_WORD("in"),    STR_WORD("over"),	     STR_WORD("on"),
					   STR_WORD("with"),  STR_WORD("from"),	     STR_WORD("of")};
	uint32_t end = t->first + t->n;

	if (t->aftermath == TIME_NONE || t->sentence != e->sentence)
		return false;
	if (e->first < end)
		return e->first < t->aftermath;
	return figure_token_is_one_of(r, end, links, sizeof links / sizeof *links);
}

static bool is_since_clause(const struct reading *r, const struct found_event *e)
{
	enum { REACH = 8 }; /* [tokens] */
	uint32_t first = r->sentences.at[e->sentence].first;

	for (uint32_t i = e->first; i > first && e->first - i < REACH; i--) {
		const struct token *t = &r->tokens.at[i - 1];

		if (str_is(t->lower, "since"))
			return true;
		if (tag_is_verb((enum tag)t->tag) || t->kind == TOKEN_MARK)
			break;
	}
	return false;
}

/* "since the air strikes | began" */
static bool is_said_to_begin(const struct reading *r, const struct found_event *e)
{
	uint32_t behind = e->first + e->n;

	return e->status == STATUS_NONE && behind < r->tokens.n &&
	       (str_is(r->tokens.at[behind].lower, "began") || str_is(r->tokens.at[behind].lower, "started") ||
		str_is(r->tokens.at[behind].lower, "erupted"));
}

const struct event_time *event_times(struct reading *r, const struct time_mentions *times,
				     const struct occasions *occasions, const struct found_events *events)
{
	struct event_time *out = ARENA_ARRAY(r->arena, struct event_time, events->n + 1);

	for (size_t i = 0; i < events->n; i++) {
		out[i].t = occasions_times(r, times, occasions, events->at[i].first);
		out[i].apart = is_apart(r, times, out[i].t.when, &events->at[i]);
		out[i].later = out[i].t.when != TIME_NONE && is_later(r, &times->at[out[i].t.when], &events->at[i]);
		out[i].undated = out[i].t.when == TIME_NONE &&
				 (events->at[i].status == STATUS_BEGUN || is_said_to_begin(r, &events->at[i])) &&
				 is_since_clause(r, &events->at[i]);
	}
	return out;
}
