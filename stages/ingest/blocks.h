/* blocks - what each stretch of an article's text is: title, dateline, body, quote,
 * caption, timestamp, teaser, boilerplate. Nothing is cut away; what cannot be told from
 * the story is story. */
#ifndef RECOUNT_BLOCKS_H
#define RECOUNT_BLOCKS_H

#include "records/document.h"
#include "signs.h"
#include "values/moment.h"

/* Views are into the text. */
struct blocks_found {
	struct blocks blocks;
	struct str title;  /* of the title block */
	struct str byline; /* names, without "By" */
	struct str dateline_place, agency;
	struct moment updated; /* when it was changed, as a line of its own says; or none */
	struct moment stamp;   /* when it was published, as a line of its own or the dateline says; or none */
};

/* text is not blank. title: as the input gave it, or empty; a line of the text that
 * repeats it is the title block. Linear in the text; the arena holds the result. */
void blocks_find(struct str text, struct str title, const struct signs *signs, struct arena *arena,
		 struct blocks_found *out);

/* The same where the markup tells the paragraphs: marks are in order and cover all words
 * of the text. What a mark calls body is the story unless its words say otherwise (a
 * credit, a stamp, a pointer elsewhere); its other kinds stay. */
void blocks_find_marked(struct str text, const struct blocks *marks, const struct signs *signs, struct arena *arena,
			struct blocks_found *out);

#endif
