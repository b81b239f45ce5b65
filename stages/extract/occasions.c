#include "occasions.h"

static struct str speaker_name(const struct attribution *a)
{
	return a->n_speakers == 1 ? a->speakers[0].name : STR_NULL;
}

static uint32_t holder(const struct attributions *said, uint32_t token)
{
	return token < said->tokens ? said->holder[token] : ATTRIBUTION_NONE;
}

/* First time mention of the sentence or later. */
static uint32_t first_time(const struct time_mentions *times, uint32_t sentence)
{
	uint32_t low = 0, high = (uint32_t)times->n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (times->at[middle].sentence < sentence)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool names_a_day(const struct time_mention *t)
{
	return t->timex.kind == TIMEX_POINT;
}

/* The time that stands with the words of saying: in their sentence, in nothing that is
 * said, and no further from the verb than a clause. */
static uint32_t time_of_saying(const struct attributions *said, const struct time_mentions *times,
			       const struct attribution *a)
{
	enum { NEAR = 25 };
	uint32_t best = TIME_NONE, least = NEAR;

	for (uint32_t i = first_time(times, a->sentence); i < times->n && times->at[i].sentence == a->sentence; i++) {
		uint32_t at = times->at[i].first, far = at > a->verb ? at - a->verb : a->verb - at;

		if (at > a->verb + NEAR)
			break;
		if (names_a_day(&times->at[i]) && holder(said, at) == ATTRIBUTION_NONE && far < least) {
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

		out->time[i] = a->states ? time_of_saying(said, times, a) : TIME_NONE;
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
	if (t.when != TIME_NONE && names_a_day(&times->at[t.when]) &&
	    holder(occasions->said, times->at[t.when].first) == ATTRIBUTION_NONE &&
	    times->at[t.when].sentence == occasions->said->at[holds].sentence) {
		if (t.said == TIME_NONE)
			t.said = t.when;
		t.when = TIME_NONE;
	}
	if (t.said == TIME_NONE)
		t.said = occasions->time[holds];
	return t;
}
