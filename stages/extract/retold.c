#include "retold.h"

#include "event_types.h"
#include "figure_words.h"

enum { KINS = 16 };

/* What the mentions of one kin tell of when it happened. */
struct kin {
	struct str name;
	uint32_t time;	/* told first in the document; then, on the way, told last; TIME_NONE: none */
	uint32_t first; /* told first in the document */
	bool recent;	/* one of them happened within weeks of the publication */
};

/* What day a mention names: none where it lies ahead of the publication. */
enum told_day { DAY_NOT_ASKED, DAY_NONE, DAY_RECENT, DAY_LONG_AGO };

struct telling {
	const struct reading *r;
	const struct time_mentions *times;
	struct kin kins[KINS];
	size_t n;
	uint8_t *day; /* [times] enum told_day */
};

static struct kin *kin_of(struct telling *t, const struct found_event *e)
{
	const struct event_type *type = event_type_named(t->r->know->event_types, e->type);
	struct str name = type ? type->kin : STR_NULL;

	if (!name.n || e->status != STATUS_NONE || e->modality != MODALITY_ACTUAL)
		return NULL;
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->kins[i].name, name))
			return &t->kins[i];
	if (t->n == KINS)
		return NULL;
	t->kins[t->n] = (struct kin){.name = name, .time = TIME_NONE, .first = TIME_NONE};
	return &t->kins[t->n++];
}

static enum told_day day_of(const struct telling *t, const struct interval *day)
{
	enum { LONG_AGO = 60 };
	struct moment published = t->r->published;

	if (!interval_is_day(day))
		return DAY_NONE;
	if (moment_is_none(published))
		return DAY_RECENT;
	int32_t before = date_first_day(published.date) - date_first_day(day->first.at.date);

	return before < 0 ? DAY_NONE : before > LONG_AGO ? DAY_LONG_AGO : DAY_RECENT;
}

/* The single day that the mention names, of the story: that of a caption is the picture's. */
static enum told_day told_day(const struct telling *t, uint32_t time)
{
	struct timex_value v;

	if (time == TIME_NONE || t->times->at[time].reach == TIME_NONE ||
	    !block_counts(t->r->block_of[t->times->at[time].sentence]) ||
	    (t->times->at[time].timex.kind != TIMEX_POINT && t->times->at[time].timex.kind != TIMEX_DISTANT))
		return DAY_NONE;
	if (t->day[time] == DAY_NOT_ASKED) {
		times_resolve(t->times, time, t->r->published, &v);
		t->day[time] = (uint8_t)day_of(t, &v.edtf);
	}
	return (enum told_day)t->day[time];
}

static bool is_day(const struct telling *t, uint32_t time)
{
	return told_day(t, time) > DAY_NONE;
}

/* "It happened on Monday", "the incident took place at noon on Friday": the words right before the time. */
static bool says_happened(const struct reading *r, const struct time_mention *m)
{
	enum { NEAR = 8 };
	uint32_t first = r->sentences.at[m->sentence].first, from = m->first > first + NEAR ? m->first - NEAR : first;

	for (uint32_t i = from; i < m->first; i++) {
		struct str lower = r->tokens.at[i].lower;
		bool took = str_eq(lower, STR("took")) && str_eq(r->tokens.at[i + 1].lower, STR("place"));

		if (took || str_eq(lower, STR("happened")) || str_eq(lower, STR("occurred")))
			return true;
	}
	return false;
}

/* "Deputies were called to the house at 9 p.m. Saturday", "on Saturday police received a call": those who come when it
 * has just happened. */
static bool says_called(const struct reading *r, const struct time_mention *m)
{
	enum { NEAR = 14 };
	struct sentence s = r->sentences.at[m->sentence];
	uint32_t from = m->first > s.first + NEAR ? m->first - NEAR : s.first, end = m->first + m->n + NEAR;
	bool comes = false;

	for (uint32_t i = from; i < s.first + s.n && i < end; i++) {
		comes |= figure_word(r, i, FUNCTION_RESPONDER) > 0;
		if (comes && figure_word(r, i, FUNCTION_ALARM))
			return true;
	}
	return false;
}

/* "He was hit about 7:30 p.m. Saturday", "she died on Monday": of an attack of which nothing else is told. */
static bool says_struck(const struct reading *r, const struct time_mention *m)
{
	static const struct str words[] = {STR_WORD("wounded"), STR_WORD("injured"), STR_WORD("grazed"),
					   STR_WORD("killed"),	STR_WORD("slain"),   STR_WORD("died")};
	enum { NEAR = 8 };
	uint32_t first = r->sentences.at[m->sentence].first, from = m->first > first + NEAR ? m->first - NEAR : first;

	for (uint32_t i = m->first; i > from; i--) {
		struct str lower = r->tokens.at[i - 1].lower;

		if (str_is(lower, ","))
			return false;
		if (str_is_one_of(lower, words, sizeof words / sizeof *words) || figure_word(r, i - 1, FUNCTION_HARM))
			return true;
	}
	return false;
}

/* "the attack", "that strike", "those killings": told before. */
static bool is_pointed_at(const struct reading *r, const struct found_event *e)
{
	enum { NEAR = 5 };
	uint32_t first = r->sentences.at[e->sentence].first;

	for (uint32_t i = e->first; i > first && e->first - i < NEAR; i--) {
		struct token at = r->tokens.at[i - 1];

		if (at.tag == TAG_DT || at.tag == TAG_PRPS)
			return !str_is(at.lower, "a") && !str_is(at.lower, "an") && !str_is(at.lower, "another");
		if (tag_is_verb((enum tag)at.tag) || at.tag == TAG_IN || at.tag == TAG_COMMA)
			return false;
	}
	return false;
}

/* "It was the deadliest attack in years": the one that the story is of. */
static bool is_ranked(const struct reading *r, const struct found_event *e)
{
	enum { NEAR = 4 };
	uint32_t first = r->sentences.at[e->sentence].first;

	for (uint32_t i = e->first; i > first && e->first - i < NEAR; i--)
		if (r->tokens.at[i - 1].tag == TAG_JJS)
			return i > first + 2 && str_is(r->tokens.at[i - 2].lower, "the") &&
			       !str_is(r->tokens.at[i - 3].lower, "of");
	return false;
}

/* In news of these days, what is long ago is background: another mention is of it when it points back. */
static bool can_be(const struct telling *t, const struct kin *kin, const struct found_event *e)
{
	return kin->time == TIME_NONE || !kin->recent || told_day(t, kin->time) != DAY_LONG_AGO ||
	       is_pointed_at(t->r, e);
}

/* What was told last before event e, or soon behind it. */
static struct kin *told_near(struct telling *t, const struct found_events *events, size_t e, uint32_t sentence)
{
	enum { BACK = 3, SENTENCES = 2 };

	for (size_t i = e; i > 0 && e - i < BACK; i--) {
		struct kin *kin = kin_of(t, &events->at[i - 1]);

		if (kin)
			return kin;
	}
	return e < events->n && events->at[e].sentence <= sentence + SENTENCES ? kin_of(t, &events->at[e]) : NULL;
}

/* By what a time may be that of a happening whose words tell none: the surest first. */
enum sign { SIGN_HAPPENED, SIGN_CALLED, SIGN_STRUCK, SIGNS };

static struct kin *kin_by(struct telling *t, const struct found_events *events, size_t e, uint32_t time, enum sign sign)
{
	const struct time_mention *m = &t->times->at[time];
	struct kin *kin = NULL;

	switch (sign) {
	case SIGN_HAPPENED:
		return e && says_happened(t->r, m) ? kin_of(t, &events->at[e - 1]) : NULL;
	case SIGN_CALLED:
		return says_called(t->r, m) ? told_near(t, events, e, m->sentence) : NULL;
	default:
		kin = says_struck(t->r, m) ? told_near(t, events, e, m->sentence) : NULL;
		return kin && str_is(kin->name, "attack") ? kin : NULL;
	}
}

/* What happened then is what was told last before: an event without a time takes it. */
static void take_happened(struct telling *t, const struct found_events *events, enum sign sign)
{
	size_t e = 0;

	for (uint32_t i = 0; i < t->times->n; i++) {
		while (e < events->n && events->at[e].first < t->times->at[i].first)
			e++;
		struct kin *kin = kin_by(t, events, e, i, sign);

		if (kin && kin->time == TIME_NONE && is_day(t, i))
			kin->time = i;
	}
}

uint32_t *retold_times(struct reading *r, const struct time_mentions *times, const struct event_time *told,
		       const struct found_events *events)
{
	struct telling t = {.r = r, .times = times};
	uint32_t *out = ARENA_ARRAY(r->arena, uint32_t, events->n + 1);

	t.day = ARENA_ARRAY(r->arena, uint8_t, times->n + 1);
	for (size_t i = 0; i < events->n; i++) {
		struct kin *kin = kin_of(&t, &events->at[i]);

		out[i] = told[i].apart || told[i].later ? TIME_NONE : told[i].t.when;
		if (!kin || !is_day(&t, out[i]))
			continue;
		kin->recent |= told_day(&t, out[i]) == DAY_RECENT;
		if (kin->time == TIME_NONE)
			kin->time = kin->first = out[i];
	}
	for (enum sign sign = 0; sign < SIGNS; sign++)
		take_happened(&t, events, sign);
	for (size_t i = 0; i < events->n; i++) {
		struct kin *kin = kin_of(&t, &events->at[i]);
		bool own = out[i] != TIME_NONE;

		if (kin && own && is_day(&t, out[i]))
			kin->time = out[i];
		out[i] = TIME_NONE;
		if (!own && kin && can_be(&t, kin, &events->at[i]))
			out[i] = kin->first != TIME_NONE && is_ranked(r, &events->at[i]) ? kin->first : kin->time;
	}
	return out;
}
