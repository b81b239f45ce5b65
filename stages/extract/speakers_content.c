#include "speakers_parts.h"

static const struct quote *quote_at(const struct speech *s, uint32_t token)
{
	return s->quote_of[token] ? &s->quotes.at[s->quote_of[token] - 1] : NULL;
}

static void take_quote(struct speech *s, uint32_t token)
{
	if (s->quote_of[token])
		s->quotes.at[s->quote_of[token] - 1].used = true;
}

/* Use up all quotations that the tokens hold. */
static void take_quotes(struct speech *s, uint32_t first, uint32_t end)
{
	for (uint32_t i = first; i < end;) {
		const struct quote *q = quote_at(s, i);

		take_quote(s, i);
		i = q && q->end > i ? q->end : i + 1;
	}
}

static void add(struct speech *s, uint32_t first, uint32_t end, struct spans *out)
{
	struct span span = {first, end};

	if (end <= first)
		return;
	take_quotes(s, first, end);
	LIST_ADD(s->r->arena, out, span);
}

/* "said | more than | 800 people", "said over 40 houses": words of an amount, not of where or when it was said. */
static bool opens_amount(const struct speech *s, int64_t i)
{
	static const struct str words[] = {STR_WORD("than"),   STR_WORD("over"), STR_WORD("under"),   STR_WORD("about"),
					   STR_WORD("around"), STR_WORD("to"),	 STR_WORD("between"), STR_WORD("near")};

	return is_kind(s, i + 1, PIECE_NOUN) && token_at(s, piece_at(s, i + 1)->first)->tag == TAG_CD &&
	       token_is_one_of(s, piece_at(s, i)->end - 1, words, sizeof words / sizeof *words);
}

/* "in a report | dated | 13 February", "in a statement | issued | on Friday", "in a note | seen | by the agency". */
static bool tells_of_paper(const struct speech *s, int64_t i)
{
	if (!is_kind(s, i, PIECE_VERB) || !is_kind(s, i - 1, PIECE_NOUN) || !is_kind(s, i - 2, PIECE_PREPOSITION))
		return false;
	return token_is(s, piece_at(s, i)->head, "dated") || verb_gives_paper(s, i) ||
	       (piece_is_verb(s, i, PIECE_PASSIVE) && !piece_is_verb(s, i, PIECE_FINITE) &&
		(is_kind(s, i + 1, PIECE_TIME) || is_kind(s, i + 1, PIECE_PREPOSITION)));
}

/* "said, | as far as he knew, | four had died": the piece behind the second comma; i where nothing of the kind stands.
 */
static int64_t behind_as_far(const struct speech *s, int64_t i)
{
	enum { ASIDE_MAX = 8 }; /* [pieces] */
	uint32_t as = piece_at(s, i)->end;

	if (!token_is(s, as, "as") || !token_is(s, as + 1, "far"))
		return i;
	for (int64_t k = i + 1; k < i + ASIDE_MAX && !is_kind(s, k, PIECE_NONE); k++)
		if (is_kind(s, k, PIECE_COMMA))
			return k + 1;
	return i;
}

int64_t content_asides(const struct speech *s, int64_t i)
{
	for (int steps = 0; steps < 12; steps++) {
		enum piece_kind k = piece_kind(s, i);

		if (k == PIECE_ADVERB && token_is(s, piece_at(s, i)->first, "as"))
			break; /* "said as many as 40 people" */
		if (k == PIECE_ADVERB && is_kind(s, i + 1, PIECE_NOUN) &&
		    token_at(s, piece_at(s, i + 1)->first)->tag == TAG_CD)
			break; /* "said around 50,000 people" */
		if (opens_amount(s, i) || (k == PIECE_ADVERB && opens_amount(s, i + 1)))
			break;
		if (k == PIECE_ADVERB || k == PIECE_TIME)
			i++;
		else if (k == PIECE_PREPOSITION && (is_kind(s, i + 1, PIECE_NOUN) || is_kind(s, i + 1, PIECE_TIME)))
			i += 2;
		else if (tells_of_paper(s, i))
			i += 1 + is_kind(s, i + 1, PIECE_NOUN);
		else if (k == PIECE_COMMA && skip_cited(s, i) > i)
			i = skip_cited(s, i);
		else if (k == PIECE_COMMA && behind_as_far(s, i) > i)
			i = behind_as_far(s, i);
		else
			break;
	}
	return i;
}

static bool is_that(const struct speech *s, int64_t i)
{
	return is_kind(s, i, PIECE_THAT) || is_kind(s, i, PIECE_WHO);
}

/* `that 12 died`, `12 died`, `"..."`, `, "..."`, `: ...` at piece i. */
static bool take_clause(struct speech *s, int64_t i, struct spans *out)
{
	int64_t at = i;

	if (piece_is_verb(s, at, PIECE_TO))
		return false; /* "suspected | to be rebels stormed" */
	if (is_kind(s, at, PIECE_COMMA) && !is_kind(s, at + 1, PIECE_THAT) && !is_kind(s, at + 1, PIECE_OPEN))
		return false;
	if (is_kind(s, at, PIECE_COMMA) && is_kind(s, at + 1, PIECE_THAT) && !content_is_contrast(s, at + 1))
		at++;
	if ((is_kind(s, at, PIECE_COMMA) || is_kind(s, at, PIECE_COLON)) && is_kind(s, at + 1, PIECE_OPEN))
		at++;
	else if (is_kind(s, at, PIECE_COLON) && is_kind(s, at - 1, PIECE_VERB) && !is_kind(s, at + 1, PIECE_NONE))
		at++;
	else if (is_kind(s, at, PIECE_THAT)
			 ? content_is_contrast(s, at)
			 : !is_that(s, at) && !is_kind(s, at, PIECE_OPEN) && !content_is_clause(s, at))
		return false;
	uint32_t end = content_end(s, at, false);

	if (end <= piece_at(s, at)->first)
		return false;
	add(s, piece_at(s, at)->first, end, out);
	return true;
}

/* Verbs of many meanings ("hold", "see", "continue") say something only before the word "that" or a quotation. */
static bool take_explicit(struct speech *s, int64_t i, struct spans *out)
{
	int64_t at = i + (is_kind(s, i, PIECE_COMMA) || is_kind(s, i, PIECE_COLON));

	at = is_kind(s, at, PIECE_OPEN) ? at : content_asides(s, i);
	if (!is_kind(s, at, PIECE_OPEN) && !token_is(s, piece_at(s, at)->first, "that"))
		return false;
	return take_clause(s, at, out);
}

/* The one who is told: "told reporters (in Geneva) (on Friday) that". */
static int64_t skip_addressee(const struct speech *s, int64_t i)
{
	if (!is_kind(s, i, PIECE_NOUN))
		return i;
	i++;
	while (is_kind(s, i, PIECE_AND) && is_kind(s, i + 1, PIECE_NOUN))
		i += 2;
	return i;
}

static bool take_told(struct speech *s, int64_t i, struct spans *out)
{
	int64_t at = skip_addressee(s, i);

	if (at == i)
		return false;
	if (is_kind(s, at, PIECE_VERB) && piece_is_verb(s, at, PIECE_TO)) {
		add(s, piece_at(s, at)->first, content_end(s, at, true), out);
		return true;
	}
	return take_clause(s, content_asides(s, at), out) || take_clause(s, at, out);
}

/* "reported | at least | six deaths" */
static bool opens_bound(const struct speech *s, int64_t i)
{
	uint32_t t = piece_at(s, i)->first;

	return is_kind(s, i, PIECE_PREPOSITION) && token_is(s, t, "at") &&
	       (token_is(s, t + 1, "least") || token_is(s, t + 1, "most"));
}

static bool take_object(struct speech *s, int64_t i, struct spans *out)
{
	enum piece_kind k = piece_kind(s, i);

	if (k == PIECE_ADVERB)
		i++;
	k = piece_kind(s, i);
	if (opens_amount(s, i) || opens_bound(s, i))
		k = PIECE_NOUN;
	if (k != PIECE_NOUN && k != PIECE_OPEN && k != PIECE_ADJECTIVE && k != PIECE_WHO && k != PIECE_THAT &&
	    !(k == PIECE_VERB && piece_is_verb(s, i, PIECE_ING)) && !(k == PIECE_OTHER))
		return false;

	uint32_t end = content_end(s, i, true);

	if (end <= piece_at(s, i)->first)
		return false;
	add(s, piece_at(s, i)->first, end, out);
	return true;
}

/* "described him as a hero": the clause goes on with "as". */
static bool has_as(const struct speech *s, int64_t i)
{
	for (int steps = 0; steps < 12 && !is_kind(s, i, PIECE_NONE) && !is_kind(s, i, PIECE_STOP); steps++, i++)
		if (token_is(s, piece_at(s, i)->first, "as"))
			return true;
	return false;
}

/* `to resign`, `Monday to begin`, `to "take our fight" to the capital`. */
static bool take_infinitive(struct speech *s, int64_t i, struct spans *out)
{
	while (is_kind(s, i, PIECE_TIME) || is_kind(s, i, PIECE_ADVERB))
		i++;
	if (!piece_is_verb(s, i, PIECE_TO) &&
	    !(token_is(s, piece_at(s, i)->first, "to") && is_kind(s, i + 1, PIECE_OPEN)))
		return false;
	add(s, piece_at(s, i)->first, content_end(s, i, true), out);
	return true;
}

/* "(put) the number of dead at 40", "(put) it closer to 60": a phrase, then a number. */
static bool take_at(struct speech *s, int64_t i, struct spans *out)
{
	static const char *const words[] = {"at", "to", "near", "between", "around", "above", "below", "over", NULL};
	int64_t at = i;

	bool days = is_kind(s, i, PIECE_TIME) && is_kind(s, i + 1, PIECE_NOUN); /* "put | Friday | 's toll at 57" */

	if (!is_kind(s, i, PIECE_NOUN) && !is_kind(s, i, PIECE_THAT) && !days)
		return false;
	for (int steps = 0; steps < 12 && !is_kind(s, at, PIECE_NONE) && !is_kind(s, at, PIECE_STOP); steps++, at++)
		for (size_t w = 0; words[w]; w++) {
			uint32_t t = piece_at(s, at)->first;

			if (!token_is(s, t, words[w]) || !is_kind(s, at, PIECE_PREPOSITION))
				continue;
			for (uint32_t k = t + 1; k < s->end && k < t + 6; k++)
				if (token_at(s, k)->tag == TAG_CD || token_at(s, k)->kind == TOKEN_NUMBER) {
					add(s, piece_at(s, i)->first, content_end(s, i, true), out);
					return true;
				}
		}
	return false;
}

/* "the number | of dead" */
static bool is_of_victims(const struct speech *s, uint32_t number)
{
	static const struct str words[] = {STR_WORD("dead"),	   STR_WORD("deaths"),	 STR_WORD("killed"),
					   STR_WORD("injured"),	   STR_WORD("wounded"),	 STR_WORD("missing"),
					   STR_WORD("fatalities"), STR_WORD("victims"),	 STR_WORD("hurt"),
					   STR_WORD("casualties"), STR_WORD("injuries"), STR_WORD("infected")};

	return token_is(s, number + 1, "of") && token_is_one_of(s, number + 2, words, sizeof words / sizeof *words);
}

/* "(revised) the death toll down to 61", "(gave) the number of dead as 12": what counts, then a number. A "number"
 * that is raised may be what is done and not what is said: only `count` takes it, or a bare one ("the number to 61").
 */
static bool take_toll(struct speech *s, int64_t i, bool count, struct spans *out)
{
	static const struct str tolls[] = {STR_WORD("toll"),	  STR_WORD("tolls"), STR_WORD("estimate"),
					   STR_WORD("estimates"), STR_WORD("tally"), STR_WORD("figure"),
					   STR_WORD("figures"),	  STR_WORD("count"), STR_WORD("number"),
					   STR_WORD("total")};
	enum { FIRST = 9 };
	uint32_t head = piece_at(s, i)->head;

	if (!is_kind(s, i, PIECE_NOUN) ||
	    !token_is_one_of(s, head, tolls, count ? sizeof tolls / sizeof *tolls : FIRST))
		return false;
	if (!count && token_is(s, head, "number") && !token_is(s, head + 1, "to") && !is_of_victims(s, head))
		return false;
	for (uint32_t k = head + 1; k < s->end && !is_kind(s, s->piece_of[k], PIECE_STOP); k++)
		if (token_at(s, k)->tag == TAG_CD || token_at(s, k)->kind == TOKEN_NUMBER) {
			add(s, piece_at(s, i)->first, content_end(s, i, true), out);
			return true;
		}
	return false;
}

/* "dismissed | 200 soldiers", "rejected 12 bids": so many were sent away, and nothing is denied; "denied 12 deaths". */
static bool turns_away(const struct speech *s, const struct cue *cue, int64_t i)
{
	return is_kind(s, i, PIECE_NOUN) && token_at(s, piece_at(s, i)->first)->tag == TAG_CD &&
	       !str_starts(token_at(s, cue->first)->lower, STR("den"));
}

/* "screamed (for help) | and hundreds fled": another clause, of which nobody speaks. */
static bool joins_other(const struct speech *s, int64_t i)
{
	int64_t and = content_asides(s, i);

	return and > i && is_kind(s, and, PIECE_AND) && is_kind(s, and+1, PIECE_NOUN) &&
	       piece_is_verb(s, and+2, PIECE_FINITE);
}

/* "accused the rebels of a strike on a mosque, | killing 75 people": of what he is accused, too. */
static void take_outcome(const struct speech *s, struct span *content)
{
	static const struct str verbs[] = {STR_WORD("killing"), STR_WORD("wounding"), STR_WORD("injuring"),
					   STR_WORD("destroying"), STR_WORD("displacing")};
	uint32_t comma = content->end;

	if (token_is(s, comma, ",") && token_is_one_of(s, comma + 1, verbs, sizeof verbs / sizeof *verbs))
		content->end = content_end(s, s->piece_of[comma + 1], true);
}

bool content_after(struct speech *s, const struct cue *cue, uint32_t from, struct spans *out)
{
	if (from >= s->end)
		return false;
	int64_t i = s->piece_of[from];

	if (piece_at(s, i)->first < from)
		return false;
	if ((cue->takes & TAKES_TOLD) && take_told(s, i, out))
		return true;
	if (cue->takes & TAKES_EXPLICIT && take_explicit(s, i, out))
		return true;
	/* "Twelve people, he told reporters, | were missing" */
	bool aside = cue->takes & TAKES_TOLD && is_kind(s, i, PIECE_NOUN) && is_kind(s, i + 1, PIECE_COMMA) &&
		     piece_is_verb(s, i + 2, PIECE_FINITE);

	if ((cue->takes & (TAKES_THAT | TAKES_QUOTE)) && !(cue->takes & TAKES_EXPLICIT) && !aside &&
	    !joins_other(s, i) && (take_clause(s, content_asides(s, i), out) || take_clause(s, i, out)))
		return true;
	if (cue->takes & TAKES_TO && take_infinitive(s, i, out))
		return true;
	if (cue->takes & TAKES_AT)
		return take_at(s, i, out);
	if (cue->takes & (TAKES_TOLL | TAKES_COUNT))
		return take_toll(s, i, cue->takes & TAKES_COUNT, out);
	if (cue->takes & TAKES_REST && !is_kind(s, i, PIECE_STOP) && !is_kind(s, i, PIECE_COMMA)) {
		add(s, piece_at(s, i)->first, content_end(s, i, false), out);
		return out->n > 0;
	}
	if (cue->takes & TAKES_NP) {
		if ((cue->kind == CUE_DENY && turns_away(s, cue, i)) || !take_object(s, i, out))
			return false;
		if (cue->kind == CUE_JUDGE)
			take_outcome(s, &out->at[out->n - 1]);
		return true;
	}
	return cue->takes & TAKES_AS && has_as(s, i) && take_object(s, i, out);
}

/* First token of the sentence that is not a mark or line's opening. */
static uint32_t sentence_start(const struct speech *s)
{
	uint32_t i = s->first;

	while (i < s->end && token_at(s, i)->kind == TOKEN_MARK && !s->mark[i] && !s->quote_of[i])
		i++;
	return i;
}

/* `"Is it over?" Omar asked.`: the stop within the quotation has ended its sentence. */
static bool take_sentence_before(struct speech *s, uint32_t end, struct spans *out)
{
	if (end != s->first || end == 0 || s->mark[end - 1] != 2 ||
	    (token_at(s, end)->flags & (TOKEN_PARA | TOKEN_BREAK)))
		return false;
	add(s, quote_at(s, end - 1)->first, end, out);
	return true;
}

bool content_before(struct speech *s, uint32_t end, struct spans *out)
{
	if (take_sentence_before(s, end, out))
		return true;
	uint32_t start = sentence_start(s), last = end - 1;

	if (end <= s->first)
		return false;
	if (s->mark[last] == 2) {
		const struct quote *q = quote_at(s, last);
		uint32_t from = q->first;

		if (from > start) /* words before the quotation belong to it: 'The elite know that "...", she said' */
			from = s->quote_of[start] ? s->quotes.at[s->quote_of[start] - 1].first : start;
		add(s, from, end, out);
		return true;
	}
	if (!token_is(s, last, ",") || last <= start)
		return false;
	if (s->quote_of[start] && s->quote_of[start] != s->quote_of[last])
		start = s->quotes.at[s->quote_of[start] - 1].first;
	add(s, start, last, out);
	return last > start;
}

void content_goes_on(struct speech *s, uint32_t from, struct spans *out)
{
	uint32_t i = from;

	while (i < s->end && (token_is(s, i, ",") || token_is(s, i, ".") || token_is(s, i, ":")))
		i++;
	if (i > from && i < s->r->tokens.n && i < s->end && s->mark[i] == 1)
		add(s, i, quote_at(s, i)->end, out);
}
