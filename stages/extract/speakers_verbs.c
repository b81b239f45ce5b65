#include "speakers_saying.h"

static struct span words_of(const struct speech *s, int64_t v, const struct cue *cue)
{
	struct span words = {piece_at(s, teller_chain(s, v))->first, piece_at(s, v)->end};

	if (cue->end > words.end)
		words.end = cue->end;
	return words;
}

static bool find_cue(const struct speech *s, int64_t v, struct cue *cue)
{
	const struct piece *p = piece_at(s, v);

	if (p->flags & PIECE_PASSIVE && cue_at(s, p->head, CUE_ADJECTIVE, cue))
		return true;
	if (p->flags & PIECE_COPULA && is_kind(s, v + 1, PIECE_ADJECTIVE) &&
	    cue_at(s, piece_at(s, v + 1)->first, CUE_ADJECTIVE, cue))
		return true;
	return cue_at(s, p->head, CUE_SAY, cue) &&
	       (cue->end > p->end || p->end >= s->end || token_at(s, p->end)->tag != TAG_RP ||
		token_is(s, p->end + 1, "to")); /* "show up", but "estimates up to 40" */
}

/* `"...," said Omar, who runs the clinic` / `Twelve died, said Omar`: the source stands behind the verb. */
static bool is_inverted(const struct speech *s, const struct saying *say)
{
	int64_t before = say->v - 1, after = say->v + 1;

	if (!(say->cue.takes & TAKES_QUOTE) || (say->cue.takes & TAKES_TOLD) || piece_is_verb(s, say->v, PIECE_TO) ||
	    !is_kind(s, after, PIECE_NOUN) || say->words.first != piece_at(s, say->v)->first)
		return false;
	if (is_kind(s, before, PIECE_CLOSE) || before < 0 ||
	    (is_kind(s, before, PIECE_COMMA) && is_kind(s, before - 1, PIECE_CLOSE)))
		return true;
	if (!is_kind(s, before, PIECE_COMMA) || !piece_is_verb(s, say->v, PIECE_FINITE) ||
	    token_at(s, piece_at(s, after)->first)->tag == TAG_PRPS)
		return false; /* "A and B, | tweeted | their support" */
	struct span behind = phrase_from(s, after);
	int64_t next = behind.end < s->end ? s->piece_of[behind.end] : (int64_t)s->pieces.n;

	return (!is_kind(s, next, PIECE_VERB) || piece_cites_for(s, next)) && is_empty(subject_before(s, say->v));
}

/* `Said Omar: "..."` */
static bool read_opening(struct speech *s, struct saying *say)
{
	if (say->v != 0 || !(say->cue.takes & TAKES_QUOTE) || !is_kind(s, 1, PIECE_NOUN))
		return false;
	say->source = phrase_from(s, 1);
	say->rule = "say.opening";
	if (token_is(s, say->source.end, ":") || token_is(s, say->source.end, ","))
		content_goes_on(s, say->source.end, &say->contents);
	return say->contents.n > 0;
}

static bool read_inverted(struct speech *s, struct saying *say)
{
	if (!is_inverted(s, say) || !content_before(s, piece_at(s, say->v)->first, &say->contents))
		return false;
	say->source = phrase_from(s, say->v + 1);
	say->rule = "say.inverted";
	content_goes_on(s, say->source.end, &say->contents);
	return true;
}

/* Where the clause goes on behind the verb and what is beside it: ", she said in Geneva, ". */
static uint32_t behind_asides(const struct speech *s, const struct saying *say)
{
	uint32_t i = say->words.end;

	for (int steps = 0; steps < 30 && i < s->end; steps++, i++) {
		enum piece_kind k = piece_kind(s, s->piece_of[i]);

		if (k == PIECE_COMMA || k == PIECE_STOP || k == PIECE_COLON || k == PIECE_OPEN)
			break;
	}
	return i;
}

/* `70,000 have fled, UN figures show.`, `300 may be buried, rescuers fear.`: what closes a sentence behind its comma
 * tells who shows or thinks it. */
static bool ends_told(const struct speech *s, const struct saying *say)
{
	return (say->cue.kind == CUE_SHOW || say->cue.kind == CUE_THINK) && say->cue.takes & TAKES_THAT &&
	       content_precedes(s, say->source, &say->cue, say->words.end) && !token_is(s, behind_asides(s, say), ",");
}

/* `Twelve died, Omar was quoted as | saying`: tells as a finite verb does. */
static bool tells(const struct speech *s, int64_t v)
{
	return piece_is_verb(s, v, PIECE_FINITE | PIECE_PASSIVE) ||
	       (piece_is_verb(s, v, PIECE_ING) && token_is(s, piece_at(s, v - 1)->first, "as") &&
		piece_cites(s, v - 2) && piece_is_verb(s, v - 2, PIECE_PASSIVE));
}

/* `"...," Omar said` / `Twelve died, Omar said on Friday`: what is said stands before the source. */
static bool read_before(struct speech *s, struct saying *say)
{
	uint32_t start = say->source.first;

	if (!(say->cue.takes & TAKES_QUOTE) || is_empty(say->source) || start < s->first || start >= say->words.first ||
	    !tells(s, say->v))
		return false;
	if (is_kind(s, s->piece_of[start], PIECE_WHO) && (start == s->first || s->mark[start - 1] != 2))
		return false;
	if (follows_saying(s, say->source))
		return false;
	if (say->cue.takes & TAKES_EXPLICIT && !s->mark[start - (start > 0)] &&
	    !content_precedes(s, say->source, &say->cue, say->words.end))
		return false; /* "In the north, police | continued to search" */
	if (say->cue.kind > CUE_DENY && (start == 0 || s->mark[start - 1] != 2) && !ends_told(s, say))
		return false; /* only what is said is told before it without marks */
	if (start > s->first && token_is(s, start - 1, "as") && start - 1 > s->first)
		start--;
	if (!content_before(s, start, &say->contents))
		return false;
	content_goes_on(s, behind_asides(s, say), &say->contents);
	say->rule = "say.after";
	return true;
}

/* "a probe | the mayor said would take 10 days": the noun right before the speaker, who begins a phrase of his own. */
static bool is_unlinked(const struct speech *s, int64_t noun)
{
	enum tag head = is_kind(s, noun, PIECE_NOUN) ? (enum tag)token_at(s, piece_at(s, noun)->head)->tag : TAG_NONE;
	enum tag next =
		is_kind(s, noun + 1, PIECE_NOUN) ? (enum tag)token_at(s, piece_at(s, noun + 1)->first)->tag : TAG_NONE;

	return (head == TAG_NN || head == TAG_NNS) && (next == TAG_DT || next == TAG_PRP || next == TAG_PRPS);
}

/* "the war, which the UN says has killed 9,000 people, goes on": what is said goes on behind the verb that "which",
 * or the noun itself, is the subject of. */
static bool read_relative(struct speech *s, struct saying *say)
{
	int64_t who = is_empty(say->source) ? -1 : (int64_t)s->piece_of[say->source.first] - 1, i = say->v + 1;
	struct span clause = {say->words.end, say->words.end};

	bool unlinked = who >= 0 && say->cue.kind == CUE_SAY && is_unlinked(s, who);

	if (who < 0 || !(is_kind(s, who, PIECE_WHO) || unlinked) || say->words.end >= s->end ||
	    !piece_is_verb(s, i, PIECE_FINITE | PIECE_PASSIVE) || !(say->cue.takes & TAKES_THAT))
		return false;
	for (; !is_kind(s, i, PIECE_NONE) &&
	       (!is_kind(s, i, PIECE_COMMA) || token_is(s, piece_at(s, i + 1)->first, "including")) &&
	       !is_kind(s, i, PIECE_STOP) && !is_kind(s, i, PIECE_DASH) && !is_kind(s, i, PIECE_OPEN);
	     i++)
		clause.end = piece_at(s, i)->end;
	who += unlinked;
	if (is_kind(s, who - 1, PIECE_NOUN)) { /* "two boys who police say were shot": so many are theirs too */
		struct span whom = {piece_at(s, who - 1)->first, piece_at(s, who - 1)->end};

		LIST_ADD(s->r->arena, &say->contents, whom);
	}
	LIST_ADD(s->r->arena, &say->contents, clause);
	say->rule = "say.relative";
	return true;
}

/* "As Reuters reported, 12 died", "As reported by Reuters, 12 died": the clause behind the comma is what is said. */
static bool read_as(struct speech *s, struct saying *say)
{
	bool by = is_kind(s, say->v + 1, PIECE_PREPOSITION) && token_is(s, piece_at(s, say->v + 1)->first, "by");
	uint32_t before = by ? say->words.first : say->source.first;

	if (before != s->first + 1 || !token_is(s, s->first, "as") || !(say->cue.takes & TAKES_THAT) ||
	    verb_goes_on(s, &say->cue))
		return false;
	if (by)
		say->source = phrase_from(s, say->v + 2);
	uint32_t behind = by ? say->source.end : say->words.end;

	if (behind < s->end)
		behind = piece_at(s, content_asides(s, s->piece_of[behind]))->first;
	struct span rest = {behind + 1, s->end};

	if (is_empty(say->source) || !token_is(s, behind, ",") || rest.first >= rest.end ||
	    token_is(s, say->source.first, "we"))
		return false;
	rest.end -= is_kind(s, s->piece_of[rest.end - 1], PIECE_STOP) && rest.end > rest.first + 1;
	LIST_ADD(s->r->arena, &say->contents, rest);
	say->rule = "say.as";
	return true;
}

/* "No one claimed that", "none of the groups said" */
static bool is_by_nobody(const struct speech *s, struct span source)
{
	static const struct str words[] = {STR_WORD("nobody"), STR_WORD("none"), STR_WORD("neither"), STR_WORD("no")};

	if (is_empty(source) || (token_is(s, source.first, "no") && source.end == source.first + 1))
		return false; /* Mr No */
	return token_is_one_of(s, source.first, words, sizeof words / sizeof *words) ||
	       (token_is(s, source.first, "one") && source.first > s->first && token_is(s, source.first - 1, "no"));
}

static void emit(struct speech *s, struct saying *say)
{
	if (is_by_nobody(s, say->source))
		say->cue.states = false;
	if (piece_at(s, say->v)->flags &
	    PIECE_NOT) { /* "did not say how many", "has not confirmed": nobody states it */
		say->cue.states = say->cue.states && say->cue.kind == CUE_DENY;
		say->cue.polarity = POLARITY_NONE;
	}
	if (say->contents.n)
		attribution_add(s, say->source, say->words, say->cue.first, &say->contents, &say->cue, say->rule);
}

/* "Omar said that": tagged as a participle, but somebody stands before it and a clause or quotation behind. */
static bool acts(const struct speech *s, const struct saying *say)
{
	const struct piece *p = piece_at(s, say->v);
	int64_t after = say->words.end < s->end ? (int64_t)s->piece_of[say->words.end] : (int64_t)s->pieces.n;

	if (p->end - p->first != 1 || !(say->cue.takes & (TAKES_QUOTE | TAKES_TO)) || piece_is_of_paper(s, say->v))
		return false;
	if (say->cue.takes & TAKES_TO && is_kind(s, say->v - 1, PIECE_NOUN) && token_is(s, p->end, "to"))
		return true; /* "officials declined to comment" */
	if (!(say->cue.takes & (TAKES_NP | TAKES_TOLD)))
		return true; /* "insisted", "said": what takes no object has no passive */
	if (!token_is(s, p->end, "by") && content_precedes(s, subject_before(s, say->v), &say->cue, say->words.end))
		return true; /* "12 died, the agency estimated" */
	for (int steps = 0; steps < 2 && is_kind(s, after, PIECE_PREPOSITION); steps++)
		after += 2;
	return is_kind(s, say->v - 1, PIECE_NOUN) &&
	       (token_is(s, piece_at(s, after)->first, "that") || is_kind(s, after, PIECE_OPEN));
}

static bool is_passive(const struct speech *s, const struct saying *say)
{
	return (piece_at(s, say->v)->flags & PIECE_PASSIVE) && say->cue.kind != CUE_ADJECTIVE && !acts(s, say);
}

/* Does a cue begin at the verb, or may one stand behind it: "was | adamant"? */
static bool may_say(const struct speech *s, const struct piece *verb)
{
	return s->families[verb->head] || verb->flags & PIECE_COPULA;
}

/* `On Friday on "Morning Show," Omar said 12 had died`: a name in marks that a preposition leads to is no speech where
 * a clause stands behind the verb. */
static bool follows_title(const struct speech *s, const struct saying *say)
{
	enum { TITLE_MAX = 9, TITLE_FAR = 60 }; /* [tokens] with its marks; [pieces] before it */
	uint32_t close = say->source.first - 1;
	const struct quote *q = s->quote_of[close] ? &s->quotes.at[s->quote_of[close] - 1] : NULL;
	int64_t before = q && q->first > s->first ? (int64_t)s->piece_of[q->first] - 1 : -1;

	if (before < 0 || before > TITLE_FAR || q->end - q->first > TITLE_MAX ||
	    !(token_at(s, q->first + 1)->flags & TOKEN_CAPITAL))
		return false;
	for (int64_t i = 0; i <= before; i++)
		if (piece_is_verb(s, i, PIECE_FINITE))
			return false;
	return !is_kind(s, before, PIECE_COMMA) && !is_kind(s, before, PIECE_COLON) && say->words.end < s->end &&
	       (token_is(s, say->words.end, "that") || content_is_clause(s, s->piece_of[say->words.end]));
}

/* 'As he claims "we lost 12," a doctor said 40 had died': the quotation is another's, and a clause stands behind the
 * verb. */
static bool is_taken(const struct speech *s, const struct saying *say)
{
	for (size_t i = s->sentence_began; i < s->out->n && say->words.end < s->end; i++) {
		const struct attribution *a = &s->out->at[i];

		if (a->contents.at[a->contents.n - 1].end == say->source.first && a->cue.end < say->source.first)
			return content_is_clause(s, s->piece_of[say->words.end]);
	}
	return false;
}

/* "The toll, as the mayor said | on Monday, is a shame": what was said stands before the "as". */
static bool is_as_said(const struct speech *s, const struct saying *say)
{
	uint32_t start = say->source.first;
	int64_t i = say->words.end < s->end ? (int64_t)s->piece_of[say->words.end] : -1;

	return i >= 0 && start > s->first + 2 && token_is(s, start - 1, "as") && token_is(s, start - 2, ",") &&
	       (is_kind(s, i, PIECE_PREPOSITION) || is_kind(s, i, PIECE_TIME) || is_kind(s, i, PIECE_COMMA)) &&
	       !token_is(s, piece_at(s, content_asides(s, i))->first, "that") && say->cue.kind <= CUE_DENY;
}

static void read_verb(struct speech *s, int64_t v)
{
	struct saying say = {.v = v};

	if (piece_cites_for(s, v) ||
	    (piece_cites(s, v) && is_kind(s, v - 1, PIECE_WHO) && is_kind(s, v - 2, PIECE_COMMA)))
		return; /* ", which cited the army,": rules_cited() reads it */
	if (s->quote_of[piece_at(s, v)->head] || verb_tells_no_words(s, v) || !find_cue(s, v, &say.cue))
		return; /* within a quotation the speaker speaks, whomever he cites */
	say.words = words_of(s, v, &say.cue);
	if (read_opening(s, &say) || read_inverted(s, &say)) {
		emit(s, &say);
		return;
	}
	if (is_passive(s, &say)) {
		if (read_as(s, &say) ||
		    ((say.cue.kind == CUE_SAY || say.cue.kind == CUE_DENY) && saying_passive(s, &say)))
			emit(s, &say);
		return;
	}
	if (saying_leading(s, &say)) {
		emit(s, &say);
		return;
	}
	say.source = teller_of(s, v);
	teller_cut_release(s, &say.source);
	if (!teller_may_say(s, say.source, &say.cue))
		return;
	bool quote_first = say.source.first > s->first && s->mark[say.source.first - 1] == 2 && !is_empty(say.source) &&
			   tells(s, v) && say.source.end + 4 > say.words.first && !follows_title(s, &say);

	quote_first = (quote_first && !is_taken(s, &say)) || is_as_said(s, &say);

	if (read_as(s, &say) || (quote_first && read_before(s, &say))) {
		emit(s, &say);
	} else if (read_relative(s, &say)) {
		emit(s, &say);
	} else if (!content_precedes(s, say.source, &say.cue, say.words.end) && saying_forward(s, &say)) {
		saying_gapped(s, &say);
		emit(s, &say);
	} else if (read_before(s, &say)) {
		content_split(s, say.source, behind_asides(s, &say), &say.contents);
		emit(s, &say);
	} else if (saying_ahead(s, &say)) {
		emit(s, &say);
	}
}

void rules_verbs(struct speech *s)
{
	for (size_t v = 0; v < s->pieces.n; v++)
		if (s->pieces.at[v].kind == PIECE_VERB && may_say(s, &s->pieces.at[v]))
			read_verb(s, (int64_t)v);
}
