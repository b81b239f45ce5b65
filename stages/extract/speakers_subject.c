#include "speakers_parts.h"

enum { PIECES_MAX = 60 }; /* how far a subject may stand from its verb: what keeps the search linear */

static const struct span no_span;

static struct span span_of(const struct speech *s, int64_t from, int64_t to)
{
	return (struct span){piece_at(s, from)->first, piece_at(s, to)->end};
}

/* Days, adverbs and the like that may stand between a subject and its verb. */
int64_t skip_back(const struct speech *s, int64_t i)
{
	while (is_kind(s, i, PIECE_ADVERB) || is_kind(s, i, PIECE_TIME) ||
	       (is_kind(s, i, PIECE_PREPOSITION) && is_kind(s, i + 1, PIECE_TIME)))
		i--;
	return i;
}

/* "(D-Iowa)", "(ISIS)": the piece before the bracket that closes at i; i when there is none. */
static int64_t before_brackets(const struct speech *s, int64_t i)
{
	int64_t at = i;

	if (!is_kind(s, i, PIECE_RIGHT))
		return i;
	for (int steps = 0; steps < 12 && at >= 0 && !is_kind(s, at, PIECE_LEFT); steps++)
		at--;
	return is_kind(s, at, PIECE_LEFT) ? at - 1 : i;
}

/* Could a clause begin at piece i, so that what stands there is its subject and not an object, "killed (at least |
 * nearly) one person"? */
static bool clause_begins(const struct speech *s, int64_t i)
{
	while (is_kind(s, i - 1, PIECE_ADVERB) || is_kind(s, i - 1, PIECE_ADJECTIVE))
		i--;
	return !is_kind(s, i - 1, PIECE_VERB) && !is_kind(s, i - 1, PIECE_PREPOSITION);
}

/* "a poll conducted for the paper (found)": tagged as a past tense, but two verbs need a conjunction. */
static bool is_reduced(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);
	struct cue cue;

	return is_kind(s, i, PIECE_VERB) && p->end - p->first == 1 && token_at(s, p->head)->tag == TAG_VBD &&
	       str_ends(token_at(s, p->head)->lower, STR("ed")) &&
	       !(cue_at(s, p->head, CUE_SAY, &cue) && cue.takes & TAKES_THAT);
}

/* "digging for survivors as authorities (said)", not "such as the Red Cross", "known as": a clause of its own. */
static bool joins_clause(const struct speech *s, int64_t i)
{
	return token_is(s, piece_at(s, i)->first, "as") && is_kind(s, i - 1, PIECE_NOUN);
}

/* One step to the left from the noun phrase at i: to the noun phrase that it belongs to, or -1. */
static int64_t step_back(const struct speech *s, int64_t i)
{
	int64_t k = i - 1;

	if (is_kind(s, k, PIECE_PREPOSITION) && joins_clause(s, k))
		return -1;
	if (is_kind(s, k, PIECE_PREPOSITION) && !is_kind(s, k - 1, PIECE_TIME)) { /* the head of the mission in … */
		k -= is_kind(s, k - 1, PIECE_ADJECTIVE) &&
		     is_kind(s, k - 2, PIECE_NOUN); /* officials familiar with … */
		k = before_brackets(s, k - 1);
		if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_WHO)) /* sources who spoke on condition … */
			return is_kind(s, k - 2, PIECE_NOUN) ? k - 2 : -1;
		if (is_kind(s, k, PIECE_VERB) && !piece_is_verb(s, k, PIECE_FINITE | PIECE_TO)) /* a poll done for … */
			k--;
		else if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_WHO)) /* a man who goes by … */
			k -= 2;
		return is_kind(s, k, PIECE_NOUN) ? k : -1;
	}
	if (piece_is_verb(s, k, PIECE_PASSIVE | PIECE_ING | PIECE_TO) && !piece_is_verb(s, k, PIECE_FINITE))
		return is_kind(s, k - 1, PIECE_NOUN) && !(piece_at(s, k - 1)->flags & PIECE_PRONOUN) ? k - 1 : -1;
	if (is_reduced(s, k) && is_kind(s, k - 1, PIECE_NOUN) && !(piece_at(s, k - 1)->flags & PIECE_PRONOUN))
		return k - 1;
	if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_WHO)) /* officials who asked for anonymity */
		return is_kind(s, k - 2, PIECE_NOUN) ? k - 2 : -1;
	if (is_kind(s, k, PIECE_RIGHT)) {
		k = before_brackets(s, k);
		return is_kind(s, k, PIECE_NOUN) ? k : -1;
	}
	return -1;
}

/* "A, B and C": the first of a list that ends with the noun phrase at i, where the list begins a sentence; of "Nine
 * died, A and B" the pair behind the comma. "…, and C" behind one item alone is a new clause. */
static int64_t list_start(const struct speech *s, int64_t i)
{
	int64_t at = i, pair = -1, k = i - 1;
	bool comma = is_kind(s, k - 1, PIECE_COMMA), more = false;

	if (!is_kind(s, k, PIECE_AND) || token_is(s, piece_at(s, k)->first, "but"))
		return i;
	k -= comma;
	for (int64_t next; is_kind(s, k - 1, PIECE_NOUN); k = at - 1) {
		at = k - 1;
		while (!is_kind(s, at - 1, PIECE_VERB) && (next = step_back(s, at)) >= 0)
			at = next;
		pair = pair < 0 ? at : pair;
		if (!is_kind(s, at - 1, PIECE_COMMA))
			break;
		more = true;
	}
	if (at == 0 && (!comma || more))
		return at;
	return pair > 0 && !comma &&
			       (is_kind(s, pair - 1, PIECE_COMMA) || is_kind(s, pair - 1, PIECE_CLOSE) ||
				token_is(s, piece_at(s, pair - 1)->first, "both"))
		       ? pair
		       : i;
}

/* The first piece of the noun phrase, with all that belongs to it, whose last piece is i. */
static int64_t noun_start(const struct speech *s, int64_t i)
{
	int64_t at = i, next;

	for (int steps = 0; steps < PIECES_MAX && (next = step_back(s, at)) >= 0; steps++)
		at = next;
	return list_start(s, at);
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
		return !piece_is_verb(s, from, PIECE_FINITE);
	if (k == PIECE_THAT)
		return true;
	if (k != PIECE_NOUN || (piece_at(s, from)->flags & PIECE_PRONOUN))
		return false;
	for (int64_t i = from; i < to; i++) /* a clause of its own is no apposition */
		if (piece_is_verb(s, i, PIECE_FINITE) && !is_kind(s, i - 1, PIECE_WHO) && !is_kind(s, i - 2, PIECE_WHO))
			return false;
	return true;
}

static int64_t comma_before(const struct speech *s, int64_t i)
{
	for (int steps = 0; steps < PIECES_MAX && i >= 0; steps++, i--) {
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
		if (is_reduced(s, i))
			return true;
	return false;
}

/* "The dead were a Briton and three people, (the police chief, Joseph Boin,) told": no post explains whom a list tells
 * last, nor who is counted. */
static bool is_listed(const struct speech *s, int64_t start, int64_t i)
{
	const struct token *first = token_at(s, piece_at(s, i)->first);

	return is_kind(s, start - 1, PIECE_AND) ||
	       (!(piece_at(s, i)->flags & PIECE_NAME) && (first->tag == TAG_CD || first->kind == TOKEN_NUMBER));
}

/* ", of Elko, Nev., (said)", ", who lives near the capital, Reno, (said)": the comma before the whole insertion, where
 * the one at piece `open` stands within it; else that one. */
static int64_t opening(const struct speech *s, int64_t open)
{
	int64_t k = open >= 0 ? skip_back(s, before_brackets(s, open - 1)) : -1;
	int64_t start = is_kind(s, k, PIECE_NOUN) ? noun_start(s, k) : -1;
	int64_t first = is_kind(s, start - 1, PIECE_PREPOSITION) ? comma_before(s, start - 1) : -1;

	return first >= 0 && (is_kind(s, first + 1, PIECE_PREPOSITION) || is_kind(s, first + 1, PIECE_WHO)) &&
			       is_insertion(s, first + 1, open)
		       ? first
		       : open;
}

/* "The refugee office (UNHCR), | said": a subject that opens the sentence, and a comma that nothing opens. */
static struct span before_stray_comma(const struct speech *s, int64_t comma)
{
	int64_t k = before_brackets(s, comma - 1), start = is_kind(s, k, PIECE_NOUN) ? noun_start(s, k) : -1;

	for (int64_t i = 0; i < k; i++)
		if (is_kind(s, i, PIECE_VERB))
			return no_span;
	return start == 0 && k < comma - 1 ? span_of(s, start, comma - 1) : no_span;
}

/* The verb stands behind the comma at piece `comma`: over the insertions to the noun phrase before them. */
static struct span before_insertions(const struct speech *s, int64_t comma)
{
	int64_t close = comma;
	struct span best = no_span;

	if (comma_before(s, comma - 1) < 0)
		return before_stray_comma(s, comma);
	for (int insertions = 0; insertions < 4; insertions++) {
		int64_t open = comma_before(s, close - 1);
		int64_t k = open >= 0 ? skip_back(s, before_brackets(s, open - 1)) : -1;

		if (open < 0 || !is_insertion(s, open + 1, close))
			return best;
		open = opening(s, open);
		k = open >= 0 ? skip_back(s, before_brackets(s, open - 1)) : -1;
		if (is_kind(s, k, PIECE_NOUN)) {
			int64_t start = noun_start(s, k);
			bool more = is_kind(s, start - 1, PIECE_COMMA) && is_insertion(s, start, open) &&
				    is_kind(s, start - 2, PIECE_NOUN) && insertions < 3;

			if (best.end > best.first && (crosses_past(s, start, k) || is_listed(s, start, k)))
				return best; /* "Troops freed 58 men, (Omar Said, a spokesman,) said" */
			if (clause_begins(s, start)) {
				bool apposed = is_kind(s, open + 1, PIECE_NOUN) || is_kind(s, open + 1, PIECE_WHO);

				best = apposed ? span_of(s, start, comma) : span_of(s, start, k);
			}
			if (!more && (best.end > best.first || is_kind(s, start - 1, PIECE_PREPOSITION)))
				return best;
		}
		close = open;
	}
	return best;
}

/* `Omar, who calls it "a lie," said`: the comma behind the insertion is within a quotation. */
static struct span before_quoted_insertion(const struct speech *s, int64_t comma)
{
	int64_t open = comma;

	for (int steps = 0; steps < PIECES_MAX && open >= 0 && !is_kind(s, open, PIECE_OPEN); steps++)
		open--;
	int64_t first = comma_before(s, open - 1);

	if (first < 0 || !is_insertion(s, first + 1, open) || !is_kind(s, first - 1, PIECE_NOUN))
		return no_span;
	return span_of(s, noun_start(s, first - 1), comma + 1);
}

/* "A guard - Sam Roe, who was on duty - (told) reporters": the aside ends with the dash at piece i; the phrase before
 * it. */
static struct span before_dashes(const struct speech *s, int64_t i)
{
	int64_t open = i - 1, k;

	for (int steps = 0; steps < PIECES_MAX && !is_kind(s, open, PIECE_DASH); steps++, open--)
		if (open < 0 || is_kind(s, open, PIECE_STOP) || is_kind(s, open, PIECE_OPEN) ||
		    is_kind(s, open, PIECE_CLOSE))
			return no_span;
	k = skip_back(s, before_brackets(s, open - 1));
	if (!is_kind(s, open, PIECE_DASH) || open + 1 == i || !is_kind(s, k, PIECE_NOUN) ||
	    !clause_begins(s, noun_start(s, k)))
		return no_span;
	return span_of(s, noun_start(s, k), k);
}

/* "officials | who resigned (said)", "officials | whose homes were lost (said)": the noun that the clause which ends
 * with the verb at piece v is about, or -1. */
static int64_t before_relative(const struct speech *s, int64_t v)
{
	int64_t who = is_kind(s, v - 1, PIECE_NOUN) ? v - 2 : v - 1;

	return is_kind(s, who, PIECE_WHO) && is_kind(s, who - 1, PIECE_NOUN) ? who - 1 : -1;
}

/* "A man in the town | who asked to remain anonymous (said)": the noun before a clause without commas whose last piece
 * is the adjective at piece i, or -1. */
static int64_t before_adjective(const struct speech *s, int64_t i)
{
	enum { REACH = 6 }; /* [pieces] */

	int64_t k = i - 1;

	while (k > i - REACH && !is_kind(s, k, PIECE_COMMA) && !piece_is_verb(s, k, PIECE_FINITE))
		k--;
	return piece_is_verb(s, k, PIECE_FINITE) ? before_relative(s, k) : -1;
}

/* "Ana Ruiz, | the director of the clinic (told)": the sentence opens with the name of whom the phrase that begins at
 * piece `start` explains, and the second comma is left out. */
static bool opens_with_name(const struct speech *s, int64_t start, int64_t v)
{
	const struct piece *name = piece_at(s, start - 2);
	const uint32_t *places;

	if (!is_kind(s, start - 1, PIECE_COMMA) || start != 2 || !is_kind(s, 0, PIECE_NOUN) ||
	    !(name->flags & PIECE_NAME) || name->end < name->first + 2 || is_kind(s, v + 1, PIECE_COMMA) ||
	    token_at(s, piece_at(s, start)->first)->tag != TAG_DT)
		return false;
	struct str words = reading_text(s->r, name->first, name->end - name->first);

	return gazetteer_find(s->r->know->places, gazetteer_key(s->r->arena, words), &places) == 0;
}

struct span subject_before(const struct speech *s, int64_t v)
{
	int64_t k = skip_back(s, v - 1);

	if (is_kind(s, k, PIECE_COMMA))
		return before_insertions(s, k);
	if (is_kind(s, k, PIECE_WHO))
		return span_of(s, k, k);
	if (is_kind(s, k, PIECE_DASH))
		return before_dashes(s, k);
	if (is_kind(s, k, PIECE_CLOSE) && is_kind(s, k - 1, PIECE_COMMA) && is_kind(s, v - 1, PIECE_CLOSE))
		return before_quoted_insertion(s, k - 1);
	if (is_kind(s, k, PIECE_VERB) && (is_reduced(s, k) || !piece_is_verb(s, k, PIECE_FINITE | PIECE_TO)) &&
	    is_kind(s, k - 1, PIECE_NOUN)) /* a poll released Friday found */
		return span_of(s, noun_start(s, k - 1), skip_back(s, v - 1));
	if (is_kind(s, k, PIECE_VERB) && k == v - 1 && before_relative(s, k) >= 0)
		return span_of(s, noun_start(s, before_relative(s, k)), k);
	if (piece_is_verb(s, k, PIECE_FINITE) && k == v - 1 && is_kind(s, k - 1, PIECE_NOUN) &&
	    is_kind(s, k - 2, PIECE_NOUN)) /* all the experts I asked said */
		return span_of(s, noun_start(s, k - 2), k);
	if (is_kind(s, k, PIECE_ADJECTIVE) && k == v - 1 && before_adjective(s, k) >= 0)
		return span_of(s, noun_start(s, before_adjective(s, k)), k);
	if (is_kind(s, k, PIECE_RIGHT))
		k = before_brackets(s, k);
	if (!is_kind(s, k, PIECE_NOUN))
		return no_span;
	int64_t start = noun_start(s, k);

	if (opens_with_name(s, start, v))
		start -= 2;
	if (token_is(s, piece_at(s, start - 1)->first, "whose")) /* "Omar Said, whose group counted 40" */
		start--;
	return span_of(s, start, skip_back(s, v - 1));
}

/* Is the phrase that begins at the token the subject of a clause of its own: "whether the court …", "who …"? */
static bool is_subordinate(const struct speech *s, uint32_t first)
{
	int64_t i = s->piece_of[first];

	return is_kind(s, i, PIECE_WHO) || is_kind(s, i - 1, PIECE_THAT) || is_kind(s, i - 1, PIECE_WHO) ||
	       is_kind(s, i - 1, PIECE_VERB);
}

struct span subject_of_clause(const struct speech *s, int64_t v)
{
	struct span found = no_span;

	for (int64_t i = v - 1, steps = 0; i >= 0 && steps < PIECES_MAX; i--, steps++) {
		if (is_kind(s, i, PIECE_STOP) || is_kind(s, i, PIECE_OPEN))
			break;
		if (is_kind(s, i, PIECE_CLOSE))
			while (i > 0 && !is_kind(s, i, PIECE_OPEN))
				i--;
		if (!piece_is_verb(s, i, PIECE_FINITE))
			continue;
		struct span subject = subject_before(s, i);

		if (subject.end > subject.first && !is_subordinate(s, subject.first))
			return subject;
		if (found.end == found.first)
			found = subject;
	}
	return found;
}
