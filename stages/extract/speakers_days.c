#include "speakers_parts.h"

/* Noun phrases that say when. */

#define ONE_OF(words) words, sizeof words / sizeof *words

static enum tag tag_at(const struct speech *s, uint32_t i)
{
	return i >= s->first && i < s->end ? (enum tag)token_at(s, i)->tag : TAG_NONE;
}

/* Most words tell no time, which one bit says. */
static bool tells_time(const struct speech *s, uint32_t i)
{
	return i < s->end && reading_begins(s->r, i, LEXICON_TIMES);
}

bool piece_is_day(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {WORD("monday"),   WORD("tuesday"),  WORD("wednesday"), WORD("thursday"),
					   WORD("friday"),   WORD("saturday"), WORD("sunday"),	  WORD("yesterday"),
					   WORD("tomorrow"), WORD("today"),    WORD("tonight")};

	return tells_time(s, i) && token_is_one_of(s, i, ONE_OF(words));
}

bool piece_is_part_of_day(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {WORD("morning"), WORD("afternoon"), WORD("evening"), WORD("night")};

	return token_is_one_of(s, i, ONE_OF(words));
}

bool piece_is_when(const struct speech *s, uint32_t first, uint32_t end, uint32_t head)
{
	static const struct str units[] = {WORD("week"),    WORD("month"),   WORD("year"),   WORD("day"),
					   WORD("morning"), WORD("evening"), WORD("night"),  WORD("afternoon"),
					   WORD("weekend"), WORD("summer"),  WORD("winter"), WORD("spring"),
					   WORD("fall"),    WORD("hour")};
	static const struct str leads[] = {WORD("last"),  WORD("this"),	   WORD("next"), WORD("late"),
					   WORD("early"), WORD("earlier"), WORD("that"), WORD("one")};
	static const struct str spans[] = {WORD("past"),  WORD("weeks"), WORD("days"),	  WORD("months"),
					   WORD("years"), WORD("hours"), WORD("meantime")};

	if (end - first > 3 || !(tells_time(s, head) || token_is(s, head, "meantime")))
		return false;
	bool unit = token_is_one_of(s, head, ONE_OF(units));
	bool behind = first > s->first && tag_at(s, first - 1) == TAG_IN && tag_at(s, first) != TAG_CD;

	if (behind && end - first <= 2 && (unit || token_is_one_of(s, head, ONE_OF(spans))))
		return true; /* "in the past", "earlier in the day", "for months" */
	if (end - first <= 2 && piece_is_day(s, head))
		return true;
	return unit && (piece_is_day(s, first) || token_is_one_of(s, first, ONE_OF(leads)));
}

bool piece_is_offset(const struct speech *s, const struct piece *p)
{
	static const struct str units[] = {WORD("minutes"), WORD("hours"), WORD("days"), WORD("weeks"),
					   WORD("months"),  WORD("years"), WORD("hour"), WORD("day"),
					   WORD("week"),    WORD("month"), WORD("year"), WORD("decade")};
	static const struct str sides[] = {WORD("ago"), WORD("earlier"), WORD("later"), WORD("before"),
					   WORD("previously")};

	return p->end < s->end && tells_time(s, p->head) && token_is_one_of(s, p->end, ONE_OF(sides)) &&
	       token_is_one_of(s, p->head, ONE_OF(units)) && tag_at(s, p->end) != TAG_IN;
}
