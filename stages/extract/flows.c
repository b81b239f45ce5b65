#include "flows.h"

/* Measures of which every day has its own. Those of a blow (killed, injured) are its total whatever the verb. */
static bool is_move(struct str measure)
{
	static const char *const moves[] = {"evacuated", "displaced", "returned", "relocated"};

	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (str_is(measure, moves[i]))
			return true;
	return false;
}

static bool is_simple_past(struct reading *r, uint32_t token)
{
	const struct verb_group *v = phrases_verb_at(reading_phrases(r, r->sentence_of[token]), token);

	return v && v->tense == TENSE_PAST && v->modal == PHRASE_NONE &&
	       !(v->flags & (VERB_PERFECT | VERB_PROGRESSIVE | VERB_INFINITIVE | VERB_GERUND | VERB_PARTICIPLE));
}

static bool is_one_day(const struct timex_expr *t)
{
	bool near = t->at.unit == UNIT_DAY && (t->at.which == 0 || t->at.which == -1);

	return t->kind == TIMEX_POINT && t->at.mod == MOD_NONE && t->at.hour == TIMEX_NO_CLOCK &&
	       (t->at.day || t->at.weekday || near);
}

bool flow_is_of_day(struct reading *r, const struct time_mentions *times, const struct figure *f)
{
	if (f->aspect != ASPECT_CUMULATIVE || !is_move(f->measure) || f->trigger_n == 0 || figure_is_total(f) ||
	    !is_simple_past(r, f->trigger_first))
		return false;
	uint32_t when = times_governing(r, times, f->trigger_first).when;

	return when != TIME_NONE && times->at[when].sentence == f->sentence && is_one_day(&times->at[when].timex);
}

struct str flow_total_time(struct reading *r, struct str time)
{
	struct str point = STR("point "), parts[] = {STR("until "), str_slice(time, point.n, time.n)};

	return str_starts(time, point) ? str_concat(r->arena, parts, 2) : time;
}
