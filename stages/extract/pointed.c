#include "pointed.h"

#include "sudden.h"

/* "disaster", "quake", "attack" */
static bool is_happening(const struct reading *r, uint32_t i)
{
	static const struct str words[] = {STR_WORD("disaster"),    STR_WORD("tragedy"),  STR_WORD("incident"),
					   STR_WORD("catastrophe"), STR_WORD("accident"), STR_WORD("calamity"),
					   STR_WORD("fire"),	    STR_WORD("storm"),	  STR_WORD("hurricane"),
					   STR_WORD("cyclone"),	    STR_WORD("typhoon"),  STR_WORD("flood")};

	return str_is_one_of(r->tokens.at[i].lower, words, sizeof words / sizeof *words) || sudden_noun(r, i);
}

/* "in that deadly disaster", "during that attack" */
static bool points_back(const struct reading *r, uint32_t token)
{
	enum { NEAR = 30, REACH = 4 }; /* [tokens] from the figure; from "that" to its noun */
	const struct token *at = r->tokens.at;
	struct sentence s = r->sentences.at[r->sentence_of[token]];
	uint32_t from = token > s.first + NEAR ? token - NEAR : s.first + 1;

	for (uint32_t i = from; i < token + NEAR && i + 1 < s.first + s.n; i++) {
		if (!str_is(at[i].lower, "that") || at[i - 1].tag != TAG_IN)
			continue;
		for (uint32_t k = i + 1; k < s.first + s.n && k < i + REACH; k++) {
			if (is_happening(r, k) && !tag_is_noun((enum tag)at[k + 1].tag))
				return true;
			if (!tag_is_noun((enum tag)at[k].tag) && !tag_is_adjective((enum tag)at[k].tag))
				break;
		}
	}
	return false;
}

static bool has_date(const struct time_mention *m)
{
	bool kind = m->timex.kind == TIMEX_POINT || m->timex.kind == TIMEX_SINCE;

	return kind && m->said_by == TIME_NONE &&
	       (m->timex.at.year || m->timex.at.month || m->timex.at.day || m->timex.at.weekday);
}

uint32_t pointed_time(struct reading *r, const struct time_mentions *times, uint32_t token)
{
	uint32_t sentence = r->sentence_of[token], found = TIME_NONE;

	if (!sentence || !block_counts(r->block_of[sentence - 1]) || !points_back(r, token))
		return TIME_NONE;
	for (uint32_t i = times_first(times, sentence - 1); i < times->n && times->at[i].sentence < sentence; i++)
		if (has_date(&times->at[i]))
			found = i;
	return found;
}
