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

bool flow_brings_total(const struct reading *r, uint32_t number)
{
	static const struct str totals[] = {STR_WORD("total"), STR_WORD("toll"),  STR_WORD("number"),
					    STR_WORD("tally"), STR_WORD("count"), STR_WORD("figure")};
	static const struct str verbs[] = {STR_WORD("bring"), STR_WORD("put"),	STR_WORD("take"),
					   STR_WORD("raise"), STR_WORD("push"), STR_WORD("lift")};
	enum { REACH = 12 };
	uint32_t first = r->sentences.at[r->sentence_of[number]].first;
	bool total = false;

	if (number == first ||
	    !(str_is(r->tokens.at[number - 1].lower, "to") || str_is(r->tokens.at[number - 1].lower, "at")))
		return false;
	for (uint32_t i = number - 1; i > first && number - i < REACH; i--) {
		const struct token *t = &r->tokens.at[i - 1];

		if (str_is(t->lower, ",") || str_is(t->lower, ";"))
			return false;
		total |= str_is_one_of(t->lower, totals, sizeof totals / sizeof *totals);
		if (total && str_is_one_of(t->lemma, verbs, sizeof verbs / sizeof *verbs))
			return true;
	}
	return false;
}

/* "range month=5 day=5 to month=5 day=6": what stands behind the "to", as a point. */
static struct str end_of_range(struct str time)
{
	struct str to = STR(" to ");
	ptrdiff_t at = str_find(time, to);

	return at < 0 ? STR_NULL : str_slice(time, (size_t)at + to.n, time.n);
}

struct str flow_total_time(struct reading *r, struct str time)
{
	struct str point = STR("point "), parts[] = {STR("until "), str_slice(time, point.n, time.n)};

	if (str_starts(time, STR("past "))) /* "19 in the past week, bringing the total to 215" */
		return STR_NULL;
	if (str_starts(time, STR("range ")))
		parts[1] = end_of_range(time);
	return str_starts(time, point) || (str_starts(time, STR("range ")) && parts[1].n)
		       ? str_concat(r->arena, parts, 2)
		       : time;
}
