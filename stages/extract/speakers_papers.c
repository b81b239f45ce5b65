#include "speakers_names.h"

/* Who stands behind a paper: "a statement by the army", "police reports". */

static const struct span no_span;

/* "a report seen | by Reuters": who reads a paper gave none. */
static bool only_reads(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {STR_WORD("seen"),	STR_WORD("obtained"), STR_WORD("reviewed"),
					   STR_WORD("viewed"),	STR_WORD("cited"),    STR_WORD("quoted"),
					   STR_WORD("carried"), STR_WORD("verified")};

	return token_is_one_of(s, i, words, sizeof words / sizeof *words);
}

/* "reports from | northern Lebanon", "video from | Homs": where they come from, and nobody who gives them. */
static bool is_from_place(const struct speech *s, uint32_t from, uint32_t end)
{
	static const struct str told[] = {STR_WORD("report"),	STR_WORD("reports"), STR_WORD("accounts"),
					  STR_WORD("footage"),	STR_WORD("video"),   STR_WORD("videos"),
					  STR_WORD("pictures"), STR_WORD("images")};
	uint32_t first = from + 1;

	while (first < end && tag_is_adjective(source_tag(s, first)))
		first++;
	return token_is_one_of(s, from - 1, told, sizeof told / sizeof *told) && first < end &&
	       words_on_map(s, first, end);
}

struct span source_behind_preposition(const struct speech *s, struct span words, bool giver)
{
	static const char *const of[] = {"of", "from", "with", "at", "for", NULL};
	static const char *const by[] = {"by", "from", "of", NULL};
	const char *const *preps = giver ? by : of;

	for (uint32_t i = words.first + 1; i + 1 < words.end; i++) {
		for (size_t w = 0; preps[w]; w++) {
			if (!token_is(s, i, preps[w]) || (giver && only_reads(s, i - 1)))
				continue;
			struct span rest = {i + 1, words.end};
			uint32_t end = source_segment_end(s, rest);

			if (giver && token_is(s, i, "from") && is_from_place(s, i, end))
				continue;

			for (uint32_t k = i + 1; k < end; k++)
				if (source_is_proper(s, k) || source_noun_kind(s, k) == 'g' ||
				    (giver && token_is(s, k - 1, "the") && token_is(s, i, "by")))
					return (struct span){source_skip_determiners(s, i + 1, end), end};
		}
	}
	return no_span;
}

/* "Initial | reports", "a JOINT | communique", "June | 's survey": when or how it was given, and by nobody. */
static bool is_of_paper(const struct speech *s, uint32_t i)
{
	static const struct str words[] = {
		STR_WORD("initial"),	 STR_WORD("preliminary"), STR_WORD("provisional"), STR_WORD("early"),
		STR_WORD("official"),	 STR_WORD("unofficial"),  STR_WORD("unconfirmed"), STR_WORD("latest"),
		STR_WORD("last"),	 STR_WORD("first"),	  STR_WORD("new"),	   STR_WORD("recent"),
		STR_WORD("several"),	 STR_WORD("many"),	  STR_WORD("other"),	   STR_WORD("joint"),
		STR_WORD("signed"),	 STR_WORD("various"),	  STR_WORD("our"),	   STR_WORD("next"),
		STR_WORD("conflicting"), STR_WORD("some"),	  STR_WORD("annual"),	   STR_WORD("monthly")};

	return token_is_one_of(s, i, words, sizeof words / sizeof *words) || source_is_day(s, i) ||
	       (reading_hit(s->r, i, LEXICON_TIMES) &&
		(source_tag(s, i + 1) == TAG_POS || source_tag(s, i) == TAG_POS));
}

/* "an army statement", "the police statement": the body before the word, which is the paper's only name. */
static struct span body_before(const struct speech *s, uint32_t first, uint32_t head)
{
	static const struct str papers[] = {STR_WORD("statement"), STR_WORD("statements"), STR_WORD("communique"),
					    STR_WORD("communiqu\xc3\xa9")};

	if (head < first + 2 || source_noun_kind(s, head - 2) != 'g' ||
	    !token_is_one_of(s, head - 1, papers, sizeof papers / sizeof *papers))
		return no_span;
	return (struct span){first, head - 1};
}

/* "a Facebook post", not the Salem Post */
static bool is_posting(const struct speech *s, uint32_t i)
{
	return (token_is(s, i, "post") || token_is(s, i, "posts")) && !(token_at(s, i)->flags & TOKEN_CAPITAL);
}

/* "the agency | 's report" */
static struct span owner_of_paper(const struct speech *s, uint32_t first, uint32_t head)
{
	for (uint32_t i = first + 1; i < head; i++)
		if (source_tag(s, i) == TAG_POS && source_noun_kind(s, i - 1) == 'g')
			return (struct span){first, i};
	return no_span;
}

bool source_document(const struct speech *s, struct span words, struct person *p)
{
	uint32_t first = source_skip_determiners(s, words.first, words.end),
		 head = source_head_end(s, (struct span){first, words.end});
	struct span giver;

	if (head == first || (source_noun_kind(s, head - 1) != 'd' && !is_posting(s, head - 1)))
		return false;
	uint32_t owner = first;

	giver = source_behind_preposition(s, words, true);
	while (owner + 1 < head && is_of_paper(s, owner))
		owner++;
	if (giver.end == giver.first && head - 1 > owner)
		giver = source_modifier(s, owner, head);
	if (giver.end > giver.first && giver.end < head - 1 && giver.first == first &&
	    !is_empty(body_before(s, first, head)))
		giver = body_before(s, first, head); /* "a Texas | prison | statement" */
	p->proper = giver.end > giver.first;
	if (!p->proper)
		giver = body_before(s, first, head);
	if (giver.end == giver.first)
		giver = owner_of_paper(s, first, head);
	p->document = giver.end == giver.first;
	p->given = !p->document;
	p->name = p->document ? (struct span){first, head} : giver;
	return true;
}
