#include "speakers_parts.h"

/* Noun phrases that say when. */

#define ONE_OF(words) words, sizeof words / sizeof *words

bool piece_is_day(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("monday"),	 STR_WORD("tuesday"),	STR_WORD("wednesday"),
					   STR_WORD("thursday"), STR_WORD("friday"),	STR_WORD("saturday"),
					   STR_WORD("sunday"),	 STR_WORD("yesterday"), STR_WORD("tomorrow"),
					   STR_WORD("today"),	 STR_WORD("tonight")};

	return piece_tells_time(s, i) && token_is_one_of(s, i, ONE_OF(words));
}

bool piece_is_part_of_day(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("morning"), STR_WORD("afternoon"), STR_WORD("evening"),
					   STR_WORD("night")};

	return token_is_one_of(s, i, ONE_OF(words));
}

bool piece_is_when(const struct speech *s, uint32_t first, uint32_t end, uint32_t head)
{
	static const struct str units[] = {STR_WORD("week"),   STR_WORD("month"),     STR_WORD("year"),
					   STR_WORD("day"),    STR_WORD("morning"),   STR_WORD("evening"),
					   STR_WORD("night"),  STR_WORD("afternoon"), STR_WORD("weekend"),
					   STR_WORD("summer"), STR_WORD("winter"),    STR_WORD("spring"),
					   STR_WORD("fall"),   STR_WORD("hour")};
	static const struct str leads[] = {STR_WORD("last"),  STR_WORD("this"),	   STR_WORD("next"), STR_WORD("late"),
					   STR_WORD("early"), STR_WORD("earlier"), STR_WORD("that"), STR_WORD("one")};
	static const struct str spans[] = {STR_WORD("past"),	STR_WORD("weeks"), STR_WORD("days"),
					   STR_WORD("months"),	STR_WORD("years"), STR_WORD("hours"),
					   STR_WORD("meantime")};

	if (end - first > 3)
		return false;
	bool unit = token_is_one_of(s, head, ONE_OF(units));
	bool behind = first > s->first && piece_tag(s, first - 1) == TAG_IN && piece_tag(s, first) != TAG_CD;

	if (behind && end - first <= 2 && (unit || token_is_one_of(s, head, ONE_OF(spans))))
		return true; /* "in the past", "earlier in the day", "for months" */
	if (end - first <= 2 && piece_is_day(s, head))
		return true;
	return unit && (piece_is_day(s, first) || token_is_one_of(s, first, ONE_OF(leads)));
}

uint32_t piece_past_later(const struct speech *s, uint32_t first, uint32_t end)
{
	static const struct str leads[] = {STR_WORD("earlier"), STR_WORD("later"), STR_WORD("early"), STR_WORD("late")};
	static const struct str units[] = {STR_WORD("day"),   STR_WORD("week"),	   STR_WORD("month"),
					   STR_WORD("night"), STR_WORD("evening"), STR_WORD("year")};
	bool lead =
		first > s->first + 1 && token_is(s, first - 1, "in") && token_is_one_of(s, first - 2, ONE_OF(leads));

	return lead && token_is(s, first, "the") && first + 2 < end && token_is_one_of(s, first + 1, ONE_OF(units))
		       ? first + 2
		       : first;
}

bool piece_is_offset(const struct speech *s, const struct piece *p)
{
	static const struct str units[] = {STR_WORD("minutes"), STR_WORD("hours"),  STR_WORD("days"),
					   STR_WORD("weeks"),	STR_WORD("months"), STR_WORD("years"),
					   STR_WORD("hour"),	STR_WORD("day"),    STR_WORD("week"),
					   STR_WORD("month"),	STR_WORD("year"),   STR_WORD("decade")};
	static const struct str sides[] = {STR_WORD("ago"), STR_WORD("earlier"), STR_WORD("later"), STR_WORD("before"),
					   STR_WORD("previously")};

	return p->end < s->end && token_is_one_of(s, p->end, ONE_OF(sides)) &&
	       token_is_one_of(s, p->head, ONE_OF(units)) && piece_tag(s, p->end) != TAG_IN;
}
