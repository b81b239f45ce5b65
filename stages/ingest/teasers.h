/* teasers - headlines and blurbs of other stories, which pages put behind their own.
 * Short paragraphs are no evidence: live pages and lists have them too. It takes a mark
 * that the story is over (credit, date line, copyright, "Related"), or pairs of headline
 * and blurb one after the other, and words that the story does not use. */
#ifndef RECOUNT_TEASERS_H
#define RECOUNT_TEASERS_H

#include "paragraphs.h"

/* Set kind to BLOCK_TEASER where it is so. The paragraphs carry the kinds that their own
 * words gave them (timestamps, boilerplate, captions). Linear. */
void teasers_find(struct str text, struct paragraphs *list, struct arena *arena);

#endif
