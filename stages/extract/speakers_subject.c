#include "speakers_subject.h"

static const struct span no_span;

/* "and in | May | announced": a month alone is read as a name. */
static bool is_in_month(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);

	return p->kind == PIECE_NOUN && p->end == p->first + 1 && piece_tells_time(s, p->first) &&
	       tag_is_proper((enum tag)token_at(s, p->first)->tag) && is_kind(s, i - 1, PIECE_PREPOSITION) &&
	       token_is(s, piece_at(s, i - 1)->first, "in");
}

/* "the army (for | the first time) said": how often it has, and nobody. */
static bool is_occasion(const struct speech *s, int64_t i)
{
	static const struct str ordinals[] = {STR_WORD("first"), STR_WORD("second"), STR_WORD("third"),
					      STR_WORD("last"), STR_WORD("umpteenth")};
	uint32_t end = is_kind(s, i, PIECE_NOUN) ? piece_at(s, i)->end : 0;

	return end > s->first + 1 && token_is(s, end - 1, "time") &&
	       token_is_one_of(s, end - 2, ordinals, sizeof ordinals / sizeof *ordinals);
}

/* Days, adverbs and the like that may stand between a subject and its verb. */
int64_t skip_back(const struct speech *s, int64_t i)
{
	i -= is_in_month(s, i) ? 2 : 0;
	while (is_kind(s, i, PIECE_ADVERB) || is_kind(s, i, PIECE_TIME) ||
	       (is_kind(s, i, PIECE_PREPOSITION) && (is_kind(s, i + 1, PIECE_TIME) || is_occasion(s, i + 1))) ||
	       (is_occasion(s, i) && is_kind(s, i - 1, PIECE_PREPOSITION)))
		i--;
	return i;
}

int64_t subject_before_brackets(const struct speech *s, int64_t i)
{
	int64_t at = i;

	if (!is_kind(s, i, PIECE_RIGHT))
		return i;
	for (int steps = 0; steps < 12 && at >= 0 && !is_kind(s, at, PIECE_LEFT); steps++)
		at--;
	return is_kind(s, at, PIECE_LEFT) ? at - 1 : i;
}

bool subject_clause_begins(const struct speech *s, int64_t i)
{
	while (is_kind(s, i - 1, PIECE_ADVERB) || is_kind(s, i - 1, PIECE_ADJECTIVE))
		i--;
	return !is_kind(s, i - 1, PIECE_VERB) && !is_kind(s, i - 1, PIECE_PREPOSITION);
}

/* "a statement | posted | on the site (said)" */
static bool is_put_out(const struct speech *s, int64_t i)
{
	static const struct str words[] = {STR_WORD("posted"), STR_WORD("published"), STR_WORD("released"),
					   STR_WORD("aired"), STR_WORD("issued")};
	const struct hit *paper = reading_hit(s->r, piece_at(s, i - 1)->head, LEXICON_SOURCE_NOUNS);

	return is_kind(s, i - 1, PIECE_NOUN) && source_kind(s, paper) == 'd' && is_kind(s, i + 1, PIECE_PREPOSITION) &&
	       token_is_one_of(s, piece_at(s, i)->head, words, sizeof words / sizeof *words);
}

bool subject_is_reduced(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);
	struct cue cue;

	return is_kind(s, i, PIECE_VERB) && p->end - p->first == 1 && token_at(s, p->head)->tag == TAG_VBD &&
	       str_ends(token_at(s, p->head)->lower, STR("ed")) &&
	       (token_is(s, p->end, "by") || is_put_out(s, i) ||
		!(cue_at(s, p->head, CUE_SAY, &cue) && cue.takes & TAKES_THAT));
}

/* "the army", "Omar", "they": not "the storm". */
static bool is_speaker(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);

	return is_kind(s, i, PIECE_NOUN) &&
	       (p->flags & (PIECE_NAME | PIECE_PRONOUN) || reading_hit(s->r, p->head, LEXICON_SOURCE_NOUNS));
}

/* "digging for survivors as authorities (said)", "freed 12 men two days after the army (said)", not "such as the Red
 * Cross", "known as": a clause of its own. */
static bool joins_clause(const struct speech *s, int64_t i)
{
	static const struct str later[] = {STR_WORD("after"), STR_WORD("before"), STR_WORD("since"), STR_WORD("until")};

	if (token_is_one_of(s, piece_at(s, i)->first, later, sizeof later / sizeof *later))
		return is_speaker(s, i + 1);
	return token_is(s, piece_at(s, i)->first, "as") && is_kind(s, i - 1, PIECE_NOUN);
}

/* One step to the left from the noun phrase at i: to the noun phrase that it belongs to, or -1. */
static int64_t step_back(const struct speech *s, int64_t i)
{
	int64_t k = i - 1;

	if (is_kind(s, k, PIECE_PREPOSITION) && joins_clause(s, k))
		return -1;
	if (is_kind(s, k, PIECE_PREPOSITION) && is_kind(s, k - 1, PIECE_ADVERB) &&
	    token_is(s, piece_at(s, k - 1)->head, "elsewhere") && is_kind(s, k - 2, PIECE_NOUN))
		return k - 2; /* officials elsewhere in the province */
	if (is_kind(s, k, PIECE_PREPOSITION) && !is_kind(s, k - 1, PIECE_TIME)) { /* the head of the mission in … */
		k -= is_kind(s, k - 1, PIECE_ADJECTIVE) &&
		     is_kind(s, k - 2, PIECE_NOUN); /* officials familiar with … */
		k = subject_before_brackets(s, k - 1);
		if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_WHO)) /* sources who spoke on condition … */
			return is_kind(s, k - 2, PIECE_NOUN) ? k - 2 : -1;
		if (is_kind(s, k, PIECE_VERB) &&
		    (!piece_is_verb(s, k, PIECE_FINITE | PIECE_TO) || subject_is_reduced(s, k)))
			k--;							    /* a poll done for … */
		else if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_WHO)) /* a man who goes by … */
			k -= 2;
		return is_kind(s, k, PIECE_NOUN) ? k : -1;
	}
	if (piece_is_verb(s, k, PIECE_PASSIVE | PIECE_ING | PIECE_TO) && !piece_is_verb(s, k, PIECE_FINITE))
		return is_kind(s, k - 1, PIECE_NOUN) && !(piece_at(s, k - 1)->flags & PIECE_PRONOUN) ? k - 1 : -1;
	if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_NOUN) && token_is(s, piece_at(s, k - 1)->first, "a") &&
	    (token_is(s, piece_at(s, k)->head, "called") || token_is(s, piece_at(s, k)->head, "named")))
		return k - 1; /* a village called Taiba */
	if (subject_is_reduced(s, k) && is_kind(s, k - 1, PIECE_NOUN) && !(piece_at(s, k - 1)->flags & PIECE_PRONOUN))
		return k - 1;
	if (is_kind(s, k, PIECE_VERB) && is_kind(s, k - 1, PIECE_WHO)) /* officials who asked for anonymity */
		return is_kind(s, k - 2, PIECE_NOUN) ? k - 2 : -1;
	if (is_kind(s, k, PIECE_RIGHT)) {
		k = subject_before_brackets(s, k);
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
	for (int64_t next, end; is_kind(s, end = subject_before_brackets(s, k - 1), PIECE_NOUN); k = at - 1) {
		at = end; /* "the Refugee Agency (UNHCR) and" */
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
				(is_kind(s, pair - 1, PIECE_AND) && is_kind(s, pair - 2, PIECE_COMMA)) ||
				token_is(s, piece_at(s, pair - 1)->first, "both"))
		       ? pair
		       : i;
}

int64_t subject_noun_start(const struct speech *s, int64_t i)
{
	int64_t at = i, next;

	for (int steps = 0; steps < SUBJECT_REACH && (next = step_back(s, at)) >= 0; steps++)
		at = next;
	return list_start(s, at);
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

	if (!is_kind(s, start - 1, PIECE_COMMA) || start != 2 || !is_kind(s, 0, PIECE_NOUN) ||
	    !(name->flags & PIECE_NAME) || name->end < name->first + 2 || is_kind(s, v + 1, PIECE_COMMA) ||
	    token_at(s, piece_at(s, start)->first)->tag != TAG_DT)
		return false;
	return !words_on_map(s, name->first, name->end);
}

static bool is_on_map(const struct speech *s, const struct piece *p)
{
	return p->flags & PIECE_NAME && words_on_map(s, p->first, p->end);
}

/* "Police", "officials" */
static bool speaks_for_town(const struct speech *s, int64_t i)
{
	char kind = source_kind(s, reading_hit(s->r, piece_at(s, i)->head, LEXICON_SOURCE_NOUNS));

	return kind == 'p' || kind == 'g';
}

/* "Police in Salem, | Ohio (say)": the town before the state at piece i, where the second comma is left out. */
static int64_t over_state(const struct speech *s, int64_t i)
{
	return is_kind(s, i - 1, PIECE_COMMA) && is_kind(s, i - 2, PIECE_NOUN) &&
			       is_kind(s, i - 3, PIECE_PREPOSITION) && is_kind(s, i - 4, PIECE_NOUN) &&
			       speaks_for_town(s, i - 4) && is_on_map(s, piece_at(s, i)) &&
			       is_on_map(s, piece_at(s, i - 2))
		       ? i - 2
		       : i;
}

struct span subject_before(const struct speech *s, int64_t v)
{
	int64_t k = skip_back(s, v - 1);

	if (is_kind(s, k, PIECE_COMMA))
		return subject_over_insertions(s, k);
	if (is_kind(s, k, PIECE_WHO))
		return pieces_span(s, k, k);
	if (is_kind(s, k, PIECE_DASH))
		return subject_over_dashes(s, k);
	if (is_kind(s, k, PIECE_CLOSE) && is_kind(s, k - 1, PIECE_COMMA) && is_kind(s, v - 1, PIECE_CLOSE))
		return subject_over_quote(s, k - 1);
	if (is_kind(s, k, PIECE_VERB) && (subject_is_reduced(s, k) || !piece_is_verb(s, k, PIECE_FINITE | PIECE_TO)) &&
	    is_kind(s, k - 1, PIECE_NOUN)) /* a poll released Friday found */
		return pieces_span(s, subject_noun_start(s, k - 1), skip_back(s, v - 1));
	if (is_kind(s, k, PIECE_VERB) && k >= v - 3 && before_relative(s, k) >= 0)
		return pieces_span(s, subject_noun_start(s, before_relative(s, k)), k);
	if (piece_is_verb(s, k, PIECE_FINITE) && k == v - 1 && is_kind(s, k - 1, PIECE_NOUN) &&
	    is_kind(s, k - 2, PIECE_NOUN)) /* all the experts I asked said */
		return pieces_span(s, subject_noun_start(s, k - 2), k);
	if (is_kind(s, k, PIECE_ADJECTIVE) && k == v - 1 && before_adjective(s, k) >= 0)
		return pieces_span(s, subject_noun_start(s, before_adjective(s, k)), k);
	if (is_kind(s, k, PIECE_RIGHT))
		k = subject_before_brackets(s, k);
	if (!is_kind(s, k, PIECE_NOUN))
		return no_span;
	int64_t start = subject_noun_start(s, over_state(s, k));

	if (opens_with_name(s, start, v))
		start -= 2;
	if (token_is(s, piece_at(s, start - 1)->first, "whose")) /* "Omar Said, whose group counted 40" */
		start--;
	return pieces_span(s, start, skip_back(s, v - 1));
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

	for (int64_t i = v - 1, steps = 0; i >= 0 && steps < SUBJECT_REACH; i--, steps++) {
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
