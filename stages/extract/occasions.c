#include "occasions.h"

#include "cues.h"

static struct str speaker_name(const struct attribution *a)
{
	return a->n_speakers == 1 ? a->speakers[0].name : STR_NULL;
}

static uint32_t holder(const struct attributions *said, uint32_t token)
{
	return token < said->tokens ? said->holder[token] : ATTRIBUTION_NONE;
}

static const struct cue_row *cue_of(const struct reading *r, uint32_t verb)
{
	const struct hit *hit = reading_hit(r, verb, LEXICON_CUES);

	return hit ? &r->know->cues[hit_row(r, hit, LEXICON_CUES)] : NULL;
}

/* Is it a clause, and not an object ("the deaths of five men who had fled")? */
static bool is_clause(const struct reading *r, struct span content)
{
	for (uint32_t i = content.first; i < content.end; i++) {
		enum tag t = (enum tag)r->tokens.at[i].tag;

		if (t == TAG_WP || t == TAG_WDT || t == TAG_COMMA)
			return false;
		if (tag_is_finite(t))
			return true;
	}
	return false;
}

/* Does the time stand in what the verb tells: "said | the blast on Monday killed 12"? An object takes the time of its
 * verb: "announced the deaths of five on Monday". */
static bool stands_within(const struct reading *r, const struct attribution *a, uint32_t time)
{
	const struct cue_row *cue = cue_of(r, a->verb);
	bool object = cue && (cue->takes & TAKES_NP || !(cue->takes & (TAKES_THAT | TAKES_QUOTE))) &&
		      !(cue->takes & TAKES_EXPLICIT);

	for (size_t i = 0; i < a->contents.n; i++)
		if (a->contents.at[i].first <= time && time < a->contents.at[i].end)
			return !object || is_clause(r, a->contents.at[i]);
	return false;
}

/* Does the verb say something, though no statement of it was found, so that the time is not that of what happened?
 * "urged Syria on Thursday to open talks, after six people died"; not "celebrated on Sunday", and no verb of many
 * meanings ("found", "recorded", "saw"). One that is no word of saying gives a paper ("in a statement issued Friday").
 */
static bool says(const struct reading *r, uint32_t verb, uint32_t time)
{
	enum { NEAR = 4 };
	const struct cue_row *cue = cue_of(r, verb);

	if (!cue || cue->kind == CUE_SAY || cue->kind == CUE_DENY)
		return !cue || !(cue->takes & TAKES_EXPLICIT);
	return (cue->kind == CUE_ORDER || cue->kind == CUE_ASK || cue->kind == CUE_PROMISE) &&
	       r->tokens.at[verb].tag == TAG_VBD && time - verb <= NEAR;
}

/* "raised the death toll from the storm to 32 on Wednesday": the day of one who gives a toll is that of the saying,
 * however far off. */
static uint32_t giver_of_toll(const struct reading *r, const struct attributions *said, const struct time_mention *m)
{
	uint32_t at = holder(said, m->first);
	const struct cue_row *cue = at == ATTRIBUTION_NONE ? NULL : cue_of(r, said->at[at].verb);

	if (!cue || !(cue->takes & (TAKES_TOLL | TAKES_COUNT | TAKES_AT)) || m->timex.kind != TIMEX_POINT)
		return TIME_NONE;
	for (uint32_t i = said->at[at].verb + 1; i < m->first; i++)
		if (tag_is_verb((enum tag)r->tokens.at[i].tag) || str_is(r->tokens.at[i].lower, ","))
			return TIME_NONE;
	return said->at[at].verb;
}

void occasions_tell_apart(const struct reading *r, const struct attributions *said, struct time_mentions *times)
{
	uint32_t *by_verb = ARENA_ARRAY(r->arena, uint32_t, said->tokens + 1);

	for (uint32_t i = 0; i < said->n; i++)
		by_verb[said->at[i].verb] = i + 1;
	for (size_t i = 0; i < times->n; i++) {
		struct time_mention *m = &times->at[i];
		if (m->said_by == TIME_NONE)
			m->said_by = giver_of_toll(r, said, m);
		uint32_t at = m->said_by == TIME_NONE ? 0 : by_verb[m->said_by];

		if (at ? stands_within(r, &said->at[at - 1], m->first)
		       : m->said_by != TIME_NONE && !says(r, m->said_by, m->first))
			m->said_by = TIME_NONE;
	}
}

static bool names_a_day(const struct time_mention *t)
{
	return t->timex.kind == TIMEX_POINT;
}

/* "before a rally on Sunday", "ahead of talks on Monday": the time of what comes later. */
static bool is_of_what_follows(const struct reading *r, const struct time_mention *t)
{
	enum { NEAR = 7 };
	uint32_t first = r->sentences.at[t->sentence].first;

	for (uint32_t i = t->first; i > first && t->first - i < NEAR; i--) {
		struct token at = r->tokens.at[i - 1];

		if (str_is(at.lower, "before") || str_is(at.lower, "ahead"))
			return i < t->first; /* "before Sunday": no day of a rally */
		if (tag_is_verb((enum tag)at.tag) || str_is(at.lower, ","))
			return false;
	}
	return false;
}

/* "401 cases were reported this year", "reported 55,391 cases from January to August": behind the verb a year, and
 * anywhere a range, is that of what is told. */
static bool is_of_what_is_told(const struct time_mentions *times, const struct time_mention *t, uint32_t verb)
{
	const struct timex_point *p = &t->timex.at;
	bool year = (p->year && !p->month && !p->part && !p->feast) || p->unit >= UNIT_YEAR;
	bool ends = t > times->at && t[-1].until != TIME_NONE && t[-1].until >= (uint32_t)(t - times->at);

	return ((t->until != TIME_NONE || ends) && p->month) || (year && t->first > verb);
}

/* A day on which something can have been said: not that of "a rally to be held on Sunday", nor one that dates nothing.
 */
static bool can_be_of_saying(const struct reading *r, const struct time_mentions *times, const struct time_mention *t,
			     uint32_t verb)
{
	return names_a_day(t) && t->reach != TIME_NONE && !is_of_what_is_told(times, t, verb) &&
	       t->timex.tense != TIMEX_TENSE_FUTURE && !is_of_what_follows(r, t);
}

/* "On Monday night, police say they were called to a shooting": a day told before what is said now is that of what
 * they say. */
static bool is_of_content(const struct reading *r, const struct attribution *a, const struct time_mention *t)
{
	enum tag verb = (enum tag)r->tokens.at[a->verb].tag;

	return (verb == TAG_VBP || verb == TAG_VBZ) && t->first < a->verb &&
	       t->first - t->lead <= r->sentences.at[t->sentence].first + 1 && t->timex.kind == TIMEX_POINT &&
	       (t->timex.at.weekday || t->timex.at.day);
}

/* "the ministry said, | up from 998 the previous day": what stands behind a comma goes with what was told. */
static bool comma_between(const struct reading *r, uint32_t verb, uint32_t time)
{
	for (uint32_t i = verb + 1; i < time; i++)
		if (str_is(r->tokens.at[i].lower, ","))
			return true;
	return false;
}

/* The time that stands with the words of saying: in their sentence, in nothing that is
 * said, and no further from the verb than a clause. */
static uint32_t time_of_saying(const struct reading *r, const struct attributions *said,
			       const struct time_mentions *times, const struct attribution *a)
{
	enum { NEAR = 25 };
	uint32_t best = TIME_NONE, least = NEAR;

	for (uint32_t i = times_first(times, a->sentence); i < times->n && times->at[i].sentence == a->sentence; i++) {
		uint32_t at = times->at[i].first, far = at > a->verb ? at - a->verb : a->verb - at;

		if (at > a->verb + NEAR)
			break;
		if (can_be_of_saying(r, times, &times->at[i], a->verb) && !is_of_content(r, a, &times->at[i]) &&
		    holder(said, at) == ATTRIBUTION_NONE && far < least && !comma_between(r, a->verb, at)) {
			best = i;
			least = far;
		}
	}
	return best;
}

void occasions_find(const struct reading *r, const struct attributions *said, const struct time_mentions *times,
		    struct occasions *out)
{
	uint32_t last = ATTRIBUTION_NONE;

	*out = (struct occasions){
		.said = said,
		.before = ARENA_ARRAY(r->arena, uint32_t, said->n + 1),
		.time = ARENA_ARRAY(r->arena, uint32_t, said->n + 1),
	};
	for (uint32_t i = 0; i < said->n; i++) {
		const struct attribution *a = &said->at[i];
		struct str name = speaker_name(a);
		bool goes_on = last != ATTRIBUTION_NONE && name.n && str_eq(name, speaker_name(&said->at[last]));

		out->time[i] = a->states ? time_of_saying(r, said, times, a) : TIME_NONE;
		out->before[i] = goes_on ? last : ATTRIBUTION_NONE;
		if (goes_on && out->time[i] == TIME_NONE)
			out->time[i] = out->time[last];
		if (a->states && a->contents.n)
			last = i;
	}
}

struct times_governing occasions_times(const struct reading *r, const struct time_mentions *times,
				       const struct occasions *occasions, uint32_t token)
{
	struct times_governing t = times_governing(r, times, token);
	uint32_t holds = holder(occasions->said, token);

	if (holds == ATTRIBUTION_NONE)
		return t;
	/* a time outside of what is said tells when it was said, not when it happened */
	uint32_t verb = occasions->said->at[holds].verb;

	if (t.when != TIME_NONE && names_a_day(&times->at[t.when]) &&
	    !is_of_what_is_told(times, &times->at[t.when], verb) &&
	    holder(occasions->said, times->at[t.when].first) == ATTRIBUTION_NONE &&
	    times->at[t.when].sentence == occasions->said->at[holds].sentence &&
	    !is_of_content(r, &occasions->said->at[holds], &times->at[t.when])) {
		if (t.said == TIME_NONE && can_be_of_saying(r, times, &times->at[t.when], verb) &&
		    !comma_between(r, verb, times->at[t.when].first))
			t.said = t.when;
		t.when = times_when_within(r, times, token, occasions->said->holder, holds);
	}
	if (t.said == TIME_NONE)
		t.said = occasions->time[holds];
	return t;
}
