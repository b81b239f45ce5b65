/* The noun phrase that begins at a piece, with what belongs to it behind: of whom, in brackets, between commas. */
#include "speakers_parts.h"

enum { PIECES_MAX = 60 }; /* how far it may go on: what keeps the search linear */

/* Prepositions that belong to a person or body named before them; behind a name "in", "on" … tell where it
 * was said. */
static bool binds(const struct speech *s, int64_t prep, bool name)
{
	static const char *const tight[] = {"of", "for", "from", "with", "to", "against", NULL};
	static const char *const loose[] = {"by",    "in",	"at",	  "near",  "within", "on", "inside",
					    "about", "between", "behind", "among", "close",  NULL};
	uint32_t t = piece_at(s, prep)->first;

	if (is_kind(s, prep + 1, PIECE_TIME))
		return false;
	for (size_t i = 0; tight[i] && !(name && i > 1); i++)
		if (token_is(s, t, tight[i]))
			return true;
	for (size_t i = 0; loose[i] && !name; i++)
		if (token_is(s, t, loose[i]))
			return true;
	return false;
}

/* "data | compiled | by | the bank", "a tally | published | on | Sunday | by | the bank": the piece of who gave the
 * paper at piece i; i when nobody did. */
static int64_t paper_giver(const struct speech *s, int64_t i)
{
	const struct hit *paper = reading_hit(s->r, piece_at(s, i)->head, LEXICON_SOURCE_NOUNS);
	int64_t by = i + 2;

	if (source_kind(s, paper) != 'd' || !piece_is_verb(s, i + 1, PIECE_PASSIVE) ||
	    piece_is_verb(s, i + 1, PIECE_FINITE))
		return i;
	by += is_kind(s, by, PIECE_PREPOSITION) && is_kind(s, by + 1, PIECE_TIME);
	by += is_kind(s, by, PIECE_TIME);
	return is_kind(s, by, PIECE_PREPOSITION) && token_is(s, piece_at(s, by)->first, "by") &&
			       is_kind(s, by + 1, PIECE_NOUN)
		       ? by + 1
		       : i;
}

/* "a March | 2020 study", "a 52-count | civil | complaint", "a CNN | / | ORC poll": where the noun of the phrase whose
 * first words are piece i stands; i where they have one of their own. */
static int64_t noun_behind(const struct speech *s, int64_t i)
{
	const struct piece *p = piece_at(s, i);
	int64_t next = i + 1 + is_kind(s, i + 1, PIECE_ADJECTIVE);
	enum tag last = (enum tag)token_at(s, p->end - 1)->tag;

	if (is_kind(s, i + 1, PIECE_OTHER) && token_is(s, piece_at(s, i + 1)->first, "/") &&
	    is_kind(s, i + 2, PIECE_NOUN))
		return i + 2;
	bool open = piece_tells_time(s, p->end - 1) || last == TAG_JJ || last == TAG_CD;

	return open && token_at(s, p->first)->tag == TAG_DT && p->end > p->first + 1 && is_kind(s, next, PIECE_NOUN) &&
			       source_kind(s, reading_hit(s->r, piece_at(s, next)->head, LEXICON_SOURCE_NOUNS)) == 'd'
		       ? next
		       : i;
}

/* The last piece of the noun phrase at i with its prepositions and brackets. */
static int64_t noun_last(const struct speech *s, int64_t i)
{
	uint32_t head = piece_at(s, i)->head;
	bool paper = token_is(s, head, "post") && !(token_at(s, head)->flags & TOKEN_CAPITAL);

	for (int steps = 0; steps < PIECES_MAX; steps++) {
		bool name = piece_at(s, i)->flags & PIECE_NAME;

		name &= !(paper && is_kind(s, i + 1, PIECE_PREPOSITION) &&
			  token_is(s, piece_at(s, i + 1)->first, "by")); /* "a post on X | by | the mayor" */

		if (noun_behind(s, i) > i) {
			i = noun_behind(s, i);
		} else if (is_kind(s, i + 1, PIECE_LEFT)) {
			int64_t k = i + 2;

			while (k < i + 12 && !is_kind(s, k, PIECE_RIGHT) && !is_kind(s, k, PIECE_NONE))
				k++;
			if (!is_kind(s, k, PIECE_RIGHT))
				break;
			i = k;
		} else if (paper_giver(s, i) > i) {
			i = paper_giver(s, i);
		} else if (is_kind(s, i + 1, PIECE_ADJECTIVE) && is_kind(s, i + 2, PIECE_PREPOSITION) &&
			   is_kind(s, i + 3, PIECE_NOUN) && !(piece_at(s, i)->flags & PIECE_PRONOUN) && !name) {
			i += 3; /* "a person | close | to | the talks" */
		} else if (is_kind(s, i + 1, PIECE_PREPOSITION) && is_kind(s, i + 2, PIECE_NOUN) &&
			   binds(s, i + 1, name) && !(piece_at(s, i)->flags & PIECE_PRONOUN)) {
			i += 2;
		} else if (is_kind(s, i + 1, PIECE_AND) && is_kind(s, i + 2, PIECE_NOUN) &&
			   !is_kind(s, i + 3, PIECE_VERB)) {
			i += 2;
		} else {
			break;
		}
	}
	return i;
}

/* "a guard | - whose name is not known - | was killed": the dash at piece i opens an aside, and a verb stands behind
 * it. */
static bool goes_on_behind_dashes(const struct speech *s, int64_t i)
{
	enum { ASIDE_MAX = 12 }; /* [pieces] */

	for (int64_t k = i + 1; k < i + ASIDE_MAX && !is_kind(s, k, PIECE_NONE) && !is_kind(s, k, PIECE_STOP); k++)
		if (is_kind(s, k, PIECE_DASH))
			return is_kind(s, k + 1, PIECE_VERB);
	return false;
}

/* Behind the comma at i: an apposition or relative clause that reaches to `*last`. */
static bool insertion_behind(const struct speech *s, int64_t i, int64_t *last)
{
	int64_t k = i + 1;
	enum piece_kind first = piece_kind(s, k);

	if (first != PIECE_WHO && !(first == PIECE_PREPOSITION && token_is(s, piece_at(s, k)->first, "of")) &&
	    (first != PIECE_NOUN || (piece_at(s, k)->flags & PIECE_PRONOUN)))
		return false;
	if (token_at(s, piece_at(s, k)->first)->tag == TAG_CD && piece_at(s, k)->end > piece_at(s, k)->first + 1)
		return false; /* "According to the paper, three policemen, one guard and ..." */
	for (int steps = 0; steps < PIECES_MAX; steps++, k++) {
		enum piece_kind kind = piece_kind(s, k);

		if (kind == PIECE_NONE || kind == PIECE_STOP || kind == PIECE_COMMA || kind == PIECE_OPEN ||
		    kind == PIECE_CLOSE || kind == PIECE_DASH) {
			if (kind == PIECE_DASH && first == PIECE_NOUN && goes_on_behind_dashes(s, k))
				return false;
			break;
		}
		if (first == PIECE_NOUN && piece_is_verb(s, k, PIECE_FINITE) && !is_kind(s, k - 1, PIECE_WHO))
			return false;
	}
	*last = k - 1;
	return *last > i;
}

struct span phrase_from(const struct speech *s, int64_t i)
{
	if (!is_kind(s, i, PIECE_NOUN))
		return (struct span){0};
	int64_t last = noun_last(s, i), more;

	for (int n = 0; n < 3 && is_kind(s, last + 1, PIECE_COMMA) && insertion_behind(s, last + 1, &more); n++)
		last = more;
	if (is_kind(s, last + 1, PIECE_WHO))
		insertion_behind(s, last, &last);
	return (struct span){piece_at(s, i)->first, piece_at(s, last)->end};
}
