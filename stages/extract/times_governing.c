/* Which time goes with a figure or an event: its clause's first, then its sentence's. */
#include "times.h"

/* Can it say when something was? */
static bool can_govern(const struct time_mention *m)
{
	const struct timex_expr *t = &m->timex;

	switch (t->kind) {
	case TIMEX_DISTANT: /* days before nobody knows when: no date */
		return t->n_milli && (m->told != TIME_NONE || t->at.from == FROM_NOW || t->unit > UNIT_WEEK);
	case TIMEX_POINT:
	case TIMEX_SINCE:
	case TIMEX_UNTIL:
	case TIMEX_RANGE:
	case TIMEX_PAST:
	case TIMEX_COMING:
		return t->at.shift < TIMEX_VAGUE_SHIFT && t->at.shift > -TIMEX_VAGUE_SHIFT;
	default:
		return false;
	}
}

/* Things are said on a day, not "in recent months". */
static bool names_day(const struct timex_expr *t)
{
	const struct timex_point *p = &t->at;

	return t->kind == TIMEX_POINT && (p->day || p->weekday || p->feast || p->unit == UNIT_DAY || p->daypart ||
					  p->hour != TIMEX_NO_CLOCK || (p->shift && p->per <= UNIT_DAY));
}

static bool is_clause_mark(struct str lower)
{
	switch (lower.n ? lower.at[0] : 0) {
	case ';':
	case ':':
		return lower.n == 1;
	case '-':
		return str_eq(lower, STR("--"));
	case '\xe2':
		return str_eq(lower, STR("\xe2\x80\x94"));
	case 'w':
		return str_eq(lower, STR("while")) || str_eq(lower, STR("whereas"));
	case 'b':
		return str_eq(lower, STR("but")) || str_eq(lower, STR("because"));
	case 'a':
		return str_eq(lower, STR("although"));
	default:
		return false;
	}
}

/* How far it stands: tokens between, with a step for every comma, a long one for another clause.
 * Not told exactly beyond `most`: a sentence of many times must not be looked through for each. */
static uint32_t distance(const struct reading *r, uint32_t token, const struct time_mention *m, uint32_t most)
{
	uint32_t a = token < m->first ? token + 1 : m->first + m->n, b = token < m->first ? m->first : token;
	uint32_t away = b > a ? b - a : 0, end = b > a ? b : a;

	for (uint32_t i = a; i < end && away <= most / 2; i++) {
		struct str lower = r->tokens.at[i].lower;

		if (str_eq(lower, STR(";")) && m->first > token)
			return UINT32_MAX; /* "700 were gone; by Thursday it had counted 912": of the next clause alone
					    */
		if (is_clause_mark(lower))
			away += 60;
		else if (str_eq(lower, STR(",")) || str_eq(lower, STR("and")))
			away += 4;
		else if (str_eq(lower, STR("that")) && m->first > token)
			away += 30;
	}
	/* what stands behind governs more often than what stands before, but for the head of the sentence */
	return away * 2 + (m->first < token && m->first > r->sentences.at[m->sentence].first + 2 ? 3 : 0);
}

static bool holds(const struct time_mention *m, uint32_t token)
{
	return token >= m->first && token < m->first + m->n;
}

uint32_t times_first(const struct time_mentions *times, uint32_t sentence)
{
	size_t low = 0, high = times->n;

	while (low < high) {
		size_t mid = (low + high) / 2;

		if (times->at[mid].sentence < sentence)
			low = mid + 1;
		else
			high = mid;
	}
	return (uint32_t)low;
}

/* "the worst since March, when 144 died", "the worst since 144 died in March": the clause of "when" or "since" itself
 * tells of March alone. */
static bool in_its_clause(const struct reading *r, const struct time_mention *m, uint32_t token)
{
	uint32_t behind = m->first + m->n;

	if (m->timex.kind != TIMEX_SINCE)
		return false;
	for (uint32_t i = m->first + 1; i > token; i--) /* "since then" begins with it */
		if (str_is(r->tokens.at[i - 1].lower, "since"))
			return false;
	behind += behind < token && str_is(r->tokens.at[behind].lower, ",");
	return token < m->first || (behind < token && str_is(r->tokens.at[behind].lower, "when"));
}

static bool reaches(const struct time_mention *m, uint32_t token)
{
	return token >= m->reach && token < m->reach_end;
}

/* "the strongest storm in the past three years": what it is compared with, and not when it was. */
static bool is_compared(const struct reading *r, const struct time_mention *m)
{
	enum { REACH = 5 }; /* [tokens] */
	uint32_t first = r->sentences.at[m->sentence].first, i = m->first;

	if (m->timex.kind != TIMEX_PAST || i < first + 2 || !str_is(r->tokens.at[i - 1].lower, "in"))
		return false;
	for (uint32_t k = i - 1; k > first && i - k < REACH + 1; k--) {
		const struct token *t = &r->tokens.at[k - 1];

		if (tag_is_verb((enum tag)t->tag) || t->tag == TAG_CD || t->kind == TOKEN_MARK)
			return false;
		if ((t->tag == TAG_JJS && !str_is(t->lower, "most") && !str_is(t->lower, "least")) ||
		    (str_is(t->lower, "first") && k > first + 1 && str_is(t[-1].lower, "the")))
			return true; /* "the first such swap in the past three months" */
	}
	return false;
}

/* "Sam Roe, born 14 February 1977, was arrested", "(DOB: 02/14/1977)": how old he is, and not when it was. */
static bool is_birth(const struct reading *r, const struct time_mention *m)
{
	enum { REACH = 3 }; /* [tokens] */
	uint32_t first = r->sentences.at[m->sentence].first;

	for (uint32_t i = m->first; m->timex.at.year && i > first && m->first - i < REACH; i--) {
		struct str word = r->tokens.at[i - 1].lower;

		if (str_is(word, "born") || str_is(word, "dob") || str_is(word, "birth"))
			return true;
		if (!str_is(word, ":") && !str_is(word, "on") && !str_is(word, "in"))
			return false;
	}
	return false;
}

/* Those of the times of the sentence that can govern the token, one after the other; TIME_NONE at the end. */
static uint32_t next_governing(const struct reading *r, const struct time_mentions *times, uint32_t token, uint32_t i)
{
	uint32_t sentence = r->sentence_of[token];

	for (; i < times->n && times->at[i].sentence == sentence; i++) {
		bool ends_range = i > 0 && times->at[i - 1].until != TIME_NONE && times->at[i - 1].until >= i;

		if (can_govern(&times->at[i]) && !holds(&times->at[i], token) && !ends_range &&
		    reaches(&times->at[i], token) && !is_compared(r, &times->at[i]) && !is_birth(r, &times->at[i]))
			return i;
	}
	return TIME_NONE;
}

/* The distance whose clause holds the token: "a day after | gunmen killed 12"; TIME_NONE: none. */
static uint32_t distance_of(const struct reading *r, const struct time_mentions *times, uint32_t token)
{
	uint32_t i = times_first(times, r->sentence_of[token]);

	for (; i < times->n && times->at[i].first < token; i++)
		if (times->at[i].timex.kind == TIMEX_DISTANT && times->at[i].reach_end != TIME_NONE &&
		    reaches(&times->at[i], token))
			return i;
	return TIME_NONE;
}

bool times_tell_apart(const struct reading *r, const struct time_mentions *times, uint32_t token, uint32_t other)
{
	uint32_t i = times_first(times, r->sentence_of[token]);

	for (; i < times->n && times->at[i].sentence == r->sentence_of[token]; i++)
		if (times->at[i].reach_end != TIME_NONE && reaches(&times->at[i], token) &&
		    !reaches(&times->at[i], other))
			return true;
	return false;
}

struct times_governing times_governing(const struct reading *r, const struct time_mentions *times, uint32_t token)
{
	struct times_governing found = {TIME_NONE, TIME_NONE, false};
	uint32_t when_away = UINT32_MAX, said_away = UINT32_MAX;
	uint32_t far = distance_of(r, times, token);
	uint32_t i = far == TIME_NONE ? times_first(times, r->sentence_of[token]) : far + 1;

	while ((i = next_governing(r, times, token, i)) != TIME_NONE &&
	       (far == TIME_NONE || times->at[i].first < times->at[far].reach_end)) {
		const struct time_mention *m = &times->at[i];
		bool said =
			m->said_by != TIME_NONE && m->said_by != token && m->until == TIME_NONE && names_day(&m->timex);
		uint32_t *least = said ? &said_away : &when_away, away = distance(r, token, m, *least);

		if (away < *least) {
			*(said ? &found.said : &found.when) = i;
			*least = away;
		}
		i++;
	}
	if (found.when == TIME_NONE && far != TIME_NONE && can_govern(&times->at[far]))
		found.when = far;
	found.alone = found.when != TIME_NONE && in_its_clause(r, &times->at[found.when], token);
	return found;
}

uint32_t times_when_within(const struct reading *r, const struct time_mentions *times, uint32_t token,
			   const uint32_t *holder, uint32_t of)
{
	uint32_t found = TIME_NONE, least = UINT32_MAX, i = times_first(times, r->sentence_of[token]);

	while ((i = next_governing(r, times, token, i)) != TIME_NONE) {
		const struct time_mention *m = &times->at[i];
		uint32_t away =
			holder[m->first] == of && m->said_by == TIME_NONE ? distance(r, token, m, least) : least;

		if (away < least) {
			found = i;
			least = away;
		}
		i++;
	}
	return found;
}
