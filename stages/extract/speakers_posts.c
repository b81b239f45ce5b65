#include "figure_words.h"
#include "speakers_names.h"

/* How many words from i on name a place, those of a longer name left over: "Africa | Ana Moeti". */
static uint32_t place_words(const struct speech *s, uint32_t i, uint32_t end)
{
	enum { LONGEST = 5, NAME = 2 }; /* [words] of a place; of the name behind it */
	uint32_t most = end - i > NAME ? end - i - NAME : 0;

	for (uint32_t n = most < LONGEST ? most : LONGEST; n > 0; n--)
		if (words_on_map(s, i, i + n))
			return n;
	return end - i;
}

/* "Food and Agriculture | Omar Bello": where the name begins behind what a minister is for; i: no such words stand
 * there. */
static uint32_t behind_portfolio(const struct speech *s, uint32_t i, uint32_t end)
{
	uint32_t to = i, n;

	while (to < end && (n = figure_word(s->r, to, FUNCTION_PORTFOLIO))) {
		to += n;
		if (source_tag(s, to) == TAG_CC && figure_word(s->r, to + 1, FUNCTION_PORTFOLIO))
			to++;
	}
	return to < end && source_is_proper(s, to) ? to : i;
}

/* Where the name begins behind "of" or "for": "member of parliament | Amos Akem", "head of the Red Crescent | Reza
 * Fallah", "director for Africa | Ana Moeti"; the end when none does. */
static uint32_t name_behind_of(const struct speech *s, uint32_t of, uint32_t end)
{
	uint32_t run = end, name = end, behind = behind_portfolio(s, of + 1, end);

	if (behind > of + 1)
		return behind;
	while (run > of + 1 && (source_is_proper(s, run - 1) || source_joins(s, run - 1)))
		run--;
	if (run > of + 1 && !(source_tag(s, run - 1) == TAG_DT || source_tag(s, run - 1) == TAG_IN))
		return tag_is_noun(source_tag(s, run - 1)) ? run : end;
	for (uint32_t i = run; i < end; i++) {
		const struct hit *actor = source_hit(s, i, end, LEXICON_ACTORS);
		uint32_t body = actor ? i + actor->n : source_noun_kind(s, i) == 'g' ? i + 1 : end;

		name = body < end ? body : name;
	}
	return name < end ? name : run + place_words(s, run, end);
}

bool source_post(const struct speech *s, struct span part, uint32_t head, struct person *p)
{
	if (head >= part.end || !(token_is(s, head, "of") || token_is(s, head, "for")) ||
	    !(source_noun_kind(s, head - 1) == 'p' || source_behind_titles(s, part.first, head) == head))
		return false;
	uint32_t name = name_behind_of(s, head, part.end);

	if (name + 2 > part.end || name <= head + 1)
		return false;
	p->name = (struct span){name, part.end};
	p->role = (struct span){part.first, name};
	if (behind_portfolio(s, head + 1, part.end) == head + 1) /* what a minister is for is no body */
		p->org = source_behind_preposition(s, (struct span){part.first, name}, false);
	p->proper = p->human = true;
	return true;
}

static uint32_t only_at(const struct speech *s, uint32_t i)
{
	return token_is(s, i, "only") || token_is(s, i, "just");
}

void source_given_name(const struct speech *s, struct span words, struct person *p)
{
	static const struct str joins[] = {STR_WORD("of"), STR_WORD("as")};
	uint32_t i = words.first, end;

	while (i + 2 < words.end &&
	       !(token_is(s, i, "name") && token_is_one_of(s, i + 1 + only_at(s, i + 1), joins, 2)))
		i++;
	i += only_at(s, i + 1); /* "his name | only as | Ahmed" */
	for (end = i + 2; end < words.end && source_is_proper(s, end); end++)
		;
	uint32_t owner = i - 1 - only_at(s, i);

	if (i + 2 >= words.end || end == i + 2 || !(token_is(s, owner, "the") || token_at(s, owner)->tag == TAG_PRPS))
		return;
	p->role = p->name;
	p->name = (struct span){i + 2, end};
	p->org = (struct span){0, 0};
	p->human = true;
}
