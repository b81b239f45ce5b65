#include "happened.h"

#include "sudden.h"

static bool lies_ahead(enum status status)
{
	return status == STATUS_ANNOUNCED || status == STATUS_SCHEDULED || status == STATUS_PLANNED ||
	       status == STATUS_DELAYED || status == STATUS_CANCELLED;
}

/* "an election on Sunday", "a summit that opens on Sunday": the time is told of the noun itself, which may then lie
 * ahead though no word plans it. */
static bool is_told_of(const struct reading *r, uint32_t noun, const struct time_mention *t)
{
	enum { NEAR = 8 };

	if (t->first < noun) /* "Sunday's election" */
		return t->first + t->n + 2 >= noun;
	if (t->first - noun > NEAR)
		return false;
	for (uint32_t i = noun + 1; i < t->first; i++) {
		enum tag tag = (enum tag)r->tokens.at[i].tag;

		if (tag == TAG_WDT || tag == TAG_TO)
			return true;
		if (tag_is_verb(tag) || tag == TAG_COMMA || tag == TAG_CC)
			return false;
	}
	return true;
}

/* Does it tell what has happened? */
static bool has_happened(const struct reading *r, const struct time_mention *t, uint32_t token, const struct mention *m)
{
	if (m->modality != MODALITY_ACTUAL || lies_ahead(m->status))
		return false;
	if (m->kind == MENTION_FIGURE)
		return m->measure.n > 0;
	return sudden_type(r, m->type) || tag_is_verb((enum tag)r->tokens.at[token].tag) || !is_told_of(r, token, t);
}

/* "The truce begins on Saturday": nothing has begun yet. */
enum status happened_status(const struct time_mentions *times, uint32_t when, enum status status)
{
	const struct time_mention *t = when == TIME_NONE ? NULL : &times->at[when];
	bool ahead = t && t->timex.kind == TIMEX_POINT && t->timex.tense == TIMEX_TENSE_FUTURE && !t->aim;

	return ahead && (status == STATUS_BEGUN || status == STATUS_RESUMED) ? STATUS_SCHEDULED : status;
}

struct str happened_time(const struct reading *r, const struct time_mentions *times, const struct times_governing *t,
			 uint32_t token, const struct mention *m)
{
	if (t->alone)
		return times_closed_text(r->arena, times, t->when);
	if (has_happened(r, &times->at[t->when], token, m))
		return times_happened_text(r->arena, times, t->when, r->published);
	return times_text(r->arena, times, t->when);
}
