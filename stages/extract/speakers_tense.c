#include "speakers_parts.h"

/* Past tenses that were taken for participles, and participles that were taken for past tenses. */

bool cue_is_past(const struct speech *s, uint32_t i)
{
	struct cue cue;

	return str_ends(token_at(s, i)->lower, STR("ed")) && cue_at(s, i, CUE_SAY, &cue) &&
	       cue.takes & (TAKES_THAT | TAKES_QUOTE);
}

bool cue_counts(const struct speech *s, uint32_t i)
{
	static const char *const words[] = {"record", "regist", "report", "log", "count", "document", NULL};

	for (size_t w = 0; words[w]; w++)
		if (str_starts(token_at(s, i)->lower, str_of(words[w])))
			return true;
	return str_starts(token_at(s, i)->lower, STR("confirm")) && i + 1 < s->r->tokens.n &&
	       token_at(s, i + 1)->tag == TAG_CD; /* "the country has confirmed 40 cases" */
}

/* "that" stands behind the verb and the day or place beside it. */
static bool leads_to_that(const struct speech *s, size_t i)
{
	enum { ASIDES = 3 };

	for (size_t k = i + 1; k <= i + ASIDES && k < s->pieces.n; k++)
		if (token_is(s, s->pieces.at[k].first, "that"))
			return true;
		else if (s->pieces.at[k].kind != PIECE_PREPOSITION && s->pieces.at[k].kind != PIECE_TIME)
			return false;
	return false;
}

/* "Omar, a doctor, | recalled, "We …" */
static bool leads_to_quote(const struct speech *s, size_t i)
{
	enum piece_kind next = piece_kind(s, (int64_t)i + 1);

	return (next == PIECE_COMMA || next == PIECE_COLON) && piece_kind(s, (int64_t)i + 2) == PIECE_OPEN;
}

/* "as saying" stands behind the verb and whom it quotes. */
static bool leads_to_saying(const struct speech *s, size_t i)
{
	enum { FAR = 8 };

	for (size_t k = i + 1; k <= i + FAR && k + 1 < s->pieces.n; k++)
		if (token_is(s, s->pieces.at[k].first, "as"))
			return token_is(s, s->pieces.at[k + 1].head, "saying");
	return false;
}

/* What stands behind the verb can only be its object: "three cases", "only seven deaths", "(revised) downwards its
 * toll", a quotation, "that". */
static bool has_object(const struct speech *s, size_t i)
{
	const struct piece *p = &s->pieces.at[i];
	enum piece_kind next = piece_kind(s, (int64_t)i + 1);
	struct cue cue;
	bool says = cue_at(s, p->head, CUE_SAY, &cue);
	bool amount = p->end + 1 < s->end && token_at(s, p->end + 1)->tag == TAG_CD;

	if (next == PIECE_TIME && piece_kind(s, (int64_t)i + 2) == PIECE_NOUN &&
	    token_is(s, piece_at(s, (int64_t)i + 1)->end, "'s"))
		next = PIECE_NOUN; /* "put | Friday | 's toll at 57" */
	if (next == PIECE_ADVERB && (amount || (says && cue.takes & (TAKES_TOLL | TAKES_COUNT))))
		next = piece_kind(s, (int64_t)i + 2);
	bool reduced = next == PIECE_PREPOSITION && piece_kind(s, (int64_t)i + 2) == PIECE_NOUN &&
		       piece_is_verb(s, (int64_t)i + 3, PIECE_FINITE); /* "a diplomat | briefed | on the matter said" */

	if (reduced)
		return false;
	return (says && cue.end > p->end) /* "called for" */ || next == PIECE_NOUN || next == PIECE_OPEN ||
	       token_is(s, p->end, "that") || (next == PIECE_PREPOSITION && cue_is_past(s, p->head));
}

/* "the number of missing | stood | at 201" */
static bool has_no_passive(const struct speech *s, uint32_t verb)
{
	static const struct str words[] = {STR_WORD("stood"), STR_WORD("remained"), STR_WORD("died"),
					   STR_WORD("fled"),  STR_WORD("survived"), STR_WORD("collapsed")};

	return token_is_one_of(s, verb, words, sizeof words / sizeof *words);
}

/* "Officials | confirmed | three cases", "it | lost": a participle between a noun phrase and what can only be an
 * object, or behind a pronoun, is a past tense. */
static void revive(struct speech *s, size_t i)
{
	struct piece *p = &s->pieces.at[i];

	if (p->kind != PIECE_VERB || p->flags & PIECE_FINITE || p->end - p->first != 1 ||
	    token_at(s, p->head)->tag != TAG_VBN)
		return;
	enum piece_kind next = piece_kind(s, (int64_t)i + 1);
	const struct piece *before = piece_at(s, (int64_t)i - 1);

	if (before->kind == PIECE_COMMA && next == PIECE_NOUN && token_is(s, p->head, "told"))
		p->flags = PIECE_FINITE; /* "A guard, who asked not to be named, told the paper" */
	if (before->kind == PIECE_COMMA && piece_cites(s, (int64_t)i) && leads_to_saying(s, i))
		p->flags = PIECE_FINITE; /* "Tasnim, a news agency, quoted sources as saying" */
	if (before->kind == PIECE_COMMA && cue_is_past(s, p->head) && (leads_to_that(s, i) || leads_to_quote(s, i)))
		p->flags = PIECE_FINITE; /* "the agency, SEMA, estimated on Tuesday that" */
	if (before->kind != PIECE_NOUN)
		return;
	if (has_object(s, i) || before->flags & PIECE_PRONOUN || has_no_passive(s, p->head))
		p->flags = PIECE_FINITE;
}

/* "comes | as | the army | announced | on Sunday that": a clause of its own. */
static bool opens_clause(const struct speech *s, int64_t i)
{
	static const struct str words[] = {STR_WORD("as"), STR_WORD("after"), STR_WORD("before"), STR_WORD("since"),
					   STR_WORD("until")};

	return token_is_one_of(s, piece_at(s, i)->first, words, sizeof words / sizeof *words);
}

bool piece_is_of_paper(const struct speech *s, int64_t i)
{
	return !opens_clause(s, i - 2) && piece_kind(s, i - 1) == PIECE_NOUN &&
	       piece_kind(s, i - 2) == PIECE_PREPOSITION && piece_kind(s, i - 3) == PIECE_VERB &&
	       piece_kind(s, i + 1) == PIECE_PREPOSITION;
}

/* "a toll | confirmed | by the police": told by an agent. */
static bool has_agent(const struct speech *s, size_t i)
{
	return token_is(s, s->pieces.at[i].end, "by") && piece_kind(s, (int64_t)i + 2) == PIECE_NOUN &&
	       !leads_to_that(s, i);
}

/* "countries with cases | confirmed | in | laboratories | include": another verb is the noun's. */
static bool is_before_verb(const struct speech *s, size_t i)
{
	return piece_kind(s, (int64_t)i - 1) == PIECE_NOUN && piece_kind(s, (int64_t)i - 2) == PIECE_PREPOSITION &&
	       piece_kind(s, (int64_t)i + 1) == PIECE_PREPOSITION && piece_kind(s, (int64_t)i + 2) == PIECE_NOUN &&
	       piece_is_verb(s, (int64_t)i + 3, PIECE_FINITE);
}

/* "a constable | posted | at the hospital", not "posted on Facebook", "posted in Spanish that": where he serves. */
static bool is_stationed(const struct speech *s, size_t i)
{
	static const struct str words[] = {STR_WORD("at"), STR_WORD("in"), STR_WORD("near"), STR_WORD("outside")};

	return token_is(s, s->pieces.at[i].head, "posted") && piece_kind(s, (int64_t)i - 1) == PIECE_NOUN &&
	       piece_kind(s, (int64_t)i + 2) == PIECE_NOUN && !leads_to_that(s, i) &&
	       token_is_one_of(s, s->pieces.at[i].end, words, sizeof words / sizeof *words);
}

/* "figures released by the board | showed | on Monday": no paper is shown. */
static bool shows(const struct speech *s, uint32_t verb)
{
	struct cue cue;

	return cue_at(s, verb, CUE_SAY, &cue) && cue.kind == CUE_SHOW;
}

/* No past tense, whatever its tag. */
static void demote(struct speech *s, size_t i)
{
	struct piece *p = &s->pieces.at[i];

	if (p->flags == PIECE_FINITE && p->end - p->first == 1 && cue_is_past(s, p->head) &&
	    (has_agent(s, i) || (piece_is_of_paper(s, (int64_t)i) && !shows(s, p->head)) || is_before_verb(s, i) ||
	     is_stationed(s, i)))
		p->flags = PIECE_PASSIVE;
}

void pieces_tense(struct speech *s, size_t i)
{
	revive(s, i);
	demote(s, i);
}
