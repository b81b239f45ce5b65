/* paragraphs - a text cut where its paragraphs end: at line ends, or at empty lines,
 * indents and short lines where the text is wrapped at a width. */
#ifndef RECOUNT_PARAGRAPHS_H
#define RECOUNT_PARAGRAPHS_H

#include "space.h"

struct paragraph {
	uint32_t start, end; /* [bytes] without white space at its ends; never empty */
	uint32_t words;	     /* runs between white space */
	int kind;	     /* enum block_kind; BLOCK_NONE until something speaks against the story */
	bool gap;	     /* an empty line stands before it */
	bool stop;	     /* ends as a sentence does: . ! ? … before closing quotes and brackets */
	uint32_t signs;	     /* set of sign_kind, as bits (signs.h) */
};

struct paragraphs {
	struct paragraph *at;
	size_t n, room;
};

/* Append the paragraphs of text; kind and signs are 0. Linear. */
void paragraphs_cut(struct str text, struct arena *arena, struct paragraphs *out);

/* Set words and stop from start and end. */
void paragraph_finish(struct str text, struct paragraph *p);

/* The paragraph's words. */
static inline struct str paragraph_text(struct str text, const struct paragraph *p)
{
	return str_slice(text, p->start, p->end);
}

/* Insert an empty place at index i, so that paragraph i may be cut in two. */
void paragraphs_insert(struct paragraphs *list, size_t i, struct arena *arena);

#endif
