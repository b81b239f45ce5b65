/* signs - the wordings that tell what a paragraph is ("Read more", "AP Photo", "All
 * rights reserved") and the names of the wires, from the tables `blocks` and
 * `agencies` of the lexicon. Phrases are compared word by word, in any case; marks
 * between words and apostrophes in them do not count. */
#ifndef RECOUNT_CUES_H
#define RECOUNT_CUES_H

#include "paragraphs.h"
#include "records/lexicon.h"

enum sign_kind {
	SIGN_NONE,
	SIGN_CAPTION,	  /* wording of a caption, or of the credit at its end */
	SIGN_PHOTO,	  /* credit of a photograph in front: no more than that when it is short */
	SIGN_BOILERPLATE, /* copyright, cookies, newsletters, share buttons */
	SIGN_COPYRIGHT,	  /* the same, which ends a story */
	SIGN_TEASER,	  /* points to another story */
	SIGN_RELATED,	  /* the head of a list of such */
	SIGN_STAMP,	  /* stands before or around a date or an age: "Last updated", "hours ago" */
	SIGN_CREDIT,	  /* who wrote or edited, at the end: "Reporting by" */
	SIGN_LABEL,	  /* capitals before a colon or dash that are no place: "BREAKING" */
	SIGN_KINDS,
};

/* Is the sign of that kind in the set? */
static inline bool sign_in(uint32_t set, enum sign_kind kind)
{
	return set >> kind & 1;
}

struct signs;

/* All in the arena. */
const struct signs *signs_load(const struct lexicon *lex, struct arena *arena);

/* The set of sign kinds that the paragraph shows where the lexicon wants them (at its
 * start, at its end, anywhere, or being all of it). Of a long paragraph only the start
 * and the end are looked at; what may stand anywhere counts in short ones alone. */
uint32_t signs_of(const struct signs *signs, struct str paragraph);

/* Where a sign of that kind first begins near the end of the paragraph (a credit line
 * without a line of its own); -1 when there is none. */
ptrdiff_t signs_near_end(const struct signs *signs, struct str paragraph, enum sign_kind kind);

/* The wire that the text names, and nothing else but marks, "and" or further wires:
 * "AP", "AFP/Reuters", "The Associated Press". Its usual short name, or empty. */
struct str signs_agency(const struct signs *signs, struct str text);

/* What names in web pages mean. */
struct markup;
const struct markup *signs_markup(const struct signs *signs);

#endif
