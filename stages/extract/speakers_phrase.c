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

/* "data | compiled | by | the bank": who gave the paper at piece i. */
static bool gives_paper(const struct speech *s, int64_t i)
{
	const struct hit *paper = reading_hit(s->r, piece_at(s, i)->head, LEXICON_SOURCE_NOUNS);

	return source_kind(s, paper) == 'd' && piece_is_verb(s, i + 1, PIECE_PASSIVE) &&
	       !piece_is_verb(s, i + 1, PIECE_FINITE) && is_kind(s, i + 2, PIECE_PREPOSITION) &&
	       token_is(s, piece_at(s, i + 2)->first, "by") && is_kind(s, i + 3, PIECE_NOUN);
}

/* The last piece of the noun phrase at i with its prepositions and brackets. */
static int64_t noun_last(const struct speech *s, int64_t i)
{
	for (int steps = 0; steps < PIECES_MAX; steps++) {
		bool name = piece_at(s, i)->flags & PIECE_NAME;

		if (is_kind(s, i + 1, PIECE_LEFT)) {
			int64_t k = i + 2;

			while (k < i + 12 && !is_kind(s, k, PIECE_RIGHT) && !is_kind(s, k, PIECE_NONE))
				k++;
			if (!is_kind(s, k, PIECE_RIGHT))
				break;
			i = k;
		} else if (gives_paper(s, i)) {
			i += 3;
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
		    kind == PIECE_CLOSE || kind == PIECE_DASH)
			break;
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
