/* A time as text that can be resolved later, with what it counts from, and resolved at once. */
#include "times.h"

/* The whole range of two mentions, else the mention's own. */
static struct timex_expr whole(const struct time_mentions *times, uint32_t i)
{
	const struct time_mention *m = &times->at[i];
	struct timex_expr t = m->timex;

	if (m->until != TIME_NONE) {
		t.kind = TIMEX_RANGE;
		t.end = times->at[m->until].timex.at;
	}
	return t;
}

/* The expression, then what it counts from. */
static struct str chain_text(struct arena *arena, const struct time_mentions *times, const struct timex_expr *t,
			     uint32_t told)
{
	struct buf b = {.arena = arena};

	buf_add(&b, timex_format(arena, t));
	for (uint32_t i = told, n = 1; i != TIME_NONE && n < TIMEX_CHAIN; i = times->at[i].told, n++) {
		buf_add(&b, STR(" <- "));
		struct timex_expr from = whole(times, i);

		buf_add(&b, timex_format(arena, &from));
	}
	return buf_str(&b);
}

struct str times_text(struct arena *arena, const struct time_mentions *times, uint32_t mention)
{
	struct timex_expr t = whole(times, mention);

	t.whole = false; /* "the past week" is seven days for a claim, however short its text */
	return chain_text(arena, times, &t, times->at[mention].told);
}

struct str times_own_text(struct arena *arena, const struct time_mentions *times, uint32_t mention)
{
	return chain_text(arena, times, &times->at[mention].timex, times->at[mention].told);
}

struct str times_closed_text(struct arena *arena, const struct time_mentions *times, uint32_t mention)
{
	struct timex_expr t = times->at[mention].timex;

	t.kind = TIMEX_POINT;
	return chain_text(arena, times, &t, times->at[mention].told);
}

void times_resolve(const struct time_mentions *times, uint32_t mention, struct moment published,
		   struct timex_value *out)
{
	uint32_t links[TIMEX_CHAIN], n = 0;
	struct timex_anchor anchor_at = {.published = published};

	for (uint32_t i = mention; i != TIME_NONE && n < TIMEX_CHAIN; i = times->at[i].told)
		links[n++] = i;
	while (n-- > 0) {
		struct timex_expr t = n ? whole(times, links[n]) : times->at[mention].timex;

		timex_resolve(&t, &anchor_at, out);
		anchor_at.told = out->edtf;
	}
}

/* Does it begin behind the publication, as its tense has it? Where that is unknown its tense alone tells. */
static bool lies_ahead(const struct time_mentions *times, uint32_t mention, struct moment published)
{
	struct timex_value v;
	int32_t first;

	if (moment_is_none(published))
		return times->at[mention].timex.at.year == 0;
	times_resolve(times, mention, published, &v);
	return interval_first_day(&v.edtf, &first) && first > date_last_day(published.date);
}

struct str times_happened_text(struct arena *arena, const struct time_mentions *times, uint32_t mention,
			       struct moment published)
{
	struct timex_expr t = whole(times, mention);

	if (t.tense != TIMEX_TENSE_FUTURE || t.kind == TIMEX_SINCE || !lies_ahead(times, mention, published))
		return times_text(arena, times, mention);
	if (!times->at[mention].aim || t.kind != TIMEX_POINT || !t.at.weekday)
		return STR_NULL;
	t.tense = TIMEX_TENSE_PAST;
	t.whole = false;
	return chain_text(arena, times, &t, times->at[mention].told);
}
