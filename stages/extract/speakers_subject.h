/* speakers_subject - what the two files share that look for the subject of a verb: the noun phrase to its left, and
 * what is inserted between them. */
#ifndef RECOUNT_SPEAKERS_SUBJECT_H
#define RECOUNT_SPEAKERS_SUBJECT_H

#include "speakers_parts.h"

enum { SUBJECT_REACH = 60 }; /* [pieces] how far a subject may stand from its verb: what keeps the search linear */

static inline struct span pieces_span(const struct speech *s, int64_t from, int64_t to)
{
	return (struct span){piece_at(s, from)->first, piece_at(s, to)->end};
}

/* "(D-Iowa)", "(ISIS)": the piece before the bracket that closes at i; i when there is none. */
int64_t subject_before_brackets(const struct speech *s, int64_t i);
/* Could a clause begin at piece i, so that what stands there is its subject and not an object, "killed (at least |
 * nearly) one person"? */
bool subject_clause_begins(const struct speech *s, int64_t i);
/* "a poll conducted for the paper (found)": tagged as a past tense, but two verbs need a conjunction. */
bool subject_is_reduced(const struct speech *s, int64_t i);
/* The first piece of the noun phrase, with all that belongs to it, whose last piece is i. */
int64_t subject_noun_start(const struct speech *s, int64_t i);

/* The verb stands behind the comma at piece `comma`: over the insertions to the noun phrase before them. */
struct span subject_over_insertions(const struct speech *s, int64_t comma);
/* `Omar, who calls it "a lie," said`: the comma behind the insertion is within a quotation. */
struct span subject_over_quote(const struct speech *s, int64_t comma);
/* "A guard - Sam Roe, who was on duty - (told) reporters": the aside ends with the dash at piece i; the phrase before
 * it. */
struct span subject_over_dashes(const struct speech *s, int64_t i);

#endif
