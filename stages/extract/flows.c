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

/* "in the last 24 hours", "in the past day". */
static bool is_last_hours(const struct timex_expr *t)
{
	enum { LONGEST = 48 }; /* [hours] */
	int hours = t->unit == UNIT_HOUR ? t->n_milli : t->unit == UNIT_DAY ? 24 * t->n_milli : 0;

	return t->kind == TIMEX_PAST && hours > 0 && hours <= LONGEST * 1000;
}

/* "were forced out as fighting went on on Monday": the day of another clause. */
static bool is_in_other_clause(const struct reading *r, uint32_t from, uint32_t to)
{
	static const char *const words[] = {"as", "while", "when", "after", "before", "because", "since"};

	for (uint32_t i = from; i < to; i++)
		for (size_t k = 0; k < sizeof words / sizeof *words; k++)
			if (str_is(r->tokens.at[i].lower, words[k]))
				return true;
	return false;
}

bool flow_is_of_day(struct reading *r, const struct time_mentions *times, const struct figure *f)
{
	if (f->aspect != ASPECT_CUMULATIVE || f->trigger_n == 0 || figure_is_total(f))
		return false;
	uint32_t when = times_governing(r, times, f->trigger_first).when;

	if (when == TIME_NONE || times->at[when].sentence != f->sentence ||
	    is_in_other_clause(r, f->trigger_first + f->trigger_n, times->at[when].first))
		return false;
	return is_last_hours(&times->at[when].timex) ||
	       (is_move(f->measure) && is_one_day(&times->at[when].timex) && is_simple_past(r, f->trigger_first));
}

struct str flow_total_time(struct reading *r, struct str time)
{
	struct str point = STR("point "), parts[] = {STR("until "), str_slice(time, point.n, time.n)};

	return str_starts(time, point) ? str_concat(r->arena, parts, 2) : time;
}
