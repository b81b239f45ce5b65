#include "speakers_subject.h"

/* What stands between a subject and its verb: appositions, clauses, dashes. */

static const struct span no_span;

/* "Omar, | asked about the raid, (said)", "a witness, | reached by telephone, (said)": tagged as a past tense. */
static bool is_done_to(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);

	return p->end == p->first + 1 && str_ends(token_at(s, p->head)->lower, STR("ed")) &&
	       is_kind(s, i + 1, PIECE_PREPOSITION);
}

/* Is the stretch of pieces [from, to) between two commas an apposition or a relative clause: "a doctor
 * in the town", "44", "who runs it", "speaking to reporters"? */
static bool is_insertion(const struct speech *s, int64_t from, int64_t to)
{
	enum piece_kind k = piece_kind(s, from);

	if (from >= to)
		return false;
	if (token_is(s, piece_at(s, from)->first, "or")) /* "Central Command, or CENTCOM, said" */
		return to == from + 2 && piece_at(s, from + 1)->flags & PIECE_NAME;
	if (k == PIECE_WHO || k == PIECE_ADVERB || k == PIECE_PREPOSITION || k == PIECE_ADJECTIVE || k == PIECE_TIME)
		return true;
	if (k == PIECE_VERB)
		return !piece_is_verb(s, from, PIECE_FINITE) || is_done_to(s, from);
	if (k == PIECE_THAT || token_is(s, piece_at(s, from)->first, "including"))
		return true;
	if (k != PIECE_NOUN || (piece_at(s, from)->flags & PIECE_PRONOUN))
		return false;
	for (int64_t i = from; i < to && !is_kind(s, i, PIECE_WHO); i++) /* a clause of its own is no apposition */
		if (piece_is_verb(s, i, PIECE_FINITE))
			return false;
	return true;
}

static int64_t comma_before(const struct speech *s, int64_t i)
{
	for (int steps = 0; steps < SUBJECT_REACH && i >= 0; steps++, i--) {
		enum piece_kind k = piece_kind(s, i);

		if (k == PIECE_COMMA)
			return i;
		if (k == PIECE_STOP || k == PIECE_COLON || k == PIECE_CLOSE || k == PIECE_OPEN)
			break;
	}
	return -1;
}

/* Does a past tense stand in the pieces [from, to]: a clause of its own? */
static bool crosses_past(const struct speech *s, int64_t from, int64_t to)
{
	for (int64_t i = from; i <= to; i++)
		if (subject_is_reduced(s, i))
			return true;
	return false;
}

/* "The dead were a Briton and three people, (the police chief, Joseph Boin,) told": no post explains whom a list tells
 * last, nor who is counted; a number alone is an age. */
static bool is_listed(const struct speech *s, int64_t start, int64_t i)
{
	const struct piece *p = piece_at(s, i);
	const struct token *first = token_at(s, p->first);

	return is_kind(s, start - 1, PIECE_AND) || (!(p->flags & PIECE_NAME) && p->end > p->first + 1 &&
						    (first->tag == TAG_CD || first->kind == TOKEN_NUMBER));
}

/* ", of Elko, Nev., (said)", ", who lives near the capital, Reno, (said)": the comma before the whole insertion, where
 * the one at piece `open` stands within it; else that one. */
static int64_t opening(const struct speech *s, int64_t open)
{
	int64_t k = open >= 0 ? skip_back(s, subject_before_brackets(s, open - 1)) : -1;
	int64_t start = is_kind(s, k, PIECE_NOUN) ? subject_noun_start(s, k) : -1;
	int64_t first = is_kind(s, start - 1, PIECE_PREPOSITION) ? comma_before(s, start - 1) : -1;

	return first >= 0 && (is_kind(s, first + 1, PIECE_PREPOSITION) || is_kind(s, first + 1, PIECE_WHO)) &&
			       is_insertion(s, first + 1, open)
		       ? first
		       : open;
}

/* "Ohio", "N.C.", "in July 2012", "2012": what may follow a comma within a clause without beginning another. */
static bool is_place_or_day(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);

	if (p->kind != PIECE_NOUN)
		return p->kind == PIECE_PREPOSITION || p->kind == PIECE_TIME || p->kind == PIECE_AND;
	struct str words = reading_text(s->r, p->first, p->end - p->first);

	return (p->end == p->first + 1 && token_at(s, p->first)->kind == TOKEN_NUMBER) ||
	       (is_kind(s, i + 1, PIECE_COMMA) && (str_ends(words, STR(".")) || words_on_map(s, p->first, p->end)));
}

/* ", who lost her house in Salem, Ohio, in 2012, (said)": the comma before the "who" of the clause that ends with the
 * one at piece `close`; -1 where none of these commas belongs to such a clause. */
static int64_t relative_opening(const struct speech *s, int64_t close)
{
	bool within = false;

	for (int64_t i = close - 1, steps = 0; i > 0 && steps < SUBJECT_REACH; i--, steps++) {
		enum piece_kind k = piece_kind(s, i);

		if (k == PIECE_STOP || k == PIECE_COLON || k == PIECE_OPEN || k == PIECE_CLOSE || k == PIECE_DASH)
			break;
		if (k == PIECE_WHO && is_kind(s, i - 1, PIECE_COMMA))
			return within && !is_kind(s, i + 1, PIECE_COMMA) ? i - 1 : -1;
		if (k != PIECE_COMMA)
			continue;
		if (!is_place_or_day(s, i + 1))
			break;
		within = true;
	}
	return -1;
}

/* "The refugee office (UNHCR), | said", "Ali Omar of the guards, | said": a subject that opens the sentence, and a
 * comma that nothing opens. */
static struct span before_stray_comma(const struct speech *s, int64_t comma)
{
	int64_t k = subject_before_brackets(s, comma - 1),
		start = is_kind(s, k, PIECE_NOUN) ? subject_noun_start(s, k) : -1;

	for (int64_t i = 0; i < k; i++)
		if (is_kind(s, i, PIECE_VERB))
			return no_span;
	bool name = start == 0 && is_kind(s, 1, PIECE_PREPOSITION) && piece_at(s, 0)->flags & PIECE_NAME;

	return start == 0 && (k < comma - 1 || name) ? pieces_span(s, start, comma - 1) : no_span;
}

struct span subject_over_insertions(const struct speech *s, int64_t comma)
{
	int64_t close = comma;
	struct span best = no_span;

	if (comma_before(s, comma - 1) < 0)
		return before_stray_comma(s, comma);
	for (int insertions = 0; insertions < 5; insertions++) {
		int64_t open = comma_before(s, close - 1), relative = relative_opening(s, close);

		open = relative > 0 ? relative : open;
		int64_t k = open >= 0 ? skip_back(s, subject_before_brackets(s, open - 1)) : -1;

		if (open < 0 || !is_insertion(s, open + 1, close))
			return best;
		open = opening(s, open);
		k = open >= 0 ? skip_back(s, subject_before_brackets(s, open - 1)) : -1;
		if (is_kind(s, k, PIECE_NOUN)) {
			int64_t start = subject_noun_start(s, k);
			bool more = is_kind(s, start - 1, PIECE_COMMA) && is_insertion(s, start, open) &&
				    is_kind(s, start - 2, PIECE_NOUN) && insertions < 4;

			if (best.end > best.first && (crosses_past(s, start, k) || is_listed(s, start, k)))
				return best; /* "Troops freed 58 men, (Omar Said, a spokesman,) said" */
			if (subject_clause_begins(s, start)) {
				bool apposed = is_kind(s, open + 1, PIECE_NOUN) || is_kind(s, open + 1, PIECE_WHO);

				best = apposed ? pieces_span(s, start, comma) : pieces_span(s, start, k);
			}
			if (!more && (best.end > best.first || is_kind(s, start - 1, PIECE_PREPOSITION)))
				return best;
		}
		close = open;
	}
	return best;
}

struct span subject_over_quote(const struct speech *s, int64_t comma)
{
	int64_t open = comma;

	for (int steps = 0; steps < SUBJECT_REACH && open >= 0 && !is_kind(s, open, PIECE_OPEN); steps++)
		open--;
	int64_t first = comma_before(s, open - 1);

	if (first < 0 || !is_insertion(s, first + 1, open) || !is_kind(s, first - 1, PIECE_NOUN))
		return no_span;
	return pieces_span(s, subject_noun_start(s, first - 1), comma + 1);
}

struct span subject_over_dashes(const struct speech *s, int64_t i)
{
	int64_t open = i - 1, k;

	for (int steps = 0; steps < SUBJECT_REACH && !is_kind(s, open, PIECE_DASH); steps++, open--)
		if (open < 0 || is_kind(s, open, PIECE_STOP) || is_kind(s, open, PIECE_OPEN) ||
		    is_kind(s, open, PIECE_CLOSE))
			return no_span;
	k = skip_back(s, subject_before_brackets(s, open - 1));
	if (!is_kind(s, open, PIECE_DASH) || open + 1 == i || !is_kind(s, k, PIECE_NOUN) ||
	    !subject_clause_begins(s, subject_noun_start(s, k)))
		return no_span;
	return pieces_span(s, subject_noun_start(s, k), k);
}
