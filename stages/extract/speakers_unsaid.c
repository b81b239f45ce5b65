/* Words of saying by which nothing is said, and words beside who speaks that are none of his name. */
#include "calamity.h"
#include "speakers_parts.h"

/* "has claimed 40,000 lives", "claims its third victim": nothing is said. */
static bool claims_lives(const struct speech *s, int64_t v)
{
	static const struct str victims[] = {STR_WORD("lives"), STR_WORD("life"), STR_WORD("victims"),
					     STR_WORD("victim")};

	enum { FAR = 9 }; /* "the lives of …", "at least 1,200 more innocent lives" */
	uint32_t head = piece_at(s, v)->head;

	if (!str_starts(token_at(s, head)->lower, STR("claim")))
		return false;
	if (calamity_claims(s->r, s->first, head))
		return true;
	for (uint32_t i = head + 1; i < s->end && i <= head + FAR; i++) {
		const struct token *t = token_at(s, i);

		if (token_is_one_of(s, i, victims, sizeof victims / sizeof *victims))
			return true;
		if (t->kind == TOKEN_MARK || (tag_is_verb((enum tag)t->tag) && t->tag != TAG_VBN))
			return false;
	}
	return false;
}

/* "a virus suspected of killing 100", "gunmen accused of the murder": who suspects or accuses them is not told. */
static bool is_charged(const struct speech *s, int64_t v)
{
	static const struct str charges[] = {STR_WORD("suspected"), STR_WORD("accused"), STR_WORD("convicted")};
	const struct piece *p = piece_at(s, v);

	return token_is_one_of(s, p->head, charges, sizeof charges / sizeof *charges) && token_is(s, p->end, "of");
}

/* "Of the 350 settlements | assessed by the agency, …": a participle, for all that it looks like a past tense. */
static bool is_done_by(const struct speech *s, int64_t v)
{
	const struct piece *p = piece_at(s, v);
	uint32_t agent = p->end + 1;
	bool opened = token_is(s, s->first, "of");

	return opened && p->end == p->first + 1 && token_is(s, p->end, "by") && agent < s->end &&
	       (piece_tag(s, agent) == TAG_DT || token_at(s, agent)->flags & TOKEN_CAPITAL);
}

/* "told the radio in an interview | aired on Monday that": when and where it was given. */
bool verb_gives_paper(const struct speech *s, int64_t v)
{
	static const struct str given[] = {STR_WORD("aired"),	   STR_WORD("broadcast"), STR_WORD("published"),
					   STR_WORD("released"),   STR_WORD("posted"),	  STR_WORD("televised"),
					   STR_WORD("broadcasted")};
	static const struct str papers[] = {STR_WORD("interview"), STR_WORD("speech"),	 STR_WORD("address"),
					    STR_WORD("remarks"),   STR_WORD("comments"), STR_WORD("message"),
					    STR_WORD("video"),	   STR_WORD("footage"),	 STR_WORD("recording"),
					    STR_WORD("statement"), STR_WORD("report"),	 STR_WORD("letter")};
	const struct piece *p = piece_at(s, v);

	return p->end == p->first + 1 && token_is_one_of(s, p->head, given, sizeof given / sizeof *given) &&
	       is_kind(s, v - 1, PIECE_NOUN) && is_kind(s, v - 2, PIECE_PREPOSITION) &&
	       token_is(s, piece_at(s, v - 2)->first, "in") &&
	       token_is_one_of(s, piece_at(s, v - 1)->head, papers, sizeof papers / sizeof *papers);
}

/* "Twelve people feared dead", "a man presumed drowned": who fears it is not told. */
static bool is_state(const struct speech *s, int64_t v)
{
	static const struct str verbs[] = {STR_WORD("feared"),	 STR_WORD("believed"),	STR_WORD("presumed"),
					   STR_WORD("thought"),	 STR_WORD("reported"),	STR_WORD("confirmed"),
					   STR_WORD("declared"), STR_WORD("pronounced")};
	static const struct str states[] = {STR_WORD("dead"),	 STR_WORD("missing"), STR_WORD("trapped"),
					    STR_WORD("drowned"), STR_WORD("lost"),    STR_WORD("buried"),
					    STR_WORD("killed")};
	const struct piece *p = piece_at(s, v);
	enum tag object = piece_tag(s, p->head + 2); /* "officials reported missing 12 men" tells who does */

	return token_is_one_of(s, p->head, verbs, sizeof verbs / sizeof *verbs) &&
	       token_is_one_of(s, p->head + 1, states, sizeof states / sizeof *states) && object != TAG_CD &&
	       object != TAG_DT;
}

/* "who | reported | to the army": they came, and said nothing; "reported to police that" does. */
static bool is_coming(const struct speech *s, int64_t v)
{
	const struct piece *p = piece_at(s, v);
	enum { REACH = 6 }; /* [tokens] */

	if (!token_is(s, p->head, "reported") || !token_is(s, p->end, "to"))
		return false;
	for (uint32_t i = p->end + 1; i < s->end && i < p->end + REACH; i++)
		if (token_is(s, i, "that") || s->mark[i])
			return false;
	return true;
}

/* "a village | called | Taiba": its name. */
static bool is_naming(const struct speech *s, int64_t v)
{
	static const struct str verbs[] = {STR_WORD("called"), STR_WORD("named"), STR_WORD("dubbed")};
	const struct piece *p = piece_at(s, v);
	uint32_t before = is_kind(s, v - 1, PIECE_NOUN) ? piece_at(s, v - 1)->first : s->end;

	return p->end == p->first + 1 && token_is_one_of(s, p->head, verbs, sizeof verbs / sizeof *verbs) &&
	       p->end < s->end && token_at(s, p->end)->flags & TOKEN_CAPITAL &&
	       (token_is(s, before, "a") || token_is(s, before, "an"));
}

bool verb_tells_no_words(const struct speech *s, int64_t v)
{
	return claims_lives(s, v) || is_charged(s, v) || is_coming(s, v) || is_naming(s, v) || is_state(s, v) ||
	       is_done_by(s, v) || verb_gives_paper(s, v);
}

bool verb_goes_on(const struct speech *s, const struct cue *cue)
{
	return str_starts(token_at(s, cue->first)->lower, STR("continu"));
}

void teller_cut_release(const struct speech *s, struct span *source)
{
	static const struct str verbs[] = {STR_WORD("released"), STR_WORD("issued"), STR_WORD("published"),
					   STR_WORD("posted")};

	for (uint32_t i = source->first + 1; i + 2 < source->end; i++)
		if (token_is_one_of(s, i, verbs, sizeof verbs / sizeof *verbs) && piece_tag(s, i + 1) == TAG_DT) {
			source->end = i;
			return;
		}
}
